namespace Isonomia.Sentences;

/// <summary>The days that will be served of an ordered term, if all conduct credit is earned .</summary>
/// <remarks>
/// <para>Half time: the smallest A with A + 2 x floor(A / 2) at or above the ordered days; a commitment under four days earns no credit
/// (PC 4019(e)), so that four ordered days take two and three take three. 364 days take 182, 365 take 183.</para>
/// <para>Violent felonies: 85 per cent, strikes: 80 per cent, rounded up (research note on PC 2933.1 and 667(c)(5)).</para>
/// <para>Credits given before sentence come off the order first; credits waived are added again: with 60 days waived, an order of
/// 364 is served like one of 424. No waiver makes the time longer than the order.</para>
/// <para>What a jail releases early for want of room is no law and is not in it.</para>
/// </remarks>
public static class ProjectedActualDays
{
    /// <summary>Below this an order earns no conduct credit, PC 4019(e).</summary>
    private static readonly Days LeastForCredit = Days.Of(4);

    /// <summary>The days served of that order.</summary>
    /// <param name="ordered">The days ordered; life stays life.</param>
    /// <param name="credit">How much conduct credit the term earns.</param>
    /// <param name="given">Credits given before sentence, actual and conduct.</param>
    /// <param name="waived">Credits that the person gives up.</param>
    public static Days Of(Days ordered, CreditClass credit, Days given = default, Days waived = default)
    {
        if (ordered == Days.Endless)
        {
            return Days.Endless;
        }

        var toServe = Math.Max(0L, (long)ordered.Count + waived.Count - given.Count);
        var served = credit switch
        {
            CreditClass.Half => ordered < LeastForCredit ? toServe : HalfTime(toServe),
            CreditClass.Violent => PerCent(toServe, 85),
            CreditClass.Strike => PerCent(toServe, 80),
            _ => toServe,
        };
        return Days.Min(ordered, Days.Of(served));
    }

    /// <summary>The days served of an order that is a range.</summary>
    /// <remarks>
    /// Longer orders take longer, except from three days to four, where credit begins; a range across that line is taken in two.
    /// </remarks>
    public static DayRange Of(DayRange ordered, CreditClass credit, Days given = default, Days waived = default)
    {
        var low = Of(ordered.Low, credit, given, waived);
        Days? high = ordered.High is { } most ? Of(most, credit, given, waived) : null;
        if (ordered.Low >= LeastForCredit || (ordered.High is { } end && end < LeastForCredit))
        {
            return new DayRange(low, high);
        }

        var whole = new DayRange(low, Of(Days.Of(LeastForCredit.Count - 1), credit, given, waived));
        var credited = new DayRange(Of(LeastForCredit, credit, given, waived), high);
        return whole.Or(credited);
    }

    /// <summary>The smallest A with A + 2 x floor(A / 2) at or above that many days.</summary>
    private static long HalfTime(long days) =>
        // Each pair of days served earns four; of the last four, one left over takes one day and two or three take two.
        (days / 4 * 2) + Math.Min(days % 4, 2);

    private static long PerCent(long days, int perCent) => ((days * perCent) + 99) / 100;
}
