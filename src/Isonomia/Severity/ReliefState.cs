namespace Isonomia.Severity;

/// <summary>Does the criminal record, with the clocks that it stops, close this relief (contract section 5)?</summary>
public enum ReliefState
{
    /// <summary>Not a relief for this person.</summary>
    NotApplicable,

    /// <summary>The record leaves it open.</summary>
    Open,

    /// <summary>Open, but the record weighs against it.</summary>
    Harmed,

    /// <summary>A fact is missing.</summary>
    Unknown,

    /// <summary>The record closes it.</summary>
    Closed,
}
