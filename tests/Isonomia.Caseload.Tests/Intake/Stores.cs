using System.Globalization;
using System.Text;
using Isonomia.Caseload.Intake;
using Isonomia.Caseload.Store;
using Isonomia.Cli.Tests;

namespace Isonomia.Caseload.Tests.Intake;

/// <summary>Imports of texts in the temporary folder, with one key for all.</summary>
internal sealed class Stores : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _made;

    public Stores()
    {
        Key = Path.Combine(_folder.Path, "key");
        KeyFile.ReadOrMake(Key);
    }

    public string Key { get; }

    public string Folder => _folder.Path;

    public string File(string text, string name = "in.csv") => File(Encoding.UTF8.GetBytes(text), name);

    public string File(byte[] bytes, string name = "in.csv")
    {
        var path = Path.Combine(_folder.Path, $"{++_made}-{name}");
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public string NewOut() => Path.Combine(_folder.Path, $"store{++_made}");

    public (string Out, ImportResult Result) Import(ImportFormat format, string text, string? mapping = null, int checkpoint = 1 << 16) =>
        Import(format, [File(text)], mapping, checkpoint);

    public (string Out, ImportResult Result) Import(ImportFormat format, string[] files, string? mapping = null, int checkpoint = 1 << 16)
    {
        var to = NewOut();
        return (to, Caseload.Intake.Import.Run(Request(format, files, to, mapping, checkpoint), null, CancellationToken.None));
    }

    public ImportRequest Request(ImportFormat format, string[] files, string to, string? mapping = null, int checkpoint = 1 << 16) =>
        new()
        {
            Files = [.. files],
            Format = format,
            Out = to,
            Key = Key,
            Mapping = mapping is null ? null : ("mapping.yaml", mapping),
            Checkpoint = checkpoint,
        };

    /// <summary>Every file of a store with its bytes, to be compared.</summary>
    public static string[] Bytes(string store) =>
        [
            .. Directory
                .EnumerateFiles(store)
                .Order(StringComparer.Ordinal)
                .Select(f =>
                    $"{Path.GetFileName(f)} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.IO.File.ReadAllBytes(f)))}"
                ),
        ];

    /// <summary>The rows of a store in words.</summary>
    public static List<string> Rows(string store)
    {
        var rows = new List<string>();
        foreach (var segment in Caseload.Intake.Import.Segments(store))
        {
            var (charges, descriptions, places) = (segment.Texts("charge"), segment.Texts("description"), segment.Texts("place"));
            for (var r = 0; r < segment.Rows; r++)
            {
                var parts = new List<string>
                {
                    ((EventKind)segment.Number64("event", r)).ToString(),
                    Day(segment.Number64("date", r)),
                    charges[segment.TextNumber("charge", r)],
                    descriptions[segment.TextNumber("description", r)],
                    ((ChargeLevel)segment.Number64("level", r)).ToString(),
                    ((DispositionKind)segment.Number64("disposition", r)).ToString(),
                    $"jail {segment.Number64("jailDays", r)}",
                    $"prison {segment.Number64("prisonMonths", r)}",
                    $"probation {segment.Number64("probationMonths", r)}",
                    ((RowMarks)segment.Number64("marks", r)).ToString(),
                    places[segment.TextNumber("place", r)],
                    $"line {segment.Number64("line", r)}",
                };
                rows.Add(string.Join(" | ", parts));
            }
        }
        return rows;
    }

    public static List<string> Quarantine(string store) =>
        [
            .. Directory
                .EnumerateFiles(store, "*.quarantine.csv")
                .Order(StringComparer.Ordinal)
                .SelectMany(f => System.IO.File.ReadLines(f).Skip(1)),
        ];

    private static string Day(long days) =>
        days == int.MinValue ? "?" : new NodaTime.LocalDate(1970, 1, 1).PlusDays((int)days).ToString("R", CultureInfo.InvariantCulture);

    public void Dispose() => _folder.Dispose();
}
