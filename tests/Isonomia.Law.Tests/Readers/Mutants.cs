namespace Isonomia.Law.Tests.Readers;

/// <summary>A rule with one slip of the pen in it.</summary>
internal sealed record Mutant(Rule Rule, IReadOnlyList<RuleVersion> Versions, Silence Silence, string Kind, string What, Place At);

/// <summary>Every slip of the pen that changes one line of a rule: the line left out, turned round, its threshold or boundary moved by one unit.</summary>
internal static class Mutants
{
    public static IEnumerable<Mutant> Of(Rule rule)
    {
        foreach (var silence in Enum.GetValues<Silence>())
        {
            if (rule.Silence != Silence.Neutral && silence != rule.Silence)
                yield return new(rule, rule.Versions, silence, "silent", $"silent {rule.Silence} becomes {silence}", rule.At);
        }
        for (var i = 0; i < rule.Versions.Count; i++)
        {
            var version = rule.Versions[i];
            Mutant With(RuleVersion changed, string kind, string what, Place at) =>
                new(rule, [.. rule.Versions.Select((v, j) => j == i ? changed : v)], rule.Silence, kind, what, at);
            foreach (var (when, kind, what, at) in Of(version.When))
                yield return With(version with { When = when }, kind, what, at);
            foreach (var (unless, kind, what, at) in Of(version.Unless))
                yield return With(version with { Unless = unless }, kind, what, at);
            if (version.Unless is { } lifted)
                yield return With(version with { Unless = null }, "left out", "unless left out", lifted.At);
            if (i == 0)
                continue;
            foreach (var by in new[] { 1, -1 })
                yield return new(
                    rule,
                    [
                        .. rule.Versions.Select(
                            (v, j) =>
                                j == i ? v with { From = v.From.PlusDays(by) }
                                : j == i - 1 ? v with { Until = v.Until?.PlusDays(by) }
                                : v
                        ),
                    ],
                    rule.Silence,
                    "boundary",
                    $"in force from a day {(by > 0 ? "later" : "earlier")}",
                    version.At
                );
        }
    }

    private static IEnumerable<(Condition Line, string Kind, string What, Place At)> Of(Condition? line)
    {
        if (line is null)
            yield break;
        var items = Outline.Under(line);
        var counting = line is CountTest or TotalTest;
        // The page does not write the "all of" and "conviction" that a noun or the line `about conviction` implies.
        var implied = line is AllOf { Items: [RuleTest { Text: "conviction" } first, ..] } && first.At == line.At;
        for (var i = implied ? 1 : 0; i < items.Count; i++)
        {
            foreach (var (inner, kind, what, at) in Of(items[i]))
                yield return (Replace(line, [.. items.Select((x, j) => j == i ? inner : x)]), kind, what, at);
            if (items.Count > 1 && !implied)
                yield return (Replace(line, [.. items.Where((_, j) => j != i)]), "left out", $"left out: {items[i].Text}", items[i].At);
        }
        if (implied)
            yield return (items[1], "conviction", "of any count, convicted or not", line.At);
        switch (line)
        {
            case AllOf all when items.Count > 1 && !implied:
                yield return (new AnyOf(all.Items, all.Text, all.At), "all or any", "all of becomes any of", all.At);
                break;
            case AnyOf any when items.Count > 1:
                yield return (new AllOf(any.Items, any.Text, any.At), "all or any", "any of becomes all of", any.At);
                break;
            case NoneOf none:
                yield return (new AnyOf(none.Items, none.Text, none.At), "negated", "none of becomes any of", none.At);
                break;
            case Negation not:
                yield return (not.Item, "negated", $"without not: {not.Text}", not.At);
                break;
            case NumberTest test:
                foreach (var by in new[] { 1, -1 })
                    yield return (test with { Bound = test.Bound + by }, "threshold", $"{test.Text}, {by:+0;-0}", test.At);
                break;
            case TotalTest test:
                foreach (var by in new[] { 1, -1 })
                    yield return (test with { Bound = test.Bound + by }, "threshold", $"{test.Text}, {by:+0;-0}", test.At);
                break;
            case CountTest test:
                yield return (test with { Least = test.Least + 1 }, "threshold", $"{test.Text}, +1", test.At);
                if (test.Least > 1)
                    yield return (test with { Least = test.Least - 1 }, "threshold", $"{test.Text}, -1", test.At);
                if (test.Group is not null)
                    yield return (test with { Group = null }, "noun", $"{test.Text}, counted one by one", test.At);
                break;
            case NameTest test when (test.Mask & (test.Mask - 1)) != 0:
                foreach (var (i, name) in test.Fact.Names.Index().Where(n => (test.Mask >> n.Index & 1) == 1))
                    yield return (test with { Mask = test.Mask & ~(1L << i) }, "name", $"{test.Fact.Name} without {name}", test.At);
                break;
        }
        if (items.Count == 0 && !counting)
            yield return (new Negation(line, line.Text, line.At), "negated", $"not {line.Text}", line.At);
    }

    private static Condition Replace(Condition line, IReadOnlyList<Condition> items) =>
        line switch
        {
            AllOf all => all with { Items = items },
            AnyOf any => any with { Items = items },
            NoneOf none => none with { Items = items },
            Negation not => not with { Item = items[0] },
            CountTest count => count with { With = items[0] },
            TotalTest total => total with { With = items[0] },
            _ => throw new InvalidOperationException(line.Text),
        };
}
