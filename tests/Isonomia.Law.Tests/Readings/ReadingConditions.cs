using Isonomia.Law.Tests.Readers;

namespace Isonomia.Law.Tests.Readings;

/// <summary>What the second reader's answers ask of a page: an answer that depends on the record is asked on each record that its condition names.</summary>
internal static class ReadingConditions
{
    private static readonly Lazy<ILookup<string, (string Record, string Holds)>> Read = new(() =>
        SecondReading
            .Cells(Path.Combine(SecondReading.Folder, "conditions.tsv"))
            .ToLookup(r => r[0], r => (r[1], r[2]), StringComparer.Ordinal)
    );

    /// <summary>The conditions of the table.</summary>
    public static IEnumerable<string> Known => Read.Value.Select(g => g.Key);

    /// <summary>The condition of an answer; empty if it has none.</summary>
    public static string Of(string answer) => answer.Split(": ", 2) is [_, var condition] ? condition : "";

    /// <summary>The questions that an answer stands for.</summary>
    /// <exception cref="FormatException">The answer is not in the short form.</exception>
    public static IEnumerable<VerdictQuestion> Of(Lawbook law, SecondReading reading)
    {
        var match = law.Vocabulary.Matches.Single(m => m.Category == reading.Key);
        var offense = reading.LeavesIn(law);
        VerdictQuestion Ask(string record, string answer) => new(law, match, offense, (reading.On, reading.Forum), record, answer);
        var (word, condition) = reading.Stands.Split(": ", 2) is [var w, var c] ? (w, c) : (reading.Stands, "");
        if (condition.Length == 0)
            return word is "yes" or "no" or "unsettled" or "open"
                ? [Ask("", word)]
                : throw new FormatException($"{reading.Place}: {reading.Stands}");
        if (word is not ("depends" or "unsettled when"))
            throw new FormatException($"{reading.Place}: {reading.Stands}");
        return Read.Value[condition]
            .Select(r => Ask(r.Record, r.Holds == "yes" && word == "unsettled when" ? "unsettled" : r.Holds))
            .Prepend(Ask("", "open"));
    }
}
