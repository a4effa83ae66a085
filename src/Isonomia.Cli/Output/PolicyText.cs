using Isonomia.Law;
using Isonomia.Policies;
using NodaTime;

namespace Isonomia.Cli.Output;

/// <summary>What policies say, for people.</summary>
internal static class PolicyText
{
    public static void Write(Page page, PolicyReport report, string lawBook)
    {
        page.Title(string.Join(", ", report.Book.Policies.Select(p => p.Id)));
        page.Hanging(
            $"As of {Day(report.AsOf)}; law book {lawBook}. This informs; it decides nothing. It says what the policy says, not whether the policy is right.",
            0
        );
        foreach (var policy in report.Book.Policies)
            page.Text("  ", Described(policy, report.AsOf), 4, 4);
        foreach (var warning in report.Warnings)
            page.Text("  ! ", warning);
        foreach (var charge in report.Charges)
            Charge(page, report, charge);
        if (report.Questions.Count > 0)
        {
            page.Heading("Questions");
            foreach (var q in report.Questions)
                page.Text("  ", $"{q.Path}: {q.Ask}", 4, 4);
        }
        if (report.Assumed.Count > 0)
        {
            page.Blank();
            page.Text("Assumed: ", string.Join("; ", report.Assumed) + ".");
        }
    }

    private static string Described(Policy p, LocalDate asOf)
    {
        var window =
            p.From is { } from && asOf < from ? $"not yet issued on this date (from {Day(from)})"
            : p.Until is { } until && asOf >= until ? $"no longer in force (until {Day(until)})"
            : p.From is { } since ? $"from {Day(since)}{(p.Until is { } end ? $" until {Day(end)}" : "")}"
            : "no dates";
        var text = p.Text switch
        {
            "whole" => "its whole text was seen",
            "part" => "part of its text was seen",
            "reported" => "its text was not seen, only reports of it",
            "recalled" => "recalled, not seen",
            _ => "a model, written for this project",
        };
        var rules = p.Rules.Count == 0 ? "; kept as a record, without rules" : "";
        return $"{p.Title} ({p.Office}): {window}; {(p.Adopted ? $"signed: {p.SignedBy}" : "adopted by no office")}; {text}{rules}.";
    }

    private static void Charge(Page page, PolicyReport report, ChargeAnswer charge)
    {
        page.Heading($"Charge {charge.Count.Label}: {charge.Count.Offense.Name}");
        page.Text("  FILING     ", $"{Filing(charge.Filing)}. {charge.Because}");
        foreach (var duty in charge.Duties.Where(d => d.Speaks))
            Rule(page, report, duty);
        foreach (var answer in charge.Answers.Where(a => a.Speaks))
            Rule(page, report, answer);
        Silent(page, "does not apply", charge.Answers.Where(a => a.Standing == PolicyStanding.No));
        Silent(page, "not in force on this date", charge.Answers.Where(a => a.Standing == PolicyStanding.NotInForce));
    }

    private static void Silent(Page page, string why, IEnumerable<RuleAnswer> answers)
    {
        var ids = answers.Select(a => a.Rule.Id).Distinct(StringComparer.Ordinal).ToArray();
        if (ids.Length > 0)
            page.Text("  -          ", $"{why}: {string.Join(", ", ids)}");
    }

    private static string Filing(string filing) =>
        filing switch
        {
            "decline" => "declined under this policy",
            "divert" => "diverted under this policy",
            "file" => "filed under this policy",
            "mayFile" => "may be filed",
            "mayDecline" => "may be declined",
            "ask" => "depends on what is not known",
            _ => "case by case",
        };

