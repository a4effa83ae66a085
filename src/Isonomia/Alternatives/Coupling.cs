using System.Runtime.InteropServices;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Sentences;
using Isonomia.Severity;

namespace Isonomia.Alternatives;

/// <summary>
/// Combines the options of several counts without listing every combination.
/// </summary>
/// <remarks>
/// <para><b>Lemma.</b> Let two options <c>a</c> and <c>b</c> of one count have the same direct punishment on every axis that the band reads, and let the answers of
/// <c>a</c> on the coordinates (<see cref="Coordinates"/>: all that the person's answers read of a count) be at most those of <c>b</c> where yes
/// can only make things worse, at least where yes can only make them better, and equal where it can do either. Then for every choice of options of
/// the other counts, the combination with <c>a</c> has the same direct punishment on those axes as the one with <c>b</c> and collateral consequences that are no
/// worse on any axis. So <c>b</c> can be dropped, and no undominated combination of collateral consequences is lost, in band or out of it. (The defense form compares the other axes
/// too; over several counts it is complete only where every axis is among those that must be the same.)</para>
/// <para><b>Why.</b> The person's answers are monotone functions (and, or, any, at least n groups, total against a bound, with the sign kept at each
/// not) of the coordinates of all counts and of facts that no option changes: groups go by incident and date, which stay. Direct punishment joins
/// counts by longest, sum and worst, each of which depends on the parts only. The same holds for a combination of several counts as for one: that
/// is how the fold below drops partial combinations.</para>
/// <para>The lemma does not hold where a rule looks from one count to another outside the coordinates, or a term runs after a count that does not
/// stand just before it; then <see cref="IsExact"/> is false.</para>
/// </remarks>
internal sealed class Coupling
{
    /// <summary>
    /// Partial combinations of one direct punishment kept at most: beyond it the one with the most answers of yes goes, and the search says that
    /// it is not complete. Fewer for many counts, so that an answer comes in seconds.
    /// </summary>
    private readonly int mostOfOne;

    private readonly OptionTable table;
    private readonly IReadOnlyList<IReadOnlyList<Candidate>> options;
    private readonly Part[][] parts;
    private readonly uint[] worse;
    private readonly uint[] better;
    private readonly uint[] slotWorse;
    private readonly uint[] slotBetter;
    private readonly Push[] totalPush;
    private readonly Push[] amountPush;
    private readonly long[] totalBound;
    private readonly int statuses;
    private readonly uint only;

    /// <summary>What one option contributes.</summary>
    private sealed record Part(
        long[] Direct,
        uint[] Any,
        uint[] Own,
        long[] Totals,
        long[] Amounts,
        Truth Supervised,
        long Custody,
        bool OnProbation
    );

    /// <summary>A partial combination.</summary>
    private sealed record State(
        int[] Choice,
        long[] Direct,
        uint[] Any,
        uint[] Own,
        long[] Totals,
        long[] Amounts,
        Truth Supervised,
        long Custody,
        bool OnProbation
    );

