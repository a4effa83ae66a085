using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Sentences;
using NodaTime;

namespace Isonomia.Analysis;

/// <summary>Dates on which an answer turns, by the calendar.</summary>
internal static class NotableDates
{
    public static IReadOnlyList<NotableDate> Of(Matter matter, IReadOnlyList<CountInCase> counts, LocalDate asOf, ImmigrationStatus? status)
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
        foreach (
            var c in counts.Where(c => c.Kind != CountKind.Charge && c.Convicted.IsValue && c.Convicted.Value.IsExact && c.Class.IsValue)
        )
        {
            var years =
                c.Class.Value == Law.OffenseClass.Felony ? 15
                : c.Class.Value == Law.OffenseClass.Misdemeanor ? 5
                : 0;
            if (years > 0)
                dates.Add(
                    new NotableDate(
                        c.Convicted.Value.From.PlusYears(years),
                        $"{years} years after the conviction of {c.Offense.Name}: where it is on the list of Gov. Code 7282.5(a)(3), a jail's leave to answer lapses"
                    )
                );
        }
        return [.. dates.Where(d => d.Date >= asOf).OrderBy(d => d.Date).ThenBy(d => d.What, StringComparer.Ordinal)];
    }

    /// <summary>Days of confinement in the period that bar good moral character (8 USC 1101(f)(7)).</summary>
    private const int ConfinementBar = 180;

    /// <summary>
    /// When a bar to naturalization that has an end is over: five years after the last offense that bars good moral character, five years after
    /// the confinement that does, the end of supervision. Null if there is none of these.
    /// </summary>
    /// <param name="counts">The counts.</param>
    /// <param name="asOf">The date of law.</param>
    /// <param name="bars">Whether a count's offense bars good moral character.</param>
    public static LocalDate? NaturalizationReopens(IReadOnlyList<CountInCase> counts, LocalDate asOf, Func<int, bool> bars)
    {
        LocalDate? last = null;
        void Later(LocalDate date)
        {
            if (date > asOf && (last is null || date > last))
                last = date;
        }
        var convicted = Enumerable.Range(0, counts.Count).Where(i => counts[i].Kind != CountKind.Charge).ToArray();
        var confined = convicted.Sum(i => (long)(UnsuspendedCustody.Of(counts[i].Sentence).High?.Count ?? 0)) >= ConfinementBar;
        foreach (var i in convicted)
        {
            var c = counts[i];
            var date = c.Convicted.TryGet(out var d) ? d.To : (LocalDate?)null;
            if (date is { } on && c.Sentence.TryGet(out var s) && s.Probation.TryGet(out var months) && months.Count > 0)
                Later(on.PlusMonths(months.Count));
            if (bars(i) && c.Committed.TryGet(out var committed))
                Later(committed.To.PlusYears(5));
            if (confined && date is { } from && UnsuspendedCustody.Of(c.Sentence).High is { Count: > 0 and < 36500 } days)
                Later(from.PlusDays(days.Count).PlusYears(5));
        }
        return last;
    }
}
