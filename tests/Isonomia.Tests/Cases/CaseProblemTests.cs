using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Testing;
using Xunit;

namespace Isonomia.Tests.Cases;

public sealed class CaseProblemTests
{
    [Theory]
    [InlineData(
        "person:\n  statsu: citizen",
        "case.yaml:2:3: person.statsu: unknown key 'statsu' in the person; nearest known key: 'status'"
    )]
    [InlineData("preson: {}", "case.yaml:1:1: preson: unknown key 'preson' in the case; nearest known key: 'person'")]
    [InlineData("status: citizen", "case.yaml:1:1: status: unknown key 'status' in the case; it belongs under 'person': 'person.status'")]
    [InlineData(
        "person: { status: lawfulPermanantResident }",
        "case.yaml:1:19: person.status: 'lawfulPermanantResident' is not a status; nearest: 'lawfulPermanentResident'"
    )]
    [InlineData(
        "person: { born: 2026-02-30 }",
        "case.yaml:1:17: person.born: there is no such date as 2026-02-30: that month has days 01 to 28"
    )]
    [InlineData("person: { born: 2023-02-29 }", "case.yaml:1:17: person.born: there is no such date as 2023-02-29")]
    [InlineData("person: { born: 2026-13-01 }", "case.yaml:1:17: person.born: there is no such date as 2026-13-01: a year has months")]
    [InlineData("person: { born: 11/22/1998 }", "case.yaml:1:17: person.born: '11/22/1998' is not a date; write year-month-day")]
    [InlineData("person: { born: 1898-01-01 }", "case.yaml:1:17: person.born: the year of 1898-01-01 is not from 1900 to 2100")]
    [InlineData("person: { born: [1998-01-01] }", "case.yaml:1:17: person.born: a date is expected")]
    [InlineData("person: { admitted: { from: 2020-02-01, to: 2020-01-01 } }", "case.yaml:1:45: person.admitted.to: the range is reversed")]
    [InlineData(
        "person: { admitted: { from: 2020-02-01 } }",
        "case.yaml:1:21: person.admitted.to: the key 'to' is missing from a range of dates"
    )]
    [InlineData("person: { admitted: }", "case.yaml:1:11: person.admitted: has no value; give one, write 'unknown', or leave the key out")]
    [InlineData("person: { removedBefore: maybe }", "case.yaml:1:26: person.removedBefore: true or false is expected, not 'maybe'")]
    [InlineData(
        "person: { travel: { leaves: 2026-12-20, returns: 2026-12-01 } }",
        "case.yaml:1:50: person.travel.returns: the return on 2026-12-01 comes before the departure on 2026-12-20"
    )]
    [InlineData(
        "person: { born: 2000-01-01, admitted: 1999-12-31 }",
        "case.yaml:1:39: person.admitted: the admission (1999-12-31) comes before the person was born (2000-01-01)"
    )]
    [InlineData("person: { pending: [adjustmant] }", "case.yaml:1:21: person.pending[0]: 'adjustmant' looks like 'adjustment' misspelt")]
    [InlineData(
        "person: { relatives: [ { status: citizen } ] }",
        "case.yaml:1:24: person.relatives[0].who: the key 'who' is missing from a relative"
    )]
    [InlineData("person: citizen", "case.yaml:1:9: person: a map of keys is expected for the person, not 'citizen'")]
    [InlineData("asOf: 2009-12-31", "case.yaml:1:7: asOf: the law is kept from 2010-01-01 on")]
    [InlineData("forum: ninth", "case.yaml:1:8: forum: 'ninth' is not a forum; nearest: 'ninthCircuit'")]
    [InlineData(
        "priors: [ { convicted: 2016-06-20 } ]",
        "case.yaml:1:11: priors[0].offense: the key 'offense' is missing from an earlier conviction"
    )]
    [InlineData("priors: [ { offense: } ]", "case.yaml:1:13: priors[0].offense: has no value")]
    [InlineData(
        "priors: [ { offense: '' } ]",
        "case.yaml:1:22: priors[0].offense: a statute, such as PC 273.5(a), is expected, not an empty text"
    )]
    [InlineData(
        "priors: [ { offense: PC 459, committed: 2016-06-21, convicted: 2016-06-20 } ]",
        "case.yaml:1:64: priors[0].convicted: the conviction (2016-06-20) comes before the offense was committed (2016-06-21)"
    )]
    [InlineData(
        "priors: [ { offense: PC 459, convicted: 2016-06-20, relief: [ { order: pardon, date: 2016-06-19 } ] } ]",
        "case.yaml:1:86: priors[0].relief[0].date: the order (2016-06-19) comes before the conviction"
    )]
    [InlineData(
        "priors: [ { offense: PC 459, outcome: conditionalPlea } ]",
        "case.yaml:1:39: priors[0].outcome: 'conditionalPlea' is not an outcome"
    )]
    [InlineData("priors: PC 459", "case.yaml:1:9: priors: a list of earlier convictions is expected, not 'PC 459'")]
    [InlineData("priors: [ PC 459 ]", "case.yaml:1:11: priors[0]: a map of keys is expected for an earlier conviction, not 'PC 459'")]
    [InlineData("charges: [ { offense: PC 459, stage: charged } ]", "case.yaml:1:38: charges[0].stage: 'charged' is not a stage")]
    [InlineData(
        "charges: [ { offense: PC 459, id: a }, { offense: PC 459, id: a } ]",
        "case.yaml:1:63: charges[1].id: two charges have the id 'a'; the first is on line 1"
    )]
    [InlineData(
        "charges: [ { offense: PC 459, id: 2 }, { offense: PC 459 } ]",
        "case.yaml:1:40: charges[1].id: two charges have the id '2'"
    )]
    [InlineData(
        "charges: [ { offense: PC 459, victim: spouse } ]",
        "case.yaml:1:31: charges[0].victim: unknown key 'victim' in a charge; it belongs under 'facts'"
    )]
    [InlineData(
        "charges: [ { offense: PC 459, facts: { victim: wife } } ]",
        "case.yaml:1:48: charges[0].facts.victim: 'wife' is not one of the names"
    )]
    [InlineData(
        "charges: [ { offense: PC 459, facts: silent } ]",
        "case.yaml:1:38: charges[0].facts: a map of keys is expected for the facts, not"
    )]
    [InlineData(
        "charges: [ { offense: PC 459, facts: { victim: { disputed: [spouse] } } } ]",
        "case.yaml:1:60: charges[0].facts.victim.disputed: a dispute needs two different values"
    )]
    [InlineData(
        "charges: [ { offense: PC 459, facts: { victim: { disputd: [spouse, child] } } } ]",
        "case.yaml:1:50: charges[0].facts.victim.disputd: unknown key 'disputd'; nearest known key: 'disputed'"
    )]
    [InlineData(
        "charges: [ { offense: PC 459, facts: { lossDollars: 1,000 } } ]",
        "case.yaml:1:55: charges[0].facts.000: unknown key '000'"
    )]
    [InlineData(
        "charges: [ { offense: PC 459, facts: { lossDollars: '1000' } } ]",
        "case.yaml:1:53: charges[0].facts.lossDollars: a whole number of dollars is expected, in digits only, not '1000'"
    )]
    [InlineData(
        "charges: [ { offense: PC 459, facts: { lossDollars: 10000.50 } } ]",
        "case.yaml:1:53: charges[0].facts.lossDollars: '10000.50' is not whole"
    )]
    [InlineData(
        "charges: [ { offense: PC 459, facts: { victimAge: 1000 } } ]",
        "case.yaml:1:51: charges[0].facts.victimAge: '1000' is more than 130 years"
    )]
    [InlineData(
        "disposition: [ { outcome: plea } ]",
        "case.yaml:1:16: disposition[0].charge: the key 'charge' is missing from a disposition"
    )]
    [InlineData(
        "disposition: [ { charge: 1 } ]",
        "case.yaml:1:26: disposition[0].charge: no charge has the id '1': the file has no charges"
    )]
    public void A_problem_names_its_file_line_column_path_and_cure(string text, string problem)
    {
        var problems = Sample.Refuse(text);
        Assert.True(problems.Any(each => each.StartsWith(problem, StringComparison.Ordinal)), string.Join("\n", problems));
    }