    public Coupling(
        Analyzer analyzer,
        Coordinates coordinates,
        OptionTable table,
        IReadOnlyList<int> slots,
        IReadOnlyList<IReadOnlyList<Candidate>> options,
        IReadOnlyCollection<string> axes,
        IReadOnlyCollection<int> supposed,
        int? most = null
    )
    {
        (this.table, this.options) = (table, options);
        mostOfOne =
            most
            ?? options.Count switch
            {
                <= 2 => 2_000,
                3 => 200,
                _ => 24,
            };
        same = [.. Enumerable.Range(0, Length).Where(k => axes.Contains(AxisOf[k]))];
        statuses = table.Statuses.Count;
        // Only statuses that the person may have are compared.
        only = supposed.Aggregate(0u, (m, x) => m | 1u << x | 1u << (16 + x));
        IsExact = !coordinates.LooksAcross && statuses <= 16 && Chained();
        var any = coordinates.Registers.Where(c => c.Any).ToArray();
        var own = coordinates.Registers.Where(c => !c.Any).ToArray();
        var summed = coordinates.Totals.Where(t => t.Local).ToArray();
        var apart = coordinates.Totals.Where(t => !t.Local).ToArray();
        amountPush = [.. apart.SelectMany(t => new[] { t.Push, t.Push })];
        parts = new Part[options.Count][];
        for (var i = 0; i < options.Count; i++)
        {
            var list = i;
            var combinations = Enumerable
                .Range(0, options[i].Count)
                .Select(o =>
                {
                    var c = new int[options.Count];
                    c[list] = o;
                    return c;
                })
                .ToArray();
            var rows = table.Rows(combinations);
            var evaluator = new Evaluator(analyzer.Program, rows);
            var anyBits = any.Select(c => Bits(evaluator, c.Register, slots[list], combinations.Length)).ToArray();
            var ownBits = own.Select(c => Bits(evaluator, c.Register, slots[list], combinations.Length)).ToArray();
            var totalBits = summed.Select(t => Bits(evaluator, t.With, slots[list], combinations.Length)).ToArray();
            parts[i] = new Part[combinations.Length];
            for (var o = 0; o < combinations.Length; o++)
            {
                Value Amount(Fact fact) =>
                    rows.Get(fact, slots[list], o * statuses) is { State: ValueState.Known } known ? known : Value.Range(0, Value.Huge);
                var totals = new long[summed.Length * statuses * 2];
                for (var t = 0; t < summed.Length; t++)
                {
                    var value = Amount(summed[t].Fact);
                    var counted = value.Low <= value.High;
                    for (var s = 0; s < statuses; s++)
                    {
                        var at = ((t * statuses) + s) * 2;
                        totals[at] = counted && (totalBits[t][o] >> s & 1) != 0 ? value.Low : 0;
                        totals[at + 1] = counted && (totalBits[t][o] >> (16 + s) & 1) != 0 ? value.High : 0;
                    }
                }
                var count = options[i][o].Count;
                parts[i][o] = new Part(
                    DirectOf(count),
                    Array.ConvertAll(anyBits, b => b[o]),
                    Array.ConvertAll(ownBits, b => b[o]),
                    totals,
                    [.. apart.Select(t => Amount(t.Fact)).SelectMany(v => v.Low > v.High ? new long[] { 0, 0 } : [v.Low, v.High])],
                    table.Supervised(i, o),
                    UnsuspendedCustody.Of(count.Sentence).High?.Count ?? int.MaxValue,
                    count.Sentence.TryGet(out var given) && given.Probation.TryGet(out var months) && months.Count > 0
                );
            }
        }
        // Coordinates on which no option of any count differs, or which are another's copy, hold nothing apart.
        var keptAny = Telling(any, p => p.Any);
        var keptOwn = Telling(own, p => p.Own);
        var push = summed.SelectMany(t => Enumerable.Repeat(t.Push, statuses * 2)).ToArray();
        var bound = summed.SelectMany(t => Enumerable.Repeat(t.Bound, statuses * 2)).ToArray();
        var keptTotals = Enumerable
            .Range(0, push.Length)
            .Where(k => Array.Exists(parts, list => Array.Exists(list, p => p.Totals[k] != list[0].Totals[k])))
            .DistinctBy(
                k => $"{push[k]} {bound[k]} {string.Join(',', parts.SelectMany(list => list.Select(p => p.Totals[k])))}",
                StringComparer.Ordinal
            )
            .ToArray();
        foreach (var list in parts)
            for (var o = 0; o < list.Length; o++)
                list[o] = list[o] with
                {
                    Any = Array.ConvertAll(keptAny, k => list[o].Any[k]),
                    Own = Array.ConvertAll(keptOwn, k => list[o].Own[k]),
                    Totals = Array.ConvertAll(keptTotals, k => list[o].Totals[k]),
                };
        (worse, better) = Masks(Array.ConvertAll(keptAny, k => any[k]));
        (slotWorse, slotBetter) = Masks(Array.ConvertAll(keptOwn, k => own[k]));
        totalPush = Array.ConvertAll(keptTotals, k => push[k]);
        totalBound = Array.ConvertAll(keptTotals, k => bound[k]);
    }

    private int[] Telling(Coordinate[] of, Func<Part, uint[]> bits) =>
        [
            .. Enumerable
                .Range(0, of.Length)
                .Where(k => Array.Exists(parts, list => Array.Exists(list, p => bits(p)[k] != bits(list[0])[k])))
                .DistinctBy(
                    k => $"{of[k].Push} {string.Join(',', parts.SelectMany(list => list.Select(p => bits(p)[k])))}",
                    StringComparer.Ordinal
                ),
        ];

    /// <summary>Whether the lemma holds for these counts and this law.</summary>
    public bool IsExact { get; private set; }

    /// <summary>How many combinations were held against each other, pruned or kept.</summary>
    public long Considered { get; private set; }

