using FsCheck;
using FsCheck.Fluent;
using Isonomia.Cases;
using Isonomia.Sentences;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Isonomia.Tests.Sentences;

public sealed class CalendarSpanTests
{
    private static readonly Arbitrary<LocalDate> Dates = Gen.Choose(0, 45_000)
        .Select(days => new LocalDate(1950, 1, 1).PlusDays(days))
        .ToArbitrary();

    [Theory]
    [InlineData("2021-06-15", "2026-06-14", "4y11m30d")]
    [InlineData("2021-06-15", "2026-06-15", "5y")]
    [InlineData("2021-06-15", "2026-06-16", "5y1d")]
    [InlineData("2020-02-29", "2025-02-27", "4y11m29d")]
    [InlineData("2020-02-29", "2025-02-28", "5y")]
    [InlineData("2020-02-29", "2025-03-01", "5y1d")]
    [InlineData("2020-02-29", "2024-02-28", "3y11m30d")]
    [InlineData("2020-02-29", "2024-02-29", "4y")]
    [InlineData("2020-01-31", "2020-02-29", "1m")]
    [InlineData("2020-01-31", "2020-03-01", "1m1d")]
    [InlineData("2026-11-22", "2026-11-22", "0d")]
    [InlineData("2026-11-22", "2026-11-21", "-1d")]
    [InlineData("2026-06-15", "2021-06-15", "-5y")]
    public void A_span_counts_whole_months_and_the_days_left(string start, string end, string span) =>
        Assert.Equal(span, CalendarSpan.Between(Day(start), Day(end)).ToString());

    [Fact]
    public void A_span_is_stored_as_months_times_32_plus_days() =>
        Assert.Equal((59 * 32) + 30, CalendarSpan.Between(Day("2021-06-15"), Day("2026-06-14")).Code);

    [Fact]
    public void A_span_is_within_n_years_exactly_if_the_date_is_not_after_the_anniversary() =>
        Prop.ForAll(
                Dates,
                Dates,
                Gen.Choose(0, 20).ToArbitrary(),
                (start, end, years) => (CalendarSpan.Between(start, end) <= CalendarSpan.OfYears(years)) == (end <= start.PlusYears(years))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_end_makes_a_span_longer() =>
        Prop.ForAll(
                Dates,
                Dates,
                (start, end) =>
                {
                    var (span, later) = (CalendarSpan.Between(start, end), CalendarSpan.Between(start, end.PlusDays(1)));
                    return start <= end ? span < later : span <= later;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_start_never_makes_a_span_longer() =>
        Prop.ForAll(Dates, Dates, (start, end) => CalendarSpan.Between(start.PlusDays(1), end) <= CalendarSpan.Between(start, end))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_range_of_spans_holds_the_span_of_every_pair_of_days()
    {
        var lengths = Gen.Choose(0, 400).ToArbitrary();
        Prop.ForAll(
                Dates,
                Dates,
                lengths,
                (start, end, length) =>
                {
                    var starts = DateOrRange.Between(start, start.PlusDays(length));
                    var ends = DateOrRange.Between(end, end.PlusDays(length / 2));
                    var range = SpanRange.Between(starts, ends);
                    return new[] { 0, length / 3, length }.All(from =>
                        new[] { 0, length / 4, length / 2 }.All(to =>
                        {
                            var span = CalendarSpan.Between(start.PlusDays(from), end.PlusDays(to));
                            return range.Low <= span && span <= range.High;
                        })
                    );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("2021-06-15", "2026-06-14", "4y11m30d")]
    [InlineData("2021-06-15", "2026-06-15", "5y..5y1d")]
    [InlineData("2021-06-15", "2026-06-16", "5y1d")]
    [InlineData("2016-06-15", "2026-06-15", "10y..10y1d")]
    [InlineData("2020-02-29", "2025-02-28", "5y..5y1d")]
    [InlineData("2020-02-29", "2025-03-01", "5y..5y1d")]
    [InlineData("2020-02-29", "2025-03-02", "5y2d")]
    [InlineData("2019-03-01", "2024-03-01", "5y..5y1d")]
    [InlineData("2019-02-28", "2024-02-29", "5y1d")]
    public void On_the_anniversary_itself_it_is_open_whether_the_day_is_within(string start, string end, string span) =>
        Assert.Equal(span, Anniversary.OpenOnTheDay(On(start), On(end), 5, 10).ToString());

    [Fact]
    public void An_offense_before_the_admission_has_no_span_after_it() =>
        Assert.Equal(SpanRange.None, Anniversary.OpenOnTheDay(On("2021-06-15"), On("2021-06-14"), 5));

    [Fact]
    public void An_offense_on_the_day_of_admission_has_one() =>
        Assert.Equal("0d", SpanRange.After(On("2021-06-15"), On("2021-06-15")).ToString());

    [Fact]
    public void An_offense_that_may_have_come_before_the_admission_leaves_everything_open() =>
        Assert.Equal(SpanRange.Unknown, SpanRange.After(On("2021-06-15"), DateOrRange.Between(Day("2021-06-14"), Day("2022-01-01"))));

    [Fact]
    public void A_range_across_the_line_stays_a_range() =>
        Assert.Equal(
            "4y10m..5y2m",
            SpanRange.After(On("2021-06-15"), DateOrRange.Between(Day("2026-04-15"), Day("2026-08-15"))).ToString()
        );

    [Fact]
    public void A_date_not_known_leaves_the_span_open() =>
        Assert.Equal(SpanRange.Unknown, SpanRange.Between(Known.Unknown<DateOrRange>(), Known.Value(On("2021-06-15"))));

    [Theory]
    [InlineData("2020-02-29", 1, "2021-02-28", true)]
    [InlineData("2020-02-29", 4, "2024-02-29", false)]
    [InlineData("2020-02-28", 1, "2021-02-28", false)]
    public void An_anniversary_of_29_February_is_28_February_and_flagged(string start, int years, string anniversary, bool isMoved)
    {
        Assert.Equal(Day(anniversary), Anniversary.Of(Day(start), years));
        Assert.Equal(isMoved, Anniversary.IsMoved(Day(start), years));
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static DateOrRange On(string text) => DateOrRange.On(Day(text));
}
