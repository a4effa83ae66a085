using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>A smallest set of values that settles an answer.</summary>
/// <param name="Facts">What is open, with the values that settle it.</param>
/// <param name="Then">The answer that they give.</param>
public sealed record Settling(IReadOnlyList<(Opening Opening, Bin Bin)> Facts, Truth Then);

/// <summary>
/// All worlds over what an answer hangs on: the set of answers, and the smallest sets of facts that settle it.
/// </summary>
/// <param name="Openings">What leaves it open.</param>
/// <param name="Bounds">Kleene's answer.</param>
/// <param name="CanBeYes">Some world says yes.</param>
/// <param name="CanBeNo">Some world says no.</param>
/// <param name="PlanCanBeYes">Some world under the planning readings, unreviewed matches taken as yes, says yes.</param>
/// <param name="PlanCanBeNo">Some such world says no.</param>
/// <param name="UnreviewedMatters">Two worlds that differ only in unreviewed matches differ in the answer.</param>
/// <param name="QuestionsMatter">Two worlds that differ only in readings differ in the answer.</param>
/// <param name="NotInForce">A rule it needs is not in force.</param>
/// <param name="Settle">Finds the smallest settling sets.</param>
/// <param name="Complete">False if there were too many worlds: only the bounds are then known.</param>
public sealed record Exploration(
    IReadOnlyList<Opening> Openings,
    Truth Bounds,
    bool CanBeYes,
    bool CanBeNo,
    bool PlanCanBeYes,
    bool PlanCanBeNo,
    bool UnreviewedMatters,
    bool QuestionsMatter,
    bool NotInForce,
    Lazy<IReadOnlyList<Settling>> Settle,
    bool Complete
)
{
    /// <summary>Smallest settling sets, under the planning readings; found when first asked for, since most answers are never printed.</summary>
    public IReadOnlyList<Settling> Settlings => Settle.Value;

    /// <summary>No settling set.</summary>
    internal static Lazy<IReadOnlyList<Settling>> None => new([]);

    /// <summary>Of a decided answer.</summary>
    public static Exploration Decided(Truth truth) =>
        new([], truth, truth == Truth.Yes, truth == Truth.No, truth == Truth.Yes, truth == Truth.No, false, false, false, None, true);
}

/// <summary>Runs the worlds of an answer as rows.</summary>
internal static class Explorer
{
    /// <summary>Above this many worlds only Kleene's bounds are reported.</summary>
    public const int MostWorlds = 65_536;

    public static Exploration Explore(LawProgram program, RowSet rows, Evaluator evaluator, int row, int register, int slot)
    {
        var truth = evaluator.Answer(register, row, Math.Max(slot, 0));
        if (truth != Truth.Open)
            return Exploration.Decided(truth);
        var openings = new OpeningFinder(program, rows, evaluator, row).Find(register, slot);
        var varied = openings.Where(o => o.Bins.Count > 0).ToArray();
        var notInForce = openings.Any(o => o.Kind == OpeningKind.NotInForce);
        long worlds = 1;
        foreach (var o in varied)
            worlds = Math.Min(worlds * o.Bins.Count, MostWorlds + 1);
        if (worlds > MostWorlds || varied.Length == 0)
        {
            // Too many: the bounds of all, but the planning worlds by themselves if these are few enough (R-005: the planning reading, unreviewed matches as yes).
            Opening[] planned = [.. varied.Select(o => o.Kind == OpeningKind.Fact ? o : o with { Bins = [o.Bins[0]] })];
            var few = planned.Aggregate(1L, (n, o) => Math.Min(n * o.Bins.Count, MostWorlds + 1));
            var plan =
                planned.Length > 0 && few <= MostWorlds
                    ? Read(openings, planned, Answers(rows, evaluator, row, register, slot, planned, (int)few), truth, notInForce)
                    : null;
            return new Exploration(
                openings,
                truth,
                true,
                true,
                plan?.PlanCanBeYes ?? true,
                plan?.PlanCanBeNo ?? true,
                openings.Any(o => o.Kind == OpeningKind.Unreviewed),
                openings.Any(o => o.Kind == OpeningKind.Question),
                notInForce,
                plan?.Settle ?? Exploration.None,
                varied.Length == 0
            );
        }
        var answers = Answers(rows, evaluator, row, register, slot, varied, (int)worlds);
        return Read(openings, varied, answers, truth, notInForce);
    }

    private static Truth[] Answers(RowSet rows, Evaluator evaluator, int row, int register, int slot, Opening[] varied, int worlds)
    {
        var block = rows.Repeat(row, worlds);
        var stride = 1;
        foreach (var o in varied)
        {
            var values = new Value[o.Bins.Count];
            for (var b = 0; b < values.Length; b++)
                values[b] = o.Bins[b].Value;
            var bins = new int[worlds];
            for (var w = 0; w < worlds; w++)
                bins[w] = w / stride % values.Length;
            // A prong that is a choice of leaf stands in the offense itself.
            var fact = o.Fact.Name == "prong" && values[0].Ref is OffenseValue ? rows.Law.Vocabulary["offense"] : o.Fact;
            block.SetCoded(fact, Math.Max(o.Slot, 0), values, bins);
            stride *= values.Length;
        }
        var inWorlds = evaluator.Worlds(row, block);
        var answers = new Truth[worlds];
        for (var w = 0; w < worlds; w++)
            answers[w] = inWorlds.Answer(register, w, Math.Max(slot, 0));
        return answers;
    }

