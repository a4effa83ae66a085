using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

/// <summary>What a table of worked examples must be like.</summary>
public sealed class ExampleTableTests
{
    [Theory]
    [InlineData("| half a year | 2020-01-01 | yes | 180 | 0 | resident | yes |\n", "yes")]
    [InlineData("| status not known | 2020-01-01 | yes | 180 | 0 | ? | open |\n", "open")]
    public void A_rule_has_an_example_of_every_answer(string row, string answer) =>
        Refuses(Ground, row, "", "deportable: turpitude", $"\"deportable: turpitude\" has no example whose answer is {answer}");

    [Fact]
    public void A_rule_has_an_example_whose_answer_is_no() =>
        Refuses(Conviction, "| dismissed | dismissal | no |\n", "", "conviction\nid", "\"conviction\" has no example whose answer is no");

    [Fact]
    public void A_rule_without_examples_lacks_all_three()
    {
        var reading = With(
            Ground,
            "The ground.",
            "```rule\nsmall\nid    R-1\ncite  PC 484\ngives EXP.SMALL\nfrom 1996-09-30 by as-of date\nwhen admitted\n```"
        );
        Assert.Equal(["yes", "no", "open"], reading.Problems.Select(p => p.Message.Split(' ')[^1]));
    }

    [Fact]
    public void An_unknown_heading_is_refused_with_the_nearest_that_is_known() =>
        Refuses(
            Conviction,
            "| example | outcome | answer |",
            "| example | outcomes | answer |",
            "outcomes",
            "\"outcomes\" is neither a fact nor a rule",
            "did you mean \"outcome\"?"
        );

    [Fact]
    public void The_last_heading_is_an_answer_a_match_or_a_fact() =>
        Reports(
            Conviction,
            "| example | outcome | answer |",
            "| example | outcome | answers |",
            "answers",
            "the last heading is `answer`, a match, or a computed fact, not \"answers\"",
            "did you mean \"answer\"?"
        );

    [Fact]
    public void A_table_of_answers_stands_under_a_rule() =>
        Refuses(
            Theft,
            "| example | offense | conviction date | victim on the record | crime of moral turpitude |",
            "| example | offense | conviction date | victim on the record | answer |",
            "answer |",
            "no rule stands above this table of examples"
        );

    [Fact]
    public void An_answer_is_yes_no_open_or_silent() =>
        Refuses(
            Conviction,
            "| pleaded | plea | yes |",
            "| pleaded | plea | sure |",
            "sure",
            "an answer is yes, no, open or silent, not \"sure\""
        );

    [Fact]
    public void Two_columns_of_one_name_are_refused() =>
        Refuses(
            Conviction,
            "| example | outcome | answer |\n|---|---|---|\n| pleaded | plea | yes |\n| dismissed | dismissal | no |\n| not known | ? | open |",
            "| example | outcome | outcome | answer |\n|---|---|---|---|\n| pleaded | plea | plea | yes |\n| dismissed | dismissal | dismissal | no |\n| not known | ? | ? | open |",
            "outcome | answer",
            "two columns \"outcome\""
        );

    [Fact]
    public void A_rule_is_not_given_in_its_own_examples()
    {
        var reading = With(
            Conviction,
            "| example | outcome | answer |\n|---|---|---|\n| pleaded | plea | yes |\n| dismissed | dismissal | no |\n| not known | ? | open |",
            "| example | conviction | answer |\n|---|---|---|\n| pleaded | yes | yes |\n| dismissed | no | no |\n| not known | ? | open |"
        );
        var problem = Assert.Single(reading.Problems);
        Assert.Equal("federal/conviction.md:12:13: \"conviction\" cannot be given in its own examples", problem.ToString());
    }

    [Theory]
    [InlineData(Conviction, "| pleaded | plea | yes |", "plee", "\"plee\" is not a value of \"outcome\"; did you mean \"plea\"?")]
    [InlineData(Conviction, "| pleaded | plea | yes |", "", "\"\" is not a value of \"outcome\"")]
    [InlineData(Conviction, "| pleaded | plea | yes |", "silent", "\"outcome\" is not read from the record: it cannot be silent")]
    public void A_cell_that_is_no_value_of_its_heading_is_refused(string page, string row, string cell, string problem)
    {
        var changed = row.Replace("| plea |", $"| {cell} |", StringComparison.Ordinal);
        var reading = With(page, row, changed);
        var said = Assert.Single(reading.Problems);
        Assert.StartsWith(problem, said.Message, StringComparison.Ordinal);
        Assert.Equal((page, 14), (said.File, said.Line));
        Assert.Null(reading.Lawbook);
    }

    [Theory]
    [InlineData(
        "| half a year | 2020-01-01 | yes | 180 |",
        "2020-13-01",
        "2020-01-01",
        "\"2020-13-01\" is no value of \"conviction date\""
    )]
    [InlineData("| half a year | 2020-01-01 | yes | 180 |", "six months", "180", "\"six months\" is no value of \"imposed term\"")]
    [InlineData("| half a year | 2020-01-01 | yes | 180 |", "maybe", "yes", "\"maybe\" is no value of \"crime of moral turpitude\"")]
    public void A_number_a_date_and_a_flag_must_be_readable(string row, string cell, string was, string problem) =>
        Refuses(Ground, row, row.Replace($"| {was} |", $"| {cell} |", StringComparison.Ordinal), cell, problem);

    [Fact]
    public void A_span_must_be_readable() =>
        Refuses(Relief, "| seven years | 7y |", "| seven years | 7 years |", "7 years", "\"7 years\" is no value of \"time as resident\"");

    [Fact]
    public void A_citation_must_be_readable() =>
        Refuses(Theft, "| PC 484(a) | 2011-01-01 |", "| 484(a) PC | 2011-01-01 |", "484(a) PC", "\"484(a) PC\" is no value of \"offense\"");

    [Fact]
    public void A_rule_that_is_given_is_yes_no_unknown_or_silent() =>
        Refuses(
            Ground,
            "| two | yes | yes | A |",
            "| two | yes | convicted | A |",
            "convicted",
            "a rule that is given is yes, no, ? or silent, not \"convicted\""
        );

    [Fact]
    public void An_example_has_a_name() =>
        Refuses(
            Conviction,
            "| example | outcome | answer |\n|---|---|---|\n| pleaded |",
            "| example | outcome | answer |\n|---|---|---|\n| |",
            "| plea",
            "an example has a name: a row without one is another count of the example above it"
        );

    [Fact]
    public void An_answer_stands_on_the_first_row_of_its_example() =>
        Refuses(
            Ground,
            "| one scheme | yes | yes | A | yes | 5 | no |\n| | | yes | A | yes | 5 | |",
            "| one scheme | yes | yes | A | yes | 5 | no |\n| | | yes | A | yes | 5 | no |",
            "no |\n| record silent",
            "the answer stands on the first row of an example"
        );

    [Fact]
    public void Two_examples_of_one_name_are_refused() =>
        Refuses(
            Conviction,
            "| dismissed | dismissal | no |",
            "| pleaded | dismissal | no |",
            "pleaded | dismissal",
            "two examples are named \"pleaded\": see also line 14"
        );

    [Fact]
    public void Two_examples_that_differ_only_in_their_answers_are_refused() =>
        Refuses(
            Conviction,
            "| dismissed | dismissal | no |",
            "| dismissed | dismissal | no |\n| again | dismissal | yes |",
            "again",
            "this example has the values of line 15 and another answer"
        );
}
