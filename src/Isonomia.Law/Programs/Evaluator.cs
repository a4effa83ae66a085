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

    /// <summary>Planes by register, made when it is first computed: a world of one answer touches few of them.</summary>
    private readonly ulong[]?[] certain;
    private readonly ulong[]?[] possible;
    private readonly Fact asOf;
    private readonly Fact offense;
    private readonly Fact chargedOffense;

    /// <summary>Prepares a run; nothing is computed yet.</summary>
    public Evaluator(LawProgram program, RowSet rows)
    {
        this.program = program;
        this.rows = rows;
        words = rows.Words;
        certain = new ulong[program.Registers.Count][];
        possible = new ulong[program.Registers.Count][];
        var vocabulary = program.Law.Vocabulary;
        asOf = vocabulary["as-of date"];
        offense = vocabulary["offense"];
        chargedOffense = vocabulary.Find("charged offense") ?? offense;
    }

    /// <summary>The answer of a register in a row (and slot, if it is about a count).</summary>
    public Truth Answer(int register, int row, int slot = 0)
    {
        Compute(register);
        var at = At(register, slot) + (row >> 6);
        var bit = row & 63;
        return Kleene.Of((certain[register]![at] >> bit & 1) != 0, (possible[register]![at] >> bit & 1) != 0);
    }

    /// <summary>Where a slot's words begin in the planes of a register; one about the case has the same for every slot.</summary>
    private int At(int register, int slot) => program.Registers[register].Level == Level.Case ? 0 : slot * words;

    private void Compute(int register)
    {
        if (certain[register] is not null)
            return;
        var r = program.Registers[register];
        var size = r.Level == Level.Case ? words : rows.Slots * words;
        certain[register] = new ulong[size];
        possible[register] = new ulong[size];
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
            var at = At(register, slot);
            var c = certain[register].AsSpan(at, words);
            var p = possible[register].AsSpan(at, words);
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
                        var (ic, ip) = (certain[input]!, possible[input]!);
                        for (var w = 0; w < words; w++)
                        {
                            c[w] &= ic[from + w];
                            p[w] &= ip[from + w];
                        }
                    }
                    break;
                case Op.Or:
                    c.Clear();
                    p.Clear();
                    foreach (var input in r.Inputs)
                    {
                        var from = At(input, slot);
                        var (ic, ip) = (certain[input]!, possible[input]!);
                        for (var w = 0; w < words; w++)
                        {
                            c[w] |= ic[from + w];
                            p[w] |= ip[from + w];
                        }
                    }
                    break;
                case Op.Not:
                {
                    var from = At(r.Inputs[0], slot);
                    var (ic, ip) = (certain[r.Inputs[0]]!, possible[r.Inputs[0]]!);
                    for (var w = 0; w < words; w++)
                    {
                        c[w] = ~ip[from + w];
                        p[w] = ~ic[from + w];
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
        for (var row = 0; row < rows.Rows; row++)
        {
            var truth = Truth(r, varying[row]);
            if (truth == Law.Truth.Yes)
                c[row >> 6] |= 1UL << (row & 63);
            if (truth != Law.Truth.No)
                p[row >> 6] |= 1UL << (row & 63);
        }
    }

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
        var (ic, ip) = (certain[input]!, possible[input]!);
        for (var w = 0; w < words; w++)
        {
            sure.Clear();
            maybe.Clear();
            for (var slot = 0; slot < rows.Slots; slot++)
            {
                var from = At(input, slot) + w;
                Saturate(sure, ic[from]);
                Saturate(maybe, ip[from]);
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
        var sure = new HashSet<long>();
        var maybe = new HashSet<long>();
        var (ic, ip) = (certain[input]!, possible[input]!);
        for (var row = 0; row < rows.Rows; row++)
        {
            var (w, bit) = (row >> 6, 1UL << (row & 63));
            sure.Clear();
            maybe.Clear();
            var any = false;
            for (var slot = 0; slot < rows.Slots; slot++)
            {
                var from = At(input, slot) + w;
                if ((ip[from] & bit) == 0)
                    continue;
                var group = rows.Get(test.Group!, slot, row);
                // A group not given may be one of its own, or any other's.
                var (coarse, fine) = group.State == ValueState.Known ? (group.Low, group.High) : (-1, -2 - slot);
                maybe.Add(fine);
                if ((ic[from] & bit) == 0)
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
        var (ic, ip) = (certain[input]!, possible[input]!);
        for (var row = 0; row < rows.Rows; row++)
        {
            var (w, bit) = (row >> 6, 1UL << (row & 63));
            long low = 0,
                high = 0;
            for (var slot = 0; slot < rows.Slots; slot++)
            {
                var from = At(input, slot) + w;
                if ((ip[from] & bit) == 0)
                    continue;
                var value = rows.Get(test.Fact, slot, row);
                if (value.State != ValueState.Known)
                    value = Value.Range(0, Value.Huge);
                if (value.Low > value.High)
                    continue;
                high += value.High;
                if ((ic[from] & bit) != 0)
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
            var at = At(register, slot);
            var (mine, may) = (certain[register]!, possible[register]!);
            if (varying is null)
            {
                var v = VersionOf(versions, rows.Get(by, slot, 0));
                if (v < 0)
                    OpenAt(register, at);
                else
                {
                    Compute(r.Inputs[v]);
                    var from = At(r.Inputs[v], slot);
                    certain[r.Inputs[v]].AsSpan(from, words).CopyTo(mine.AsSpan(at));
                    possible[r.Inputs[v]].AsSpan(from, words).CopyTo(may.AsSpan(at));
                }
                continue;
            }
            for (var row = 0; row < rows.Rows; row++)
            {
                var (w, bit) = (row >> 6, 1UL << (row & 63));
                var v = VersionOf(versions, varying[row]);
                if (v < 0)
                {
                    may[at + w] |= bit;
                    continue;
                }
                Compute(r.Inputs[v]);
                var from = At(r.Inputs[v], slot) + w;
                mine[at + w] |= certain[r.Inputs[v]]![from] & bit;
                may[at + w] |= possible[r.Inputs[v]]![from] & bit;
            }
        }
    }

    /// <summary>The version in force on a date; -1 if none is, or the date does not say which.</summary>
    internal static int VersionOf(IReadOnlyList<RuleVersion> versions, Value date)
    {
        if (date.State != ValueState.Known)
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
            OpenAt(register, At(register, slot));
    }

    private void OpenAt(int register, int at)
    {
        certain[register].AsSpan(at, words).Clear();
        possible[register].AsSpan(at, words).Fill(ulong.MaxValue);
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
            var at = At(register, slot);
            var given = rows.Varying(r.Id, Level.Count, slot);
            var offenses = rows.Varying(source.Index, Level.Count, slot);
            // Worlds may differ in the date that picks the verdict.
            var dated = program.Law.VerdictDates.Any(d => rows.Varying(d.Index, d.About, slot) is not null);
            if (given is null && offenses is null && !dated)
            {
                MatchRows(register, r, fact, slot, 0, ulong.MaxValue, false, at);
                continue;
            }
            for (var row = 0; row < rows.Rows; row++)
                MatchRows(register, r, fact, slot, row, 1UL << (row & 63), true, at);
        }
    }

    /// <summary>One row, or all rows where they do not differ.</summary>
    private void MatchRows(int register, Register r, Fact match, int slot, int row, ulong mask, bool one, int at)
    {
        var given = rows.Get(match, slot, row);
        var offenseValue = rows.Get(match.Name == "Laken Riley charge" ? chargedOffense : offense, slot, row);
        var (first, last) = one ? (row >> 6, row >> 6) : (0, words - 1);
        var (mine, may) = (certain[register]!, possible[register]!);
        if (given.State == ValueState.Known)
        {
            var truth = Tests.Settle(match, Tests.Flag(given), given, r.Burden);
            for (var w = first; w <= last; w++)
            {
                mine[at + w] |= truth == Law.Truth.Yes ? mask : 0;
                may[at + w] |= truth == Law.Truth.No ? 0 : mask;
            }
            return;
        }
        var index = program.Law.Vocabulary.MatchIndex(MatchReader.Source(program.Law, match));
        if (given.State == ValueState.Unreviewed || offenseValue.Ref is not OffenseValue { Leaves.Count: > 0 } value)
        {
            for (var w = first; w <= last; w++)
                may[at + w] |= mask;
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
                mine[at + w] |= (r.Burden == Burden.Shown ? allCertain : anyCertain) & mask;
                may[at + w] |= (r.Burden == Burden.Shown ? allPossible : anyPossible) & mask;
            }
            else
            {
                mine[at + w] |= allCertain & mask;
                may[at + w] |= anyPossible & mask;
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
                return (certain[test]![from], possible[test]![from]);
            default:
                return (0, ulong.MaxValue);
        }
    }
}