    private static Exploration Read(IReadOnlyList<Opening> openings, Opening[] varied, Truth[] answers, Truth truth, bool notInForce)
    {
        var strides = new int[varied.Length];
        var stride = 1;
        for (var i = 0; i < varied.Length; i++)
        {
            strides[i] = stride;
            stride *= varied[i].Bins.Count;
        }
        int BinOf(int world, int i) => world / strides[i] % varied[i].Bins.Count;
        bool Planned(int world)
        {
            for (var i = 0; i < varied.Length; i++)
                if (varied[i].Kind != OpeningKind.Fact && BinOf(world, i) != 0)
                    return false;
            return true;
        }
        bool yes = false,
            no = false,
            planYes = false,
            planNo = false;
        for (var w = 0; w < answers.Length; w++)
        {
            var (y, n) = (answers[w] != Truth.No, answers[w] != Truth.Yes);
            (yes, no) = (yes | y, no | n);
            if (Planned(w))
                (planYes, planNo) = (planYes | y, planNo | n);
        }
        var facts = Enumerable.Range(0, varied.Length).Where(i => varied[i].Kind == OpeningKind.Fact).ToArray();
        return new Exploration(
            openings,
            truth,
            yes,
            no,
            planYes,
            planNo,
            Matters(OpeningKind.Unreviewed),
            Matters(OpeningKind.Question),
            notInForce,
            planYes && planNo
                ? new Lazy<IReadOnlyList<Settling>>(() => Settle(varied, facts, strides, answers, Planned))
                : Exploration.None,
            true
        );

        bool Matters(OpeningKind kind)
        {
            for (var i = 0; i < varied.Length; i++)
            {
                if (varied[i].Kind != kind)
                    continue;
                for (var w = 0; w < answers.Length; w++)
                    if (BinOf(w, i) != 0 && answers[w] != answers[w - (BinOf(w, i) * strides[i])])
                        return true;
            }
            return false;
        }
    }

    /// <summary>Smallest sets of facts (at most three) that settle the answer, yes first.</summary>
    private static List<Settling> Settle(Opening[] varied, int[] facts, int[] strides, Truth[] answers, Func<int, bool> planned)
    {
        var worlds = Enumerable.Range(0, answers.Length).Where(planned).ToArray();
        var found = new List<Choice>();
        const int None = -1;
        const int Several = -2;
        int BinOf(int world, int i) => world / strides[i] % varied[i].Bins.Count;
        for (var size = 1; size <= Math.Min(3, facts.Length); size++)
        {
            foreach (var subset in Subsets(facts, size))
            {
                // The answer of each choice of values, in the order of the worlds.
                var then = new int[subset.Aggregate(1, (n, i) => n * varied[i].Bins.Count)];
                Array.Fill(then, None);
                foreach (var w in worlds)
                {
                    var at = 0;
                    for (var k = subset.Length - 1; k >= 0; k--)
                        at = (at * varied[subset[k]].Bins.Count) + BinOf(w, subset[k]);
                    then[at] = then[at] == None || then[at] == (int)answers[w] ? (int)answers[w] : Several;
                }
                for (var at = 0; at < then.Length; at++)
                {
                    if (then[at] is None or Several or (int)Truth.Open)
                        continue;
                    var bins = new int[subset.Length];
                    for (int k = 0, rest = at; k < subset.Length; rest /= varied[subset[k]].Bins.Count, k++)
                        bins[k] = rest % varied[subset[k]].Bins.Count;
                    if (!found.Exists(f => Within(f.Facts, f.Bins, subset, bins)))
                        found.Add(new Choice(subset, bins, (Truth)then[at]));
                }
            }
            // One size that settles every world is enough: larger sets would only repeat it with more words.
            if (found.Count > 0 && worlds.All(w => found.Exists(f => f.Facts.Select((i, k) => BinOf(w, i) == f.Bins[k]).All(x => x))))
                break;
        }
        return
        [
            .. found
                .OrderByDescending(f => f.Then)
                .ThenBy(f => f.Facts.Length)
                .Take(24)
                .Select(f => new Settling(f.Facts.Select((i, k) => (varied[i], varied[i].Bins[f.Bins[k]])).ToArray(), f.Then)),
        ];
    }

    /// <summary>Bins of some facts, and the answer that they give.</summary>
    private sealed record Choice(int[] Facts, int[] Bins, Truth Then);

    private static bool Within(int[] facts, int[] bins, int[] subset, int[] subsetBins)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            var at = Array.IndexOf(subset, facts[i]);
            if (at < 0 || subsetBins[at] != bins[i])
                return false;
        }
        return true;
    }

    private static IEnumerable<int[]> Subsets(int[] items, int size)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }
        for (var i = 0; i <= items.Length - size; i++)
            foreach (var rest in Subsets(items[(i + 1)..], size - 1))
                yield return [items[i], .. rest];
    }
}
