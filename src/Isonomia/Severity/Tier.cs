namespace Isonomia.Severity;

/// <summary>
/// A label for reading and sorting, from no effect (T0) to aggravated felony or its equal (T8). It has an order and no arithmetic: nothing may
/// add, average or multiply tiers.
/// </summary>
public sealed record Tier : IComparable<Tier>
{
    private static readonly string[] PlainWords =
    [
        "No immigration effect found on the law as of the date shown.",
        "No bar found; federal officers may still consider the arrest or conviction, and a jail may or may not be allowed to cooperate.",
        "Delays a benefit, such as naturalization.",
        "Ends a status benefit or one form of relief; adds no ground of removal.",
        "Travel or an application would expose the person; advice is needed before either.",
        "Can be placed in removal proceedings; a main form of relief is still possible, and so is bond.",
        "Can be placed in removal proceedings and must be detained without bond; a main form of relief is still possible.",
        "Can be removed, and the main forms of relief are barred by law.",
        "Aggravated felony or its equal: removal close to certain, detention normally required, most bars permanent.",
    ];

    private static readonly Tier[] All = [.. Enumerable.Range(0, PlainWords.Length).Select(i => new Tier(i))];

    private readonly int rank;

    private Tier(int rank) => this.rank = rank;

    /// <summary>No effect.</summary>
    public static Tier T0 => All[0];

    /// <summary>Exposure or discretion only.</summary>
    public static Tier T1 => All[1];

    /// <summary>A temporary block.</summary>
    public static Tier T2 => All[2];

    /// <summary>A benefit or one relief lost, the person no more removable than before.</summary>
    public static Tier T3 => All[3];

    /// <summary>Inadmissible only.</summary>
    public static Tier T4 => All[4];

    /// <summary>Removable, principal relief open, bond available.</summary>
    public static Tier T5 => All[5];

    /// <summary>Removable, principal relief open, mandatory detention.</summary>
    public static Tier T6 => All[6];

    /// <summary>Removable, principal relief closed.</summary>
    public static Tier T7 => All[7];

    /// <summary>Aggravated felony, or protection limited to withholding.</summary>
    public static Tier T8 => All[8];

    /// <summary>What the tier means, for people.</summary>
    public string Plain => PlainWords[rank];

    /// <inheritdoc/>
    public int CompareTo(Tier? other) => other is null ? 1 : rank.CompareTo(other.rank);

    /// <summary>Milder.</summary>
    public static bool operator <(Tier a, Tier b) => a.rank < b.rank;

    /// <summary>More severe.</summary>
    public static bool operator >(Tier a, Tier b) => a.rank > b.rank;

    /// <summary>Milder or the same.</summary>
    public static bool operator <=(Tier a, Tier b) => a.rank <= b.rank;

    /// <summary>More severe or the same.</summary>
    public static bool operator >=(Tier a, Tier b) => a.rank >= b.rank;

    /// <summary>The milder of two.</summary>
    public static Tier Milder(Tier a, Tier b) => a <= b ? a : b;

    /// <summary>The more severe of two.</summary>
    public static Tier Worse(Tier a, Tier b) => a >= b ? a : b;

    /// <summary>How it stands to a milder or equal tier: <c>same</c>, <c>one step</c>, <c>more</c>; words and no number, because tiers are not summed.</summary>
    public string StepsAbove(Tier milder) =>
        this <= milder ? "same"
        : All[milder.rank + 1] == this ? "one step"
        : "more";

    /// <inheritdoc/>
    public override string ToString() => $"T{rank}";
}