    /// <summary>The combinations that survive: for each, the option of each count. The reference (all zero) always does.</summary>
    /// <param name="within">Whether a partial direct punishment can still become one that matters; see <see cref="AlternativesFinder"/>.</param>
    public IReadOnlyList<int[]> Survivors(Func<DirectParts, bool> within)
    {
        var states = new List<State>
        {
            new([], Nothing(), new uint[worse.Length], [], new long[totalBound.Length], [], Truth.No, 0, false),
        };
        for (var i = 0; i < parts.Length; i++)
        {
            var alone = Alone(parts[i]);
            var groups = new Dictionary<Key, List<State>>();
            foreach (var state in states)
            foreach (var o in alone)
            {
                Considered++;
                var next = Join(state, parts[i][o], o);
                if (!within(new DirectParts(next.Direct)))
                    continue;
                var group = CollectionsMarshal.GetValueRefOrAddDefault(groups, KeyOf(next.Direct), out _) ??= [];
                Insert(group, next);
                if (group.Count <= mostOfOne)
                    continue;
                IsExact = false;
                group.Remove(group.MaxBy(Weight)!);
            }
            states = [.. groups.Values.SelectMany(g => g)];
        }
        var found = states.Select(s => s.Choice).ToList();
        if (!found.Exists(c => Array.TrueForAll(c, o => o == 0)))
            found.Insert(0, new int[parts.Length]);
        return found;
    }

    /// <summary>The options of one count that no other of the same direct punishment makes needless.</summary>
    private List<int> Alone(Part[] options)
    {
        var groups = new Dictionary<Key, List<State>>();
        for (var o = 0; o < options.Length; o++)
        {
            var p = options[o];
            var group = CollectionsMarshal.GetValueRefOrAddDefault(groups, KeyOf(p.Direct), out _) ??= [];
            Insert(group, new State([o], p.Direct, p.Any, p.Own, p.Totals, p.Amounts, p.Supervised, p.Custody, p.OnProbation));
        }
        return [.. groups.Values.SelectMany(g => g).Select(s => s.Choice[0]).Order()];
    }

    private void Insert(List<State> group, State next)
    {
        foreach (var other in group)
            if (NoWorse(other, next))
                return;
        group.RemoveAll(other => NoWorse(next, other));
        group.Add(next);
    }

    /// <summary>How many answers are yes, or possibly yes: which partial combination to give up first, and nothing else.</summary>
    private static int Weight(State s) =>
        s.Any.Sum(b => System.Numerics.BitOperations.PopCount(b)) + s.Own.Sum(b => System.Numerics.BitOperations.PopCount(b));

    private bool NoWorse(State a, State b)
    {
        if (a.Supervised != b.Supervised || a.OnProbation != b.OnProbation || Math.Min(a.Custody, 180) != Math.Min(b.Custody, 180))
            return false;
        for (var k = 0; k < a.Any.Length; k++)
            if ((a.Any[k] & ~b.Any[k] & worse[k]) != 0 || (b.Any[k] & ~a.Any[k] & better[k]) != 0)
                return false;
        for (var k = 0; k < a.Own.Length; k++)
        {
            var c = k % slotWorse.Length;
            if ((a.Own[k] & ~b.Own[k] & slotWorse[c]) != 0 || (b.Own[k] & ~a.Own[k] & slotBetter[c]) != 0)
                return false;
        }
        for (var k = 0; k < a.Totals.Length; k++)
        {
            if (
                (totalPush[k] & Push.Worse) != Push.None && a.Totals[k] > b.Totals[k]
                || (totalPush[k] & Push.Better) != Push.None && a.Totals[k] < b.Totals[k]
            )
                return false;
        }
        for (var k = 0; k < a.Amounts.Length; k++)
        {
            var push = amountPush[k % amountPush.Length];
            if (
                (push & Push.Worse) != Push.None && a.Amounts[k] > b.Amounts[k]
                || (push & Push.Better) != Push.None && a.Amounts[k] < b.Amounts[k]
            )
                return false;
        }
        return true;
    }

    private State Join(State s, Part p, int option)
    {
        var any = new uint[s.Any.Length];
        for (var k = 0; k < any.Length; k++)
            any[k] = s.Any[k] | p.Any[k];
        var totals = new long[s.Totals.Length];
        for (var k = 0; k < totals.Length; k++)
            totals[k] = Math.Min(s.Totals[k] + p.Totals[k], totalBound[k]);
        return new State(
            [.. s.Choice, option],
            Join(s.Direct, p.Direct),
            any,
            [.. s.Own, .. p.Own],
            totals,
            [.. s.Amounts, .. p.Amounts],
            Kleene.Or(s.Supervised, p.Supervised),
            s.Custody + p.Custody,
            s.OnProbation || p.OnProbation
        );
    }

