namespace Isonomia.Law;

/// <summary>
/// Runs the program over rows, 64 rows a word, in two planes: what is certain and what is possible. Registers are computed when first asked for,
/// so one answer costs only what it reads.
/// </summary>
public sealed class Evaluator
{
    private readonly LawProgram program;
    private RowSet rows;
    private int words;

    /// <summary>Where the places of each register begin, one for each slot; zero while it is not computed.</summary>
    private readonly int[] at;

    /// <summary>Where the planes of a register and slot stand. What is the same in every row stands in three planes that all share.</summary>
    private int[] places = new int[256];
    private int placed = 1;
    private ulong[] certain;
    private ulong[] possible;
    private int used;

    /// <summary>In worlds: the evaluator and the row that they were made from, with what is changed in them.</summary>
    private readonly Evaluator? under;
    private int like;
    private ulong[] changedOfCase = [];
    private ulong[] changedOfCount = [];
    private readonly List<int> changedSlots = [];
    private readonly List<int> computed = [];
    private readonly List<int> countedSlots = [];
    private readonly List<int> countedPlaces = [];
    private Evaluator? worlds;

    /// <summary>Prepares a run; nothing is computed yet.</summary>
    public Evaluator(LawProgram program, RowSet rows)
    {
        this.program = program;
        this.rows = rows;
        at = new int[program.Registers.Count];
        certain = [];
        possible = [];
        Begin(rows);
    }

    private Evaluator(Evaluator under, RowSet worlds)
        : this(under.program, worlds) => this.under = under;

    /// <summary>
    /// The program over worlds of a row, copies of it (<see cref="RowSet.Repeat"/>) with some facts changed: what reads none of these is answered as the
    /// row is. It serves until it is asked for other worlds.
    /// </summary>
    public Evaluator Worlds(int row, RowSet copies)
    {
        worlds ??= new Evaluator(this, copies);
        worlds.like = row;
        worlds.Begin(copies);
        return worlds;
    }

    /// <summary>The answer of a register in a row (and slot, if it is about a count).</summary>
    public Truth Answer(int register, int row, int slot = 0)
    {
        Compute(register);
        var word = Place(register, slot) + (row >> 6);
        var bit = row & 63;
        return Kleene.Of((certain[word] >> bit & 1) != 0, (possible[word] >> bit & 1) != 0);
    }

    /// <summary>The two planes of a register (of a slot, if it is about a count): 64 rows a word, what is certain and what is possible.</summary>
    public void Planes(int register, int slot, out ReadOnlySpan<ulong> surely, out ReadOnlySpan<ulong> maybe)
    {
        Compute(register);
        var here = Place(register, slot);
        surely = certain.AsSpan(here, words);
        maybe = possible.AsSpan(here, words);
    }

    private void Begin(RowSet begun)
    {
        rows = begun;
        words = rows.Words;
        foreach (var register in computed)
            at[register] = 0;
        computed.Clear();
        placed = 1;
        // The planes of no, open and yes.
        used = 3 * words;
        if (certain.Length < used)
        {
            certain = new ulong[Math.Max(64, 16 * words)];
            possible = new ulong[certain.Length];
        }
        certain.AsSpan(0, 2 * words).Clear();
        certain.AsSpan(2 * words, words).Fill(ulong.MaxValue);
        possible.AsSpan(0, words).Clear();
        possible.AsSpan(words, 2 * words).Fill(ulong.MaxValue);
        if (under is not null)
            Change();
    }

    private void Change()
    {
        if (changedOfCase.Length == 0)
            (changedOfCase, changedOfCount) = (new ulong[program.Reach.Words], new ulong[program.Reach.Words]);
        Array.Clear(changedOfCase);
        Array.Clear(changedOfCount);
        changedSlots.Clear();
        foreach (var (fact, about, slot) in rows.Changed)
        {
            (about == Level.Case ? changedOfCase : changedOfCount)[fact >> 6] |= 1UL << (fact & 63);
            if (about == Level.Count && !changedSlots.Contains(slot))
                changedSlots.Add(slot);
        }
    }

    private int Constant(Truth truth) => (int)truth * words;

