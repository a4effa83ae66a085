using System.Text;

namespace Isonomia.Cases.Reading;

/// <summary>Quoting and the nearest known word, for messages.</summary>
internal static class Words
{
    private const int LongestQuoted = 60;

    /// <summary>Text in quotes, on one line and of bounded length, whatever the file holds.</summary>
    internal static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        var shown = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown++ == LongestQuoted)
            {
                quoted.Append("...");
                break;
            }

            quoted.Append(Rune.IsControl(rune) ? $"U+{rune.Value:X4}" : rune.ToString());
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>The words as a list in a sentence: <c>a, b or c</c>.</summary>
    internal static string List(IReadOnlyList<string> words) =>
        words.Count switch
        {
            0 => "nothing",
            1 => words[0],
            _ => $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}",
        };

    /// <summary>The word that a reader would most likely have meant, or nothing if there is none to choose from.</summary>
    internal static string? Nearest(string given, IEnumerable<string> words) =>
        words.OrderBy(word => Distance(given, word)).ThenBy(word => word, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether the given text looks like that word misspelt: at most a third of it is different.</summary>
    internal static bool IsNear(string given, string word) => Distance(given, word) <= Math.Max(1, Math.Min(given.Length, word.Length) / 3);

    /// <summary>
    /// The number of letters to change, add, drop or exchange with a neighbour, without regard to case, hyphens, underscores and blanks.
    /// </summary>
    internal static int Distance(string one, string other)
    {
        var a = Plain(one);
        var b = Plain(other);
        var twoBack = new int[b.Length + 1];
        var oneBack = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            oneBack[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], oneBack[j]) + 1, oneBack[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], twoBack[j - 2] + 1);
                }
            }

            (twoBack, oneBack, row) = (oneBack, row, twoBack);
        }

        return oneBack[b.Length];
    }

    private static string Plain(string word)
    {
        var plain = string.Concat(word.Take(LongestQuoted).Where(letter => letter is not ('-' or '_' or ' ')));
        return plain.ToUpperInvariant();
    }
}
