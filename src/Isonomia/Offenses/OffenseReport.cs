using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Offenses;

/// <summary>One subdivision or alternative of a section, with its own answers.</summary>
/// <param name="Leaf">The offense.</param>
/// <param name="Matches">Its answers.</param>
public sealed record Prong(Offense Leaf, IReadOnlyList<MatchAnswer> Matches);

/// <summary>What the law book says of an offense by itself (contract section 4).</summary>
/// <param name="Offense">What was asked for.</param>
/// <param name="AsOf">The date of law.</param>
/// <param name="Class">felony, misdemeanor, infraction, wobbler, wobblette; of a section: all of them joined.</param>
/// <param name="Penalties">How its leaves are punished on the date.</param>
/// <param name="Matches">Answers, prongs joined.</param>
/// <param name="Prongs">Answers by prong, where there are several.</param>
/// <param name="SaferOptions">Safer options for these leaves.</param>
/// <param name="ValuesAct">Place on the list of Gov. Code 7282.5.</param>
public sealed record OffenseReport(
    ResolvedOffense Offense,
    LocalDate AsOf,
    string Class,
    IReadOnlyList<(Offense Leaf, Penalty Penalty)> Penalties,
    IReadOnlyList<MatchAnswer> Matches,
    IReadOnlyList<Prong> Prongs,
    IReadOnlyList<SaferOption> SaferOptions,
    string ValuesAct
)
{
    /// <summary>The report on a text.</summary>
    public static OffenseReport Of(Analyzer analyzer, string text, LocalDate asOf, Forum forum)
    {
        var offense = analyzer.Resolver.Resolve(text, asOf);
        if (!offense.IsResolved)
            return new OffenseReport(offense, asOf, "", [], [], [], [], "");
        var leaves = offense.Value.Leaves;
        var penalties = leaves.SelectMany(l => PenaltiesOf(l, asOf).Select(p => (l, p))).ToArray();
        var prongs =
            leaves.Count == 1
                ? []
                : leaves
                    .Select(l => new Prong(
                        l,
                        analyzer.Matches(offense with { Value = new OffenseValue(l.Citation, [l], false) }, asOf, forum)
                    ))
                    .ToArray();
        return new OffenseReport(
            offense,
            asOf,
            ClassOf(penalties.Select(p => p.p.Class)),
            penalties,
            analyzer.Matches(offense, asOf, forum),
            prongs,
            [.. leaves.SelectMany(l => l.Page.SaferOptions.Where(s => Names(s.InsteadOf, l))).Distinct()],
            ValuesActList.PlaceOf(analyzer, offense, asOf)
        );
    }

    /// <summary>Penalties of a leaf on a date; of a repealed one, its last.</summary>
    private static IEnumerable<Penalty> PenaltiesOf(Offense leaf, LocalDate asOf)
    {
        var on =
            leaf.Until is { } until && until <= asOf ? until.PlusDays(-1)
            : leaf.From is { } from && asOf < from ? from
            : asOf;
        return leaf.PenaltiesOn(on);
    }

    private static bool Names(string insteadOf, Offense leaf) =>
        insteadOf
            .Split(';', StringSplitOptions.TrimEntries)
            .Any(t => !Citation.TryParse(t, out var c, out _) || leaf.IsUnder(c) || leaf.Holds(c));

    private static string ClassOf(IEnumerable<OffenseClass> classes)
    {
        var all = classes.Distinct().ToArray();
        bool Has(OffenseClass c) => Array.IndexOf(all, c) >= 0;
        return Has(OffenseClass.Felony) ? (all.Length > 1 ? "wobbler" : "felony")
            : Has(OffenseClass.Misdemeanor) ? (Has(OffenseClass.Infraction) ? "wobblette" : "misdemeanor")
            : "infraction";
    }
}
