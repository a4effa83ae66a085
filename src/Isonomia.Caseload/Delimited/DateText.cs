using NodaTime;

namespace Isonomia.Caseload.Delimited;

/// <summary>Dates as files write them: <c>2019-11-23</c>, <c>20191123</c>, <c>11/23/2019</c>, <c>23-NOV-2019</c>, each with or without a time behind it.</summary>
public static class DateText
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>Whether the text is a date from 1900 to 2100. A year of two digits is none: nobody can tell its century.</summary>
    /// <param name="text">Text without blanks around it.</param>
    /// <param name="dayFirst">Whether 3/4/2019 is the third of April; else it is March 4.</param>
    /// <param name="date">The date.</param>
    public static bool TryRead(ReadOnlySpan<char> text, bool dayFirst, out LocalDate date)
    {
        date = default;
        var end = text.IndexOfAny(' ', 'T');
        if (end > 0)
        {
            if (!IsTime(text[(end + 1)..].Trim()))
                return false;
            text = text[..end];
        }
        if (text.Length == 8 && !text.ContainsAnyExceptInRange('0', '9'))
            return Make(Number(text[..4]), Number(text[4..6]), Number(text[6..]), out date);
        var first = text.IndexOfAny('-', '/');
        if (first < 1)
            return false;
        var mark = text[first];
        var rest = text[(first + 1)..];
        var second = rest.IndexOf(mark);
        if (second < 1)
            return false;
        var a = text[..first];
        var b = rest[..second];
        var c = rest[(second + 1)..];
        if (a.Length == 4)
            return Make(Number(a), Number(b), Number(c), out date);
        if (c.Length != 4)
            return false;
        if (b.Length == 3)
        {
            for (var month = 0; month < Months.Length; month++)
                if (b.Equals(Months[month], StringComparison.OrdinalIgnoreCase))
                    return Make(Number(c), month + 1, Number(a), out date);
            return false;
        }
        return dayFirst ? Make(Number(c), Number(b), Number(a), out date) : Make(Number(c), Number(a), Number(b), out date);
    }

    /// <summary>What a text looks like, without what it says: letters become A, digits 9.</summary>
    public static string Shape(ReadOnlySpan<char> text)
    {
        Span<char> shape = stackalloc char[Math.Min(text.Length, 24)];
        for (var i = 0; i < shape.Length; i++)
            shape[i] =
                char.IsLetter(text[i]) ? 'A'
                : char.IsDigit(text[i]) ? '9'
                : char.IsControl(text[i]) ? '?'
                : char.IsAscii(text[i]) ? text[i]
                : '?';
        return text.Length > shape.Length ? $"{shape}..." : shape.ToString();
    }

    private static bool IsTime(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 18 && !text.ContainsAnyExcept("0123456789:.+-APMZapm ");

    private static int Number(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 4 && !text.ContainsAnyExceptInRange('0', '9') ? int.Parse(text) : -1;

    private static bool Make(int year, int month, int day, out LocalDate date)
    {
        date = default;
        if (year is < 1900 or > 2100 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            return false;
        date = new LocalDate(year, month, day);
        return true;
    }
}
