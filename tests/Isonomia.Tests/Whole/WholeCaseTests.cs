using System.Globalization;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Facts;
using Isonomia.Sentences;
using Xunit;

namespace Isonomia.Tests.Whole;

/// <summary>
/// Whole cases as a person would file them, each with what must come out in the comment lines <c># expect:</c> above it. Items stand between
/// commas: a code and its answer (<c>absent</c>: not listed), a relief and its state, or one of the words of <see cref="Actual"/>.
/// </summary>
public sealed class WholeCaseTests
{
    private const string Mark = "# expect:";

    private static readonly string Folder = Path.Combine(TheLaw.Root, "tests", "Isonomia.Tests", "Whole", "cases");

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.yaml")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_case_comes_out_as_it_says(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file + ".yaml"));
        var expected = text.Split('\n')
            .Where(line => line.StartsWith(Mark, StringComparison.Ordinal))
            .SelectMany(line => line[Mark.Length..].Split(','))
            .Select(item => item.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 0)
            .ToArray();
        Assert.NotEmpty(expected);
        var reading = new CaseReader(LawVocabulary.Of(TheLaw.Book)).Read(file + ".yaml", text);
        var matter = Assert.IsType<CaseReading.Accepted>(reading).Matter;
        var assessment = TheLaw.Analyzer.Assess(matter, TheLaw.Today);
        var wrong = expected
            .Select(words => (Wanted: string.Join(' ', words), Found: Found(assessment, words)))
            .Where(item => !string.Equals(item.Wanted, item.Found, StringComparison.Ordinal))
            .Select(item => $"expected {item.Wanted}, found {item.Found}")
            .ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    /// <summary>The item with what was found in place of what was wanted; alternatives stand between bars.</summary>
    private static string Found(Assessment a, string[] words)
    {
        var actual = Actual(a, words);
        var wanted = words[^1];
        return wanted.Split('|').Contains(actual, StringComparer.Ordinal)
            ? string.Join(' ', words)
            : string.Join(' ', words[..^1].Append(actual));
    }

    private static string Actual(Assessment a, string[] words)
    {
        switch (words[0])
        {
            case "tier":
                return $"{a.Collateral.Tier.Start}->{a.Collateral.Tier.End}";
            case "bounds":
                return $"{a.Collateral.Tier.Low}..{a.Collateral.Tier.High}";
            case "custody":
                return a.Collateral.Vector.Custody.ToString();
            case "removal":
                return $"A{a.Collateral.Vector.Removal}";
            case "permanence":
                return $"D{a.Collateral.Vector.Permanence}";
            case "process":
                return $"E{a.Collateral.Vector.Process}";
            case "envelope":
                var tier = a.Envelope.Single(e => string.Equals(Names.Camel(e.Status!.Value), words[1], StringComparison.Ordinal)).Tier;
                return $"{tier.Start}->{tier.End}";
            case "ordered":
                return Days(a.Direct.Ordered);
            case "projected":
                return Days(a.Direct.Projected);
            case "direct":
                return words[1] switch
                {
                    "class" => a.Direct.Class,
                    "place" => a.Direct.Place,
                    "strike" => a.Direct.Strike,
                    "registration" => a.Direct.Registration,
                    "firearmBan" => a.Direct.FirearmBan,
                    _ => "?",
                };
            case "questions":
                return a.Questions.Count.ToString(CultureInfo.InvariantCulture);
            case "ask":
                return a.Questions.FirstOrDefault()?.Fact ?? "nothing";
            case "warnings":
                return a.Warnings.Count.ToString(CultureInfo.InvariantCulture);
            case "limb":
                return a.Detention.Single(d => d.Code == words[1]).Limb ?? "none";
            case "until":
                return a.Relief.Single(r => r.Code == words[1]).Until is { } until
                    ? until.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)
                    : "none";
            case "elsewhere":
                var away = a.Grounds.Concat(a.Detention).Single(g => g.Code == words[1]);
                return (away.Answer with { Kind = away.Elsewhere!.Value }).Word;
            case "conviction" or "imposed" or "potential" or "match":
                return OfCount(a, words);
            default:
                var code = a.Grounds.Concat(a.Detention).Concat(a.Exposure).Concat(a.Referrals).FirstOrDefault(c => c.Code == words[0]);
                if (code is not null)
                {
                    return code.Answer.Word;
                }

                var relief = a.Relief.FirstOrDefault(r => r.Code == words[0]);
                return relief is null ? "absent"
                    : relief.Permanent ? "permanent"
                    : Names.Camel(relief.State);
        }
    }

    private static string Days(DayRange days) => days.ToString().Replace(" days", "", StringComparison.Ordinal).Replace(' ', '-');

    /// <summary>Of a count by its number in the assessment: priors first, then dispositions, then charges.</summary>
    private static string OfCount(Assessment a, string[] words)
    {
        var count = a.Counts[int.Parse(words[1], CultureInfo.InvariantCulture) - 1];
        return words[0] switch
        {
            "conviction" => count.Conviction.Word,
            "imposed" => Days(count.Imposed),
            "potential" => Days(count.Potential),
            _ => count.Matches.Single(m => m.Category == words[2]).Answer.Word,
        };
    }
}
