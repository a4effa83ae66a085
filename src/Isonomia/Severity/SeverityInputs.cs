using Isonomia.Law;

namespace Isonomia.Severity;

/// <summary>The answers that severity is computed from, for one status: Kleene's bounds by code.</summary>
/// <param name="Status">The status supposed.</param>
/// <param name="Noncitizen">Whether any of this applies.</param>
/// <param name="Ground">Answer of a ground, detention or exposure code.</param>
/// <param name="Relief">Answer of a relief's rule: code and state (applies, closed, harmed, delayed, permanent).</param>
/// <param name="InadmissibilityOffense">Some count is an offense described in 8 USC 1182(a)(2), whoever the person is.</param>
/// <param name="GroundCodes">All ground codes of the law book.</param>
/// <param name="ReliefCodes">All relief codes of the law book.</param>
/// <param name="NaturalizationReopens">Where naturalization is closed or waits, the day on which it reopens is known.</param>
public sealed record SeverityInputs(
    Cases.ImmigrationStatus Status,
    bool Noncitizen,
    Func<string, Truth> Ground,
    Func<string, string, Truth> Relief,
    Truth InadmissibilityOffense,
    IReadOnlyList<string> GroundCodes,
    IReadOnlyList<string> ReliefCodes,
    bool NaturalizationReopens
);
