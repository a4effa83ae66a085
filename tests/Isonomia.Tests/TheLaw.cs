using Isonomia.Analysis;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Tests;

/// <summary>The project's own law pages, read once for all tests.</summary>
internal static class TheLaw
{
    private static readonly Lazy<Analyzer> Lazily = new(() => new Analyzer(Read()));

    /// <summary>The date on which whole cases are run unless they name one.</summary>
    public static LocalDate Today { get; } = new(2026, 11, 22);

    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = Find();

    public static Analyzer Analyzer => Lazily.Value;

    public static Lawbook Book => Analyzer.Law;

    private static Lawbook Read()
    {
        var folder = Path.Combine(Root, "law");
        var pages = Directory
            .EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), File: file))
            .Where(page =>
                !page.Path.StartsWith("offices/", StringComparison.Ordinal)
                && !page.Path.StartsWith("amendments/", StringComparison.Ordinal)
            )
            .Select(page => new LawPage(page.Path, File.ReadAllText(page.File)))
            .ToArray();
        var reading = LawbookReader.Read(pages);
        return reading.Lawbook ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Isonomia.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests are not run from inside the repository, so that its law pages are not found");
    }
}
