using Isonomia.Law;

namespace Isonomia.Cli;

/// <summary>Finds and reads the law folder: beside the program, or where <c>--law</c> says.</summary>
internal static class LawFolder
{
    /// <summary>The folder copied beside the assembly at build.</summary>
    public static string Default => Path.Combine(AppContext.BaseDirectory, "law");

    /// <summary>Pages of the law itself. Office policies and what-if pages are loaded only when named.</summary>
    public static IReadOnlyList<LawPage> Pages(string folder)
    {
        if (!Directory.Exists(folder))
            throw new UsageException($"{folder}: there is no such law folder");
        var pages = new List<LawPage>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (path.StartsWith("offices/", StringComparison.Ordinal) || path.StartsWith("amendments/", StringComparison.Ordinal))
                continue;
            pages.Add(new LawPage(path, File.ReadAllText(file)));
        }
        if (pages.Count == 0)
            throw new UsageException($"{folder}: there are no law pages in this folder");
        return pages;
    }

    private sealed record Loaded(IReadOnlyList<LawPage> Pages, Lawbook Law);

    // Whoever runs several commands in one process (the tests do) reads and checks the same text once.
    private static volatile Loaded? last;

    /// <summary>The law book, or an error that lists every problem.</summary>
    public static Lawbook Load(string? folder)
    {
        var at = folder ?? Default;
        var pages = Pages(at);
        if (last is { } known && known.Pages.SequenceEqual(pages))
            return known.Law;
        var reading = LawbookReader.Read(pages);
        if (reading.Lawbook is { } law)
        {
            last = new Loaded(pages, law);
            return law;
        }
        var errors = reading.Problems.Where(p => p.Level == ProblemLevel.Error).ToArray();
        throw new UsageException(
            string.Join(
                '\n',
                errors.Select(e => $"{Path.Combine(at, e.ToString())}").Append($"the law does not load: {errors.Length} problems")
            )
        );
    }
}
