namespace Isonomia.Law.Language;

/// <summary>Walks over outlines.</summary>
internal static class Conditions
{
    /// <summary>Every node, parents first.</summary>
    public static IEnumerable<Condition> Walk(Condition? root)
    {
        if (root is null)
            yield break;
        yield return root;
        foreach (var child in Children(root))
        foreach (var node in Walk(child))
            yield return node;
    }

    public static IEnumerable<Condition> Children(Condition node) =>
        node switch
        {
            AllOf all => all.Items,
            AnyOf any => any.Items,
            NoneOf none => none.Items,
            Negation not => [not.Item],
            CountTest { With: { } with } => [with],
            TotalTest { With: { } with } => [with],
            _ => [],
        };

    /// <summary>Every node of every version.</summary>
    public static IEnumerable<Condition> Walk(Rule rule) => rule.Versions.SelectMany(v => Walk(v.When).Concat(Walk(v.Unless)));

    /// <summary>The rules that a rule reads.</summary>
    public static IEnumerable<Rule> Rules(Rule rule) => Walk(rule).OfType<RuleTest>().Select(t => t.Rule).Distinct();

    /// <summary>The facts that a rule itself reads.</summary>
    public static IEnumerable<Fact> Facts(Rule rule) => Walk(rule).SelectMany(FactsOf).Concat(rule.Versions.Select(v => v.By)).Distinct();

    public static IEnumerable<Fact> FactsOf(Condition node) =>
        node switch
        {
            FlagTest t => [t.Fact],
            NameTest t => [t.Fact],
            CitationTest t => [t.Fact],
            NumberTest t => [t.Fact],
            TotalTest t => [t.Fact],
            CountTest { Group: { } group } => [group],
            _ => [],
        };
}
