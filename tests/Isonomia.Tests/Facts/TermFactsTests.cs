using Xunit;

namespace Isonomia.Tests.Facts;

/// <summary>Terms, maxima, credits and time served, as facts of a count.</summary>
public sealed class TermFactsTests
{
    [Theory]
    [InlineData("{ jailDays: 364 }", "364 days")]
    [InlineData("{ jailDays: 365 }", "365 days")]
    [InlineData("{ jailDays: 0 }", "0 days")]
    [InlineData("{ suspended: imposition, probationMonths: 36, conditionJailDays: 180 }", "180 days")]
    [InlineData("{ suspended: imposition, probationMonths: 36, conditionJailDays: 181 }", "181 days")]
    [InlineData("{ suspended: imposition, probationMonths: 36 }", "0 days")]
    [InlineData("{ prisonMonths: 12 }", "365 days")]
    [InlineData("{ prisonMonths: 16 }", "487 days")]
    [InlineData("{ prisonMonths: 24, suspended: execution, probationMonths: 24 }", "730 days")]
    [InlineData("{ splitMonths: { custody: 12, supervision: 24 } }", "1,095 days")]
    [InlineData("{ prisonMonths: 24, enhancementMonths: 12 }", "1,095 days")]
    [InlineData("{ conditionJailDays: 335, suspended: imposition, violations: [ { addedDays: 30 } ] }", "365 days")]
    [InlineData("{ conditionJailDays: 335, suspended: imposition, violations: [ { addedDays: unknown } ] }", "at least 335 days")]
    [InlineData("{ jailDays: 364, creditDays: 100 }", "364 days")]
    [InlineData("{ jailDays: 364, creditDays: 100, waivedCreditDays: 100 }", "364 days")]
    [InlineData("{ jailDays: 364, fineDollars: 10000, restitutionDollars: 5000 }", "364 days")]
    [InlineData("{ jailDays: 300, electronicMonitoringDays: 90 }", "300 to 390 days")]
    [InlineData("{ jailDays: 300, treatmentDays: 90 }", "300 to 390 days")]
    [InlineData("{ life: true }", "at least 1,000,000,000 days")]
    [InlineData("unknown", "not known")]
    [InlineData("{ jailDays: unknown }", "not known")]
    public void Imposed_is_what_was_ordered_suspended_or_not(string sentence, string imposed) =>
        Assert.Equal(imposed, FactSheetOf.Prior($"class: felony, sentence: {sentence}")["imposed term"]);

    [Theory]
    [InlineData("misdemeanor", "2015-01-01", "0 to 364 days")]
    [InlineData("misdemeanor", "2014-12-31", "0 to 365 days")]
    [InlineData("infraction", "2015-01-01", "0 days")]
    [InlineData("felony", "2015-01-01", "not known")]
    public void An_unknown_sentence_is_bounded_by_what_a_misdemeanor_allows(string @class, string convicted, string imposed)
    {
        var facts = FactSheetOf.Prior($"class: {@class}, convicted: {convicted}");
        Assert.Equal(imposed, facts["imposed term"]);
        Assert.Equal(imposed, facts["imposed term as changed"]);
        Assert.Equal(imposed, facts["unsuspended custody"]);
    }

    [Fact]
    public void An_unknown_sentence_of_an_unknown_class_is_bounded_only_if_the_statute_has_no_felony()
    {
        Assert.Equal("not known", FactSheetOf.Prior("convicted: 2020-01-01")["imposed term"]);
        Assert.Equal("0 to 180 days", FactSheetOf.Prior("convicted: 2020-01-01", offense: "PC 484(a)/488")["imposed term"]);
    }

    [Fact]
    public void Consecutive_terms_are_each_their_own_counts()
    {
        var facts = FactSheetOf.Case(
            """
            asOf: 2026-11-22
            charges: [ { id: "1", offense: PC 496(a), class: felony }, { id: "2", offense: PC 487(a), class: felony } ]
            disposition:
              - { charge: "1", sentence: { jailDays: 200 } }
              - { charge: "2", sentence: { jailDays: 200, consecutiveTo: ["1"] } }
            """
        );
        Assert.Equal("200 days", facts["imposed term", 0]);
        Assert.Equal("200 days", facts["imposed term", 1]);
    }

    [Theory]
    [InlineData("{ jailDays: 90 }", "90 days")]
    [InlineData("{ jailDays: 91 }", "91 days")]
    [InlineData("{ prisonMonths: 24, suspended: execution, probationMonths: 24 }", "0 days")]
    [InlineData("{ prisonMonths: 24, suspended: execution, probationMonths: 24, conditionJailDays: 91 }", "91 days")]
    [InlineData("{ splitMonths: { custody: 12, supervision: 24 } }", "365 days")]
    [InlineData("{ suspended: imposition, probationMonths: 36, conditionJailDays: 91 }", "91 days")]
    public void Unsuspended_custody_leaves_out_what_is_suspended(string sentence, string days) =>
        Assert.Equal(days, FactSheetOf.Prior($"class: felony, sentence: {sentence}")["unsuspended custody"]);

