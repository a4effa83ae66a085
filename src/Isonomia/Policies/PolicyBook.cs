using Isonomia.Analysis;
using Isonomia.Law;

namespace Isonomia.Policies;

/// <summary>A policy book, or every problem at once; never both.</summary>
/// <param name="Book">The book; null if there was an error.</param>
/// <param name="Problems">Every problem; with a book, warnings alone.</param>
public sealed record PolicyReading(PolicyBook? Book, IReadOnlyList<LawProblem> Problems);

/// <summary>The law together with the policies and amendments that were named: one program. Immutable.</summary>
public sealed class PolicyBook
{
    private static readonly string[] PolicyKeys = ["policy", "office", "adopted", "signedBy", "from", "until", "text", "source"];
    private static readonly string[] AmendmentKeys = ["amendment", "title", "status", "supposed", "source"];

    private PolicyBook(Lawbook law, IReadOnlyList<Policy> policies, IReadOnlyList<Amendment> amendments)
    {
        Analyzer = new Analyzer(law);
        Policies = policies;
        Amendments = amendments;
        Duties = [.. law.Rules.Where(r => Effect.Find(r.Code) is { IsDuty: true })];
    }

    /// <summary>The law with the policies' rules.</summary>
    public Lawbook Law => Analyzer.Law;

    /// <summary>Assesses cases under it.</summary>
    public Analyzer Analyzer { get; }

    /// <summary>The policies, in the order of their pages.</summary>
    public IReadOnlyList<Policy> Policies { get; }

    /// <summary>The amendments that are supposed.</summary>
    public IReadOnlyList<Amendment> Amendments { get; }

    /// <summary>Duties of statute, which prevail over any policy.</summary>
    public IReadOnlyList<Rule> Duties { get; }

    /// <summary>The worked examples that stand on the pages of policies and amendments.</summary>
    public IEnumerable<Example> Examples => Law.Examples.Where(e => IsNamed(e.At.File));

    /// <summary>Is this page loaded only when named?</summary>
    public static bool IsNamed(string file) => IsPolicy(file) || IsAmendment(file);

    private static bool IsPolicy(string file) => file.StartsWith("offices/", StringComparison.Ordinal);

    private static bool IsAmendment(string file) => file.StartsWith("amendments/", StringComparison.Ordinal);

    /// <summary>Reads the law with these pages of <c>offices/</c> and <c>amendments/</c>. All or nothing, as for the law.</summary>
    public static PolicyReading Read(IEnumerable<LawPage> law, IReadOnlyList<LawPage> named)
    {
        var problems = new List<LawProblem>();
        var headers = named.Where(p => IsPolicy(p.Path)).Select(p => (Page: p, Header: Header(p, problems))).ToArray();
        var amendments = named.Where(p => IsAmendment(p.Path)).Select(p => AmendmentOf(p, problems)).OfType<Amendment>().ToArray();
        var reading = LawbookReader.Read(law.Concat(named));
        problems.AddRange(reading.Problems);
        if (reading.Lawbook is not { } book)
            return new PolicyReading(null, Sorted(problems));
        var policies = headers
            .Where(h => h.Header is not null)
            .Select(h => h.Header! with { Rules = RulesOf(book, h.Page.Path) })
            .ToArray();
        foreach (var twice in policies.GroupBy(p => p.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            problems.Add(twice.At.Problem($"two policies have the id {twice.Id}"));
        foreach (var policy in policies)
            Check(policy, problems);
        return problems.Exists(p => p.Level == ProblemLevel.Error)
            ? new PolicyReading(null, Sorted(problems))
            : new PolicyReading(new PolicyBook(book, policies, amendments), Sorted(problems));
    }

    /// <summary>What a page says of itself, without reading its rules: for finding a policy or amendment by its id.</summary>
    public static string? IdOf(LawPage page)
    {
        var ignored = new List<LawProblem>();
        return IsPolicy(page.Path) ? Header(page, ignored)?.Id : AmendmentOf(page, ignored)?.Id;
    }

    private static LawProblem[] Sorted(List<LawProblem> problems) =>
        [.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)];

    private static Rule[] RulesOf(Lawbook law, string file) =>
        [.. law.Rules.Where(r => r.At.File == file && r.Code.Length > 0).OrderBy(r => r.At.Line)];

    private static Policy? Header(LawPage page, List<LawProblem> problems)
    {
        if (PageHeader.Read(page, "policy", PolicyKeys, problems) is not { } h)
            return null;
        var policy = new Policy(
            h.Required("policy"),
            Title(page),
            h.Required("office"),
            h.OneOf("adopted", "true", "false") == "true",
            h.Text("signedBy"),
            h.Date("from"),
            h.Date("until"),
            h.OneOf("text", "whole", "part", "reported", "recalled", "model"),
            h.Required("source"),
            [],
            h.At
        );
        if (policy.Adopted && policy.SignedBy.Length == 0)
            problems.Add(h.At.Problem("an adopted policy is signed: write signedBy"));
        if (policy.Id.Contains('@', StringComparison.Ordinal))
            problems.Add(h.At.Problem("an id holds no @, which stands before a date"));
        if (policy.From is { } from && policy.Until is { } until && until <= from)
            problems.Add(h.At.Problem("the policy ends before it begins"));
        return policy;
    }

    private static Amendment? AmendmentOf(LawPage page, List<LawProblem> problems) =>
        PageHeader.Read(page, "amendment", AmendmentKeys, problems) is { } h
            ? new Amendment(h.Required("amendment"), h.Required("title"), h.Required("status"), h.Required("supposed"), h.At)
            : null;

    private static string Title(LawPage page) =>
        page.Text.Split('\n').FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim() ?? page.Path;

    private static void Check(Policy policy, List<LawProblem> problems)
    {
        foreach (var rule in policy.Rules)
        {
            var effect = Effect.Find(rule.Code);
            if (effect is null)
                problems.Add(
                    rule.At.Problem(
                        $"\"{rule.Code}\" is not an effect of an office's policy{Suggest.DidYouMean(rule.Code, Effect.All.Where(e => !e.IsDuty).Select(e => e.Name))}"
                    )
                );
            else if (effect.IsDuty)
                problems.Add(rule.At.Problem($"\"{rule.Code}\" is a duty of statute: it stands on a page of the law"));
            foreach (var version in rule.Versions)
            {
                if (version.By.Name != "as-of date")
                    problems.Add(version.At.Problem("a policy goes by the as-of date, the day of the decision"));
                if (version.NoSuchRule)
                    continue;
                if (policy.From is { } from && version.From < from)
                    problems.Add(version.At.Problem($"in force from {version.From:uuuu-MM-dd}, before the policy ({from:uuuu-MM-dd})"));
                if (policy.Until is { } until && (version.Until is null || version.Until > until))
                    problems.Add(version.At.Problem($"in force after the policy ends on {until:uuuu-MM-dd}"));
            }
        }
    }
}