    private int Place(int register, int slot)
    {
        var here = at[register];
        if (here == AsBefore)
            return Constant(under!.Answer(register, like, slot));
        if (program.Registers[register].Level == Level.Case)
            return places[here];
        var place = places[here + slot];
        return place == AsBefore ? Constant(under!.Answer(register, like, slot)) : place;
    }

    /// <summary>A register, or one slot of it, that no change reaches.</summary>
    private const int AsBefore = -1;

    private int Room()
    {
        var here = used;
        used += words;
        if (used > certain.Length)
        {
            var length = Math.Max(used, certain.Length * 2);
            Array.Resize(ref certain, length);
            Array.Resize(ref possible, length);
        }
        certain.AsSpan(here, words).Clear();
        possible.AsSpan(here, words).Clear();
        return here;
    }

    private void Compute(int register)
    {
        if (at[register] != 0)
            return;
        var r = program.Registers[register];
        var slots = r.Level == Level.Case ? 1 : rows.Slots;
        var ofSlots = false;
        if (under is not null)
        {
            computed.Add(register);
            var reach = program.Reach;
            if (!reach.IsNear(register, changedOfCase) && !reach.IsFar(register, changedOfCase) && !reach.IsFar(register, changedOfCount))
            {
                if (!reach.IsNear(register, changedOfCount))
                {
                    at[register] = AsBefore;
                    return;
                }
                ofSlots = r.Level == Level.Count;
            }
        }
        var here = placed;
        placed += slots;
        if (placed > places.Length)
            Array.Resize(ref places, Math.Max(placed, places.Length * 2));
        if (ofSlots)
        {
            places.AsSpan(here, slots).Fill(AsBefore);
            foreach (var slot in changedSlots)
                Keep(Run(r, slot), here + slot);
        }
        else
            for (var slot = 0; slot < slots; slot++)
                Keep(Run(r, slot), here + slot);
        at[register] = here;
    }

    /// <summary>Called when a place is known: finding it may have moved the table.</summary>
    private void Keep(int place, int index) => places[index] = place;

    /// <summary>Computes one slot of a register; says where its planes stand.</summary>
    private int Run(Register r, int slot) =>
        r.Op switch
        {
            Op.Yes => Constant(Law.Truth.Yes),
            Op.No => Constant(Law.Truth.No),
            Op.Test => Test(r, slot),
            Op.And => All(r, slot),
            Op.Or => Any(r, slot),
            Op.Not => Not(r.Inputs[0], slot),
            Op.Pick => Pick(r, slot),
            Op.Match => Match(r, slot),
            Op.Count when r.Id < 0 => AtLeast(((CountTest)r.Condition!).Least, r.Inputs[0]),
            Op.Count => Groups((CountTest)r.Condition!, r.Inputs[0]),
            _ => Total((TotalTest)r.Condition!, r.Inputs[0]),
        };

    /// <summary>And: a no in every row decides it without the rest.</summary>
    private int All(Register r, int slot)
    {
        var (no, yes) = (Constant(Law.Truth.No), Constant(Law.Truth.Yes));
        var joined = yes;
        var own = false;
        foreach (var input in r.Inputs)
        {
            Compute(input);
            var from = Place(input, slot);
            if (from == no)
                return no;
            if (from == yes || from == joined)
                continue;
            if (joined == yes)
            {
                joined = from;
                continue;
            }
            var to = own ? joined : Room();
            for (var w = 0; w < words; w++)
            {
                certain[to + w] = certain[joined + w] & certain[from + w];
                possible[to + w] = possible[joined + w] & possible[from + w];
            }
            (joined, own) = (to, true);
        }
        return own ? Settled(joined) : joined;
    }

    /// <summary>Or: a yes in every row decides it without the rest.</summary>
    private int Any(Register r, int slot)
    {
        var (no, yes) = (Constant(Law.Truth.No), Constant(Law.Truth.Yes));
        var joined = no;
        var own = false;
        foreach (var input in r.Inputs)
        {
            Compute(input);
            var from = Place(input, slot);
            if (from == yes)
                return yes;
            if (from == no || from == joined)
                continue;
            if (joined == no)
            {
                joined = from;
                continue;
            }
            var to = own ? joined : Room();
            for (var w = 0; w < words; w++)
            {
                certain[to + w] = certain[joined + w] | certain[from + w];
                possible[to + w] = possible[joined + w] | possible[from + w];
            }
            (joined, own) = (to, true);
        }
        return own ? Settled(joined) : joined;
    }

