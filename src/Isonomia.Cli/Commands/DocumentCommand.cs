using System.CommandLine;
using Isonomia.Alternatives;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Documents;
using Isonomia.Documents.Papers;
using Isonomia.Documents.Writers;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia document KIND CASE</c></summary>
internal static class DocumentCommand
{
    private const int MostAlternatives = 40;
    private static readonly string[] Kinds = ["record", "advisal", "advisement", "plea", "comparison"];
    private static readonly string[] Formats = ["html", "docx", "pdf"];

    private sealed record Arguments(
        string Kind,
        string Path,
        string Format,
        string? Output,
        PaperLanguage Language,
        string? Band,
        Decision Decision,
        bool WithStatus,
        bool Overwrite
    );

    public static Command Create(Option<string?> law, TextWriter output, TextWriter error)
    {
        var kind = new Argument<string>("kind")
        {
            Description =
                "record (the prosecution considered PC 1016.3(b)), advisal (counsel to client), advisement (PC 1016.5, for everybody), plea (wording and record of conviction), comparison (one page for the bench).",
        };
        kind.AcceptOnlyFromAmong(Kinds);
        var file = new Argument<string>("case") { Description = "A case file (.yaml or .json); - reads standard input." };
        var format = new Option<string>("--format")
        {
            Description = "html, docx, or pdf (printed by Chromium); default: from the ending of --out, else html.",
        };
        format.AcceptOnlyFromAmong(Formats);
        var @out = new Option<string?>("--out") { Description = "File to write (default: HTML to standard output)." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace the file if it exists." };
        var language = new Option<string>("--language")
        {
            Description = "en or es: advisal and advisement.",
            DefaultValueFactory = _ => "en",
        };
        language.AcceptOnlyFromAmong("en", "es");
        var policy = new Option<string?>("--policy") { Description = "An office's band, for record and comparison." };
        var chosen = new Option<string?>("--chosen") { Description = "record: id of the option chosen." };
        var reason = new Option<string[]>("--reason") { Description = "record: a reason; may be given several times." };
        var by = new Option<string?>("--by") { Description = "record: who decided." };
        var approved = new Option<string?>("--approved-by") { Description = "record: who approved." };
        var withStatus = new Option<bool>("--with-status")
        {
            Description = "record: the office says that the status in the case file may stand in its record. Never for a court file.",
        };
        var command = new Command(
            "document",
            """
            The papers of a case, all from one analysis: HTML, Word or PDF.

            Example: isonomia document advisal examples/corporal-injury-364.yaml --language es --out advisal.docx
            """
        )
        {
            kind,
            file,
            format,
            @out,
            overwrite,
            language,
            policy,
            chosen,
            reason,
            by,
            approved,
            withStatus,
        };
        command.SetAction(parse =>
        {
            var path = parse.GetValue(@out);
            return Run(
                new Arguments(
                    parse.GetValue(kind)!,
                    parse.GetValue(file)!,
                    parse.GetValue(format) ?? FormatOf(path),
                    path,
                    parse.GetValue(language) == "es" ? PaperLanguage.Spanish : PaperLanguage.English,
                    parse.GetValue(policy),
                    new Decision(parse.GetValue(chosen), parse.GetValue(reason) ?? [], parse.GetValue(by), parse.GetValue(approved)),
                    parse.GetValue(withStatus),
                    parse.GetValue(overwrite)
                ),
                parse.GetValue(law),
                output,
                error
            );
        });
        return command;
    }

    private static string FormatOf(string? path)
    {
        if (path is null)
            return "html";
        var ending = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        return Array.IndexOf(Formats, ending) >= 0
            ? ending
            : throw new UsageException($"--out: {path}: the ending says neither html, docx nor pdf; give --format");
    }

    private static int Run(Arguments given, string? law, TextWriter output, TextWriter error)
    {
        Refuse(given);
        var bytes = AnalyzeCommand.Read(given.Path);
        if (AlternativesCommand.BandOf(given.Band, error) is not { } band)
            return ExitCodes.Invalid;
        var analyzer = new Analyzer(LawFolder.Load(law));
        var reading = new CaseReader(LawVocabulary.Of(analyzer.Law)).Read(given.Path, bytes);
        if (reading is CaseReading.Refused refused)
        {
            foreach (var problem in refused.Problems)
                error.WriteLine(problem);
            return ExitCodes.Invalid;
        }
        var matter = ((CaseReading.Accepted)reading).Matter;
        var assessment = analyzer.Assess(matter, Dates.Today);
        var source = new PaperSource(analyzer, assessment, Dates.Today, AnalyzeCommand.LawBookName(analyzer.Law), given.Language);
        Write(given, Paper(given, source, matter, band), output);
        return assessment.AllResolved ? ExitCodes.Done : ExitCodes.Unresolved;
    }

    private static void Refuse(Arguments given)
    {
        if (given.Output is null && given.Format != "html")
            throw new UsageException($"--format {given.Format}: give --out FILE; only HTML is written to standard output");
        if (given.Output is not null && File.Exists(given.Output) && !given.Overwrite)
            throw new UsageException($"--out: {given.Output} exists; give --overwrite to replace it");
        var told =
            given.Decision.Chosen is not null
            || given.Decision.Reasons.Count > 0
            || given.Decision.DecidedBy is not null
            || given.Decision.ApprovedBy is not null
            || given.WithStatus;
        if (told && given.Kind != "record")
            throw new UsageException($"{given.Kind}: --chosen, --reason, --by, --approved-by and --with-status belong to record alone");
        if (given.Language == PaperLanguage.Spanish && given.Kind is not ("advisal" or "advisement"))
            throw new UsageException($"--language es: {given.Kind} is a paper for lawyers and the court, and is written in English");
        if (given.Band is not null && given.Kind is not ("record" or "comparison"))
            throw new UsageException($"--policy: {given.Kind} compares nothing with a band");
    }

    private static Paper Paper(Arguments given, PaperSource source, Matter matter, Band band)
    {
        switch (given.Kind)
        {
            case "advisal":
                return DefenseAdvisal.Write(source);
            case "advisement":
                return CourtAdvisement.Write(source);
            case "plea":
                return matter.Dispositions.Count > 0
                    ? PleaRecord.Write(source)
                    : throw new UsageException($"{given.Path}: disposition: the case has none, so there is no plea to word");
        }
        // What only the person could tell stays out of a paper that may be filed, unless the office says otherwise for its own record.
        var told = given.Kind == "record" && given.WithStatus ? matter : StatusFree.Of(matter, source.Analyzer.Law.Vocabulary);
        var report =
            new AlternativesFinder(source.Analyzer).Find(told, band, MostAlternatives, source.Today)
            ?? throw new UsageException(
                $"{given.Path}: disposition: the case has none; options are compared with the offer that it proposes"
            );
        if (given.Decision.Chosen is { } id && id != report.Reference.Id && report.Alternatives.All(x => x.Id != id))
            throw new UsageException(
                $"--chosen: there is no option {id}; there are {string.Join(", ", report.Alternatives.Take(12).Select(x => x.Id).Prepend(report.Reference.Id))}"
            );
        return given.Kind == "record"
            ? ConsiderationRecord.Write(source, report, given.Decision, given.WithStatus)
            : BenchComparison.Write(source, report);
    }

    private static void Write(Arguments given, Paper paper, TextWriter output)
    {
        if (given.Output is null)
        {
            output.Write(HtmlWriter.Write(paper));
            return;
        }
        var bytes = given.Format switch
        {
            "docx" => WordWriter.Write(paper),
            "pdf" => Chromium.Print(HtmlWriter.Write(paper)),
            _ => System.Text.Encoding.UTF8.GetBytes(HtmlWriter.Write(paper)),
        };
        // Written whole or not at all.
        var folder = Path.GetDirectoryName(Path.GetFullPath(given.Output))!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(given.Output)}.{Environment.ProcessId}.part");
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, given.Output, given.Overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
