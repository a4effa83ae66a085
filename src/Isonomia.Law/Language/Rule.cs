using NodaTime;

namespace Isonomia.Law;

/// <summary>What a silent record means to a rule .</summary>
public enum Silence
{
    /// <summary>The rule takes the burden of whoever reads it.</summary>
    Neutral,

    /// <summary>What the record leaves open counts as not shown.</summary>
    No,

    /// <summary>What the record leaves open counts as not ruled out.</summary>
    Yes,
}

/// <summary>One dated version of a rule. <paramref name="Until"/> is the first day after.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">First day after; null if it still holds.</param>
/// <param name="By">The date that picks it.</param>
/// <param name="When">The condition; null if there was no such rule.</param>
/// <param name="Unless">What lifts it; null if nothing does.</param>
/// <param name="At">Where it stands.</param>
public sealed record RuleVersion(LocalDate From, LocalDate? Until, Fact By, Condition? When, Condition? Unless, Place At)
{
    /// <summary>In this window there was no such rule: the answer is no.</summary>
    public bool NoSuchRule => When is null;

    /// <summary>The first day as a number: the window is asked for with every answer.</summary>
    internal long FirstDay { get; } = Value.Day(From);

    /// <summary>The first day after as a number, beyond every date if it still holds.</summary>
    internal long EndDay { get; } = Until is { } until ? Value.Day(until) : long.MaxValue;
}

/// <summary>A rule of law: conditions over named facts, in dated versions.</summary>
/// <remarks>A class, not a record: rules refer to one another, and two rules are the same only if they are the same rule.</remarks>
public sealed class Rule
{
    /// <summary>Sentence-like title, by which other rules name it.</summary>
    public required string Title { get; init; }

    /// <summary>Stable id: <c>R-061</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it restates, as written.</summary>
    public required IReadOnlyList<string> Cites { get; init; }

    /// <summary>About the person or about each count.</summary>
    public required Level About { get; init; }

    /// <summary>About a conviction: a count for which <c>conviction</c> (R-010) holds.</summary>
    public bool OfConvictions { get; init; }

    /// <summary>Code of the answer, or empty.</summary>
    public string Code { get; init; } = "";

    /// <summary>For a relief: applies, closed, harmed, delayed, permanent.</summary>
    public string State { get; init; } = "";

    /// <summary>Office policy: who must approve.</summary>
    public string Approval { get; init; } = "";

    /// <summary>What a silent record means.</summary>
    public Silence Silence { get; init; }

    /// <summary>Position in <see cref="Lawbook.Rules"/>: rules come after the rules they read.</summary>
    public int Index { get; internal set; }

    /// <summary>Dated versions, oldest first.</summary>
    public IReadOnlyList<RuleVersion> Versions { get; internal set; } = [];

    /// <summary>The paragraph that stands above the rule on its page.</summary>
    public string Prose { get; init; } = "";

    /// <summary>Where its citations stand.</summary>
    public Place CitesAt { get; init; }

    /// <summary>Where the rule begins.</summary>
    public required Place At { get; init; }

    /// <summary>True if the rule's answer depends on the record of conviction and no rule it reads has said what silence means.</summary>
    public bool ReadsRecord { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Title}";
}
