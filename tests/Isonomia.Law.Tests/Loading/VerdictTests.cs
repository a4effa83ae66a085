using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

/// <summary>The verdicts of an offense page, and its lines <c>not raised</c>.</summary>
public sealed class VerdictTests
{
    private const string Turpitude =
        "| crime of moral turpitude | PC 484 | depends: close victim | smith-v-jones-2010 | controlling | 2010-05-01 | | conviction date | It depends on the victim. |";
    private const string NoTheft = "| theft offense | PC 484(a) | no | PC 484 | applied | | | | Consent by fraud is enough. |";

    private static void RefusesVerdict(string row, string changed, string at, params string[] words) =>
        Refuses(Theft, row, changed, at, words);

    [Fact]
    public void A_match_that_is_none_is_refused_with_the_nearest() =>
        RefusesVerdict(
            NoTheft,
            NoTheft.Replace("theft offense", "theft offence", StringComparison.Ordinal),
            "theft offence",
            "no match is named \"theft offence\"",
            "did you mean \"theft offense\"?"
        );

    [Theory]
    [InlineData("maybe")]
    [InlineData("depends")]
    [InlineData("depends:close victim")]
    [InlineData("unsettled, but yes")]
    public void A_verdict_that_cannot_be_read_is_refused(string verdict) =>
        RefusesVerdict(
            NoTheft,
            NoTheft.Replace("| no |", $"| {verdict} |", StringComparison.Ordinal),
            verdict,
            "a verdict is yes, no, `depends: test`",
            $"not \"{verdict}\""
        );

    [Fact]
    public void A_no_on_practice_alone_is_unsettled() =>
        RefusesVerdict(
            NoTheft,
            NoTheft.Replace("applied", "practice", StringComparison.Ordinal),
            "no | PC 484",
            "a `no` is controlling or applied; on practice alone it is `unsettled`"
        );

    [Fact]
    public void A_certainty_that_is_none_is_refused() =>
        RefusesVerdict(
            Turpitude,
            Turpitude.Replace("controlling", "certain", StringComparison.Ordinal),
            "certain",
            "\"certain\" is no value of the column \"certainty\": controlling, applied, practice"
        );

    [Theory]
    [InlineData("depends: ", "close victm", "\"close victm\" is neither a fact nor a rule; did you mean \"close victim\"?")]
    [InlineData("unsettled when: ", "victim on the record is officer", "\"officer\" is not a value of \"victim on the record\"")]
    [InlineData("unsettled: ", "six months is a year", "\"a year\" is not a value of \"six months\"")]
    public void The_test_of_a_verdict_is_read_as_a_line_of_a_rule(string kind, string test, string problem) =>
        RefusesVerdict(Turpitude, Turpitude.Replace("depends: close victim", kind + test, StringComparison.Ordinal), test, problem);

    [Fact]
    public void A_verdict_by_what_is_no_date_is_refused() =>
        RefusesVerdict(
            Turpitude,
            Turpitude.Replace("conviction date", "scheme", StringComparison.Ordinal),
            "scheme",
            "\"scheme\" is not a date fact"
        );

    [Fact]
    public void A_window_that_ends_before_it_begins_is_refused() =>
        RefusesVerdict(
            Turpitude,
            Turpitude.Replace("| 2010-05-01 | |", "| 2010-05-01 | 2009-01-01 |", StringComparison.Ordinal),
            "crime of moral turpitude | PC 484",
            "this window ends before it begins"
        );

    [Fact]
    public void A_verdict_that_covers_no_offense_is_refused() =>
        RefusesVerdict(
            NoTheft,
            NoTheft + "\n" + NoTheft.Replace("PC 484(a)", "PC 485", StringComparison.Ordinal),
            "theft offense | PC 485",
            "this verdict covers no offense of the law book: PC 485"
        );

    [Fact]
    public void Two_verdicts_for_one_day_are_refused() =>
        RefusesVerdict(
            Turpitude,
            Turpitude + "\n" + Turpitude.Replace("2010-05-01 | |", "2009-01-01 | 2010-05-02 |", StringComparison.Ordinal),
            "crime of moral turpitude | PC 484 | depends: close victim | smith-v-jones-2010 | controlling | 2009",
            "two verdicts on PC 484(a) for one day: see also line 22"
        );

    [Fact]
    public void Two_verdicts_whose_windows_meet_are_not_for_one_day() =>
        Assert.NotNull(
            With(
                Theft,
                Turpitude,
                Turpitude + "\n" + Turpitude.Replace("2010-05-01 | |", "2009-01-01 | 2010-05-01 |", StringComparison.Ordinal)
            ).Lawbook
        );

    [Fact]
    public void A_verdict_names_its_authority() =>
        Reports(
            Theft,
            NoTheft,
            NoTheft.Replace("| PC 484 |", "| |", StringComparison.Ordinal),
            "theft offense | PC 484(a)",
            "a verdict names its authority, or says `practice`"
        );

    [Fact]
    public void A_verdict_on_an_unknown_authority_is_refused_with_the_nearest() =>
        Reports(
            Theft,
            Turpitude,
            Turpitude.Replace("smith-v-jones-2010", "smith-v-jone-2010", StringComparison.Ordinal),
            "crime of moral turpitude | PC 484",
            "\"smith-v-jone-2010\" is neither an authority of the law book nor a citation",
            "did you mean \"smith-v-jones-2010\"?"
        );

