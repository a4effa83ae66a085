using System.Collections.Immutable;

namespace Isonomia.Law;

/// <summary>An offense as the law book lists it.</summary>
/// <param name="Citation">its citation</param>
/// <param name="Title">its title, or an empty text</param>
public readonly record struct TitledCitation(Citation Citation, string Title);

/// <summary>
/// The offenses of the law book that come closest to a text which is not one of them, to be shown and never to be used: a section of the code one slip
/// away, the very section in another code, a title of the code with the same words.
/// </summary>
public static class Nearest
{
    // What counts how much: a slip in the number weighs more than another code, and both more than a word of the title. All are points.
    private const int SameSection = 100;
    private const int Slip = 30;
    private const int OtherCode = 20;
    private const int OtherSubdivision = 2;
    private const int SharedWord = 15;
    private const int MostWords = 4;

    /// <summary>The closest offenses, closest first; empty if none is near.</summary>
    /// <param name="text">what was written</param>
    /// <param name="reading">what the <see cref="CitationReader"/> made of it</param>
    /// <param name="book">the offenses of the law book</param>
    /// <param name="most">how many to give at most</param>
    public static ImmutableArray<Citation> To(string text, CitationReading reading, IReadOnlyList<TitledCitation> book, int most = 5)
    {
        var (citation, provision, rest) = reading switch
        {
            CitationReading.Read read => (read.Citation.Target ?? read.Citation, null, read.Words),
            CitationReading.NoCode bare => (null, bare.Candidates[0], bare.Words),
            CitationReading.NotAnOffense none => (none.Citation, null, ""),
            _ => ((Citation?)null, (Provision?)null, text),
        };
        var words = Words(rest);
        var section = citation?.Section ?? provision?.Section;
        var subdivisions = citation?.Subdivisions ?? provision?.Subdivisions ?? [];
        var found = new List<(int Points, int Apart, Citation Citation)>();
        // A statute of a code that the book does not hold is near to nothing: that some other code has a like number says nothing of it.
        var held = citation is null || book.Any(entry => entry.Citation.Code == citation.Code);
        foreach (var entry in book)
        {
            var ofCode = citation is null || citation.Code == entry.Citation.Code;
            if (!ofCode && (!held || entry.Citation.Section.Text != section?.Text))
            {
                continue;
            }
            var points = 0;
            if (section is not null)
            {
                var slips = Spelling.Distance(section.Text, entry.Citation.Section.Text);
                if (slips <= (section.Text.Length <= 3 ? 1 : 2))
                {
                    points = SameSection - (Slip * slips);
                    points -= ofCode ? 0 : OtherCode;
                    points -= OtherSubdivision * Differences(subdivisions, entry.Citation.Subdivisions);
                }
            }
            points += SharedWord * Math.Min(MostWords, Shared(words, entry.Title));
            if (points > 0)
            {
                found.Add((points, Apart(section, entry.Citation.Section), entry.Citation));
            }
        }
        found.Sort(
            (a, b) =>
            {
                var order = b.Points.CompareTo(a.Points);
                order = order != 0 ? order : a.Apart.CompareTo(b.Apart);
                return order != 0 ? order : a.Citation.CompareTo(b.Citation);
            }
        );
        var nearest = ImmutableArray.CreateBuilder<Citation>();
        foreach (var (_, _, near) in found)
        {
            if (nearest.Count == most)
            {
                break;
            }
            if (!nearest.Contains(near))
            {
                nearest.Add(near);
            }
        }
        return nearest.ToImmutable();
    }

    private static int Differences(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        var same = 0;
        while (same < a.Length && same < b.Length && a[same] == b[same])
        {
            same++;
        }
        return a.Length + b.Length - (2 * same);
    }

    // Of equally close spellings the closer number: 486 is nearer to 487 than to 496.
    private static int Apart(Section? a, Section b) => a is null ? 0 : Math.Abs(Number(a) - Number(b));

    private static int Number(Section section)
    {
        ReadOnlySpan<char> text = section.Text;
        return int.TryParse(Natural.Digits(ref text), out var number) ? number : 0;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                var word = text[start..i];
                start = -1;
                // Short words are "of", "the", "W/O" and the like.
                if (word.Length > 3 || word.ToUpperInvariant() is "DUI" or "SEX")
                {
                    words.Add(word);
                }
            }
        }
        return words;
    }

    private static int Shared(List<string> words, string title)
    {
        if (words.Count == 0 || title.Length == 0)
        {
            return 0;
        }
        var titleWords = Words(title);
        var shared = 0;
        foreach (var word in words)
        {
            foreach (var other in titleWords)
            {
                if (SameWord(word, other))
                {
                    shared++;
                    break;
                }
            }
        }
        return shared;
    }

    // POSS is possession, and a slip in a long word is a slip.
    private static bool SameWord(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        return longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase)
            || (shorter.Length > 4 && longer.Length - shorter.Length <= 1 && Spelling.Distance(a, b) <= 1);
    }
}
