using System.Runtime.InteropServices;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Severity;

namespace Isonomia.Alternatives;

/// <summary>
/// Combines the options of several counts without listing every combination: what another option makes needless is dropped within a count, and
/// again after each count that is added.
/// </summary>
/// <remarks>
/// <para><b>Lemma.</b> Let <c>a</c> and <c>b</c> be options of one count (or of the first counts together). Let the answers of <c>a</c> on the coordinates
/// (<see cref="Coordinates"/>: all that the person's answers read of a count) be at most those of <c>b</c> where yes can only make things worse, at
/// least where yes can only make them better, equal where it can do either; and let supervision after <c>a</c> be no surer and no longer unknown. Then for every choice of options of
/// the other counts the combination with <c>a</c> has collateral consequences that are no worse than those with <c>b</c>, on any axis, under any status.</para>
/// <para><b>Why.</b> The person's answers are monotone functions (and, or, any, at least n groups, total against a bound, with the sign turned at each
/// not) of the coordinates of all counts and of facts that no option changes: groups go by incident and date, which stay.</para>
/// <para><b>Prosecution form.</b> If besides each axis of direct punishment that the band reads is, in <c>a</c> as in <c>b</c>, below the band or inside
/// it (for sums, and for terms after which another may run: the same), then the two combinations are inside the band together or not at all, so
/// <c>b</c> is not needed: longest term and worst class are maxima, so what stands above the band stays above it, and what is below rises only by
/// another count's doing. <b>Defense form.</b> If the direct punishment of <c>a</c> is at most that of <c>b</c> on every axis, so is that of the
/// combinations, which are maxima and sums.</para>
/// <para><b>Barriers.</b> Options that the law bars unless the case lifts the bar may make others needless; so inside the band the options without a bar
/// are folded once more by themselves.</para>
/// <para>The lemma does not hold where a rule looks from one count to another outside the coordinates, where a term runs after a count that does not
/// stand just before it, or where dispositions are of different dates (an earlier one may be alleged in a later); then <see cref="IsExact"/> is
/// false.</para>
/// </remarks>
internal sealed class Coupling
{
    /// <summary>
    /// Partial combinations kept at most in one place: beyond it the search is cut, and says that it is not complete. Fewer for many counts, because
    /// each is held against every other.
    /// </summary>
    private int Most => options.Count <= 5 ? 1_000 : 100;

    private readonly IReadOnlyList<IReadOnlyList<Candidate>> options;
    private readonly Part[][] parts;
    private readonly bool[] chained;
    private readonly Interval[] band;
    private readonly bool[] equalWord = new bool[Length];
    private readonly uint[] worse;
    private readonly uint[] better;
    private readonly uint[] slotWorse;
    private readonly uint[] slotBetter;
    private readonly Push[] totalPush;
    private readonly Push[] amountPush;
    private readonly long[] totalBound;

    /// <summary>What one option contributes; of options that nothing tells apart, the plainest.</summary>
    private sealed record Part(
        int Option,
        long[] Direct,
        uint[] Any,
        uint[] Own,
        long[] Totals,
        long[] Amounts,
        Truth Supervised,
        bool Endless,
        bool Barred,
        int Effort
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
        bool Endless,
        int Effort
    );

    /// <summary>What the band allows on an axis. Where only equal values can stand for one another, <paramref name="Exact"/>.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Interval(long Low, long High, bool Read, bool Exact);

