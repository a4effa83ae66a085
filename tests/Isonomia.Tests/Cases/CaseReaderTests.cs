using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Law;
using Isonomia.Sentences;
using NodaTime;
using Xunit;

namespace Isonomia.Tests.Cases;

public sealed class CaseReaderTests
{
    [Fact]
    public void Every_key_of_the_contract_is_read()
    {
        var matter = Sample.Accept(Sample.Contract);
        var person = matter.Person;
        Assert.Equal(new LocalDate(2026, 11, 22), matter.AsOf);
        Assert.Equal(Forum.NinthCircuit, matter.Forum.Value);
        Assert.Equal(On(1998, 3, 2), person.Born.Value);
        Assert.Equal(ImmigrationStatus.LawfulPermanentResident, person.Status.Value);
        Assert.Equal(EntryManner.Inspected, person.Entry.Value);
        Assert.Equal(On(2021, 6, 15), person.Admitted.Value);
        Assert.Equal(On(2021, 6, 15), person.ResidentSince.Value);
        Assert.False(person.ConditionalResident.Value);
        Assert.Equal(On(2014, 1, 10), person.ContinuousResidenceSince.Value);
        Assert.Equal(On(2026, 1, 5), person.NoticeToAppear.Value);
        Assert.False(person.RemovedBefore.Value);
        Assert.Equal("asylum", Assert.Single(person.Pending).Name.Value);
        Assert.Equal(new Relative(Known.Value(Kinship.Spouse), Known.Value(ImmigrationStatus.Citizen)), Assert.Single(person.Relatives));
        Assert.False(person.CitizenParentOrGrandparent.Value);
        Assert.False(person.PriorCancellation.Value);
        Assert.Equal(new LocalDate(2027, 1, 5), person.Travel!.Value.Returns.Value);

        var prior = Assert.Single(matter.Priors);
        Assert.Equal("PC 484(a)", prior.Offense.Value);
        Assert.Equal(OffenseClass.Misdemeanor, prior.Class.Value);
        Assert.Equal(DateOrRange.Between(new(2016, 5, 1), new(2016, 5, 3)), prior.Committed.Value);
        Assert.Equal(On(2016, 6, 20), prior.Convicted.Value);
        Assert.Equal(Outcome.Plea, prior.Outcome.Value);
        Assert.Equal(Days.Of(10), prior.Sentence.Value.Jail.Value);
        Assert.Empty(prior.Record.Keys);
        Assert.Equal("PC 1203.4", Assert.Single(prior.Relief).Order.Value);

        var charge = Assert.Single(matter.Charges);
        Assert.Equal("1", charge.Id);
        Assert.Equal(ChargeStage.Filed, charge.Stage.Value);
        Assert.Equal("a", charge.Incident.Value);
        Assert.False(Assert.Single(charge.Enhancements).Admitted.Value);
        Assert.Equal(new FactValue.Name("cohabitant"), charge.Facts["victim"].Value);

        var disposition = Assert.Single(matter.Dispositions);
        Assert.Same(charge, matter.ChargeOf(disposition));
        Assert.Equal(Outcome.ConditionalPlea, disposition.Outcome.Value);
        Assert.Equal("PC 1000", disposition.Program.Value);
        Assert.Equal("PC 415", disposition.Then!.Offense.Value);
        Assert.Equal("PC 243(e)(1)", disposition.OffenseOfConviction(charge).Value);
        Assert.True(disposition.Harvey.Value);
        Assert.Equal(Knowledge.Silent, disposition.Record["substance"].Knowledge);
        Assert.Equal([new FactValue.Name("minor"), new FactValue.Name("serious")], disposition.Record["injury"].Values);
        Assert.Equal(Knowledge.Unknown, disposition.Record["weapon"].Knowledge);

        var sentence = disposition.Sentence.Value;
        Assert.Equal(Days.Of(1), sentence.Jail.Value);
        Assert.Equal(Months.Of(2), sentence.Prison.Value);
        Assert.Equal(Months.Of(12), sentence.Split!.Value.Custody.Value);
        Assert.Equal(Months.Of(24), sentence.Split.Value.Supervision.Value);
        Assert.False(sentence.Life.Value);
        Assert.Equal(Suspension.Imposition, sentence.Suspended.Value);
        Assert.Equal(Months.Of(36), sentence.Probation.Value);
        Assert.Equal(Days.Of(364), sentence.ConditionJail.Value);
        Assert.Equal(Days.Of(3), sentence.ElectronicMonitoring.Value);
        Assert.Equal(Days.Of(4), sentence.Treatment.Value);
        Assert.Equal(Days.Of(5), sentence.Credit.Value);
        Assert.Equal(Days.Of(6), sentence.WaivedCredit.Value);
        Assert.Empty(sentence.ConsecutiveTo);
        Assert.Equal(Days.Of(30), Assert.Single(sentence.Violations).Added.Value);
        Assert.Equal(Months.Of(7), sentence.Enhancement.Value);
        Assert.Equal(Dollars.Of(400), sentence.Fine.Value);
        Assert.Equal(Dollars.Of(1500), sentence.Restitution.Value);
    }

