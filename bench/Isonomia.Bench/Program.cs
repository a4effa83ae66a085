using System.Globalization;
using Isonomia.Analysis;
using Isonomia.Bench;
using Isonomia.Law;

// dotnet run -c Release --project bench/Isonomia.Bench -- [--quick] [--only WORD] [--cli FOLDER]
// Prints what the design's budgets are measured by. It reports and never fails: a missed budget is for people to read.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string? After(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "Isonomia.slnx")))
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("run this inside the repository");
var effort = args.Contains("--quick", StringComparer.Ordinal) ? Effort.Quick : Effort.Full;
var only = After("--only");
bool Wanted(string name) => only is null || name == only;
var folder = Path.Combine(root, "law");
var machine = Machine.Describe().ToArray();
var report = new Report();

if (only == "intake")
    IntakeBench.Run(report, effort);

// First, while nothing is compiled yet: its first figure is a cold one.
if (Wanted("law"))
    LawBench.Run(report, effort, folder);
if (Wanted("command"))
    CommandBench.Run(report, effort, root, After("--cli"));
var analyzer = new Analyzer(LawbookReader.Read(LawPages.Read(folder)).Lawbook!);
var cases = new Cases(analyzer.Law);
if (Wanted("assessment"))
    AssessmentBench.Run(report, effort, analyzer, cases, root);
if (Wanted("rows"))
    ColumnBench.Run(report, effort, analyzer.Program);
if (Wanted("usefulness"))
    UsefulnessBench.Run(report, effort, analyzer, cases, root);
if (Wanted("alternatives"))
    AlternativesBench.Run(report, effort, analyzer);
if (only is null)
{
    report.Section("Budgets of parts that are not built yet");
    report.Figure("CSV of 1,000,000 rows to finished report, 2 cores", "", budget: "10.00 s, under 500 MB");
    report.Figure("web: analyses a second on 2 cores", "", budget: "1,000, 99th percentile under 50.0 ms");
}
Console.WriteLine("# Bench");
Console.WriteLine();
foreach (var line in machine)
    Console.WriteLine($"- {line}");
Console.WriteLine($"- load when it ended: {Machine.Load()}");
Console.WriteLine($"- law book {analyzer.Law.Fingerprint[..12]}{(effort == Effort.Quick ? "; quick run" : "")}");
report.Print(Console.Out);
