using System.IO.Compression;
using System.Text;

namespace Isonomia.Law.Tests.Citations;

/// <summary>The real files, which are not part of the project: found beside it or above it, and otherwise their tests are skipped.</summary>
internal static class SharedData
{
    public static string? Folder { get; } = Find();

    /// <summary>The rows of a delimited file by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var table = Table(file);
        return [.. table.Skip(1).Select(row => table[0].Zip(row).DistinctBy(c => c.First).ToDictionary(c => c.First, c => c.Second))];
    }

    /// <summary>The rows of a delimited file without a heading.</summary>
    public static IReadOnlyList<string[]> Table(string file)
    {
        var path = Path.Combine(Folder!, file);
        using Stream raw = File.OpenRead(path);
        using var stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. Split(reader.ReadToEnd())];
    }

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder!, file));

    private static IEnumerable<string[]> Split(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
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
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }
        return null;
    }
}

/// <summary>A test over the real files.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DataFactAttribute : Xunit.FactAttribute
{
    public DataFactAttribute()
    {
        if (SharedData.Folder is null)
        {
            Skip = "the folder shared/data with the real files is neither above nor beside the project";
        }
    }
}
