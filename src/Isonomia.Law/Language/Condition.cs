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
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public abstract record Condition(string Text, Place At);

/// <summary><c>all of</c>: every item.</summary>
/// <param name="Items">The lines under it.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record AllOf(IReadOnlyList<Condition> Items, string Text, Place At) : Condition(Text, At);

/// <summary><c>any of</c>: at least one item.</summary>
/// <param name="Items">The lines under it.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record AnyOf(IReadOnlyList<Condition> Items, string Text, Place At) : Condition(Text, At);

/// <summary><c>none of</c>: no item.</summary>
/// <param name="Items">The lines under it.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record NoneOf(IReadOnlyList<Condition> Items, string Text, Place At) : Condition(Text, At);

/// <summary><c>not</c>.</summary>
/// <param name="Item">What must not be.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record Negation(Condition Item, string Text, Place At) : Condition(Text, At);

/// <summary>Another rule, by its title.</summary>
/// <param name="Rule">The rule whose answer it is.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record RuleTest(Rule Rule, string Text, Place At) : Condition(Text, At);

/// <summary>A yes-or-no fact or a match.</summary>
/// <param name="Fact">The fact or match.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record FlagTest(Fact Fact, string Text, Place At) : Condition(Text, At);

/// <summary>A one-of fact or an open question is one of the names in <paramref name="Mask"/>.</summary>
/// <param name="Fact">The fact or question.</param>
/// <param name="Mask">One bit for each of <see cref="Fact.Names"/>, the first name lowest.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record NameTest(Fact Fact, long Mask, string Text, Place At) : Condition(Text, At);

/// <summary>A citation fact is covered by one of the citations.</summary>
/// <param name="Fact">The fact, whose value is a citation or an offense.</param>
/// <param name="Citations">Each names a section and all that stands under it.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record CitationTest(Fact Fact, IReadOnlyList<Citation> Citations, string Text, Place At) : Condition(Text, At);

/// <summary>A number or span compared with a constant (spans encoded as <see cref="Spans"/> say).</summary>
/// <param name="Fact">The number or span.</param>
/// <param name="Sign">How it is compared.</param>
/// <param name="Bound">The constant, in the fact's unit.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record NumberTest(Fact Fact, Sign Sign, long Bound, string Text, Place At) : Condition(Text, At);

/// <summary>At least <paramref name="Least"/> counts (or distinct groups among them) satisfy <paramref name="With"/>.</summary>
/// <param name="Least">How many are asked for, 1 or more.</param>
/// <param name="Group">What is counted, if not the counts one by one: groups of them that are apart.</param>
/// <param name="With">What a count must satisfy; null for any count.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record CountTest(int Least, Fact? Group, Condition? With, string Text, Place At) : Condition(Text, At);

/// <summary>The total of a number over the counts that satisfy <paramref name="With"/>, compared with a constant.</summary>
/// <param name="Fact">The number that is added up.</param>
/// <param name="Sign">At least, or more than.</param>
/// <param name="Bound">The constant, in the fact's unit.</param>
/// <param name="With">What a count must satisfy; null for any count.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="At">Its place.</param>
public sealed record TotalTest(Fact Fact, Sign Sign, long Bound, Condition? With, string Text, Place At) : Condition(Text, At);