    public Coupling(
        IReadOnlyList<(Coordinates Coordinates, OptionTable Table)> readings,
        LawProgram program,
        IReadOnlyList<int> slots,
        IReadOnlyList<IReadOnlyList<Candidate>> options,
        IReadOnlyList<int[]> alike,
        Band band,
        DirectVector reference,
        int[] supposed
    )
    {
        this.options = options;
        var table = readings[0].Table;
        IsExact = readings.All(r => !r.Coordinates.LooksAcross) && Chained() && OneDate(options);
        chained =
        [
            .. options.Select(
                (_, i) => i + 1 < options.Count && options[i + 1].Any(o => o.Count.Sentence.TryGet(out var s) && s.ConsecutiveTo.Count > 0)
            ),
        ];
        var columns = readings.Select(r => new Columns(r.Coordinates, r.Table, program, slots, options, alike, supposed)).ToArray();
        parts = new Part[options.Count][];
        for (var i = 0; i < options.Count; i++)
            parts[i] = PartsOf(i, columns, table, alike[i]);
        // Coordinates on which no option of any count differs, or which are another's copy, hold nothing apart.
        var any = columns.SelectMany(c => c.Any).ToArray();
        var own = columns.SelectMany(c => c.Own).ToArray();
        var push = columns.SelectMany(c => c.TotalPush).ToArray();
        var bound = columns.SelectMany(c => c.TotalBound).ToArray();
        var keptAny = Telling(any, p => p.Any);
        var keptOwn = Telling(own, p => p.Own);
        var keptTotals = Enumerable
            .Range(0, push.Length)
            .Where(k => Array.Exists(parts, list => Array.Exists(list, p => p.Totals[k] != list[0].Totals[k])))
            .DistinctBy(k => new Key([(long)push[k], bound[k], .. parts.SelectMany(list => list.Select(p => p.Totals[k]))]))
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
        amountPush = [.. columns.SelectMany(c => c.AmountPush)];
        this.band = Intervals(band, reference);
        for (var k = 8; k < 14; k++)
            equalWord[k] =
                k != 9 && UnknownRank[k] is var rank and >= 0 && Array.Exists(parts, list => Array.Exists(list, p => p.Direct[k] == rank));
    }

    /// <summary>Whether the lemma holds for these counts and this law, and nothing was cut.</summary>
    public bool IsExact { get; private set; }

    /// <summary>How many partial combinations were held against each other, pruned or kept.</summary>
    public long Considered { get; private set; }

    /// <summary>Combinations inside the band of which every other one inside it has consequences that are no milder.</summary>
    public IReadOnlyList<int[]> Inside()
    {
        var all = Fold(Bucket, lighter: false);
        if (Array.Exists(parts, list => Array.Exists(list, p => p.Barred)))
            all.AddRange(Fold(Bucket, lighter: false, barred: false));
        return [.. all.Where(s => InBand(s.Direct)).Select(s => s.Choice).DistinctBy(c => string.Join(',', c), StringComparer.Ordinal)];
    }

    /// <summary>Combinations of which every other one is no lighter in direct punishment or no milder in consequences.</summary>
    public IReadOnlyList<int[]> Undominated() => [.. Fold((_, _, _) => [], lighter: true).Select(s => s.Choice)];

    private List<State> Fold(Func<long[], int, bool, long[]?> bucket, bool lighter, bool barred = true)
    {
        var states = new List<State>
        {
            new([], new long[Length], new uint[worse.Length], [], new long[totalBound.Length], [], Truth.No, false, 0),
        };
        for (var i = 0; i < parts.Length; i++)
        {
            var alone = new Groups(this, lighter);
            foreach (var p in parts[i])
                if ((barred || !p.Barred) && bucket(p.Direct, i, true) is { } key)
                    alone.Insert(
                        key,
                        new State([p.Option], p.Direct, p.Any, p.Own, p.Totals, p.Amounts, p.Supervised, p.Endless, p.Effort)
                    );
            var next = new Groups(this, lighter);
            foreach (var state in states)
            foreach (var one in alone.All)
            {
                Considered++;
                var direct = Join(state.Direct, one.Direct);
                if (bucket(direct, i, false) is { } key)
                    next.Insert(key, Join(state, one, direct));
            }
            states = [.. next.All];
        }
        return states;
    }

    /// <summary>Partial combinations by what must be the same; in each group none makes another needless.</summary>
    private sealed class Groups(Coupling coupling, bool lighter)
    {
        private readonly Dictionary<Key, List<State>> groups = [];

        public IEnumerable<State> All => groups.Values.SelectMany(g => g);

        public void Insert(long[] key, State next)
        {
            var group = CollectionsMarshal.GetValueRefOrAddDefault(groups, new Key(key), out _) ??= [];
            for (var k = group.Count - 1; k >= 0; k--)
            {
                var other = group[k];
                if (coupling.NoWorse(other, next, lighter) && (other.Effort <= next.Effort || !coupling.NoWorse(next, other, lighter)))
                    return;
            }
            group.RemoveAll(other => coupling.NoWorse(next, other, lighter));
            group.Add(next);
            if (group.Count <= coupling.Most)
                return;
            coupling.IsExact = false;
            group.Remove(group.MaxBy(Weight)!);
        }
    }

    /// <summary>How many answers are yes, or possibly yes: which partial combination to give up first, and nothing else.</summary>
    private static int Weight(State s) =>
        s.Any.Sum(b => System.Numerics.BitOperations.PopCount(b)) + s.Own.Sum(b => System.Numerics.BitOperations.PopCount(b));

