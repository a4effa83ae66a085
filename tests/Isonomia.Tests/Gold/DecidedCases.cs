using System.Text;
using Xunit;

namespace Isonomia.Tests.Gold;

/// <summary>
/// Decided cases, kept beside the repository and not in it: what the courts said is a test of the pages, not a part of them.
/// </summary>
internal static class DecidedCases
{
    /// <summary>The folder <c>shared/gold</c> beside the repository or above it; null where it is not there.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The rows of a file by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var table = Table(File.ReadAllText(Path.Combine(Folder!, file))).ToArray();
        return [.. table.Skip(1).Select(row => table[0].Zip(row).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }

    private static IEnumerable<string[]> Table(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\n' or '\r'))
            {
                cell.Append(c);
            }
            else if (c != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return [.. row];
                    row.Clear();
                }
            }
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            yield return [.. row, cell.ToString()];
        }
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(TheLaw.Root); folder is not null; folder = folder.Parent)
        {
            var gold = Path.Combine(folder.FullName, "shared", "gold");
            if (Directory.Exists(gold))
            {
                return gold;
            }
        }

        return null;
    }
}

/// <summary>A test against decided cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GoldFactAttribute : FactAttribute
{
    public GoldFactAttribute()
    {
        if (DecidedCases.Folder is null)
        {
            Skip = "the folder shared/gold with decided cases is neither beside the repository nor above it";
        }
    }
}
