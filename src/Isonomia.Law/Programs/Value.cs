using NodaTime;

namespace Isonomia.Law;

/// <summary>How much is known of a value.</summary>
public enum ValueState
{
    /// <summary>Not known to us: stays open.</summary>
    Unknown,

    /// <summary>Known, perhaps as a set or range. For a fact of the record: what the record leaves open.</summary>
    Known,

    /// <summary>For a match: nobody has reviewed it.</summary>
    Unreviewed,
}

/// <summary>
/// What is known of a fact: a set of possible names (as a mask), a closed range of numbers, candidate offenses, or group keys.
/// A range with <see cref="Low"/> above <see cref="High"/> means that there is none, and every comparison with it is no.
/// </summary>
/// <param name="State">How much is known.</param>
/// <param name="Low">A mask of names; or the low end of a range; or the key of a group that is certainly apart (-1: not known).</param>
/// <param name="High">The high end of a range; or the key of a group that is possibly apart.</param>
/// <param name="Ref">A citation or an offense.</param>
public readonly record struct Value(ValueState State, long Low, long High, object? Ref = null)
{
    /// <summary>Beyond every number that occurs.</summary>
    public const long Huge = 1L << 40;

    /// <summary>Yes in a mask.</summary>
    public const long YesBit = 1;

    /// <summary>No in a mask.</summary>
    public const long NoBit = 2;

    /// <summary>Both: not decided.</summary>
    public const long Both = 3;

    /// <summary>Certainly yes.</summary>
    public static Value Yes { get; } = new(ValueState.Known, YesBit, 0);

    /// <summary>Certainly no.</summary>
    public static Value No { get; } = new(ValueState.Known, NoBit, 0);

    /// <summary>The record leaves yes and no open.</summary>
    public static Value SilentFlag { get; } = new(ValueState.Known, Both, 0);

    /// <summary>Not known to us, whatever the kind.</summary>
    public static Value Unknown { get; } = new(ValueState.Unknown, 0, 0);

    /// <summary>No verdict has been entered.</summary>
    public static Value Unreviewed { get; } = new(ValueState.Unreviewed, 0, 0);

    /// <summary>There is none: every comparison is no.</summary>
    public static Value None { get; } = new(ValueState.Known, Huge, -Huge);

    /// <summary>A flag.</summary>
    public static Value Of(bool yes) => yes ? Yes : No;

    /// <summary>A set of names.</summary>
    public static Value Mask(long mask) => new(ValueState.Known, mask, 0);

    /// <summary>A number known exactly.</summary>
    public static Value Number(long n) => new(ValueState.Known, n, n);

    /// <summary>A closed range.</summary>
    public static Value Range(long low, long high) => new(ValueState.Known, low, high);

    /// <summary>A date.</summary>
    public static Value Date(LocalDate date) => Number(Day(date));

    /// <summary>A date as its day number.</summary>
    public static long Day(LocalDate date) => date.ToDateOnly().DayNumber;

    /// <summary>A citation.</summary>
    public static Value Cites(Citation citation) => new(ValueState.Known, 0, 0, citation);

    /// <summary>Group keys: certainly apart from other groups by <paramref name="certain"/> (-1: not known), possibly apart by <paramref name="possible"/>.</summary>
    public static Value Group(long certain, long possible) => new(ValueState.Known, certain, possible);
}
