namespace Isonomia.Law.Tests.Readers;

/// <summary>The lines of outlines, parents first.</summary>
internal static class Outline
{
    public static IEnumerable<Condition> Lines(Condition? root) => root is null ? [] : Under(root).SelectMany(Lines).Prepend(root);

    public static IEnumerable<Condition> Lines(Rule rule) => rule.Versions.SelectMany(v => Lines(v.When).Concat(Lines(v.Unless)));

    public static IReadOnlyList<Condition> Under(Condition line) =>
        line switch
        {
            AllOf all => all.Items,
            AnyOf any => any.Items,
            NoneOf none => none.Items,
            Negation not => [not.Item],
            CountTest { With: { } with } => [with],
            TotalTest { With: { } with } => [with],
            _ => [],
        };

    /// <summary>The fact that a line itself reads.</summary>
    public static Fact? FactOf(Condition line) =>
        line switch
        {
            FlagTest t => t.Fact,
            NameTest t => t.Fact,
            NumberTest t => t.Fact,
            CitationTest t => t.Fact,
            TotalTest t => t.Fact,
            CountTest t => t.Group,
            _ => null,
        };

    /// <summary>Does the rule ask about several counts at once?</summary>
    public static bool Counts(Rule rule) => Lines(rule).Any(l => l is CountTest or TotalTest);

    public static IReadOnlyList<Rule> RulesIn(IEnumerable<Condition> lines) => [.. lines.OfType<RuleTest>().Select(t => t.Rule).Distinct()];
}
