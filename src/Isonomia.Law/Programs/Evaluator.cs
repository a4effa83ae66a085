namespace Isonomia.Law;

/// <summary>
/// Runs the program over rows, 64 rows a word, in two planes: what is certain and what is possible. Registers are computed when first asked for,
/// so one answer costs only what it reads.
/// </summary>
public sealed class Evaluator
{
    private readonly LawProgram program;
    private readonly RowSet rows;
    private readonly int words;

    /// <summary>Where each register's planes begin; zero while it is not computed. Only what is asked for takes room.</summary>
    private readonly int[] at;
    private ulong[] certain;
    private ulong[] possible;
    private int used = 1;
    private readonly Fact asOf;
    private readonly Fact offense;
    private readonly Fact chargedOffense;

    /// <summary>Prepares a run; nothing is computed yet.</summary>
    public Evaluator(LawProgram program, RowSet rows)
    {
        this.program = program;
        this.rows = rows;
        words = rows.Words;
        at = new int[program.Registers.Count];
        certain = new ulong[Math.Max(256, 64 * words)];
        possible = new ulong[certain.Length];
        var vocabulary = program.Law.Vocabulary;
        asOf = vocabulary["as-of date"];
        offense = vocabulary["offense"];
        chargedOffense = vocabulary.Find("charged offense") ?? offense;
    }

    /// <summary>The answer of a register in a row (and slot, if it is about a count).</summary>
    public Truth Answer(int register, int row, int slot = 0)
    {
        Compute(register);
        var word = At(register, slot) + (row >> 6);
        var bit = row & 63;
        return Kleene.Of((certain[word] >> bit & 1) != 0, (possible[word] >> bit & 1) != 0);
    }

    /// <summary>The two planes of a register (of a slot, if it is about a count): 64 rows a word, what is certain and what is possible.</summary>
    public void Planes(int register, int slot, out ReadOnlySpan<ulong> surely, out ReadOnlySpan<ulong> maybe)
    {
        Compute(register);
        var here = At(register, slot);
        surely = certain.AsSpan(here, words);
        maybe = possible.AsSpan(here, words);
    }

    private int At(int register, int slot) => at[register] + (program.Registers[register].Level == Level.Case ? 0 : slot * words);

    private void Reserve(int register)
    {
        var size = program.Registers[register].Level == Level.Case ? words : words * rows.Slots;
        at[register] = used;
        used += size;
        if (used <= certain.Length)
            return;
        var length = Math.Max(used, certain.Length * 2);
        Array.Resize(ref certain, length);
        Array.Resize(ref possible, length);
    }

    private void Compute(int register)
    {
        if (at[register] != 0)
            return;
        Reserve(register);
        var r = program.Registers[register];
        switch (r.Op)
        {
            case Op.Pick:
                Pick(register, r);
                return;
            case Op.Match:
                Match(register, r);
                return;
        }
        foreach (var input in r.Inputs)
            Compute(input);
        var slots = r.Level == Level.Case ? 1 : rows.Slots;
        for (var slot = 0; slot < slots; slot++)
        {
            var here = At(register, slot);
            var c = certain.AsSpan(here, words);
            var p = possible.AsSpan(here, words);
            switch (r.Op)
            {
                case Op.Yes:
                    c.Fill(ulong.MaxValue);
                    p.Fill(ulong.MaxValue);
                    break;
                case Op.No:
                    c.Clear();
                    p.Clear();
                    break;
                case Op.Test:
                    Test(r, slot, c, p);
                    break;
                case Op.And:
                    c.Fill(ulong.MaxValue);
                    p.Fill(ulong.MaxValue);
                    foreach (var input in r.Inputs)
                    {
                        var from = At(input, slot);
                        for (var w = 0; w < words; w++)
                        {
                            c[w] &= certain[from + w];
                            p[w] &= possible[from + w];
                        }
                    }
                    break;
                case Op.Or:
                    c.Clear();
                    p.Clear();
                    foreach (var input in r.Inputs)
                    {
                        var from = At(input, slot);
                        for (var w = 0; w < words; w++)
                        {
                            c[w] |= certain[from + w];
                            p[w] |= possible[from + w];
                        }
                    }
                    break;
                case Op.Not:
                {
                    var from = At(r.Inputs[0], slot);
                    for (var w = 0; w < words; w++)
                    {
                        c[w] = ~possible[from + w];
                        p[w] = ~certain[from + w];
                    }
                    break;
                }
                case Op.Count:
                    if (r.Id < 0)
                        AtLeast(((CountTest)r.Condition!).Least, r.Inputs[0], c, p);
                    else
                        Groups((CountTest)r.Condition!, r.Inputs[0], c, p);
                    break;
                case Op.Total:
                    Total((TotalTest)r.Condition!, r.Inputs[0], c, p);
                    break;
            }
        }
    }

