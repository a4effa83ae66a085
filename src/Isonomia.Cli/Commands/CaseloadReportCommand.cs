using System.CommandLine;
using System.Text.Json;
using Isonomia.Analysis;
using Isonomia.Caseload;
using Isonomia.Caseload.Intake;
using Isonomia.Caseload.Reports;
using Isonomia.Law;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia caseload report STORE</c></summary>
internal static class CaseloadReportCommand
{
    public static Command Create(Option<string?> law, TextWriter output, TextWriter error)
    {
        var store = new Argument<string>("store") { Description = "Folder of a finished import." };
        var asOf = new Option<string?>("--as-of") { Description = "Law as of this date (default: today)." };
        var to = new Option<string>("--out") { Description = "Folder for report.html and figures.csv.", Required = true };
        var small = new Option<int>("--small-cell")
        {
            Description = "Counts below this number are withheld.",
            DefaultValueFactory = _ => 11,
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "report",
            """
            What the rows of a store mean under the law, for each status that persons might have: one HTML page and every figure as CSV.
            Each count is answered by itself. Status is supposed, never read.

            Example: isonomia caseload report store --as-of 2026-11-22 --out report
            """
        )
        {
            store,
            asOf,
            to,
            small,
            json,
        };
        command.SetAction(parse =>
        {
            try
            {
                var date = Dates.AsOf(parse.GetValue(asOf));
                if (parse.GetValue(small) is < 1 or > 1000)
                    throw new UsageException("--small-cell: from 1 to 1000");
                var folder = parse.GetValue(store)!;
                var segments = Import.Segments(folder).ToArray();
                using var complete = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "complete.json")));
                var pages = LawFolder.Pages(parse.GetValue(law) ?? LawFolder.Default);
                var book = LawFolder.Load(parse.GetValue(law));
                var report = new ReportBuilder(new Analyzer(book), LawDates.In(pages), date, parse.GetValue(small)).Build(segments);
                var source = new ReportSource(
                    AnalyzeCommand.LawBookName(book),
                    complete.RootElement.GetProperty("sha256").GetString()!,
                    date
                );
                var at = parse.GetValue(to)!;
                Directory.CreateDirectory(at);
                File.WriteAllText(Path.Combine(at, "report.html"), ReportOutput.Html(report, source));
                File.WriteAllText(Path.Combine(at, "figures.csv"), ReportOutput.Csv(report, source));
                var unresolved = report.Uses.First(u => u.Use == RowUse.Unresolved).Rows;
                if (parse.GetValue(json))
                    output.Write(
                        Json.JsonText.Of(w =>
                        {
                            w.WriteStartObject();
                            w.WriteString("html", Path.Combine(at, "report.html"));
                            w.WriteString("csv", Path.Combine(at, "figures.csv"));
                            w.WriteNumber("rows", report.Rows);
                            w.WriteNumber("answered", report.Answered);
                            w.WriteNumber("distinctCharges", report.Work.Charges);
                            w.WriteNumber("assessed", report.Work.Asked);
                            w.WriteString("law", source.Law);
                            w.WriteString("store", source.Store);
                            w.WriteEndObject();
                        })
                    );
                else
                    output.WriteLine(
                        $"{report.Rows:N0} rows, {report.Answered:N0} answered; {report.Work.Charges:N0} distinct charges, {report.Work.Asked:N0} cases assessed. {Path.Combine(at, "report.html")} and figures.csv written."
                    );
                if (unresolved is not 0)
                    error.WriteLine("Some charges are not in the law book; the report lists them.");
                return unresolved is 0 ? ExitCodes.Done : ExitCodes.Unresolved;
            }
            catch (InputException problem)
            {
                throw new UsageException(problem.Message);
            }
        });
        return command;
    }
}
