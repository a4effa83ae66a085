using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Severity;
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
    private readonly ImmigrationStatus[] statuses = Enum.GetValues<ImmigrationStatus>();

    /// <summary>A finder over a law book; reads the related tables and the program's couplings once.</summary>
    public AlternativesFinder(Analyzer analyzer)
    {
        this.analyzer = analyzer;
        related = new RelatedOffenses(analyzer.Law);
        coordinates = new Coordinates(analyzer);
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
        var asOf = matter.AsOf ?? today;
        var forum = matter.Forum.TryGet(out var f) ? f : Forum.NinthCircuit;
        var counts = CountReader.Read(matter, analyzer.Resolver, asOf);
        var barred = new List<Barred>();
        var options = new CandidateGenerator(analyzer.Law, analyzer.Resolver, related).Generate(matter, counts, asOf, barred);
        var slots = Enumerable
            .Range(0, matter.Dispositions.Count)
            .Select(i => Enumerable.Range(0, counts.Count).Single(s => counts[s].Path == $"disposition[{i}]"))
            .ToArray();
        var searched = options.Aggregate(1L, (n, o) => n > long.MaxValue / o.Count ? long.MaxValue : n * o.Count);
        var table = new OptionTable(analyzer.Law, matter, counts, asOf, forum, statuses, slots, options);
        var reference = DirectVector.Of(counts);
        var (combinations, complete) = Combinations(options, slots, table, searched, band, reference, Supposed(matter));
        if (options.Any(o => o.Count == 1 && o[0].Disposition.Then is not null))
            complete = false;
        var space = new CandidateSpace(analyzer, matter, counts, asOf, forum, slots, options, table, combinations, statuses);
        return new ReportBuilder(analyzer, space, band, barred, today).Build(limit, searched, complete);
    }

    /// <summary>The combinations to evaluate: all of them, or those that pruning leaves.</summary>
    private (IReadOnlyList<int[]> Combinations, bool Complete) Combinations(
        IReadOnlyList<IReadOnlyList<Candidate>> options,
        int[] slots,
        OptionTable table,
        long searched,
        Band band,
        DirectVector reference,
        IReadOnlyCollection<int> supposed
    )
    {
        if (options.Count == 1 || searched <= MostListed)
            return (All(options), true);
        var coupling = new Coupling(
            analyzer,
            coordinates,
            table,
            slots,
            options,
            [.. band.Axes.Where(a => a.Value is not Tolerance.Any).Select(a => a.Key)],
            supposed
        );
        var most = Most(band, reference);
        var survivors = coupling.Survivors(most);
        return (survivors, coupling.IsExact);
    }

    /// <summary>Positions of the statuses that the person may have.</summary>
    private int[] Supposed(Matter matter) =>
        matter.Person.Status switch
        {
            { IsValue: true } s => [Array.IndexOf(statuses, s.Value)],
            { Knowledge: Knowledge.Disputed } s => [.. s.Values.Select(v => Array.IndexOf(statuses, v))],
            _ => [.. Enumerable.Range(0, statuses.Length)],
        };

    /// <summary>Every choice of one option a count; the reference, which is the first option of each, comes first.</summary>
    internal static IReadOnlyList<int[]> All(IReadOnlyList<IReadOnlyList<Candidate>> options)
    {
        var all = new List<int[]> { Array.Empty<int>() };
        foreach (var list in options)
            all = [.. all.SelectMany(head => Enumerable.Range(0, list.Count).Select(o => (int[])[.. head, o]))];
        return all;
    }

    /// <summary>
    /// Direct punishment only grows as counts are added: a partial combination already heavier than the band on days or class is outside it
    /// whatever follows, and heavier than what a citizen is offered.
    /// </summary>
    private static Func<DirectParts, bool> Most(Band band, DirectVector reference)
    {
        var ordered = Upper("orderedDays", reference.Ordered.High?.Count);
        var projected = Upper("projectedDays", reference.Projected.High?.Count);
        var @class = band.Axes.GetValueOrDefault("class") is Tolerance.Equal ? reference.ClassRank : int.MaxValue;
        return parts => parts.Ordered <= ordered && parts.Projected <= projected && parts.Class <= @class;

        long Upper(string axis, long? days) =>
            days is not { } d
                ? long.MaxValue
                : band.Axes.GetValueOrDefault(axis) switch
                {
                    Tolerance.Equal => d,
                    Tolerance.Within within => d + within.Of(d),
                    _ => long.MaxValue,
                };
    }

    /// <summary>For the tests: the survivors of pruning and the whole of the combinations, evaluated alike.</summary>
    internal (CandidateSpace Pruned, CandidateSpace Whole, bool IsExact) Both(
        Matter matter,
        LocalDate today,
        Func<IReadOnlyList<Candidate>, IReadOnlyList<Candidate>> some
    )
    {
        var asOf = matter.AsOf ?? today;
        var forum = matter.Forum.TryGet(out var f) ? f : Forum.NinthCircuit;
        var counts = CountReader.Read(matter, analyzer.Resolver, asOf);
        var options = new CandidateGenerator(analyzer.Law, analyzer.Resolver, related)
            .Generate(matter, counts, asOf, [])
            .Select(some)
            .ToArray();
        var slots = Enumerable
            .Range(0, matter.Dispositions.Count)
            .Select(i => Enumerable.Range(0, counts.Count).Single(s => counts[s].Path == $"disposition[{i}]"))
            .ToArray();
        var table = new OptionTable(analyzer.Law, matter, counts, asOf, forum, statuses, slots, options);
        var coupling = new Coupling(analyzer, coordinates, table, slots, options, Band.AxisNames, Supposed(matter), int.MaxValue);
        var survivors = coupling.Survivors(_ => true);
        CandidateSpace Space(IReadOnlyList<int[]> c) => new(analyzer, matter, counts, asOf, forum, slots, options, table, c, statuses);
        return (Space(survivors), Space(All(options)), coupling.IsExact);
    }
}
