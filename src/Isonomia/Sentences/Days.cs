namespace Isonomia.Sentences;

/// <summary>A whole number of days of custody, never negative.</summary>
/// <remarks>
/// Arithmetic saturates at <see cref="Endless"/>, which stands for life: longer than any number that a statute
/// compares a term with (R-031: an indeterminate term counts as its maximum).
/// </remarks>
public readonly record struct Days : IComparable<Days>
{
    /// <summary>No day at all.</summary>
    public static readonly Days Zero = new(0);

    /// <summary>One year of custody: twelve months are 365 days .</summary>
    public static readonly Days Year = new(365);

    /// <summary>Longer than any term that is counted: a life term.</summary>
    public static readonly Days Endless = new(1_000_000_000);

    private Days(int count) => Count = count;

    /// <summary>The number of days, from 0 to that of <see cref="Endless"/>.</summary>
    public int Count { get; }

    /// <summary>That many days.</summary>
    /// <param name="count">Zero or more; what is above <see cref="Endless"/> is taken as that.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, which the reader of cases refuses first.</exception>
    public static Days Of(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new Days((int)Math.Min(count, Endless.Count));
    }

    /// <summary>The days of a term stated in months: ceil(months x 365 / 12), so that twelve months are 365 days.</summary>
    /// <remarks>Rounding up is the planning posture: a term of one year is never counted as less.</remarks>
    public static Days OfMonths(Months months) => Of((((long)months.Count * 365) + 11) / 12);

    /// <summary>The longer of two terms.</summary>
    public static Days Max(Days one, Days other) => one >= other ? one : other;

    /// <summary>The shorter of two terms.</summary>
    public static Days Min(Days one, Days other) => one <= other ? one : other;

    /// <inheritdoc/>
    public int CompareTo(Days other) => Count.CompareTo(other.Count);

    /// <summary>The sum, or <see cref="Endless"/>.</summary>
    public static Days operator +(Days one, Days other) => Of((long)one.Count + other.Count);

    /// <summary>Whether the first is shorter.</summary>
    public static bool operator <(Days one, Days other) => one.Count < other.Count;

    /// <summary>Whether the first is longer.</summary>
    public static bool operator >(Days one, Days other) => one.Count > other.Count;

    /// <summary>Whether the first is shorter or as long.</summary>
    public static bool operator <=(Days one, Days other) => one.Count <= other.Count;

    /// <summary>Whether the first is longer or as long.</summary>
    public static bool operator >=(Days one, Days other) => one.Count >= other.Count;

    /// <inheritdoc/>
    public override string ToString() =>
        this == Endless ? "life"
        : Count == 1 ? "1 day"
        : $"{Count} days";
}
