using Isonomia.Cases;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Sentences;

/// <summary>The longest sentence that could have been imposed for the offense of conviction, as convicted .</summary>
public static class MaximumTerm
{
    /// <summary>
    /// The day from which a misdemeanor conviction has a maximum of 364 days. Before it, "up to one year" stays 365 for federal
    /// purposes, whatever PC 18.5 says of the past: Matter of Velasquez-Rios, 27 I&amp;N Dec. 470 (BIA 2018); Velasquez-Rios v.
    /// Wilkinson, 988 F.3d 1081 (9th Cir. 2021).
    /// </summary>
    public static readonly LocalDate OneYearBecame364 = new(2015, 1, 1);

    /// <summary>"Up to one year" in a county jail after PC 18.5.</summary>
    private static readonly Days YearOfJail = Days.Of(364);

    /// <summary>The upper term for an attempt at a crime punished by life: five, seven or nine years, PC 664(a).</summary>
    private static readonly Months AttemptAtLife = Months.Of(9 * 12);

    /// <summary>An infraction carries no imprisonment, PC 19.6.</summary>
    public static Days Infraction => Days.Zero;

    /// <summary>A felony: the upper term, half of it for an attempt (PC 664(a)), and the enhancements found, in days.</summary>
    public static Days Felony(Months upper, bool isAttempt, Months enhancement)
    {
        // In half months, so that half of an odd number of months is not rounded twice.
        var halves = ((long)upper.Count * (isAttempt ? 1 : 2)) + (2L * enhancement.Count);
        return Days.Of(((halves * 365) + 23) / 24);
    }

    /// <summary>
    /// A felony punished by life: life; for an attempt nine years (PC 664(a)), unless it is premeditated murder, which is punished by
    /// life as an attempt too and is passed as no attempt.
    /// </summary>
    public static DayRange LifeFelony(bool isAttempt, Months enhancement) =>
        isAttempt ? DayRange.Exactly(Felony(AttemptAtLife, isAttempt: false, enhancement)) : DayRange.Life;

    /// <summary>A misdemeanor: what the statute states, 365 days where it says a year and the conviction is before 2015; half for an attempt (PC 664(b)).</summary>
    /// <param name="stated">The most jail as the law's page states it; 364 and above mean a year.</param>
    /// <param name="isAttempt">Whether it is an attempt. Half of 365 days is 182: a maximum is not rounded up.</param>
    /// <param name="convicted">The date of conviction, or nothing if it is not known; then both maximums are possible.</param>
    public static DayRange Misdemeanor(Days stated, bool isAttempt, DateOrRange? convicted)
    {
        if (stated < YearOfJail)
        {
            return DayRange.Exactly(Half(stated, isAttempt));
        }

        var before = convicted is not { } dates || dates.From < OneYearBecame364;
        var since = convicted is not { } days || days.To >= OneYearBecame364;
        return new DayRange(Half(since ? YearOfJail : Days.Year, isAttempt), Half(before ? Days.Year : YearOfJail, isAttempt));
    }

    /// <summary>The maximum for the class of conviction; where the class is not known, that of every class which the statute has.</summary>
    /// <param name="class">The class at conviction .</param>
    /// <param name="ceiling">What the statute allows.</param>
    /// <param name="isAttempt">Whether it is an attempt under PC 664.</param>
    /// <param name="convicted">The date of conviction, or nothing if it is not known.</param>
    /// <param name="enhancement">Enhancements admitted or found, in months .</param>
    /// <remarks>A class that the statute does not have has no known maximum: wholly open.</remarks>
    public static DayRange Of(
        Known<OffenseClass> @class,
        PenaltyCeiling ceiling,
        bool isAttempt,
        DateOrRange? convicted,
        Months enhancement
    )
    {
        DayRange? felony =
            ceiling.FelonyLife ? LifeFelony(isAttempt, enhancement)
            : ceiling.FelonyMonths is { } upper ? DayRange.Exactly(Felony(upper, isAttempt, enhancement))
            : null;
        DayRange? misdemeanor = ceiling.MisdemeanorDays is { } stated ? Misdemeanor(stated, isAttempt, convicted) : null;
        if (@class.TryGet(out var known))
        {
            return known switch
            {
                OffenseClass.Felony => felony ?? DayRange.Unknown,
                OffenseClass.Misdemeanor => misdemeanor ?? DayRange.Unknown,
                _ => DayRange.Exactly(Infraction),
            };
        }

        DayRange? infraction = ceiling.IsInfraction ? DayRange.Exactly(Infraction) : null;
        return Either(Either(felony, misdemeanor), infraction) ?? DayRange.Unknown;
    }

    private static DayRange? Either(DayRange? one, DayRange? other) =>
        one is { } first && other is { } second ? first.Or(second) : one ?? other;

    private static Days Half(Days stated, bool isAttempt) => isAttempt ? Days.Of(stated.Count / 2) : stated;
}
