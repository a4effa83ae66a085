using Xunit;

namespace Isonomia.Tests.Facts;

/// <summary>What the record, the orders and the outcome of a count come to.</summary>
public sealed class RecordFactsTests
{
    [Theory]
    [InlineData("methamphetamine", "2020-01-01", "yes")]
    [InlineData("alcohol", "2020-01-01", "no")]
    [InlineData("unspecified", "2020-01-01", "left open by the record")]
    [InlineData("silent", "2020-01-01", "left open by the record")]
    [InlineData("unknown", "2020-01-01", "not known")]
    [InlineData("something never heard of", "2020-01-01", "not known")]
    [InlineData("{ disputed: [methamphetamine, alcohol] }", "2020-01-01", "not known")]
    [InlineData("{ disputed: [methamphetamine, heroin] }", "2020-01-01", "yes")]
    // Listed and unlisted by the day of the conviction.
    [InlineData("carisoprodol", "2012-01-10", "no")]
    [InlineData("carisoprodol", "2012-01-11", "yes")]
    [InlineData("Soma", "2012-01-11", "yes")]
    [InlineData("fenfluramine", "2022-12-22", "yes")]
    [InlineData("fenfluramine", "2022-12-23", "no")]
    [InlineData("tramadol", "{ from: 2014-01-01, to: 2014-12-31 }", "not known")]
    [InlineData("tramadol", "unknown", "not known")]
    [InlineData("human chorionic gonadotropin", "unknown", "no")]
    public void A_substance_is_listed_by_the_schedules_of_the_conviction_date(string substance, string convicted, string answer) =>
        Assert.Equal(
            answer,
            FactSheetOf.Prior($"convicted: {convicted}, record: {{ substance: {substance} }}", offense: "HS 11377(a)")[
                "federally listed substance on the record"
            ]
        );

    [Theory]
    [InlineData("HS 11357(a)", "{}", "yes")]
    [InlineData("HS 11359", "{}", "no")]
    [InlineData("HS 11359", "{ act: possess }", "yes")]
    [InlineData("HS 11357(a)", "{ act: silent }", "left open by the record")]
    [InlineData("HS 11377(a)", "{ substance: marijuana }", "yes")]
    [InlineData("HS 11377(a)", "{ substance: heroin }", "no")]
    [InlineData("HS 11377(a)", "silent", "left open by the record")]
    [InlineData("HS 11377(a)", "{}", "not known")]
    public void Marijuana_for_own_use_follows_from_section_substance_and_act(string offense, string record, string answer) =>
        Assert.Equal(answer, FactSheetOf.Prior($"record: {record}", offense: offense)["marijuana for own use"]);

    [Theory]
    [InlineData("PC 484(a)/488", "{}", "0 to 950 dollars")]
    [InlineData("PC 484(a)/488", "silent", "0 to 950 dollars")]
    [InlineData("PC 484(a)/488", "{ lossDollars: 20000 }", "20,000 dollars")]
    [InlineData("PC 487(a)", "{}", "not known")]
    [InlineData("PC 487(a)", "silent", "not limited")]
    [InlineData("PC 487(a)", "{ lossDollars: 10000 }", "10,000 dollars")]
    public void A_loss_that_is_not_given_is_no_larger_than_the_elements_allow(string offense, string record, string loss) =>
        Assert.Equal(loss, FactSheetOf.Prior($"record: {record}", offense: offense)["loss tied to the count"]);

    [Fact]
    public void No_recidivism_can_be_found_without_an_earlier_drug_case()
    {
        const string last = "  - { offense: HS 11377(a), convicted: 2020-06-01, record: silent }\n";
        string Alleged(string earlier, int slot) => FactSheetOf.Case($"priors:\n{earlier}{last}")["recidivist alleged", slot];
        Assert.Equal("no", Alleged("", 0));
        Assert.Equal("no", Alleged("  - { offense: PC 484(a)/488, convicted: 2019-01-01 }\n", 1));
        Assert.Equal("no", Alleged("  - { offense: HS 11350(a), convicted: 2021-01-01 }\n", 1));
        Assert.Equal("left open by the record", Alleged("  - { offense: HS 11350(a), convicted: 2019-01-01 }\n", 1));
        Assert.Equal("left open by the record", Alleged("  - { offense: BP 4060, convicted: 2019-01-01 }\n", 1));
        Assert.Equal("left open by the record", Alleged("  - { offense: never heard of, convicted: 2019-01-01 }\n", 1));
        Assert.Equal("yes", FactSheetOf.Prior("record: { recidivistAlleged: true }", offense: "HS 11377(a)")["recidivist alleged"]);
        Assert.Equal("not known", FactSheetOf.Case("priors: unknown\ncharges: [ { offense: HS 11377(a) } ]")["recidivist alleged"]);
    }

    [Theory]
    [InlineData("", "no", "no", "no", "no")]
    [InlineData("pardon", "yes", "no", "no", "no")]
    [InlineData("PC 1473.7(a)(1)", "no", "yes", "no", "no")]
    [InlineData("PC 1473.7", "no", "yes", "no", "no")]
    [InlineData("PC 1018", "no", "yes", "no", "no")]
    [InlineData("PC 1203.4", "no", "no", "yes", "no")]
    [InlineData("PC 1203.4a", "no", "no", "yes", "no")]
    [InlineData("PC 1203.43", "no", "no", "no", "yes")]
    [InlineData("PC 236.14", "no", "no", "no", "yes")]
    public void Later_orders_are_told_apart_by_what_they_rest_on(
        string order,
        string pardoned,
        string defect,
        string rehabilitative,
        string byStatute
    )
    {
        var facts = FactSheetOf.Prior(order.Length == 0 ? "" : $"relief: [ {{ order: {order} }} ]");
        Assert.Equal(pardoned, facts["pardoned"]);
        Assert.Equal(defect, facts["vacated for a legal defect"]);
        Assert.Equal(rehabilitative, facts["rehabilitative relief granted"]);
        Assert.Equal(byStatute, facts["vacated on a defect found by statute"]);
    }

