using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

/// <summary>The lines of a rule block: header, versions, outline.</summary>
public sealed class RuleBlockTests
{
    private const string AfterGround = "The ground.";

    [Fact]
    public void A_rule_begins_with_its_title() =>
        Refuses(Ground, AfterGround, "```rule\n\nid    R-1\n```", "\nid    R-1", "a rule begins with its title");

    [Fact]
    public void A_rule_without_an_id_is_refused() =>
        Refuses(Conviction, "id    R-020\n", "", "close victim", "\"close victim\" has no id line");

    [Fact]
    public void A_rule_without_a_citation_is_refused() =>
        Refuses(Conviction, "cite  8 USC 1227(a)(2)(E)(i)\n", "", "close victim", "\"close victim\" has no cite line");

    [Fact]
    public void A_rule_without_a_version_is_refused() =>
        Refuses(
            Ground,
            AfterGround,
            "```rule\nempty\nid    R-1\ncite  PC 484\n```",
            "empty",
            "\"empty\" has no version: write `from DATE by DATE-FACT` and `when …`"
        );

    [Fact]
    public void An_unknown_line_is_refused_with_the_nearest_that_is_known() =>
        Refuses(
            Relief,
            "silent yes",
            "silnt yes",
            "silnt yes",
            "expected id, cite, about, gives, approval, silent, from, not \"silnt\"",
            "did you mean \"silent\"?"
        );

    [Fact]
    public void A_line_of_the_header_written_twice_is_refused() =>
        Refuses(Relief, "silent yes", "silent yes\nsilent no", "silent no", "a rule has one line `silent`");

    [Fact]
    public void About_is_count_or_conviction() =>
        Reports(
            Ground,
            "about conviction",
            "about convictions",
            "convictions",
            "a rule is `about count` or `about conviction`",
            "not \"convictions\""
        );

    [Fact]
    public void Silent_is_yes_or_no() => Reports(Relief, "silent yes", "silent maybe", "maybe", "`silent` is yes or no, not \"maybe\"");

    [Fact]
    public void The_state_of_a_relief_is_one_of_five() =>
        Reports(Relief, "gives 212H closed", "gives 212H closd", "212H closd", "not \"closd\"", "did you mean \"closed\"?");

    [Fact]
    public void Two_rules_of_one_title_are_refused() =>
        Reports(Conviction, "close victim\nid", "conviction\nid", "conviction\nid    R-020", "two rules are titled \"conviction\"");

    [Fact]
    public void Two_rules_of_one_id_are_refused() =>
        Refuses(
            Relief,
            "id    R-162",
            "id    R-061",
            "closed: waiver",
            "two rules have the id R-061: \"deportable: turpitude\" and \"closed: waiver\""
        );

    [Fact]
    public void A_rule_named_like_a_fact_is_refused() =>
        Reports(
            Conviction,
            "close victim\nid",
            "scheme\nid",
            "scheme",
            "one name for a rule and a fact: \"scheme\" stands also at vocabulary.md:17"
        );

    [Theory]
    [InlineData("not a victim")]
    [InlineData("any victim")]
    [InlineData("at least a victim")]
    [InlineData("total of victims")]
    [InlineData("all of")]
    public void A_title_that_would_be_read_as_a_line_of_an_outline_is_refused(string title) =>
        Reports(Conviction, "close victim\nid", $"{title}\nid", title, $"a title cannot begin with a word of the grammar: \"{title}\"");

    [Fact]
    public void A_version_that_cannot_be_read_is_refused() =>
        Refuses(
            Relief,
            "from 1996-09-30 by as-of date",
            "from 1996-09-30 to 2000-01-01 by as-of date",
            "from 1996-09-30 to",
            "a version reads `from 2018-01-01 [until 2025-01-01] by as-of date`"
        );

    [Fact]
    public void A_version_without_a_governing_date_is_refused() =>
        Refuses(Relief, "from 1996-09-30 by as-of date", "from 1996-09-30", "from 1996-09-30", "a version reads");

    [Fact]
    public void A_version_from_a_date_that_is_none_is_refused() =>
        Reports(Relief, "from 1996-09-30 by as-of date", "from 1996-02-30 by as-of date", "1996-02-30", "\"1996-02-30\" is not a date");

    [Fact]
    public void A_version_that_ends_before_it_begins_is_refused() =>
        Reports(
            Ground,
            "from 1996-09-30 until 2000-01-01 by conviction date",
            "from 1996-09-30 until 1995-01-01 by conviction date",
            "1996-09-30 until 1995",
            "this version ends before it begins"
        );

    [Fact]
    public void A_version_without_conditions_is_refused() =>
        Refuses(
            Conviction,
            "when victim on the record is spouse\n",
            "",
            "from 1996-09-30 by as-of date\n```\n\n| example | victim",
            "this version has neither `when` nor `no such rule`"
        );

    [Fact]
    public void A_version_with_conditions_that_is_no_rule_is_refused() =>
        Refuses(
            Ground,
            "no such rule\nfrom",
            "no such rule\nwhen status is citizen\nfrom",
            "from 1996-09-30 until",
            "a version is `no such rule` or has a `when`, not both"
        );

    [Fact]
    public void A_version_with_two_whens_is_refused() =>
        Refuses(
            Conviction,
            "when victim on the record is spouse",
            "when victim on the record is spouse\nwhen outcome is plea",
            "when outcome",
            "a version has one `when`"
        );

    [Fact]
    public void A_version_by_what_is_no_date_is_refused_where_it_says_so() =>
        Refuses(
            Relief,
            "from 1996-09-30 by as-of date",
            "from 1996-09-30 by as-of dat",
            "as-of dat",
            "\"as-of dat\" is not a date fact",
            "did you mean \"as-of date\"?"
        );

    [Fact]
    public void A_rule_about_the_person_cannot_go_by_the_date_of_a_count() =>
        Refuses(
            Relief,
            "from 1996-09-30 by as-of date",
            "from 1996-09-30 by conviction date",
            "conviction date",
            "a rule about the person cannot go by \"conviction date\", which each count has for itself"
        );

    [Fact]
    public void Without_a_rule_conviction_nothing_can_be_about_convictions()
    {
        var reading = With(Conviction, "conviction\nid    R-010", "convicted\nid    R-010");
        Assert.Contains(
            reading.Problems,
            p => p.File == Ground && p.Line == 6 && p.Message == "`about conviction` needs a rule titled \"conviction\", and there is none"
        );
        Assert.Contains(reading.Problems, p => p.File == Ground && p.Message == "no rule is titled \"conviction\"");
    }
}
