namespace Isonomia.Law.Tests.Readers;

/// <summary>
/// The values of a fact that some tests can tell apart, one or two of each kind, with unknown, and silent where a record may be: a number just below
/// and at every threshold, a day before and at every boundary of a window, a name of every set of names that stands in the same tests.
/// </summary>
internal sealed class Bins
{
    private readonly Lawbook law;
    private readonly ILookup<int, Condition> tests;
    private readonly ILookup<int, NodaTime.LocalDate> boundaries;

    /// <param name="law">For offenses.</param>
    /// <param name="lines">The tests.</param>
    /// <param name="windows">Windows of versions and verdicts, with the date that picks them.</param>
    public Bins(
        Lawbook law,
        IEnumerable<Condition> lines,
        IEnumerable<(Fact? By, NodaTime.LocalDate? From, NodaTime.LocalDate? Until)> windows
    )
    {
        this.law = law;
        tests = lines
            .Select(l => (Line: l, Fact: Outline.FactOf(l)))
            .Where(l => l.Fact is not null)
            .ToLookup(l => l.Fact!.Index, l => l.Line);
        boundaries = windows
            .Where(w => w.By is not null)
            .SelectMany(w => new[] { (w.By, Day: w.From), (w.By, Day: w.Until) })
            .Where(w => w.Day is not null)
            .ToLookup(w => w.By!.Index, w => w.Day!.Value);
        Facts = [.. law.Vocabulary.Facts.Where(f => tests.Contains(f.Index) || boundaries.Contains(f.Index))];
    }

    public static Bins OfRule(Lawbook law, Rule rule) =>
        new(law, Outline.Lines(rule), rule.Versions.Select(v => ((Fact?)v.By, (NodaTime.LocalDate?)v.From, v.Until)));

    /// <summary>The facts that the tests read.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The answers that a rule may be given.</summary>
    public static IReadOnlyList<Known> Given { get; } = [Known.Yes, Known.No, Known.Unknown, Known.YesOrNo];

    public IReadOnlyList<Known> Of(Fact fact)
    {
        var bins = fact.Kind switch
        {
            FactKind.YesNo => [Known.Yes, Known.No],
            FactKind.Match => [Known.Yes, Known.No, Known.NotReviewed],
            FactKind.OneOf or FactKind.Question => Names(fact),
            FactKind.Number or FactKind.Span => Numbers(fact),
            FactKind.Date => Dates(fact),
            FactKind.Group => Groups(),
            _ => Citations(fact),
        };
        bins.Add(Known.Unknown);
        if (fact.OfRecord)
            bins.Add(
                fact.Kind switch
                {
                    FactKind.OneOf => new Known([.. fact.Names]),
                    FactKind.Number or FactKind.Span => Known.Range(0, Known.Unlimited),
                    FactKind.Citation => Known.Silence,
                    _ => Known.YesOrNo,
                }
            );
        return bins;
    }

    private List<Known> Names(Fact fact)
    {
        var masks = tests[fact.Index].OfType<NameTest>().Select(t => t.Mask).ToArray();
        var kinds = fact.Names.Index().GroupBy(n => string.Join(' ', masks.Select(m => m >> n.Index & 1)));
        return [.. kinds.Select(k => new Known(k.First().Item))];
    }

    private List<Known> Numbers(Fact fact)
    {
        var cuts = tests[fact.Index].OfType<NumberTest>().Select(t => t.Bound + (t.Sign is Sign.AtMost or Sign.More ? 1 : 0));
        foreach (var total in tests[fact.Index].OfType<TotalTest>())
        {
            var cut = total.Bound + (total.Sign == Sign.More ? 1 : 0);
            // Nothing, half and all of what the total asks for, so that two counts may reach it together or miss it by one.
            cuts = cuts.Concat([1, (cut + 1) / 2, cut]);
        }
        long[] sorted = [.. cuts.Distinct().Order()];
        List<Known> bins = [.. sorted.SelectMany(c => new[] { c - 1, c }).Distinct().Select(n => Known.Range(n, n))];
        bins.Add(Known.None);
        bins.AddRange(sorted.Take(1).Select(c => Known.Range(c - 1, c)));
        return bins;
    }

    private List<Known> Dates(Fact fact)
    {
        long[] days = [.. boundaries[fact.Index].Select(Known.Day).Distinct().Order()];
        List<Known> bins = [.. days.SelectMany(d => new[] { d - 1, d }).Distinct().Select(d => Known.Range(d, d))];
        bins.Add(Known.None);
        bins.AddRange(days.TakeLast(1).Select(d => Known.Range(d - 1, d)));
        return bins;
    }

    private static List<Known> Groups() => [new Known(new Grouped(1, 1)), new Known(new Grouped(2, 2)), new Known(new Grouped(1, 3))];

    private List<Known> Citations(Fact fact)
    {
        var lists = tests[fact.Index].OfType<CitationTest>().Select(t => t.Citations).ToArray();
        var named = lists.SelectMany(l => l).Append(Citation.Parse("PC 999"));
        var known = fact.Name is "offense" or "charged offense"
            ? law.Offenses.Select(o => new Known(o)).Concat(named.Select(c => Cells.Offense(law, c)))
            : named.Select(c => new Known(c));
        return [.. known.GroupBy(Kind).Select(g => g.First())];

        string Kind(Known k) =>
            string.Join(' ', lists.Select(l => Covered(l, k.Values.First()) + "" + k.Values.All(v => Covered(l, v))))
            + (k.Values.Length > 1);
    }

    private static bool Covered(IReadOnlyList<Citation> list, object? offense) =>
        Known.NamesOf(offense).Any(n => list.Any(c => c.Covers(n)));
}
