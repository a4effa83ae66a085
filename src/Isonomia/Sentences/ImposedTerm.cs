using Isonomia.Cases;

namespace Isonomia.Sentences;

/// <summary>
/// The term of imprisonment imposed on one count, as federal law counts it: the incarceration that a court ordered, whatever of it
/// is suspended (8 USC 1101(a)(48)(B); ).
/// </summary>
/// <remarks>
/// One count at a time: terms of other counts are not added, concurrent or consecutive. Credits do not lower it.
/// <list type="table">
/// <listheader><term>ordered (R-031)</term><description>counts</description></listheader>
/// <item><term>imposition suspended</term><description>only jail as a condition of probation; no term is specified (PC 1170(b)(5))</description></item>
/// <item><term>execution suspended</term><description>the whole stated term</description></item>
/// <item><term>straight jail, prison</term><description>the whole term; m months are ceil(m x 365 / 12) days</description></item>
/// <item><term>split, PC 1170(h)(5)</term><description>custody and supervision together</description></item>
/// <item><term>life, or a minimum to life</term><description>life: longer than any number</description></item>
/// <item><term>electronic monitoring</term><description>its days where it is the confinement ordered; open (none to all) as a condition or beside jail</description></item>
/// <item><term>residential treatment</term><description>open: none to all of its days</description></item>
/// <item><term>violations, enhancements</term><description>added to the same count (R-033, R-034)</description></item>
/// <item><term>fine, restitution, community service</term><description>nothing</description></item>
/// </list>
/// </remarks>
public static class ImposedTerm
{
    /// <summary>The imposed term; wholly open where the sentence is not known.</summary>
    public static DayRange Of(Known<Sentence> sentence) => sentence.TryGet(out var known) ? Of(known) : DayRange.Unknown;

    /// <summary>The imposed term of that sentence: every number of days that it can be.</summary>
    public static DayRange Of(Sentence sentence) => OverSuspensions(sentence.Suspended, suspension => Of(sentence, suspension));

    /// <summary>Where it is not known what is suspended, each is possible.</summary>
    internal static DayRange OverSuspensions(Known<Suspension> suspended, Func<Suspension, DayRange> of) =>
        suspended.TryGet(out var known) ? of(known) : of(Suspension.None).Or(of(Suspension.Imposition)).Or(of(Suspension.Execution));

    private static DayRange Of(Sentence sentence, Suspension suspension)
    {
        var parts = OrderedParts.Of(sentence);
        var monitoring = parts.MonitoringStandsAlone(sentence, suspension) ? parts.Monitoring : parts.Monitoring with { Low = Days.Zero };
        var extra = monitoring + parts.Treatment + parts.Violations;
        return extra
            + suspension switch
            {
                Suspension.Imposition => parts.ConditionJail,
                Suspension.Execution => ExecutionSuspended(Stated(parts), parts.ConditionJail),
                _ => Stated(parts) + parts.ConditionJail,
            };
    }

    /// <summary>
    /// The stated term counts whole. Whether jail as a condition of the same probation is time within that term or beside it, no
    /// authority seen decides: from the longer of the two to both.
    /// </summary>
    private static DayRange ExecutionSuspended(DayRange stated, DayRange conditionJail) =>
        DayRange.Longer(stated, conditionJail).Or(stated + conditionJail);

    private static DayRange Stated(OrderedParts parts)
    {
        var term = parts.Jail + parts.MonthTerm;
        return (parts.CanBeLife, parts.CanBeLessThanLife) switch
        {
            (true, true) => term.Or(DayRange.Life),
            (true, false) => DayRange.Life,
            _ => term,
        };
    }
}
