using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

/// <summary>The lines under <c>when</c> and <c>unless</c>.</summary>
public sealed class OutlineTests
{
    private const string Admitted = "  - admitted\n";

    /// <summary>A line of a rule about the person, in place of the line <c>admitted</c>.</summary>
    private static void RefusesLine(string line, params string[] words) => Refuses(Ground, Admitted, $"  - {line}\n", line, words);

    [Fact]
    public void An_unknown_word_is_refused_with_the_nearest_that_is_known() =>
        RefusesLine("admited", "\"admited\" is neither a fact nor a rule", "did you mean \"admitted\"?");

    [Fact]
    public void An_unknown_word_under_not_is_refused_at_its_own_place() =>
        Refuses(Ground, Admitted, "  - not admited\n", "admited", "\"admited\" is neither a fact nor a rule");

    [Fact]
    public void Items_stand_under_a_word_that_joins_them() =>
        Refuses(
            Ground,
            Admitted,
            "  - admitted\n      - status is citizen\n",
            "status is citizen",
            "items stand under `all of`, `any of`, `none of` or a quantifier, not under \"admitted\""
        );

    [Theory]
    [InlineData("all of")]
    [InlineData("any of")]
    [InlineData("none of")]
    public void A_word_that_joins_items_needs_items(string word) => RefusesLine(word, $"`{word}` has no items");

    [Fact]
    public void Items_of_one_list_stand_under_one_another() =>
        Refuses(
            Ground,
            "      - loss > 10000 dollars\n",
            "    - loss > 10000 dollars\n",
            "    - loss",
            "items of one list stand under one another: it is not clear what this one belongs to"
        );

    [Fact]
    public void A_yes_or_no_fact_stands_alone_on_its_line() =>
        RefusesLine("admitted is yes", "cannot read \"admitted is yes\": \"admitted\" is yes or no");

    [Fact]
    public void A_match_stands_alone_on_its_line() =>
        Refuses(
            Relief,
            "not theft offense",
            "theft offense is no",
            "theft offense is no",
            "cannot read \"theft offense is no\": \"theft offense\" is yes or no"
        );

    [Fact]
    public void A_name_that_is_no_value_of_its_fact_is_refused_with_the_nearest() =>
        RefusesLine("status is citizen or residnt", "\"residnt\" is not a value of \"status\"", "did you mean \"resident\"?");

    [Fact]
    public void A_reading_that_a_question_does_not_have_is_refused() =>
        Refuses(
            Relief,
            "six months is calendar months",
            "six months is calender months",
            "six months is calender",
            "\"calender months\" is not a value of \"six months\"",
            "did you mean \"calendar months\"?"
        );

    [Fact]
    public void A_citation_in_a_line_must_parse() =>
        Refuses(
            Relief,
            "offense is PC 484 or PC 487",
            "offense is PC 484 or P.C. 487",
            "offense is PC 484 or",
            "\"P.C. 487\" is not a citation"
        );

    [Fact]
    public void A_date_is_read_only_by_versions() =>
        RefusesLine("as-of date is 2020-01-01", "\"as-of date\" is a date, which only versions read");

    [Fact]
    public void A_group_is_read_only_by_quantifiers() =>
        Refuses(Relief, "not theft offense", "scheme is A", "scheme is A", "\"scheme\" is a group, which only quantifiers count");

    [Fact]
    public void A_number_is_compared() =>
        Refuses(
            Ground,
            "imposed term >= 180 days\n",
            "imposed term is 180 days\n",
            "imposed term is",
            "\"imposed term\" is a number of days: write `imposed term >= 1 days`"
        );

    [Fact]
    public void A_number_is_compared_in_its_own_unit() =>
        Refuses(
            Ground,
            "imposed term >= 180 days\n",
            "imposed term >= 6 months\n",
            "imposed term >= 6",
            "\"imposed term\" is in days, not months"
        );

    [Fact]
    public void A_threshold_is_a_whole_number() =>
        Refuses(
            Ground,
            "imposed term >= 180 days\n",
            "imposed term >= 180.5 days\n",
            "imposed term >= 180.5",
            "\"180.5\" is not a whole number"
        );

    [Fact]
    public void A_threshold_fits() =>
        Refuses(
            Relief,
            "time as resident >= 7 years",
            "time as resident >= 70000000000 years",
            "time as resident >= 7",
            "\"70000000000\" is not a whole number"
        );

    [Fact]
    public void A_span_is_compared_in_years_or_months() =>
        Refuses(
            Relief,
            "time as resident >= 7 years",
            "time as resident >= 2555 days",
            "time as resident >= 2555",
            "a span is compared in years or months, not days"
        );

    [Fact]
    public void A_fact_of_a_count_in_a_rule_about_the_person_needs_a_quantifier() =>
        RefusesLine("outcome is plea", "\"outcome\" is about a count: say `any count with outcome is plea`");

    [Fact]
    public void A_rule_about_counts_in_a_rule_about_the_person_needs_a_quantifier() =>
        RefusesLine("close victim", "\"close victim\" is about a count: say `any count with close victim`");

    [Fact]
    public void A_rule_about_convictions_in_a_rule_about_the_person_needs_a_quantifier() =>
        RefusesLine(
            "deportable: turpitude",
            "\"deportable: turpitude\" is about a conviction: say `any conviction with deportable: turpitude`"
        );

    [Fact]
    public void What_is_counted_is_a_count_a_conviction_or_a_group() =>
        RefusesLine("any schemme", "cannot count \"schemme\": say count, conviction, or a group", "did you mean \"scheme\"?");

    [Theory]
    [InlineData("at least two counts with outcome is plea")]
    [InlineData("at least 0 counts with outcome is plea")]
    [InlineData("at least 2")]
    public void A_quantifier_has_a_number(string line) => RefusesLine(line, "a quantifier reads `at least 2 convictions with …`");

    [Fact]
    public void No_rule_counts_further_than_an_evaluator_can() =>
        RefusesLine("at least 1000000000 counts with outcome is plea", "no rule counts further than 64");

    [Fact]
    public void Items_under_a_quantifier_need_with() =>
        Refuses(
            Ground,
            Admitted,
            "  - any count\n      - outcome is plea\n",
            "any count\n",
            "items under a quantifier need `with all of` or `with any of`"
        );

    [Fact]
    public void What_a_quantifier_asks_is_refused_at_its_own_place() =>
        Refuses(
            Ground,
            Admitted,
            "  - any count with outcom is plea\n",
            "outcom is plea",
            "\"outcom is plea\" is neither a fact nor a rule"
        );

    [Theory]
    [InlineData("total imposed term >= 10 days", "a total reads `total imposed term >= 1825 days over convictions with …`")]
    [InlineData("total imposed trem >= 10 days over counts", "unknown fact \"imposed trem\"; did you mean \"imposed term\"?")]
    [InlineData("total outcome >= 10 days over counts", "\"outcome\" is not a number about a count: it has no total")]
    [InlineData(
        "total loss >= 10 dollars over counts",
        "\"loss\" is read from the record: a total of it would hide what the record leaves open"
    )]
    [InlineData("total imposed term <= 10 days over counts", "a total is compared with >= or >")]
    [InlineData("total imposed term >= ten days over counts", "\"ten\" is not a whole number")]
    [InlineData("total imposed term >= 10 years over counts", "\"imposed term\" is in days, not years")]
    [InlineData("total imposed term >= 10 days over schemes", "a total runs over counts or convictions, not \"schemes\"")]
    public void A_total_is_of_a_number_of_counts(string line, string problem) => RefusesLine(line, problem);
}
