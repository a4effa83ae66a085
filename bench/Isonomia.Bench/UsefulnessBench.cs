using Isonomia.Analysis;
using Isonomia.Cases;

namespace Isonomia.Bench;

/// <summary>How much of an assessment is settled when status, offense and sentence are given: speed is worth little if every answer depends.</summary>
internal static class UsefulnessBench
{
    public static void Run(Report report, Effort effort, Analyzer analyzer, Cases cases, string root)
    {
        report.Section("Usefulness: status, offense and sentence given");
        var examples = cases
            .Examples(Path.Combine(root, "examples"))
            .Select(e => e.Matter)
            .Where(m => m.Person.Status.TryGet(out var s) && s != ImmigrationStatus.Citizen)
            .ToArray();
        Of(report, "the examples", [.. examples.Select(m => analyzer.Assess(m, Cases.Today))]);
        Of(report, "generated cases", [.. cases.Generated(effort.GeneratedCases).Select(m => analyzer.Assess(m, Cases.Today))]);
    }

    private static void Of(Report report, string name, Assessment[] all)
    {
        var answers = all.SelectMany(a => a.Grounds).Select(g => g.Answer.Kind).ToArray();
        bool IsOpen(AnswerKind kind) => kind is not (AnswerKind.Yes or AnswerKind.No);
        string Share(int part, int whole) => $"{(double)part / Math.Max(whole, 1):P1} ({part} of {whole})";
        void Add(string what, string figure) => report.Figure($"{name}: {what}", figure, $"{all.Length} cases");
        Add("grounds open", Share(answers.Count(IsOpen), answers.Length));
        foreach (var kind in answers.Where(IsOpen).GroupBy(k => k).OrderByDescending(g => g.Count()))
            Add($"grounds {kind.Key.ToString().ToLowerInvariant()}", Share(kind.Count(), answers.Length));
        Add("cases with any ground open", Share(all.Count(a => a.Grounds.Any(g => IsOpen(g.Answer.Kind))), all.Length));
        Add(
            "reliefs unknown",
            Share(
                all.Sum(a => a.Relief.Count(r => r.State == Severity.ReliefState.Unknown)),
                all.Sum(a => a.Relief.Count(r => r.State != Severity.ReliefState.NotApplicable))
            )
        );
        Add("cases with one tier and no range", Share(all.Count(a => a.Collateral.Tier.Low == a.Collateral.Tier.High), all.Length));
        var questions = all.Select(a => a.Questions.Count).Order().ToArray();
        Add("questions, median and most", $"{questions[questions.Length / 2]} and {questions[^1]}");
        var asked = all.SelectMany(a => a.Questions)
            .GroupBy(q => LastParts(q.Fact), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .Take(8);
        report.Note($"{name}, asked most: {string.Join(", ", asked.Select(g => $"{g.Key} ({g.Count()})"))}.");
        var open = all.SelectMany(a => a.Grounds)
            .Where(g => IsOpen(g.Answer.Kind))
            .GroupBy(g => g.Code, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .Take(8);
        report.Note($"{name}, open most: {string.Join(", ", open.Select(g => $"{g.Key} ({g.Count()})"))}.");
    }

    /// <summary>The key without the place of the count in its list.</summary>
    private static string LastParts(string path) =>
        path.StartsWith("person.", StringComparison.Ordinal) ? path : path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
