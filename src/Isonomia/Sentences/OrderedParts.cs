using Isonomia.Cases;

namespace Isonomia.Sentences;

/// <summary>What one sentence orders, part by part in days, before anything is suspended or added up.</summary>
internal sealed record OrderedParts
{
    /// <summary>Straight jail.</summary>
    internal required DayRange Jail { get; init; }

    /// <summary>The stated term in months: straight, split and enhancements, converted once, since they are one term.</summary>
    internal required DayRange MonthTerm { get; init; }

    /// <summary>The same, without the supervision of a split term.</summary>
    internal required DayRange MonthTermInCustody { get; init; }

    /// <summary>Whether it is for life: yes, no, or both possible.</summary>
    internal required bool CanBeLife { get; init; }

    internal required bool CanBeLessThanLife { get; init; }

    /// <summary>Jail as a condition of probation.</summary>
    internal required DayRange ConditionJail { get; init; }

    /// <summary>Electronic monitoring as far as it is confinement in any reading.</summary>
    internal required DayRange Monitoring { get; init; }

    /// <summary>Residential treatment as far as it is confinement in any reading.</summary>
    internal required DayRange Treatment { get; init; }

    /// <summary>Custody ordered for violations.</summary>
    internal required DayRange Violations { get; init; }

    /// <summary>The parts of that sentence.</summary>
    internal static OrderedParts Of(Sentence sentence)
    {
        var prison = sentence.Prison;
        return new OrderedParts
        {
            Jail = Range(sentence.Jail),
            MonthTerm = MonthsAsDays(prison, sentence.Enhancement, Custody(sentence), Supervision(sentence)),
            MonthTermInCustody = MonthsAsDays(prison, sentence.Enhancement, Custody(sentence)),
            CanBeLife = !sentence.Life.TryGet(out var isLife) || isLife,
            CanBeLessThanLife = !sentence.Life.TryGet(out isLife) || !isLife,
            ConditionJail = Range(sentence.ConditionJail),
            Monitoring = Range(sentence.ElectronicMonitoring),
            // Whether a court-ordered residential program is confinement is open.
            Treatment = new DayRange(Days.Zero, Range(sentence.Treatment).High),
            Violations = Added(sentence.Violations),
        };
    }

    /// <summary>
    /// Whether monitoring stands alone as the confinement ordered (PC 1203.016, in place of jail). As a condition of probation, or
    /// beside a jail term that it may be the way of serving, it is open whether it counts.
    /// </summary>
    internal bool MonitoringStandsAlone(Sentence sentence, Suspension suspension) =>
        suspension == Suspension.None
        && sentence.Probation is { IsValue: true, Value.Count: 0 }
        && Jail == DayRange.None
        && MonthTerm == DayRange.None
        && ConditionJail == DayRange.None
        && !CanBeLife;

    private static Known<Months>? Custody(Sentence sentence) => Part(sentence, split => split.Custody);

    private static Known<Months>? Supervision(Sentence sentence) => Part(sentence, split => split.Supervision);

    private static Known<Months>? Part(Sentence sentence, Func<SplitTerm, Known<Months>> part) =>
        sentence.Split is not { } split ? null
        : split.TryGet(out var term) ? part(term)
        : Known.Unknown<Months>(split.Place);

    private static DayRange MonthsAsDays(params ReadOnlySpan<Known<Months>?> parts)
    {
        var months = Months.Zero;
        var isOpen = false;
        foreach (var part in parts)
        {
            if (part is null)
            {
                continue;
            }

            if (part.TryGet(out var count))
            {
                months += count;
            }
            else
            {
                isOpen = true;
            }
        }

        var days = Days.OfMonths(months);
        return isOpen ? DayRange.AtLeast(days) : DayRange.Exactly(days);
    }

    private static DayRange Range(Known<Days> days) => days.TryGet(out var count) ? DayRange.Exactly(count) : DayRange.Unknown;

    private static DayRange Added(Listed<Violation> violations) =>
        violations.Aggregate(violations.IsOpen ? DayRange.Unknown : DayRange.None, (sum, violation) => sum + Range(violation.Added));
}
