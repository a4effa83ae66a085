namespace Isonomia.Law.Tests.Readers;

/// <summary>
/// What is known of a fact, as the oracle sees it: the values that it may have. Names and <c>yes</c> and <c>no</c> are texts; a range of numbers,
/// days or spans is its two ends; null is "there is none"; an offense is the leaves that it may be, or a citation that the law book does not hold.
/// </summary>
/// <param name="Values">The values; empty if nothing is known.</param>
internal sealed record Known(params object?[] Values)
{
    /// <summary>Above every amount that occurs: where an unlimited range ends.</summary>
    public const long Unlimited = 1L << 40;

    /// <summary>For a fact of the record: this is what the record leaves open. False if nobody knows, or the parties dispute it.</summary>
    public bool Stands { get; init; } = Values.Length > 0;

    /// <summary>Which of several leaves an offense is, is left open by the record itself.</summary>
    public bool SilentOnProng { get; init; }

    public static Known Unknown { get; } = new([]);

    /// <summary>For a match: no verdict was entered.</summary>
    public static Known NotReviewed { get; } = new([]) { Stands = false, SilentOnProng = true };

    /// <summary>The record leaves everything open.</summary>
    public static Known Silence { get; } = new([]) { Stands = true };

    public static Known Yes { get; } = new("yes");

    public static Known No { get; } = new("no");

    public static Known YesOrNo { get; } = new("yes", "no");

    public static Known None { get; } = new([null]);

    public static Known Range(long low, long high) => new(low, high);

    /// <summary>The citations by which an offense may be named.</summary>
    public static IEnumerable<Citation> NamesOf(object? offense) =>
        offense is Offense leaf ? leaf.Also.Append(leaf.Citation)
        : offense is Citation citation ? [citation]
        : [];

    /// <summary>A date by its day number.</summary>
    public static long Day(NodaTime.LocalDate date) => new DateOnly(date.Year, date.Month, date.Day).DayNumber;

    public static Known On(NodaTime.LocalDate date) => Range(Day(date), Day(date));
}

/// <summary>A group by two keys: surely apart from groups of another first key (null: perhaps anyone's), perhaps apart by the second.</summary>
internal sealed record Grouped(long? Surely, long Perhaps);
