using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

/// <summary>What every table of a page must be like.</summary>
public sealed class TableTests
{
    [Fact]
    public void A_table_without_a_line_of_dashes_is_refused() =>
        Reports(Watersheds, "|---|---|---|---|---|\n", "", "| watershed", "a table needs a line of dashes under its headings");

    [Fact]
    public void A_row_with_a_cell_too_few_is_refused() =>
        Refuses(
            Watersheds,
            "| roe-v-doe-2020 | arson | | 2020-05-01 | it asks for malice |",
            "| roe-v-doe-2020 | arson | 2020-05-01 | it asks for malice |",
            "| roe-v-doe-2020 | arson | 2020",
            "this row has 4 cells, but the table has 5 headings"
        );

    [Fact]
    public void A_row_with_a_cell_too_many_is_refused() =>
        Refuses(Relief, "| 212H | hardship to a relative |", "| 212H | hardship to a relative | both |", "| 212H", "this row has 3 cells");

    [Fact]
    public void A_table_whose_first_heading_is_nearly_one_that_is_read_is_refused_with_the_right_word() =>
        Reports(Theft, "| penalty of | class", "| penalty off | class", "penalty off", "did you mean \"penalty of\"?");

    [Fact]
    public void A_table_that_is_nothing_like_one_that_is_read_is_commentary() =>
        Assert.NotNull(With(Ground, "The ground.", "The ground.\n\n| order | effect |\n|---|---|\n| a | b |").Lawbook);

    [Fact]
    public void A_column_that_a_table_does_not_have_is_refused_with_the_nearest_that_it_has() =>
        Refuses(
            Theft,
            "| why | left open |",
            "| why | left opne |",
            "left opne",
            "a table `safer option` has no column \"left opne\"",
            "did you mean \"left open\"?"
        );

    [Fact]
    public void Two_columns_of_one_name_are_refused() =>
        Refuses(
            Theft,
            "| safer option | instead of | why | left open | mark |\n|---|---|---|---|---|\n| PC 484(a) | PC 487(a) | It is less. | All else. | practice |",
            "| safer option | instead of | why | why | mark |\n|---|---|---|---|---|\n| PC 484(a) | PC 487(a) | It is less. | All else. | practice |",
            "why | mark",
            "two columns \"why\""
        );

    [Fact]
    public void A_column_that_a_table_needs_is_missed() =>
        Reports(
            Relief,
            "| also needed for | need |",
            "| also needed for | needs |",
            "also needed for",
            "a table `also needed for` needs a column \"need\""
        );

    [Fact]
    public void A_word_that_is_no_value_of_its_column_is_refused_with_those_that_are() =>
        Refuses(
            Authorities,
            "1990 | superseded",
            "1990 | overruled",
            "overruled",
            "\"overruled\" is no value of the column \"status\": good, superseded, vacated, withdrawn, questioned"
        );

    [Fact]
    public void A_date_that_is_none_is_refused() =>
        Refuses(Theft, "| controlling | 2010-05-01 |", "| controlling | 2010-5-1 |", "2010-5-1", "\"2010-5-1\" is not a date");

    [Fact]
    public void A_citation_that_does_not_parse_is_refused_with_its_right_spelling() =>
        Refuses(Theft, "| arson | PC 487 |", "| arson | PC487 |", "PC487", "\"PC487\" is not a citation");

    [Fact]
    public void A_table_inside_a_list_is_refused_because_it_would_not_be_read() =>
        Refuses(
            Ground,
            "The ground.",
            "- a note\n| watershed | match |\n|---|---|",
            "| watershed",
            "inside a list or a quotation is not read"
        );

    [Fact]
    public void A_rule_inside_a_list_is_refused_because_it_would_not_be_read() =>
        Refuses(
            Ground,
            "The ground.",
            "- a note\n\n  ```rule\n  no law\n  ```\n",
            "  ```rule",
            "a rule inside a list or a quotation is not read"
        );

    [Fact]
    public void A_fence_whose_name_is_nearly_rule_is_refused() =>
        Refuses(Ground, "The ground.", "```rules\nno law\n```", "```rules", "a fence named `rules` is not read: did you mean `rule`?");

    [Fact]
    public void Lines_may_end_as_the_checkout_ends_them()
    {
        var reading = Read(Whole.Select(p => KeyValuePair.Create(p.Key, p.Value.Replace("\n", "\r\n", StringComparison.Ordinal))));
        Assert.Empty(reading.Problems);
        Assert.Equal(Read(Whole).Lawbook!.Fingerprint, reading.Lawbook!.Fingerprint);
    }
}
