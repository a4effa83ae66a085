using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Severity;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>
/// Combinations of options and their consequences under every status. Combinations that no rule can tell apart are evaluated once, as one kind.
/// </summary>
internal sealed class CandidateSpace
{
    private readonly DirectVector?[] direct;
    private readonly Dictionary<DirectVector, DirectVector> shared = [];
    private readonly IReadOnlyList<CountInCase> counts;
    private readonly int[] slots;
    private readonly int[] kinds;
    private readonly int[] among;
    private readonly Consequence[] consequences;
    private readonly CollateralReader reader;

    /// <summary>Evaluates combinations under every status, or only under those that the person may have.</summary>
    public CandidateSpace(Situation situation, IReadOnlyList<int[]> combinations, bool onlySupposed = false)
    {
        among = onlySupposed ? situation.Supposed : [.. Enumerable.Range(0, situation.Statuses.Count)];
        Situation = situation;
        (counts, slots, Combinations) = (situation.Counts, situation.Slots, combinations);
        direct = new DirectVector?[combinations.Count];
        kinds = new int[combinations.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            var (alike, at) = (situation.Alike[i], i);
            kinds = OptionTable.Refine(kinds, [.. combinations.Select(c => alike[c[at]])]);
        }
        var heads = Array.ConvertAll(OptionTable.Firsts(kinds), c => combinations[c]);
        reader = new CollateralReader(
            situation.Analyzer,
            situation.Table.Rows(heads, among),
            Array.ConvertAll(among, s => situation.Statuses[s])
        );
        consequences = reader.Read(c => situation.Table.IsEndless(heads[c]), () => situation.Later?.Rows(heads, among));
        Worst = new CollateralVector[heads.Length][];
        StatusSafe = new bool[heads.Length];
        for (var k = 0; k < heads.Length; k++)
        {
            var first = k * among.Length;
            Worst[k] = Array.ConvertAll(situation.Supposed, s => consequences[first + At(s)].High);
            StatusSafe[k] = true;
            for (var s = 0; s < among.Length; s++)
                if (consequences[first + s].End is var end && end > Severity.Tier.T1 && end > situation.Start[among[s]])
                    StatusSafe[k] = false;
        }
        Classes = Refined(k => Worst[k]);

        int[] Refined(Func<int, IReadOnlyList<object>> of)
        {
            var numbers = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
            var all = Enumerable.Range(0, heads.Length).Select(of).ToArray();
            var refined = new int[heads.Length];
            for (var s = 0; s < situation.Supposed.Length; s++)
            {
                var at = s;
                refined = OptionTable.Refine(
                    refined,
                    Array.ConvertAll(
                        all,
                        one =>
                        {
                            if (!numbers.TryGetValue(one[at], out var id))
                                numbers.Add(one[at], id = numbers.Count);
                            return id;
                        }
                    )
                );
            }
            return refined;
        }
    }

    /// <summary>Where a status stands among those evaluated.</summary>
    private int At(int status) => among.Length == Situation.Statuses.Count ? status : Array.IndexOf(among, status);

    /// <summary>The case.</summary>
    public Situation Situation { get; }

    public IReadOnlyList<int[]> Combinations { get; }

    /// <summary>By kind: the worst reading under each status that the person may have.</summary>
    public CollateralVector[][] Worst { get; }

    /// <summary>By kind: kinds of one class have the same vectors under every status that the person may have.</summary>
    public int[] Classes { get; }

    /// <summary>By kind: T0 or T1, or no worse than before, under every status.</summary>
    public bool[] StatusSafe { get; }

    /// <summary>The kind of a combination.</summary>
    public int Kind(int combination) => kinds[combination];

    /// <summary>The consequences of a combination under one status.</summary>
    public Consequence Of(int combination, int status) => consequences[(kinds[combination] * among.Length) + At(status)];

    /// <summary>The answer of a code (or <c>CODE state</c>) for a combination under one status.</summary>
    public Truth Answer(string output, int combination, int status) =>
        reader.Answer(output, (kinds[combination] * among.Length) + At(status));

    /// <summary>The counts of a combination, laid out as <c>analyze</c> would.</summary>
    public IReadOnlyList<CountInCase> CountsOf(int combination)
    {
        var all = counts.ToArray();
        for (var i = 0; i < slots.Length; i++)
            all[slots[i]] = Situation.Options[i][Combinations[combination][i]].Count;
        return all;
    }

    /// <summary>The options of a combination.</summary>
    public IReadOnlyList<Candidate> Chosen(int combination) => [.. Combinations[combination].Select((o, i) => Situation.Options[i][o])];

    /// <summary>The direct punishment of a combination.</summary>
    public DirectVector Direct(int combination) => DirectVector.Of(CountsOf(combination));

    /// <summary>
    /// The direct punishment for comparison: a strike that depends on facts is none where no enhancement is admitted, because a strike must be
    /// pleaded and proved (PC 667(f)). Equal punishments are one object.
    /// </summary>
    public DirectVector Compared(int combination)
    {
        if (direct[combination] is { } known)
            return known;
        var all = CountsOf(combination);
        var d = DirectVector.Of(all);
        if (d.Strike == "unknown" && all.Where(c => c.Kind == CountKind.Disposition).All(c => ComparedOf(c).Strike != "unknown"))
            d = d with { Strike = "none" };
        if (!shared.TryGetValue(d, out var same))
            shared.Add(d, same = d);
        return direct[combination] = same;
    }

    /// <summary>The same of one count.</summary>
    public static DirectVector ComparedOf(CountInCase count)
    {
        var d = DirectVector.Of([count]);
        var settled =
            count.Offense.Value.Leaves.Count > 0 && count.Class.IsValue && !count.Enhancements.Any(e => !e.Admitted.TryGet(out var a) || a);
        return d.Strike == "unknown" && settled ? d with { Strike = "none" } : d;
    }

    /// <summary>The tier, under one status.</summary>
    public TierRange Tier(int combination, int status)
    {
        var c = Of(combination, status);
        return new TierRange(Situation.Start[status], c.End, c.Least, c.End);
    }
}
