using Xunit;

namespace Isonomia.Law.Tests.Readers;

/// <summary>The law folder of the project, found by walking up from the test assembly, and the law book read from it once.</summary>
internal static class RealLaw
{
    private static readonly Lazy<LawReading> Read = new(() => LawbookReader.Read(Pages()));

    public static string Folder { get; } = Find();

    public static LawReading Reading => Read.Value;

    public static Lawbook Book
    {
        get
        {
            Assert.True(Reading.Lawbook is not null, string.Join('\n', Reading.Problems));
            return Reading.Lawbook;
        }
    }

    /// <summary>The pages that a host loads when nothing else is named: no office policy, no what-if page.</summary>
    public static IReadOnlyList<LawPage> Pages() =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.md", SearchOption.AllDirectories)
                .Select(file => new LawPage(Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllText(file)))
                .Where(page => page.Path.Split('/')[0] is not ("offices" or "amendments")),
        ];

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "law", "vocabulary.md")))
            {
                return Path.Combine(folder.FullName, "law");
            }
        }
        throw new DirectoryNotFoundException("no folder above the tests holds law/vocabulary.md");
    }
}
