using Isonomia.Alternatives;
using Isonomia.Cases;
using Isonomia.Severity;
using Xunit;

namespace Isonomia.Tests.Alternatives;

/// <summary>The worked examples of the severity model (section 7).</summary>
public sealed class WorkedExampleTests
{
    [Fact]
    public void One_day_turns_an_aggravated_felony_into_a_ground_with_relief_and_dominates_in_both_forms()
    {
        var report = Shared.Find(
            Shared.One(
                Shared.Resident,
                "PC 273.5(a)",
                "felony",
                "offense: PC 273.5(a), class: felony, record: { victim: cohabitant, injury: minor }, sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 36 }",
                "{ victim: cohabitant, injury: minor }"
            )
        );
        Assert.Equal((Tier.T0, Tier.T8), (report.Reference.Collateral.Tier.Start, report.Reference.Collateral.Tier.End));
        Assert.Equal((365, 183), (report.Reference.Direct.Ordered.Low.Count, report.Reference.Direct.Projected.Low.Count));
        var day = Assert.Single(report.Alternatives, a => a.Name == "PC 273.5(a) (felony), probation of 36 months with 364 days of jail");
        Assert.Equal(Tier.T5, day.Collateral.Tier.End);
        Assert.Equal(CustodyLevel.B1, day.Collateral.Vector.Custody);
        Assert.NotEqual(ReliefState.Closed, day.Collateral.Vector.Relief["CANCEL42A"]);
        Assert.Equal(182, day.Direct.Projected.Low.Count);
        Assert.True(day.Band.Inside, string.Join(", ", day.Band.Differs));
        Assert.Equal(["defense", "prosecution"], day.Dominates);
        Assert.Contains(day.SwitchedOff, s => s.Code == "AF.F");
        // The lesson goes further: a count with no force against a person leaves no ground at all.
        Assert.True(report.Parity.Best!.Collateral.Tier.End <= Tier.T2);
        Assert.True(report.Complete);
    }

    [Fact]
    public void A_citizen_has_T0_both_ways_and_no_alternative_is_milder()
    {
        var report = Shared.Find(
            Shared.One(
                "person: { status: citizen }",
                "PC 273.5(a)",
                "felony",
                "offense: PC 273.5(a), class: felony, sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 36 }"
            )
        );
        Assert.All(report.Alternatives, a => Assert.Equal(Tier.T0, a.Collateral.Tier.End));
        Assert.True(report.NoneInside);
        Assert.Empty(report.Parity.ExcessBurden);
    }

    [Fact]
    public void Of_two_kinds_of_diversion_only_the_one_with_a_plea_is_a_conviction()
    {
        var report = Shared.Find(
            Shared.One(
                Shared.Resident,
                "HS 11377(a)",
                "misdemeanor",
                "outcome: deferredEntry, program: PC 1000.8, offense: HS 11377(a), class: misdemeanor, record: { substance: methamphetamine }, sentence: { probationMonths: 12 }",
                "{ substance: methamphetamine }"
            )
        );
        Assert.Equal(Tier.T6, report.Reference.Collateral.Tier.End);
        var diversion = Assert.Single(report.Alternatives, a => a.Counts[0].Track == "PC 1000");
        Assert.True(diversion.Collateral.Tier.End <= Tier.T1, Shared.Text(report));
        Assert.True(diversion.Band.Inside, string.Join(", ", diversion.Band.Differs));
        Assert.Contains("prosecution", diversion.Dominates);
        var plea = report.Alternatives.First(a =>
            a.Counts[0].Leaf?.Citation.ToString() == "HS 11377(a)"
            && a.Counts[0].Level == "probation of 12 months"
            && a.Counts[0].Statement.Length == 0
        );
        Assert.Equal(Tier.T6, plea.Collateral.Tier.End);
    }

    [Fact]
    public void A_shoplifting_label_detains_from_the_arrest_and_a_short_plea_leaves_cancellation_open()
    {
        const string person =
            "person: { status: enteredWithoutInspection, entry: withoutInspection, continuousResidenceSince: 2014-01-10, relatives: [ { who: child, status: citizen } ] }";
        var report = Shared.Find(
            Shared.One(
                person,
                "PC 484(a)/488",
                "misdemeanor",
                "offense: PC 484(a)/488, class: misdemeanor, sentence: { jailDays: 10, probationMonths: 12 }"
            )
        );
        Assert.Equal(Tier.T5, report.Reference.Collateral.Tier.Start);
        Assert.Equal(Tier.T6, report.Reference.Collateral.Tier.End);
        Assert.Equal(CustodyLevel.B3a, report.Reference.Collateral.Vector.Custody);
        Assert.NotEqual(ReliefState.Closed, report.Reference.Collateral.Vector.Relief["CANCEL42B"]);
        // Nothing done at plea undoes the label of the arrest.
        Assert.All(report.Alternatives.Where(a => a.Band.Inside), a => Assert.Equal(CustodyLevel.B3a, a.Collateral.Vector.Custody));
    }

    [Fact]
    public void One_disposition_means_different_things_under_each_status()
    {
        var report = Shared.Find(
            Shared.One(
                "person: { status: unknown }",
                "VC 23152(a)",
                "misdemeanor",
                "offense: VC 23152(a), class: misdemeanor, record: { injury: none }, sentence: { conditionJailDays: 2, suspended: imposition, probationMonths: 36 }",
                "{ injury: none }"
            )
        );
        Tier End(ImmigrationStatus s) => report.Reference.Outcomes.Single(o => o.Status == s).Tier.End;
        Assert.Equal(Tier.T0, End(ImmigrationStatus.Citizen));
        Assert.Equal(Tier.T2, End(ImmigrationStatus.LawfulPermanentResident));
        Assert.Equal(Tier.T3, End(ImmigrationStatus.DeferredAction));
        Assert.Equal(Tier.T1, End(ImmigrationStatus.TemporaryProtectedStatus));
    }

    [Fact]
    public void Without_the_status_minimax_prefers_a_neutral_plea_to_a_shorter_drug_plea()
    {
        var report = Shared.Find(
            Shared.One(
                "person: { status: unknown }",
                "HS 11377(a)",
                "misdemeanor",
                "offense: HS 11377(a), class: misdemeanor, record: { substance: methamphetamine, weapon: none }, sentence: { jailDays: 60 }",
                "{ substance: methamphetamine, weapon: none }"
            )
        );
        Tier End(Alternative a, ImmigrationStatus s) => a.Outcomes.Single(o => o.Status == s).Tier.End;
        Assert.Equal(Tier.T0, End(report.Reference, ImmigrationStatus.Citizen));
        // T6 with the clock complete; nobody has said so here, and the worst reading is shown.
        Assert.True(End(report.Reference, ImmigrationStatus.LawfulPermanentResident) >= Tier.T6);
        var minimax = report.Alternatives.Single(a => a.Id == report.Choices[0].Id);
        Assert.Equal("PC 372.5(b)", minimax.Counts[0].Leaf!.Citation.ToString());
        Assert.True(minimax.StatusSafe, Shared.Text(report));
        Assert.All(minimax.Outcomes, o => Assert.True(o.Tier.End <= Tier.T1 || o.Tier.End <= o.Tier.Start, $"{o.Status} {o.Tier}"));
        Assert.Contains(report.Choices[^1].Regret, r => r.Than == "more");
    }
}
