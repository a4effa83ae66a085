using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Isonomia.Cases;
using Isonomia.Documents;
using Isonomia.Severity;
using Xunit;

namespace Isonomia.Cli.Tests;

public sealed partial class DocumentTests
{
    private const string Case = """
        asOf: 2026-11-22
        person: { status: lawfulPermanentResident, admitted: 2018-04-10, residentSince: 2018-04-10 }
        charges:
          - { id: "1", offense: PC 273.5(a), class: felony, committed: 2026-08-01 }
        disposition:
          - charge: "1"
            outcome: plea
            record: { victim: spouse, injury: minor }
            sentence: { suspended: imposition, probationMonths: 36, conditionJailDays: 364 }
        """;

    public static TheoryData<string> Kinds => ["record", "advisal", "advisement", "plea", "comparison"];

    private static string Paper(string kind, string text, params string[] options)
    {
        using var file = new TemporaryFile(text);
        var ran = Cli.Run(["document", kind, file.Path, .. options]);
        Assert.True(ran.Code == 0, ran.Error);
        Assert.Empty(ran.Error);
        return ran.Output;
    }

    /// <summary>What a reader of the page reads.</summary>
    private static string TextOf(string html) =>
        WebUtility.HtmlDecode(Tags().Replace(html[html.IndexOf("<body>", StringComparison.Ordinal)..], "\n"));

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"\{|\}|_{3}|\bTODO\b|\bXXX|\bTBD\b|\bnull\b|\[\s*\]|Isonomia\.", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_paper_of_every_example_is_written_and_leaves_no_placeholder(string kind)
    {
        // Papers with alternatives take longer: every fourth example is enough of them.
        var step = kind is "record" or "comparison" ? 4 : 1;
        foreach (var example in Directory.GetFiles(Examples(), "*.yaml").Order(StringComparer.Ordinal).Where((_, i) => i % step == 0))
        {
            var ran = Cli.Run("document", kind, example);
            if (ran.Code == ExitCodes.Invalid)
            {
                // The one reason: the case disposes of nothing.
                Assert.Contains("disposition: the case has none", ran.Error, StringComparison.Ordinal);
                continue;
            }
            Assert.True(ran.Code is ExitCodes.Done or ExitCodes.Unresolved, $"{example}: {ran.Error}");
            var text = TextOf(ran.Output);
            Assert.False(Placeholder().IsMatch(text), $"{example}: {Placeholder().Match(text).Value}");
            Assert.DoesNotContain("src=", ran.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("http", ran.Output.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("record")]
    [InlineData("plea")]
    [InlineData("comparison")]
    [InlineData("advisement")]
    public void Papers_that_may_be_filed_are_the_same_whatever_the_status(string kind)
    {
        var papers = new[]
        {
            "status: lawfulPermanentResident, admitted: 2018-04-10, residentSince: 2018-04-10",
            "status: enteredWithoutInspection, entry: withoutInspection, continuousResidenceSince: 2009-01-01, removedBefore: true",
            "status: citizen",
            "status: unknown",
        }.Select(person =>
            Paper(
                kind,
                Case.Replace(
                    "status: lawfulPermanentResident, admitted: 2018-04-10, residentSince: 2018-04-10",
                    person,
                    StringComparison.Ordinal
                )
            )
        );
        Assert.Single(papers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void An_office_may_keep_a_status_in_its_own_record_and_then_it_is_no_court_paper()
    {
        var paper = TextOf(Paper("record", Case, "--with-status"));
        Assert.Contains("lawful permanent resident", paper, StringComparison.Ordinal);
        Assert.Contains("Not for a court file", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_office_did_not_tell_is_named_and_what_it_told_stands_there()
    {
        var silent = TextOf(Paper("record", Case));
        Assert.Contains("which option was chosen, the reasons, who decided, who approved", silent, StringComparison.Ordinal);
        var told = TextOf(
            Paper("record", Case, "--chosen", "reference", "--reason", "Injury & weapon", "--by", "A. Deputy", "--approved-by", "B. Head")
        );
        Assert.DoesNotContain("Not told when this record was made", told, StringComparison.Ordinal);
        foreach (var text in new[] { "Injury & weapon", "A. Deputy", "B. Head" })
            Assert.Contains(text, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-12-31", "If you are not a citizen, you are hereby advised that")]
    [InlineData("2026-01-01", "If you are not a citizen of the United States, you are hereby advised that")]
    public void The_advisement_has_the_words_of_the_statute_of_the_day(string asOf, string words)
    {
        var paper = TextOf(Paper("advisement", Case.Replace("2026-11-22", asOf, StringComparison.Ordinal)));
        Assert.Contains(
            words
                + " conviction of the offense for which you have been charged may have the consequences of deportation, exclusion from admission to the United States, or denial of naturalization pursuant to the laws of the United States.",
            paper,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_plea_paper_says_what_is_better_left_out()
    {
        var paper = TextOf(Paper("plea", Case));
        var left = paper.IndexOf("Better left out of the record", StringComparison.Ordinal);
        Assert.True(left > 0, paper);
        Assert.Contains("victim: spouse", paper[left..], StringComparison.Ordinal);
        Assert.Contains("stays under 365 days", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_clear_is_said_as_clear_and_what_is_not_as_not_clear()
    {
        var year = TextOf(Paper("advisal", Case.Replace("364", "365", StringComparison.Ordinal)));
        Assert.Contains("This plea makes you deportable for an aggravated felony", year, StringComparison.Ordinal);
        var silent = TextOf(
            Paper(
                "advisal",
                Case.Replace("PC 273.5(a), class: felony", "HS 11377(a), class: misdemeanor", StringComparison.Ordinal)
                    .Replace("record: { victim: spouse, injury: minor }", "record: {}", StringComparison.Ordinal)
            )
        );
        Assert.Contains("Not clear whether this plea", silent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_advice_in_Spanish()
    {
        var paper = TextOf(Paper("advisal", Case, "--language", "es"));
        Assert.Contains("lo hace deportable por violencia doméstica", paper, StringComparison.Ordinal);
        Assert.DoesNotContain("This plea", paper, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_every_relief_and_every_question_has_words_in_both_languages()
    {
        var law = LawFolder.Load(Cli.Law);
        foreach (var language in Enum.GetValues<PaperLanguage>())
        {
            var phrases = new Phrases(language);
            foreach (var code in law.Rules.Select(r => r.Code).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                var parts = code.Split(' ');
                if (parts.Length == 2)
                    Assert.True(phrases.Relief(parts[0]) is not null, code);
                else if (code.Split('.')[0] is "DEP" or "INA" or "DET" or "EXP" or "REFER")
                    Assert.True(phrases.Consequence(code) is not null, code);
            }
            foreach (var status in Enum.GetValues<ImmigrationStatus>())
                Assert.NotEmpty(phrases.Status(status));
            foreach (var tier in Enumerable.Range(0, 9).Select(i => Tiers[i]))
                Assert.NotEmpty(phrases.Of(tier));
        }
        var spanish = new Phrases(PaperLanguage.Spanish);
        // What an office asks itself is no question to a client.
        foreach (
            var fact in law.Vocabulary.Facts.Where(f => f is { Key.Length: > 0, Question.Length: > 0, At.File: not "office-facts.md" })
        )
            Assert.True(spanish.Question(fact.Key) is not null, fact.Key);
    }

    private static readonly Tier[] Tiers = [Tier.T0, Tier.T1, Tier.T2, Tier.T3, Tier.T4, Tier.T5, Tier.T6, Tier.T7, Tier.T8];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_Word_file_is_valid_and_says_what_the_page_says(string kind)
    {
        using var file = new TemporaryFile(Case);
        using var paper = new TemporaryFile("", ".docx");
        var ran = Cli.Run("document", kind, file.Path, "--out", paper.Path, "--overwrite");
        Assert.True(ran.Code == 0, ran.Error);
        using var word = WordprocessingDocument.Open(paper.Path, isEditable: false);
        var problems = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word).ToArray();
        Assert.True(problems.Length == 0, string.Join('\n', problems.Select(p => $"{p.Path?.XPath}: {p.Description}")));
        var said = word.MainDocumentPart!.Document.Body!.InnerText;
        foreach (var line in TextOf(Paper(kind, Case)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // The foot of a page of the Word file stands in a part of its own.
            if (!line.StartsWith("Law of", StringComparison.Ordinal))
                Assert.Contains(line, said, StringComparison.Ordinal);
        }
        Assert.Contains("Law of", word.MainDocumentPart.FooterParts.Single().Footer.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_PDF_is_printed_by_Chromium_and_tagged()
    {
        // On a build machine Chromium is installed by the build; elsewhere a test without it would test nothing.
        if (Chromium.Find() is null && Environment.GetEnvironmentVariable("ISONOMIA_NEEDS_CHROMIUM") is null)
            return;
        using var file = new TemporaryFile(Case);
        using var paper = new TemporaryFile("", ".pdf");
        var ran = Cli.Run("document", "advisal", file.Path, "--out", paper.Path, "--overwrite");
        Assert.True(ran.Code == 0, ran.Error);
        var pdf = Encoding.Latin1.GetString(File.ReadAllBytes(paper.Path));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("only HTML is written to standard output", "advisal", "--format", "docx")]
    [InlineData("the ending says neither", "advisal", "--out", "paper.txt")]
    [InlineData("belong to record alone", "advisal", "--reason", "x")]
    [InlineData("is a paper for lawyers", "plea", "--language", "es")]
    [InlineData("there is no option 4711", "record", "--chosen", "4711")]
    [InlineData("there is no such file", "comparison", "--policy", "no-such-band.md")]
    [InlineData("compares nothing with a band", "plea", "--policy", "no-such-band.md")]
    public void Wrong_usage_is_told_and_nothing_is_written(string message, string kind, params string[] options)
    {
        using var file = new TemporaryFile(Case);
        var ran = Cli.Run(["document", kind, file.Path, .. options]);
        Assert.Equal(ExitCodes.Invalid, ran.Code);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Empty(ran.Output);
    }

    [Fact]
    public void A_file_that_exists_is_not_replaced_unless_asked()
    {
        using var file = new TemporaryFile(Case);
        using var paper = new TemporaryFile("mine", ".html");
        Assert.Equal(ExitCodes.Invalid, Cli.Run("document", "advisal", file.Path, "--out", paper.Path).Code);
        Assert.Equal("mine", File.ReadAllText(paper.Path));
        Assert.Equal(ExitCodes.Done, Cli.Run("document", "advisal", file.Path, "--out", paper.Path, "--overwrite").Code);
        Assert.StartsWith("<!doctype html>", File.ReadAllText(paper.Path), StringComparison.Ordinal);
    }

    private static string Examples()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var examples = Path.Combine(folder.FullName, "examples");
            if (Directory.Exists(examples) && File.Exists(Path.Combine(folder.FullName, "Isonomia.slnx")))
                return examples;
        }
        throw new DirectoryNotFoundException("examples");
    }
}