    private bool NoWorse(State a, State b, bool lighter)
    {
        // Supervision can only delay naturalization: no is better than open, open than yes.
        if (a.Supervised > b.Supervised || a.Endless && !b.Endless)
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
            if (!NoWorse(totalPush[k], a.Totals[k], b.Totals[k]))
                return false;
        for (var k = 0; k < a.Amounts.Length; k++)
            if (!NoWorse(amountPush[k % amountPush.Length], a.Amounts[k], b.Amounts[k]))
                return false;
        if (!lighter)
            return true;
        for (var k = 0; k < Restitution; k++)
            if (equalWord[k] ? a.Direct[k] != b.Direct[k] : a.Direct[k] > b.Direct[k])
                return false;
        return true;
    }

    private static bool NoWorse(Push push, long a, long b) =>
        a == b || ((push & Push.Worse) == Push.None || a < b) && ((push & Push.Better) == Push.None || a > b);

    private State Join(State s, State p, long[] direct)
    {
        var any = new uint[s.Any.Length];
        for (var k = 0; k < any.Length; k++)
            any[k] = s.Any[k] | p.Any[k];
        var totals = new long[s.Totals.Length];
        for (var k = 0; k < totals.Length; k++)
            totals[k] = Math.Min(s.Totals[k] + p.Totals[k], totalBound[k]);
        return new State(
            [.. s.Choice, p.Choice[0]],
            direct,
            any,
            [.. s.Own, .. p.Own],
            totals,
            [.. s.Amounts, .. p.Amounts],
            Kleene.Or(s.Supervised, p.Supervised),
            s.Endless || p.Endless,
            s.Effort + p.Effort
        );
    }

    private Part[] PartsOf(int list, Columns[] columns, OptionTable table, int[] alike)
    {
        var keys = table.Key(list, OptionTable.Direct);
        var firsts = OptionTable.Firsts(keys);
        var known = new Dictionary<Key, int>();
        var vectors = Array.ConvertAll(firsts, o => DirectOf(options[list][o].Count));
        var marks = Array.ConvertAll(
            vectors,
            v =>
            {
                ref var mark = ref CollectionsMarshal.GetValueRefOrAddDefault(known, new Key(v), out var was);
                if (!was)
                    mark = known.Count;
                return mark;
            }
        );
        var kinds = OptionTable.Refine(alike, Array.ConvertAll(keys, k => marks[k]));
        kinds = OptionTable.Refine(kinds, [.. options[list].Select(o => o.Barriers.Count > 0 ? 1 : 0)]);
        var found = new Part[kinds.Max() + 1];
        for (var o = 0; o < kinds.Length; o++)
        {
            ref var part = ref found[kinds[o]]!;
            var effort = options[list][o].Effort;
            if (part is not null)
            {
                if (effort < part.Effort)
                    part = part with { Option = o, Effort = effort };
                continue;
            }
            var u = alike[o];
            part = new Part(
                o,
                vectors[keys[o]],
                [.. columns.SelectMany(c => c.AnyBits[list].Select(b => b[u]))],
                [.. columns.SelectMany(c => c.OwnBits[list].Select(b => b[u]))],
                [.. columns.SelectMany(c => c.Totals[list][u])],
                [.. columns.SelectMany(c => c.Amounts[list][u])],
                table.Supervised(list, o),
                table.IsEndless(list, o),
                options[list][o].Barriers.Count > 0,
                effort
            );
        }
        return found;
    }

    private int[] Telling(Coordinate[] of, Func<Part, uint[]> bits) =>
        [
            .. Enumerable
                .Range(0, of.Length)
                .Where(k => Array.Exists(parts, list => Array.Exists(list, p => bits(p)[k] != bits(list[0])[k])))
                .DistinctBy(k => new Key([(long)of[k].Push, .. parts.SelectMany(list => list.Select(p => (long)bits(p)[k]))])),
        ];

    private static (uint[] Worse, uint[] Better) Masks(Coordinate[] of) =>
        (
            Array.ConvertAll(of, c => (c.Push & Push.Worse) != Push.None ? uint.MaxValue : 0),
            Array.ConvertAll(of, c => (c.Push & Push.Better) != Push.None ? uint.MaxValue : 0)
        );

