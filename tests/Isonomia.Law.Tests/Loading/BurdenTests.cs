using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

/// <summary>What a rule must say about a silent record.</summary>
public sealed class BurdenTests
{
    [Theory]
    [InlineData(Ground, "gives DEP.CIMT1\nsilent no\n", "gives DEP.CIMT1\n", "deportable: turpitude")]
    [InlineData(Ground, "gives DEP.CIMT2\nsilent no\n", "gives INA.MULTI5\n", "deportable: two of turpitude")]
    [InlineData(Ground, "gives DEP.CIMT2\nsilent no\n", "gives DET.BOND\n", "deportable: two of turpitude")]
    [InlineData(Relief, "gives 212H closed\nsilent yes\n", "gives 212H closed\n", "closed: waiver")]
    [InlineData(Relief, "gives 212H closed\nsilent yes\n", "gives 212H permanent\n", "closed: waiver")]
    public void A_rule_that_closes_or_accuses_and_reads_the_record_says_what_silence_means(
        string page,
        string old,
        string changed,
        string title
    ) =>
        Refuses(
            page,
            old,
            changed,
            title,
            $"\"{title}\" is reported and reads the record of conviction: say what a silent record means (`silent no` or `silent yes`)"
        );

    [Fact]
    public void A_rule_that_reads_no_record_says_nothing_about_silence() =>
        Reports(
            Conviction,
            "id    R-010\ncite  8 USC 1101(a)(48)(A)\nabout count\n",
            "id    R-010\ncite  8 USC 1101(a)(48)(A)\nabout count\nsilent no\n",
            "conviction\nid",
            "\"conviction\" reads no record of conviction: its `silent` line says nothing"
        );

    [Fact]
    public void What_silence_means_is_shown_by_an_example() =>
        Refuses(
            Ground,
            "| silent | 2020-01-01 | silent |",
            "| silent | 2020-01-01 | no |",
            "deportable: turpitude",
            "\"deportable: turpitude\" has a `silent` line and no example with a silent record"
        );

    [Fact]
    public void A_rule_that_says_what_silence_means_has_no_silent_answer() =>
        Refuses(
            Ground,
            "| silent | 2020-01-01 | silent | 180 | 0 | resident | no |",
            "| silent | 2020-01-01 | silent | 180 | 0 | resident | silent |",
            "silent |\n",
            "\"deportable: turpitude\" says what a silent record means, so no answer of it is silent"
        );
}