    [Theory]
    [InlineData("class: misdemeanor, convicted: 2014-12-31", "365 days")]
    [InlineData("class: misdemeanor, convicted: 2015-01-01", "364 days")]
    [InlineData("class: misdemeanor, convicted: { from: 2014-12-01, to: 2015-02-01 }", "364 to 365 days")]
    [InlineData("class: misdemeanor, convicted: unknown", "364 to 365 days")]
    [InlineData("class: felony, convicted: 2020-01-01", "1,460 days")]
    [InlineData("convicted: 2020-01-01", "364 to 1,460 days")]
    [InlineData("convicted: 2010-01-01", "365 to 1,460 days")]
    [InlineData("class: felony, convicted: 2020-01-01, sentence: { prisonMonths: 24, enhancementMonths: 60 }", "3,285 days")]
    public void The_longest_possible_term_goes_by_class_and_day_of_conviction(string keys, string maximum) =>
        Assert.Equal(maximum, FactSheetOf.Prior(keys)["maximum term"]);

    [Theory]
    [InlineData("PC 664/273.5(a)", "felony", "730 days")]
    [InlineData("PC 664/273.5(a)", "misdemeanor", "182 days")]
    [InlineData("PC 182(a)(1)/PC 273.5(a)", "felony", "1,460 days")]
    [InlineData("PC 415(1)", "misdemeanor", "90 days")]
    [InlineData("PC 415(1)", "infraction", "0 days")]
    [InlineData("PC 187(a)", "felony", "at least 1,000,000,000 days")]
    [InlineData("PC 664/187(a)", "felony", "3,285 days")]
    [InlineData("XX 1234", "felony", "not known")]
    public void Attempts_have_half_and_conspiracies_the_whole_of_their_target(string offense, string @class, string maximum) =>
        Assert.Equal(maximum, FactSheetOf.Prior($"class: {@class}, convicted: 2020-01-01", offense: offense)["maximum term"]);

    [Fact]
    public void A_class_that_the_statute_does_not_have_has_no_known_maximum() =>
        Assert.Equal("not known", FactSheetOf.Prior("class: misdemeanor, convicted: 2020-01-01", offense: "HS 11378")["maximum term"]);

    [Theory]
    // Five years before 2026-11-22 is 2021-11-22: what was served before it does not count.
    [InlineData("2021-11-22", "{ jailDays: 200 }", "100 to 200 days")]
    [InlineData("2021-11-21", "{ jailDays: 200 }", "99 to 199 days")]
    [InlineData("2021-05-06", "{ jailDays: 200 }", "0 days")]
    [InlineData("2021-05-07", "{ jailDays: 200 }", "0 to 1 days")]
    [InlineData("2015-01-01", "{ jailDays: 364 }", "0 days")]
    [InlineData("2026-11-01", "{ jailDays: 359 }", "180 to 359 days")]
    [InlineData("2026-11-01", "{ prisonMonths: 24, suspended: execution }", "0 days")]
    [InlineData("2026-11-01", "{ life: true }", "at least 1,000,000,000 days")]
    [InlineData("2026-11-01", "unknown", "not limited")]
    public void Days_confined_in_the_period_are_from_those_likely_served_to_all_that_fall_in_it(
        string convicted,
        string sentence,
        string days
    ) =>
        Assert.Equal(
            days,
            FactSheetOf.Prior($"class: felony, convicted: {convicted}, sentence: {sentence}")["days confined in the period"]
        );

    [Fact]
    public void The_period_is_three_five_or_ten_years()
    {
        var facts = FactSheetOf.Prior("class: felony, convicted: 2020-01-01, sentence: { jailDays: 364 }");
        Assert.Equal("0 days", facts["days confined in three years"]);
        Assert.Equal("0 days", facts["days confined in the period"]);
        Assert.Equal("182 to 364 days", facts["days confined in ten years"]);
    }

    [Fact]
    public void Nobody_is_confined_on_a_charge() =>
        Assert.Equal("0 days", FactSheetOf.Case("charges: [ { offense: PC 273.5(a), stage: filed } ]")["days confined in the period"]);

    [Theory]
    [InlineData("HS 11378", "no")]
    [InlineData("PC 211", "yes")]
    public void A_felony_is_punished_in_state_prison_where_its_page_says_so(string offense, string prison) =>
        Assert.Equal(prison, FactSheetOf.Prior("class: felony, committed: 2020-01-01", offense: offense)["punishable in state prison"]);

    [Theory]
    [InlineData("PC 273.5(a)", "yes")]
    [InlineData("HS 11378", "no")]
    [InlineData("PC 484(a)/488", "no")]
    public void A_wobbler_has_both_classes(string offense, string wobbler) =>
        Assert.Equal(wobbler, FactSheetOf.Prior("committed: 2020-01-01", offense: offense)["wobbler"]);

    [Theory]
    [InlineData("HS 11378", "none")]
    [InlineData("PC 211", "violent")]
    // Great bodily injury would make it one: the page says that facts decide.
    [InlineData("PC 273.5(a)", "not known")]
    public void Strikes_come_from_the_page(string offense, string strike) =>
        Assert.Equal(strike, FactSheetOf.Prior("class: felony, committed: 2020-01-01, convicted: 2020-06-01", offense: offense)["strike"]);
}
