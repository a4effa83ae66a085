namespace Isonomia.Law;

/// <summary>Comparison signs of the language.</summary>
public enum Sign
{
    /// <summary>Less than.</summary>
    Less,

    /// <summary>At most.</summary>
    AtMost,

    /// <summary>At least.</summary>
    AtLeast,

    /// <summary>More than.</summary>
    More,
}

/// <summary>A node of a rule's outline. <see cref="Text"/> is the page's own line, <see cref="At"/> its place.</summary>
public abstract record Condition(string Text, Place At);

/// <summary><c>all of</c>: every item.</summary>
public sealed record AllOf(IReadOnlyList<Condition> Items, string Text, Place At) : Condition(Text, At);

/// <summary><c>any of</c>: at least one item.</summary>
public sealed record AnyOf(IReadOnlyList<Condition> Items, string Text, Place At) : Condition(Text, At);

/// <summary><c>none of</c>: no item.</summary>
public sealed record NoneOf(IReadOnlyList<Condition> Items, string Text, Place At) : Condition(Text, At);

/// <summary><c>not</c>.</summary>
public sealed record Negation(Condition Item, string Text, Place At) : Condition(Text, At);

/// <summary>Another rule, by its title.</summary>
public sealed record RuleTest(Rule Rule, string Text, Place At) : Condition(Text, At);

/// <summary>A yes-or-no fact or a match.</summary>
public sealed record FlagTest(Fact Fact, string Text, Place At) : Condition(Text, At);

/// <summary>A one-of fact or an open question is one of the names in <paramref name="Mask"/>.</summary>
public sealed record NameTest(Fact Fact, long Mask, string Text, Place At) : Condition(Text, At);

/// <summary>A citation fact is covered by one of the citations.</summary>
public sealed record CitationTest(Fact Fact, IReadOnlyList<Citation> Citations, string Text, Place At) : Condition(Text, At);

/// <summary>A number or span compared with a constant (spans encoded as <see cref="Spans"/> say).</summary>
public sealed record NumberTest(Fact Fact, Sign Sign, long Bound, string Text, Place At) : Condition(Text, At);

/// <summary>At least <paramref name="Least"/> counts (or distinct groups among them) satisfy <paramref name="With"/>.</summary>
public sealed record CountTest(int Least, Fact? Group, Condition? With, string Text, Place At) : Condition(Text, At);

/// <summary>The total of a number over the counts that satisfy <paramref name="With"/>, compared with a constant.</summary>
public sealed record TotalTest(Fact Fact, Sign Sign, long Bound, Condition? With, string Text, Place At) : Condition(Text, At);
