using System.Globalization;
using NodaTime;

namespace Isonomia.Sentences;

/// <summary>
/// The calendar time between two dates in whole months and days, as a number that compares exactly with years and months.
/// </summary>
/// <remarks>
/// Stored as months x 32 + days, as the law pages store it: a date is within n years of another exactly if the span is at most
/// n x 12 x 32, to the day, because fewer than 32 days are ever left over. Never floored to months, never counted in days.
/// An anniversary of 29 February is 28 February in other years (R-002(a)). An end before the start is negative.
/// </remarks>
public readonly record struct CalendarSpan : IComparable<CalendarSpan>
{
    private const int PerMonth = 32;

    /// <summary>No time.</summary>
    public static readonly CalendarSpan Zero = new(0);

    private CalendarSpan(int code) => Code = code;

    /// <summary>Months x 32 + days.</summary>
    public int Code { get; }

    /// <summary>Whole months; negative if the end is before the start.</summary>
    public int WholeMonths => Code / PerMonth;

    /// <summary>Whole years.</summary>
    public int WholeYears => WholeMonths / 12;

    /// <summary>The days left over after whole months.</summary>
    public int DaysLeft => Code % PerMonth;

    /// <summary>That many years.</summary>
    public static CalendarSpan OfYears(int years) => Of(years, 0, 0);

    /// <summary>That many years, months and days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Days that are not from 0 to 31, which would be another month.</exception>
    public static CalendarSpan Of(int years, int months, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(days, PerMonth);
        return new CalendarSpan((((years * 12) + months) * PerMonth) + days);
    }

    /// <summary>The span of that code.</summary>
    public static CalendarSpan FromCode(int code) => new(code);

    /// <summary>From one date to another.</summary>
    public static CalendarSpan Between(LocalDate start, LocalDate end)
    {
        if (end < start)
        {
            return new CalendarSpan(-Between(end, start).Code);
        }

        var months = ((end.Year - start.Year) * 12) + end.Month - start.Month;
        if (start.PlusMonths(months) > end)
        {
            months--;
        }

        var days = Period.DaysBetween(start.PlusMonths(months), end);
        return new CalendarSpan((months * PerMonth) + days);
    }

    /// <summary>The longer of two.</summary>
    public static CalendarSpan Max(CalendarSpan one, CalendarSpan other) => one >= other ? one : other;

    /// <summary>The shorter of two.</summary>
    public static CalendarSpan Min(CalendarSpan one, CalendarSpan other) => one <= other ? one : other;

    /// <inheritdoc/>
    public int CompareTo(CalendarSpan other) => Code.CompareTo(other.Code);

    /// <summary>Whether the first is shorter.</summary>
    public static bool operator <(CalendarSpan one, CalendarSpan other) => one.Code < other.Code;

    /// <summary>Whether the first is longer.</summary>
    public static bool operator >(CalendarSpan one, CalendarSpan other) => one.Code > other.Code;

    /// <summary>Whether the first is shorter or as long.</summary>
    public static bool operator <=(CalendarSpan one, CalendarSpan other) => one.Code <= other.Code;

    /// <summary>Whether the first is longer or as long.</summary>
    public static bool operator >=(CalendarSpan one, CalendarSpan other) => one.Code >= other.Code;

    /// <summary>As the example tables write it: <c>4y11m30d</c>.</summary>
    public override string ToString()
    {
        var code = Math.Abs(Code);
        var (years, months, days) = (code / PerMonth / 12, code / PerMonth % 12, code % PerMonth);
        var text = string.Concat(
            Code < 0 ? "-" : "",
            years == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{years}y"),
            months == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{months}m"),
            days == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{days}d")
        );
        return text.Length == 0 ? "0d" : text;
    }
}
