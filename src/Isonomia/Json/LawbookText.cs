using Isonomia.Law;

namespace Isonomia.Json;

/// <summary>Rules as text again, for comparing two law books.</summary>
public static class LawbookText
{
    /// <summary>A rule on one line: its header and the outline of each version.</summary>
    public static string Of(Rule rule) =>
        $"{rule.Title}; {string.Join("; ", rule.Cites)}; {rule.Silence}; "
        + string.Join(
            " / ",
            rule.Versions.Select(v =>
                $"{v.From:uuuu-MM-dd}..{v.Until:uuuu-MM-dd} by {v.By.Name}: {(v.When is null ? "no such rule" : Of(v.When))}{(v.Unless is null ? "" : $" unless {Of(v.Unless)}")}"
            )
        );

    /// <summary>One version of a rule on one line, without its dates.</summary>
    public static string Of(Rule rule, RuleVersion version) =>
        $"{rule.Title}; {(version.When is null ? "no such rule" : Of(version.When))}{(version.Unless is null ? "" : $" unless {Of(version.Unless)}")}";

    private static string Of(Condition node)
    {
        IEnumerable<Condition> items = node switch
        {
            AllOf all => all.Items,
            AnyOf any => any.Items,
            NoneOf none => none.Items,
            CountTest { With: { } with } => [with],
            TotalTest { With: { } with } => [with],
            _ => [],
        };
        var under = items.Select(Of).ToArray();
        return under.Length == 0 ? node.Text : $"{node.Text} ({string.Join(", ", under)})";
    }
}
