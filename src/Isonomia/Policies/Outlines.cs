using Isonomia.Law;
using NodaTime;

namespace Isonomia.Policies;

/// <summary>What a rule of a policy reads on a date.</summary>
internal static class Outlines
{
    /// <summary>The version of a date; null outside every version.</summary>
    public static RuleVersion? On(Rule rule, LocalDate asOf) =>
        rule.Versions.FirstOrDefault(v => v.From <= asOf && (v.Until is null || asOf < v.Until));

    /// <summary>Every line of a rule's version of the day, and of the versions of the rules that it reads.</summary>
    public static IReadOnlyList<Condition> Lines(Rule rule, LocalDate asOf)
    {
        var lines = new List<Condition>();
        var seen = new HashSet<Rule>();
        void Version(Rule r)
        {
            if (!seen.Add(r))
                return;
            var version = r.Versions.Count > 0 && r.Versions[0].By.Name == "as-of date" ? On(r, asOf) : r.Versions.LastOrDefault();
            foreach (var root in new[] { version?.When, version?.Unless })
                if (root is not null)
                    Walk(root);
        }
        void Walk(Condition node)
        {
            lines.Add(node);
            if (node is RuleTest test)
                Version(test.Rule);
            foreach (var item in Items(node))
                Walk(item);
        }
        Version(rule);
        return lines;
    }

    /// <summary>The rules that it reads, itself left out.</summary>
    public static IEnumerable<Rule> RulesRead(Rule rule, LocalDate asOf) =>
        Lines(rule, asOf).OfType<RuleTest>().Select(t => t.Rule).Distinct();

    private static IEnumerable<Condition> Items(Condition node) =>
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

    /// <summary>How the words of a rule were seen: as well as the worst of what it cites.</summary>
    public static Provenance ProvenanceOf(Lawbook law, Rule rule) =>
        rule
            .Cites.Select(c =>
                law.Authority(c)?.Seen switch
                {
                    null or "statute text" or "excerpt" or "opinion" or "syllabus" => Provenance.Seen,
                    "no" => Provenance.Recalled,
                    _ => Provenance.Reported,
                }
            )
            .DefaultIfEmpty(Provenance.Recalled)
            .Max();

    /// <summary>The values of a fact that these lines can tell apart, each with its words.</summary>
    public static IReadOnlyList<(Value Value, string Words)> Bins(Fact fact, IReadOnlyList<Condition> lines)
    {
        switch (fact.Kind)
        {
            case FactKind.YesNo:
                return [(Value.Yes, "yes"), (Value.No, "no")];
            case FactKind.OneOf:
                var tests = lines.OfType<NameTest>().Where(t => t.Fact == fact).ToArray();
                return
                [
                    .. fact
                        .Names.Select((name, i) => (Name: name, Bit: 1L << i))
                        .GroupBy(n => string.Concat(tests.Select(t => (t.Mask & n.Bit) != 0 ? '1' : '0')), StringComparer.Ordinal)
                        .Select(g => (Value.Mask(g.First().Bit), string.Join(" or ", g.Select(n => Fact.Camel(n.Name))))),
                ];
            case FactKind.Number or FactKind.Span:
                var cuts = lines
                    .OfType<NumberTest>()
                    .Where(t => t.Fact == fact)
                    .SelectMany(t => t.Sign is Sign.AtMost or Sign.More ? new[] { t.Bound, t.Bound + 1 } : [t.Bound - 1, t.Bound])
                    .Distinct()
                    .Order();
                return [.. cuts.Select(c => (Value.Number(c), ValueWords.Describe(fact, Value.Number(c)))), (Value.None, "none")];
            default:
                return [];
        }
    }
}
