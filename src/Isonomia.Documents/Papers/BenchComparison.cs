using Isonomia.Alternatives;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Severity;

namespace Isonomia.Documents.Papers;

/// <summary>One page for the bench: the same offer for a citizen and for everybody else, and the options that make it more equal. It names no status of the person.</summary>
public static class BenchComparison
{
    private const int MostOptions = 3;

    /// <summary>The paper.</summary>
    /// <param name="source">The case.</param>
    /// <param name="report">Alternatives to its offer, of the case without status.</param>
    public static Paper Write(PaperSource source, AlternativesReport report)
    {
        var words = new CaseWords(PaperLanguage.English);
        var a = report.Assessment;
        var options = report.Alternatives.Where(x => x.Band.Inside).Take(MostOptions).ToArray();
        var blocks = new List<Block>
        {
            new Heading("The offer"),
            new Points([
                .. a
                    .Counts.Where(c => c.Count.Kind == CountKind.Disposition)
                    .Select(c => $"Count {c.Count.Label}, charged as {(c.Count.Charged ?? c.Count.Offense).Name}: {words.Count(c.Count)}"),
            ]),
            new Grid(
                ["", "Direct punishment, the same for everybody", "Citizen", .. Groups.Select(g => g.Name)],
                [Row("The offer", report.Reference, words), .. options.Select(x => Row($"{x.Id}: {x.Name}", x, words))]
            ),
            new Paragraph(
                report.NoneInside ? "No permitted option inside the band of equal punishment has milder consequences."
                : options.Length == 0 ? "No option inside the band of equal punishment is listed."
                : $"The options above are equal to the offer within the band {report.Band.Id}{(report.Band.Adopted ? "" : ", which no office has adopted")}."
            ),
            new Paragraph(string.Join(" ", Steps(report.Reference, options).Select(t => $"{t}: {t.Plain}")), "The steps:"),
            words.Scale,
            new Paragraph(report.Parity.MoreSevere),
            new Paragraph(
                "Both sides may weigh immigration consequences in reaching a disposition (Padilla v. Kentucky, 559 U.S. 356 (2010); Penal Code 1016.2(b), 1016.3). The court asks nobody's status (1016.5(d)) and this page needs none."
            ),
        };
        foreach (var warning in a.Warnings)
            blocks.Add(new Paragraph(warning, "Check:"));
        return new Paper(
            "Comparison for the bench",
            "May be filed: it says nothing about the person's status.",
            PaperLanguage.English,
            blocks,
            words.Foot(a, source.LawBook, source.Today)
        );
    }

    private static readonly (string Name, ImmigrationStatus[] Statuses)[] Groups =
    [
        ("Resident", [ImmigrationStatus.LawfulPermanentResident, ImmigrationStatus.ReturningResident]),
        ("Refugee, asylee", [ImmigrationStatus.Refugee, ImmigrationStatus.Asylee]),
        ("Visa", [ImmigrationStatus.Nonimmigrant]),
        ("TPS, DACA", [ImmigrationStatus.TemporaryProtectedStatus, ImmigrationStatus.DeferredAction]),
        (
            "U, T, VAWA, juvenile",
            [ImmigrationStatus.UVisa, ImmigrationStatus.TVisa, ImmigrationStatus.Vawa, ImmigrationStatus.SpecialImmigrantJuvenile]
        ),
        ("No status", [ImmigrationStatus.Overstay, ImmigrationStatus.EnteredWithoutInspection, ImmigrationStatus.Parolee]),
    ];

    private static IReadOnlyList<string> Row(string name, Alternative x, CaseWords words) =>
        [name, words.DirectShort(x.Direct), "T0", .. Groups.Select(g => Span(x, g.Statuses))];

    private static string Span(Alternative x, ImmigrationStatus[] statuses)
    {
        var tiers = x.Outcomes.Where(o => Array.IndexOf(statuses, o.Status) >= 0).Select(o => o.Tier).ToArray();
        var low = tiers.Min(t => t.Low)!;
        var high = tiers.Max(t => t.High)!;
        return low == high ? $"{low}" : $"{low} to {high}";
    }

    /// <summary>The steps that the table names, lightest first.</summary>
    private static IEnumerable<Tier> Steps(Alternative reference, IEnumerable<Alternative> options) =>
        options.Prepend(reference).SelectMany(x => x.Outcomes).SelectMany(o => new[] { o.Tier.Low, o.Tier.High }).Distinct().Order();
}
