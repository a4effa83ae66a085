using System.Collections.Concurrent;
using Isonomia.Law.Tests.Readers;
using NodaTime;
using NodaTime.Text;

namespace Isonomia.Law.Tests.Readings;

/// <summary>
/// One answer of the second reader, who entered the offenses without seeing the pages (<c>tests/readings</c>).
/// </summary>
/// <param name="Offense">What was read.</param>
/// <param name="Key">A category, or a column of the tables of punishment and state effects.</param>
/// <param name="Answer">The second reader's answer, in a short form.</param>
/// <param name="Resolved">What stands instead, where the two readers disagreed or put it differently: see <c>docs/readings</c>; else empty.</param>
/// <param name="On">The day whose law is asked for.</param>
/// <param name="Forum">Where removal proceedings are held.</param>
/// <param name="Place">File and line.</param>
internal sealed record SecondReading(string Offense, string Key, string Answer, string Resolved, LocalDate On, string Forum, string Place)
{
    private static readonly Lazy<IReadOnlyList<SecondReading>> Read = new(() => [.. Files().SelectMany(Rows)]);

    /// <summary>All rows of all batches.</summary>
    public static IReadOnlyList<SecondReading> All => Read.Value;

    /// <summary>The folder of the readings.</summary>
    public static string Folder { get; } = Path.Combine(RealLaw.Folder, "..", "tests", "readings");

    /// <summary>The law of this day was read, where a row does not name another.</summary>
    public static LocalDate Today { get; } = new(2026, 11, 22);

    /// <summary>What the pages must say.</summary>
    public string Stands => Resolved.Length > 0 ? Resolved : Answer;

    /// <summary>Is it about the punishment, not about a federal category?</summary>
    public bool OfPunishment =>
        Key is "class" or "felonyTerm" or "misdemeanorDays" or "place" or "strike" or "registration" or "misdemeanorFirearmBan";

    private static readonly ConcurrentDictionary<string, Known> Offenses = new(StringComparer.Ordinal);

    /// <summary>The leaves of what was read.</summary>
    public Known LeavesIn(Lawbook law) => Offenses.GetOrAdd(Offense, text => Readers.Cells.Offense(law, Citation.Parse(text)));

    /// <summary>The cells of a tab-separated file under its heading.</summary>
    public static IEnumerable<string[]> Cells(string file) => File.ReadLines(file).Skip(1).Select(l => l.Split('\t'));

    private static IEnumerable<string> Files() =>
        Directory
            .EnumerateFiles(Folder, "*.tsv")
            .Where(f =>
                Path.GetFileName(f)
                    is not ("conditions.tsv" or "days.tsv" or "lists.tsv" or "values-act.tsv" or "not-exercised.tsv" or "waiting.tsv")
            )
            .Order(StringComparer.Ordinal);

    private static IEnumerable<SecondReading> Rows(string file) =>
        Cells(file)
            .Index()
            .Select(r => new SecondReading(
                r.Item[0],
                r.Item[1],
                r.Item[2],
                r.Item[3],
                r.Item is [_, _, _, _, var on, ..] ? LocalDatePattern.Iso.Parse(on).Value : Today,
                r.Item is [_, _, _, _, _, var forum, ..] ? forum : "ninth circuit",
                $"{Path.GetFileName(file)}:{r.Index + 2}"
            ));
}
