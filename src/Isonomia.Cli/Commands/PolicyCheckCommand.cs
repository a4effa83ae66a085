using System.CommandLine;
using Isonomia.Json;
using Isonomia.Law;
using Isonomia.Policies;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia policy check [FILE]</c></summary>
internal static class PolicyCheckCommand
{
    private sealed record Checked(
        LawPage Page,
        Policy? Policy,
        IReadOnlyList<string> Problems,
        IReadOnlyList<string> Warnings,
        int Examples,
        int Wrong
    );

    public static Command Create(Option<string?> law, TextWriter output, TextWriter error)
    {
        var names = new Argument<string[]>("policy")
        {
            Description = "Pages, ids or offices; left out: every policy that is shipped.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "check",
            """
            Does a policy's page load beside the law, and are its worked examples right? Each page is checked by itself.

            Example: isonomia policy check law/offices/lada/sd-20-07.md
            """
        )
        {
            names,
            json,
        };
        command.SetAction(parse =>
        {
            var folder = new PolicyFolder(parse.GetValue(law));
            var asked = parse.GetValue(names) ?? [];
            var pages =
                asked.Length == 0 ? folder.Policies.ToArray() : [.. asked.SelectMany(n => folder.Find(n, "policy", policies: true))];
            if (pages.Length == 0)
                throw new UsageException("there are no policies in this law folder");
            var results = pages.Select(p => Check(folder, p)).ToArray();
            foreach (var line in results.SelectMany(r => r.Problems.Concat(r.Warnings)))
                error.WriteLine(line);
            if (parse.GetValue(json))
                output.Write(Json(folder, results));
            else
                foreach (var r in results)
                    output.WriteLine(
                        r.Policy is { } p
                            ? $"{p.Id}: {p.Rules.Count} rules with an effect, {r.Examples} examples, {r.Wrong} wrong; text {p.Text}; {Seen(p)}"
                            : $"{folder.ShownPath(r.Page.Path)}: {r.Problems.Count} {(r.Problems.Count == 1 ? "problem" : "problems")}; it does not load"
                    );
            return results.All(r => r.Policy is not null && r.Wrong == 0) ? ExitCodes.Done : ExitCodes.CheckFailed;
        });
        return command;
    }

    private static string Seen(Policy policy) => policy.Adopted ? $"signed: {policy.SignedBy}" : "adopted by no office";

    private static Checked Check(PolicyFolder folder, LawPage page)
    {
        var reading = folder.Read([page]);
        var problems = reading.Problems.Where(p => p.Level == ProblemLevel.Error).Select(folder.Shown).ToList();
        if (reading.Book is not { } book)
            return new Checked(page, null, problems, [], 0, 0);
        var runner = new ExampleRunner(book.Law);
        var results = book.Examples.Select(runner.Run).ToArray();
        var wrong = results.Where(r => !r.IsRight).ToArray();
        problems.AddRange(wrong.Select(r => Wrong(folder, r)));
        var warnings = book.Law.Warnings.Where(w => w.File == page.Path).Select(folder.Shown).ToList();
        var policy = book.Policies[0];
        foreach (var rule in policy.Rules.Where(r => Effect.Find(r.Code)!.OverriddenBy.Length > 0))
        {
            var duty = book.Duties.FirstOrDefault(d => d.Code == Effect.Find(rule.Code)!.OverriddenBy);
            if (duty is not null)
                warnings.Add(
                    folder.Shown(rule.At.Warning($"{rule.Id} gives {rule.Code}: where {duty.Id} ({duty.Title}) binds, the duty prevails"))
                );
        }
        return new Checked(page, policy, problems, warnings, results.Length, wrong.Length);
    }

    /// <summary>A wrong example, with its place.</summary>
    public static string Wrong(PolicyFolder folder, ExampleResult result)
    {
        var e = result.Example;
        return result.Error.Length > 0
            ? result.Error
            : $"{folder.ShownPath(e.At.File)}:{e.At.Line}: {e.Name}: the page says {e.Answer}, columns say {result.ByColumns}, the outline says {result.ByOutline}";
    }

    private static string Json(PolicyFolder folder, IReadOnlyList<Checked> results) =>
        JsonText.Of(json =>
        {
            json.WriteStartArray();
            foreach (var r in results)
            {
                json.WriteStartObject();
                json.WriteString("file", folder.ShownPath(r.Page.Path));
                json.WriteString("policy", r.Policy?.Id);
                json.WriteBoolean("loads", r.Policy is not null);
                json.WriteNumber("examples", r.Examples);
                json.WriteNumber("wrong", r.Wrong);
                json.WriteStartArray("problems");
                foreach (var problem in r.Problems)
                    json.WriteStringValue(problem);
                json.WriteEndArray();
                json.WriteStartArray("warnings");
                foreach (var warning in r.Warnings)
                    json.WriteStringValue(warning);
                json.WriteEndArray();
                if (r.Policy is { } policy)
                    PolicyJson.Policies(json, "policies", [policy]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
}
