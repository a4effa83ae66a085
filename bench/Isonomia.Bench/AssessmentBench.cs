using Isonomia.Analysis;
using Isonomia.Cases;

namespace Isonomia.Bench;

/// <summary>One assessment with the law loaded, and what explaining it adds.</summary>
internal static class AssessmentBench
{
    public static void Run(Report report, Effort effort, Analyzer analyzer, Cases cases, string root)
    {
        report.Section("One assessment, law loaded");
        var examples = cases.Examples(Path.Combine(root, "examples"));
        Matter Named(string name) => examples.First(e => e.Name == name).Matter;
        Two(report, effort, analyzer, "status known (corporal-injury-365)", Named("corporal-injury-365.yaml"));
        Two(report, effort, analyzer, "status unknown, 15 statuses (status-unknown)", Named("status-unknown.yaml"));
        var known = examples.Where(e => e.Matter.Person.Status.IsValue).Select(e => e.Matter).ToArray();
        var next = 0;
        report.Time(
            "explained, over all examples with a status",
            Measure.Warm(() => Explained(analyzer, known[next++ % known.Length]), effort, known.Length * 4),
            1e6
        );
        var generated = cases.Generated(140).ToArray();
        report.Time(
            "explained, over 140 generated cases",
            Measure.Warm(() => Explained(analyzer, generated[next++ % generated.Length]), effort, generated.Length),
            1e6
        );
        var bytes = File.ReadAllBytes(Path.Combine(root, "examples", "corporal-injury-365.yaml"));
        report.Time("reading a case file", Measure.Warm(() => cases.Read("case", bytes), effort));
    }

    private static void Two(Report report, Effort effort, Analyzer analyzer, string name, Matter matter)
    {
        var assessed = Measure.Warm(() => analyzer.Assess(matter, Cases.Today), effort);
        report.Time($"assessed, {name}", assessed);
        var explained = Measure.Warm(() => Explained(analyzer, matter), effort);
        report.Time($"assessed and explained, {name}", explained, 1e6);
        report.Note($"{name}: {assessed.Bytes >> 10} KB allocated to assess, {explained.Bytes >> 10} KB with the explanation.");
    }

    /// <summary>As <c>analyze --explain</c> does it: the outline behind every answer that is not no.</summary>
    public static Assessment Explained(Analyzer analyzer, Matter matter)
    {
        var assessment = analyzer.Assess(matter, Cases.Today);
        foreach (var code in assessment.Grounds.Concat(assessment.Detention).Concat(assessment.Exposure))
            if (code.Answer.Kind != AnswerKind.No)
                analyzer.Explain(assessment, code);
        return assessment;
    }
}
