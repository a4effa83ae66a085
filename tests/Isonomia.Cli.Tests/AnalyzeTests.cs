using System.Text;
using System.Text.Json;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Cli.Commands;
using Isonomia.Json;
using NodaTime;
using Xunit;

namespace Isonomia.Cli.Tests;

public sealed class AnalyzeTests
{
    /// <summary>The case of contract section 2, with a charge that is not disposed of.</summary>
    private const string Full = """
        asOf: 2026-11-22
        forum: ninthCircuit
        person:
          born: 1998-03-02
          status: lawfulPermanentResident
          entry: inspected
          admitted: 2021-06-15
          residentSince: 2021-06-15
          conditionalResident: false
          continuousResidenceSince: 2014-01-10
          noticeToAppear: 2026-01-05
          removedBefore: false
          pending: [asylum]
          relatives: [ { who: spouse, status: citizen } ]
          citizenParentOrGrandparent: false
          priorCancellation: false
          travel: { leaves: 2026-12-20, returns: 2027-01-05 }
        priors:
          - offense: PC 484(a)
            class: misdemeanor
            committed: 2016-05-01
            convicted: 2016-06-20
            outcome: plea
            sentence: { jailDays: 10 }
            record: {}
            relief: [ { order: PC 1203.4, date: 2018-01-01 } ]
        charges:
          - id: "1"
            offense: PC 273.5(a)
            class: felony
            committed: 2026-08-01
            incident: a
            stage: filed
            enhancements: [ { statute: PC 12022.7(e), admitted: false } ]
            facts: { victim: cohabitant }
          - { id: "2", offense: PC 459.5, stage: arrested }
        disposition:
          - charge: "1"
            outcome: plea
            offense: PC 243(e)(1)
            class: misdemeanor
            convicted: 2026-11-22
            record: { victim: cohabitant }
            harvey: true
            sentence: { conditionJailDays: 364, suspended: imposition, probationMonths: 36, fineDollars: 400 }

        """;

    private const string Small = """
        charges:
          - { id: "1", offense: PC 242, class: misdemeanor, committed: 2026-08-01 }
        disposition:
          - { charge: "1", sentence: { jailDays: 10 } }

        """;

    [Theory]
    [InlineData("lawfulPermanentResident")]
    [InlineData("citizen")]
    [InlineData("enteredWithoutInspection")]
    [InlineData("asylee")]
    [InlineData("deferredAction")]
    [InlineData("unknown")]
    public void The_answer_has_the_shape_of_the_contract(string status)
    {
        var answer = Cli.Analyzed(Full.Replace("lawfulPermanentResident", status, StringComparison.Ordinal));
        AssertShape(answer);
        Assert.Equal(status, answer.GetProperty("status").GetString());
        Assert.Equal("2026-11-22", answer.GetProperty("lawAsOf").GetString());
        Assert.Equal(2, answer.GetProperty("counts").GetArrayLength());
        Assert.Equal(1, answer.GetProperty("priors").GetArrayLength());
    }

