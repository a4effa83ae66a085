namespace Isonomia.Law.Tests.Readers;

/// <summary>Worlds of a person: everything that is open gets a value. What the record leaves open stays so, or is settled as well.</summary>
internal sealed class Worlds(Lawbook law, IReadOnlyDictionary<int, IReadOnlyList<Known>> choices, int seed)
{
    private readonly Random dice = new(seed);

    /// <summary>One world, by fact and count; facts that are not open are left out.</summary>
    public IEnumerable<(Fact Fact, int Count, Known Known)> Of(Person person, bool settleRecord)
    {
        // Counts that are surely of one group stay together in every world.
        var groups = new Dictionary<Grouped, Known>();
        foreach (var fact in law.Vocabulary.Facts.Where(f => choices.ContainsKey(f.Index)))
        {
            for (var count = 0; count < (fact.About == Level.Case ? 1 : person.Counts); count++)
            {
                var known = person[fact, count];
                var sharp = Sharpen(fact, known, settleRecord, groups);
                if (!ReferenceEquals(sharp, known))
                    yield return (fact, count, sharp);
            }
        }
    }

    private Known Sharpen(Fact fact, Known known, bool settleRecord, Dictionary<Grouped, Known> groups)
    {
        if (fact.Kind == FactKind.Match && ReferenceEquals(known, Known.NotReviewed))
            return dice.Next(2) == 0 ? Known.Yes : Known.No;
        if (fact.Kind == FactKind.Match)
            return settleRecord && known.Values.Length == 2 ? One(known) : known;
        if (fact.Kind == FactKind.Group)
            return known.Values.FirstOrDefault() is not Grouped g ? Group(dice.Next(1, 9))
                : g.Surely == g.Perhaps ? known
                : groups.TryGetValue(g, out var chosenBefore) ? chosenBefore
                : groups[g] = Group(dice.Next(2) == 0 ? g.Surely!.Value : g.Perhaps);
        if (known.SilentOnProng && !settleRecord || known.Stands && fact.OfRecord && !settleRecord)
            return known;
        if (known.Values.Length > 0)
            return One(known);
        var sharp = choices[fact.Index].Where(k => k.Values.Length > 0).ToArray();
        var chosen = sharp[dice.Next(sharp.Length)];
        // The record that nobody has seen may turn out to be silent.
        return fact.OfRecord && !settleRecord ? chosen : One(chosen);
    }

    private static Known Group(long key) => new(new Grouped(key, key));

    /// <summary>One of the values, or a number between the two ends.</summary>
    private Known One(Known known)
    {
        if (known.Values is [long low, long high])
        {
            if (low == high)
                return known;
            var n = dice.Next(3) switch
            {
                0 => low,
                1 => high,
                _ => low + dice.NextInt64(Math.Min(high - low, 4_000)),
            };
            return Known.Range(n, n);
        }
        return known.Values.Length == 1 ? known : new Known(known.Values[dice.Next(known.Values.Length)]);
    }
}