    private (uint[] Worse, uint[] Better) Masks(Coordinate[] of) =>
        (
            Array.ConvertAll(of, c => (c.Push & Push.Worse) != Push.None ? uint.MaxValue : 0),
            Array.ConvertAll(of, c => (c.Push & Push.Better) != Push.None ? uint.MaxValue : 0)
        );

    /// <summary>For each option the answers under each status: certain in the low half, possible in the high half.</summary>
    private uint[] Bits(Evaluator evaluator, int register, int slot, int count)
    {
        evaluator.Planes(register, slot, out var sure, out var maybe);
        var bits = new uint[count];
        for (var row = 0; row < count * statuses; row++)
        {
            var (o, s) = (row / statuses, row % statuses);
            bits[o] |= (uint)(sure[row >> 6] >> (row & 63) & 1) << s | (uint)(maybe[row >> 6] >> (row & 63) & 1) << (16 + s);
        }
        for (var o = 0; o < count; o++)
            bits[o] &= only;
        return bits;
    }

    /// <summary>A term after another is folded only if it runs after the count just before it.</summary>
    private bool Chained()
    {
        for (var i = 0; i < options.Count; i++)
        {
            var previous = i > 0 && options[i - 1][0].Disposition.Charge.TryGet(out var id) ? id : "";
            foreach (var option in options[i])
                if (option.Disposition.Sentence.TryGet(out var s) && s.ConsecutiveTo is { Count: > 0 } or { IsOpen: true })
                    if (
                        s!.ConsecutiveTo.IsOpen
                        || s.ConsecutiveTo.Count != 1
                        || !s.ConsecutiveTo[0].TryGet(out var after)
                        || after != previous
                    )
                        return false;
        }
        return true;
    }

    // ---- direct punishment in parts: longest end and end of the last term, worst words, sums.

    private const int Length = 16;

    /// <summary>The axis of each position.</summary>
    private static readonly string[] AxisOf =
    [
        "orderedDays",
        "orderedDays",
        "projectedDays",
        "projectedDays",
        "orderedDays",
        "orderedDays",
        "projectedDays",
        "projectedDays",
        "place",
        "supervisionMonths",
        "class",
        "strike",
        "registration",
        "firearmBan",
        "fineDollars",
        "restitutionDollars",
    ];

    private readonly int[] same;

    private Key KeyOf(long[] direct) => new(Array.ConvertAll(same, k => direct[k]));

    private static long[] Nothing() => new long[Length];

    private static long[] DirectOf(CountInCase count)
    {
        var v = DirectVector.Of([count]);
        var after = count.Sentence.TryGet(out var s) && s.ConsecutiveTo.Count > 0;
        return
        [
            v.Ordered.Low.Count,
            v.Ordered.High?.Count ?? long.MaxValue / 1024,
            v.Projected.Low.Count,
            v.Projected.High?.Count ?? long.MaxValue / 1024,
            after ? 1 : 0,
            0,
            0,
            0,
            v.PlaceRank,
            v.SupervisionMonths ?? long.MaxValue / 1024,
            v.ClassRank,
            v.StrikeRank,
            v.RegistrationRank,
            v.BanRank,
            v.FineDollars ?? long.MaxValue / 1024,
            v.RestitutionDollars ?? long.MaxValue / 1024,
        ];
    }

    /// <summary>Positions 0 to 3 hold the ends of the longest term, 4 to 7 those of the last count's.</summary>
    private static long[] Join(long[] a, long[] p)
    {
        var d = new long[Length];
        for (var k = 0; k < 4; k++)
        {
            d[4 + k] = (p[4] != 0 ? a[4 + k] : 0) + p[k];
            d[k] = Math.Max(a[k], d[4 + k]);
        }
        for (var k = 8; k < 14; k++)
            d[k] = Math.Max(a[k], p[k]);
        d[14] = a[14] + p[14];
        d[15] = a[15] + p[15];
        return d;
    }

    private sealed class Key(long[] direct) : IEquatable<Key>
    {
        private readonly long[] direct = direct;

        public bool Equals(Key? other) => other is not null && direct.AsSpan().SequenceEqual(other.direct);

        public override bool Equals(object? obj) => Equals(obj as Key);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(direct.AsSpan()));
            return hash.ToHashCode();
        }
    }
}

/// <summary>The direct punishment of a partial combination: it can only grow.</summary>
internal readonly struct DirectParts(long[] parts)
{
    /// <summary>Least days ordered.</summary>
    public long Ordered => parts[0];

    /// <summary>Least days served.</summary>
    public long Projected => parts[2];

    /// <summary>Position of the class (<see cref="DirectVector.ClassRank"/>).</summary>
    public long Class => parts[10];

    /// <summary>Position of the registration.</summary>
    public long Registration => parts[12];
}
