using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>
/// Finds every disposition that the charge sheet legally allows, evaluates all of them as rows, and keeps the undominated ones. It searches
/// nothing and ranks nothing: it generates, evaluates and filters, and says whether that was exhaustive.
/// </summary>
public sealed class AlternativesFinder
{
    /// <summary>Up to this many combinations of several counts are all evaluated; beyond it options are pruned count by count first.</summary>
    private const int MostListed = 2_000;

    private readonly Analyzer analyzer;
    private readonly RelatedOffenses related;
    private readonly Coordinates coordinates;
    private readonly Coordinates naturalization;
    private readonly IReadOnlySet<Fact> naturalizationReads;
    private readonly Bins bins;
    private readonly ImmigrationStatus[] statuses = Enum.GetValues<ImmigrationStatus>();

    /// <summary>A finder over a law book; reads the related tables and the program's couplings once.</summary>
    public AlternativesFinder(Analyzer analyzer)
    {
        this.analyzer = analyzer;
        related = new RelatedOffenses(analyzer.Law);
        bins = new Bins(analyzer.Program);
        coordinates = Coordinates.OfVector(analyzer);
        naturalization = Coordinates.OfNaturalization(analyzer);
        naturalizationReads = naturalization.Reads(analyzer.Codes.Relief("NATZ", "closed"));
    }

    /// <summary>The alternatives to a case's own disposition. <paramref name="today"/> is the as-of date where the case names none.</summary>
    /// <param name="matter">A case with a disposition: the offer that a citizen would get.</param>
    /// <param name="band">What the office holds to be roughly equal punishment.</param>
    /// <param name="limit">The most alternatives to report.</param>
    /// <param name="today">Today.</param>
    /// <returns>The report, or null if the case has no disposition to compare with.</returns>
    public AlternativesReport? Find(Matter matter, Band band, int limit, LocalDate today)
    {
        if (matter.Dispositions.Count == 0)
            return null;
        var barred = new List<Barred>();
        var situation = Lay(matter, today, barred, list => list);
        var (combinations, complete) = Combinations(situation, band);
        var space = new CandidateSpace(situation, combinations);
        return new ReportBuilder(space, coordinates, band, barred, today).Build(limit, Searched(situation), complete);
    }

    /// <summary>Only what costs with the number of options: the consequences of each under every status. For the bench.</summary>
    /// <returns>How many pairs of a disposition and a status were answered.</returns>
    internal long Evaluate(Situation situation)
    {
        var again = new Situation(
            analyzer,
            bins,
            naturalizationReads,
            situation.Matter,
            situation.Counts,
            situation.AsOf,
            statuses,
            situation.Options
        );
        var space = new CandidateSpace(again, All(again.Options));
        return (long)space.Combinations.Count * statuses.Length;
    }

    /// <summary>The case with the options of each count.</summary>
    internal Situation Lay(
        Matter matter,
        LocalDate today,
        List<Barred> barred,
        Func<IReadOnlyList<Candidate>, IReadOnlyList<Candidate>> some
    )
    {
        var asOf = matter.AsOf ?? today;
        var counts = CountReader.Read(matter, analyzer.Resolver, asOf);
        var options = new CandidateGenerator(analyzer.Law, analyzer.Resolver, related).Generate(matter, counts, asOf, barred);
        return new Situation(analyzer, bins, naturalizationReads, matter, counts, asOf, statuses, [.. options.Select(some)]);
    }

    private static long Searched(Situation situation) =>
        situation.Options.Aggregate(1L, (n, o) => n > long.MaxValue / o.Count ? long.MaxValue : n * o.Count);

    /// <summary>The combinations to evaluate: all of them, or those that pruning leaves, in either form.</summary>
    private (IReadOnlyList<int[]> Combinations, bool Complete) Combinations(Situation situation, Band band)
    {
        var options = situation.Options;
        // A conditional plea has two convictions and is kept as it is offered.
        var whole = options.All(o => o.Count > 1 || o[0].Disposition.Then is null);
        if (options.Count == 1 || Searched(situation) <= MostListed)
            return (All(options), whole);
        var coupling = Couple(situation, band);
        var found = new List<int[]> { new int[options.Count] };
        found.AddRange(Kept(situation, coupling.Inside(), byDirect: false));
        found.AddRange(Kept(situation, coupling.Undominated(), byDirect: true));
        return ([.. found.DistinctBy(c => string.Join(',', c), StringComparer.Ordinal)], whole && coupling.IsExact);
    }

    /// <summary>
    /// Of the survivors, whose answers may differ without a difference in the vector, the undominated, and the plainest of each vector: judged by
    /// the statuses that the person may have, before every status is asked.
    /// </summary>
    private static IEnumerable<int[]> Kept(Situation situation, IReadOnlyList<int[]> survivors, bool byDirect)
    {
        if (survivors.Count == 0)
            return [];
        var space = new CandidateSpace(situation, survivors, onlySupposed: true);
        var all = Enumerable.Range(0, survivors.Count);
        var direct = new Dictionary<Severity.DirectVector, int>(ReferenceEqualityComparer.Instance);
        var marks = byDirect
            ? all.Select(c => direct.TryAdd(space.Compared(c), direct.Count) ? direct.Count - 1 : direct[space.Compared(c)]).ToArray()
            : new int[survivors.Count];
        bool IsBarred(int c) => survivors[c].Where((o, i) => situation.Options[i][o].Barriers.Count > 0).Any();
        var classes = OptionTable.Refine([.. all.Select(c => space.Classes[space.Kind(c)])], marks);
        // What the law bars never stands for what it does not.
        classes = OptionTable.Refine(classes, [.. all.Select(c => IsBarred(c) ? 1 : 0)]);
        int Effort(int c) => survivors[c].Select((o, i) => situation.Options[i][o].Effort).Sum();
        var plainest = all.GroupBy(c => classes[c]).Select(g => g.MinBy(Effort)).ToArray();
        var kept = Dominance
            .Undominated(
                plainest.Length,
                (a, b) =>
                {
                    var (x, y) = (plainest[a], plainest[b]);
                    if (IsBarred(x) != IsBarred(y))
                        return Comparison.NotComparable;
                    var collateral = Dominance.Collateral(space.Worst[space.Kind(x)], space.Worst[space.Kind(y)]);
                    return byDirect ? Dominance.Join(Dominance.Direct(space.Compared(x), space.Compared(y)), collateral) : collateral;
                }
            )
            .Select(k => classes[plainest[k]])
            .ToHashSet();
        return byDirect
            ? plainest.Where(c => kept.Contains(classes[c])).Select(c => survivors[c])
            : all.Where(c => kept.Contains(classes[c])).Concat(plainest).Distinct().Select(c => survivors[c]);
    }

    internal Coupling Couple(Situation situation, Band band)
    {
        var origin = new CandidateSpace(situation, [new int[situation.Options.Count]]);
        return new Coupling(
            situation.Later is { } later ? [(coordinates, situation.Table), (naturalization, later)] : [(coordinates, situation.Table)],
            analyzer.Program,
            situation.Slots,
            situation.Options,
            situation.Alike,
            band,
            origin.Compared(0),
            situation.Supposed
        );
    }

    /// <summary>Every choice of one option a count; the reference, which is the first option of each, comes first.</summary>
    internal static IReadOnlyList<int[]> All(IReadOnlyList<IReadOnlyList<Candidate>> options)
    {
        var all = new List<int[]> { Array.Empty<int>() };
        foreach (var list in options)
            all = [.. all.SelectMany(head => Enumerable.Range(0, list.Count).Select(o => (int[])[.. head, o]))];
        return all;
    }
}
