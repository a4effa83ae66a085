using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

/// <summary>What the dated versions of rules must be to one another, and to those of the rules they read.</summary>
public sealed class VersionTests
{
    [Fact]
    public void Versions_that_overlap_are_refused() =>
        Refuses(
            Ground,
            "from 2000-01-01 by conviction date",
            "from 1999-12-31 by conviction date",
            "from 1999-12-31",
            "this version overlaps the one before it"
        );

    [Fact]
    public void A_version_after_one_without_an_end_is_refused() =>
        Refuses(
            Ground,
            "from 1996-09-30 until 2000-01-01 by conviction date",
            "from 1996-09-30 by conviction date",
            "from 2000-01-01",
            "this version overlaps the one before it"
        );

    [Fact]
    public void A_gap_between_versions_is_refused() =>
        Refuses(
            Ground,
            "from 2000-01-01 by conviction date",
            "from 2001-01-01 by conviction date",
            "from 2001-01-01",
            "nothing says what holds from 2000-01-01 to 2001-01-01: close the gap, or write `no such rule`"
        );

    [Fact]
    public void Versions_of_one_rule_go_by_one_date() =>
        Refuses(
            Ground,
            "from 2000-01-01 by conviction date",
            "from 2000-01-01 by as-of date",
            "from 2000-01-01",
            "versions of one rule go by one date: \"conviction date\" and \"as-of date\""
        );

    private const string LateRule = """


        ```rule
        late rule
        id    R-1
        cite  PC 484
        gives EXP.LATE
        from 2015-01-01 until 2030-01-01 by as-of date
        when admitted
        ```

        | example | admitted | answer |
        |---|---|---|
        | yes | yes | yes |
        | no | no | no |
        | open | ? | open |

        """;

    [Fact]
    public void A_rule_must_not_outlast_what_it_reads()
    {
        var pages = Changed(Ground, "when all of\n  - admitted", "when all of\n  - late rule\n  - admitted");
        pages[Conviction] += LateRule;
        var problems = Read(pages).Problems;
        Assert.Collection(
            problems,
            p =>
                Assert.Equal(
                    "federal/ground.md:36:1: in force from 1996-09-30, but \"late rule\", which it reads, only from 2015-01-01",
                    p.ToString()
                ),
            p => Assert.Equal("federal/ground.md:36:1: \"late rule\", which it reads, ends on 2030-01-01", p.ToString())
        );
    }

    [Fact]
    public void Rules_that_read_one_another_are_refused()
    {
        var pages = Changed(Conviction, "when outcome is plea", "when any of\n  - outcome is plea\n  - close victim");
        pages[Conviction] = pages[Conviction].Replace("when victim on the record is spouse", "when conviction", StringComparison.Ordinal);
        Assert.Contains(
            Read(pages).Problems,
            p => p.Line == 4 && p.Message == "these rules read one another: \"conviction\" -> \"close victim\" -> \"conviction\""
        );
    }

    [Fact]
    public void A_rule_that_reads_itself_is_refused() =>
        Reports(
            Conviction,
            "when victim on the record is spouse",
            "when close victim",
            "close victim",
            "these rules read one another: \"close victim\" -> \"close victim\""
        );
}
