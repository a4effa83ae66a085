using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Severity;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>Combinations of options, evaluated under every status in one run.</summary>
internal sealed class CandidateSpace
{
    private readonly DirectVector?[] direct;
    private readonly IReadOnlyList<CountInCase> counts;
    private readonly int[] slots;

    public CandidateSpace(
        Analyzer analyzer,
        Matter matter,
        IReadOnlyList<CountInCase> counts,
        LocalDate asOf,
        Forum forum,
        int[] slots,
        IReadOnlyList<IReadOnlyList<Candidate>> options,
        OptionTable table,
        IReadOnlyList<int[]> combinations,
        ImmigrationStatus[] statuses
    )
    {
        (Matter, this.counts, AsOf, Forum, this.slots, Options, Combinations, Statuses) = (
            matter,
            counts,
            asOf,
            forum,
            slots,
            options,
            combinations,
            statuses
        );
        direct = new DirectVector?[combinations.Count];
        Rows = table.Rows(combinations);
        Reader = new CollateralReader(analyzer, Rows, statuses);
        var ends = slots
            .Select((_, i) => options[i].Select(o => NotableDates.SupervisionEnds([o.Count], asOf) is not null).ToArray())
            .ToArray();
        var others = counts.Where((_, s) => Array.IndexOf(slots, s) < 0).ToArray();
        var endsElse = NotableDates.SupervisionEnds(others, asOf) is not null;
        // Time only opens: the last day of all combinations is as good for each as its own.
        var last = NotableDates.LastLapse([.. others, .. options.SelectMany(list => list.Select(o => o.Count))], asOf);
        Consequences = Reader.Read(
            c => endsElse || Enumerable.Range(0, slots.Length).Any(i => ends[i][combinations[c][i]]),
            () =>
                last is { } day
                    ? new OptionTable(analyzer.Law, matter, counts, day, forum, statuses, slots, options).Rows(combinations)
                    : null
        );
        Supposed = matter.Person.Status switch
        {
            { IsValue: true } s => [Array.IndexOf(statuses, s.Value)],
            { Knowledge: Knowledge.Disputed } s => [.. s.Values.Select(v => Array.IndexOf(statuses, v))],
            _ => [.. Enumerable.Range(0, statuses.Length)],
        };
        var before = counts.Where(c => c.Kind == CountKind.Prior).ToArray();
        Start = [.. CollateralReader.OfRecord(analyzer, matter, before, asOf, forum, statuses).Consequences.Select(c => c.Low.Tier)];
    }

    public Matter Matter { get; }

    public LocalDate AsOf { get; }

    public Forum Forum { get; }

    public IReadOnlyList<IReadOnlyList<Candidate>> Options { get; }

    public IReadOnlyList<int[]> Combinations { get; }

    public IReadOnlyList<ImmigrationStatus> Statuses { get; }

    /// <summary>Positions of the statuses that the person may have.</summary>
    public int[] Supposed { get; }

    public RowSet Rows { get; }

    public CollateralReader Reader { get; }

    /// <summary>One a row: combination x statuses + status.</summary>
    public Consequence[] Consequences { get; }

    /// <summary>The tier before the disposition, by status.</summary>
    public Tier[] Start { get; }

    /// <summary>The counts of a combination, laid out as <c>analyze</c> would.</summary>
    public IReadOnlyList<CountInCase> CountsOf(int combination)
    {
        var all = counts.ToArray();
        for (var i = 0; i < slots.Length; i++)
            all[slots[i]] = Options[i][Combinations[combination][i]].Count;
        return all;
    }

    /// <summary>The options of a combination.</summary>
    public IReadOnlyList<Candidate> Chosen(int combination) => [.. Combinations[combination].Select((o, i) => Options[i][o])];

    /// <summary>The direct punishment of a combination.</summary>
    public DirectVector Direct(int combination) => direct[combination] ??= DirectVector.Of(CountsOf(combination));

    /// <summary>
    /// The direct punishment for comparison: a strike that depends on facts is none where no enhancement is admitted, because a strike must be
    /// pleaded and proved (PC 667(f)).
    /// </summary>
    public DirectVector Compared(int combination)
    {
        var d = Direct(combination);
        if (d.Strike != "unknown")
            return d;
        var disposed = CountsOf(combination).Where(c => c.Kind == CountKind.Disposition).ToArray();
        var settled = disposed.All(c =>
            c.Offense.Value.Leaves.Count > 0 && c.Class.IsValue && !c.Enhancements.Any(e => !e.Admitted.TryGet(out var a) || a)
        );
        return settled ? d with { Strike = "none" } : d;
    }

    /// <summary>The worst reading under each status that the person may have.</summary>
    public CollateralVector[] Worst(int combination) =>
        Array.ConvertAll(Supposed, s => Consequences[(combination * Statuses.Count) + s].High);

    /// <summary>The tier, under one status.</summary>
    public TierRange Tier(int combination, int status)
    {
        var c = Consequences[(combination * Statuses.Count) + status];
        return new TierRange(Start[status], c.End, c.Least, c.End);
    }

    /// <summary>T0 or T1, or no worse than before, under every status.</summary>
    public bool IsStatusSafe(int combination)
    {
        for (var s = 0; s < Statuses.Count; s++)
            if (Consequences[(combination * Statuses.Count) + s].End is var end && end > Severity.Tier.T1 && end > Start[s])
                return false;
        return true;
    }
}
