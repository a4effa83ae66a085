using System.CommandLine;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Cli.Output;
using Isonomia.Json;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia analyze CASE</c></summary>
internal static class AnalyzeCommand
{
    public static Command Create(Option<string?> law, TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("case") { Description = "A case file (.yaml or .json); - reads standard input." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var explain = new Option<bool>("--explain") { Description = "Print the law's own outline, ticked." };
        var only = new Option<string[]>("--code")
        {
            Description = "With --explain: only these codes (DEP.DV, CANCEL42A).",
            AllowMultipleArgumentsPerToken = true,
        };
        var amend = PolicyCommand.Amend();
        var command = new Command(
            "analyze",
            """
            What a charge, plea or diversion would do to this person: grounds, detention, relief, exposure, and the direct punishment.

            Example: isonomia analyze examples/corporal-injury-364.yaml
            """
        )
        {
            file,
            json,
            explain,
            only,
            amend,
        };
        command.SetAction(parse =>
        {
            var path = parse.GetValue(file)!;
            var bytes = Read(path);
            var amended = PolicyCommand.Amended(parse.GetValue(law), parse.GetValue(amend) ?? []);
            var analyzer = amended?.Analyzer ?? new Analyzer(LawFolder.Load(parse.GetValue(law)));
            var reading = new CaseReader(LawVocabulary.Of(analyzer.Law)).Read(path, bytes);
            if (reading is CaseReading.Refused refused)
            {
                foreach (var problem in refused.Problems)
                    error.WriteLine(problem);
                return ExitCodes.Invalid;
            }
            var matter = ((CaseReading.Accepted)reading).Matter;
            var assessment = analyzer.Assess(matter, Dates.Today);
            if (amended is not null)
                assessment = assessment with { Warnings = [.. amended.Amendments.Select(a => a.Warning), .. assessment.Warnings] };
            if (parse.GetValue(json))
                output.Write(AssessmentJson.Write(assessment, LawBookName(analyzer.Law)));
            else
            {
                var page = new Page(output);
                AssessmentText.Write(page, assessment, LawBookName(analyzer.Law));
                if (parse.GetValue(explain))
                    ExplanationText.Write(page, analyzer, assessment, parse.GetValue(only) ?? []);
            }
            return assessment.AllResolved ? ExitCodes.Done : ExitCodes.Unresolved;
        });
        return command;
    }

    /// <summary>Version and the first letters of the fingerprint.</summary>
    public static string LawBookName(Law.Lawbook law) => $"{CommandLine.Version}+{law.Fingerprint[..12]}";

    /// <summary>The bytes of a file, or of standard input for <c>-</c>.</summary>
    internal static byte[] Read(string path)
    {
        if (path == "-")
        {
            using var input = Console.OpenStandardInput();
            using var buffer = new MemoryStream();
            input.CopyTo(buffer);
            return buffer.ToArray();
        }
        if (Directory.Exists(path))
            throw new UsageException($"{path}: a folder, not a case file");
        if (!File.Exists(path))
            throw new UsageException($"{path}: there is no such file");
        // The reader refuses what is too large with a message of its own; a file beyond that is not even read.
        const long Most = 64L << 20;
        return new FileInfo(path).Length <= Most ? File.ReadAllBytes(path) : throw new UsageException($"{path}: larger than any case file");
    }
}
