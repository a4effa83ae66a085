using Isonomia.Analysis;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Offenses;

/// <summary>Where an offense stands in Gov. Code 7282.5(a), read off the page's own lists.</summary>
internal static class ValuesActList
{
    /// <summary>
    /// <c>anyTime</c> (a strike, or a felony punishable in state prison), <c>wobblerList</c> (listed and a wobbler: as a felony for fifteen years, as a
    /// misdemeanor for five), <c>felonyList</c> (listed as a felony only), <c>none</c>.
    /// </summary>
    public static string PlaceOf(Analyzer analyzer, ResolvedOffense offense, LocalDate asOf)
    {
        bool Listed(string title)
        {
            if (!analyzer.Law.TryRule(title, out var rule))
                return false;
            var rows = new RowSet(analyzer.Law, 1, 1);
            rows.Set(analyzer.Law.Vocabulary["as-of date"], Value.Date(asOf));
            rows.Set(analyzer.Law.Vocabulary["offense"], 0, new Value(ValueState.Known, 0, 0, offense.Value));
            rows.Set(analyzer.Law.Vocabulary["impaired driving"], 0, Value.Of(offense.Value.Leaves.All(l => l.ImpairedDriving)));
            return new Evaluator(analyzer.Program, rows).Answer(analyzer.Program.RegisterOf(rule, Burden.Shown), 0) == Truth.Yes;
        }
        var leaves = offense.Value.Leaves;
        var classes = leaves.SelectMany(l => l.PenaltiesOn(asOf)).ToArray();
        var wobbler = classes.Any(p => p.Class == OffenseClass.Felony) && classes.Any(p => p.Class == OffenseClass.Misdemeanor);
        if (Listed("on the Values Act list, any class"))
            return wobbler ? "wobblerList"
                : classes.Any(p => p.Class == OffenseClass.Felony) ? "felonyList"
                : "none";
        if (Listed("on the Values Act list, felonies only") && classes.Any(p => p.Class == OffenseClass.Felony))
            return "felonyList";
        var anyTime =
            leaves.Any(l => l.EffectsOn(asOf)?.Strike is "serious" or "violent")
            || classes.Any(p => p.Class == OffenseClass.Felony && p.Place == Place1170.StatePrison);
        return anyTime ? "anyTime" : "none";
    }
}