    [Fact]
    public void The_same_case_in_JSON_is_the_same_case()
    {
        const string yaml = """
            asOf: 2026-11-22
            person: { born: 1998-03-02, status: unknown, pending: [asylum], conditionalResident: no }
            priors:
              - offense: PC 484(a)
                record: { lossDollars: 400, victim: silent, injury: { disputed: [none, minor] } }
            charges:
              - { id: 1, offense: PC 459, committed: { from: 2026-01-01, to: 2026-01-31 } }
            disposition:
              - { charge: 1, sentence: { jailDays: 364, suspended: execution } }
            """;
        const string json = """
            {
              "asOf": "2026-11-22",
              "person": { "born": "1998-03-02", "status": "unknown", "pending": ["asylum"], "conditionalResident": false },
              "priors": [
                { "offense": "PC 484(a)",
                  "record": { "lossDollars": 400, "victim": "silent", "injury": { "disputed": ["none", "minor"] } } } ],
              "charges": [ { "id": "1", "offense": "PC 459", "committed": { "from": "2026-01-01", "to": "2026-01-31" } } ],
              "disposition": [ { "charge": 1, "sentence": { "jailDays": 364, "suspended": "execution" } } ]
            }
            """;
        Assert.Equal(Sample.Accept(yaml), Sample.Accept(json, "case.json"));
        Assert.Equal(Sample.Accept(yaml), Sample.Accept(json, "-"));
        Assert.Equal(Sample.Accept(yaml).GetHashCode(), Sample.Accept(json, "case.json").GetHashCode());
        Assert.NotEqual(Sample.Accept(yaml), Sample.Accept(yaml.Replace("silent", "unknown", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_left_out_is_unknown_and_its_path_is_kept()
    {
        var matter = Sample.Accept("charges: [ { offense: PC 459 } ]");
        Assert.Equal(Knowledge.Unknown, matter.Person.Status.Knowledge);
        Assert.False(matter.Person.Status.IsGiven);
        Assert.Equal("person.status", matter.Person.Status.Place.Path);
        Assert.Equal("person.drugAbuserOrAddict", matter.Person.More["drugAbuserOrAddict"].Place.Path);
        var charge = matter.Charges[0];
        Assert.Equal(new CasePlace("charges[0].committed", 1, 12), charge.Committed.Place);
        Assert.Equal("charges[0].facts.victim", charge.Facts["victim"].Place.Path);
        Assert.Equal(Knowledge.Unknown, charge.Facts["victim"].Knowledge);
        Assert.Null(matter.AsOf);
        Assert.Null(matter.Person.Travel);
    }

    [Fact]
    public void What_is_given_keeps_its_line_and_column()
    {
        var matter = Sample.Accept(Sample.Contract);
        Assert.Equal(new CasePlace("person.status", 5, 11), matter.Person.Status.Place);
        Assert.Equal(new CasePlace("charges[0].offense", 29, 14), matter.Charges[0].Offense.Place);
        Assert.Equal("disposition[0].record.injury", matter.Dispositions[0].Record["injury"].Place.Path);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("person:\npriors:\ncharges: []\n")]
    public void Events_left_out_or_empty_are_none_known(string text)
    {
        var matter = Sample.Accept(text);
        Assert.Empty(matter.Priors);
        Assert.False(matter.Priors.IsOpen);
        Assert.False(matter.Person.Pending.IsOpen);
    }

    [Fact]
    public void The_word_unknown_keeps_any_key_open()
    {
        var matter = Sample.Accept(
            """
            asOf: unknown
            forum: unknown
            person: unknown
            priors: unknown
            charges:
              - offense: unknown
                class: unknown
                committed: unknown
                stage: unknown
                enhancements: unknown
                facts: unknown
            disposition:
              - charge: 1
                outcome: unknown
                record: unknown
                sentence: { jailDays: unknown, suspended: unknown, consecutiveTo: unknown, violations: unknown, splitMonths: unknown }
            """
        );
        Assert.Null(matter.AsOf);
        Assert.Equal(Knowledge.Unknown, matter.Forum.Knowledge);
        Assert.True(matter.Forum.IsGiven);
        Assert.Equal(Knowledge.Unknown, matter.Person.Born.Knowledge);
        Assert.True(matter.Priors.IsOpen);
        Assert.Equal(Knowledge.Unknown, matter.Charges[0].Offense.Knowledge);
        Assert.True(matter.Charges[0].Enhancements.IsOpen);
        var sentence = matter.Dispositions[0].Sentence.Value;
        Assert.Equal(Knowledge.Unknown, sentence.Jail.Knowledge);
        Assert.Equal(Knowledge.Unknown, sentence.Split!.Knowledge);
        Assert.True(sentence.ConsecutiveTo.IsOpen);
        Assert.True(sentence.Violations.IsOpen);
    }

    [Fact]
    public void A_record_that_is_silent_as_a_whole_is_silent_on_every_fact()
    {
        var record = Sample.Accept("priors: [ { offense: PC 459, record: silent } ]").Priors[0].Record;
        Assert.Equal(Knowledge.Silent, record["victim"].Knowledge);
        Assert.Equal("priors[0].record.victim", record["victim"].Place.Path);
    }

    [Theory]
    [InlineData("sentence: {}")]
    [InlineData("sentence:")]
    [InlineData("outcome: plea")]
    public void A_sentence_that_says_nothing_is_unknown(string keys) =>
        Assert.Equal(DayRange.Unknown, ImposedTerm.Of(Sample.Accept(Sample.WithDisposition(keys)).Dispositions[0].Sentence));

    [Fact]
    public void Parts_left_out_of_a_sentence_that_is_given_are_not_ordered() =>
        Assert.Equal(
            DayRange.None,
            ImposedTerm.Of(Sample.Accept(Sample.WithDisposition("sentence: { fineDollars: 100 }")).Dispositions[0].Sentence)
        );

    [Fact]
    public void A_disposition_takes_from_its_charge_what_it_leaves_out()
    {
        var matter = Sample.Accept(
            """
            charges: [ { offense: PC 273.5(a), class: felony } ]
            disposition: [ { charge: 1 } ]
            """
        );
        var (charge, disposition) = (matter.Charges[0], matter.Dispositions[0]);
        Assert.Equal(Outcome.Plea, disposition.Outcome.Value);
        Assert.Equal("PC 273.5(a)", disposition.OffenseOfConviction(charge).Value);
        Assert.Equal(OffenseClass.Felony, disposition.ClassOfConviction(charge).Value);
        Assert.Equal(On(2026, 11, 22), disposition.ConvictionDate(new(2026, 11, 22)).Value);
        Assert.False(disposition.Harvey.Value);
    }

    [Fact]
    public void Another_offense_need_not_have_the_class_of_the_charge()
    {
        var matter = Sample.Accept(
            """
            charges: [ { offense: PC 273.5(a), class: felony } ]
            disposition: [ { charge: 1, offense: PC 415 } ]
            """
        );
        Assert.Equal(Knowledge.Unknown, matter.Dispositions[0].ClassOfConviction(matter.Charges[0]).Knowledge);
    }

    [Fact]
    public void Charges_without_an_id_are_named_by_their_place()
    {
        var matter = Sample.Accept("charges: [ { offense: PC 459 }, { offense: PC 415, id: b }, { offense: PC 602 } ]");
        Assert.Equal(["1", "b", "3"], matter.Charges.Select(charge => charge.Id));
    }

    [Fact]
    public void Statute_text_that_cannot_be_read_is_kept_and_is_no_problem()
    {
        var matter = Sample.Accept("priors: [ { offense: '459PCAUTO ?? §' }, { offense: 459 } ]");
        Assert.Equal("459PCAUTO ?? §", matter.Priors[0].Offense.Value);
        Assert.Equal("459", matter.Priors[1].Offense.Value);
    }

    [Fact]
    public void A_substance_that_no_schedule_names_is_kept() =>
        Assert.Equal(
            new FactValue.Words("kratom tea"),
            Sample.Accept("priors: [ { offense: HS 11377, record: { substance: kratom tea } } ]").Priors[0].Record["substance"].Value
        );

    [Theory]
    [InlineData("28.5", 29)]
    [InlineData("30", 30)]
    [InlineData("30.0", 30)]
    [InlineData("30.01", 31)]
    public void Grams_can_have_decimals_and_round_up_without_crossing_a_limit(string grams, int roundedUp)
    {
        var matter = Sample.Accept($"priors: [ {{ offense: HS 11357, record: {{ marijuanaGrams: {grams} }} }} ]");
        var value = Assert.IsType<FactValue.Number>(matter.Priors[0].Record["marijuanaGrams"].Value);
        Assert.Equal(roundedUp, value.RoundedUp);
    }

    [Fact]
    public void Conviction_before_1996_and_future_dates_of_a_proposal_are_taken_as_they_are() =>
        Sample.Accept("priors: [ { offense: PC 459, convicted: 1988-02-29 } ]");

    [Fact]
    public void An_application_can_have_its_date_of_filing_and_a_name_of_its_own()
    {
        var pending = Sample.Accept("person: { pending: [ { application: adjustment, filed: 2026-03-01 }, registry ] }").Person.Pending;
        Assert.Equal(On(2026, 3, 1), pending[0].Filed.Value);
        Assert.Equal("registry", pending[1].Name.Value);
        Assert.Equal(Knowledge.Unknown, pending[1].Filed.Knowledge);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("Yes", true)]
    [InlineData("true", true)]
    [InlineData("no", false)]
    [InlineData("FALSE", false)]
    public void Yes_and_no_are_true_and_false(string word, bool isYes) =>
        Assert.Equal(isYes, Sample.Accept($"person: {{ removedBefore: {word} }}").Person.RemovedBefore.Value);

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_any_kind_do_no_harm()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes("person:\r\n  status: citizen\r\n")];
        var reading = new CaseReader(CaseVocabulary.Contract).Read("case.yaml", bytes);
        Assert.Equal(ImmigrationStatus.Citizen, Assert.IsType<CaseReading.Accepted>(reading).Matter.Person.Status.Value);
    }

    [Fact]
    public void A_term_can_run_after_one_charge_or_several()
    {
        var matter = Sample.Accept(
            """
            charges: [ { id: a, offense: PC 459 }, { id: b, offense: PC 415 }, { id: c, offense: PC 602 } ]
            disposition:
              - { charge: a, sentence: { jailDays: 10 } }
              - { charge: b, sentence: { jailDays: 10, consecutiveTo: a } }
              - { charge: c, sentence: { jailDays: 10, consecutiveTo: [a, b] } }
            """
        );
        Assert.Equal("a", Assert.Single(matter.Dispositions[1].Sentence.Value.ConsecutiveTo).Value);
        Assert.Equal(2, matter.Dispositions[2].Sentence.Value.ConsecutiveTo.Count);
    }

    private static DateOrRange On(int year, int month, int day) => DateOrRange.On(new(year, month, day));
}
