using System.Text.RegularExpressions;
using Isonomia.Law;

namespace Isonomia.Bench;

/// <summary>The pages of the law folder, and as many more offense pages as are wanted.</summary>
internal static partial class LawPages
{
    public static IReadOnlyList<LawPage> Read(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
                .Select(file => (File: file, Path: Path.GetRelativePath(folder, file).Replace('\\', '/')))
                .Where(p =>
                    !p.Path.StartsWith("offices/", StringComparison.Ordinal) && !p.Path.StartsWith("amendments/", StringComparison.Ordinal)
                )
                .Select(p => new LawPage(p.Path, File.ReadAllText(p.File))),
        ];

    /// <summary>The pages with the offense pages repeated under section numbers that do not exist, until there are so many.</summary>
    public static IReadOnlyList<LawPage> WithOffensePages(IReadOnlyList<LawPage> pages, int wanted)
    {
        var offenses = pages.Where(p => IsOffense(p) && !p.Text.Contains("```rule", StringComparison.Ordinal)).ToArray();
        var all = pages.ToList();
        for (var copy = 1; all.Count(IsOffense) < wanted; copy++)
            foreach (var page in offenses)
                if (all.Count(IsOffense) < wanted)
                    all.Add(new LawPage(page.Path.Replace(".md", $"-copy{copy}.md", StringComparison.Ordinal), Renumber(page.Text, copy)));
        return all;
    }

    private static bool IsOffense(LawPage page) => page.Path.StartsWith("offenses/", StringComparison.Ordinal);

    /// <summary>Every California section on the page gets a leading digit: PC 459/460(b) of the second copy is PC 8459/8460(b). Headings stay.</summary>
    private static string Renumber(string text, int copy) =>
        string.Join(
            '\n',
            text.Split('\n')
                .Select(line =>
                    line.StartsWith("| state effects of", StringComparison.Ordinal)
                        ? line
                        : CaliforniaCitation()
                            .Replace(
                                line,
                                m =>
                                    m.Groups["code"].Value
                                    + SectionStart()
                                        .Replace(
                                            m.Groups["sections"].Value,
                                            s => $"{s.Groups["before"].Value}{6 + copy}{s.Groups["digit"].Value}"
                                        )
                            )
                )
        );

    [GeneratedRegex(@"(?<code>\b(?!USC|CFR)[A-Z]{2,5} )(?<sections>\d[\w.()]*(?:/\d[\w.()]*)*)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CaliforniaCitation();

    [GeneratedRegex(@"(?<before>^|/)(?<digit>\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SectionStart();
}
