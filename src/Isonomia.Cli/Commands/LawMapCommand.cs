using System.CommandLine;
using System.Net;
using System.Text;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Law;
using Isonomia.Offenses;
using NodaTime;
using NodaTime.Text;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia law map</c>: the offenses as a chart that reads and prints like the practitioner's.</summary>
internal static class LawMapCommand
{
    /// <summary>Columns of the chart: what lawyers look for first, several categories to a column.</summary>
    private static readonly (string Head, string[] Categories)[] Columns =
    [
        ("Moral turpitude", ["cimt"]),
        ("Violence / domestic violence", ["crimeOfViolence", "domesticViolence"]),
        ("Drugs", ["controlledSubstance", "drugTrafficking"]),
        ("Firearms", ["firearm", "firearmsTrafficking", "firearmsOrExplosives"]),
        ("Theft, burglary, fraud, forgery", ["theft", "burglary", "fraudDeceit", "forgery", "moneyLaundering"]),
        ("Justice", ["obstruction", "perjury", "bribery", "failureToAppear"]),
        (
            "Children, sex, orders, stalking",
            [
                "childAbuse",
                "sexualAbuseOfMinor",
                "rape",
                "murder",
                "childPornography",
                "prostitution",
                "prostitutionBusiness",
                "protectionOrder",
                "stalking",
                "kidnappingRansom",
            ]
        ),
        ("Laken Riley", ["rileyAct"]),
    ];

