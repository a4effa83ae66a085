using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Sentences;
using NodaTime;

namespace Isonomia.Analysis;

/// <summary>Dates on which an answer turns, by the calendar.</summary>
internal static class NotableDates
{
    /// <summary>The dates that lie ahead, in order.</summary>
    /// <param name="matter">The case.</param>
    /// <param name="counts">Its counts.</param>
    /// <param name="asOf">Today.</param>
    /// <param name="status">The status, if it is known.</param>
    /// <param name="lapses">After how many years each count no longer lets a jail cooperate; null where it never does, or always will.</param>
    public static IReadOnlyList<NotableDate> Of(
        Matter matter,
        IReadOnlyList<CountInCase> counts,
        LocalDate asOf,
        ImmigrationStatus? status,
        IReadOnlyList<int?> lapses
    )
    {
        var dates = new List<NotableDate>();
        if (status == ImmigrationStatus.Citizen)
            return dates;
        void Add(Known<DateOrRange> from, int years, string what)
        {
            if (from.TryGet(out var date) && date.IsExact)
                dates.Add(new NotableDate(date.From.PlusYears(years), what));
        }
        var person = matter.Person;
        Add(person.Admitted, 5, "five years after admission: the last day on which an offense is within them is not settled");
        if (status is null or ImmigrationStatus.LawfulPermanentResident or ImmigrationStatus.ReturningResident)
        {
            Add(person.ResidentSince, 5, "five years as a permanent resident, which cancellation needs");
            Add(
                person.ContinuousResidenceSince,
                7,
                "seven years of residence, which cancellation for residents needs, if no offense or notice stopped the clock"
            );
        }
        if (status is not (ImmigrationStatus.LawfulPermanentResident or ImmigrationStatus.ReturningResident))
            Add(
                person.ContinuousResidenceSince,
                10,
                "ten years of presence, which cancellation for others needs, if no offense or notice stopped the clock"
            );
        for (var slot = 0; slot < counts.Count; slot++)
        {
            var c = counts[slot];
            if (c.Kind != CountKind.Charge && lapses[slot] is { } years)
                Add(
                    c.Convicted,
                    years,
                    $"{years} years after the conviction of {c.Offense.Name}, which is on the list of Gov. Code 7282.5(a)(3): the last day on which a jail may answer for it"
                );
        }
        return [.. dates.Where(d => d.Date >= asOf).OrderBy(d => d.Date).ThenBy(d => d.What, StringComparer.Ordinal)];
    }

    /// <summary>The last day of supervision of any count, if it lies ahead: probation, or the whole of a split term.</summary>
    public static LocalDate? SupervisionEnds(IReadOnlyList<CountInCase> counts, LocalDate asOf)
    {
        LocalDate? last = null;
        foreach (var c in counts.Where(c => c.Kind != CountKind.Charge))
        {
            if (!c.Convicted.TryGet(out var convicted) || !c.Sentence.TryGet(out var s))
                continue;
            var months = s.Probation.TryGet(out var probation) ? probation.Count : 0;
            if (
                s.Split is { } split
                && split.TryGet(out var term)
                && term.Custody.TryGet(out var custody)
                && term.Supervision.TryGet(out var tail)
            )
                months = Math.Max(months, SplitTotal.Of(custody, tail).Count);
            var end = months > 0 ? convicted.To.PlusMonths(Math.Min(months, 1200)) : asOf;
            if (end > asOf && (last is null || end > last))
                last = end;
        }
        return last;
    }

    /// <summary>
    /// Some count is under supervision that may still run and of which no last day is known: parole after a straight term, a sentence not given.
    /// </summary>
    public static bool IsSupervisionEndless(Law.Lawbook law, Matter matter, IReadOnlyList<CountInCase> counts, LocalDate asOf)
    {
        var context = new RowContext(law, matter, counts, asOf, null, Forum.NinthCircuit);
        return counts.Any(c => CaseFacts.Supervised(context, c) != Law.Truth.No && SupervisionEnds([c], asOf) is null);
    }

    /// <summary>The last day on which a bar of five years can lapse: the day after five years from the offense, the conviction, or the end of custody; null if none lies ahead.</summary>
    public static LocalDate? LastLapse(IReadOnlyList<CountInCase> counts, LocalDate asOf)
    {
        var all = Lapses(counts, asOf);
        return all.Count > 0 ? all.Max : null;
    }

    /// <summary>Every day ahead on which a bar of five years can lapse, in order.</summary>
    public static SortedSet<LocalDate> Lapses(IReadOnlyList<CountInCase> counts, LocalDate asOf)
    {
        var all = new SortedSet<LocalDate>();
        void Add(LocalDate day)
        {
            if (day.PlusYears(5).PlusDays(1) is var lapse && lapse > asOf)
                all.Add(lapse);
        }
        foreach (var c in counts.Where(c => c.Kind != CountKind.Charge))
        {
            if (c.Committed.TryGet(out var committed))
                Add(committed.To);
            if (!c.Convicted.TryGet(out var convicted))
                continue;
            Add(convicted.To);
            if (UnsuspendedCustody.Of(c.Sentence).High is { Count: < 36500 } custody)
                Add(convicted.To.PlusDays(custody.Count));
        }
        return all;
    }
}