    /// <summary>The coordinates of every kind of option, read on one date.</summary>
    private sealed class Columns
    {
        public Columns(
            Coordinates coordinates,
            OptionTable table,
            LawProgram program,
            IReadOnlyList<int> slots,
            IReadOnlyList<IReadOnlyList<Candidate>> options,
            IReadOnlyList<int[]> alike,
            int[] supposed
        )
        {
            Any = [.. coordinates.Registers.Where(c => c.Any)];
            Own = [.. coordinates.Registers.Where(c => !c.Any)];
            var n = supposed.Length;
            var summed = coordinates.Totals.Where(t => t.Local).ToArray();
            var apart = coordinates.Totals.Where(t => !t.Local).ToArray();
            TotalPush = [.. summed.SelectMany(t => Enumerable.Repeat(t.Push, n * 2))];
            TotalBound = [.. summed.SelectMany(t => Enumerable.Repeat(t.Bound, n * 2))];
            AmountPush = [.. apart.SelectMany(t => new[] { t.Push, t.Push })];
            var size = options.Count;
            (AnyBits, OwnBits, Totals, Amounts) = (new uint[size][][], new uint[size][][], new long[size][][], new long[size][][]);
            for (var i = 0; i < size; i++)
            {
                var firsts = OptionTable.Firsts(alike[i]);
                var list = i;
                var rows = table.Rows(
                    Array.ConvertAll(
                        firsts,
                        o =>
                        {
                            var c = new int[size];
                            c[list] = o;
                            return c;
                        }
                    ),
                    supposed
                );
                var evaluator = new Evaluator(program, rows);
                uint[] Bits(int register)
                {
                    evaluator.Planes(register, slots[list], out var sure, out var maybe);
                    var bits = new uint[firsts.Length];
                    for (var row = 0; row < bits.Length * n; row++)
                    {
                        var (o, s) = (row / n, row % n);
                        bits[o] |= (uint)(sure[row >> 6] >> (row & 63) & 1) << s | (uint)(maybe[row >> 6] >> (row & 63) & 1) << (16 + s);
                    }
                    return bits;
                }
                uint[] Together(IReadOnlyList<int> registers)
                {
                    var bits = Bits(registers[0]);
                    foreach (var register in registers.Skip(1))
                    {
                        var more = Bits(register);
                        for (var u = 0; u < bits.Length; u++)
                            bits[u] |= more[u];
                    }
                    return bits;
                }
                AnyBits[i] = Array.ConvertAll(Any, c => Together(c.Registers));
                OwnBits[i] = Array.ConvertAll(Own, c => Together(c.Registers));
                var totalBits = Array.ConvertAll(summed, t => Bits(t.With));
                Value Amount(Fact fact, int u) =>
                    rows.Get(fact, slots[list], u * n) is { State: ValueState.Known } known ? known : Value.Range(0, Value.Huge);
                long[] AmountOf(Fact fact, int u)
                {
                    var v = Amount(fact, u);
                    return v.Low > v.High ? [0, 0] : [v.Low, v.High];
                }
                Totals[i] = new long[firsts.Length][];
                Amounts[i] = new long[firsts.Length][];
                for (var u = 0; u < firsts.Length; u++)
                {
                    var totals = Totals[i][u] = new long[TotalPush.Length];
                    for (var t = 0; t < summed.Length; t++)
                    {
                        var value = Amount(summed[t].Fact, u);
                        var counted = value.Low <= value.High;
                        for (var s = 0; s < n; s++)
                        {
                            var at = ((t * n) + s) * 2;
                            totals[at] = counted && (totalBits[t][u] >> s & 1) != 0 ? value.Low : 0;
                            totals[at + 1] = counted && (totalBits[t][u] >> (16 + s) & 1) != 0 ? value.High : 0;
                        }
                    }
                    var one = u;
                    Amounts[i][u] = [.. apart.SelectMany(t => AmountOf(t.Fact, one))];
                }
            }
        }

        public Coordinate[] Any { get; }

        public Coordinate[] Own { get; }

        public Push[] TotalPush { get; }

        public long[] TotalBound { get; }

        public Push[] AmountPush { get; }

        /// <summary>By count, coordinate and kind of option: for each status, certain in the low half, possible in the high half.</summary>
        public uint[][][] AnyBits { get; }

        public uint[][][] OwnBits { get; }

        /// <summary>By count and kind of option.</summary>
        public long[][][] Totals { get; }

        public long[][][] Amounts { get; }
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

    private static bool OneDate(IReadOnlyList<IReadOnlyList<Candidate>> options) =>
        options.Select(list => list[0].Count.Convicted).Distinct().Take(2).Count() == 1;

