using Xunit;

namespace Isonomia.Tests.Facts;

/// <summary>Spans by the calendar, admissions and clocks, as facts of a count or of the case.</summary>
public sealed class DateFactsTests
{
    [Theory]
    [InlineData("2021-08-02", "2026-08-01", "4 years 11 months 30 days")]
    [InlineData("2021-08-01", "2026-08-01", "5 years to 5 years 1 day")]
    [InlineData("2021-07-31", "2026-08-01", "5 years 1 day")]
    [InlineData("2026-08-01", "2026-08-01", "0 days")]
    [InlineData("2026-08-02", "2026-08-01", "none")]
    // An anniversary of 29 February is 28 February, and 1 March is as arguable.
    [InlineData("2020-02-29", "2025-02-28", "5 years to 5 years 1 day")]
    [InlineData("2020-02-29", "2025-03-01", "5 years to 5 years 1 day")]
    [InlineData("2020-02-29", "2025-03-02", "5 years 2 days")]
    [InlineData("2020-02-29", "2025-02-27", "4 years 11 months 29 days")]
    [InlineData("{ from: 2021-01-01, to: 2021-12-31 }", "2026-08-01", "4 years 7 months 1 day to 5 years 7 months")]
    [InlineData("{ from: 2026-07-01, to: 2026-09-01 }", "2026-08-01", "not known")]
    [InlineData("unknown", "2026-08-01", "not known")]
    public void The_offense_comes_so_long_after_admission(string admitted, string committed, string span) =>
        Assert.Equal(
            span,
            FactSheetOf.Plea("", $"status: nonimmigrant, admitted: {admitted}", charge: $", committed: {committed}")[
                "offense after admission"
            ]
        );

    [Fact]
    public void Without_the_admission_residence_shows_that_it_was_no_later() =>
        Assert.Equal(
            "at least 6 years",
            FactSheetOf.Plea("", "status: lawfulPermanentResident, residentSince: 2020-08-01", charge: ", committed: 2026-08-01")[
                "offense after admission"
            ]
        );

    [Theory]
    [InlineData("2021-08-01", "2026-08-01", "5 years to 5 years 1 day")]
    [InlineData("2016-08-01", "2026-08-01", "10 years to 10 years 1 day")]
    [InlineData("2016-07-31", "2026-08-01", "10 years 1 day")]
    public void Both_anniversaries_after_adjustment_are_open(string resident, string committed, string span) =>
        Assert.Equal(
            span,
            FactSheetOf.Plea("", $"residentSince: {resident}", charge: $", committed: {committed}")["offense after adjustment"]
        );

    [Theory]
    [InlineData("status: refugee", "refugee admission")]
    [InlineData("status: nonimmigrant", "admission")]
    [InlineData("status: overstay", "admission")]
    [InlineData("status: lawfulPermanentResident, entry: inspected", "admission")]
    [InlineData("status: lawfulPermanentResident, entry: withoutInspection", "adjustment")]
    [InlineData("status: lawfulPermanentResident, entry: paroled", "adjustment")]
    [InlineData("status: lawfulPermanentResident, admitted: 2020-01-01", "admission")]
    [InlineData("status: lawfulPermanentResident", "not known")]
    [InlineData("status: asylee", "not known")]
    [InlineData("status: asylee, entry: inspected", "admission")]
    public void The_admission_that_counts_follows_from_status_and_entry(string person, string by) =>
        Assert.Equal(by, FactSheetOf.Plea("", person)["present by"]);

    [Theory]
    [InlineData("status: lawfulPermanentResident, admitted: 2018-06-01", "2018-06-01", "yes")]
    [InlineData("status: lawfulPermanentResident, residentSince: 2018-06-01", "2018-06-01", "yes")]
    [InlineData("status: lawfulPermanentResident, admitted: 2018-06-01, continuousResidenceSince: 2018-06-01", "2018-05-31", "no")]
    // There may have been an admission before the present one.
    [InlineData("status: lawfulPermanentResident, admitted: 2018-06-01", "2018-05-31", "not known")]
    [InlineData("status: lawfulPermanentResident, admitted: 2018-06-01, continuousResidenceSince: 2010-01-01", "2018-05-31", "not known")]
    [InlineData("status: lawfulPermanentResident", "2018-05-31", "not known")]
    [InlineData("status: lawfulPermanentResident", "2026-11-22", "yes")]
    [InlineData("status: asylee", "2026-11-22", "not known")]
    [InlineData("status: asylee, entry: inspected", "2026-11-22", "yes")]
    public void The_conviction_came_after_an_admission(string person, string convicted, string answer) =>
        Assert.Equal(answer, FactSheetOf.Prior($"convicted: {convicted}", person)["convicted after admission"]);

    [Theory]
    [InlineData("admitted: 2018-06-01", "2018-05-31", "yes")]
    [InlineData("admitted: 2018-06-01", "2018-06-01", "no")]
    [InlineData("admitted: 2010-06-01, residentSince: 2018-06-01", "2018-05-31", "yes")]
    [InlineData("", "2018-05-31", "not known")]
    public void The_conviction_came_before_the_latest_admission(string person, string convicted, string answer) =>
        Assert.Equal(answer, FactSheetOf.Prior($"convicted: {convicted}", person)["convicted before the latest admission"]);

