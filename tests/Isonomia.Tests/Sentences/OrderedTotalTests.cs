using FsCheck;
using FsCheck.Fluent;
using Isonomia.Cases;
using Isonomia.Sentences;
using Xunit;

namespace Isonomia.Tests.Sentences;

public sealed class OrderedTotalTests
{
    [Fact]
    public void No_count_is_no_custody() => Assert.Equal(DayRange.None, OrderedTotal.Of([]));

    [Fact]
    public void Concurrent_terms_take_as_long_as_the_longest() =>
        Assert.Equal("180 days", OrderedTotal.Of([Term("1", 90), Term("2", 180)]).ToString());

    [Fact]
    public void Consecutive_terms_add() => Assert.Equal("270 days", OrderedTotal.Of([Term("1", 90), Term("2", 180, "1")]).ToString());

    [Fact]
    public void A_chain_adds_and_the_longest_chain_decides() =>
        Assert.Equal("190 days", OrderedTotal.Of([Term("1", 90), Term("2", 30, "1"), Term("3", 70, "2"), Term("4", 180)]).ToString());

    [Fact]
    public void A_term_after_two_others_begins_when_both_have_ended() =>
        Assert.Equal("200 days", OrderedTotal.Of([Term("1", 90), Term("2", 180), Term("3", 20, "1", "2")]).ToString());

    [Fact]
    public void An_order_not_known_leaves_both() =>
        Assert.Equal("180 to 270 days", OrderedTotal.Of([Term("1", 90), Term("2", 180) with { IsOrderOpen = true }]).ToString());

    [Fact]
    public void A_count_that_is_not_there_and_a_circle_do_no_harm()
    {
        Assert.Equal("90 days", OrderedTotal.Of([Term("1", 90, "9")]).ToString());
        Assert.True(OrderedTotal.Of([Term("1", 90, "2"), Term("2", 30, "1")]).Low >= Days.Of(90));
    }

    [Fact]
    public void A_chain_of_any_length_is_added() =>
        Assert.Equal(
            Days.Of(20_000),
            OrderedTotal.Of([.. Enumerable.Range(0, 20_000).Select(place => Term($"{place}", 1, $"{place - 1}"))]).Low
        );

    [Fact]
    public void The_total_lies_between_the_longest_term_and_the_sum_and_grows_with_each_term() =>
        Prop.ForAll(
                Gen.Choose(0, 500).ArrayOf(5).ToArbitrary(),
                Gen.Choose(-1, 3).ArrayOf(5).ToArbitrary(),
                (days, after) =>
                {
                    CountTerm[] counts =
                    [
                        .. days.Select(
                            (length, place) =>
                                after[place] >= 0 && after[place] < place
                                    ? Term($"{place}", length, $"{after[place]}")
                                    : Term($"{place}", length)
                        ),
                    ];
                    var total = OrderedTotal.Of(counts);
                    return total.IsExact
                        && total.Low.Count >= days.Max()
                        && total.Low.Count <= days.Sum()
                        && Enumerable
                            .Range(0, counts.Length)
                            .All(place =>
                                OrderedTotal
                                    .Of([
                                        .. counts.Select(
                                            (count, each) => each == place ? Term(count.Charge, days[place] + 1, [.. count.After]) : count
                                        ),
                                    ])
                                    .Low >= total.Low
                            );
                }
            )
            .QuickCheckThrowOnFailure();

    private static CountTerm Term(string charge, int days, params string[] after) =>
        new(charge, DayRange.Exactly(Days.Of(days)), after.ToValueList());
}
