using Isonomia.Analysis;
using Isonomia.Law;

namespace Isonomia.Bench;

/// <summary>Loading and checking the law.</summary>
internal static class LawBench
{
    public static void Run(Report report, Effort effort, string folder)
    {
        report.Section("Loading and checking the whole law");
        var cold = Measure.Once(() => new Analyzer(LawbookReader.Read(LawPages.Read(folder)).Lawbook!));
        report.Figure("cold, compiled as it runs: first load of a process, program included", Report.Words(cold), "1");
        var pages = LawPages.Read(folder);
        report.Time("reading the files", Measure.Warm(() => LawPages.Read(folder), effort));
        var read = Measure.Warm(() => LawbookReader.Read(pages), effort);
        report.Time("warm: pages to law book, all checks", read, 200e6);
        var law = LawbookReader.Read(pages).Lawbook!;
        report.Time("warm: law book to program and analyzer", Measure.Warm(() => new Analyzer(law), effort));
        report.Note(
            $"{pages.Count} pages, {pages.Sum(p => p.Text.Length) / 1024} K characters, {law.Rules.Count} rules, {law.Offenses.Count} offenses, {law.Examples.Count} examples, "
                + $"{new LawProgram(law).Registers.Count} registers; a load allocates {read.Bytes >> 20} MB. The cold figure of the published command is in the next table."
        );
        var runner = Measure.Warm(() => _ = new ExampleRunner(law).RunAll().Count(r => !r.IsRight), effort, 5);
        report.Time("all worked examples, two readers", runner);
        var citations = new CitationReader(_ => false);
        var charges = law.Offenses.Select(o => $"{o.Citation.Section}{o.Citation.Code.Text} {o.Title}").ToArray();
        report.Time(
            $"{charges.Length} charges as arrest logs write them, read",
            Measure.Warm(() => _ = charges.Count(c => citations.Read(c) is not null), effort)
        );

        const int Many = 500;
        var many = LawPages.WithOffensePages(pages, Many);
        var reading = LawbookReader.Read(many);
        if (reading.Lawbook is not { } large)
        {
            foreach (var problem in reading.Problems.Where(p => p.Level == ProblemLevel.Error).Take(3))
                report.Note($"with {Many} offense pages it does not load: {problem}");
            return;
        }
        report.Time(
            $"warm, {Many} offense pages: pages to law book, all checks",
            Measure.Warm(() => LawbookReader.Read(many), effort, 5),
            200e6
        );
        report.Time($"warm, {Many} offense pages: law book to program and analyzer", Measure.Warm(() => new Analyzer(large), effort, 5));
        report.Note(
            $"{Many} offense pages hold {large.Offenses.Count} offenses in {many.Sum(p => p.Text.Length) / 1024} K characters, {new LawProgram(large).Registers.Count} registers."
        );
    }
}