    [Fact]
    public void A_sure_verdict_rests_on_an_authority_that_was_seen() =>
        RefusesVerdict(
            Turpitude,
            Turpitude.Replace("smith-v-jones-2010", "roe-v-doe-2020", StringComparison.Ordinal),
            "crime of moral turpitude | PC 484",
            "a verdict that is controlling or applied rests on at least one authority whose text was seen; else it is `practice`"
        );

    [Fact]
    public void A_verdict_in_force_does_not_rest_on_what_is_no_longer_good_law() =>
        RefusesVerdict(
            Turpitude,
            Turpitude.Replace("smith-v-jones-2010", "old-v-new-1990", StringComparison.Ordinal),
            "crime of moral turpitude | PC 484",
            "this verdict is in force, but old-v-new-1990 is superseded: end its window, or rest it on good law"
        );

    [Fact]
    public void A_verdict_says_why() =>
        RefusesVerdict(
            NoTheft,
            NoTheft.Replace("Consent by fraud is enough. ", "", StringComparison.Ordinal),
            "theft offense | PC 484(a)",
            "a verdict says why in its note"
        );

    [Fact]
    public void A_no_on_holdings_older_than_a_watershed_is_read_again()
    {
        var reading = With(Theft, NoTheft, NoTheft + "\n| arson | PC 484(a) | no | smith-v-jones-2010 | controlling | | | | No fire. |");
        var warning = Assert.Single(reading.Problems);
        Assert.NotNull(reading.Lawbook);
        Assert.Equal(ProblemLevel.Warning, warning.Level);
        Assert.StartsWith(
            "offenses/pc-484.md:25:3: warning: this `no` on PC 484(a) rests on holdings older than roe-v-doe-2020 (2020: it asks for malice)",
            warning.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_match_that_every_offense_needs_is_missed() =>
        Reports(
            Theft,
            Turpitude + "\n",
            "",
            "PC 484(a) | petty theft",
            "PC 484(a) has no row for \"crime of moral turpitude\", which every offense needs"
        );

    [Fact]
    public void A_verdict_does_not_read_the_match_that_it_decides() =>
        RefusesVerdict(
            Turpitude,
            Turpitude.Replace("depends: close victim", "depends: crime of moral turpitude", StringComparison.Ordinal),
            "crime of moral turpitude | PC 484",
            "this verdict reads, by way of its test, whether an offense is a \"crime of moral turpitude\": verdicts cannot rest on themselves"
        );

    [Fact]
    public void Verdicts_do_not_read_one_another_in_a_circle_by_way_of_rules()
    {
        var pages = Changed(Theft, NoTheft, NoTheft.Replace("| no |", "| depends: close victim |", StringComparison.Ordinal));
        pages[Conviction] = pages[Conviction]
            .Replace(
                "when victim on the record is spouse",
                "when any of\n  - victim on the record is spouse\n  - crime of moral turpitude",
                StringComparison.Ordinal
            );
        var circles = Read(pages).Problems.Where(p => p.Message.Contains("verdicts cannot rest on themselves", StringComparison.Ordinal));
        // Turpitude is decided by a rule that reads turpitude; theft reads that rule, but is not read by it.
        Assert.Equal(["offenses/pc-484.md:22"], circles.Select(p => $"{p.File}:{p.Line}"));
    }

    [Theory]
    [InlineData("not raised: justise", "justise", "\"justise\" is neither a match nor a group of matches; did you mean \"justice\"?")]
    [InlineData(
        "not raised: crime of moral turpitude",
        "crime of moral turpitude\n",
        "\"crime of moral turpitude\" always needs a row of its own, with its reason"
    )]
    [InlineData("not raised (PC484): justice", "not raised (PC484)", "\"PC484\" is not a citation")]
    [InlineData("not raised (PC 485): justice", "not raised (PC 485)", "PC 485 names no offense of this page")]
    [InlineData("not raised PC 484: justice", "not raised PC", "write `not raised: names` or `not raised (citation): names`")]
    [InlineData("Not raised: justice", "Not raised", "write `not raised: names` or `not raised (citation): names`")]
    public void A_line_of_what_is_not_raised_must_be_readable(string line, string at, string problem) =>
        Refuses(Theft, "not raised: justice", line, at, problem);

    [Fact]
    public void What_is_not_raised_is_no_and_a_row_of_its_own_comes_before_it()
    {
        var law = Read(Whole).Lawbook!;
        string Verdict(string offense, string match) =>
            law.Offenses.Single(o => o.Citation.Text == offense).Verdicts[law.Vocabulary.MatchIndex(law.Vocabulary[match])]
                is [{ } first, ..]
                ? $"{first.Text}{(first.NotRaised ? ", not raised" : "")}"
                : "not reviewed";
        Assert.Equal("no, not raised", Verdict("PC 484(a)", "arson"));
        Assert.Equal("unsettled: six months is 180 days", Verdict("PC 487(a)", "arson"));
        Assert.Equal("no, not raised", Verdict("PC 487(a)", "perjury"));
        Assert.Equal("no", Verdict("PC 484(a)", "theft offense"));
        Assert.Equal("not reviewed", VerdictWithoutLine());

        static string VerdictWithoutLine()
        {
            var law = With(Theft, "not raised: justice\n", "").Lawbook!;
            return law.Offenses[1].Verdicts[law.Vocabulary.MatchIndex(law.Vocabulary["perjury"])].Count == 0 ? "not reviewed" : "reviewed";
        }
    }
}
