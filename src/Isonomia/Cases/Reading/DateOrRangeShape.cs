using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>A date, or <c>{ from: ..., to: ... }</c>, both days included.</summary>
internal sealed class DateOrRangeShape : Shape<DateOrRange>
{
    internal static readonly DateOrRangeShape Only = new();

    private static readonly Key<NodaTime.LocalDate> From = new("from", "The first possible day.", DateShape.Only)
    {
        IsRequired = true,
        TakesUnknown = false,
    };

    private static readonly Key<NodaTime.LocalDate> To = new("to", "The last possible day.", DateShape.Only)
    {
        IsRequired = true,
        TakesUnknown = false,
    };

    private static readonly MapShape<DateOrRange?> Range = new(null, "a range of dates", [From, To], Build);

    internal override bool TryRead(CaseNode node, string path, Problems problems, out DateOrRange value)
    {
        value = default;
        if (node is CaseMap)
        {
            if (Range.TryRead(node, path, problems, out var range) && range is { } dates)
            {
                value = dates;
                return true;
            }

            return false;
        }

        if (node is CaseList)
        {
            problems.Add(node, path, "a date is expected, such as 2026-11-22, or { from: ..., to: ... }, not a list");
            return false;
        }

        if (!DateShape.Only.TryRead(node, path, problems, out var date))
        {
            return false;
        }

        value = DateOrRange.On(date);
        return true;
    }

    internal override JsonObject Schema(SchemaParts parts) =>
        parts.Refer("dateOrRange", () => new JsonObject { ["anyOf"] = new JsonArray(DateShape.Only.Schema(parts), Range.Schema(parts)) });

    private static DateOrRange? Build(Section section)
    {
        if (!section.Get(From).TryGet(out var from) || !section.Get(To).TryGet(out var to))
        {
            return null;
        }

        if (to < from)
        {
            section.Problems.Add(
                section.Get(To).Place,
                $"the range is reversed: it ends on {DateOrRange.On(to)}, before it begins on {DateOrRange.On(from)}"
            );
            return null;
        }

        return DateOrRange.Between(from, to);
    }
}
