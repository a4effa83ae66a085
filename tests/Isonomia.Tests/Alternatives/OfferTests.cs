using Isonomia.Alternatives;
using Isonomia.Severity;
using Xunit;

namespace Isonomia.Tests.Alternatives;

/// <summary>What is offered: nothing that cannot matter, and nothing that the law bars where something else will do.</summary>
public sealed class OfferTests
{
    private const string Year = "sentence: { conditionJailDays: 364, suspended: imposition, probationMonths: 24";

    private static AlternativesReport Threat(string more = "") =>
        Shared.Find(
            Shared.One(Shared.Resident, "PC 422", "felony", $"offense: PC 422, class: felony, {Year}{more} }}", "{ victim: stranger }")
        );

    private static bool NamesLoss(Alternative a) => a.Counts[0].Statement.Contains("loss", StringComparison.Ordinal);

    [Fact]
    public void Where_nobody_alleges_a_loss_a_crime_against_a_person_carries_no_statement_of_one()
    {
        static bool Imprisonment(Alternative a) => a.Counts[0].Leaf?.Citation.ToString() == "PC 236/237(a)";
        var report = Threat();
        Assert.Contains(report.Alternatives, Imprisonment);
        Assert.DoesNotContain(report.Alternatives, NamesLoss);
        // With restitution in the case it can matter.
        Assert.Contains(Threat(", restitutionDollars: 20000").Alternatives, a => Imprisonment(a) && NamesLoss(a));
    }

    [Fact]
    public void A_fraud_is_offered_with_its_loss_pinned()
    {
        var report = Shared.Find(Shared.One(Shared.Resident, "PC 476", "felony", $"offense: PC 476, class: felony, {Year} }}"));
        Assert.Contains(report.Alternatives, NamesLoss);
    }

    [Fact]
    public void Of_options_that_differ_in_their_record_alone_each_changes_an_answer()
    {
        foreach (
            var of in Threat()
                .Alternatives.GroupBy(a => (a.Counts[0].Name, a.Counts[0].Level))
                .Where(g => g.Any(a => a.Counts[0].Statement.Length == 0))
        )
        {
            var plain = of.First(a => a.Counts[0].Statement.Length == 0);
            foreach (var a in of.Where(a => a != plain))
                Assert.True(
                    Dominance.Of(a.Collateral.Vector, plain.Collateral.Vector) != Comparison.Equal
                        || a.Collateral.Tier != plain.Collateral.Tier
                        || a.StatusSafe != plain.StatusSafe
                        || !a.SwitchedOff.Select(x => x.Code).SequenceEqual(plain.SwitchedOff.Select(x => x.Code))
                        || !a.Added.SequenceEqual(plain.Added)
                        || !a.Outcomes.Select(o => o.Tier).SequenceEqual(plain.Outcomes.Select(o => o.Tier)),
                    a.Name
                );
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(2)]
    public void The_best_is_not_barred_where_something_milder_is_not(int limit)
    {
        // A threat charged as a felony is serious: PC 1192.7(a)(2) bars most bargains over it.
        var matter = Shared.Case(
            $$"""
            asOf: 2026-11-22
            {{Shared.Resident}}
            charges:
              - { id: "1", offense: PC 422, class: felony, committed: 2026-08-01, incident: a, facts: { victim: stranger } }
              - { id: "2", offense: PC 487(a), class: felony, committed: 2026-08-02, incident: b }
            disposition:
              - { charge: "1", offense: PC 422, class: felony, sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 } }
              - { charge: "2", offense: PC 487(a), class: felony, sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 } }
            """
        );
        var all = Shared.Find(matter);
        Assert.Contains(all.Alternatives, a => a.Barriers.Any(b => b.Section == "PC 1192.7(a)(2)"));
        Assert.Contains(all.Alternatives, a => a.Dominates.Contains("prosecution") && a.Barriers.Count == 0);
        var best = Shared.Find(matter, limit: limit).Parity.Best;
        Assert.NotNull(best);
        Assert.True(best.Band.Inside);
        Assert.Empty(best.Barriers);
    }
}
