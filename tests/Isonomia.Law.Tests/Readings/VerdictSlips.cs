using Isonomia.Law.Tests.Readers;

namespace Isonomia.Law.Tests.Readings;

/// <summary>A slip of the pen in a verdict row: what stands instead of it and of the rows whose window it shares, null for a row left out.</summary>
internal sealed record VerdictSlip(Verdict Row, string Kind, string What, IReadOnlyDictionary<Verdict, Verdict?> Instead)
{
    public IReadOnlyList<Verdict> In(IReadOnlyList<Verdict> rows)
    {
        for (var i = 0; i < rows.Count; i++)
            if (Instead.ContainsKey(rows[i]))
                return [.. rows.Select(r => Instead.GetValueOrDefault(r, r)).OfType<Verdict>()];
        return rows;
    }

    /// <summary>
    /// Every slip that a row can have: another verdict, the row left out, its condition left out, turned round or with another name, its window a
    /// day longer or shorter.
    /// </summary>
    /// <param name="law">The law book.</param>
    /// <param name="row">A row of a page.</param>
    /// <param name="beside">Rows of the same match and citation, whose windows may touch.</param>
    public static IEnumerable<VerdictSlip> Of(Lawbook law, Verdict row, IReadOnlyList<Verdict> beside)
    {
        var unsettled = new NameTest(
            law.Vocabulary.Facts.First(f => f.Kind == FactKind.Question && f.Names is ["yes", "no"]),
            1,
            "unsettled",
            row.At
        );
        VerdictSlip With(string kind, string what, Verdict? instead) =>
            new(row, kind, what, new Dictionary<Verdict, Verdict?> { [row] = instead });
        VerdictSlip Becomes(string kind, string what, Condition test) =>
            With(kind, what, row with { Kind = VerdictKind.Depends, Test = test });
        var word = row.Text.Split(':')[0];
        if (!Redundant(law, row))
            yield return With("left out", $"{word} left out", null);
        if (word != "yes")
            yield return With("verdict", $"{word} becomes yes", row with { Kind = VerdictKind.Yes, Test = null });
        if (word != "no")
            yield return With("verdict", $"{word} becomes no", row with { Kind = VerdictKind.No, Test = null });
        if (word != "unsettled")
            yield return Becomes(
                "verdict",
                $"{word} becomes unsettled",
                row.Question is { } q ? new NameTest(q, 1, "unsettled", row.At) : unsettled
            );
        if (row.Test is { } test && word is "depends" or "unsettled when")
        {
            var record = word == "depends" ? row.Test! : ((AllOf)row.Test!).Items[0];
            Condition Whole(Condition c) => word == "depends" ? c : new AllOf([c, ((AllOf)row.Test!).Items[1]], "all of", row.At);
            if (word == "unsettled when")
                yield return Becomes("verdict", "unsettled when becomes depends", record);
            yield return Becomes("condition", $"not {record.Text}", Whole(new Negation(record, record.Text, record.At)));
            foreach (var (what, slip) in Lists(record))
                yield return Becomes("condition", what, Whole(slip));
        }
        foreach (var by in new[] { 1, -1 })
        {
            if (row.From is { } from)
                yield return Moved(
                    row,
                    beside,
                    v =>
                        v.From == from ? v with { From = from.PlusDays(by) }
                        : v.Until == from ? v with { Until = from.PlusDays(by) }
                        : v,
                    $"from a day {(by > 0 ? "later" : "earlier")}"
                );
            if (row.Until is { } until && !beside.Any(v => v.From == until))
                yield return Moved(
                    row,
                    beside,
                    v => v.Until == until ? v with { Until = until.PlusDays(by) } : v,
                    $"until a day {(by > 0 ? "later" : "earlier")}"
                );
        }
    }

    /// <summary>Does the row that would speak in its place say the same? Then a page repeats itself for the reader's sake, and nothing is lost without it.</summary>
    private static bool Redundant(Lawbook law, Verdict row)
    {
        var index = law.Vocabulary.Matches.ToList().IndexOf(row.Match);
        return law
            .Offenses.Select(o => o.Verdicts[index])
            .Where(rows => rows.Contains(row))
            .All(rows =>
                rows.SkipWhile(v => v != row).Skip(1).FirstOrDefault() is { } next
                && next.Text == row.Text
                && next.From == row.From
                && next.Until == row.Until
            );
    }

    private static VerdictSlip Moved(Verdict row, IReadOnlyList<Verdict> beside, Func<Verdict, Verdict> move, string what) =>
        new(
            row,
            "window",
            what,
            beside
                .Append(row)
                .Distinct()
                .Where(v => v.By == row.By)
                .Select(v => (v, Moved: move(v)))
                .Where(v => !ReferenceEquals(v.v, v.Moved))
                .ToDictionary(v => v.v, v => (Verdict?)v.Moved)
        );

    /// <summary>A name or citation of a list left out, or a name added that the list does not have.</summary>
    private static IEnumerable<(string What, Condition Slip)> Lists(Condition record)
    {
        if (record is NameTest name)
        {
            foreach (var (i, word) in name.Fact.Names.Index())
            {
                var mask = name.Mask ^ (1L << i);
                if (mask != 0)
                    yield return ($"{name.Fact.Name} {((name.Mask >> i & 1) == 1 ? "without" : "or")} {word}", name with { Mask = mask });
            }
        }
        if (record is CitationTest { Citations.Count: > 1 } cites)
            foreach (var citation in cites.Citations)
                yield return (
                    $"{cites.Fact.Name} without {citation}",
                    cites with
                    {
                        Citations = [.. cites.Citations.Where(c => c != citation)],
                    }
                );
    }
}
