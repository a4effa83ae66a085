using System.Globalization;
using Isonomia.Caseload.Statistics;

namespace Isonomia.Caseload.Outcomes;

/// <summary>What a claim says: how large a share, of which event, within which time; or how many a day.</summary>
/// <param name="Text">The claim as it was made.</param>
/// <param name="Value">The share, or the number a day.</param>
/// <param name="Range">The values that a rounded claim stands for: 7 of 10 is said of 65 to 75 percent.</param>
/// <param name="Verb">The word that names the event.</param>
/// <param name="Event">The event that the word usually means; null if it names none in particular.</param>
/// <param name="Months">The window; null if the claim names none.</param>
/// <param name="IsDaily">Whether it counts by the day.</param>
public sealed record Claim(string Text, double Value, Interval Range, string Verb, string? Event, int? Months, bool IsDaily)
{
    private static readonly string[] Joining = ["of", "in", "out", "every"];

    /// <summary>
    /// Reads a claim such as "7 of 10 reoffend within 24 months", "at least 40% are rearrested within 2 years" or "30 a day are released"; null if it says no number.
    /// </summary>
    public static Claim? Parse(string text)
    {
        var words = Tokens(text);
        var bound = Bound(words);
        for (var i = 0; i < words.Count; i++)
        {
            if (Number(words[i]) is not { } first)
                continue;
            var rest = words[(i + 1)..];
            if (rest is ["percent", ..] or ["per", "cent", ..])
                return Share(text, first / 100, Half(words[i]) / 100, bound, words);
            if (IsPerDay(rest))
                return new Claim(
                    text,
                    first,
                    Widen(first, Half(words[i]), bound, double.PositiveInfinity),
                    VerbOf(words),
                    null,
                    null,
                    true
                );
            var of = 0;
            while (of < rest.Count && Array.IndexOf(Joining, rest[of]) >= 0)
                of++;
            if (of > 0 && of < rest.Count && Number(rest[of]) is { } second and > 0 && first <= second)
                return Share(text, first / second, Half(words[i]) / second, bound, words);
        }
        return null;
    }

    private static Claim Share(string text, double value, double half, int bound, IReadOnlyList<string> words) =>
        new(text, value, Widen(value, half, bound, 1), VerbOf(words), EventOf(words), Window(words), false);

    private static Interval Widen(double value, double half, int bound, double most) =>
        bound switch
        {
            > 0 => new Interval(value, most),
            < 0 => new Interval(0, value),
            _ => new Interval(Math.Max(0, value - half), Math.Min(most, value + half)),
        };

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        foreach (
            var raw in text.ToLowerInvariant()
                .Replace("%", " percent ", StringComparison.Ordinal)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var token = raw.Trim('.', ',', ';', '!', '"', '(', ')');
            if (token.Length > 0)
                tokens.Add(token);
        }
        return tokens;
    }

    private static double? Number(string word)
    {
        string[] small = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        if (Array.IndexOf(small, word) is >= 0 and var at)
            return at + 1;
        return double.TryParse(
            word.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;
    }

    /// <summary>Half of the last digit given: a claim of 70 stands for 69.5 to 70.5, one of 45.1 for 45.05 to 45.15.</summary>
    private static double Half(string word)
    {
        var point = word.IndexOf('.', StringComparison.Ordinal);
        return 0.5 * Math.Pow(10, point < 0 ? 0 : -(word.Length - point - 1));
    }

    private static int Bound(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
            switch (words[i])
            {
                case "least":
                case "over":
                case "exceeding":
                case "more" when i + 1 < words.Count && words[i + 1] == "than":
                    return 1;
                case "most" when i > 0 && words[i - 1] == "at":
                case "under":
                case "fewer":
                case "less":
                    return -1;
            }
        return 0;
    }

    private static bool IsPerDay(IReadOnlyList<string> rest)
    {
        for (var i = 0; i + 1 < rest.Count && i < 3; i++)
            if (rest[i] is "a" or "per" or "each" or "every" && rest[i + 1] == "day")
                return true;
        return rest.Take(3).Any(w => w is "daily");
    }

    private static string VerbOf(IReadOnlyList<string> words) =>
        words.FirstOrDefault(w =>
            w.StartsWith("re", StringComparison.Ordinal) && w.Length > 5
            || w.StartsWith("arrest", StringComparison.Ordinal)
            || w.StartsWith("charge", StringComparison.Ordinal)
            || w.StartsWith("convict", StringComparison.Ordinal)
        ) ?? "";

    private static string? EventOf(IReadOnlyList<string> words)
    {
        var verb = VerbOf(words).Replace("-", "", StringComparison.Ordinal);
        (string Stem, string Event)[] stems =
        [
            ("rearrest", "rearrest"),
            ("recharg", "recharge"),
            ("refil", "recharge"),
            ("reconvict", "reconviction"),
        ];
        foreach (var (stem, name) in stems)
            if (verb.StartsWith(stem, StringComparison.Ordinal))
                return name;
        return null;
    }

    private static int? Window(IReadOnlyList<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var number = words[i] is "a" or "an" ? 1 : Number(words[i]);
            if (number is not { } value || value != Math.Floor(value))
                continue;
            if (words[i + 1].StartsWith("month", StringComparison.Ordinal))
                return (int)value;
            if (words[i + 1].StartsWith("year", StringComparison.Ordinal))
                return (int)value * 12;
        }
        return null;
    }
}
