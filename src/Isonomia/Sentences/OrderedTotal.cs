using Isonomia.Cases;

namespace Isonomia.Sentences;

/// <summary>One count's term and the counts after which it runs.</summary>
/// <param name="Charge">The charge's id.</param>
/// <param name="Term">The count's own term.</param>
/// <param name="After">The ids after which it runs; empty: it runs together with the others.</param>
/// <param name="IsOrderOpen">Whether it is not known if it runs after others.</param>
public sealed record CountTerm(
    string Charge,
    DayRange Term,
    ValueList<string> After,
    bool IsOrderOpen = false
);

/// <summary>The custody that several counts make together: consecutive terms one after the other, concurrent ones at once.</summary>
/// <remarks>
/// For the direct punishment only. Federal tests of a term look at each count alone, and the two that aggregate
/// add every count's term whatever its order. Terms are as ordered: one third of the middle term (PC 1170.1) is the court's arithmetic.
/// </remarks>
public static class OrderedTotal
{
    /// <summary>The range of days from the first day to the end of the last term.</summary>
    /// <remarks>A term that names a count without a term runs from the beginning. A circle of terms, which the reader refuses, is cut.</remarks>
    public static DayRange Of(IReadOnlyList<CountTerm> counts)
    {
        if (counts.Count == 0)
        {
            return DayRange.None;
        }

        var byCharge = new Dictionary<string, CountTerm>(StringComparer.Ordinal);
        foreach (var count in counts)
        {
            byCharge.TryAdd(count.Charge, count);
        }

        var ends = new Dictionary<string, DayRange>(StringComparer.Ordinal);
        var total = counts
            .Select(count => End(count, byCharge, ends, []))
            .Aggregate(DayRange.None, DayRange.Longer);
        // With an order unknown, the terms may all run one after the other.
        return counts.Any(count => count.IsOrderOpen)
            ? total.Or(
                counts
                    .Select(count => count.Term)
                    .Aggregate(DayRange.None, (sum, term) => sum + term)
            )
            : total;
    }

    private static DayRange End(
        CountTerm count,
        Dictionary<string, CountTerm> byCharge,
        Dictionary<string, DayRange> ends,
        HashSet<string> below
    )
    {
        if (ends.TryGetValue(count.Charge, out var known))
        {
            return known;
        }

        below.Add(count.Charge);
        var start = DayRange.None;
        foreach (var earlier in count.After)
        {
            if (!below.Contains(earlier) && byCharge.TryGetValue(earlier, out var before))
            {
                start = DayRange.Longer(start, End(before, byCharge, ends, below));
            }
        }

        below.Remove(count.Charge);
        return ends[count.Charge] = start + count.Term;
    }
}
