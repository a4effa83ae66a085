namespace Isonomia.Sentences;

/// <summary>A whole number of months of a prison term or of supervision, never negative.</summary>
public readonly record struct Months : IComparable<Months>
{
    /// <summary>No month at all.</summary>
    public static readonly Months Zero = new(0);

    private Months(int count) => Count = count;

    /// <summary>The number of months.</summary>
    public int Count { get; }

    /// <summary>That many months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, which the reader of cases refuses first.</exception>
    public static Months Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new Months(count);
    }

    /// <inheritdoc/>
    public int CompareTo(Months other) => Count.CompareTo(other.Count);

    /// <summary>The sum.</summary>
    public static Months operator +(Months one, Months other) => new((int)Math.Min((long)one.Count + other.Count, int.MaxValue));

    /// <summary>Whether the first is shorter.</summary>
    public static bool operator <(Months one, Months other) => one.Count < other.Count;

    /// <summary>Whether the first is longer.</summary>
    public static bool operator >(Months one, Months other) => one.Count > other.Count;

    /// <summary>Whether the first is shorter or as long.</summary>
    public static bool operator <=(Months one, Months other) => one.Count <= other.Count;

    /// <summary>Whether the first is longer or as long.</summary>
    public static bool operator >=(Months one, Months other) => one.Count >= other.Count;

    /// <inheritdoc/>
    public override string ToString() => Count == 1 ? "1 month" : $"{Count} months";
}
