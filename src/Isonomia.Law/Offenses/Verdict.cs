using NodaTime;

namespace Isonomia.Law;

/// <summary>How sure a verdict is.</summary>
public enum Certainty
{
    /// <summary>Practice guidance or inference.</summary>
    Practice,

    /// <summary>Statute text, or a holding on the same element.</summary>
    Applied,

    /// <summary>A published holding of the forum on this statute and category, later than every watershed on its element.</summary>
    Controlling,
}

/// <summary>What a verdict says.</summary>
public enum VerdictKind
{
    /// <summary>Every violation is one.</summary>
    Yes,

    /// <summary>No violation is one.</summary>
    No,

    /// <summary>A test of the record decides.</summary>
    Depends,
}

/// <summary>
/// Whether an offense, by its elements, is a federal kind of offense. <c>unsettled</c> is a test of a question; <c>unsettled when</c>
/// adds a test of the record.
/// </summary>
/// <param name="Match">The federal kind of offense.</param>
/// <param name="Of">The offense, or a section that holds it.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Test">The test of the record or of a question that decides; null for yes and no.</param>
/// <param name="Question">The question of its own that an unsettled verdict opens.</param>
/// <param name="Text">The cell as the page has it.</param>
/// <param name="Authorities">Ids or citations, or practice.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="From">First day of its window; null for none.</param>
/// <param name="Until">First day after; null for none.</param>
/// <param name="By">The date that the window goes by; null without a window.</param>
/// <param name="Note">The reason, in plain words.</param>
/// <param name="At">Where it stands.</param>
public sealed record Verdict(
    Fact Match,
    Citation Of,
    VerdictKind Kind,
    Condition? Test,
    Fact? Question,
    string Text,
    IReadOnlyList<string> Authorities,
    Certainty Certainty,
    LocalDate? From,
    LocalDate? Until,
    Fact? By,
    string Note,
    Place At
)
{
    private readonly long firstDay = From is { } from ? Value.Day(from) : long.MinValue;
    private readonly long endDay = Until is { } until ? Value.Day(until) : long.MaxValue;

    /// <summary>True if the verdict comes from a <c>not raised</c> line.</summary>
    public bool NotRaised { get; init; }

    /// <summary>A verdict is the same only as itself: it is a row of a page.</summary>
    public bool Equals(Verdict? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>Does the window hold the date? An empty range is no date at all.</summary>
    public bool Holds(long from, long to) => from <= to && firstDay <= from && to < endDay;

    /// <summary>Can the window hold a date of the range?</summary>
    public bool MayHold(long from, long to) => from <= to && firstDay <= to && from < endDay;
}

/// <summary>A safer plea, why, and what it leaves open.</summary>
/// <param name="Option">The plea.</param>
/// <param name="InsteadOf">The offense that it avoids.</param>
/// <param name="Why">What it avoids.</param>
/// <param name="LeftOpen">What it does not avoid.</param>
/// <param name="Mark">authority or practice.</param>
/// <param name="At">Where it stands.</param>
public sealed record SaferOption(string Option, string InsteadOf, string Why, string LeftOpen, string Mark, Place At);

/// <summary>A related offense that a charge may be reduced or changed to.</summary>
/// <param name="Related">Citation of the offense.</param>
/// <param name="To">Citation of the charge.</param>
/// <param name="Relation">lesser included, lesser related or commonly substituted.</param>
/// <param name="FactualBasis">What the record must then say.</param>
/// <param name="Mark">authority or practice.</param>
/// <param name="At">Where it stands.</param>
public sealed record RelatedOffense(string Related, string To, string Relation, string FactualBasis, string Mark, Place At);
