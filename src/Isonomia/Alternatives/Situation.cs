using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Severity;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>A case with the options of each of its counts, and the values of their facts: everything that its combinations share.</summary>
internal sealed class Situation
{
    public Situation(
        Analyzer analyzer,
        Bins bins,
        IReadOnlySet<Fact> naturalization,
        Matter matter,
        IReadOnlyList<CountInCase> counts,
        LocalDate asOf,
        IReadOnlyList<ImmigrationStatus> statuses,
        IReadOnlyList<IReadOnlyList<Candidate>> options
    )
    {
        (Analyzer, Matter, Counts, AsOf, Statuses, Options) = (analyzer, matter, counts, asOf, statuses, options);
        Forum = matter.Forum.TryGet(out var f) ? f : Forum.NinthCircuit;
        Slots =
        [
            .. Enumerable
                .Range(0, matter.Dispositions.Count)
                .Select(i => Enumerable.Range(0, counts.Count).Single(s => counts[s].Path == $"disposition[{i}]")),
        ];
        Supposed = matter.Person.Status switch
        {
            { IsValue: true } s => [Position(s.Value)],
            { Knowledge: Knowledge.Disputed } s => [.. s.Values.Select(Position)],
            _ => [.. Enumerable.Range(0, statuses.Count)],
        };
        Table = new OptionTable(analyzer.Law, matter, counts, asOf, Forum, statuses, Slots, options);
        var others = counts.Where((_, s) => Array.IndexOf(Slots, s) < 0);
        // Time only opens naturalization: the last day on which any option's bar can lapse is as good for each as its own.
        if (NotableDates.LastLapse([.. others, .. options.SelectMany(list => list.Select(o => o.Count))], asOf) is { } last)
            Later = new OptionTable(analyzer.Law, matter, counts, last, Forum, statuses, Slots, options, naturalization);
        Alike = [.. Enumerable.Range(0, options.Count).Select(i => Table.Alike(i, bins, Later?.Alike(i, bins)))];
        var before = counts.Where(c => c.Kind == CountKind.Prior).ToArray();
        Start = [.. CollateralReader.OfRecord(analyzer, matter, before, asOf, Forum, statuses).Consequences.Select(c => c.Low.Tier)];
    }

    private int Position(ImmigrationStatus status)
    {
        for (var i = 0; i < Statuses.Count; i++)
            if (Statuses[i] == status)
                return i;
        throw new ArgumentOutOfRangeException(nameof(status));
    }

    public Analyzer Analyzer { get; }

    public Matter Matter { get; }

    public IReadOnlyList<CountInCase> Counts { get; }

    public LocalDate AsOf { get; }

    public Forum Forum { get; }

    public IReadOnlyList<ImmigrationStatus> Statuses { get; }

    /// <summary>Positions of the statuses that the person may have.</summary>
    public int[] Supposed { get; }

    /// <summary>The position among the counts of each disposition.</summary>
    public int[] Slots { get; }

    public IReadOnlyList<IReadOnlyList<Candidate>> Options { get; }

    /// <summary>Facts on the as-of date.</summary>
    public OptionTable Table { get; }

    /// <summary>What naturalization reads, on the last day on which a bar to it can lapse; null if none can.</summary>
    public OptionTable? Later { get; }

    /// <summary>By count: for each option the number of its kind, which it shares with the options that no rule can tell from it.</summary>
    public IReadOnlyList<int[]> Alike { get; }

    /// <summary>The tier before the disposition, by status.</summary>
    public Tier[] Start { get; }
}
