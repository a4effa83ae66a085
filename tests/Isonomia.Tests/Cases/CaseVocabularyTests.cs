using Isonomia.Cases;
using Isonomia.Cases.Reading;
using NodaTime;
using Xunit;

namespace Isonomia.Tests.Cases;

public sealed class CaseVocabularyTests
{
    [Fact]
    public void Every_key_of_the_vocabulary_page_has_a_place_in_the_case_file()
    {
        CaseVocabulary.FromPage(Page(), out var unplaced);
        Assert.Empty(unplaced);
    }

    [Fact]
    public void Every_key_of_the_vocabulary_page_is_a_key_of_the_reader()
    {
        var vocabulary = CaseVocabulary.FromPage(Page(), out _);
        foreach (var key in Page().Select(row => row.Key).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var text = key.Split('.') switch
            {
                ["asOf" or "forum"] => $"{{ {key}: [] }}",
                ["person", var name] => $"person: {{ {name}: [] }}",
                ["record" or "facts", var name] => $"priors: [ {{ offense: x, record: {{ {name}: [] }} }} ]",
                ["disposition", var name] => $"disposition: [ {{ charge: 1, {name}: [] }} ]",
                [var name] when name is "stage" => $"charges: [ {{ offense: x, {name}: [] }} ]",
                [var name] => $"priors: [ {{ {name}: [] }} ]",
                _ => key,
            };
            var reading = new CaseReader(vocabulary).Read("case.yaml", text);
            var problems = reading is CaseReading.Refused refused ? refused.Problems : [];
            Assert.DoesNotContain(problems, problem => problem.Message.Contains("unknown key", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_page_adds_names_and_never_loses_the_names_of_the_contract()
    {
        var vocabulary = CaseVocabulary.FromPage(Page(), out _);
        foreach (var key in CaseVocabulary.Contract.Keys)
        {
            var grown = Assert.Single(
                vocabulary.Keys,
                each => each.Part == key.Part && string.Equals(each.Name, key.Name, StringComparison.Ordinal)
            );
            Assert.Equal(key.Kind.GetType(), grown.Kind.GetType());
            if (key.Kind is CaseKeyKind.OneOf names)
            {
                Assert.Empty(names.Names.Except(((CaseKeyKind.OneOf)grown.Kind).Names, StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void A_grown_key_is_read_with_its_kind()
    {
        var vocabulary = CaseVocabulary.FromPage(
            [
                new("person.drugAbuserOrAddict", "yes or no", "case", "Addict?"),
                new("formallyAdmitted", "yes or no", "case", "Admitted?"),
                new("released", "date", "case", "Released?"),
                new("record.lossTies", "one of: tied to the count, untied, record", "case", "Tied?"),
                new("record.drugWeight", "grams, record", "case", "Weight?"),
                new("record.drugWeight", "yes or no, record", "C#", "Heavy?"),
                new("foreign", "yes or no", "C#", "Foreign?"),
                new("", "yes or no", "C#", "No key"),
                new("person.status", "one of: citizen", "case", "The contract's own"),
                new("person.travel.far", "yes or no", "case", "Too deep"),
                new("someSpan", "span", "case", "No kind of the file"),
            ],
            out var unplaced
        );
        Assert.Equal(["person.travel.far", "someSpan"], unplaced);
        var matter = Sample.Accept(
            """
            person: { drugAbuserOrAddict: unknown, status: asylee }
            priors:
              - offense: PC 459
                formallyAdmitted: yes
                released: 2020-02-29
                foreign: no
                record: { lossTies: tiedToTheCount, drugWeight: { disputed: [1.5, 2] }, victim: spouse }
            """,
            vocabulary: vocabulary
        );
        Assert.Equal(Knowledge.Unknown, matter.Person.More["drugAbuserOrAddict"].Knowledge);
        Assert.True(matter.Person.More["drugAbuserOrAddict"].IsGiven);
        var prior = matter.Priors[0];
        Assert.Equal(new FactValue.YesNo(true), prior.More["formallyAdmitted"].Value);
        Assert.Equal(new FactValue.Date(new LocalDate(2020, 2, 29)), prior.More["released"].Value);
        Assert.Equal(new FactValue.Name("tiedToTheCount"), prior.Record["lossTies"].Value);
        Assert.Equal(2, prior.Record["drugWeight"].Values.Count);
    }

    [Theory]
    [InlineData("former spouse", "formerSpouse")]
    [InlineData("spouse", "spouse")]
    [InlineData("felony other than theft", "felonyOtherThanTheft")]
    public void Names_are_written_in_camel_case(string words, string name) => Assert.Equal(name, CaseVocabulary.CamelCase(words));

    /// <summary>The rows of the law's own vocabulary page that stand under a heading "key".</summary>
    private static List<VocabularyRow> Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "law", "vocabulary.md")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("law/vocabulary.md is not above the tests.");
        }

        var rows = new List<VocabularyRow>();
        string[] head = [];
        foreach (var line in File.ReadLines(Path.Combine(folder.FullName, "law", "vocabulary.md")))
        {
            if (!line.StartsWith('|'))
            {
                head = [];
                continue;
            }

            var cells = line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray();
            if (head.Length == 0)
            {
                head = cells;
            }
            else if (head.Contains("from", StringComparer.Ordinal) && !cells[0].StartsWith("---", StringComparison.Ordinal))
            {
                string Cell(string name) => cells[Array.IndexOf(head, name)];
                rows.Add(new VocabularyRow(Cell("key"), Cell("kind"), Cell("from"), Cell("question")));
            }
        }

        Assert.NotEmpty(rows);
        return rows;
    }
}
