using FsCheck;
using FsCheck.Fluent;
using Isonomia.Sentences;
using Xunit;

namespace Isonomia.Tests.Sentences;

public sealed class ProjectedActualDaysTests
{
    private static readonly CreditClass[] Classes = Enum.GetValues<CreditClass>();
    private static readonly Arbitrary<int> Orders = Gen.Choose(4, 10_000).ToArbitrary();
    private static readonly Arbitrary<int> Credits = Gen.Choose(0, 500).ToArbitrary();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(30, 16)]
    [InlineData(60, 30)]
    [InlineData(90, 46)]
    [InlineData(120, 60)]
    [InlineData(180, 90)]
    [InlineData(270, 136)]
    [InlineData(364, 182)]
    [InlineData(365, 183)]
    public void Half_time_is_the_table_of_4019(int ordered, int served) =>
        Assert.Equal(Days.Of(served), ProjectedActualDays.Of(Days.Of(ordered), CreditClass.Half));

    [Theory]
    [InlineData(CreditClass.Violent, 100, 85)]
    [InlineData(CreditClass.Violent, 365, 311)]
    [InlineData(CreditClass.Strike, 100, 80)]
    [InlineData(CreditClass.Strike, 1461, 1169)]
    [InlineData(CreditClass.Whole, 365, 365)]
    public void Violent_felonies_take_85_per_cent_strikes_80_and_some_terms_the_whole(CreditClass credit, int ordered, int served) =>
        Assert.Equal(Days.Of(served), ProjectedActualDays.Of(Days.Of(ordered), credit));

    [Fact]
    public void Half_time_is_the_smallest_number_of_days_that_fills_the_order() =>
        Prop.ForAll(
                Orders,
                ordered =>
                {
                    static int Fills(int actual) => actual + (2 * (actual / 2));
                    var served = ProjectedActualDays.Of(Days.Of(ordered), CreditClass.Half).Count;
                    return Fills(served) >= ordered && Fills(served - 1) < ordered;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_order_never_takes_less_time_from_four_days_on() =>
        Prop.ForAll(
                Orders,
                Credits,
                Credits,
                (ordered, given, waived) =>
                    Classes.All(credit => Served(ordered, credit, given, waived) <= Served(ordered + 1, credit, given, waived))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void More_credit_never_lengthens_and_more_waiver_never_shortens() =>
        Prop.ForAll(
                Orders,
                Credits,
                Credits,
                (ordered, given, waived) =>
                    Classes.All(credit =>
                        Served(ordered, credit, given + 1, waived) <= Served(ordered, credit, given, waived)
                        && Served(ordered, credit, given, waived + 1) >= Served(ordered, credit, given, waived)
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_order_takes_longer_than_it_says() =>
        Prop.ForAll(Orders, Credits, (ordered, waived) => Classes.All(credit => Served(ordered, credit, 0, waived) <= Days.Of(ordered)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void An_order_of_364_with_60_days_waived_is_served_like_one_of_424() =>
        Assert.Equal(Served(424, CreditClass.Half, 0, 0), Served(364, CreditClass.Half, 0, 60));

    [Fact]
    public void Credits_given_come_off_the_order() => Assert.Equal(Days.Of(132), Served(364, CreditClass.Half, 100, 0));

    [Fact]
    public void Life_stays_life() => Assert.Equal(DayRange.Life, ProjectedActualDays.Of(DayRange.Life, CreditClass.Violent));

    [Fact]
    public void A_range_holds_the_days_of_every_order_in_it() =>
        Prop.ForAll(
                Gen.Choose(0, 12).ToArbitrary(),
                Gen.Choose(0, 12).ToArbitrary(),
                Gen.Choose(0, 6).ToArbitrary(),
                (low, length, given) =>
                    Classes.All(credit =>
                    {
                        var range = ProjectedActualDays.Of(new DayRange(Days.Of(low), Days.Of(low + length)), credit, Days.Of(given));
                        return Enumerable.Range(low, length + 1).All(ordered => range.Contains(Served(ordered, credit, given, 0)));
                    })
            )
            .QuickCheckThrowOnFailure();

    private static Days Served(int ordered, CreditClass credit, int given, int waived) =>
        ProjectedActualDays.Of(Days.Of(ordered), credit, Days.Of(given), Days.Of(waived));
}