    private static void Rule(Page page, PolicyReport report, RuleAnswer a)
    {
        const int Indent = 13;
        var pad = new string(' ', Indent);
        var word = a.Policy is null
            ? (a.Standing == PolicyStanding.Applies ? "DUTY" : "DUTY?")
            : a.Standing switch
            {
                PolicyStanding.Applies => "YES",
                PolicyStanding.Stands => "PRESUMED",
                PolicyStanding.Lifted => "lifted",
                _ => "ask",
            };
        var of = a.Enhancement.Length > 0 ? $" ({a.Enhancement})" : "";
        page.Text($"  {word, -10} ", $"{a.Rule.Title}{of} [{a.Rule.Id}; {a.Effect.Name}: {a.Effect.Plain}]");
        if (a.OverriddenBy is { } duty)
            page.Text($"{pad}! ", $"overridden by law: {duty.Title} ({duty.Id}, {string.Join("; ", duty.Cites)})");
        if (a.Because.Length > 0)
            page.Text(pad, a.Because);
        foreach (var e in a.Exceptions)
            page.Text($"{pad}{Tick(e.Truth)} ", $"unless {e.Text}{Value(e)}");
        if (a.Rule.Approval.Length > 0)
            page.Text(pad, $"approval: {a.Rule.Approval}");
        foreach (var change in a.Changes)
            page.Text(
                $"{pad}if ",
                $"{string.Join(" and ", change.Facts.Select(f => $"{f.Path} is {f.Value}"))}: {Word(change.Then)}",
                Indent + 3,
                Indent + 3
            );
        var other = a.Windows.Where(w => !(w.From <= report.AsOf && (w.Until is null || report.AsOf < w.Until))).ToArray();
        if (other.Length > 0 && a.Policy is not null)
            page.Text(pad, $"on other dates: {string.Join("; ", other.Select(w => $"{Span(w)} {Word(w.Standing)}"))}");
        if (a.Provenance == Provenance.Recalled || a.Recalled.Count > 0)
            page.Text(
                $"{pad}! ",
                $"rests in part on text that was recalled and not seen: {string.Join(", ", a.Recalled.Count > 0 ? a.Recalled : [a.Rule.Id])}"
            );
        else if (a.Provenance == Provenance.Reported)
            page.Text(pad, $"as reported by others [{string.Join("; ", a.Rule.Cites.Select(report.Book.Law.CiteOf))}]");
    }

    private static string Value(ExceptionLine e)
    {
        var recalled = e.Provenance == Provenance.Recalled ? " (recalled, not seen)" : "";
        return e.Value.Length > 0 ? $": {e.Value}{recalled}" : recalled;
    }

    private static string Span(Window w) => w.Until is { } until ? $"{Day(w.From)} to {Day(until.PlusDays(-1))}" : $"from {Day(w.From)}";

    private static string Word(PolicyStanding standing) =>
        standing switch
        {
            PolicyStanding.Applies => "applies",
            PolicyStanding.Stands => "presumed, ask",
            PolicyStanding.Lifted => "lifted",
            PolicyStanding.Open => "may apply, ask",
            PolicyStanding.No => "does not apply",
            _ => "no such rule",
        };

    private static string Tick(Truth t) =>
        t switch
        {
            Truth.Yes => "[x]",
            Truth.No => "[ ]",
            _ => "[?]",
        };

    public static void Write(Page page, PolicyDifference diff)
    {
        page.Title($"{Side(diff.A)} against {Side(diff.B)}");
        page.Hanging(
            "Charges are put to both with nothing known but what was supposed. It says what the policies say, not which is right.",
            0
        );
        foreach (var amendment in diff.A.Book.Amendments.Concat(diff.B.Book.Amendments).DistinctBy(a => a.Id))
            page.Text("  ! ", amendment.Warning);
        page.Heading($"Rules: {diff.Rules.Count} differ");
        foreach (var rule in diff.Rules)
        {
            if (rule.Was.Length == 0)
                page.Text("  + ", $"{rule.Id}: {rule.Now}");
            else if (rule.Now.Length == 0)
                page.Text("  - ", $"{rule.Id}: {rule.Was}");
            else
            {
                page.Text("  * ", $"{rule.Id}: was {rule.Was}");
                page.Text("    ", $"now {rule.Now}");
            }
        }
        page.Heading($"Charges: {diff.Docket.Sum(d => d.Charges.Count)} of {diff.Compared} differ");
        foreach (var change in diff.Docket)
        {
            page.Text("  ", $"{change.Charges.Count}: {change.Was} -> {change.Now}", 4, 4);
            page.Text("      ", string.Join(", ", change.Charges.Take(40)) + (change.Charges.Count > 40 ? ", ..." : ""));
        }
    }

    private static string Side(PolicySide side) => $"{side.Name} on {Day(side.AsOf)}";

    private static string Day(LocalDate date) => date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
