using System.Runtime.InteropServices;

namespace Isonomia.Sentences;

/// <summary>
/// A closed range of days: what a term can be while something about it is open. Every value from
/// <see cref="Low"/> to <see cref="High"/> is possible; a known term has both ends equal.
/// </summary>
/// <param name="Low">The least that it can be.</param>
/// <param name="High">The most that it can be, or nothing where there is no upper bound.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayRange(Days Low, Days? High)
{
    /// <summary>Nothing is known: from no day without upper bound.</summary>
    public static readonly DayRange Unknown = new(Days.Zero, null);

    /// <summary>No day.</summary>
    public static readonly DayRange None = Exactly(Days.Zero);

    /// <summary>A life term: longer than any number of days, without upper bound (R-031, indeterminate counts as its maximum).</summary>
    public static readonly DayRange Life = new(Days.Endless, null);

    /// <summary>Whether only one value is possible.</summary>
    public bool IsExact => High is { } high && high == Low;

    /// <summary>A known term.</summary>
    public static DayRange Exactly(Days days) => new(days, days);

    /// <summary>From no day to that many: custody that may or may not count.</summary>
    public static DayRange UpTo(Days most) => new(Days.Zero, most);

    /// <summary>At least that many, without upper bound.</summary>
    public static DayRange AtLeast(Days least) => new(least, null);

    /// <summary>The smallest range that holds both: one of the two is so, and it is open which.</summary>
    public DayRange Or(DayRange other) =>
        new(Days.Min(Low, other.Low), High is { } one && other.High is { } two ? Days.Max(one, two) : null);

    /// <summary>The longer of two terms that run together (R-032, concurrent).</summary>
    public static DayRange Longer(DayRange one, DayRange other) =>
        new(Days.Max(one.Low, other.Low), one.High is { } high && other.High is { } otherHigh ? Days.Max(high, otherHigh) : null);

    /// <summary>Both terms, one after the other.</summary>
    public static DayRange operator +(DayRange one, DayRange other) =>
        new(one.Low + other.Low, one.High is { } high && other.High is { } otherHigh ? high + otherHigh : null);

    /// <summary>Whether that many days are possible.</summary>
    public bool Contains(Days days) => Low <= days && (High is not { } high || days <= high);

    /// <inheritdoc/>
    public override string ToString() =>
        this == Life ? "life"
        : IsExact ? Low.ToString()
        : High is { } high ? $"{Low.Count} to {high}"
        : $"{Low} or more";
}
