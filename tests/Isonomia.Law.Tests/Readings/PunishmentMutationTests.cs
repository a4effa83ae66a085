using System.Globalization;
using Isonomia.Law.Tests.Readers;
using NodaTime;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests.Readings;

/// <summary>
/// How well the second readings and the lists of the statutes hold the tables of punishment and state effects in place. Fines, least terms, lengths of
/// probation, and the place of custody outside of the sections of <c>places.tsv</c>, were not read twice and are not tried.
/// </summary>
public sealed class PunishmentMutationTests(ITestOutputHelper output)
{
    /// <summary>The share of slips that were caught when this was last measured, less a little for pages that are being written.</summary>
    private const double Floor = 0.95;

    [Fact]
    public void Nearly_every_slip_of_the_pen_in_a_punishment_or_a_state_effect_is_caught()
    {
        var law = RealLaw.Book;
        var days = new LawDays(law);
        var leavesOf = new Dictionary<object, List<Offense>>(ReferenceEqualityComparer.Instance);
        foreach (var leaf in law.Offenses)
        foreach (var row in leaf.Penalties.Concat<object>(leaf.Effects))
        {
            if (!leavesOf.TryGetValue(row, out var leaves))
                leavesOf.Add(row, leaves = []);
            leaves.Add(leaf);
        }
        var readings = new Dictionary<Offense, List<(SecondReading Reading, Offense[] Leaves)>>();
        foreach (var reading in SecondReading.All.Where(r => r.OfPunishment))
        {
            Offense[] leaves = [.. reading.LeavesIn(law).Values.OfType<Offense>()];
            foreach (var leaf in leaves)
            {
                if (!readings.TryGetValue(leaf, out var list))
                    readings.Add(leaf, list = []);
                list.Add((reading, leaves));
            }
        }
        var byKind = new SortedDictionary<string, (int All, int Caught)>(StringComparer.Ordinal);
        var tried = leavesOf.Where(r => !Waiting.For(At(r.Key))).ToArray();
        foreach (var (row, leaves) in tried.OrderBy(r => At(r.Key).File, StringComparer.Ordinal).ThenBy(r => At(r.Key).Line))
        {
            var asked = leaves.SelectMany(l => readings.GetValueOrDefault(l) ?? []).Distinct().ToArray();
            foreach (
                var (kind, what, slip) in row is Penalty penalty
                    ? Slips(penalty, Array.Exists(asked, a => a.Reading.Key == "place"))
                    : Slips((StateEffects)row)
            )
            {
                var caught =
                    Days(row)
                        .Zip(Days(slip))
                        .Any(d => d.First is not null && d.Second is { } moved && moved != d.First && !days.Changed(moved))
                    || Array.Exists(asked, a => Says(a.Reading, a.Leaves, row, slip) != a.Reading.Stands)
                    || slip is Penalty { Class: OffenseClass.Felony } felony && !Era(felony)
                    || leaves.Exists(l => Unpunished(l, row, slip) || !Realigned(l, row, slip))
                    || slip is StateEffects effects && leaves.Exists(l => !Allowed(l, (StateEffects)row, effects));
                var (all, before) = byKind.GetValueOrDefault(kind);
                byKind[kind] = (all + 1, before + (caught ? 1 : 0));
                if (!caught)
                    output.WriteLine($"survivor\t{At(row).File}:{At(row).Line}\t{leaves[0]}\t{kind}\t{what}");
            }
        }
        var (slips, found) = (byKind.Values.Sum(k => k.All), byKind.Values.Sum(k => k.Caught));
        var share = (double)found / slips;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{slips} slips in {tried.Length} rows of punishment and state effects, {found} caught ({share:P1})"
            )
        );
        foreach (var (kind, (all, caught)) in byKind)
            output.WriteLine($"  {kind}: {caught} of {all}");
        Assert.True(
            share >= Floor,
            $"{found} of {slips} slips are caught ({share:P1}), fewer than {Floor:P0}; the others are listed in the output"
        );
    }

    [Fact]
    public void Every_offense_is_punished_on_every_day_and_every_felony_in_state_prison_before_realignment()
    {
        var wrong = new List<string>();
        foreach (var leaf in RealLaw.Book.Offenses)
        {
            if (Unpunished(leaf, leaf, leaf))
                wrong.Add($"{leaf}: a day without punishment or state effects");
            if (!Realigned(leaf, leaf, leaf))
                wrong.Add($"{leaf}: realignment changed more than the place");
            wrong.AddRange(
                leaf.Penalties.Where(p => p.Class == OffenseClass.Felony && !Era(p))
                    .Select(p => $"{p.At.File}:{p.At.Line}: {leaf}: {p.Place}")
            );
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Until October 1, 2011 every felony was punished in state prison; PC 1170(h) did not exist.</summary>
    private static bool Era(Penalty row) => row.Until is not { } until || until > Realignment || row.Place == Place1170.StatePrison;

    /// <summary>Realignment changed where a felony is served, not what it is: the same classes and terms stand on both sides of the day.</summary>
    private static bool Realigned(Offense leaf, object row, object? slip)
    {
        object? Now(object r) => ReferenceEquals(r, row) ? slip : r;
        Penalty[] penalties = [.. leaf.Penalties.Select(Now).OfType<Penalty>()];
        string On(LocalDate day, string key) => Punishment.Of([.. penalties.Where(p => Holds(p.From, p.Until, day))], [], key);
        bool Same(string key) => On(Realignment.PlusDays(-1), key) == On(Realignment, key);
        return !Array.Exists(penalties, p => p.Until == Realignment || p.From == Realignment)
            || Same("class") && Same("felonyTerm") && Same("misdemeanorDays");
    }

    private static readonly LocalDate Realignment = new(2011, 10, 1);

    /// <summary>Is there a day, between the changes of law, on which an offense in force is not punished, or has no state effects?</summary>
    private static bool Unpunished(Offense leaf, object row, object? slip)
    {
        object? Now(object r) => ReferenceEquals(r, row) ? slip : r;
        Penalty[] penalties = [.. leaf.Penalties.Select(Now).OfType<Penalty>()];
        StateEffects[] effects = [.. leaf.Effects.Select(Now).OfType<StateEffects>()];
        var days = penalties.Select(p => p.From).Concat(effects.Select(e => e.From)).OfType<LocalDate>().Append(leaf.From ?? First);
        var last = leaf.Until ?? LocalDate.MaxIsoValue;
        return days.Concat(penalties.Select(p => p.Until).Concat(effects.Select(e => e.Until)).OfType<LocalDate>())
            .Where(d => d >= (leaf.From ?? First) && d < last)
            .Any(d => !Array.Exists(penalties, p => Holds(p.From, p.Until, d)) || !Array.Exists(effects, e => Holds(e.From, e.Until, d)));
    }

    /// <summary>The earliest law that can be asked for is that of 2010.</summary>
    private static readonly LocalDate First = new(2010, 1, 1);

    private static Place At(object row) => row is Penalty p ? p.At : ((StateEffects)row).At;

    private static LocalDate?[] Days(object? row) =>
        row switch
        {
            Penalty p => [p.From, p.Until],
            StateEffects e => [e.From, e.Until],
            _ => [null, null],
        };

    private static bool Holds(LocalDate? from, LocalDate? until, LocalDate day) =>
        (from is not { } f || f <= day) && (until is not { } u || day < u);

    /// <summary>What the tables say with a slip in one row.</summary>
    private static string Says(SecondReading reading, Offense[] leaves, object row, object? slip)
    {
        object? Now(object r) => ReferenceEquals(r, row) ? slip : r;
        Penalty[] penalties =
        [
            .. leaves.SelectMany(l => l.Penalties).Select(Now).OfType<Penalty>().Where(p => Holds(p.From, p.Until, reading.On)),
        ];
        StateEffects[] effects =
        [
            .. leaves
                .Select(l => l.Effects.Select(Now).OfType<StateEffects>().FirstOrDefault(e => Holds(e.From, e.Until, reading.On)))
                .OfType<StateEffects>(),
        ];
        return Punishment.Of(penalties, effects, reading.Key);
    }

    /// <summary>Do the lists of the statutes allow the row as it would be?</summary>
    private static bool Allowed(Offense leaf, StateEffects row, StateEffects slip) =>
        StatuteLists.Names.All(list => StatuteLists.Allow(list, leaf, StatuteLists.DayOf(leaf, row), StatuteLists.Cell(list, slip)));

    private static IEnumerable<(string Kind, string What, object? Slip)> Slips(Penalty row, bool placeRead)
    {
        yield return ("penalty left out", $"{row.Class} left out", null);
        foreach (var other in Enum.GetValues<OffenseClass>().Where(c => c != row.Class))
            yield return ("class", $"{row.Class} becomes {other}", row with { Class = other });
        var term = row.Term;
        for (var i = 0; i < term.Months.Count; i++)
            foreach (var by in new[] { 12, -12 })
                yield return (
                    "term",
                    $"{term.Months[i]} months, {by:+0;-0}",
                    row with
                    {
                        Term = term with { Months = [.. term.Months.Select((m, j) => j == i ? m + by : m)] },
                    }
                );
        if (term.MaxDays > 0)
            foreach (var by in new[] { 1, -1 })
                yield return (
                    row.Class == OffenseClass.Felony ? "term" : "days",
                    $"{term.MaxDays} days, {by:+0;-0}",
                    row with
                    {
                        Term = term with { MaxDays = term.MaxDays + by },
                    }
                );
        if (term.LifeAfterMonths is { } least)
            foreach (var by in new[] { 12, -12 })
                yield return (
                    "term",
                    $"{least} months to life, {by:+0;-0}",
                    row with
                    {
                        Term = term with { LifeAfterMonths = least + by },
                    }
                );
        if (term.Life)
            yield return ("term", "parole", row with { Term = term with { NoParole = !term.NoParole } });
        foreach (var place in new[] { Place1170.StatePrison, Place1170.CountyJail1170h })
            if (row.Class == OffenseClass.Felony && row.Place != place && (placeRead || row.Until <= Realignment))
                yield return ("place", $"{row.Place} becomes {place}", row with { Place = place });
        foreach (var by in new[] { 1, -1 })
        {
            if (row.From is { } from)
                yield return ("window of a penalty", $"from a day {by:+0;-0}", row with { From = from.PlusDays(by) });
            if (row.Until is { } until)
                yield return ("window of a penalty", $"until a day {by:+0;-0}", row with { Until = until.PlusDays(by) });
        }
    }

    private static IEnumerable<(string Kind, string What, object? Slip)> Slips(StateEffects row)
    {
        yield return ("state effects left out", "left out", null);
        foreach (var other in new[] { "none", "serious", "violent", "enhancement", "facts" }.Where(v => v != row.Strike))
            yield return ("strike", $"{row.Strike} becomes {other}", row with { Strike = other });
        foreach (var other in new[] { "none", "tier1", "tier2", "tier3", "facts" }.Where(v => v != row.Registration))
            yield return ("registration", $"{row.Registration} becomes {other}", row with { Registration = other });
        foreach (var other in new[] { "none", "tenYears", "life" }.Where(v => v != row.MisdemeanorFirearmBan))
            yield return ("firearm ban", $"{row.MisdemeanorFirearmBan} becomes {other}", row with { MisdemeanorFirearmBan = other });
        foreach (var other in new[] { "eligible", "excluded", "factDependent" }.Where(v => v != row.Pc1000))
            yield return ("PC 1000", $"{row.Pc1000} becomes {other}", row with { Pc1000 = other });
        foreach (var other in new[] { "eligible", "excluded", "factDependent" }.Where(v => v != row.Pc1001_95))
            yield return ("PC 1001.95", $"{row.Pc1001_95} becomes {other}", row with { Pc1001_95 = other });
        foreach (var by in new[] { 1, -1 })
        {
            if (row.From is { } from)
                yield return ("window of effects", $"from a day {by:+0;-0}", row with { From = from.PlusDays(by) });
            if (row.Until is { } until)
                yield return ("window of effects", $"until a day {by:+0;-0}", row with { Until = until.PlusDays(by) });
        }
    }
}
