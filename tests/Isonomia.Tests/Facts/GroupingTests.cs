using Xunit;

namespace Isonomia.Tests.Facts;

/// <summary>Incidents and schemes: what is surely apart, what is possibly apart.</summary>
public sealed class GroupingTests
{
    [Fact]
    public void Different_days_are_different_incidents()
    {
        var facts = Counts("committed: 2020-01-01", "committed: 2020-01-02");
        Apart(facts, "incident", 0, 1);
        Apart(facts, "scheme", 0, 1);
    }

    [Fact]
    public void One_name_is_one_incident_but_perhaps_two_schemes()
    {
        var facts = Counts("incident: a, committed: 2020-01-01", "incident: a, committed: 2020-01-02");
        Assert.Equal(facts.Group("incident", 0), facts.Group("incident", 1));
        Assert.Equal(facts.Group("scheme", 0).SurelyApart, facts.Group("scheme", 1).SurelyApart);
        Assert.NotEqual(facts.Group("scheme", 0).PossiblyApart, facts.Group("scheme", 1).PossiblyApart);
    }

    [Fact]
    public void Two_names_are_two_incidents_on_one_day() =>
        Apart(Counts("incident: a, committed: 2020-01-01", "incident: b, committed: 2020-01-01"), "incident", 0, 1);

    [Fact]
    public void One_day_may_be_one_incident_or_two() => Open(Counts("committed: 2020-01-01", "committed: 2020-01-01"), 0, 1);

    [Fact]
    public void Ranges_that_meet_may_be_one_incident() =>
        Open(Counts("committed: { from: 2020-01-01, to: 2020-03-01 }", "committed: { from: 2020-03-01, to: 2020-04-01 }"), 0, 1);

    [Fact]
    public void A_count_without_a_date_may_belong_with_any_and_leaves_the_others_apart()
    {
        foreach (var order in new[] { (0, 1, 2), (1, 0, 2), (2, 0, 1) })
        {
            var (open, first, second) = order;
            var keys = new string[3];
            (keys[open], keys[first], keys[second]) = ("class: felony", "committed: 2020-01-01", "committed: 2021-01-01");
            var facts = Counts(keys);
            Assert.Equal(-1, facts.Group("scheme", open).SurelyApart);
            Apart(facts, "scheme", first, second);
            Assert.NotEqual(facts.Group("scheme", open).PossiblyApart, facts.Group("scheme", first).PossiblyApart);
        }
    }

    [Fact]
    public void What_may_be_one_through_another_is_not_surely_apart()
    {
        // January to March may be the second, which may be the third; the order in the file plays no part.
        string[] keys =
        [
            "committed: { from: 2020-01-01, to: 2020-03-01 }",
            "committed: { from: 2020-02-01, to: 2020-06-01 }",
            "committed: { from: 2020-05-01, to: 2020-07-01 }",
        ];
        foreach (var facts in new[] { Counts(keys), Counts([.. keys.Reverse()]) })
        {
            Assert.Single(Enumerable.Range(0, 3).Select(i => facts.Group("scheme", i).SurelyApart).Distinct());
            Assert.Equal(3, Enumerable.Range(0, 3).Select(i => facts.Group("scheme", i).PossiblyApart).Distinct().Count());
        }
    }

    [Fact]
    public void The_mates_of_an_incident_share_its_dates()
    {
        // The second has no date, but belongs with the first, which is not on the day of the third.
        var facts = Counts("incident: a, committed: 2020-01-01", "incident: a", "committed: 2021-01-01");
        Assert.Equal(facts.Group("incident", 0), facts.Group("incident", 1));
        Apart(facts, "incident", 1, 2);
    }

    [Fact]
    public void A_conditional_plea_and_what_replaces_it_are_one_count()
    {
        var facts = FactSheetOf.Plea("outcome: conditionalPlea, then: { offense: PC 415(1) }", charge: ", committed: 2026-01-01");
        Assert.Equal(facts.Group("scheme", 0), facts.Group("scheme", 1));
    }

    private static FactSheetOf Counts(params string[] keys) =>
        FactSheetOf.Case("priors:\n" + string.Concat(keys.Select(k => $"  - {{ offense: PC 273.5(a), {k} }}\n")));

    private static void Apart(FactSheetOf facts, string fact, int one, int other)
    {
        Assert.True(facts.Group(fact, one).SurelyApart >= 0 && facts.Group(fact, other).SurelyApart >= 0);
        Assert.NotEqual(facts.Group(fact, one).SurelyApart, facts.Group(fact, other).SurelyApart);
        Assert.NotEqual(facts.Group(fact, one).PossiblyApart, facts.Group(fact, other).PossiblyApart);
    }

    private static void Open(FactSheetOf facts, int one, int other)
    {
        Assert.Equal(facts.Group("incident", one).SurelyApart, facts.Group("incident", other).SurelyApart);
        Assert.NotEqual(facts.Group("incident", one).PossiblyApart, facts.Group("incident", other).PossiblyApart);
    }
}
