namespace Isonomia.Cases;

/// <summary>A whole number of United States dollars, never negative.</summary>
public readonly record struct Dollars : IComparable<Dollars>
{
    /// <summary>Nothing.</summary>
    public static readonly Dollars Zero = new(0);

    private Dollars(long count) => Count = count;

    /// <summary>The number of dollars.</summary>
    public long Count { get; }

    /// <summary>That many dollars.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative, which the reader of cases refuses first.</exception>
    public static Dollars Of(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new Dollars(count);
    }

    /// <inheritdoc/>
    public int CompareTo(Dollars other) => Count.CompareTo(other.Count);

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Dollars one, Dollars other) => one.Count < other.Count;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Dollars one, Dollars other) => one.Count > other.Count;

    /// <summary>Whether the first is less or equal.</summary>
    public static bool operator <=(Dollars one, Dollars other) => one.Count <= other.Count;

    /// <summary>Whether the first is more or equal.</summary>
    public static bool operator >=(Dollars one, Dollars other) => one.Count >= other.Count;

    /// <inheritdoc/>
    public override string ToString() => $"${Count}";
}
