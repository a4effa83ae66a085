using System.Globalization;
using Isonomia.Cases;
using Isonomia.Offenses;
using NodaTime;
using Xunit;

namespace Isonomia.Tests.Gold;

public sealed class GoldTests
{
    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["controlled_substance"] = "controlledSubstance",
        ["drug_trafficking_af"] = "drugTrafficking",
        ["crime_of_violence_af"] = "crimeOfViolence",
        ["theft_af"] = "theft",
        ["firearms_deport"] = "firearm",
        ["firearms_af"] = "firearmsOrExplosives",
        ["obstruction_af"] = "obstruction",
        ["child_abuse"] = "childAbuse",
        ["cimt"] = "cimt",
        ["stalking"] = "stalking",
    };

    [GoldFact]
    public void Every_decided_case_is_answered_as_it_was_decided()
    {
        var wrong = new List<string>();
        foreach (var row in DecidedCases.Rows("holdings.csv"))
        {
            var answer = Answer(row["citation"], row["category"], TheLaw.Today);
            if (!row["answers"].Split('|').Contains(answer, StringComparer.Ordinal))
            {
                wrong.Add($"{row["citation"]} {row["category"]}: {answer}, decided {row["answers"]}: {row["authorities"]}");
            }
        }

        Assert.Empty(wrong);
    }

    [GoldFact]
    public void Every_superseded_holding_comes_out_in_the_year_after_it_save_those_listed_with_a_reason()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in DecidedCases.Rows("superseded.csv"))
        {
            var decided = int.Parse(row["year"], CultureInfo.InvariantCulture);
            var answer = Answer(
                CitationOf(row["statute"], row["subdivision"]),
                Categories[row["ground"]],
                new LocalDate(Math.Max(2010, decided + 1), 1, 1)
            );
            if (!Accepted(row["outcome_then"]).Contains(answer, StringComparer.Ordinal))
            {
                found.Add(Line(row["statute"], row["subdivision"], row["ground"], row["year"], row["authority"], answer));
            }
        }

        Assert.Equal(Listed(), found);
    }

    /// <summary>What a report says of the category; <c>none</c> where the offense is not in the law book.</summary>
    private static string Answer(string citation, string category, LocalDate asOf) =>
        OffenseReport
            .Of(TheLaw.Analyzer, citation, asOf, Forum.NinthCircuit)
            .Matches.SingleOrDefault(m => string.Equals(m.Category, category, StringComparison.Ordinal))
            ?.Answer.Word
        ?? "none";

    private static string[] Accepted(string outcome) =>
        outcome switch
        {
            "categorical" => ["yes"],
            "not" or "overbroad_indivisible" => ["no"],
            "divisible" => ["depends"],
            _ => ["unsettled", "depends"],
        };

    /// <summary>The table names statutes by their present number with the former one, or in words.</summary>
    private static string CitationOf(string statute, string subdivision) =>
        (statute, subdivision) switch
        {
            ("PC 182", _) => "PC 182(a)(1)/HS 11352(a)",
            ("PC 459", ['4', '6', '0', '(', 'a', ')', ..]) => "PC 459/460(a)",
            ("PC 459", _) => "PC 459/460(b)",
            ("PC 25400", _) => "PC 25400(a)",
            ("PC 29800", _) => "PC 29800(a)(1)",
            ("PC 290", _) => "PC 290.018",
            (_, ['(', 'f', 'o', 'r', ..]) => statute,
            _ => statute + subdivision.Split(' ')[0],
        };

    private static SortedSet<string> Listed()
    {
        var rows = File.ReadLines(Path.Combine(TheLaw.Root, "tests", "Isonomia.Tests", "Gold", "disagreements.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToArray();
        Assert.All(rows, row => Assert.NotEmpty(row[6]));
        return new SortedSet<string>(rows.Select(row => Line(row[0], row[1], row[2], row[3], row[4], row[5])), StringComparer.Ordinal);
    }

    private static string Line(params string[] cells) => string.Join(" | ", cells);
}
