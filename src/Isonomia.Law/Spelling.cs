namespace Isonomia.Law;

/// <summary>How far apart two spellings are, for "did you mean". Upper and lower case are the same here.</summary>
public static class Spelling
{
    // Words longer than this are cut: nobody misspells a word of 128 letters, and the row below stays on the stack.
    private const int Longest = 128;

    /// <summary>The candidate closest to a word, or null when none is within <paramref name="max"/> slips of the pen.</summary>
    /// <param name="word">the word as written</param>
    /// <param name="candidates">the words that are known; of equally close ones the first is taken</param>
    /// <param name="max">the greatest distance that still counts as close, 0 or more</param>
    public static string? Closest(string word, IEnumerable<string> candidates, int max = 2)
    {
        string? closest = null;
        foreach (var candidate in candidates)
        {
            // Lengths alone already show most candidates to be too far off.
            if (Math.Abs(candidate.Length - word.Length) > max)
            {
                continue;
            }
            var distance = Distance(word, candidate);
            if (distance <= max)
            {
                closest = candidate;
                max = distance - 1;
            }
            if (max < 0)
            {
                break;
            }
        }
        return closest;
    }

    /// <summary>
    /// The number of slips between two words: a letter left out, put in, changed, or two neighbours swapped count one each
    /// (optimal string alignment).
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.Length > Longest ? a[..Longest] : a;
        b = b.Length > Longest ? b[..Longest] : b;
        // Three rows of the usual table: a swap looks two rows back.
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> above = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = Same(a[i - 1], b[j - 1]);
                var best = Math.Min(above[j - 1] + (same ? 0 : 1), Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }
                row[j] = best;
            }
            var spare = before;
            before = above;
            above = row;
            row = spare;
        }
        return above[b.Length];
    }

    private static bool Same(char a, char b) => char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
