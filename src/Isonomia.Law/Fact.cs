namespace Isonomia.Law;

/// <summary>What kind of value a fact has.</summary>
public enum FactKind
{
    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of a list of names.</summary>
    OneOf,

    /// <summary>A whole number with a unit.</summary>
    Number,

    /// <summary>A calendar span, stored as months times 32 plus days, so that spans order as dates do.</summary>
    Span,

    /// <summary>A calendar date, stored as its day number.</summary>
    Date,

    /// <summary>A citation: names a section and everything under it.</summary>
    Citation,

    /// <summary>Counts that belong together, with a certain and a possible key.</summary>
    Group,

    /// <summary>Yes or no, read from the verdict tables of the offense pages.</summary>
    Match,

    /// <summary>An open question of law: one of its readings.</summary>
    Question,
}

/// <summary>Whether a fact or rule is about the whole case (the person) or about each count.</summary>
public enum Level
{
    /// <summary>One person in one prosecution.</summary>
    Case,

    /// <summary>One charge, plea or conviction, present or prior.</summary>
    Count,
}

/// <summary>A fact that rules may name: the only bridge between the law pages and the code.</summary>
public sealed record Fact
{
    /// <summary>Position in <see cref="Vocabulary.Facts"/>.</summary>
    public required int Index { get; init; }

    /// <summary>The name that the pages use.</summary>
    public required string Name { get; init; }

    /// <summary>About the case or about a count.</summary>
    public required Level About { get; init; }

    /// <summary>Kind of value.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>True if it is read from the record of conviction, so that <c>silent</c> is a value.</summary>
    public bool OfRecord { get; init; }

    /// <summary>Names of a one-of fact, or readings of a question, the planning reading first.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Unit of a number: days, dollars, grams, years.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where the value comes from: <c>case</c>, <c>C#</c> or <c>page</c>.</summary>
    public string From { get; init; } = "";

    /// <summary>Which side's workspace may hold it: <c>anyone</c> or <c>defense</c>.</summary>
    public string HeldBy { get; init; } = "anyone";

    /// <summary>Path of the key in a case file.</summary>
    public string Key { get; init; } = "";

    /// <summary>The assumption made when a case file leaves it out, or empty: unknown.</summary>
    public string Assumption { get; init; } = "";

    /// <summary>The assumption is yes, not no (<c>yes: …</c> in the vocabulary).</summary>
    public bool AssumedYes { get; init; }

    /// <summary>The plain question that asks for it.</summary>
    public string Question { get; init; } = "";

    /// <summary>Where it is defined.</summary>
    public Place At { get; init; }

    /// <summary>For a match: the category's key in answers (<c>cimt</c>), or empty.</summary>
    public string Category { get; init; } = "";

    /// <summary>For a match: the group that a <c>not raised</c> line may name.</summary>
    public string Group { get; init; } = "";

    /// <summary>For a match: how it reads in a sentence.</summary>
    public string Plain { get; init; } = "";

    private string[]? caseNames;
    private string? lastPart;

    /// <summary>The names as a case file writes them, in the same order.</summary>
    public IReadOnlyList<string> CaseNames => caseNames ??= [.. Names.Select(Camel)];

    /// <summary>The last part of its key: its name in a sheet of facts.</summary>
    public string LastPart => lastPart ??= Key[(Key.LastIndexOf('.') + 1)..];

    /// <summary>A name as a case file writes it: camel case.</summary>
    public static string Camel(string name)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select((w, i) => i == 0 ? w.ToLowerInvariant() : char.ToUpperInvariant(w[0]) + w[1..]));
    }

    /// <summary>A fact is the same only as itself: a vocabulary has one of each name, and comparing all members would cost more than the law.</summary>
    public bool Equals(Fact? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Index;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
