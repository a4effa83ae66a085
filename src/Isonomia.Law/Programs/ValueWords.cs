using NodaTime;

namespace Isonomia.Law;

/// <summary>Values in words, and values from the words of the pages.</summary>
public static class ValueWords
{
    /// <summary>The words for a record that leaves a thing open.</summary>
    public const string LeftOpen = "left open by the record";

    /// <summary>A value as a person reads it: <c>spouse or former spouse</c>, <c>364 days</c>, <c>not known</c>.</summary>
    public static string Describe(Fact fact, Value value)
    {
        if (value.State == ValueState.Unreviewed)
            return "not reviewed";
        if (value.State == ValueState.Unknown)
            return "not known";
        switch (fact.Kind)
        {
            case FactKind.YesNo or FactKind.Match:
                return value.Low switch
                {
                    Value.YesBit => "yes",
                    Value.NoBit => "no",
                    _ => fact.OfRecord ? LeftOpen : "yes or no",
                };
            case FactKind.OneOf or FactKind.Question:
                var all = (1L << fact.Names.Count) - 1;
                if ((value.Low & all) == all && fact.Names.Count > 1)
                    return fact.OfRecord ? LeftOpen : "any";
                return string.Join(" or ", fact.Names.Where((_, i) => (value.Low >> i & 1) != 0));
            case FactKind.Number:
                return Range(value, n => n.ToString("N0"), fact.Unit);
            case FactKind.Span:
                return Range(value, Spans.Words, "");
            case FactKind.Date:
                return Range(value, d => LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)d)).ToString("uuuu-MM-dd", null), "");
            case FactKind.Citation:
                return value.Ref switch
                {
                    null when value == Value.None => "none",
                    null when fact.OfRecord => LeftOpen,
                    Citation c => c.ToString(),
                    OffenseValue { Leaves.Count: 1 } o => o.Leaves[0].ToString(),
                    OffenseValue { Citation: { } c } => c.ToString(),
                    _ => "not resolved",
                };
            default:
                return value.Low < 0 ? "not known" : $"group {value.Low + 1}";
        }
    }

    private static string Range(Value value, Func<long, string> words, string unit)
    {
        if (value.Low > value.High)
            return "none";
        var tail = unit.Length > 0 ? $" {unit}" : "";
        if (value.Low == value.High)
            return words(value.Low) + tail;
        if (value.High >= Value.Huge)
            return value.Low <= 0 ? "not limited" : $"at least {words(value.Low)}{tail}";
        if (value.Low <= -Value.Huge)
            return $"at most {words(value.High)}{tail}";
        return $"{words(value.Low)} to {words(value.High)}{tail}";
    }

    /// <summary>Reads a cell of an example: <c>yes</c>, <c>?</c>, <c>silent</c>, <c>a or b</c>, <c>lo..hi</c>, <c>none</c>, <c>A?</c>.</summary>
    /// <param name="law">For offenses.</param>
    /// <param name="fact">What the cell is about.</param>
    /// <param name="cell">The text.</param>
    /// <param name="row">Number of the count, for groups of their own.</param>
    /// <param name="value">The value.</param>
    /// <param name="error">What is wrong with it.</param>
    public static bool TryRead(Lawbook law, Fact fact, string cell, int row, out Value value, out string error) =>
        TryRead(law.Find, fact, cell, row, out value, out error);

    /// <summary>The same while the law book is being read, with a way to find offenses.</summary>
    internal static bool TryRead(
        Func<Citation, IReadOnlyList<Offense>> find,
        Fact fact,
        string cell,
        int row,
        out Value value,
        out string error
    )
    {
        value = Value.Unknown;
        error = "";
        if (cell == "?")
        {
            // A match that stands in an example as not known is one that nobody has reviewed, whatever the offense beside it.
            value = fact.Kind switch
            {
                FactKind.Group => Value.Group(-1, 1000 + row),
                FactKind.Match => Value.Unreviewed,
                _ => Value.Unknown,
            };
            return true;
        }
        if (cell == "silent")
        {
            if (!fact.OfRecord)
            {
                error = $"\"{fact.Name}\" is not read from the record: it cannot be silent";
                return false;
            }
            value = fact.Kind switch
            {
                FactKind.OneOf => Value.Mask((1L << fact.Names.Count) - 1),
                FactKind.Number or FactKind.Span => Value.Range(0, Value.Huge),
                _ => Value.SilentFlag,
            };
            return true;
        }
        switch (fact.Kind)
        {
            case FactKind.YesNo or FactKind.Match when cell is "yes" or "no":
                value = Value.Of(cell == "yes");
                return true;
            case FactKind.OneOf or FactKind.Question:
                long mask = 0;
                foreach (var name in cell.Split(" or ", StringSplitOptions.TrimEntries))
                {
                    var i = IndexOf(fact.Names, name);
                    if (i < 0)
                    {
                        error = $"\"{name}\" is not a value of \"{fact.Name}\"{Suggest.DidYouMean(name, fact.Names)}";
                        return false;
                    }
                    mask |= 1L << i;
                }
                value = Value.Mask(mask);
                return true;
            case FactKind.Citation when Citation.TryParse(cell, out var citation, out _):
                value = fact.Name is "offense" or "charged offense"
                    ? new Value(ValueState.Known, 0, 0, new OffenseValue(citation, find(Offense.TargetOf(citation)), false))
                    : Value.Cites(citation);
                return true;
            case FactKind.Citation when cell == "none":
                value = Value.None;
                return true;
            case FactKind.Group when cell.Length is 1 or 2 && char.IsAsciiLetterUpper(cell[0]) && (cell.Length == 1 || cell[1] == '?'):
                value = Value.Group(cell[0], cell.Length == 2 ? 1000 + row : cell[0]);
                return true;
            case FactKind.Number or FactKind.Span or FactKind.Date:
                if (cell == "none")
                {
                    value = Value.None;
                    return true;
                }
                var dots = cell.IndexOf("..", StringComparison.Ordinal);
                if (One(fact, dots < 0 ? cell : cell[..dots], out var low) && One(fact, dots < 0 ? cell : cell[(dots + 2)..], out var high))
                {
                    value = Value.Range(low, high);
                    return true;
                }
                break;
        }
        error = $"\"{cell}\" is no value of \"{fact.Name}\"{(error.Length > 0 ? ": " + error : "")}";
        return false;
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i] == name)
                return i;
        return -1;
    }

    private static bool One(Fact fact, string text, out long n)
    {
        if (fact.Kind == FactKind.Span)
            return Spans.TryRead(text, out n);
        if (fact.Kind == FactKind.Number)
            return long.TryParse(
                text,
                System.Globalization.NumberStyles.AllowLeadingSign,
                System.Globalization.CultureInfo.InvariantCulture,
                out n
            );
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(text);
        n = date.Success ? Value.Day(date.Value) : 0;
        return date.Success;
    }
}
