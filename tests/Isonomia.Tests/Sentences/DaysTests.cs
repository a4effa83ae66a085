using FsCheck;
using FsCheck.Fluent;
using Isonomia.Sentences;
using Xunit;

namespace Isonomia.Tests.Sentences;

public sealed class DaysTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 31)]
    [InlineData(2, 61)]
    [InlineData(6, 183)]
    [InlineData(11, 335)]
    [InlineData(12, 365)]
    [InlineData(16, 487)]
    [InlineData(18, 548)]
    [InlineData(24, 730)]
    [InlineData(36, 1095)]
    [InlineData(60, 1825)]
    public void Months_are_days_rounded_up_with_twelve_to_the_year(int months, int days) =>
        Assert.Equal(Days.Of(days), Days.OfMonths(Months.Of(months)));

    [Fact]
    public void Another_month_is_always_thirty_or_thirty_one_days() =>
        Prop.ForAll(
                Gen.Choose(0, 30_000).ToArbitrary(),
                months => Days.OfMonths(Months.Of(months + 1)).Count - Days.OfMonths(Months.Of(months)).Count is 30 or 31
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_to_life_is_life()
    {
        Assert.Equal(Days.Endless, Days.Endless + Days.Year);
        Assert.Equal(DayRange.Life, DayRange.Life + DayRange.Exactly(Days.Year));
    }
}
