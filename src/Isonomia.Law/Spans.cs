using System.Globalization;

namespace Isonomia.Law;

/// <summary>Calendar spans as numbers that order like dates: months times 32 plus days (R-002: anniversaries are calendar years).</summary>
public static class Spans
{
    /// <summary>A span of whole years, months and days.</summary>
    public static long Of(int years, int months, int days) => ((years * 12L) + months) * 32 + days;

    /// <summary>Reads <c>4y11m3d</c>, with an optional leading minus.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out long span)
    {
        span = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (negative)
            text = text[1..];
        if (text.IsEmpty)
            return false;
        long years = 0,
            months = 0,
            days = 0;
        var units = "ymd";
        var next = 0;
        while (!text.IsEmpty)
        {
            var digits = 0;
            while (digits < text.Length && char.IsAsciiDigit(text[digits]))
                digits++;
            if (digits == 0 || digits == text.Length || digits > 6)
                return false;
            var unit = units.IndexOf(text[digits], StringComparison.Ordinal);
            if (unit < next)
                return false;
            var value = long.Parse(text[..digits], CultureInfo.InvariantCulture);
            if (unit == 0)
                years = value;
            else if (unit == 1)
                months = value;
            else
                days = value;
            next = unit + 1;
            text = text[(digits + 1)..];
        }
        span = ((years * 12) + months) * 32 + days;
        if (negative)
            span = -span;
        return true;
    }

    /// <summary>A span in words: <c>4 years 11 months</c>.</summary>
    public static string Words(long span)
    {
        if (span < 0)
            return "minus " + Words(-span);
        var (months, days) = (span / 32, span % 32);
        var parts = new List<string>(3);
        void Add(long n, string unit)
        {
            if (n != 0)
                parts.Add(n == 1 ? $"1 {unit}" : $"{n} {unit}s");
        }
        Add(months / 12, "year");
        Add(months % 12, "month");
        Add(days, "day");
        return parts.Count == 0 ? "0 days" : string.Join(' ', parts);
    }
}
