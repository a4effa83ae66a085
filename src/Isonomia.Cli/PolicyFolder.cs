using Isonomia.Cli.Commands;
using Isonomia.Law;
using Isonomia.Policies;
using NodaTime;

namespace Isonomia.Cli;

/// <summary>
/// Finds pages that are loaded only when named: by the id of a policy (<c>LADA-SD-20-07</c>), by an office's folder (<c>lada</c>: all its
/// policies), by the id of an amendment (<c>HR-875</c>), or by the path of a page.
/// </summary>
internal sealed class PolicyFolder
{
    private readonly string folder;
    private readonly IReadOnlyList<LawPage> law;
    private readonly IReadOnlyList<(string Id, LawPage Page)> shipped;

    /// <summary>Pages given by path, with the path as it was given: problems name that one.</summary>
    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);

    public PolicyFolder(string? folder)
    {
        this.folder = folder ?? LawFolder.Default;
        law = LawFolder.Pages(this.folder);
        shipped =
        [
            .. Named("offices")
                .Concat(Named("amendments"))
                .Select(p => (PolicyBook.IdOf(p) ?? "", p))
                .OrderBy(p => p.p.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every shipped policy page.</summary>
    public IEnumerable<LawPage> Policies => shipped.Where(s => IsPolicy(s.Page)).Select(s => s.Page);

    /// <summary>Every shipped what-if page.</summary>
    public IEnumerable<LawPage> Amendments => shipped.Where(s => !IsPolicy(s.Page)).Select(s => s.Page);

    private static bool IsPolicy(LawPage page) => page.Path.StartsWith("offices/", StringComparison.Ordinal);

    private IEnumerable<LawPage> Named(string part)
    {
        var at = Path.Combine(folder, part);
        return Directory.Exists(at)
            ? Directory
                .EnumerateFiles(at, "*.md", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith("README.md", StringComparison.Ordinal))
                .Select(f => new LawPage(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f)))
            : [];
    }

    /// <summary>The pages that a name stands for. <paramref name="option"/> is what messages call it.</summary>
    public IReadOnlyList<LawPage> Find(string name, string option, bool policies)
    {
        var own = shipped.Where(s => IsPolicy(s.Page) == policies).ToArray();
        var byId = own.Where(s => string.Equals(s.Id, name, StringComparison.OrdinalIgnoreCase)).Select(s => s.Page).ToArray();
        if (byId.Length > 0)
            return byId;
        var office = own.Where(s => policies && s.Page.Path.StartsWith($"offices/{name}/", StringComparison.OrdinalIgnoreCase))
            .Select(s => s.Page)
            .ToArray();
        if (office.Length > 0)
            return office;
        if (File.Exists(name))
            return [Given(name, policies ? "offices" : "amendments")];
        if (Directory.Exists(name))
            throw new UsageException($"{option}: {name}: a folder, not a page");
        var offices = own.Where(_ => policies).Select(s => s.Page.Path.Split('/')[1]).Distinct(StringComparer.Ordinal);
        var known = own.Select(s => s.Id).Concat(offices).ToArray();
        throw new UsageException(
            $"{option}: {name}: neither a page nor an id{Suggest.DidYouMean(name, known)}; there are {string.Join(", ", known)}"
        );
    }

    private LawPage Given(string path, string part)
    {
        var within = Path.GetRelativePath(folder, path).Replace('\\', '/');
        var name = within.StartsWith(part + "/", StringComparison.Ordinal) ? within : $"{part}/{Path.GetFileName(path)}";
        given[name] = path;
        return new LawPage(name, File.ReadAllText(path));
    }

    /// <summary>A problem with the path by which a person can open the page.</summary>
    public string Shown(LawProblem problem) => (problem with { File = ShownPath(problem.File) }).ToString();

    /// <summary>The path by which a person can open a page.</summary>
    public string ShownPath(string file) => given.TryGetValue(file, out var path) ? path : Path.Combine(folder, file);

    /// <summary>Reads the law with these pages.</summary>
    public PolicyReading Read(IEnumerable<LawPage> pages) => PolicyBook.Read(law, [.. pages.DistinctBy(p => p.Path)]);

    /// <summary>The policy book, or an error that lists every problem.</summary>
    public PolicyBook Load(IEnumerable<LawPage> pages)
    {
        var reading = Read(pages);
        if (reading.Book is { } book)
            return book;
        var errors = reading.Problems.Where(p => p.Level == ProblemLevel.Error).ToArray();
        throw new UsageException(
            string.Join(
                '\n',
                errors.Select(Shown).Append($"the policy does not load: {errors.Length} {(errors.Length == 1 ? "problem" : "problems")}")
            )
        );
    }

    /// <summary>A name with a date after an @: <c>lada@2024-12-03</c>.</summary>
    public static (string Name, LocalDate? Date) AtDate(string text)
    {
        var at = text.LastIndexOf('@');
        return at < 0 || File.Exists(text) ? (text, null) : (text[..at], Dates.Of(text[(at + 1)..], text));
    }
}
