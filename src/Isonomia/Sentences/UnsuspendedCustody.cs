using Isonomia.Cases;

namespace Isonomia.Sentences;

/// <summary>
/// The custody that a court ordered on one count and did not suspend: what "sentenced to time in custody, not suspended" asks
/// (the ninety days of R-167).
/// </summary>
/// <remarks>
/// As <see cref="ImposedTerm"/>, except that a term whose execution is suspended does not count, nor the supervision of a split
/// term, which is its suspended part (PC 1170(h)(5)). Jail as a condition of probation does, and custody for violations.
/// </remarks>
public static class UnsuspendedCustody
{
    /// <summary>The custody; wholly open where the sentence is not known.</summary>
    public static DayRange Of(Known<Sentence> sentence) => sentence.TryGet(out var known) ? Of(known) : DayRange.Unknown;

    /// <summary>The custody of that sentence: every number of days that it can be.</summary>
    public static DayRange Of(Sentence sentence) => ImposedTerm.OverSuspensions(sentence.Suspended, suspension => Of(sentence, suspension));

    private static DayRange Of(Sentence sentence, Suspension suspension)
    {
        var parts = OrderedParts.Of(sentence);
        var monitoring = parts.MonitoringStandsAlone(sentence, suspension) ? parts.Monitoring : parts.Monitoring with { Low = Days.Zero };
        var custody = monitoring + parts.Treatment + parts.Violations + parts.ConditionJail;
        return suspension == Suspension.None ? custody + Straight(parts) : custody;
    }

    private static DayRange Straight(OrderedParts parts)
    {
        var term = parts.Jail + parts.MonthTermInCustody;
        return (parts.CanBeLife, parts.CanBeLessThanLife) switch
        {
            (true, true) => term.Or(DayRange.Life),
            (true, false) => DayRange.Life,
            _ => term,
        };
    }
}
