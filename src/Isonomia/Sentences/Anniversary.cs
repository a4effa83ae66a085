using Isonomia.Cases;
using NodaTime;

namespace Isonomia.Sentences;

/// <summary>Anniversaries by the calendar, and what is open on the day itself .</summary>
public static class Anniversary
{
    /// <summary>The same day so many years later; of 29 February, in other years, 28 February.</summary>
    public static LocalDate Of(LocalDate start, int years) => start.PlusYears(years);

    /// <summary>Whether the anniversary had to be moved from 29 February, so that 1 March is arguable and the date is to be flagged (R-002(a)).</summary>
    public static bool IsMoved(LocalDate start, int years) => Of(start, years).Day != start.Day;

    /// <summary>
    /// The span to compare with "within n years", where no authority says whether the anniversary itself is within: on that day it
    /// is n years to n years and a day (R-002(b), for R-061 and the ten years of 8 USC 1255(j)).
    /// </summary>
    /// <param name="start">The admission.</param>
    /// <param name="end">The offense.</param>
    /// <param name="years">The years of the rule, such as 5 and 10; each anniversary is open.</param>
    /// <remarks>For a start on 29 February, 1 March is as arguable an anniversary as 28 February, and is open too.</remarks>
    public static SpanRange OpenOnTheDay(DateOrRange start, DateOrRange end, params ReadOnlySpan<int> years)
    {
        var span = SpanRange.After(start, end);
        if (span.IsNone || span.High is not { } high)
        {
            return span;
        }

        var low = span.Low;
        foreach (var count in years)
        {
            var onTheDay = CalendarSpan.OfYears(count);
            var dayAfter = CalendarSpan.Of(count, 0, 1);
            high = high == onTheDay ? dayAfter : high;
            low = low == dayAfter && IsMoved(start.To, count) ? onTheDay : low;
        }

        return new SpanRange(low, high);
    }
}