    [Theory]
    [InlineData("charge: 2", "no charge has the id '2'; nearest: '1'", "key twice")]
    [InlineData("sentence: { jailDays: -5 }", "7:27: disposition[0].sentence.jailDays: '-5' is negative", "")]
    [InlineData("sentence: { jailDays: 3.5 }", "'3.5' is not whole; write a whole number of days", "")]
    [InlineData("sentence: { jailDays: 1_000 }", "a whole number of days is expected, in digits only", "")]
    [InlineData("sentence: { jailDays: 1e3 }", "a whole number of days is expected, in digits only", "")]
    [InlineData("sentence: { jailDays: 0x1F }", "a whole number of days is expected, in digits only", "")]
    [InlineData("sentence: { jailDays: 010 }", "'010' begins with a zero", "")]
    [InlineData("sentence: { jailDays: 99999999999999999999999999999 }", "is more than 1000000 days", "")]
    [InlineData("sentence: { jailDays: silent }", "a whole number of days is expected", "")]
    [InlineData("sentence: { jailDay: 10 }", "unknown key 'jailDay' in the sentence; nearest known key: 'jailDays'", "")]
    [InlineData("jailDays: 10", "unknown key 'jailDays' in a disposition; it belongs under 'sentence': 'sentence.jailDays'", "")]
    [InlineData("sentence: { suspended: yes }", "'yes' is not a suspension", "")]
    [InlineData("sentence: { splitMonths: { custody: 12 } }", "the key 'supervision' is missing from the split term", "")]
    [InlineData("sentence: { consecutiveTo: 2 }", "no charge has the id '2'; nearest: '1'", "")]
    [InlineData("sentence: { consecutiveTo: 1 }", "the term of charge '1' never begins: it runs after itself", "")]
    [InlineData("sentence: { violations: [ { date: 2026-01-01 } ] }", "the key 'addedDays' is missing from a violation", "")]
    [InlineData("then: { offense: PC 415 }", "'then' is for the outcome conditionalPlea", "")]
    [InlineData("{ outcome: plea, then: { offense: PC 415 } }", "", "yaml")]
    [InlineData("convicted: 2026-07-31", "the conviction (2026-07-31) comes before the offense was committed (2026-08-01)", "")]
    [InlineData("outcome: pleaa", "'pleaa' is not an outcome; nearest: 'plea'", "")]
    public void A_disposition_is_checked_too(string keys, string problem, string instead)
    {
        var problems = Sample.Refuse(Sample.WithDisposition(keys));
        var expected = instead switch
        {
            "key twice" => "the key 'charge' stands twice in one map; it is first on line 6",
            "yaml" => "not valid YAML",
            _ => problem,
        };
        Assert.True(problems.Any(each => each.Contains(expected, StringComparison.Ordinal)), string.Join("\n", problems));
    }

