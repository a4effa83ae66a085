using System.Globalization;
using Isonomia.Caseload.Delimited;
using NodaTime;

namespace Isonomia.Caseload.Outcomes;

/// <summary>A condition on one column that the rows of a cohort must meet, such as <c>days_b_screening_arrest >= -30</c>.</summary>
public sealed class RowFilter
{
    private static readonly string[] Operators = [">=", "<=", "!=", "==", "=", "<", ">"];

    private readonly string _operator;
    private readonly string _value;
    private readonly double? _number;
    private readonly LocalDate? _date;

    private RowFilter(string column, string @operator, string value)
    {
        Column = column;
        _operator = @operator == "==" ? "=" : @operator;
        _value = value;
        _number = Number(value);
        _date = DateText.TryRead(value, dayFirst: false, out var date) && _number is null ? date : null;
    }

    /// <summary>The column that it reads.</summary>
    public string Column { get; }

    private bool Orders => _operator is not ("=" or "!=");

    /// <summary>Reads a condition; null if it is none.</summary>
    public static RowFilter? Parse(string text)
    {
        var best = -1;
        var found = "";
        foreach (var candidate in Operators)
            if (text.IndexOf(candidate, StringComparison.Ordinal) is > 0 and var at && (best < 0 || at < best))
                (best, found) = (at, candidate);
        if (best < 0)
            return null;
        var column = text[..best].Trim();
        var value = text[(best + found.Length)..].Trim().Trim('"');
        var filter = new RowFilter(column, found, value);
        return column.Length == 0 || filter.Orders && filter._number is null && filter._date is null ? null : filter;
    }

    /// <summary>Whether a row with this field meets it; null if the field cannot be compared. An empty field meets only <c>!=</c> and <c>= ""</c>.</summary>
    public bool? Test(ReadOnlySpan<char> field)
    {
        if (field.IsEmpty)
            return _operator == "=" ? _value.Length == 0 : _operator == "!=" && _value.Length > 0;
        if (_date is { } date)
            return DateText.TryRead(field, dayFirst: false, out var read) ? Compare(read.CompareTo(date)) : null;
        if (_number is { } number)
        {
            if (Number(field) is { } value)
                return Compare(value.CompareTo(number));
            return Orders ? null : _operator == "!=";
        }
        return field.Equals(_value, StringComparison.Ordinal) == (_operator == "=");
    }

    /// <inheritdoc />
    public override string ToString() => $"{Column} {_operator} {(_value.Length == 0 ? "\"\"" : _value)}";

    private bool Compare(int order) =>
        _operator switch
        {
            ">=" => order >= 0,
            "<=" => order <= 0,
            ">" => order > 0,
            "<" => order < 0,
            "=" => order == 0,
            _ => order != 0,
        };

    private static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
