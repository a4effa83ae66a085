using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>Why an answer is open.</summary>
public enum OpeningKind
{
    /// <summary>A fact that somebody could tell.</summary>
    Fact,

    /// <summary>A question of law on which authorities differ.</summary>
    Question,

    /// <summary>A match that nobody has reviewed.</summary>
    Unreviewed,

    /// <summary>A rule that is not in force on the date.</summary>
    NotInForce,
}

/// <summary>One value, or a class of values that the law cannot tell apart, that an opening may take.</summary>
/// <param name="Value">A representative.</param>
/// <param name="Words">The values in the words of a case file.</param>
public sealed record Bin(Value Value, IReadOnlyList<string> Words);

/// <summary>Something that leaves an answer open, with the values that the law can tell apart.</summary>
/// <param name="Kind">Why it is open.</param>
/// <param name="Fact">The fact, question or match; for a prong the fact <c>prong</c>.</param>
/// <param name="Slot">The count, or -1 for the case.</param>
/// <param name="Bins">Values to try; for a question the planning reading first; for an unreviewed match yes first.</param>
public sealed record Opening(OpeningKind Kind, Fact Fact, int Slot, IReadOnlyList<Bin> Bins);