    [Fact]
    public void A_charge_is_disposed_of_once()
    {
        var problems = Sample.Refuse(
            """
            charges: [ { offense: PC 459 } ]
            disposition:
              - charge: 1
              - charge: 1
            """
        );
        Assert.StartsWith(
            "case.yaml:4:13: disposition[1].charge: the charge '1' has two dispositions; the first is on line 3",
            Assert.Single(problems),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Terms_cannot_run_after_each_other_in_a_circle()
    {
        var problems = Sample.Refuse(
            """
            charges: [ { id: a, offense: PC 459 }, { id: b, offense: PC 415 } ]
            disposition:
              - { charge: a, sentence: { jailDays: 10, consecutiveTo: b } }
              - { charge: b, sentence: { jailDays: 10, consecutiveTo: a } }
            """
        );
        Assert.Equal(2, problems.Length);
    }

    [Fact]
    public void All_problems_come_at_once_in_file_order()
    {
        var problems = Sample.Refuse(
            """
            person:
              statsu: citizen
              born: 2026-02-30
            priors:
              - class: misdemenor
                convicted: 2016-06-20
                committed: 2016-06-21
            disposition:
              - charge: "9"
                sentence: { jailDays: -1 }
            """
        );
        Assert.Equal(
            ["case.yaml:2:3", "case.yaml:3:9", "case.yaml:5:5", "case.yaml:5:12", "case.yaml:6:16", "case.yaml:9:13", "case.yaml:10:27"],
            problems.Select(problem => problem[..problem.IndexOf(": ", StringComparison.Ordinal)])
        );
    }

    [Fact]
    public void A_conviction_that_defaults_to_the_law_date_is_never_a_problem() =>
        // A case can be run as of an earlier date than its own events.
        Sample.Accept("asOf: 2024-01-01\n" + Sample.WithDisposition("outcome: plea"));

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData(" \n\t\n", "the file is empty")]
    [InlineData("# nothing\n", "the file is empty")]
    [InlineData("---\n", "the file is empty")]
    [InlineData("~", "the file is empty")]
    [InlineData("- a\n- b", "1:1: a case is a map of keys")]
    [InlineData("just words", "1:1: a case is a map of keys")]
    [InlineData("person: &p { status: citizen }", "1:9: person: the anchor &p is not allowed")]
    [InlineData("person: &p { status: citizen }\npriors: *p", "2:9: priors: the alias *p is not allowed")]
    [InlineData("person: { <<: {} }", "unknown key '<<'")]
    [InlineData("person: !!map { status: citizen }", "1:9: person: the tag 'tag:yaml.org,2002:map' is not allowed")]
    [InlineData("person: !system { status: citizen }", "the tag '!system' is not allowed")]
    [InlineData("person: {}\n---\npriors: []", "2:1: a second document begins")]
    [InlineData("person: {}\nperson: {}", "2:1: person: the key 'person' stands twice in one map; it is first on line 1")]
    [InlineData("? [a, b]\n: c", "1:3: a key is a word, not a list")]
    [InlineData("person: { status: citizen", "not valid YAML")]
    [InlineData("person:\n\tstatus: citizen", "2:1: not valid YAML")]
    [InlineData("a: b: c", "not valid YAML")]
    [InlineData("person: \"\\ud800\"", "not")]
    [InlineData("person: { status: 'a\u0007b' }", "1:21: the control character U+0007")]
    public void What_is_no_case_in_YAML_is_refused_with_a_message(string text, string problem)
    {
        var problems = Sample.Refuse(text);
        Assert.True(problems.Any(each => each.Contains(problem, StringComparison.Ordinal)), string.Join("\n", problems));
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "1:1: a case is a map of keys")]
    [InlineData("null", "the file is empty")]
    [InlineData("{ // why\n }", "1:3: comments are not allowed in JSON")]
    [InlineData("{ /* why */ }", "1:3: comments are not allowed in JSON")]
    [InlineData("{ \"person\": {}, }", "not valid JSON")]
    [InlineData("{} {}", "1:4: not valid JSON")]
    [InlineData("{ \"person\": {},\n  \"person\": {} }", "2:3: person: the key 'person' stands twice")]
    [InlineData("{\n  \"person\": { \"é\": 1, \"statsu\": \"citizen\" } }", "2:23: person.statsu: unknown key 'statsu'")]
    [InlineData("{ \"person\": { \"born\": 19980302 } }", "1:23: person.born: a date is expected, such as 2026-11-22, not '19980302'")]
    [InlineData("{ \"person\": { \"removedBefore\": \"true\" } }", "1:32: person.removedBefore: true or false is expected")]
    [InlineData("{ \"person\": { \"born\": null } }", "1:23: person.born: has no value")]
    [InlineData("{ \"person\": \"\\ud800\" }", "half a character")]
    [InlineData("{ \"person\": \"\\u0000\" }", "an escaped control character")]
    [InlineData("{ \"priors\": NaN }", "not valid JSON")]
    public void What_is_no_case_in_JSON_is_refused_with_a_message(string text, string problem)
    {
        var problems = Sample.Refuse(text, "case.json");
        Assert.True(problems.Any(each => each.Contains(problem, StringComparison.Ordinal)), string.Join("\n", problems));
    }

