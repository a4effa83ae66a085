using Isonomia.Cases;
using Isonomia.Law;

namespace Isonomia.Facts;

/// <summary>
/// Which counts arose out of one incident. Counts of one named incident belong together, and so do a conditional plea and the plea that replaced
/// it; counts of different days are apart; for the rest it is not known. The order of the counts plays no part.
/// </summary>
internal sealed class Grouping
{
    private readonly IReadOnlyList<CountInCase> counts;

    /// <summary>Lowest count of those surely in one incident.</summary>
    private readonly int[] incident;

    /// <summary>Lowest count of those that may be in one incident, directly or through others; -1 where a count without a date may belong with any of several.</summary>
    private readonly int[] perhaps;

    public Grouping(IReadOnlyList<CountInCase> counts)
    {
        this.counts = counts;
        var all = Enumerable.Range(0, counts.Count).ToArray();
        incident = Joined(all, (a, b) => Together(counts[a], counts[b]) == Truth.Yes);
        var first = all.Where(i => incident[i] == i).ToArray();
        var members = all.ToLookup(i => incident[i]);
        bool MayBeOne(int a, int b) => members[a].All(x => members[b].All(y => Together(counts[x], counts[y]) != Truth.No));
        // A count without a date may belong with any other: that makes the others no less apart from each other.
        var adrift = first
            .Where(a => members[a].All(i => !counts[i].Committed.IsValue) && first.Any(b => b != a && MayBeOne(a, b)))
            .ToHashSet();
        var dated = first.Where(i => !adrift.Contains(i)).ToArray();
        var components = Joined(dated, MayBeOne);
        perhaps = Array.ConvertAll(all, i => adrift.Contains(incident[i]) ? -1 : components[Array.IndexOf(dated, incident[i])]);
    }

    /// <summary>The incident of a count.</summary>
    public Value Incident(int count) => Value.Group(perhaps[count], incident[count]);

    /// <summary>Its scheme: counts of one incident may each be a scheme of their own, but for the two pleas of one count.</summary>
    public Value Scheme(int count)
    {
        var own = Enumerable.Range(0, count + 1).First(i => i == count || IsOnePlea(counts[i], counts[count]));
        return Value.Group(perhaps[count], own);
    }

    /// <summary>For each item the lowest one that it is joined with, directly or through others.</summary>
    private static int[] Joined(int[] items, Func<int, int, bool> join)
    {
        var root = new int[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            root[i] = i;
            for (var j = 0; j < i; j++)
            {
                if (root[j] == root[i] || !join(items[j], items[i]))
                    continue;
                var (low, high) = (Math.Min(root[i], root[j]), Math.Max(root[i], root[j]));
                for (var k = 0; k <= i; k++)
                    if (root[k] == high)
                        root[k] = low;
            }
        }
        return Array.ConvertAll(root, r => items[r]);
    }

    private static bool IsOnePlea(CountInCase a, CountInCase b) =>
        a.Path.Length != b.Path.Length
        && (a.Path.StartsWith(b.Path + ".", StringComparison.Ordinal) || b.Path.StartsWith(a.Path + ".", StringComparison.Ordinal));

    private static Truth Together(CountInCase a, CountInCase b)
    {
        if (IsOnePlea(a, b))
            return Truth.Yes;
        if (a.Incident.TryGet(out var one) && b.Incident.TryGet(out var other))
            return one == other ? Truth.Yes : Truth.No;
        if (a.Committed.TryGet(out var first) && b.Committed.TryGet(out var second))
            return first.To < second.From || second.To < first.From ? Truth.No : Truth.Open;
        return Truth.Open;
    }
}