    private int Not(int input, int slot)
    {
        Compute(input);
        var from = Place(input, slot);
        if (from < 3 * words)
            return (2 * words) - from;
        var to = Room();
        for (var w = 0; w < words; w++)
        {
            certain[to + w] = ~possible[from + w];
            possible[to + w] = ~certain[from + w];
        }
        return to;
    }

    /// <summary>Planes that came out as no or yes in every row need no room, and whoever reads them need not look at the rest.</summary>
    private int Settled(int place)
    {
        var last = ulong.MaxValue >> ((64 * words) - rows.Rows);
        bool no = true,
            yes = true;
        for (var w = 0; w < words && (no || yes); w++)
        {
            var mask = w == words - 1 ? last : ulong.MaxValue;
            no &= (possible[place + w] & mask) == 0;
            yes &= (certain[place + w] & mask) == mask;
        }
        return no ? Constant(Law.Truth.No)
            : yes ? Constant(Law.Truth.Yes)
            : place;
    }

    private int Test(Register r, int slot)
    {
        var varying = rows.Varying(r.Id, r.Level, slot);
        if (varying is null)
            return Constant(Truth(r, rows.Get(r.Id, r.Level, slot, 0)));
        var to = Room();
        var c = certain.AsSpan(to, words);
        var p = possible.AsSpan(to, words);
        if (varying.Codes is { } codes)
            Coded(r, varying.Values, codes, c, p);
        else
            for (var row = 0; row < rows.Rows; row++)
                Mark(c, p, row, Truth(r, varying.Values[row]));
        return Settled(to);
    }

    private static void Mark(Span<ulong> c, Span<ulong> p, int row, Truth truth)
    {
        if (truth == Law.Truth.Yes)
            c[row >> 6] |= 1UL << (row & 63);
        if (truth != Law.Truth.No)
            p[row >> 6] |= 1UL << (row & 63);
    }

    /// <summary>Rows share few values: the test is made once a value, and the rows read it.</summary>
    private static void Coded(Register r, Value[] values, int[] codes, Span<ulong> c, Span<ulong> p)
    {
        Span<byte> truths = values.Length <= 256 ? stackalloc byte[values.Length] : new byte[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var truth = Truth(r, values[i]);
            truths[i] = (byte)((truth == Law.Truth.Yes ? 1 : 0) | (truth == Law.Truth.No ? 0 : 2));
        }
        for (var w = 0; w < c.Length; w++)
        {
            ulong sure = 0,
                maybe = 0;
            var first = w << 6;
            var last = Math.Min(first + 64, codes.Length);
            for (var row = first; row < last; row++)
            {
                ulong t = truths[codes[row]];
                sure |= (t & 1) << (row & 63);
                maybe |= (t >> 1) << (row & 63);
            }
            c[w] = sure;
            p[w] = maybe;
        }
    }

    /// <summary>What a test answers for a value of the fact that it reads.</summary>
    public static Truth TruthOf(Register test, Value value) => Truth(test, value);

    private static Truth Truth(Register r, Value value)
    {
        // A given rule (in a worked example) is a flag that a record may leave open.
        var truth = r.Condition is null ? Tests.Flag(value) : Tests.Leaf(r.Condition, value);
        if (!r.OfRecord || truth != Law.Truth.Open || value.State != ValueState.Known)
            return truth;
        return r.Burden == Burden.Shown ? Law.Truth.No : Law.Truth.Yes;
    }

    /// <summary>Lists the counts for which a register is not no in every row, with their places; says how many there are.</summary>
    private int Counted(int input)
    {
        Compute(input);
        countedSlots.Clear();
        countedPlaces.Clear();
        for (var slot = 0; slot < rows.Slots; slot++)
        {
            var place = Place(input, slot);
            if (place == Constant(Law.Truth.No))
                continue;
            countedSlots.Add(slot);
            countedPlaces.Add(place);
        }
        return countedSlots.Count;
    }

