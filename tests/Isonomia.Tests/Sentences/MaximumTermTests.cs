using FsCheck;
using FsCheck.Fluent;
using Isonomia.Cases;
using Isonomia.Law;
using Isonomia.Sentences;
using NodaTime;
using Xunit;

namespace Isonomia.Tests.Sentences;

public sealed class MaximumTermTests
{
    private static readonly PenaltyCeiling Wobbler = new(Months.Of(48), MisdemeanorDays: Days.Of(364));
    private static readonly DateOrRange Before = DateOrRange.On(new LocalDate(2014, 12, 31));
    private static readonly DateOrRange Since = DateOrRange.On(new LocalDate(2015, 1, 1));

    [Fact]
    public void A_misdemeanor_conviction_of_the_last_day_of_2014_keeps_365_days() =>
        Assert.Equal(Exactly(365), MaximumTerm.Misdemeanor(Days.Of(364), isAttempt: false, Before));

    [Fact]
    public void A_misdemeanor_conviction_of_the_first_day_of_2015_has_364_days() =>
        Assert.Equal(Exactly(364), MaximumTerm.Misdemeanor(Days.Of(364), isAttempt: false, Since));

    [Fact]
    public void A_conviction_date_not_known_or_across_the_line_leaves_both()
    {
        var both = new DayRange(Days.Of(364), Days.Of(365));
        Assert.Equal(both, MaximumTerm.Misdemeanor(Days.Of(364), isAttempt: false, convicted: null));
        Assert.Equal(both, MaximumTerm.Misdemeanor(Days.Of(364), isAttempt: false, DateOrRange.Between(Before.From, Since.To)));
    }

    [Fact]
    public void A_six_month_misdemeanor_is_not_touched_by_the_cut_off() =>
        Assert.Equal(Exactly(180), MaximumTerm.Misdemeanor(Days.Of(180), isAttempt: false, Before));

    [Theory]
    [InlineData(364, 182)]
    [InlineData(180, 90)]
    public void An_attempted_misdemeanor_has_half(int stated, int half)
    {
        Assert.Equal(Exactly(half), MaximumTerm.Misdemeanor(Days.Of(stated), isAttempt: true, Since));
        Assert.Equal(Exactly(half), MaximumTerm.Misdemeanor(Days.Of(stated), isAttempt: true, Before));
    }

    [Theory]
    [InlineData(36, false, 0, 1095)]
    [InlineData(36, true, 0, 548)]
    [InlineData(16, true, 0, 244)]
    [InlineData(15, true, 0, 229)]
    [InlineData(36, false, 12, 1460)]
    [InlineData(36, true, 12, 913)]
    [InlineData(12, false, 0, 365)]
    public void A_felony_has_its_upper_term_half_for_an_attempt_and_its_enhancements_whole(
        int months,
        bool isAttempt,
        int enhancement,
        int days
    ) => Assert.Equal(Days.Of(days), MaximumTerm.Felony(Months.Of(months), isAttempt, Months.Of(enhancement)));

    [Fact]
    public void An_attempt_at_a_life_crime_has_nine_years() =>
        Assert.Equal(Exactly(9 * 365), MaximumTerm.LifeFelony(isAttempt: true, Months.Zero));

    [Fact]
    public void Life_has_no_upper_bound() => Assert.Equal(DayRange.Life, MaximumTerm.LifeFelony(isAttempt: false, Months.Zero));

    [Fact]
    public void The_class_of_conviction_decides()
    {
        Assert.Equal(Exactly(1460), Of(OffenseClass.Felony, Wobbler));
        Assert.Equal(Exactly(364), Of(OffenseClass.Misdemeanor, Wobbler));
        Assert.Equal(Exactly(0), Of(OffenseClass.Infraction, Wobbler));
    }

    [Fact]
    public void A_class_not_known_leaves_every_class_that_the_statute_has()
    {
        Assert.Equal(
            new DayRange(Days.Of(364), Days.Of(1460)),
            MaximumTerm.Of(Known.Unknown<OffenseClass>(), Wobbler, isAttempt: false, Since, Months.Zero)
        );
        Assert.Equal(
            new DayRange(Days.Zero, Days.Of(90)),
            MaximumTerm.Of(
                Known.Unknown<OffenseClass>(),
                new PenaltyCeiling(MisdemeanorDays: Days.Of(90), IsInfraction: true),
                isAttempt: false,
                Since,
                Months.Zero
            )
        );
    }

    [Fact]
    public void A_class_that_the_statute_does_not_have_has_no_known_maximum() =>
        Assert.Equal(DayRange.Unknown, Of(OffenseClass.Felony, new PenaltyCeiling(MisdemeanorDays: Days.Of(364))));

    [Fact]
    public void The_maximum_grows_with_the_term_and_the_enhancement_and_shrinks_with_an_attempt() =>
        Prop.ForAll(
                Gen.Choose(0, 600).ToArbitrary(),
                Gen.Choose(0, 300).ToArbitrary(),
                (months, enhancement) =>
                {
                    var whole = MaximumTerm.Felony(Months.Of(months), false, Months.Of(enhancement));
                    return whole <= MaximumTerm.Felony(Months.Of(months + 1), false, Months.Of(enhancement))
                        && whole <= MaximumTerm.Felony(Months.Of(months), false, Months.Of(enhancement + 1))
                        && MaximumTerm.Felony(Months.Of(months), true, Months.Of(enhancement)) <= whole;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_misdemeanor_never_has_a_lower_maximum() =>
        Prop.ForAll(
                Gen.Choose(0, 400).ToArbitrary(),
                stated =>
                    new DateOrRange?[] { null, Before, Since }.All(convicted =>
                    {
                        var shorter = MaximumTerm.Misdemeanor(Days.Of(stated), false, convicted);
                        var longer = MaximumTerm.Misdemeanor(Days.Of(stated + 1), false, convicted);
                        return shorter.Low <= longer.Low && shorter.High <= longer.High;
                    })
            )
            .QuickCheckThrowOnFailure();

    private static DayRange Exactly(int days) => DayRange.Exactly(Days.Of(days));

    private static DayRange Of(OffenseClass @class, PenaltyCeiling ceiling) =>
        MaximumTerm.Of(Known.Value(@class), ceiling, isAttempt: false, Since, Months.Zero);
}
