using System.Diagnostics;
using System.Globalization;
using System.Text;
using Isonomia.Alternatives;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;

namespace Isonomia.Bench;

/// <summary>Alternatives: consequences of many candidates under every status, and cases of one to eight counts from the offer to the report.</summary>
internal static class AlternativesBench
{
    private const double Millisecond = 1e6;

    /// <summary>So many alternatives are worded in the timed reports: what a reader looks at.</summary>
    private const int Printed = 20;

    private static readonly string[] Charges =
    [
        "PC 496(a)",
        "PC 487(a)",
        "HS 11378",
        "PC 273.5(a)",
        "PC 422",
        "PC 459/460(b)",
        "PC 530.5(a)",
        "VC 10851(a)",
    ];

    public static void Run(Report report, Effort effort, Analyzer analyzer)
    {
        report.Section("Alternatives");
        var reader = new CaseReader(LawVocabulary.Of(analyzer.Law));
        var finder = new AlternativesFinder(analyzer);
        var one = Read(reader, 1);
        // As many candidates as 50,000 candidate-worlds need: the options of a count, over and over with other labels.
        var situation = finder.Lay(
            one,
            Cases.Today,
            [],
            options => [.. Enumerable.Range(0, (50_000 / 15 / options.Count) + 1).SelectMany(_ => options)]
        );
        long worlds = 0;
        report.Time(
            "options of one count to consequences under every status",
            Measure.Warm(() => worlds = finder.Evaluate(situation), effort),
            5 * Millisecond
        );
        report.Note($"The first line answers {worlds:#,0} candidate-worlds; options that no rule can tell apart are evaluated once.");
        Whole(report, effort, reader, finder);
    }

    /// <summary>
    /// Time over counts. Each case is run until it is compiled, then as often as its share of the time allows, once at the least. What would not
    /// end within the time is not run, and the line says so.
    /// </summary>
    private static void Whole(Report report, Effort effort, CaseReader reader, AlternativesFinder finder)
    {
        var share = effort == Effort.Quick ? TimeSpan.FromSeconds(2) : TimeSpan.FromSeconds(6);
        double? last = null;
        for (var counts = 1; counts <= Charges.Length; counts++)
        {
            var budget = counts == 5 ? 50 * Millisecond : (double?)null;
            // A case takes several times as long as one with a count less.
            if (last > share.TotalNanoseconds * 2)
            {
                report.Figure(Name(counts), $"not run: fewer counts took {last / 1e9:0.0} s");
                continue;
            }
            var matter = Read(reader, counts);
            AlternativesReport found = null!;
            void Find() => found = finder.Find(matter, Band.Default, Printed, Cases.Today)!;
            var times = new List<double>();
            var cpu = new List<double>();
            var clock = Stopwatch.StartNew();
            var first = Measure.Once(Find);
            if (first < share.TotalNanoseconds)
            {
                while (clock.Elapsed < share / 2)
                    Find();
                do
                {
                    var used = CpuClock.Own();
                    times.Add(Measure.Once(Find));
                    cpu.Add(CpuClock.Own() - used);
                } while (clock.Elapsed < share);
            }
            var sample = Measure.Of(times.Count > 0 ? times : [first], cpu.Count > 0 ? cpu : [double.NaN]);
            last = sample.Median;
            report.Time(
                $"{Name(counts)}, {Searched(found.Searched)} dispositions, {(found.Complete ? "complete" : "not complete")}",
                sample,
                budget
            );
        }
        var situation = finder.Lay(Read(reader, Charges.Length), Cases.Today, [], options => options);
        report.Note(
            $"Each case from the matter to a report of {Printed} worded alternatives; offenses and options of each count: {string.Join(", ", situation.Options.Select(o => $"{o.Where(c => c.Leaf is not null).Select(c => c.Leaf).Distinct().Count()}/{o.Count:#,0}"))}. A case of which one run takes more than {share.TotalSeconds} s is run once, cold."
        );
    }

    private static string Name(int counts) => $"{counts} count{(counts == 1 ? "" : "s")}";

    private static string Searched(long n) =>
        n < 1_000_000 ? n.ToString("#,0", CultureInfo.InvariantCulture) : n.ToString("0.0e0", CultureInfo.InvariantCulture);

    private static Matter Read(CaseReader reader, int counts)
    {
        var text = new StringBuilder(
            """
            asOf: 2026-11-22
            person: { status: lawfulPermanentResident, entry: inspected, admitted: 2018-06-15, residentSince: 2018-06-15, continuousResidenceSince: 2018-06-15 }
            charges:

            """
        );
        for (var i = 0; i < counts; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"  - {{ id: \"{i + 1}\", offense: {Charges[i]}, class: felony, committed: 2026-08-0{i + 1}, incident: x{i}, facts: {{ {(i == 2 ? "substance: methamphetamine" : "victim: stranger")} }} }}\n"
            );
        text.Append("disposition:\n");
        for (var i = 0; i < counts; i++)
            text.Append(
                i < 2
                    ? $"  - {{ charge: \"{i + 1}\", offense: {Charges[i]}, class: felony, sentence: {{ conditionJailDays: 365, suspended: imposition, probationMonths: 24 }} }}\n"
                    : $"  - {{ charge: \"{i + 1}\", outcome: dismissal }}\n"
            );
        return reader.Read("bench.yaml", text.ToString()) is CaseReading.Accepted accepted
            ? accepted.Matter
            : throw new InvalidOperationException("the bench case does not read");
    }
}
