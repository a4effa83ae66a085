using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Isonomia.Alternatives;
using Isonomia.Facts;
using Isonomia.Severity;

namespace Isonomia.Cli.Output;

/// <summary>
/// Alternatives as one page without scripts: a chart of days ordered against the tier, and the same as a table, which is what a screen reader
/// reads and what a printer without color shows. Marks differ by shape.
/// </summary>
internal static class AlternativesHtml
{
    private const int Left = 60;
    private const int Right = 20;
    private const int Top = 20;
    private const int Bottom = 50;
    private const int Width = 760;
    private const int Step = 34;
    private static readonly ImmutableArray<Tier> Tiers = [Tier.T0, Tier.T1, Tier.T2, Tier.T3, Tier.T4, Tier.T5, Tier.T6, Tier.T7, Tier.T8];
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Write(AlternativesReport r, string lawBook)
    {
        var page = new StringBuilder();
        var all = r.Alternatives.Prepend(r.Reference).ToArray();
        page.Append(
            Plain,
            $$"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Alternatives to {{Text(r.Reference.Name)}}</title>
            <style>
            body { font: 1rem/1.45 system-ui, sans-serif; color: #111; background: #fff; max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem; }
            svg { width: 100%; height: auto; }
            svg text { font: 12px system-ui, sans-serif; fill: #111; }
            table { border-collapse: collapse; width: 100%; }
            caption { text-align: left; font-weight: 600; padding: .4rem 0; }
            th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
            td.n { text-align: right; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            @media print { body { max-width: none; margin: 0; font-size: 9pt; } }
            </style>
            </head>
            <body>
            <main>
            <h1>Alternatives to {{Text(r.Reference.Name)}}</h1>
            <p>Law of {{r.Assessment.AsOf.ToString("uuuu-MM-dd", Plain)}}; law book {{Text(lawBook)}}. Status: {{Text(
                Status(r)
            )}}. This informs; it decides nothing.</p>
            <p>Band: {{Text(r.Band.Id)}}, {{(r.Band.Adopted ? $"signed by {Text(r.Band.SignedBy)}" : "adopted by no office")}}. {{Text(
                Result(r)
            )}}</p>

            """
        );
        Chart(page, r, all);
        Table(page, r, all);
        Parity(page, r);
        page.Append("</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static string Status(AlternativesReport r) =>
        r.Assessment.Status is { } status ? CodeNames.Spaced(Names.Camel(status)) : "not asked; the worst over all statuses is shown";

    private static string Result(AlternativesReport r) =>
        (
            r.NoneInside ? "None inside the band is milder for this person."
            : r.Parity.Best is { } best
                ? $"Best inside the band: {best.Id}{(best.Barriers.Count > 0 ? $" (barred unless the case lifts it: {string.Join("; ", best.Barriers.Select(b => b.Section))})" : "")}."
            : "Some inside the band are milder."
        ) + $" {r.Searched} dispositions covered; the search is {(r.Complete ? "complete" : "not complete")}.";

    private static void Chart(StringBuilder page, AlternativesReport r, Alternative[] all)
    {
        var most = Math.Max(30, all.Max(Days));
        var height = Top + (8 * Step) + Bottom;
        double X(Alternative a) => Left + ((Width - Left - Right) * (double)Days(a) / most);
        double Y(Tier t) => Top + ((8 - Position(t)) * Step);
        page.Append(
            Plain,
            $"""
            <figure>
            <svg viewBox="0 0 {Width} {height}" role="img" aria-labelledby="chart-title chart-text">
            <title id="chart-title">Days ordered against the tier of the consequences</title>
            <desc id="chart-text">Each option is a mark: to the right more days ordered, upwards graver consequences, T0 none to T8 aggravated felony. The offer is a square, options inside the band are filled circles, others open circles. The table below holds the same.</desc>

            """
        );
        foreach (var tier in Tiers)
            page.Append(
                Plain,
                $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(tier)}\" y2=\"{Y(tier)}\" stroke=\"#ccc\"/><text x=\"{Left - 10}\" y=\"{Y(tier) + 4}\" text-anchor=\"end\">{tier}</text>\n"
            );
        for (var k = 0; k <= 4; k++)
            page.Append(
                Plain,
                $"<text x=\"{Left + ((Width - Left - Right) * k / 4)}\" y=\"{Top + (8 * Step) + 20}\" text-anchor=\"middle\">{most * k / 4}</text>\n"
            );
        page.Append(Plain, $"<text x=\"{Width / 2}\" y=\"{height - 8}\" text-anchor=\"middle\">days of custody ordered</text>\n");
        // Marks of one place are drawn once, with the numbers of all.
        foreach (var spot in all.GroupBy(a => (Days(a), a.Collateral.Tier.End, Inside: a.Band.Inside || a.Id == "reference")).Reverse())
        {
            var (x, y) = (X(spot.First()), Y(spot.Key.End));
            var offer = spot.Any(a => a.Id == "reference");
            var names = string.Join(", ", spot.Take(12).Select(a => a.Id)) + (spot.Count() > 12 ? ", ..." : "");
            page.Append(
                offer
                    ? string.Create(
                        Plain,
                        $"<rect x=\"{x - 6}\" y=\"{y - 6}\" width=\"12\" height=\"12\" fill=\"#111\"><title>the offer; {Text(names)}</title></rect>\n"
                    )
                    : string.Create(
                        Plain,
                        $"<circle cx=\"{x}\" cy=\"{y}\" r=\"5\" fill=\"{(spot.Key.Inside ? "#1b5e20" : "#fff")}\" stroke=\"#111\"><title>{Text(names)}</title></circle>\n"
                    )
            );
        }
        page.Append("</svg>\n<figcaption>Square: the offer. Filled: inside the band. Open: outside it.</figcaption>\n</figure>\n");
    }

    private static void Table(StringBuilder page, AlternativesReport r, Alternative[] all)
    {
        page.Append(
            "<table>\n<caption>Options, inside the band and undominated first</caption>\n<thead><tr><th scope=\"col\">Option</th><th scope=\"col\">Disposition</th><th scope=\"col\">Band</th><th scope=\"col\">Tier before and after</th><th scope=\"col\">Days ordered</th><th scope=\"col\">Likely served</th><th scope=\"col\">Class</th><th scope=\"col\">Safe under every status</th></tr></thead>\n<tbody>\n"
        );
        foreach (var a in all)
        {
            var offer = a.Id == "reference";
            page.Append(
                Plain,
                $"<tr><th scope=\"row\">{(offer ? "offer" : a.Id)}</th><td>{Text(a.Name)}{(a.Barriers.Count > 0 ? $" <em>({Text(string.Join("; ", a.Barriers.Select(b => $"{b.Section}: {b.Because}")))})</em>" : "")}</td><td>{(offer ? "offer" : a.Band.Inside ? "inside" : $"outside: {Text(string.Join(", ", a.Band.Differs))}")}{(r.Undominated.Contains(a.Id) ? ", undominated" : "")}</td><td>{a.Collateral.Tier.Start} to {a.Collateral.Tier.End}</td><td class=\"n\">{a.Direct.Ordered}</td><td class=\"n\">{a.Direct.Projected}</td><td>{a.Direct.Class}</td><td>{(a.StatusSafe ? "yes" : "no")}</td></tr>\n"
            );
        }
        page.Append("</tbody>\n</table>\n");
    }

    /// <summary>The four cells of severity.md section 6.1.</summary>
    private static void Parity(StringBuilder page, AlternativesReport r)
    {
        var (offer, best) = (r.Parity.Reference, r.Parity.Best);
        string Direct(Alternative? a) => a is null ? "none inside the band" : $"{a.Direct.Class}, {a.Direct.Ordered} ordered";
        string Cell(Alternative? a, IReadOnlyList<string> more) =>
            a is null
                ? "none inside the band"
                : $"{Direct(a)}; {a.Collateral.Tier.Start} to {a.Collateral.Tier.End}{(more.Count > 0 ? $": {string.Join("; ", more)}" : "")}";
        page.Append(
            Plain,
            $"""
            <table>
            <caption>Parity: the same disposition for a citizen and for this person</caption>
            <thead><tr><td></td><th scope="col">The offer</th><th scope="col">Best alternative inside the band</th></tr></thead>
            <tbody>
            <tr><th scope="row">A citizen</th><td>{Text(Direct(offer))}; no consequence</td><td>{Text(Direct(best))}{(
                best is null ? "" : "; no consequence"
            )}</td></tr>
            <tr><th scope="row">This person</th><td>{Text(Cell(offer, r.Parity.ExcessBurden))}</td><td>{Text(
                Cell(best, r.Parity.Residual)
            )}</td></tr>
            </tbody>
            </table>
            <p>{Text(r.Parity.MoreSevere)}</p>

            """
        );
        if (r.Parity.Lighter.Count > 0)
            page.Append(Plain, $"<p>Lighter than a citizen would get: {Text(string.Join(", ", r.Parity.Lighter))}.</p>\n");
    }

    private static int Position(Tier tier) => Tiers.IndexOf(tier);

    /// <summary>Life stands at a hundred years, open terms at their longest.</summary>
    private static int Days(Alternative a) => Math.Min(36500, a.Direct.Ordered.High?.Count ?? 36500);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
