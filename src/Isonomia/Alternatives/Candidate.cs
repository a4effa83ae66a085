using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;

namespace Isonomia.Alternatives;

/// <summary>A disposition of one count that the law allows, with what stands behind it.</summary>
/// <param name="Slot">Position of the disposition in the case file.</param>
/// <param name="Leaf">The offense of conviction; null where the count is dismissed or diverted as charged.</param>
/// <param name="Relation">How the offense is related to the charge: as charged, as offered, lesser included, lesser related, commonly substituted.</param>
/// <param name="Level">The sentence in words.</param>
/// <param name="Statement">What the record says, in words; empty where it says what the reference's record says.</param>
/// <param name="Track">The diversion program; empty for a plea.</param>
/// <param name="Disposition">In case-file form.</param>
/// <param name="Count">As the law sees it.</param>
/// <param name="FactualBasis">What facts support the plea (the related table, and what the record would state).</param>
/// <param name="Barriers">Legal bars to offering it that the case may lift.</param>
/// <param name="Cautions">What to check.</param>
/// <param name="Effort">How far it is from the reference: for ordering equals only.</param>
public sealed record Candidate(
    int Slot,
    Offense? Leaf,
    string Relation,
    string Level,
    string Statement,
    string Track,
    Disposition Disposition,
    CountInCase Count,
    IReadOnlyList<string> FactualBasis,
    IReadOnlyList<Barrier> Barriers,
    IReadOnlyList<string> Cautions,
    int Effort
)
{
    /// <summary>True if it is the reference's own disposition of the count.</summary>
    public bool IsReference { get; init; }

    /// <summary>The offense and class, or the outcome, in words.</summary>
    public string Name =>
        Disposition.Outcome.TryGet(out var outcome) && outcome == Outcome.Dismissal
            ? $"{Count.Charged?.Name ?? Count.Offense.Name} dismissed"
        : Track.Length > 0 ? $"{Count.Offense.Name}, {(outcome == Outcome.DeferredEntry ? "deferred entry" : "diversion")} under {Track}"
        : $"{Count.Offense.Name}{(Count.Class.TryGet(out var @class) ? $" ({Names.Camel(@class)})" : "")}";
}

/// <summary>A legal bar to an offer, with its section.</summary>
/// <param name="Section">The provision.</param>
/// <param name="Because">What it bars, and when it does not.</param>
public sealed record Barrier(string Section, string Because);

/// <summary>An offer that the law does not allow in this case, named so that nobody has to wonder why it is not listed.</summary>
/// <param name="Charge">The charge.</param>
/// <param name="Offer">What is not allowed.</param>
/// <param name="Section">The provision that bars it.</param>
/// <param name="Because">Why it reaches this case.</param>
public sealed record Barred(string Charge, string Offer, string Section, string Because);