    [Fact]
    public void What_is_not_UTF_8_text_is_refused_with_a_message()
    {
        Assert.Contains("UTF-16", ReadBytes([0xFF, 0xFE, 0x61, 0x00]), StringComparison.Ordinal);
        Assert.Contains("UTF-16", ReadBytes(Encoding.Unicode.GetBytes("person: {}")), StringComparison.Ordinal);
        Assert.Contains("binary", ReadBytes([0x7F, 0x45, 0x4C, 0x46, 0x00, 0x00]), StringComparison.Ordinal);
        Assert.Contains("PDF", ReadBytes("%PDF-1.7 x"u8), StringComparison.Ordinal);
        Assert.Contains("zip", ReadBytes("PK\u0003\u0004 docx"u8), StringComparison.Ordinal);
        Assert.Contains("empty", ReadBytes([]), StringComparison.Ordinal);
        Assert.Contains("empty", ReadBytes([0xEF, 0xBB, 0xBF]), StringComparison.Ordinal);
        Assert.StartsWith(
            "case.yaml:2:12: the byte 0xE9 is not UTF-8",
            ReadBytes(Encoding.Latin1.GetBytes("person:\n  status: {é}")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_above_5_MB_is_refused_and_one_below_is_read()
    {
        var padding = new string('#', (5 * 1024 * 1024) - 20);
        Assert.Contains("at most 5242880 (5 MB)", Sample.Refuse("person: {}\n" + padding + padding)[0], StringComparison.Ordinal);
        Sample.Accept("person: {}\n" + padding);
    }

    [Theory]
    [InlineData("case.yaml")]
    [InlineData("case.json")]
    public void Nesting_beyond_any_case_is_refused_however_deep(string file)
    {
        var problems = Sample.Refuse("{\"person\":" + new string('[', 1_000_000), file);
        Assert.Contains("nested more than 16 deep", problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case.yaml")]
    [InlineData("case.json")]
    public void More_values_than_any_case_are_refused(string file)
    {
        var problems = Sample.Refuse("{\"priors\": [" + string.Join(',', Enumerable.Repeat("{}", 250_000)) + "]}", file);
        Assert.Contains("more than 200000 values", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_or_a_value_of_absurd_length_makes_a_message_of_one_line()
    {
        var longest = new string('k', 1_000_000);
        Assert.All(
            Sample.Refuse($"{{ \"{longest}\": 1, \"forum\": \"{longest}\" }}", "case.json"),
            problem => Assert.True(problem.Length < 500 && !problem.Contains('\n', StringComparison.Ordinal))
        );
    }

    [Fact]
    public void No_more_problems_are_listed_than_anybody_reads()
    {
        var text = string.Join('\n', Enumerable.Range(0, 5000).Select(place => $"key{place}: 1"));
        Assert.Equal(1000, Sample.Refuse(text).Length);
    }

    [Fact]
    public void No_text_whatever_makes_the_reader_throw()
    {
        var sample = Sample.Contract;
        var reader = new CaseReader(CaseVocabulary.Contract);
        const string letters = "{}[]:,-#&*!|>'\"%@`?~ \n\t0aé€\u2028\ud83d";
        var edits =
            from places in Gen.Choose(0, sample.Length - 1).ArrayOf(4)
            from replacements in Gen.Elements(letters.ToCharArray()).ArrayOf(4)
            from lengths in Gen.Choose(0, 3).ArrayOf(4)
            from cut in Gen.Choose(1, sample.Length)
            select (places, replacements, lengths, cut);
        Prop.ForAll(
                edits.ToArbitrary(),
                edit =>
                {
                    var text = new StringBuilder(sample);
                    for (var i = 0; i < edit.places.Length; i++)
                    {
                        var place = Math.Min(edit.places[i], text.Length - 1);
                        text.Remove(place, Math.Min(edit.lengths[i], text.Length - place));
                        text.Insert(place, edit.replacements[i]);
                    }

                    var edited = text.ToString()[..Math.Min(edit.cut, text.Length)];
                    return new[] { "case.yaml", "case.json", "-" }.All(file => reader.Read(file, edited) is not null);
                }
            )
            .Check(Seeded.Cases(1000));
    }

    [Fact]
    public void No_bytes_whatever_make_the_reader_throw() =>
        Prop.ForAll(
                Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf().ToArbitrary(),
                bytes => new CaseReader(CaseVocabulary.Contract).Read("case.yaml", bytes) is not null
            )
            .Check(Seeded.Cases(500));

    private static string ReadBytes(ReadOnlySpan<byte> bytes) =>
        Sample.Problems(new CaseReader(CaseVocabulary.Contract).Read("case.yaml", bytes))[0];
}