    private int AtLeast(int least, int input)
    {
        if (Counted(input) < least)
            return Constant(Law.Truth.No);
        var to = Room();
        Span<ulong> sure = stackalloc ulong[least];
        Span<ulong> maybe = stackalloc ulong[least];
        for (var w = 0; w < words; w++)
        {
            sure.Clear();
            maybe.Clear();
            foreach (var from in countedPlaces)
            {
                Saturate(sure, certain[from + w]);
                Saturate(maybe, possible[from + w]);
            }
            certain[to + w] = sure[^1];
            possible[to + w] = maybe[^1];
        }
        return Settled(to);
    }

    /// <summary>Adds a plane to counters kept in unary: plane k is "at least k + 1 so far".</summary>
    private static void Saturate(Span<ulong> counters, ulong x)
    {
        for (var k = counters.Length - 1; k > 0; k--)
            counters[k] |= counters[k - 1] & x;
        counters[0] |= x;
    }

    private int Groups(CountTest test, int input)
    {
        if (Counted(input) < test.Least)
            return Constant(Law.Truth.No);
        var to = Room();
        var c = certain.AsSpan(to, words);
        var p = possible.AsSpan(to, words);
        // On the heap: a case may have any number of counts.
        var sure = new HashSet<long>();
        var maybe = new HashSet<long>();
        for (var row = 0; row < rows.Rows; row++)
        {
            var (w, bit) = (row >> 6, 1UL << (row & 63));
            sure.Clear();
            maybe.Clear();
            var any = false;
            for (var i = 0; i < countedSlots.Count; i++)
            {
                var (slot, from) = (countedSlots[i], countedPlaces[i]);
                if ((possible[from + w] & bit) == 0)
                    continue;
                var group = rows.Get(test.Group!, slot, row);
                // A group not given may be one of its own, or any other's.
                var (coarse, fine) = group.State == ValueState.Known ? (group.Low, group.High) : (-1, -2 - slot);
                maybe.Add(fine);
                if ((certain[from + w] & bit) == 0)
                    continue;
                any = true;
                if (coarse >= 0)
                    sure.Add(coarse);
            }
            Mark(c, p, row, Kleene.Of(Math.Max(sure.Count, any ? 1 : 0) >= test.Least, maybe.Count >= test.Least));
        }
        return Settled(to);
    }

    private int Total(TotalTest test, int input)
    {
        Counted(input);
        var to = Room();
        var c = certain.AsSpan(to, words);
        var p = possible.AsSpan(to, words);
        for (var row = 0; row < rows.Rows; row++)
        {
            var (w, bit) = (row >> 6, 1UL << (row & 63));
            long low = 0,
                high = 0;
            for (var i = 0; i < countedSlots.Count; i++)
            {
                var (slot, from) = (countedSlots[i], countedPlaces[i]);
                if ((possible[from + w] & bit) == 0)
                    continue;
                var value = rows.Get(test.Fact, slot, row);
                if (value.State != ValueState.Known)
                    value = Value.Range(0, Value.Huge);
                if (value.Low > value.High)
                    continue;
                high += value.High;
                if ((certain[from + w] & bit) != 0)
                    low += value.Low;
            }
            Mark(c, p, row, Tests.Compare(low, high, test.Sign, test.Bound));
        }
        return Settled(to);
    }

    private int Pick(Register r, int slot)
    {
        var versions = r.Rule!.Versions;
        if (versions.Count == 0)
            return Constant(Law.Truth.Open);
        var by = versions[0].By;
        var varying = rows.Varying(by.Index, by.About, slot);
        if (varying is null)
            return Version(VersionOf(versions, rows.Get(by, slot, 0)));
        var to = Room();
        for (var row = 0; row < rows.Rows; row++)
        {
            var from = Version(VersionOf(versions, varying.At(row)));
            Copy(from, to, row >> 6, 1UL << (row & 63));
        }
        return Settled(to);

        int Version(int version)
        {
            if (version < 0)
                return Constant(Law.Truth.Open);
            Compute(r.Inputs[version]);
            return Place(r.Inputs[version], slot);
        }
    }

    private void Copy(int from, int to, int w, ulong mask)
    {
        certain[to + w] |= certain[from + w] & mask;
        possible[to + w] |= possible[from + w] & mask;
    }

