using System.Collections.Frozen;
using System.Collections.Immutable;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Caseload.Reports;

/// <summary>
/// Dates at which the answer for a row may change with the row's own date: those of rule versions that another date than the as-of date picks, and those of
/// the charge's own pages. Dates of authorities, of open questions and of worked examples move with the as-of date, or not at all.
/// </summary>
public sealed class LawDates
{
    private readonly ImmutableSortedSet<LocalDate> _rules;
    private readonly FrozenDictionary<string, ImmutableSortedSet<LocalDate>> _offenses;

    private LawDates(ImmutableSortedSet<LocalDate> rules, FrozenDictionary<string, ImmutableSortedSet<LocalDate>> offenses) =>
        (_rules, _offenses) = (rules, offenses);

    /// <summary>The dates on the pages of a law.</summary>
    public static LawDates In(IEnumerable<LawPage> pages)
    {
        var rules = new List<LocalDate>();
        var offenses = new Dictionary<string, ImmutableSortedSet<LocalDate>>(StringComparer.Ordinal);
        foreach (var page in pages)
            if (page.Path.StartsWith("offenses/", StringComparison.Ordinal))
                offenses[page.Path] = [.. page.Text.Split('\n').SelectMany(Dates)];
            else if (!page.Path.StartsWith("authorities/", StringComparison.Ordinal) && page.Path is not ("questions.md" or "README.md"))
                rules.AddRange(
                    page.Text.Split('\n')
                        .Where(l => !l.StartsWith('|') && !l.TrimEnd().EndsWith("by as-of date", StringComparison.Ordinal))
                        .SelectMany(Dates)
                );
        return new LawDates([.. rules], offenses.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The dates that concern offenses of these pages, in order.</summary>
    public ImmutableArray<LocalDate> Of(IEnumerable<string> pages) =>
        [.. pages.Aggregate(_rules, (all, page) => all.Union(_offenses.GetValueOrDefault(page, [])))];

    /// <summary>Each date with the day after it: a window may end with a day or before it.</summary>
    private static List<LocalDate> Dates(string line)
    {
        var dates = new List<LocalDate>();
        var text = line.AsSpan();
        for (var i = 0; i + 10 <= text.Length; i++)
            if (text[i + 4] == '-' && text[i + 7] == '-' && Delimited.DateText.TryRead(text.Slice(i, 10), dayFirst: false, out var date))
            {
                dates.Add(date);
                dates.Add(date.PlusDays(1));
            }
        return dates;
    }
}