    // ---- direct punishment in parts: longest end and end of the last term, worst words, sums.

    private const int Length = 16;
    private const int Restitution = 15;

    /// <summary>The axis of each position; positions 4 to 7 hold the ends of the last count's term.</summary>
    private static readonly string[] AxisOf =
    [
        "orderedDays",
        "orderedDays",
        "projectedDays",
        "projectedDays",
        "",
        "",
        "",
        "",
        "place",
        "supervisionMonths",
        "class",
        "strike",
        "registration",
        "firearmBan",
        "fineDollars",
        "restitutionDollars",
    ];

    /// <summary>Where "not known" stands among the words of an axis; a join may hide it, so the defense form compares such words only with themselves.</summary>
    private static readonly int[] UnknownRank = [-1, -1, -1, -1, -1, -1, -1, -1, 3, -1, 4, 1, 1, 1, -1, -1];

    private const long NotKnown = long.MaxValue / 1024;

    private static long[] DirectOf(CountInCase count)
    {
        var v = CandidateSpace.ComparedOf(count);
        var after = count.Sentence.TryGet(out var s) && s.ConsecutiveTo.Count > 0;
        return
        [
            v.Ordered.Low.Count,
            v.Ordered.High?.Count ?? NotKnown,
            v.Projected.Low.Count,
            v.Projected.High?.Count ?? NotKnown,
            after ? 1 : 0,
            0,
            0,
            0,
            v.PlaceRank,
            v.SupervisionMonths ?? NotKnown,
            v.ClassRank,
            v.StrikeRank,
            v.RegistrationRank,
            v.BanRank,
            v.FineDollars ?? NotKnown,
            v.RestitutionDollars ?? NotKnown,
        ];
    }

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

    private Interval[] Intervals(Band of, DirectVector reference)
    {
        var intervals = new Interval[Length];
        var exactDays = reference.Ordered.IsExact && reference.Projected.IsExact;
        foreach (var list in parts)
        foreach (var p in list)
            exactDays &= p.Direct[0] == p.Direct[1] && p.Direct[2] == p.Direct[3];
        for (var k = 0; k < Length; k++)
        {
            if (AxisOf[k].Length == 0 || of.Axes.GetValueOrDefault(AxisOf[k]) is not { } tolerance || tolerance is Tolerance.Any)
                continue;
            var value = k switch
            {
                0 or 1 => reference.Ordered.High?.Count,
                2 or 3 => reference.Projected.High?.Count,
                8 => reference.PlaceRank,
                9 => reference.SupervisionMonths,
                10 => reference.ClassRank,
                11 => reference.StrikeRank,
                12 => reference.RegistrationRank,
                13 => reference.BanRank,
                14 => reference.FineDollars,
                _ => reference.RestitutionDollars,
            };
            var exact = value is null || k < 4 && !exactDays || tolerance is Tolerance.OneStep;
            var most = tolerance is Tolerance.Within within && value is { } v ? within.Of(v) : 0;
            intervals[k] = exact
                ? new Interval(0, long.MaxValue, true, true)
                : new Interval(value!.Value - most, value.Value + most, true, k >= 14);
        }
        return intervals;
    }

    /// <summary>
    /// What must be the same for one direct punishment to stand for another in the band; null if it is above it for good. A part alone that runs
    /// after another, or after which another may run, keeps its days.
    /// </summary>
    private long[]? Bucket(long[] direct, int list, bool alone)
    {
        var key = new long[Length];
        for (var k = 0; k < Length; k++)
        {
            if (k is >= 4 and < 8)
            {
                if (!alone && chained[list])
                    key[k] = direct[k];
                continue;
            }
            var of = band[k];
            if (!of.Read)
                continue;
            if (direct[k] > of.High)
                return null;
            key[k] =
                of.Exact || alone && k < 4 && (direct[4] != 0 || chained[list]) ? direct[k]
                : direct[k] >= of.Low ? 1
                : 0;
        }
        if (alone)
            key[4] = direct[4];
        return key;
    }

    private bool InBand(long[] direct)
    {
        for (var k = 0; k < Length; k++)
            if (band[k].Read && (direct[k] < band[k].Low || direct[k] > band[k].High))
                return false;
        return true;
    }

    private sealed class Key(long[] values) : IEquatable<Key>
    {
        private readonly long[] values = values;

        public bool Equals(Key? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

        public override bool Equals(object? obj) => Equals(obj as Key);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(values.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