    [Theory]
    [InlineData("continuousResidenceSince: 2012-01-01", "2018-12-31", "6 years 11 months 30 days")]
    [InlineData("continuousResidenceSince: 2012-01-01", "2019-01-01", "7 years")]
    [InlineData("continuousResidenceSince: 2012-01-01", "2011-12-31", "none")]
    [InlineData("admitted: 2012-01-01", "2019-01-01", "at least 7 years")]
    [InlineData("residentSince: 2015-01-01, admitted: 2012-01-01", "2019-01-01", "at least 7 years")]
    [InlineData("admitted: 2012-01-01", "2011-01-01", "not known")]
    [InlineData("", "2019-01-01", "not known")]
    [InlineData("continuousResidenceSince: { from: 2011-06-01, to: 2012-06-01 }", "2019-01-01", "6 years 7 months to 7 years 7 months")]
    public void Residence_at_the_offense_runs_from_the_first_admission(string person, string committed, string span)
    {
        var facts = FactSheetOf.Prior($"committed: {committed}", person);
        Assert.Equal(span, facts["residence at offense"]);
        Assert.Equal(span, facts["presence at offense"]);
    }

    [Theory]
    [InlineData("continuousResidenceSince: 2016-11-22", "10 years")]
    [InlineData("continuousResidenceSince: 2016-11-23", "9 years 11 months 30 days")]
    [InlineData("continuousResidenceSince: 2016-11-22, noticeToAppear: 2026-01-05", "9 years 1 month 14 days")]
    public void Residence_runs_until_the_notice_or_else_until_now(string person, string span) =>
        Assert.Equal(span, FactSheetOf.Plea("", person)["residence at notice or decision"]);

    [Theory]
    [InlineData("", "2021-11-22", "5 years")]
    [InlineData("", "2021-11-21", "5 years 1 day")]
    [InlineData("pending: [ { application: naturalization, filed: 2025-11-22 } ]", "2021-11-22", "4 years")]
    public void The_offense_lies_before_the_filing_or_else_before_today(string person, string committed, string span) =>
        Assert.Equal(span, FactSheetOf.Prior($"committed: {committed}", person)["offense before filing"]);

    [Theory]
    [InlineData("{ jailDays: 30 }", "2020-01-01", "6 years 9 months 22 days to 6 years 10 months 21 days")]
    [InlineData("{ jailDays: 30 }", "2026-11-01", "not known")]
    [InlineData("unknown", "2010-01-01", "not known")]
    public void Release_lies_between_the_conviction_and_the_end_of_the_term(string sentence, string convicted, string span) =>
        Assert.Equal(span, FactSheetOf.Prior($"class: felony, convicted: {convicted}, sentence: {sentence}")["release before application"]);

    [Theory]
    [InlineData("2000-03-02", "2018-03-01", "17 years")]
    [InlineData("2000-03-01", "2018-03-01", "18 years")]
    [InlineData("2000-02-29", "2018-02-27", "17 years")]
    [InlineData("2000-02-29", "2018-02-28", "18 years")]
    [InlineData("{ from: 2000-01-01, to: 2000-12-31 }", "2018-06-01", "17 to 18 years")]
    [InlineData("unknown", "2018-06-01", "not known")]
    public void Age_at_the_offense_turns_on_the_birthday(string born, string committed, string age) =>
        Assert.Equal(age, FactSheetOf.Prior($"committed: {committed}", $"born: {born}")["age at offense"]);

    [Theory]
    [InlineData("convicted: 2025-11-22, sentence: { suspended: imposition, probationMonths: 12 }", "no")]
    [InlineData("convicted: 2025-11-23, sentence: { suspended: imposition, probationMonths: 12 }", "yes")]
    [InlineData("convicted: 2023-11-22, sentence: { splitMonths: { custody: 12, supervision: 24 } }", "no")]
    [InlineData("convicted: 2023-11-23, sentence: { splitMonths: { custody: 12, supervision: 24 } }", "yes")]
    [InlineData("convicted: 2026-11-01, sentence: { jailDays: 10 }", "no")]
    [InlineData("convicted: 2026-11-01", "not known")]
    [InlineData("convicted: 2015-11-01", "no")]
    [InlineData("convicted: 2026-11-01, outcome: diversion, program: PC 1000", "no")]
    [InlineData("convicted: 2026-11-01, outcome: dismissal", "no")]
    public void Supervision_still_runs_at_the_decision(string keys, string answer) =>
        Assert.Equal(answer, FactSheetOf.Prior(keys)["supervision at decision"]);

    [Fact]
    public void The_time_since_an_earlier_count_under_the_section_is_the_shortest()
    {
        var facts = FactSheetOf.Case(
            """
            asOf: 2026-11-22
            priors:
              - { offense: VC 23152(b), committed: 2010-05-01 }
              - { offense: VC 23152(a), committed: 2020-05-01 }
              - { offense: PC 415(1), committed: 2026-01-01 }
            charges: [ { offense: VC 23152(b), committed: 2026-08-01 } ]
            """
        );
        Assert.Equal("6 years 3 months", facts["time since an earlier count under the same section", 3]);
        Assert.Equal("none", facts["time since an earlier count under the same section", 0]);
        Assert.Equal("none", facts["time since an earlier count under the same section", 2]);
    }

    [Theory]
    [InlineData("entry: inspected, admitted: 2015-01-01, residentSince: 2020-01-01", "no")]
    [InlineData("entry: withoutInspection, residentSince: 2020-01-01", "no")]
    [InlineData("entry: paroled, residentSince: 2020-01-01", "no")]
    [InlineData("entry: inspected, admitted: 2020-01-01, residentSince: 2020-01-01", "not known")]
    [InlineData("entry: withoutInspection, admittedAsResident: true", "yes")]
    [InlineData("residentSince: 2020-01-01", "not known")]
    public void Whoever_adjusted_here_was_not_admitted_as_a_resident(string person, string answer) =>
        Assert.Equal(answer, FactSheetOf.Plea("", $"status: lawfulPermanentResident, {person}")["admitted at the border as a resident"]);
}
