using System.Globalization;

namespace Isonomia.Law.Offenses;

/// <summary>Reads a term as the pages write it: <c>2, 3, 4 years</c>, <c>16 months, 2, 3 years</c>, <c>364 days</c>, <c>25 years to life</c>, <c>none</c>.</summary>
internal static class TermReader
{
    public static bool TryRead(string text, out Term term)
    {
        term = new Term([], 0, null, false, false);
        switch (text)
        {
            case "none":
                return true;
            case "life":
                term = new Term([], 0, null, true, false);
                return true;
            case "life without parole" or "death":
                term = new Term([], 0, null, true, true);
                return true;
        }
        if (text.EndsWith(" to life", StringComparison.Ordinal))
        {
            if (!Months(text[..^" to life".Length], out var minimum) || minimum.Count != 1)
                return false;
            term = new Term([], 0, minimum[0], true, false);
            return true;
        }
        if (text.EndsWith(" days", StringComparison.Ordinal))
        {
            if (!int.TryParse(text.AsSpan(0, text.Length - 5), NumberStyles.None, CultureInfo.InvariantCulture, out var days))
                return false;
            term = new Term([], days, null, false, false);
            return true;
        }
        if (!Months(text, out var months) || months.Count is not (1 or 2 or 3))
            return false;
        term = new Term(months, 0, null, false, false);
        return true;
    }

    /// <summary>Numbers take the unit that follows them, or that of the next number with one.</summary>
    private static bool Months(string text, out List<int> months)
    {
        months = [];
        var pending = new List<int>();
        foreach (
            var part in text.Replace(" or ", ", ", StringComparison.Ordinal)
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is 0 or > 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var n))
                return false;
            pending.Add(n);
            if (words.Length == 1)
                continue;
            var factor = words[1] switch
            {
                "year" or "years" => 12,
                "month" or "months" => 1,
                _ => 0,
            };
            if (factor == 0)
                return false;
            months.AddRange(pending.Select(p => p * factor));
            pending.Clear();
        }
        return pending.Count == 0 && months.Count > 0;
    }
}