    [Fact]
    public void Orders_that_may_have_been_made_stay_open()
    {
        var facts = FactSheetOf.Prior("relief: unknown");
        Assert.Equal("not known", facts["pardoned"]);
        Assert.Equal("not known", facts["vacated for a legal defect"]);
        Assert.Equal("not known", facts["later reduction to a misdemeanor"]);
        Assert.Equal("not known", facts["convicted under state law"]);
    }

    [Theory]
    [InlineData("PC 17(b)", "declared a misdemeanor", "none")]
    [InlineData("PC 1170.18", "redesignated", "not known")]
    [InlineData("HS 11361.8", "redesignated", "none")]
    [InlineData("PC 1203.4", "none", "none")]
    [InlineData("PC 1172.1", "none", "not known")]
    public void Reductions_and_resentencings_are_kept_apart(string order, string reduction, string change)
    {
        var facts = FactSheetOf.Prior($"relief: [ {{ order: {order} }} ]");
        Assert.Equal(reduction, facts["later reduction to a misdemeanor"]);
        Assert.Equal(change, facts["later change of sentence"]);
    }

    [Theory]
    [InlineData("outcome: plea, sentence: { jailDays: 1 }", "yes")]
    [InlineData("outcome: deferredEntry, program: PC 1000, sentence: { fineDollars: 0 }", "yes")]
    [InlineData("outcome: deferredEntry, sentence: { fineDollars: 1 }", "yes")]
    [InlineData("outcome: deferredEntry, sentence: { fineDollars: 0 }", "no")]
    [InlineData("outcome: deferredEntry", "not known")]
    public void Any_punishment_or_restraint_counts(string keys, string answer) =>
        Assert.Equal(answer, FactSheetOf.Prior(keys)["punishment or restraint ordered"]);

    [Theory]
    [InlineData("stage: cited", "not known")]
    [InlineData("stage: arrested", "yes")]
    [InlineData("stage: filed", "yes")]
    [InlineData("stage: cited, booked: false", "no")]
    public void Only_who_was_merely_cited_may_not_have_been_booked(string keys, string answer) =>
        Assert.Equal(answer, FactSheetOf.Case($"charges: [ {{ offense: PC 242, {keys} }} ]")["booked"]);

    [Theory]
    [InlineData("outcome: plea", "disposed")]
    [InlineData("outcome: dismissal", "dismissed")]
    [InlineData("outcome: acquittal", "dismissed")]
    [InlineData("outcome: diversion", "disposed")]
    public void A_disposition_ends_the_stage(string keys, string stage) => Assert.Equal(stage, FactSheetOf.Plea(keys)["stage"]);

    [Theory]
    [InlineData("facts: { victim: cohabitant }", "", "cohabitant")]
    [InlineData("", "record: { victim: spouse }", "spouse")]
    [InlineData("facts: { victim: cohabitant }", "record: { victim: spouse }", "cohabitant")]
    [InlineData("", "", "not known")]
    public void Who_the_victim_was_is_told_by_any_evidence(string charge, string plea, string victim) =>
        Assert.Equal(victim, FactSheetOf.Plea(plea, charge: charge.Length > 0 ? ", " + charge : "")["victim in fact"]);

    [Theory]
    [InlineData("record: { prong: PC 243(e)(1) }", "PC 243", "PC 243(e)(1)")]
    [InlineData("record: { prong: (d) }", "PC 243", "PC 243(d)")]
    [InlineData("", "PC 243(e)(1)", "PC 243(e)(1)")]
    [InlineData("", "PC 243", "PC 243")]
    public void A_prong_on_the_record_picks_the_offense(string keys, string offense, string picked) =>
        Assert.Equal(picked, FactSheetOf.Prior(keys, offense: offense)["offense"]);

    [Theory]
    [InlineData("pending: [asylum]", "no")]
    [InlineData("pending: [adjustment]", "yes")]
    [InlineData("pending: unknown", "not known")]
    [InlineData("", "no")]
    public void Some_applications_ask_for_admissibility(string person, string answer) =>
        Assert.Equal(answer, FactSheetOf.Plea("", person)["applying for a benefit"]);

    [Theory]
    [InlineData("record: { prong: VC 20001(a) }", "VC 20001(a)")]
    [InlineData("record: { prong: (a) }", "VC 20001(a)")]
    [InlineData("record: { prong: a }", "VC 20001(a)")]
    [InlineData("record: { prong: 20001(a) VC }", "VC 20001(a)")]
    [InlineData("record: { prong: PC 261 }", "PC 261")]
    [InlineData("record: { prong: silent }", "left open by the record")]
    [InlineData("record: silent", "left open by the record")]
    [InlineData("record: { prong: the left one }", "not known")]
    [InlineData("", "not known")]
    public void The_prong_is_what_the_record_names(string keys, string prong) =>
        Assert.Equal(prong, FactSheetOf.Prior(keys, offense: "VC 20001(a)")["prong"]);
}
