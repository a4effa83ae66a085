using Isonomia.Cases;

namespace Isonomia.Sentences;

/// <summary>One count's term and the counts after which it runs.</summary>
/// <param name="Charge">The charge's id.</param>
/// <param name="Term">The count's own term.</param>
/// <param name="After">The ids after which it runs; empty: it runs together with the others.</param>
/// <param name="IsOrderOpen">Whether it is not known if it runs after others.</param>
public sealed record CountTerm(string Charge, DayRange Term, ValueList<string> After, bool IsOrderOpen = false);

/// <summary>The custody that several counts make together: consecutive terms one after the other, concurrent ones at once.</summary>
/// <remarks>
/// For the direct punishment only. Federal tests of a term look at each count alone, and the two that aggregate
/// add every count's term whatever its order. Terms are as ordered: one third of the middle term (PC 1170.1) is the court's arithmetic.
/// </remarks>
public static class OrderedTotal
{
    /// <summary>The range of days from the first day to the end of the last term.</summary>
    /// <remarks>
    /// A term after a count that is not there runs from the beginning; so do terms in a circle, which the reader of cases refuses.
    /// </remarks>
    public static DayRange Of(IReadOnlyList<CountTerm> counts)
    {
        var byCharge = counts
            .DistinctBy(count => count.Charge, StringComparer.Ordinal)
            .ToDictionary(count => count.Charge, StringComparer.Ordinal);
        var order = RunningOrder.Of(
            byCharge.ToDictionary(each => each.Key, each => (IReadOnlyList<string>)each.Value.After, StringComparer.Ordinal),
            out var neverBegin
        );
        var ends = neverBegin.ToDictionary(id => id, id => byCharge[id].Term, StringComparer.Ordinal);
        foreach (var id in order)
        {
            var start = byCharge[id]
                .After.Where(ends.ContainsKey)
                .Select(earlier => ends[earlier])
                .Aggregate(DayRange.None, DayRange.Longer);
            ends[id] = start + byCharge[id].Term;
        }

        var total = ends.Values.Aggregate(DayRange.None, DayRange.Longer);
        // With an order unknown, the terms may all run one after the other.
        return counts.Any(count => count.IsOrderOpen)
            ? total.Or(counts.Select(count => count.Term).Aggregate(DayRange.None, (sum, term) => sum + term))
            : total;
    }
}