    private void Test(Register r, int slot, Span<ulong> c, Span<ulong> p)
    {
        var varying = rows.Varying(r.Id, r.Level, slot);
        if (varying is null)
        {
            var truth = Truth(r, rows.Get(r.Id, r.Level, slot, 0));
            c.Fill(truth == Law.Truth.Yes ? ulong.MaxValue : 0);
            p.Fill(truth == Law.Truth.No ? 0 : ulong.MaxValue);
            return;
        }
        c.Clear();
        p.Clear();
        if (varying.Codes is { } codes)
        {
            Coded(r, varying.Values, codes, c, p);
            return;
        }
        for (var row = 0; row < rows.Rows; row++)
        {
            var truth = Truth(r, varying.Values[row]);
            if (truth == Law.Truth.Yes)
                c[row >> 6] |= 1UL << (row & 63);
            if (truth != Law.Truth.No)
                p[row >> 6] |= 1UL << (row & 63);
        }
    }

    /// <summary>Rows share few values: the test is made once a value, and the rows read it.</summary>
    private static void Coded(Register r, Value[] values, int[] codes, Span<ulong> c, Span<ulong> p)
    {
        var truths = new byte[values.Length];
        var (allYes, allNo) = (true, true);
        for (var i = 0; i < values.Length; i++)
        {
            var truth = Truth(r, values[i]);
            truths[i] = (byte)((truth == Law.Truth.Yes ? 1 : 0) | (truth == Law.Truth.No ? 0 : 2));
            allYes &= truths[i] == 3;
            allNo &= truths[i] == 0;
        }
        if (allNo)
            return;
        if (allYes)
        {
            c.Fill(ulong.MaxValue);
            p.Fill(ulong.MaxValue);
            return;
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

    private void AtLeast(int least, int input, Span<ulong> c, Span<ulong> p)
    {
        Span<ulong> sure = stackalloc ulong[least];
        Span<ulong> maybe = stackalloc ulong[least];
        for (var w = 0; w < words; w++)
        {
            sure.Clear();
            maybe.Clear();
            for (var slot = 0; slot < rows.Slots; slot++)
            {
                var from = At(input, slot) + w;
                Saturate(sure, certain[from]);
                Saturate(maybe, possible[from]);
            }
            c[w] = sure[^1];
            p[w] = maybe[^1];
        }
    }

    /// <summary>Adds a plane to counters kept in unary: plane k is "at least k + 1 so far".</summary>
    private static void Saturate(Span<ulong> counters, ulong x)
    {
        for (var k = counters.Length - 1; k > 0; k--)
            counters[k] |= counters[k - 1] & x;
        counters[0] |= x;
    }

    private void Groups(CountTest test, int input, Span<ulong> c, Span<ulong> p)
    {
        c.Clear();
        p.Clear();
        // On the heap: a case may have any number of counts.
        var sure = new HashSet<long>();
        var maybe = new HashSet<long>();
        Span<ulong> many = stackalloc ulong[test.Least];
        for (var row = 0; row < rows.Rows; row++)
        {
            var (w, bit) = (row >> 6, 1UL << (row & 63));
            // Groups are asked for only where enough counts may be such at all.
            if ((row & 63) == 0)
            {
                many.Clear();
                for (var slot = 0; slot < rows.Slots; slot++)
                    Saturate(many, possible[At(input, slot) + w]);
            }
            if ((many[^1] & bit) == 0)
                continue;
            sure.Clear();
            maybe.Clear();
            var any = false;
            for (var slot = 0; slot < rows.Slots; slot++)
            {
                var from = At(input, slot) + w;
                if ((possible[from] & bit) == 0)
                    continue;
                var group = rows.Get(test.Group!, slot, row);
                // A group not given may be one of its own, or any other's.
                var (coarse, fine) = group.State == ValueState.Known ? (group.Low, group.High) : (-1, -2 - slot);
                maybe.Add(fine);
                if ((certain[from] & bit) == 0)
                    continue;
                any = true;
                if (coarse >= 0)
                    sure.Add(coarse);
            }
            if (Math.Max(sure.Count, any ? 1 : 0) >= test.Least)
                c[w] |= bit;
            if (maybe.Count >= test.Least)
                p[w] |= bit;
        }
    }

    private void Total(TotalTest test, int input, Span<ulong> c, Span<ulong> p)
    {
        c.Clear();
        p.Clear();
        var nothing = Tests.Compare(0, 0, test.Sign, test.Bound);
        ulong some = 0;
        for (var row = 0; row < rows.Rows; row++)
        {
            var (w, bit) = (row >> 6, 1UL << (row & 63));
            // A row in which no count can be such has nothing to add.
            if ((row & 63) == 0)
            {
                some = 0;
                for (var slot = 0; slot < rows.Slots; slot++)
                    some |= possible[At(input, slot) + w];
            }
            if ((some & bit) == 0)
            {
                if (nothing == Law.Truth.Yes)
                    c[w] |= bit;
                if (nothing != Law.Truth.No)
                    p[w] |= bit;
                continue;
            }
            long low = 0,
                high = 0;
            for (var slot = 0; slot < rows.Slots; slot++)
            {
                var from = At(input, slot) + w;
                if ((possible[from] & bit) == 0)
                    continue;
                var value = rows.Get(test.Fact, slot, row);
                if (value.State != ValueState.Known)
                    value = Value.Range(0, Value.Huge);
                if (value.Low > value.High)
                    continue;
                high += value.High;
                if ((certain[from] & bit) != 0)
                    low += value.Low;
            }
            var truth = Tests.Compare(low, high, test.Sign, test.Bound);
            if (truth == Law.Truth.Yes)
                c[w] |= bit;
            if (truth != Law.Truth.No)
                p[w] |= bit;
        }
    }

    private void Pick(int register, Register r)
    {
        var versions = r.Rule!.Versions;
        if (versions.Count == 0)
        {
            Open(register, r);
            return;
        }
        var by = versions[0].By;
        var slots = r.Level == Level.Case ? 1 : rows.Slots;
        for (var slot = 0; slot < slots; slot++)
        {
            var varying = rows.Varying(by.Index, by.About, slot);
            var here = At(register, slot);
            if (varying is null)
            {
                var v = VersionOf(versions, rows.Get(by, slot, 0));
                if (v < 0)
                    OpenAt(here);
                else
                {
                    Compute(r.Inputs[v]);
                    var from = At(r.Inputs[v], slot);
                    for (var w = 0; w < words; w++)
                    {
                        certain[here + w] = certain[from + w];
                        possible[here + w] = possible[from + w];
                    }
                }
                continue;
            }
            for (var row = 0; row < rows.Rows; row++)
            {
                var (w, bit) = (row >> 6, 1UL << (row & 63));
                var v = VersionOf(versions, varying.At(row));
                if (v < 0)
                {
                    possible[here + w] |= bit;
                    continue;
                }
                Compute(r.Inputs[v]);
                var from = At(r.Inputs[v], slot) + w;
                certain[here + w] |= certain[from] & bit;
                possible[here + w] |= possible[from] & bit;
            }
        }
    }

    /// <summary>The version in force on a date; -1 if none is, or the date does not say which.</summary>
    internal static int VersionOf(IReadOnlyList<RuleVersion> versions, Value date)
    {
        // An empty range means that there is no such date: nothing is in force on it.
        if (date.State != ValueState.Known || date.Low > date.High)
            return -1;
        for (var i = 0; i < versions.Count; i++)
        {
            var v = versions[i];
            if (Value.Day(v.From) <= date.Low && (v.Until is not { } until || date.High < Value.Day(until)))
                return i;
        }
        return -1;
    }

    private void Open(int register, Register r)
    {
        for (var slot = 0; slot < (r.Level == Level.Case ? 1 : rows.Slots); slot++)
            OpenAt(At(register, slot));
    }

    private void OpenAt(int here)
    {
        for (var w = 0; w < words; w++)
        {
            certain[here + w] = 0;
            possible[here + w] = ulong.MaxValue;
        }
    }

    /// <summary>
    /// A match is given (in an example or a world), or follows from the verdicts of the leaves that the offense may be: yes if all say so; where
    /// they differ, open on the prong, unless the record is silent on it, which the burden decides.
    /// </summary>
    private void Match(int register, Register r)
    {
        var fact = program.Law.Vocabulary.Facts[r.Id];
        var source = fact.Name == "Laken Riley charge" ? chargedOffense : offense;
        for (var slot = 0; slot < rows.Slots; slot++)
        {
            var here = At(register, slot);
            var given = rows.Varying(r.Id, Level.Count, slot);
            var offenses = rows.Varying(source.Index, Level.Count, slot);
            // Worlds may differ in the date that picks the verdict.
            var dated = program.Law.VerdictDates.Any(d => rows.Varying(d.Index, d.About, slot) is not null);
            if (given is null && offenses is null && !dated)
            {
                MatchRows(r, fact, slot, 0, ulong.MaxValue, false, here);
                continue;
            }
            // Rows of one offense are answered together, as far as they share a word and no date picks their verdict.
            for (var row = 0; row < rows.Rows; )
            {
                var (like, word) = (row, row >> 6);
                ulong mask = 0;
                do mask |= 1UL << (row++ & 63);
                while (row < rows.Rows && row >> 6 == word && !dated && Alike(given, offenses, like, row));
                MatchRows(r, fact, slot, like, mask, true, here);
            }
        }
    }

    private static bool Alike(Column? given, Column? offenses, int a, int b) =>
        (given is null || given.At(a) == given.At(b)) && (offenses is null || ReferenceEquals(offenses.At(a).Ref, offenses.At(b).Ref));

    /// <summary>One row, or all rows where they do not differ.</summary>
    private void MatchRows(Register r, Fact match, int slot, int row, ulong mask, bool one, int here)
    {
        var given = rows.Get(match, slot, row);
        var offenseValue = rows.Get(match.Name == "Laken Riley charge" ? chargedOffense : offense, slot, row);
        var (first, last) = one ? (row >> 6, row >> 6) : (0, words - 1);
        if (given.State == ValueState.Known)
        {
            var truth = Tests.Settle(match, Tests.Flag(given), given, r.Burden);
            for (var w = first; w <= last; w++)
            {
                certain[here + w] |= truth == Law.Truth.Yes ? mask : 0;
                possible[here + w] |= truth == Law.Truth.No ? 0 : mask;
            }
            return;
        }
        var index = program.Law.Vocabulary.MatchIndex(MatchReader.Source(program.Law, match));
        if (given.State == ValueState.Unreviewed || offenseValue.Ref is not OffenseValue { Leaves.Count: > 0 } value)
        {
            for (var w = first; w <= last; w++)
                possible[here + w] |= mask;
            return;
        }
        for (var w = first; w <= last; w++)
        {
            ulong allCertain = ulong.MaxValue,
                anyPossible = 0,
                allPossible = ulong.MaxValue,
                anyCertain = 0;
            foreach (var leaf in value.Leaves)
            {
                var (c, p) = VerdictWord(leaf, index, r.Burden, slot, w, row);
                allCertain &= c;
                anyCertain |= c;
                allPossible &= p;
                anyPossible |= p;
            }
            if (value.Silent)
            {
                // Each prong stays possible on this record: shown only if every prong is, ruled out only if none is.
                certain[here + w] |= (r.Burden == Burden.Shown ? allCertain : anyCertain) & mask;
                possible[here + w] |= (r.Burden == Burden.Shown ? allPossible : anyPossible) & mask;
            }
            else
            {
                certain[here + w] |= allCertain & mask;
                possible[here + w] |= anyPossible & mask;
            }
        }
    }

    private (ulong Certain, ulong Possible) VerdictWord(Offense leaf, int matchIndex, Burden burden, int slot, int w, int row)
    {
        var verdict = MatchReader.VerdictOf(leaf.Verdicts[matchIndex], fact => rows.Get(fact, slot, row));
        switch (verdict?.Kind)
        {
            case VerdictKind.Yes:
                return (ulong.MaxValue, ulong.MaxValue);
            case VerdictKind.No:
                return (0, 0);
            case VerdictKind.Depends:
                var test = program.VerdictRegister(verdict, burden);
                Compute(test);
                var from = At(test, slot) + w;
                return (certain[from], possible[from]);
            default:
                return (0, ulong.MaxValue);
        }
    }
}
