using System.Globalization;
using Isonomia.Caseload.Store;

namespace Isonomia.Caseload.Intake;

/// <summary>A unit in which sentences are counted.</summary>
internal enum TimeUnit
{
    Days,
    Months,
    Years,
}

/// <summary>Sentences as record sheets write them: <c>3 YEARS PROBATION, 045 DAYS JAIL, FINE, IMP SEN SS</c>.</summary>
internal static class SentenceText
{
    public static TimeUnit? UnitOf(ReadOnlySpan<char> text) =>
        text.IsEmpty
            ? null
            : (text[0] | 0x20) switch
            {
                'd' => TimeUnit.Days,
                'm' => TimeUnit.Months,
                'y' => TimeUnit.Years,
                _ => null,
            };

    /// <summary>Adds a term to a row: jail in days, prison and probation in months. Terms of one kind keep the longest.</summary>
    public static void Put(CountRow row, int length, TimeUnit unit, ReadOnlySpan<char> kind)
    {
        // Twelve months are 365 days, m months are ceil(m x 365 / 12) (contract section 2); days become months rounded up.
        var months = unit switch
        {
            TimeUnit.Years => Math.Min(length, 999) * 12,
            TimeUnit.Months => length,
            _ => (int)((length * 12L + 364) / 365),
        };
        var days = unit == TimeUnit.Days ? length : (int)Math.Min((Math.Min(months, 12_000) * 365L + 11) / 12, 400_000);
        if (Words.Has(kind, "PRISON"))
            row.PrisonMonths = Math.Max(row.PrisonMonths, months);
        else if (Words.Has(kind, "PROB"))
            row.ProbationMonths = Math.Max(row.ProbationMonths, months);
        else if (Words.Has(kind, "JAIL") || Words.Has(kind, "JL"))
            row.JailDays = Math.Max(row.JailDays, days);
    }

    /// <summary>Reads a whole sentence, part by part.</summary>
    public static void Read(CountRow row, ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split(','))
        {
            var part = text[range].Trim().TrimStart("X- ");
            if (part.IsEmpty)
                continue;
            if (Words.Has(part, "IMP SEN SS"))
                row.Marks |= RowMarks.ImpositionSuspended;
            else if (Words.Has(part, "RESTN") || Words.Has(part, "RSTN") || Words.Has(part, "RESTITUTION"))
                row.Marks |= RowMarks.Restitution;
            else if (Words.Has(part, "FINE"))
                row.Marks |= RowMarks.Fine;
            var digits = 0;
            while (digits < part.Length && char.IsAsciiDigit(part[digits]))
                digits++;
            if (digits is 0 or > 5)
                continue;
            var rest = part[digits..].TrimStart();
            if (UnitOf(rest) is not { } unit)
                continue;
            var space = rest.IndexOf(' ');
            if (space > 0)
                Put(row, int.Parse(part[..digits], NumberStyles.None, CultureInfo.InvariantCulture), unit, rest[space..]);
        }
    }
}
