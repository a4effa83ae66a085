namespace Isonomia.Law.Tests.Readers;

/// <summary>Lays persons out for the evaluator and the tracer.</summary>
internal static class Rows
{
    /// <summary>One row a person; all have the same number of counts and the same rules given.</summary>
    public static RowSet Of(IReadOnlyList<Person> persons)
    {
        var (law, slots) = (persons[0].Law, persons[0].Counts);
        var rows = new RowSet(law, persons.Count, slots);
        foreach (var (index, slot) in persons.SelectMany(p => p.Set).Distinct())
        {
            var fact = law.Vocabulary.Facts[index];
            var values = persons.Select(p => ValueOf(fact, p[fact, slot])).ToArray();
            if (!Array.TrueForAll(values, v => v == values[0]))
                rows.SetRows(fact, slot, values);
            else if (fact.About == Level.Case)
                rows.Set(fact, values[0]);
            else
                rows.Set(fact, slot, values[0]);
        }
        foreach (var rule in persons[0].Given)
        {
            for (var slot = 0; slot < (rule.About == Level.Case ? 1 : slots); slot++)
            {
                var values = persons.Select(p => Flag(p[rule, slot])).ToArray();
                if (!Array.TrueForAll(values, v => v == values[0]))
                    rows.GiveRows(rule, slot, values);
                else
                    rows.Give(rule, slot, values[0]);
            }
        }
        return rows;
    }

    public static Value ValueOf(Fact fact, Known known)
    {
        if (ReferenceEquals(known, Known.NotReviewed))
            return Value.Unreviewed;
        if (known.Values.Length == 0)
            return known.Stands ? Value.SilentFlag : Value.Unknown;
        return fact.Kind switch
        {
            FactKind.YesNo or FactKind.Match => Flag(known),
            FactKind.OneOf or FactKind.Question => Masked(known, name => 1L << fact.Names.ToList().IndexOf(name)),
            FactKind.Number or FactKind.Span or FactKind.Date => known.Values[0] is long low
                ? Value.Range(low, (long)known.Values[^1]!)
                : Value.None,
            FactKind.Group => known.Values[0] is Grouped g ? Value.Group(g.Surely ?? -1, g.Perhaps) : Value.Unknown,
            _ when fact.Name is "offense" or "charged offense" => new Value(
                ValueState.Known,
                0,
                0,
                new OffenseValue(known.Values[0] as Citation, [.. known.Values.OfType<Offense>()], known.SilentOnProng)
            ),
            _ => known.Values[0] is Citation citation ? Value.Cites(citation) : Value.None,
        };
    }

    private static Value Flag(Known known) =>
        known.Values.Length == 0 ? Value.Unknown : Masked(known, v => v == "yes" ? Value.YesBit : Value.NoBit);

    private static Value Masked(Known known, Func<string, long> bit)
    {
        var mask = known.Values.Aggregate(0L, (m, v) => m | bit((string)v!));
        return new Value(known.Stands ? ValueState.Known : ValueState.Unknown, mask, 0);
    }
}