    /// <summary>The law is read once for all of them.</summary>
    [Fact]
    public void Every_example_and_every_whole_case_of_the_tests_is_answered_in_that_shape()
    {
        var root = Root();
        var analyzer = new Analyzer(LawFolder.Load(Cli.Law));
        var reader = new CaseReader(LawVocabulary.Of(analyzer.Law));
        var wrong = new List<string>();
        var files = Directory
            .EnumerateFiles(Path.Combine(root, "examples"), "*.yaml")
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "tests", "Isonomia.Tests", "Whole", "cases"), "*.yaml"))
            .ToArray();
        Assert.True(files.Length > 90);
        foreach (var file in files)
        {
            var matter = Assert.IsType<CaseReading.Accepted>(reader.Read(file, File.ReadAllBytes(file))).Matter;
            var json = AssessmentJson.Write(analyzer.Assess(matter, new LocalDate(2026, 11, 22)), AnalyzeCommand.LawBookName(analyzer.Law));
            using var document = JsonDocument.Parse(json);
            wrong.AddRange(ContractShape.OfAnalysis(document.RootElement).Select(w => $"{Path.GetFileName(file)}: {w}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("person: { status: overstay }")]
    [InlineData("priors: [ { offense: HS 11377(a) } ]")]
    [InlineData("charges: [ { offense: PC 211 } ]")]
    [InlineData("charges: [ { id: a, offense: PC 484 } ]\ndisposition: [ { charge: a } ]")]
    [InlineData("priors: unknown\nperson: { status: unknown, entry: unknown }")]
    public void Even_the_barest_case_is_answered_in_that_shape(string text) => AssertShape(Cli.Analyzed(text));

    [Fact]
    public void A_resident_has_every_code_of_deportability_and_none_of_inadmissibility()
    {
        var codes = Codes(Cli.Analyzed(Full.Replace("  pending: [asylum]\n", "", StringComparison.Ordinal)), "grounds");
        Assert.Empty(ContractShape.Deportability.Except(codes, StringComparer.Ordinal));
        Assert.Empty(ContractShape.Inadmissibility.Intersect(codes, StringComparer.Ordinal));
    }

    [Fact]
    public void Whoever_entered_without_inspection_has_every_code_of_inadmissibility()
    {
        var codes = Codes(Cli.Analyzed("person: { status: enteredWithoutInspection }\n" + Small), "grounds");
        Assert.Empty(ContractShape.Inadmissibility.Except(codes, StringComparer.Ordinal));
        Assert.Empty(ContractShape.Deportability.Intersect(codes, StringComparer.Ordinal));
    }

    [Fact]
    public void A_citizen_has_no_code_at_all()
    {
        var answer = Cli.Analyzed("person: { status: citizen }\n" + Small);
        Assert.Empty(Codes(answer, "grounds"));
        Assert.Empty(Codes(answer, "detention"));
        Assert.Empty(Codes(answer, "exposure"));
        Assert.Equal(0, answer.GetProperty("questions").GetArrayLength());
    }

    [Fact]
    public void An_open_status_gives_the_envelope_of_all_fifteen()
    {
        var answer = Cli.Analyzed(Small);
        Assert.Equal("unknown", answer.GetProperty("status").GetString());
        Assert.Equal(15, answer.GetProperty("envelope").GetArrayLength());
    }

    [Fact]
    public void A_statute_that_is_not_in_the_law_book_stays_with_its_matches_unreviewed()
    {
        var ran = Cli.Analyze(Small.Replace("PC 242", "PC 99999", StringComparison.Ordinal), "--json");
        Assert.Equal(3, ran.Code);
        var answer = ran.Json();
        AssertShape(answer);
        Assert.All(
            answer.GetProperty("counts")[0].GetProperty("matches").EnumerateArray(),
            m => Assert.True(m.GetProperty("answer").GetString() == "unreviewed", m.ToString())
        );
        Assert.Contains(
            answer.GetProperty("warnings").EnumerateArray(),
            w => w.GetString()!.Contains("PC 99999", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_probation_violation_among_the_charges_is_no_offense_and_not_unresolved()
    {
        var ran = Cli.Analyze(Small.Replace("PC 242, class: misdemeanor", "PC 1203.2", StringComparison.Ordinal), "--json");
        Assert.Equal(0, ran.Code);
        var answer = ran.Json();
        Assert.Equal("notAnOffense", answer.GetProperty("counts")[0].GetProperty("kind").GetString());
        Assert.Equal("no", answer.GetProperty("counts")[0].GetProperty("conviction").GetProperty("answer").GetString());
        Assert.All(answer.GetProperty("grounds").EnumerateArray(), g => Assert.Equal("no", g.GetProperty("answer").GetString()));
        Assert.All(
            answer.GetProperty("detention").EnumerateArray(),
            g => Assert.NotEqual("unreviewed", g.GetProperty("answer").GetString())
        );
    }

    [Fact]
    public void A_sentence_that_the_law_does_not_allow_is_analyzed_with_a_warning()
    {
        var answer = Cli.Analyzed(Small.Replace("jailDays: 10", "jailDays: 999", StringComparison.Ordinal));
        Assert.Equal(999, answer.GetProperty("counts")[0].GetProperty("imposedDays").GetInt32());
        Assert.Equal(1, answer.GetProperty("warnings").GetArrayLength());
    }

    [Fact]
    public void Json_in_and_yaml_in_say_the_same()
    {
        const string json =
            """{ "charges": [ { "id": "1", "offense": "PC 242", "class": "misdemeanor", "committed": "2026-08-01" } ], "disposition": [ { "charge": "1", "sentence": { "jailDays": 10 } } ] }""";
        using var yaml = new TemporaryFile(Small);
        using var other = new TemporaryFile(json, ".json");
        Assert.Equal(Cli.Run("analyze", yaml.Path, "--json").Output, Cli.Run("analyze", other.Path, "--json").Output);
    }

    [Fact]
    public void The_same_case_is_answered_the_same_way_twice() => Assert.Equal(Cli.Analyze(Full, "--json"), Cli.Analyze(Full, "--json"));

    [Fact]
    public void Text_for_people_and_the_outline_are_given_on_demand()
    {
        var plain = Cli.Analyze(Full);
        Assert.Equal(0, plain.Code);
        Assert.Contains("What happens", plain.Output, StringComparison.Ordinal);
        var explained = Cli.Analyze(Full, "--explain", "--code", "DEP.DV");
        Assert.Equal(0, explained.Code);
        Assert.True(explained.Output.Length > plain.Output.Length);
    }

    [Theory]
    // An unknown key, with its place and the nearest known one.
    [InlineData("persn: {}", "1:1", "persn", "person")]
    [InlineData("person: { stats: citizen }", "1:11", "stats", "status")]
    [InlineData("charges: [ { offense: PC 242, comitted: 2026-01-01 } ]", "1:", "comitted", "committed")]
    // A wrong type.
    [InlineData("person: [citizen]", "1:9", "person", "map")]
    [InlineData("charges: { offense: PC 242 }", "1:10", "charges", "list")]
    [InlineData("charges: [ { offense: [a, b] } ]", "1:", "offense", "statute")]
    [InlineData("priors: [ { offense: PC 242, sentence: { jailDays: ten } } ]", "1:", "jailDays", "ten")]
    [InlineData("person: { conditionalResident: maybe }", "1:", "conditionalResident", "maybe")]
    // An impossible date.
    [InlineData("asOf: 2026-02-30", "1:7", "asOf", "2026-02-30")]
    [InlineData("person: { born: 31/12/1990 }", "1:", "born", "31/12/1990")]
    [InlineData("asOf: 2009-12-31", "1:7", "2010-01-01", "date")]
    // A conviction before the offense, an offense before birth.
    [InlineData("priors: [ { offense: PC 242, committed: 2020-02-01, convicted: 2020-01-01 } ]", "1:", "2020-01-01", "before")]
    [InlineData("person: { born: 2000-01-01 }\npriors: [ { offense: PC 242, committed: 1999-01-01 } ]", "2:", "born", "before")]
    // Negative days, half days.
    [InlineData("priors: [ { offense: PC 242, sentence: { jailDays: -1 } } ]", "1:", "jailDays", "-1")]
    [InlineData("priors: [ { offense: PC 242, sentence: { jailDays: 1.5 } } ]", "1:", "jailDays", "1.5")]
    // A misspelt status, with the nearest.
    [InlineData("person: { status: lawfulPermanentResidnt }", "1:", "lawfulPermanentResidnt", "lawfulPermanentResident")]
    [InlineData("person: { status: LPR }", "1:", "LPR", "lawfulPermanentResident")]
    [InlineData("charges: [ { offense: PC 242, class: misdemeanour } ]", "1:", "misdemeanour", "misdemeanor")]
    // A disposition of no charge, an id twice.
    [InlineData("disposition: [ { charge: \"7\" } ]", "1:", "7", "no charges")]
    [InlineData("charges: [ { id: a, offense: PC 242 }, { id: a, offense: PC 243 } ]", "1:", "two charges", "a")]
    // A missing key.
    [InlineData("charges: [ { class: felony } ]", "1:", "offense", "missing")]
    // What is no case at all.
    [InlineData("just words", "1:1", "map", "")]
    [InlineData("- a\n- b", "1:1", "map", "list")]
    [InlineData("a: b: c", "1:", "YAML", "")]
    [InlineData("person: { status: citizen", "2:1", "YAML", "")]
    [InlineData("person: {}\nperson: {}", "2:1", "person", "twice")]
    // Bombs and tricks.
    [InlineData("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "1:", "&a", "anchor")]
    [InlineData("person: !!python/object:os.system {}", "1:", "tag", "")]
    [InlineData("person: {}\n---\nperson: {}", "2:1", "second document", "")]
    public void Bad_input_is_refused_with_file_line_and_key(string text, string place, string names, string and)
    {
        using var file = new TemporaryFile(text);
        var ran = Cli.Run("analyze", file.Path, "--json");
        Assert.Equal(2, ran.Code);
        Assert.Empty(ran.Output);
        Assert.Contains($"{file.Path}:{place}", ran.Error, StringComparison.Ordinal);
        Assert.Contains(names, ran.Error, StringComparison.Ordinal);
        Assert.Contains(and, ran.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_of_a_file_is_told_at_once() =>
        Assert.Equal(
            3,
            Cli.Analyze("persn: {}\nasOf: never\ncharges: [ { ofense: PC 242, offense: PC 242 } ]")
                .Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Length
        );

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   \n\n", "empty")]
    [InlineData("# only a comment\n", "empty")]
    public void An_empty_file_is_refused(string text, string says)
    {
        var ran = Cli.Analyze(text, "--json");
        Assert.Equal(2, ran.Code);
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_files_are_told_for_what_they_are()
    {
        foreach (
            var (bytes, says) in new (byte[], string)[]
            {
                ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], "PDF"),
                ([0x50, 0x4B, 0x03, 0x04, 0, 0], "zip"),
                ([0x1F, 0x8B, 0x08, 0, 0], "compressed"),
                ([1, 2, 0, 3], "binary"),
                ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"),
                ([0x70, 0x3A, 0x20, 0xE9], "UTF-8"),
                ([0x70, 0x3A, 0x07], "control character"),
            }
        )
        {
            using var file = new TemporaryFile(bytes);
            var ran = Cli.Run("analyze", file.Path);
            Assert.Equal(2, ran.Code);
            Assert.Contains(says, ran.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_of_ten_megabytes_is_refused_by_its_size()
    {
        using var file = new TemporaryFile(Encoding.UTF8.GetBytes("# " + new string('x', 10 << 20)));
        var ran = Cli.Run("analyze", file.Path);
        Assert.Equal(2, ran.Code);
        Assert.Contains("5 MB", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deep_or_endless_tree_is_refused()
    {
        Assert.Contains("deep", Cli.Analyze($"person: {new string('[', 5000)}").Error, StringComparison.Ordinal);
        var many = "priors: [" + string.Concat(Enumerable.Repeat("{ offense: PC 242 }, ", 110_000)) + "]";
        var ran = Cli.Analyze(many);
        Assert.Equal(2, ran.Code);
        Assert.Contains("200000", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-file.yaml", "no such file")]
    [InlineData(".", "folder")]
    public void A_missing_file_and_a_folder_are_told_apart(string path, string says)
    {
        var ran = Cli.Run("analyze", path);
        Assert.Equal(2, ran.Code);
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
        Assert.Contains(path, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_priors_are_answered()
    {
        string[] offenses =
        [
            "PC 484(a)/488, record: { intent: theft }",
            "HS 11377(a), record: { substance: methamphetamine }",
            "PC 242, record: { victim: stranger, injury: none }",
            "PC 415(1)",
        ];
        var text = new StringBuilder(
            "person: { status: lawfulPermanentResident, entry: inspected, admitted: 2000-01-01, residentSince: 2000-01-01 }\npriors:\n"
        );
        for (var i = 0; i < 1000; i++)
        {
            text.Append(
                $"  - {{ class: misdemeanor, committed: {2002 + (i % 20)}-0{1 + (i % 9)}-1{i % 9}, sentence: {{ jailDays: {i % 60} }}, offense: {offenses[i % 4]} }}\n"
            );
        }

        // How long that takes is a matter for the bench.
        var answer = Cli.Analyzed(text.ToString());
        Assert.Equal(1000, answer.GetProperty("priors").GetArrayLength());
    }

    private static string[] Codes(JsonElement answer, string name) =>
        [.. answer.GetProperty(name).EnumerateArray().Select(c => c.GetProperty("code").GetString()!)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Isonomia.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests are not run from inside the repository");
        }

        return folder.FullName;
    }

    private static void AssertShape(JsonElement answer)
    {
        var wrong = ContractShape.OfAnalysis(answer);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