    /// <summary>The version in force on a date; -1 if none is, or the date does not say which.</summary>
    internal static int VersionOf(IReadOnlyList<RuleVersion> versions, Value date)
    {
        // An empty range means that there is no such date: nothing is in force on it.
        if (date.State != ValueState.Known || date.Low > date.High)
            return -1;
        for (var i = 0; i < versions.Count; i++)
        {
            if (versions[i].FirstDay <= date.Low && date.High < versions[i].EndDay)
                return i;
        }
        return -1;
    }

    /// <summary>
    /// A match is given (in an example or a world), or follows from the verdicts of the leaves that the offense may be: yes if all say so; where
    /// they differ, open on the prong, unless the record is silent on it, which the burden decides.
    /// </summary>
    private int Match(Register r, int slot)
    {
        var match = program.Law.Vocabulary.Facts[r.Id];
        var given = rows.Varying(r.Id, Level.Count, slot);
        var offenses = rows.Varying(program.OffenseOf(match).Index, Level.Count, slot);
        // Worlds may differ in the date that picks the verdict.
        var dated = false;
        foreach (var date in program.Law.VerdictDates)
            dated |= rows.Varying(date.Index, date.About, slot) is not null;
        if (given is null && offenses is null && !dated)
            return MatchOf(r, match, slot, 0);
        var to = Room();
        // Rows of one offense are answered together, as far as they share a word and no date picks their verdict.
        for (var row = 0; row < rows.Rows; )
        {
            var (first, w) = (row, row >> 6);
            ulong mask = 0;
            do mask |= 1UL << (row++ & 63);
            while (row < rows.Rows && row >> 6 == w && !dated && Alike(given, offenses, first, row));
            Copy(MatchOf(r, match, slot, first), to, w, mask);
        }
        return Settled(to);
    }

    private static bool Alike(Column? given, Column? offenses, int a, int b) =>
        (given is null || given.At(a) == given.At(b)) && (offenses is null || ReferenceEquals(offenses.At(a).Ref, offenses.At(b).Ref));

    /// <summary>The match as the offense and the dates of one row have it.</summary>
    private int MatchOf(Register r, Fact match, int slot, int row)
    {
        var given = rows.Get(match, slot, row);
        if (given.State == ValueState.Known)
            return Constant(Tests.Settle(match, Tests.Flag(given), given, r.Burden));
        if (
            given.State == ValueState.Unreviewed
            || rows.Get(program.OffenseOf(match), slot, row).Ref is not OffenseValue { Leaves: { Count: > 0 } leaves } offense
        )
            return Constant(Law.Truth.Open);
        var index = program.Law.Vocabulary.MatchIndex(MatchReader.Source(program.Law, match));
        if (leaves.Count == 1)
            return VerdictOf(leaves[0], index, r.Burden, slot, row);
        var of = new int[leaves.Count];
        for (var i = 0; i < of.Length; i++)
            of[i] = VerdictOf(leaves[i], index, r.Burden, slot, row);
        var to = Room();
        for (var w = 0; w < words; w++)
        {
            ulong allCertain = ulong.MaxValue,
                anyPossible = 0,
                allPossible = ulong.MaxValue,
                anyCertain = 0;
            foreach (var from in of)
            {
                allCertain &= certain[from + w];
                anyCertain |= certain[from + w];
                allPossible &= possible[from + w];
                anyPossible |= possible[from + w];
            }
            // Where the record is silent each prong stays possible on it: shown only if every prong is, ruled out only if none is.
            certain[to + w] = offense.Silent && r.Burden == Burden.Possible ? anyCertain : allCertain;
            possible[to + w] = offense.Silent && r.Burden == Burden.Shown ? allPossible : anyPossible;
        }
        return Settled(to);
    }

    private int VerdictOf(Offense leaf, int matchIndex, Burden burden, int slot, int row)
    {
        var verdict = MatchReader.VerdictOf(leaf.Verdicts[matchIndex], rows, slot, row);
        switch (verdict?.Kind)
        {
            case VerdictKind.Yes:
                return Constant(Law.Truth.Yes);
            case VerdictKind.No:
                return Constant(Law.Truth.No);
            case VerdictKind.Depends:
                var test = program.VerdictRegister(verdict, burden);
                Compute(test);
                return Place(test, slot);
            default:
                return Constant(Law.Truth.Open);
        }
    }
}
