using Isonomia.Alternatives;
using Isonomia.Facts;
using Isonomia.Severity;

namespace Isonomia.Documents.Papers;

/// <summary>
/// The prosecution's record that it considered the avoidance of adverse immigration consequences as one factor toward a just resolution
/// (PC 1016.3(b)): the options, the approval, the reasons. Without anyone's status, unless the office asks for it.
/// </summary>
public static class ConsiderationRecord
{
    private const int MostOptions = 12;

    /// <summary>The paper.</summary>
    /// <param name="source">The case.</param>
    /// <param name="report">Alternatives to its offer: of the case without status, or with it if the office says so.</param>
    /// <param name="decision">What the office decided.</param>
    /// <param name="withStatus">The office says that the status given may stand in this record.</param>
    public static Paper Write(PaperSource source, AlternativesReport report, Decision decision, bool withStatus)
    {
        var words = new CaseWords(PaperLanguage.English);
        var a = report.Assessment;
        var offered = a.Counts.Where(c => c.Count.Kind == CountKind.Disposition).ToArray();
        var blocks = new List<Block>
        {
            new Paragraph(
                "In plea negotiations the prosecution considers the avoidance of adverse immigration consequences as one factor in an effort to reach a just resolution (Penal Code 1016.3(b), on the findings of 1016.2). The statute dictates no outcome, and neither does this record."
            ),
            new Paragraph(
                withStatus && a.Status is { } status
                    ? $"The office keeps the status that was told to it: {words.Phrases.Status(status)}. It was not verified and no proof was asked for."
                    : "No immigration status was asked for, inferred or used. What follows is computed for every status that a person may have.",
                "Status:"
            ),
            new Heading("Charges and offer"),
            new Grid(
                ["Count", "Charged", "Offer that a citizen would get"],
                [
                    .. offered.Select(
                        IReadOnlyList<string> (c) => [c.Count.Label, (c.Count.Charged ?? c.Count.Offense).Name, words.Count(c.Count)]
                    ),
                ]
            ),
        };
        foreach (var warning in a.Warnings)
            blocks.Add(new Paragraph(warning, "Check:"));
        blocks.Add(new Heading("Direct punishment of the offer"));
        blocks.Add(new Points(words.Direct(report.Reference.Direct)));
        blocks.Add(new Heading("Immigration consequences of the offer"));
        blocks.Add(words.ByStatus(Outcomes(report.Reference, withStatus ? a.Status : null)));
        blocks.Add(words.Scale);
        blocks.Add(new Paragraph(report.Parity.MoreSevere, "Compared with the punishment itself:"));
        Options(report, words, blocks);
        Said(report, decision, blocks);
        blocks.Add(new Signatures(["Deputy", "Supervisor", "Date"]));
        return new Paper(
            "Record of consideration under Penal Code 1016.3(b)",
            withStatus && a.Status is not null
                ? "Office file only: it holds a status that was told to the office. Not for a court file."
                : "Prosecution file. It says nothing about the person's status.",
            PaperLanguage.English,
            blocks,
            words.Foot(a, source.LawBook, source.Today)
        );
    }

    private static IEnumerable<(Cases.ImmigrationStatus, Analysis.TierRange)> Outcomes(Alternative x, Cases.ImmigrationStatus? only) =>
        x.Outcomes.Where(o => only is null || o.Status == only).Select(o => (o.Status, o.Tier));

    private static void Options(AlternativesReport report, CaseWords words, List<Block> blocks)
    {
        blocks.Add(new Heading("Options considered"));
        blocks.Add(
            new Paragraph(
                $"{report.Searched:N0} dispositions were covered"
                    + (report.Complete ? "; the search is complete." : "; the search could not cover all, so a better option may exist.")
                    + $" Band of equal punishment: {report.Band.Id}"
                    + (report.Band.Adopted ? $", signed by {report.Band.SignedBy}." : ", adopted by no office.")
            )
        );
        if (report.NoneInside)
            blocks.Add(new Paragraph("No option inside the band has milder immigration consequences.", "Result:"));
        var shown = report.Alternatives.Take(MostOptions).ToArray();
        if (shown.Length > 0)
            blocks.Add(
                new Grid(
                    ["Option", "Disposition", "Direct punishment", "Over all statuses", "Equal to a citizen's offer?"],
                    [Row(report.Reference, "the offer", words, "it is the offer"), .. shown.Select(x => Row(x, x.Id, words, Equal(x)))]
                )
            );
        if (report.Alternatives.Count > shown.Length)
            blocks.Add(new Paragraph($"{report.Alternatives.Count - shown.Length} more options stand in the analysis itself."));
        var barriers = shown
            .SelectMany(x => x.Barriers.Select(b => $"{x.Id}: {b.Section}: {b.Because}"))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        string[] limits =
        [
            .. barriers,
            .. report.Barred.Select(b => $"not allowed: count {b.Charge}: {b.Offer}: {b.Section}: {b.Because}"),
        ];
        if (limits.Length > 0)
        {
            blocks.Add(new Heading("Limits of the law on these offers"));
            blocks.Add(new Points(limits));
        }
    }

    private static IReadOnlyList<string> Row(Alternative x, string name, CaseWords words, string equal) =>
        [name, x.Name, words.DirectShort(x.Direct), Span(x), equal];

    /// <summary>The lightest and the gravest over all noncitizen statuses.</summary>
    internal static string Span(Alternative x)
    {
        var touched = x.Outcomes.Where(o => o.Status != Cases.ImmigrationStatus.Citizen).Select(o => o.Tier).ToArray();
        if (touched.Length == 0)
            return "T0";
        var low = touched.Min(t => t.Low)!;
        var high = touched.Max(t => t.High)!;
        return low == high ? $"{low}" : $"{low} to {high}";
    }

    internal static string Equal(Alternative x) =>
        x.Band.Inside ? "inside the band"
        : x.Band.Lighter.Count > 0 ? $"lighter: {string.Join(", ", x.Band.Lighter)}"
        : $"outside: {string.Join(", ", x.Band.Differs)}";

    private static void Said(AlternativesReport report, Decision decision, List<Block> blocks)
    {
        blocks.Add(new Heading("Decision"));
        var missing = new List<string>();
        if (decision.Chosen is { } id)
        {
            var chosen = id == report.Reference.Id ? report.Reference : report.Alternatives.First(x => x.Id == id);
            blocks.Add(new Paragraph($"{id}: {chosen.Name}. {Equal(chosen)}.", "Chosen:"));
        }
        else
            missing.Add("which option was chosen");
        if (decision.Reasons.Count > 0)
        {
            blocks.Add(new Paragraph("", "Reasons:"));
            blocks.Add(new Points(decision.Reasons));
        }
        else
            missing.Add("the reasons");
        if (decision.DecidedBy is { } by)
            blocks.Add(new Paragraph(by, "Decided by:"));
        else
            missing.Add("who decided");
        if (decision.ApprovedBy is { } approver)
            blocks.Add(new Paragraph(approver, "Approved by:"));
        else
            missing.Add("who approved");
        if (missing.Count > 0)
            blocks.Add(new Paragraph($"{string.Join(", ", missing)}.", "Not told when this record was made:"));
    }
}