    public static Command Create(Option<string?> lawFolder, TextWriter output)
    {
        var asOf = new Option<string?>("--as-of") { Description = "Law as of this date (default: today)." };
        var only = new Option<string?>("--code") { Description = "Only offenses of this code (PC, HS, VC)." };
        var command = new Command(
            "map",
            """
            Every offense in one HTML chart, for screen and paper.

            Example: isonomia law map > chart.html
            """
        )
        {
            asOf,
            only,
        };
        command.SetAction(parse =>
        {
            var date = Dates.AsOf(parse.GetValue(asOf));
            var analyzer = new Analyzer(LawFolder.Load(parse.GetValue(lawFolder)));
            output.Write(Html(analyzer, date, parse.GetValue(only)));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Html(Analyzer analyzer, LocalDate date, string? only)
    {
        var law = analyzer.Law;
        var html = new StringBuilder();
        html.Append(
            $$"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Immigration consequences of California offenses</title>
            <style>
            :root { --ink: #1b1b1b; --rule: #bbb; --soft: #f4f4f1; }
            body { font: 15px/1.4 "Source Serif 4", Georgia, serif; color: var(--ink); margin: 2rem; }
            h1 { font-size: 1.6rem; margin: 0 0 .3rem; }
            p { max-width: 75ch; margin: .3rem 0; }
            table { border-collapse: collapse; width: 100%; margin-top: 1rem; table-layout: fixed; }
            col.o { width: 17%; } col.s { width: 13%; } col.r { width: 8%; }
            th, td { border-top: 1px solid var(--rule); padding: .35rem .5rem; vertical-align: top; text-align: left; }
            thead th { border-bottom: 2px solid var(--ink); font: 600 12px/1.25 system-ui, sans-serif; position: sticky; top: 0; background: #fff; }
            tbody th { font-weight: 600; } th, td { overflow-wrap: anywhere; }
            tbody th span { display: block; font-weight: 400; }
            td { font-size: 13px; }
            b.yes { font-weight: 700; } b.yes::before { content: "■ "; }
            b.depends { font-weight: 600; } b.depends::before { content: "◧ "; }
            b.unsettled { font-weight: 600; font-style: italic; } b.unsettled::before { content: "? "; }
            b.unreviewed { font-weight: 400; } b.unreviewed::before { content: "– "; }
            .none { color: #555; }
            @page { size: letter landscape; margin: 12mm; }
            @media print {
              body { margin: 0; font-size: 8.5pt; line-height: 1.25; } td { font-size: 7.5pt; } thead { display: table-header-group; } thead th { position: static; font-size: 7.5pt; }
              tr { break-inside: avoid; } th, td { padding: 2pt 3pt; }
            }
            </style>
            <h1>Immigration consequences of California offenses</h1>
            <p>Law of {{LocalDatePattern.Iso.Format(date)}}, Ninth Circuit; law book {{CommandLine.Version}}+{{law.Fingerprint[
                ..12
            ]}}; {{law.Offenses.Count}} offenses. By elements: sentence, loss, status and dates decide further.</p>
            <p><b class="yes">yes</b> &nbsp; <b class="depends">depends on the record</b> &nbsp; <b class="unsettled">unsettled, plan for yes</b> &nbsp; <b class="unreviewed">not reviewed</b> &nbsp; an empty cell: no, by authority or by the statute's text. <em>365</em>: an aggravated felony only with a year imposed; <em>$</em>: only with a loss over $10,000. This informs; it decides nothing.</p>
            <table><colgroup><col class="o"><col><col><col><col class="r"><col><col class="r"><col><col class="r"><col class="s"></colgroup><thead><tr><th scope="col">Offense, punishment</th>
            """
        );
        foreach (var (head, _) in Columns)
            html.Append($"<th scope=\"col\">{Text(head)}</th>");
        html.Append("<th scope=\"col\">Safer options</th></tr></thead><tbody>\n");
        foreach (
            var leaf in law
                .Offenses.OrderBy(o => o.Citation)
                .Where(o => (only is null || o.Citation.Code.Text == only) && (o.Until is not { } u || date < u))
        )
            Row(html, OffenseReport.Of(analyzer, leaf.Citation.ToString(), date, Forum.NinthCircuit), leaf);
        html.Append("</tbody></table></html>\n");
        return html.ToString();
    }

    private static void Row(StringBuilder html, OffenseReport r, Offense leaf)
    {
        html.Append(
            $"<tr><th scope=\"row\">{Text(leaf.Citation.ToString())}<span>{Text(leaf.Title)}</span><span>{Text(Punishment(r))}</span></th>"
        );
        foreach (var (_, categories) in Columns)
        {
            html.Append("<td>");
            foreach (var m in r.Matches.Where(m => Array.IndexOf(categories, m.Category) >= 0 && m.Answer.Kind != AnswerKind.No))
            {
                var needs =
                    m.NeedsImposedDays is not null ? " <em>365</em>"
                    : m.NeedsLossOver is not null ? " <em>$</em>"
                    : "";
                var on = m
                    .Answer.DependsOn.Where(d => d.Then == Truth.Yes)
                    .Take(4)
                    .Select(d =>
                        string.Join(
                            ", ",
                            d.Facts.Select(f =>
                                f.Value.Contains(' ', StringComparison.Ordinal) || f.Key == "prong"
                                    ? f.Value
                                    : Output.CodeNames.Spaced(f.Value)
                            )
                        )
                    )
                    .ToArray();
                var tail = on.Length > 0 ? $": if {Text(string.Join(" or ", on))}" : "";
                // A column of one category needs no name in its cells.
                var name = categories.Length == 1 ? m.Answer.Word : Output.CodeNames.Category(m.Category);
                html.Append($"<b class=\"{m.Answer.Word}\">{Text(name)}</b>{needs}{tail}<br>");
            }
            html.Append("</td>");
        }
        html.Append($"<td>{Text(string.Join("; ", r.SaferOptions.Select(s => s.Option).Distinct(StringComparer.Ordinal)))}</td></tr>\n");
    }

    private static string Punishment(OffenseReport r) =>
        string.Join(
            "; ",
            r.Penalties.Select(p =>
                p.Penalty.Class switch
                {
                    OffenseClass.Felony =>
                        $"felony {(p.Penalty.Term.Life ? (p.Penalty.Term.LifeAfterMonths is { } min ? $"{min / 12}y to life" : "life") : string.Join("-", p.Penalty.Term.Months.Select(m => m % 12 == 0 ? $"{m / 12}y" : $"{m}m")))}",
                    OffenseClass.Misdemeanor => $"misd. {p.Penalty.Term.MaxDays} d",
                    _ => $"infraction ${p.Penalty.MaxFineDollars}",
                }
            )
        );

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
