using Isonomia.Cases;

namespace Isonomia.Sentences;

/// <summary>The whole of a split county-jail term, PC 1170(h)(5).</summary>
public static class SplitTotal
{
    /// <summary>
    /// Custody and mandatory supervision together, in months: the suspended tail is a term whose execution is suspended, and for
    /// federal law it counts whole (R-031; 8 USC 1101(a)(48)(B)).
    /// </summary>
    public static Months Of(Months custody, Months supervision) => custody + supervision;

    /// <summary>The same in days, open where a part is not known.</summary>
    public static DayRange Of(SplitTerm split) =>
        split.Custody.TryGet(out var custody) && split.Supervision.TryGet(out var supervision)
            ? DayRange.Exactly(Days.OfMonths(Of(custody, supervision)))
            : DayRange.AtLeast(Days.OfMonths(Of(KnownPart(split.Custody), KnownPart(split.Supervision))));

    private static Months KnownPart(Known<Months> part) => part.TryGet(out var months) ? months : Months.Zero;
}
