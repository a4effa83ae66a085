using Isonomia.Law;

namespace Isonomia.Offenses;

/// <summary>How a text was resolved to an offense of the law book.</summary>
public enum ResolvedBy
{
    /// <summary>Written canonically.</summary>
    Exact,

    /// <summary>Another spelling of the same citation.</summary>
    Normalized,

    /// <summary>A section without a code that one loaded code alone has.</summary>
    Inferred,

    /// <summary>A citation that the law book does not hold.</summary>
    NotInLawbook,

    /// <summary>No offense at all: a probation violation, a warrant, a city permit.</summary>
    NotAnOffense,

    /// <summary>Not read as a citation.</summary>
    Unreadable,
}

/// <summary>What a text of a charge sheet names.</summary>
/// <param name="Input">The text as given.</param>
/// <param name="By">How it was resolved.</param>
/// <param name="Citation">The canonical citation, if one was read.</param>
/// <param name="Value">The leaves of the law book; for an attempt, conspiracy or solicitation, those of its target.</param>
/// <param name="Form">Completed, attempted, conspired or solicited.</param>
/// <param name="Because">Why it is not an offense, or not read.</param>
/// <param name="Nearest">For what is not resolved: the closest offenses.</param>
public sealed record ResolvedOffense(
    string Input,
    ResolvedBy By,
    Citation? Citation,
    OffenseValue Value,
    Form Form,
    string Because,
    IReadOnlyList<string> Nearest
)
{
    /// <summary>True if the law book holds it.</summary>
    public bool IsResolved => Value.Leaves.Count > 0;

    /// <summary>The canonical citation, or the text as given.</summary>
    public string Name => Citation?.ToString() ?? Input;
}
