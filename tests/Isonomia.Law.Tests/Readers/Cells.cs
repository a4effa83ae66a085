using System.Globalization;

namespace Isonomia.Law.Tests.Readers;

/// <summary>Reads the cells of worked examples for the oracle, without the reader of the law itself.</summary>
internal static class Cells
{
    /// <summary>The person of an example, with the rules that its headings give.</summary>
    public static Person PersonOf(Lawbook law, Example example)
    {
        var person = new Person(law, example.Rows.Count);
        person[law.Vocabulary["as-of date"], 0] = Known.On(ExampleRunner.DefaultAsOf);
        for (var count = 0; count < example.Rows.Count; count++)
        {
            for (var i = 0; i < example.Headings.Count; i++)
            {
                var cell = example.Rows[count].Values[i];
                if (law.TryRule(example.Headings[i], out var rule))
                {
                    if (cell.Length > 0)
                        person[rule, count] = Flag(cell);
                }
                else if (cell.Length > 0)
                {
                    var fact = law.Vocabulary[example.Headings[i]];
                    person[fact, count] = Read(law, fact, cell, count);
                }
            }
        }
        if (example.Rule is { OfConvictions: true } && law.TryRule("conviction", out var conviction) && !person.Given.Contains(conviction))
        {
            for (var count = 0; count < person.Counts; count++)
                person[conviction, count] = Known.Yes;
        }
        Questions.Answer(person, q => example.Headings.Contains(q.Fact.Name));
        return person;
    }

    public static Known Read(Lawbook law, Fact fact, string cell, int count)
    {
        switch (cell)
        {
            case "?":
                return fact.Kind == FactKind.Match ? Known.NotReviewed : Known.Unknown;
            case "none" when fact.Kind is FactKind.Number or FactKind.Span or FactKind.Date or FactKind.Citation:
                return Known.None;
            case "silent":
                return fact.Kind switch
                {
                    FactKind.OneOf => new Known([.. fact.Names]),
                    FactKind.Number or FactKind.Span => Known.Range(0, Known.Unlimited),
                    FactKind.Citation => Known.Silence,
                    _ => Known.YesOrNo,
                };
        }
        var ends = cell.Split("..");
        return fact.Kind switch
        {
            FactKind.YesNo or FactKind.Match => Flag(cell),
            FactKind.OneOf or FactKind.Question => new Known([.. cell.Split(" or ")]),
            FactKind.Number => Known.Range(Whole(ends[0]), Whole(ends[^1])),
            FactKind.Span => Known.Range(Span(ends[0]), Span(ends[^1])),
            FactKind.Date => Known.Range(Date(ends[0]), Date(ends[^1])),
            FactKind.Group => new Known(new Grouped(cell[0], cell.Length > 1 ? 1000 + count : cell[0])),
            _ => fact.Name is "offense" or "charged offense" ? Offense(law, Citation.Parse(cell)) : new Known(Citation.Parse(cell)),
        };
    }

    /// <summary>The leaves that a citation names: those that hold it, the longest name first; else all that stand under it.</summary>
    public static Known Offense(Lawbook law, Citation citation, bool silentOnProng = false)
    {
        var target = citation.Target ?? citation;
        static IEnumerable<Citation> Names(Offense o) => o.Also.Append(o.Citation);
        var held = law
            .Offenses.Select(o => (Leaf: o, Depth: Names(o).Where(n => n.Covers(target)).Max(n => (int?)n.Depth)))
            .Where(o => o.Depth is not null)
            .ToArray();
        var leaves =
            held.Length > 0
                ? held.Where(o => o.Depth == held.Max(h => h.Depth)).Select(o => o.Leaf)
                : law.Offenses.Where(o => Names(o).Any(target.Covers));
        object?[] found = [.. leaves];
        return new Known(found.Length > 0 ? found : [citation]) { SilentOnProng = silentOnProng };
    }

    private static Known Flag(string cell) =>
        cell switch
        {
            "yes" => Known.Yes,
            "no" => Known.No,
            "silent" => Known.YesOrNo,
            "?" => Known.Unknown,
            _ => throw new FormatException(cell),
        };

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static long Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    /// <summary>A span is stored as months of 32 days, so that spans order as dates do.</summary>
    private static long Span(string text)
    {
        long span = 0,
            number = 0;
        foreach (var c in text.TrimStart('-'))
        {
            if (char.IsAsciiDigit(c))
            {
                number = (number * 10) + (c - '0');
                continue;
            }
            span +=
                number
                * c switch
                {
                    'y' => 12 * 32,
                    'm' => 32,
                    'd' => 1,
                    _ => throw new FormatException(text),
                };
            number = 0;
        }
        return text.StartsWith('-') ? -span : span;
    }
}
