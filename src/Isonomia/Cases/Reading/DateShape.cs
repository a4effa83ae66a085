using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;

namespace Isonomia.Cases.Reading;

/// <summary>A date: year, month, day, as in 2026-11-22.</summary>
internal sealed class DateShape : Shape<LocalDate>
{
    /// <summary>Nobody in a case file was born before this year, and no sentence is planned beyond the last.</summary>
    internal const int FirstYear = 1900;
    internal const int LastYear = 2100;

    internal static readonly DateShape Only = new();

    internal override bool TryRead(CaseNode node, string path, Problems problems, out LocalDate value)
    {
        value = default;
        if (node is not CaseScalar { Form: ScalarForm.Plain or ScalarForm.Quoted, Text: var text })
        {
            problems.Add(node, path, $"a date is expected, such as 2026-11-22, not {node.Noun}");
            return false;
        }

        if (!IsYearMonthDay(text))
        {
            problems.Add(node, path, $"{Words.Quote(text)} is not a date; write year-month-day, such as 2026-11-22");
            return false;
        }

        var year = int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var month = int.Parse(text.AsSpan(5, 2), CultureInfo.InvariantCulture);
        var day = int.Parse(text.AsSpan(8, 2), CultureInfo.InvariantCulture);
        if (year is < FirstYear or > LastYear)
        {
            problems.Add(node, path, $"the year of {text} is not from {FirstYear} to {LastYear}");
            return false;
        }

        if (month is < 1 or > 12)
        {
            problems.Add(node, path, $"there is no such date as {text}: a year has months 01 to 12");
            return false;
        }

        var last = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (day < 1 || day > last)
        {
            problems.Add(node, path, $"there is no such date as {text}: that month has days 01 to {last:00}");
            return false;
        }

        value = new LocalDate(year, month, day);
        return true;
    }

    internal override JsonObject Schema(SchemaParts parts) =>
        parts.Refer(
            "date",
            () =>
                new JsonObject
                {
                    ["type"] = "string",
                    ["format"] = "date",
                    ["pattern"] = @"^\d{4}-\d{2}-\d{2}$",
                }
        );

    private static bool IsYearMonthDay(string text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-' && text.Where((_, place) => place is not (4 or 7)).All(char.IsAsciiDigit);
}
