using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

/// <summary>Whatever the law rests on is cited once and named as it is cited.</summary>
public sealed class AuthorityTests
{
    [Fact]
    public void An_authority_cited_twice_is_refused() =>
        Refuses(
            Authorities,
            "| old-v-new-1990 |",
            "| roe-v-doe-2020 |",
            "roe-v-doe-2020 | Old",
            "roe-v-doe-2020 is cited twice; each authority stands once"
        );

    [Fact]
    public void A_rule_cites_text_of_law_or_an_authority() =>
        Refuses(
            Ground,
            "cite  8 USC 1227(a)(2)(A)(i); smith-v-jones-2010",
            "cite  8 USC 1227(a)(2)(A)(i); smith-v-jones",
            "8 USC 1227(a)(2)(A)(i); smith",
            "\"smith-v-jones\" is neither a citation of text nor an authority of the law book"
        );

    [Fact]
    public void A_rule_may_cite_a_case_by_its_name() =>
        Assert.NotNull(With(Ground, "smith-v-jones-2010", "Smith v. Jones, 1 F.4th 1").Lawbook);

    [Fact]
    public void A_citation_of_a_rule_that_does_not_parse_is_refused() =>
        Refuses(
            Conviction,
            "cite  8 USC 1227(a)(2)(E)(i)",
            "cite  8 U.S.C. 1227(a)(2)(E)(i)",
            "8 U.S.C.",
            "\"8 U.S.C. 1227(a)(2)(E)(i)\" is neither a citation of text nor an authority"
        );

    [Fact]
    public void A_reading_on_an_unknown_authority_is_refused() =>
        Refuses(
            Questions,
            "| argued | smith-v-jones-2010 |",
            "| argued | smith-v-jnoes-2010 |",
            "six months | calendar",
            "\"smith-v-jnoes-2010\" is neither an authority of the law book nor a citation",
            "did you mean \"smith-v-jones-2010\"?"
        );

    [Fact]
    public void A_later_decision_is_an_authority() =>
        Refuses(
            Authorities,
            "| superseded | roe-v-doe-2020 |",
            "| superseded | roe-v-doe-2021 |",
            "old-v-new-1990",
            "\"roe-v-doe-2021\" is neither an authority of the law book nor a citation"
        );

    [Fact]
    public void A_substance_on_an_unknown_authority_is_refused() =>
        Refuses(
            Substances,
            "| 21 USC 812(c) |",
            "| 21USC812(c) |",
            "heroin",
            "\"21USC812(c)\" is neither an authority of the law book nor a citation"
        );

    [Fact]
    public void A_schedule_that_is_none_is_refused() =>
        Refuses(
            Substances,
            "| heroin | diacetylmorphine | I | I |",
            "| heroin | diacetylmorphine | I | VI |",
            "VI",
            "\"VI\" is no value of the column \"federal schedule\""
        );

    [Fact]
    public void A_watershed_is_an_authority() =>
        Refuses(Watersheds, "| roe-v-doe-2020 |", "| roe-v-doe |", "roe-v-doe", "\"roe-v-doe\" is not an authority of the law book");

    [Fact]
    public void A_watershed_is_about_a_match() => Refuses(Watersheds, "| arson |", "| fire |", "roe-v-doe-2020", "\"fire\" is not a match");

    [Fact]
    public void What_else_a_relief_needs_is_for_a_relief_that_some_rule_gives() =>
        Refuses(Relief, "| 212H | hardship", "| 212I | hardship", "212I", "no rule gives the relief 212I", "did you mean \"212H\"?");

    [Fact]
    public void The_policy_of_an_office_does_not_reach_the_law()
    {
        var pages = Changed(Conviction, "when outcome is plea", "when any of\n  - outcome is plea\n  - declined");
        pages["offices/here/policy.md"] = """
            ```rule
            declined
            id    P-1
            cite  PC 484
            about count
            gives decline
            from 1996-09-30 by as-of date
            when outcome is dismissal
            ```

            | example | outcome | answer |
            |---|---|---|
            | yes | dismissal | yes |
            | no | plea | no |
            | open | ? | open |

            """;
        var problem = Assert.Single(Read(pages).Problems);
        Assert.Equal(
            "federal/conviction.md:11:5: \"declined\" is the policy of an office (offices/here/policy.md): the law cannot rest on it",
            problem.ToString()
        );
    }

    [Fact]
    public void The_policy_of_an_office_may_read_the_law()
    {
        var pages = Whole.ToDictionary(StringComparer.Ordinal);
        pages["offices/here/policy.md"] = """
            ```rule
            declined
            id    P-1
            cite  PC 484
            about count
            gives decline
            from 1996-09-30 by as-of date
            when conviction
            ```

            | example | conviction | answer |
            |---|---|---|
            | yes | yes | yes |
            | no | no | no |
            | open | ? | open |

            """;
        Assert.Empty(Read(pages).Problems);
    }
}
