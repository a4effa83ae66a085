using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Isonomia.Severity;

namespace Isonomia.Caseload.Reports;

/// <summary>Where a report's figures come from.</summary>
/// <param name="Law">Fingerprint of the law.</param>
/// <param name="Store">Fingerprint of the store.</param>
/// <param name="AsOf">Law as of this date.</param>
public sealed record ReportSource(string Law, string Store, NodaTime.LocalDate AsOf);

/// <summary>A report as one HTML page that asks nothing of anybody, and as CSV.</summary>
public static class ReportOutput
{
    private static readonly (string Key, string Words)[] UseWords =
    [
        ("convicted", "answered as the conviction that it is"),
        ("ifConvicted", "answered as if convicted as charged"),
        ("noConviction", "ended without a conviction; not answered"),
        ("comesAgain", "the same count comes again in another row; not answered"),
        ("noCharge", "no charge (custody, supervision, registration and others)"),
        ("unresolved", "the statute is not in the law book, or the row cannot be read as a case"),
    ];

    /// <summary>Every figure: what it counts, of how many, and its source.</summary>
    public static string Csv(CaseloadReport report, ReportSource source)
    {
        var text = new StringBuilder("figure,status,low,high,charge,numerator,denominator,withheld,asOf,law,store\n");
        void Line(string figure, string status, string low, string high, string charge, long? numerator, long denominator) =>
            text.AppendJoin(
                    ',',
                    figure,
                    status,
                    low,
                    high,
                    Quoted(charge),
                    numerator?.ToString(CultureInfo.InvariantCulture) ?? "",
                    denominator.ToString(CultureInfo.InvariantCulture),
                    numerator is null ? "small cell" : "",
                    source.AsOf.ToString("R", null),
                    source.Law,
                    source.Store
                )
                .Append('\n');
        foreach (var (use, rows) in report.Uses)
            Line($"rows.{UseWords[(int)use].Key}", "", "", "", "", rows, report.Rows);
        foreach (var status in report.Statuses)
        foreach (var range in status.Ranges)
            Line("tier", Facts.Names.Camel(status.Status), range.Low.ToString(), range.High.ToString(), "", range.Rows, report.Answered);
        foreach (var charge in report.Charges)
            Line(
                charge.Citation is null ? "charge.rare"
                    : charge.IsResolved ? "charge"
                    : "charge.unresolved",
                "",
                "",
                "",
                charge.Citation ?? "(rare charges together)",
                charge.Rows,
                report.Rows
            );
        return text.ToString();
    }

    /// <summary>The page.</summary>
    public static string Html(CaseloadReport report, ReportSource source)
    {
        var text = new StringBuilder(
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>Caseload report</title>
            <style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
            table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}caption{text-align:left;font-weight:600}
            th,td{border-bottom:1px solid #bbb;padding:.2rem .5rem;text-align:left;vertical-align:top}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
            .bar{background:#2a5f8f;height:.8rem;display:block;-webkit-print-color-adjust:exact;print-color-adjust:exact}
            @media print{body{margin:0;font-size:11px}table{break-inside:avoid}}
            </style></head><body>

            """
        );
        text.Append("<h1>Caseload report</h1>\n<p>Law as of ").Append(source.AsOf.ToString("R", null));
        text.Append(
            CultureInfo.InvariantCulture,
            $". {report.Rows:N0} rows in the store, {report.Answered:N0} of them answered, each count by itself and without the person's others. "
        );
        text.Append(
            "Status is supposed, never read: each table asks what the same rows would mean if everybody had that status. This informs; it decides nothing.</p>\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"<p>Counts of 1 to {report.SmallCell - 1} are withheld, and others where they would be given away by subtraction. Where facts are missing a row has a range: as mild, and as severe, as it can be.</p>\n"
        );
        text.Append(
            "<table><caption>Rows of the store</caption><tr><th scope=\"col\">What was done with them</th><th scope=\"col\" class=\"n\">rows</th></tr>\n"
        );
        foreach (var (use, rows) in report.Uses)
            text.Append(CultureInfo.InvariantCulture, $"<tr><td>{UseWords[(int)use].Words}</td><td class=\"n\">{Count(rows)}</td></tr>\n");
        text.Append("</table>\n<h2>By status</h2>\n");
        foreach (var status in report.Statuses)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"<table><caption>{Html(Words(Facts.Names.Camel(status.Status)))}</caption><tr><th scope=\"col\">from, to</th><th scope=\"col\">at worst</th><th scope=\"col\" class=\"n\">rows of {report.Answered:N0}</th><th scope=\"col\">share</th></tr>\n"
            );
            foreach (var range in status.Ranges)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><td>{Range(range.Low, range.High)}</td><td>{Html(range.High.Plain)}</td><td class=\"n\">{Count(range.Rows)}</td><td>{Bar(range.Rows, report.Answered)}</td></tr>\n"
                );
            text.Append("</table>\n");
        }
        text.Append(
            "<h2>By charge</h2>\n<table><caption>Charges, commonest first</caption><tr><th scope=\"col\">charge</th><th scope=\"col\">law book</th><th scope=\"col\" class=\"n\">rows</th></tr>\n"
        );
        foreach (var charge in report.Charges)
            text.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{Html(charge.Citation ?? "rare charges together")}</td><td>{(charge.IsResolved ? "yes" : charge.Citation is null ? "" : "no")}</td><td class=\"n\">{Count(charge.Rows)}</td></tr>\n"
            );
        text.Append(
            CultureInfo.InvariantCulture,
            $"</table>\n<h2>Source</h2>\n<p>Law book {Html(source.Law)}<br>Store {Html(source.Store)}<br>{report.Work.Charges:N0} distinct charge strings, {report.Work.Asked:N0} cases assessed.</p>\n</body></html>\n"
        );
        return text.ToString();
    }

    private static string Range(Tier low, Tier high) => low == high ? low.ToString() : $"{low} to {high}";

    private static string Count(long? rows) => rows is { } n ? n.ToString("N0", CultureInfo.InvariantCulture) : "withheld";

    private static string Bar(long? rows, long all) =>
        rows is { } n && all > 0
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{100.0 * n / all:0.0}%<span class=\"bar\" style=\"width:{100.0 * n / all:0.0}%\"></span>"
            )
            : "";

    private static string Words(string camel) =>
        string.Concat(camel.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",\"\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
