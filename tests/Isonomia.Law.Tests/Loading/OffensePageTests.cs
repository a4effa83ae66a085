using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

/// <summary>The tables of an offense page, but for its verdicts.</summary>
public sealed class OffensePageTests
{
    [Fact]
    public void A_page_without_its_offenses_is_refused_because_the_rest_would_be_dropped() =>
        Reports(
            Theft,
            "| offense | title | also |\n|---|---|---|\n| PC 484(a) | petty theft | PC 488 |\n| PC 487(a) | grand theft | |\n\n",
            "",
            "penalty of",
            "a table `penalty of` stands on a page that lists its offenses in a table `offense`"
        );

    [Fact]
    public void A_table_of_offenses_without_a_readable_offense_is_refused()
    {
        var reading = With(
            Theft,
            "| PC 484(a) | petty theft | PC 488 |\n| PC 487(a) | grand theft | |\n",
            "| 484(a) PC | petty theft | PC 488 |\n"
        );
        Assert.Contains(
            reading.Problems,
            p => p.ToString() == "offenses/pc-484.md:1:1: an offense page lists its offenses in a table `offense`"
        );
    }

    [Fact]
    public void An_offense_listed_twice_is_refused() =>
        Refuses(
            Theft,
            "| PC 487(a) | grand theft | |",
            "| PC 487(a) | grand theft | |\n| PC 484(a) | again | |",
            "PC 484(a) | again",
            "PC 484(a) is listed twice, here and at offenses/pc-484.md:7"
        );

    [Fact]
    public void Another_name_that_is_no_citation_is_refused() =>
        Refuses(Theft, "| petty theft | PC 488 |", "| petty theft | PC488 |", "PC488", "\"PC488\" is not a citation");

    [Fact]
    public void An_offense_without_a_penalty_is_refused() =>
        Refuses(
            Theft,
            "| PC 487(a) | felony | 16 months, 2, 3 years | county jail 1170(h) | 10000 | PC 489 |\n",
            "",
            "PC 487(a) | grand theft",
            "PC 487(a) has no row in a table `penalty of`"
        );

    [Fact]
    public void An_offense_without_state_effects_is_refused() =>
        Refuses(
            Theft,
            "| PC 487 | none | none | excluded | eligible |\n",
            "",
            "PC 487(a) | grand theft",
            "PC 487(a) has no row in a table `state effects of`"
        );

    [Fact]
    public void A_penalty_of_no_offense_is_refused() =>
        Refuses(
            Theft,
            "| PC 487(a) | felony |",
            "| PC 666(a) | felony | 2 years | state prison | 10000 | PC 666 |\n| PC 487(a) | felony |",
            "PC 666(a)",
            "this penalty is that of no offense of the law book: PC 666(a)"
        );

    [Fact]
    public void State_effects_of_no_offense_are_refused() =>
        Refuses(
            Theft,
            "| PC 487 | none | none |",
            "| PC 666 | none | none | excluded | eligible |\n| PC 487 | none | none |",
            "PC 666",
            "these effects are those of no offense of the law book: PC 666"
        );

    [Theory]
    [InlineData("two years")]
    [InlineData("2, 3, 4, 5 years")]
    [InlineData("2 weeks")]
    [InlineData("2, 3")]
    public void A_term_that_cannot_be_read_is_refused(string term) =>
        Refuses(Theft, "16 months, 2, 3 years", term, term, $"cannot read the term \"{term}\": write `2, 3, 4 years`");

    [Fact]
    public void A_misdemeanor_of_more_than_364_days_is_refused() =>
        Refuses(
            Theft,
            "| PC 484(a) | misdemeanor | 180 days |",
            "| PC 484(a) | misdemeanor | 365 days |",
            "365 days",
            "a misdemeanor is at most 364 days (PC 18.5); PC 484(a) says 365"
        );

    [Fact]
    public void A_fine_is_a_number_of_dollars() =>
        Refuses(Theft, "| county jail | 1000 |", "| county jail | $1,000 |", "$1,000", "a fine is a number of dollars, not \"$1,000\"");

    [Fact]
    public void A_limit_of_the_loss_is_a_number_of_dollars() =>
        Refuses(
            Theft,
            "| offense | title | also |\n|---|---|---|\n| PC 484(a) | petty theft | PC 488 |\n| PC 487(a) | grand theft | |",
            "| offense | title | value at most |\n|---|---|---|\n| PC 484(a) | petty theft | $950 |\n| PC 487(a) | grand theft | |",
            "$950",
            "\"$950\" is not a number of dollars: digits only"
        );

    [Fact]
    public void A_class_that_is_none_is_refused() =>
        Refuses(
            Theft,
            "| PC 487(a) | felony |",
            "| PC 487(a) | wobbler |",
            "wobbler",
            "\"wobbler\" is no value of the column \"class\": infraction, misdemeanor, felony"
        );

    [Theory]
    [InlineData("| PC 484 | none | none |", "| PC 484 | minor | none |", "minor", "strike")]
    [InlineData("| PC 484 | none | none |", "| PC 484 | none | tier4 |", "tier4", "registration")]
    [InlineData("| PC 484 | none | none | excluded |", "| PC 484 | none | none | barred |", "barred", "PC 1000")]
    public void A_state_effect_that_is_none_is_refused(string old, string changed, string at, string column) =>
        Refuses(Theft, old, changed, at, $"\"{at}\" is no value of the column \"{column}\"");

    [Fact]
    public void A_related_offense_is_a_citation() =>
        Refuses(
            Theft,
            "| PC 484(a) | PC 487(a) | lesser included |",
            "| petty theft | PC 487(a) | lesser included |",
            "petty theft | PC 487",
            "\"petty theft\" is not a citation"
        );
}
