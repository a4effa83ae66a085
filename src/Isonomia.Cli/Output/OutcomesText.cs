using Isonomia.Caseload.Outcomes;
using Isonomia.Caseload.Statistics;

namespace Isonomia.Cli.Output;

/// <summary>A study of outcomes for people.</summary>
internal static class OutcomesText
{
    public static void Write(Page page, OutcomeStudy study, IReadOnlyList<ClaimCheck> claims, string fingerprint)
    {
        var cohort = study.Cohort;
        var plan = cohort.Plan;
        page.Title($"Outcomes: {Path.GetFileName(cohort.File)}");
        page.Text("Source: ", $"{plan.Source ?? "not stated"}; file {cohort.File}, sha256 {fingerprint[..16]}...");
        page.Text(
            "Rows: ",
            $"{cohort.Records:N0} read = {cohort.Rows.Length:N0} in the cohort + {cohort.Outside:N0} outside the conditions + {cohort.Quarantined.Length:N0} quarantined."
        );
        if (plan.Where.Length > 0)
            page.Text("Conditions: ", string.Join("; ", plan.Where) + ".");
        if (plan.Start is not null)
            page.Text("Time: ", $"from {plan.Start}" + (plan.End is { } end ? $"; nobody is observed after {end:R}." : "."));
        if (cohort.AfterEnd > 0)
            page.Text("Note: ", $"{cohort.AfterEnd:N0} events are dated after that day and count as not yet observed.");
        foreach (var note in study.Notes)
            page.Text("Note: ", note);
        page.Text("Withheld: ", $"counts of 1 to {plan.SmallCell - 1}, and what would give them away by subtraction.");
        foreach (var name in plan.Events.Select(e => e.Name))
            Event(page, study, name);
        foreach (var claim in claims)
            Claim(page, claim);
    }

    private static void Event(Page page, OutcomeStudy study, string name)
    {
        var level = $"{study.Cohort.Plan.Level * 100:0.#}%";
        page.Heading(char.ToUpperInvariant(name[0]) + name[1..]);
        foreach (var window in study.Figures.Where(f => f.Event == name).GroupBy(f => f.Months))
        {
            page.Line($"within {window.Key} months (share, Wilson {level}; curve: Kaplan-Meier, log-log {level})");
            foreach (var figure in window)
                Figure(page, figure);
        }
        foreach (var test in study.Tests.Where(t => t.Event == name))
        {
            var left = test.LeftOut.Length > 0 ? $" Left out, because a figure is withheld: {string.Join(", ", test.LeftOut)}." : "";
            page.Text(
                $"Log-rank test by {test.By}: ",
                (
                    test.Test is { } t
                        ? $"chi-square {t.ChiSquare:0.00}, {t.DegreesOfFreedom} degrees of freedom, p {(t.P < 0.0001 ? "below 0.0001" : $"= {t.P:0.0000}")}."
                        : "no two groups to compare."
                ) + left,
                2
            );
        }
    }

    private static void Figure(Page page, OutcomeFigure f)
    {
        var group =
            f.By is null ? "all"
            : f.Group is { Length: > 0 } ? f.Group
            : "(empty)";
        var lead = $"  {(f.By is null ? group : $"{f.By} {group}"), -28} ";
        if (f.Withheld is { } why)
        {
            page.Text(lead, $"withheld ({why})");
            return;
        }
        var parts = new List<string>();
        if (f.Denominator > 0)
            parts.Add(
                f.Share is { } share
                    ? $"{f.Numerator:N0} of {f.Denominator:N0} {Percent(share)} {Range(f.Wilson)}"
                    : $"{f.Numerator:N0} of {f.Denominator:N0} seen to the end; no share, because who was lost is not known by date"
            );
        else
            parts.Add("nobody could be followed so long");
        if (f.Lost > 0 && f.Bounds is { } bounds)
            parts.Add($"{f.Lost:N0} lost before: {Range(bounds)} whatever became of them");
        if (f.KaplanMeier is { } curve)
            parts.Add($"curve {Percent(curve.Share)} {Range(curve.Interval)}, {curve.Events:N0} events of {curve.Persons:N0} persons");
        page.Text(lead, string.Join("; ", parts));
    }

    private static void Claim(Page page, ClaimCheck check)
    {
        page.Heading($"Claim: \"{check.Text}\"");
        page.Text(
            "  ",
            check.Verdict switch
            {
                ClaimVerdict.Supported => "SUPPORTED by this file.",
                ClaimVerdict.NotSupported => "NOT SUPPORTED by this file.",
                _ => "UNDECIDED: this file cannot tell.",
            }
        );
        page.Text("  ", check.Because + ".");
    }

    private static string Percent(double share) => $"{share * 100:0.0}%";

    private static string Range(Interval? range) => range is { } r ? $"({r.Low * 100:0.0} to {r.High * 100:0.0})" : "(no interval)";
}
