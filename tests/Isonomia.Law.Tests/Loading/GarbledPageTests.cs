using Isonomia.Law.Tests.Readers;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests.Loading;

/// <summary>Whatever a page holds, reading it gives problems or a law book, and never an exception.</summary>
public sealed class GarbledPageTests(ITestOutputHelper output)
{
    private static readonly string[] Fragments =
    [
        "|",
        "||",
        "```",
        "```rule",
        "- ",
        "  - ",
        "> ",
        "not raised:",
        "not raised (",
        "when ",
        "unless ",
        "any of",
        "at least ",
        "total ",
        " over counts",
        " with ",
        " is ",
        " >= ",
        "99999999999999999999",
        "9223372036854775807",
        "-1",
        "?",
        "silent",
        "none",
        "..",
        "2020-02-30",
        "9999-12-31",
        "PC ",
        "/",
        "; ",
        ": ",
        "\t",
        "\0",
        "é",
        "\u2028",
        "# ",
        "|---|",
        "no such rule",
        "from ",
        " until ",
        " by ",
        "about conviction",
        "depends: ",
        "unsettled: ",
    ];

    [Fact]
    public void A_garbled_page_gives_problems_and_no_exception()
    {
        var dice = new Random(4);
        var (loaded, problems) = (0, 0L);
        for (var i = 0; i < 3_000; i++)
        {
            var pages = SmallLaw.Whole.ToDictionary(StringComparer.Ordinal);
            for (var slips = dice.Next(1, 4); slips > 0; slips--)
            {
                var page = pages.Keys.ElementAt(dice.Next(pages.Count));
                pages[page] = Garble(pages[page], dice);
            }
            var reading = SmallLaw.Read(pages);
            Assert.Equal(reading.Lawbook is null, reading.Problems.Any(p => p.Level == ProblemLevel.Error));
            Assert.All(reading.Problems, p => Assert.True(p.Line >= 1 && p.Column >= 1 && p.Message.Length > 0, p.ToString()));
            problems += reading.Problems.Count;
            if (reading.Lawbook is not { } law)
                continue;
            loaded++;
            // What loads can be run: the readers agree, whatever they answer.
            Assert.All(new ExampleRunner(law).RunAll(), r => Assert.Equal((r.ByColumns, ""), (r.ByOutline, r.Error)));
        }
        output.WriteLine($"3,000 garbled law books: {loaded} still load, the others have {problems:N0} problems");
    }

    [Fact]
    public void A_garbled_page_of_the_real_law_gives_problems_and_no_exception()
    {
        var dice = new Random(5);
        var pages = RealLaw.Pages();
        for (var i = 0; i < 8; i++)
        {
            var garbled = pages.Select(p => dice.Next(10) == 0 ? p with { Text = Garble(p.Text, dice) } : p);
            var reading = LawbookReader.Read(garbled);
            Assert.Equal(reading.Lawbook is null, reading.Problems.Any(p => p.Level == ProblemLevel.Error));
        }
    }

    private static string Garble(string text, Random dice)
    {
        var at = dice.Next(text.Length + 1);
        var end = Math.Min(text.Length, at + dice.Next(1, 12));
        var lines = text.Split('\n').ToList();
        var line = dice.Next(lines.Count);
        switch (dice.Next(7))
        {
            case 0:
                return text.Remove(at, end - at);
            case 1:
                return text.Insert(at, Fragments[dice.Next(Fragments.Length)]);
            case 2:
                return text.Remove(at, end - at).Insert(at, Fragments[dice.Next(Fragments.Length)]);
            case 3:
                lines.RemoveAt(line);
                break;
            case 4:
                lines.Insert(line, lines[dice.Next(lines.Count)]);
                break;
            case 5:
                (lines[line], lines[^1]) = (lines[^1], lines[line]);
                break;
            default:
                var words = lines[line].Split(' ');
                (words[0], words[^1]) = (words[^1], words[0]);
                lines[line] = string.Join(' ', words);
                break;
        }
        return string.Join('\n', lines);
    }
}
