using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>
/// Finds what leaves an answer open in one row: it goes down from the answer's register through undecided registers only, so that a fact which
/// could not change the answer is never found.
/// </summary>
internal sealed class OpeningFinder(LawProgram program, RowSet rows, Evaluator evaluator, int row)
{
    /// <summary>Stands for any section that no rule asks about.</summary>
    private static readonly Citation Another = Citation.Parse("PC 1");

    private readonly Lawbook law = program.Law;
    private readonly HashSet<(int Register, int Slot)> seen = [];
    private readonly Dictionary<(Fact, int), Found> found = [];

    private sealed class Found(OpeningKind kind)
    {
        public OpeningKind Kind { get; } = kind;
        public List<Condition> Tests { get; } = [];
        public List<long> Points { get; } = [];

        /// <summary>Other amounts of the same total are open too: what completes it depends on them, so that both ends of each bin are tried.</summary>
        public bool BothEnds { get; set; }

        public Dictionary<string, Offense> Leaves { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>The openings under a register; empty if its answer is decided.</summary>
    public IReadOnlyList<Opening> Find(int register, int slot)
    {
        Down(register, slot);
        return found
            .Select(f => new Opening(f.Value.Kind, f.Key.Item1, f.Key.Item2, BinsOf(f.Key.Item1, f.Key.Item2, f.Value)))
            .OrderBy(o => o.Kind)
            .ThenBy(o => o.Slot)
            .ThenBy(o => o.Fact.Index)
            .ToArray();
    }

    private Found Add(OpeningKind kind, Fact fact, int slot)
    {
        var key = (fact, fact.About == Level.Case ? -1 : slot);
        if (!found.TryGetValue(key, out var f))
            found.Add(key, f = new Found(kind));
        return f;
    }

    private void Down(int register, int slot)
    {
        var r = program.Registers[register];
        var at = r.Level == Level.Case ? -1 : slot;
        if (!seen.Add((register, at)) || evaluator.Answer(register, row, Math.Max(at, 0)) != Truth.Open)
            return;
        switch (r.Op)
        {
            case Op.Test:
                var fact = law.Vocabulary.Facts[r.Id];
                Add(fact.Kind == FactKind.Question ? OpeningKind.Question : OpeningKind.Fact, fact, slot).Tests.Add(r.Condition!);
                break;
            case Op.Match:
                Match(r, slot);
                break;
            case Op.Count:
            case Op.Total:
                for (var s = 0; s < rows.Slots; s++)
                {
                    Down(r.Inputs[0], s);
                    if (evaluator.Answer(r.Inputs[0], row, s) == Truth.No)
                        continue;
                    if (
                        r.Condition is CountTest { Group: { } group }
                        && rows.Get(group, s, row) is var g
                        && (g.State != ValueState.Known || g.Low != g.High)
                    )
                        Add(OpeningKind.Fact, group, s);
                    if (
                        r.Condition is TotalTest total
                        && rows.Get(total.Fact, s, row) is var n
                        && (n.State != ValueState.Known || n.Low != n.High)
                    )
                        TotalPoints(total, s);
                }
                break;
            case Op.Pick:
                Pick(r, slot);
                break;
            default:
                foreach (var input in r.Inputs)
                    Down(input, slot);
                break;
        }
    }

    /// <summary>Amounts that would complete the total, given what the other counts certainly and possibly add.</summary>
    private void TotalPoints(TotalTest total, int slot)
    {
        long low = 0,
            high = 0;
        var open = false;
        for (var s = 0; s < rows.Slots; s++)
        {
            if (s == slot)
                continue;
            var v = rows.Get(total.Fact, s, row);
            open |= v.State != ValueState.Known || v.Low < v.High;
            if (v.State == ValueState.Known && v.Low <= v.High)
                (low, high) = (low + v.Low, high + v.High);
        }
        var f = Add(OpeningKind.Fact, total.Fact, slot);
        f.BothEnds |= open;
        f.Points.AddRange([total.Bound - low, total.Bound - low + 1, total.Bound - high, total.Bound - high + 1]);
    }

    private void Pick(Register r, int slot)
    {
        var by = r.Rule!.Versions[0].By;
        var date = rows.Get(by, Math.Max(slot, 0), row);
        for (var v = 0; v < r.Inputs.Length; v++)
        {
            var version = r.Rule.Versions[v];
            if (
                date.State == ValueState.Known
                && Value.Day(version.From) <= date.Low
                && (version.Until is not { } until || date.High < Value.Day(until))
            )
            {
                Down(r.Inputs[v], slot);
                return;
            }
        }
        if (date.State == ValueState.Known && date.Low == date.High)
        {
            Add(OpeningKind.NotInForce, by, slot);
            return;
        }
        var f = Add(OpeningKind.Fact, by, slot);
        foreach (var version in r.Rule.Versions)
        {
            f.Points.Add(Value.Day(version.From));
            if (version.Until is { } until)
                f.Points.Add(Value.Day(until));
        }
        foreach (var input in r.Inputs)
            Down(input, slot);
    }

    private void Match(Register r, int slot)
    {
        var match = law.Vocabulary.Facts[r.Id];
        var source = match.Name == "Laken Riley charge" ? law.Vocabulary["charged offense"] : law.Vocabulary["offense"];
        if (rows.Get(source, slot, row).Ref is not OffenseValue { Leaves.Count: > 0 } offense)
        {
            Add(OpeningKind.Unreviewed, match, slot);
            return;
        }
        var index = law.Vocabulary.MatchIndex(MatchReader.Source(law, match));
        foreach (var leaf in offense.Leaves)
        {
            var rowsOf = leaf.Verdicts[index];
            var verdict = MatchReader.VerdictOf(rowsOf, rows, slot, row);
            var by = rowsOf
                .Select(v => v.By)
                .FirstOrDefault(b => b is not null && rows.Get(b, slot, row) is var d && (d.State != ValueState.Known || d.Low != d.High));
            if (verdict is null && by is not null)
            {
                // The date does not say which window speaks.
                var f = Add(OpeningKind.Fact, by, slot);
                foreach (var v in rowsOf)
                {
                    if (v.From is { } from)
                        f.Points.Add(Value.Day(from));
                    if (v.Until is { } until)
                        f.Points.Add(Value.Day(until));
                    if (v.Test is not null)
                        Down(program.VerdictRegister(v, r.Burden), slot);
                }
            }
            else if (verdict is null)
                Add(OpeningKind.Unreviewed, match, slot);
            else if (verdict.Test is not null)
                Down(program.VerdictRegister(verdict, r.Burden), slot);
        }
        if (offense.Leaves.Count > 1 && !offense.Silent && law.Vocabulary.Find("prong") is { } prong)
        {
            var f = Add(OpeningKind.Fact, prong, slot);
            foreach (var leaf in offense.Leaves)
                f.Leaves.TryAdd(leaf.Citation.ToString(), leaf);
        }
    }

    private Bin[] BinsOf(Fact fact, int slot, Found f)
    {
        var value = rows.Get(fact, Math.Max(slot, 0), row);
        switch (fact.Kind)
        {
            case FactKind.YesNo or FactKind.Match:
                return [new Bin(Value.Yes, ["yes"]), new Bin(Value.No, ["no"])];
            case FactKind.OneOf or FactKind.Question:
                return Names(fact, value, f.Tests);
            case FactKind.Number or FactKind.Span or FactKind.Date:
                return Numbers(fact, value, f);
            case FactKind.Citation when f.Leaves.Count > 0:
                return
                [
                    .. f.Leaves.Select(l => new Bin(
                        new Value(ValueState.Known, 0, 0, new OffenseValue(l.Value.Citation, [l.Value], false)),
                        [l.Key]
                    )),
                ];
            case FactKind.Citation when fact.Key != "offense":
                // Each section that is asked about, and any other.
                return
                [
                    .. f
                        .Tests.OfType<CitationTest>()
                        .SelectMany(t => t.Citations)
                        .Distinct()
                        .Select(c => new Bin(Value.Cites(c), [c.ToString()])),
                    new Bin(Value.Cites(Another), ["another"]),
                ];
            case FactKind.Group:
                return Groups(fact, slot, value);
            default:
                return [];
        }
    }

    /// <summary>Names that every test treats alike are one bin; the order of the names is kept, so a question's planning reading stays first.</summary>
    private static Bin[] Names(Fact fact, Value value, List<Condition> tests)
    {
        var open = value.Low != 0 ? value.Low : (1L << fact.Names.Count) - 1;
        var bins = new List<AlikeNames>();
        for (var i = 0; i < fact.Names.Count; i++)
        {
            if ((open >> i & 1) == 0)
                continue;
            var signature = string.Concat(tests.Select(t => Signature(t, 1L << i)));
            var at = bins.FindIndex(b => b.Signature == signature);
            if (at < 0)
                bins.Add(new AlikeNames(signature, 1L << i, [fact.CaseNames[i]]));
            else
                bins[at].Words.Add(fact.CaseNames[i]);
        }
        return [.. bins.Select(b => new Bin(Value.Mask(b.Mask), b.Words))];
    }

    private sealed record AlikeNames(string Signature, long Mask, List<string> Words);

    private static char Signature(Condition test, long bit) => test is NameTest t && (t.Mask & bit) != 0 ? '1' : '0';

    private static Bin[] Numbers(Fact fact, Value value, Found f)
    {
        var (low, high) =
            value.State == ValueState.Known ? (value.Low, value.High) : (fact.Kind == FactKind.Number ? 0 : -Value.Huge, Value.Huge);
        // Cut points: the first number on the right of each cut.
        var cuts = new SortedSet<long>(f.Points);
        foreach (var test in f.Tests.OfType<NumberTest>())
            cuts.Add(test.Sign is Sign.AtLeast or Sign.Less ? test.Bound : test.Bound + 1);
        var bins = new List<Bin>();
        var from = low;
        foreach (var cut in cuts.Where(c => c > low && c <= high).Append(long.MaxValue))
        {
            var to = Math.Min(cut == long.MaxValue ? high : cut - 1, high);
            // The representative lies at the edge of the bin nearest to the cut, where a total would notice it too.
            if (f.BothEnds && from < to && to < Value.Huge)
            {
                bins.Add(new Bin(Value.Number(from), [Interval(fact, from, from, low, high)]));
                bins.Add(new Bin(Value.Number(to), [Interval(fact, from + 1, to, low, high)]));
            }
            else
                bins.Add(new Bin(Value.Number(cut == long.MaxValue ? from : to), [Interval(fact, from, to, low, high)]));
            from = cut;
        }
        return [.. bins];
    }

    private static string Interval(Fact fact, long from, long to, long low, long high)
    {
        string Words(long n) => ValueWords.Describe(fact, Value.Number(n));
        var opensLow = from == low && from <= 0;
        var opensHigh = to == high && to >= Value.Huge;
        return opensLow && opensHigh ? "any"
            : opensLow ? $"at most {Words(to)}"
            : opensHigh ? $"at least {Words(from)}"
            : from == to ? Words(from)
            : $"{Words(from)} to {Words(to)}";
    }

    /// <summary>A count whose group is not decided is of its own, or belongs with any of those that it may belong with.</summary>
    private Bin[] Groups(Fact fact, int slot, Value value)
    {
        // Beyond the numbers of all counts.
        const long Own = 1L << 32;
        var own = new Bin(Value.Group(Own + slot, Own + slot), ["of its own"]);
        if (value.State == ValueState.Known && value.Low >= 0)
            return [own, new Bin(Value.Group(value.Low, value.Low), ["the same"])];
        var others = Enumerable
            .Range(0, rows.Slots)
            .Where(s => s != slot)
            .Select(s => rows.Get(fact, s, row))
            .Where(v => v is { State: ValueState.Known, Low: >= 0 })
            .Select(v => v.Low)
            .Distinct()
            .Take(8)
            .ToArray();
        return [own, .. (others.Length > 0 ? others : [Own - 1]).Select(g => new Bin(Value.Group(g, g), ["the same"]))];
    }
}
