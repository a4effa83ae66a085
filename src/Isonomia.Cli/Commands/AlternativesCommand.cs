using System.CommandLine;
using Isonomia.Alternatives;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Cli.Output;
using Isonomia.Json;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia alternatives CASE</c></summary>
internal static class AlternativesCommand
{
    private const int DefaultLimit = 200;

    public static Command Create(Option<string?> law, TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("case")
        {
            Description = "A case file with a disposition (.yaml or .json); - reads standard input.",
        };
        var policy = new Option<string?>("--policy")
        {
            Description =
                "An office's band: a page with a fence named band, or a small YAML file (default: the shipped band, adopted by nobody).",
        };
        var limit = new Option<int>("--limit") { Description = "The most alternatives to print.", DefaultValueFactory = _ => DefaultLimit };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var html = new Option<bool>("--html") { Description = "Print a page with a chart: days ordered against the tier." };
        var command = new Command(
            "alternatives",
            """
            Dispositions of about the same punishment with milder immigration consequences than the one in the case file, and the proof.

            Example: isonomia alternatives examples/corporal-injury-365.yaml --limit 10
            """
        )
        {
            file,
            policy,
            limit,
            json,
            html,
        };
        command.SetAction(parse =>
        {
            var path = parse.GetValue(file)!;
            var most = parse.GetValue(limit);
            if (most < 1)
                throw new UsageException($"--limit: {most} is not a number of alternatives; write 1 or more");
            var bytes = AnalyzeCommand.Read(path);
            if (BandOf(parse.GetValue(policy), error) is not { } band)
                return ExitCodes.Invalid;
            var analyzer = new Analyzer(LawFolder.Load(parse.GetValue(law)));
            var reading = new CaseReader(LawVocabulary.Of(analyzer.Law)).Read(path, bytes);
            if (reading is CaseReading.Refused refused)
            {
                foreach (var problem in refused.Problems)
                    error.WriteLine(problem);
                return ExitCodes.Invalid;
            }
            var matter = ((CaseReading.Accepted)reading).Matter;
            if (new AlternativesFinder(analyzer).Find(matter, band, most, Dates.Today) is not { } report)
                throw new UsageException(
                    $"{path}: disposition: the case has none; alternatives are compared with the offer that it proposes"
                );
            if (parse.GetValue(json) && parse.GetValue(html))
                throw new UsageException("--json and --html: choose one");
            if (parse.GetValue(html))
                output.Write(AlternativesHtml.Write(report, AnalyzeCommand.LawBookName(analyzer.Law)));
            else if (parse.GetValue(json))
                output.Write(AlternativesJson.Write(report, AnalyzeCommand.LawBookName(analyzer.Law)));
            else
                AlternativesText.Write(new Page(output), report, AnalyzeCommand.LawBookName(analyzer.Law));
            return report.Assessment.AllResolved ? ExitCodes.Done : ExitCodes.Unresolved;
        });
        return command;
    }

    public static Band? BandOf(string? path, TextWriter error)
    {
        if (path is null)
            return Band.Default;
        if (!File.Exists(path))
            throw new UsageException($"--policy: {path}: there is no such file");
        switch (BandReader.Read(path, File.ReadAllText(path)))
        {
            case BandReading.Accepted accepted:
                return accepted.Band;
            case BandReading.Refused refused:
                foreach (var problem in refused.Problems)
                    error.WriteLine(problem);
                return null;
            default:
                throw new InvalidOperationException();
        }
    }
}
