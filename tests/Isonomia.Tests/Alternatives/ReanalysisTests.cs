using Isonomia.Alternatives;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Json;
using Isonomia.Severity;
using Xunit;

namespace Isonomia.Tests.Alternatives;

/// <summary>Every alternative, pasted back as a case, is answered by <c>analyze</c> as it was printed.</summary>
public sealed class ReanalysisTests
{
    private static readonly string[] People =
    [
        Shared.Resident,
        "person: { status: enteredWithoutInspection, continuousResidenceSince: 2014-01-10 }",
        "person: { status: asylee, entry: inspected, admitted: 2022-01-01 }",
        "person: { status: lawfulPermanentResident, entry: inspected, admitted: 2023-06-15, residentSince: 2023-06-15, continuousResidenceSince: 2016-06-15 }",
    ];

    private static readonly (string Offense, string Class, string Offer, string Facts)[] Offers =
    [
        (
            "PC 273.5(a)",
            "felony",
            "conditionJailDays: 365, suspended: imposition, probationMonths: 36, fineDollars: 400",
            "{ victim: spouse }"
        ),
        ("HS 11378", "felony", "prisonMonths: 16", "{ substance: methamphetamine }"),
        ("PC 487(a)", "felony", "conditionJailDays: 180, suspended: imposition, probationMonths: 24, restitutionDollars: 4000", "{}"),
        ("PC 211/212.5(c)", "felony", "prisonMonths: 24", "{ victim: stranger }"),
        ("PC 530.5(a)", "misdemeanor", "jailDays: 90", "{ lossDollars: 12000 }"),
        (
            "PC 242/243(a)",
            "misdemeanor",
            "conditionJailDays: 10, suspended: imposition, probationMonths: 12",
            "{ victim: stranger, injury: none }"
        ),
        ("VC 23152(a)", "misdemeanor", "conditionJailDays: 2, suspended: imposition, probationMonths: 36", "{ injury: none }"),
    ];

    private static readonly string[] Priors =
    [
        "",
        "priors: [ { offense: PC 484(a)/488, class: misdemeanor, committed: 2024-05-01, convicted: 2024-06-20, sentence: { jailDays: 10 } } ]",
        "priors: [ { offense: PC 211, class: felony, committed: 2015-05-01, convicted: 2015-06-20, sentence: { prisonMonths: 24 } } ]",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Alternatives_pasted_back_are_analyzed_to_the_same_answers(int seed)
    {
        var random = new Random(seed);
        var (offense, @class, offer, facts) = Offers[seed % Offers.Length];
        var matter = Shared.One(
            People[random.Next(People.Length)],
            offense,
            @class,
            $"offense: \"{offense}\", class: {@class}, sentence: {{ {offer} }}",
            facts,
            Priors[random.Next(Priors.Length)]
        );
        var report = Shared.Find(matter);
        var some = report.Alternatives.OrderBy(_ => random.Next()).Take(12).Append(report.Reference);
        foreach (var alternative in some)
            Same(matter, alternative);
    }

    [Fact]
    public void Two_counts_with_an_unknown_status_are_answered_alike()
    {
        var matter = Shared.Case(
            """
            asOf: 2026-11-22
            charges:
              - { id: "1", offense: PC 484(a)/488, class: misdemeanor, committed: 2026-08-01, incident: a }
              - { id: "2", offense: PC 242/243(a), class: misdemeanor, committed: 2026-08-02, incident: b, facts: { victim: stranger } }
            disposition:
              - { charge: "1", class: misdemeanor, offense: PC 484(a)/488, sentence: { jailDays: 30 } }
              - { charge: "2", class: misdemeanor, offense: PC 242/243(a), sentence: { jailDays: 10 } }
            """
        );
        var report = Shared.Find(matter);
        foreach (
            var alternative in report
                .Alternatives.Where((_, i) => i % Math.Max(1, report.Alternatives.Count / 10) == 0)
                .Append(report.Reference)
        )
            Same(matter, alternative);
    }

    /// <summary>Writes the disposition as JSON into the case, reads it back, and compares what is printed of both.</summary>
    private static void Same(Matter matter, Alternative alternative)
    {
        var json = JsonText.Of(w =>
        {
            w.WriteStartObject();
            w.WriteStartArray("charges");
            foreach (var c in matter.Charges)
            {
                w.WriteStartObject();
                w.WriteString("id", c.Id);
                w.WriteString("offense", c.Offense.Value);
                w.WriteEndObject();
            }
            w.WriteEndArray();
            DispositionJson.Write(w, "disposition", alternative.Counts.Select(c => c.Disposition));
            w.WriteEndObject();
        });
        var read = Shared.Case(json).Dispositions;
        var again = Shared.Analyzer.Assess(matter with { Dispositions = read }, Shared.Today);
        var (x, y) = (alternative.Collateral, again.Collateral);
        var where = $"{alternative.Name}\n{json}";
        Assert.True(x.Tier == y.Tier, $"{x.Tier} {y.Tier} {where}");
        Assert.True(Dominance.Of(x.Vector, y.Vector) == Comparison.Equal && x.Vector.Exposure == y.Vector.Exposure, where);
        Assert.True(x.Certainty == y.Certainty, $"G{x.Certainty} G{y.Certainty} {where}");
        Assert.True(alternative.Direct == again.Direct, $"{alternative.Direct} {again.Direct} {where}");
        foreach (var off in alternative.SwitchedOff)
            Assert.DoesNotContain(
                again.Grounds.Concat(again.Detention).Concat(again.Exposure),
                c => c.Code == off.Code && c.Answer.Bounds != Law.Truth.No
            );
        // A doubled term (PC 667(e)(1)) is above the page's own upper term, and analyze, which does not double, says so.
        var doubled = alternative.Counts.Any(c => c.Level.Contains("doubled", StringComparison.Ordinal));
        var refused = again.Warnings.Where(w =>
            w.Contains("allows", StringComparison.Ordinal) || w.Contains("not punished", StringComparison.Ordinal)
        );
        Assert.True(doubled || !refused.Any(), $"{string.Join('\n', refused)} {where}");
    }
}
