namespace Isonomia.Law;

/// <summary>What joins the lines under a line.</summary>
public enum TraceOp
{
    /// <summary>A test; nothing under it.</summary>
    Leaf,

    /// <summary>All lines.</summary>
    All,

    /// <summary>Any line.</summary>
    Any,

    /// <summary>No line.</summary>
    None,

    /// <summary>Not the one line.</summary>
    Not,

    /// <summary>A rule: its condition, then what lifts it.</summary>
    Rule,

    /// <summary>Counts that satisfy a line.</summary>
    Count,

    /// <summary>Verdicts of the leaves that an offense may be.</summary>
    Match,
}

/// <summary>A ticked line of a page's outline.</summary>
/// <param name="Op">What joins the lines under it.</param>
/// <param name="Text">The page's own line.</param>
/// <param name="Truth">Its answer, with silence already decided by the burden.</param>
/// <param name="Note">What stands for a value: a tally, "not reviewed"; empty where the value itself speaks.</param>
/// <param name="Raw">The value that was tested.</param>
/// <param name="Fact">The fact that was tested, if any.</param>
/// <param name="Rule">The rule that a line names, or that the node is.</param>
/// <param name="Verdict">The verdict that a match rests on.</param>
/// <param name="Slot">The count it is about; -1 for the person.</param>
/// <param name="IsException">It stands under <c>unless</c>: yes lifts the rule.</param>
/// <param name="Items">Lines under it.</param>
public sealed record Trace(
    TraceOp Op,
    string Text,
    Truth Truth,
    string Note,
    Value Raw,
    Fact? Fact,
    Rule? Rule,
    Verdict? Verdict,
    int Slot,
    bool IsException,
    IReadOnlyList<Trace> Items
)
{
    /// <summary>The value that was tested, in words; empty for groups of lines. Made when asked for: most lines are never printed.</summary>
    public string Value =>
        Note.Length > 0 ? Note
        : Op == TraceOp.Not ? Items[0].Value
        : Op == TraceOp.Leaf && Fact is not null ? ValueWords.Describe(Fact, Raw)
        : "";

    /// <summary>A line is the same only as itself; two counts may have equal lines.</summary>
    public bool Equals(Trace? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>
/// Walks the outline of the pages for one row and ticks it. It shares no code with the evaluator but the truth of a single test, so that the
/// two can be held against each other; it is built only when someone asks why.
/// </summary>
public sealed class Tracer(RowSet rows, int row, IEnumerable<Rule>? given = null)
{
    private readonly HashSet<Rule> stubs = [.. given ?? []];
    private readonly Lawbook law = rows.Law;

    /// <summary>Rules that are walked already: for the person and then each count, by rule and burden.</summary>
    private readonly Trace?[]?[] walked = new Trace?[rows.Slots + 1][];
    private readonly Tracer? other;
    private readonly Func<Rule, bool>? isAlike;

    /// <summary>A tracer that leaves to another, of another row, the rules in which the two rows are alike: they are walked once.</summary>
    public Tracer(RowSet rows, int row, Tracer other, Func<Rule, bool> isAlike)
        : this(rows, row) => (this.other, this.isAlike) = (other, isAlike);

    /// <summary>Counts and totals over counts are the same wherever they are asked.</summary>
    private readonly Dictionary<Condition, Trace>[] tallies =
    [
        new(ReferenceEqualityComparer.Instance),
        new(ReferenceEqualityComparer.Instance),
    ];

    /// <summary>The ticked outline of a rule, for a count (slot) or, for a rule about the person, slot -1.</summary>
    public Trace Explain(Rule rule, Burden burden, int slot) => Run(rule, burden, slot);

    /// <summary>The ticked verdict of a match.</summary>
    public Trace ExplainMatch(Fact match, Burden burden, int slot) => Match(match, match.Name, burden, slot);

    private Trace Run(Rule rule, Burden burden, int slot)
    {
        if (stubs.Contains(rule))
            return Given(rule, burden, slot);
        burden = Tests.Under(rule, burden);
        var at = rule.About == Level.Case ? -1 : slot;
        var known = walked[at + 1] ??= new Trace?[2 * law.Rules.Count];
        return known[(2 * rule.Index) + (int)burden] ??=
            other is not null && isAlike!(rule) ? other.Run(rule, burden, at) : Fresh(rule, burden, at);
    }

    private Trace Given(Rule rule, Burden burden, int slot)
    {
        var value = rows.Get(rows.RuleId(rule), rule.About, Math.Max(slot, 0), row);
        var truth = Tests.Flag(value);
        if (truth == Truth.Open && value.State == ValueState.Known)
            truth = burden == Burden.Shown ? Truth.No : Truth.Yes;
        return new Trace(TraceOp.Leaf, rule.Title, truth, "given", default, null, rule, null, slot, false, []);
    }

    private Trace Fresh(Rule rule, Burden burden, int slot)
    {
        var version =
            rule.Versions.Count == 0 ? -1 : Evaluator.VersionOf(rule.Versions, rows.Get(rule.Versions[0].By, Math.Max(slot, 0), row));
        if (version < 0)
            return new Trace(TraceOp.Leaf, rule.Title, Truth.Open, "not in force on this date", default, null, rule, null, slot, false, []);
        var v = rule.Versions[version];
        if (v.NoSuchRule)
            return new Trace(TraceOp.Leaf, rule.Title, Truth.No, "no such rule on this date", default, null, rule, null, slot, false, []);
        var items = new List<Trace> { Node(v.When!, burden, slot) };
        var truth = items[0].Truth;
        if (v.Unless is not null)
        {
            var lift = Node(v.Unless, Tests.Turn(burden), slot) with { IsException = true };
            items.Add(lift);
            truth = Kleene.And(truth, Kleene.Not(lift.Truth));
        }
        return new Trace(TraceOp.Rule, rule.Title, truth, "", default, null, rule, null, slot, false, items);
    }

    private Trace Node(Condition node, Burden burden, int slot)
    {
        switch (node)
        {
            case AllOf all:
                return Group(TraceOp.All, node, all.Items, burden, slot);
            case AnyOf any:
                return Group(TraceOp.Any, node, any.Items, burden, slot);
            case NoneOf none:
                return Group(TraceOp.None, node, none.Items, Tests.Turn(burden), slot);
            case Negation not:
            {
                var inner = Node(not.Item, Tests.Turn(burden), slot);
                return new Trace(
                    TraceOp.Not,
                    node.Text,
                    Kleene.Not(inner.Truth),
                    "",
                    default,
                    inner.Fact,
                    inner.Rule,
                    inner.Verdict,
                    slot,
                    false,
                    [inner]
                );
            }
            case RuleTest test:
            {
                var inner = Run(test.Rule, burden, slot);
                // Most lines name a rule as it is titled.
                return inner.Op == TraceOp.Rule && inner.Text == node.Text ? inner : inner with { Text = node.Text };
            }
            case CountTest or TotalTest:
            {
                var known = tallies[(int)burden];
                if (!known.TryGetValue(node, out var tally))
                    known.Add(node, tally = node is CountTest count ? Counts(count, burden) : Total((TotalTest)node, burden));
                return tally;
            }
            case FlagTest { Fact.Kind: FactKind.Match } match:
                return Match(match.Fact, node.Text, burden, slot);
            default:
            {
                var fact = Tests.FactOf(node);
                var value = rows.Get(fact, Math.Max(slot, 0), row);
                var truth = Tests.Settle(fact, Tests.Leaf(node, value), value, burden);
                return new Trace(
                    TraceOp.Leaf,
                    node.Text,
                    truth,
                    "",
                    value,
                    fact,
                    null,
                    null,
                    fact.About == Level.Case ? -1 : slot,
                    false,
                    []
                );
            }
        }
    }

    private Trace Group(TraceOp op, Condition node, IReadOnlyList<Condition> items, Burden burden, int slot)
    {
        var traces = new Trace[items.Count];
        var truth = op == TraceOp.All ? Truth.Yes : Truth.No;
        for (var i = 0; i < traces.Length; i++)
        {
            traces[i] = Node(items[i], burden, slot);
            truth = op == TraceOp.All ? Kleene.And(truth, traces[i].Truth) : Kleene.Or(truth, traces[i].Truth);
        }
        if (op == TraceOp.None)
            truth = Kleene.Not(truth);
        return new Trace(op, node.Text, truth, "", default, null, null, null, slot, false, traces);
    }

    private Trace[] PerCount(Condition? with, string text, Burden burden)
    {
        var each = new Trace[rows.Slots];
        for (var slot = 0; slot < each.Length; slot++)
            each[slot] = with is null
                ? new Trace(TraceOp.Leaf, text, Truth.Yes, "", default, null, null, null, slot, false, [])
                : About(Node(with, burden, slot), slot);
        return each;
    }

    /// <summary>The line as one about a count; most are already.</summary>
    private static Trace About(Trace line, int slot) => line.Slot == slot ? line : line with { Slot = slot };

    private Trace Counts(CountTest count, Burden burden)
    {
        var each = PerCount(count.With, count.Text, burden);
        int low,
            high;
        if (count.Group is null)
        {
            low = each.Count(t => t.Truth == Truth.Yes);
            high = each.Count(t => t.Truth != Truth.No);
        }
        else
        {
            var keys = each.Select(t => (t.Truth, Key: rows.Get(count.Group, t.Slot, row), t.Slot)).ToArray();
            (long Certain, long Possible) Of((Truth, Value Key, int Slot) k) =>
                k.Key.State == ValueState.Known ? (k.Key.Low, k.Key.High) : (-1, -2 - k.Slot);
            var sure = keys.Where(k => k.Truth == Truth.Yes).Select(k => Of(k).Certain).ToArray();
            low = Math.Max(sure.Where(k => k >= 0).Distinct().Count(), sure.Length > 0 ? 1 : 0);
            high = keys.Where(k => k.Truth != Truth.No).Select(k => Of(k).Possible).Distinct().Count();
        }
        var value = low == high ? $"{low}" : $"{low} to {high}";
        return new Trace(
            TraceOp.Count,
            count.Text,
            Kleene.Of(low >= count.Least, high >= count.Least),
            value,
            default,
            count.Group,
            null,
            null,
            -1,
            false,
            each
        );
    }

    private Trace Total(TotalTest total, Burden burden)
    {
        var each = PerCount(total.With, total.Text, burden);
        long low = 0,
            high = 0;
        foreach (var t in each.Where(t => t.Truth != Truth.No))
        {
            var value = rows.Get(total.Fact, t.Slot, row);
            var (from, to) = value.State == ValueState.Known ? (value.Low, value.High) : (0, Value.Huge);
            if (from > to)
                continue;
            high += to;
            if (t.Truth == Truth.Yes)
                low += from;
        }
        var words = ValueWords.Describe(total.Fact, Value.Range(low, high));
        return new Trace(
            TraceOp.Count,
            total.Text,
            Tests.Compare(low, high, total.Sign, total.Bound),
            words,
            default,
            total.Fact,
            null,
            null,
            -1,
            false,
            each
        );
    }

    private Trace Match(Fact match, string text, Burden burden, int slot)
    {
        var known = rows.Get(match, slot, row);
        if (known.State == ValueState.Known)
            return new Trace(
                TraceOp.Leaf,
                text,
                Tests.Settle(match, Tests.Flag(known), known, burden),
                "",
                known,
                match,
                null,
                null,
                slot,
                false,
                []
            );
        if (known.State == ValueState.Unreviewed)
            return new Trace(TraceOp.Leaf, text, Truth.Open, "not reviewed", default, match, null, null, slot, false, []);
        var source =
            match.Name == "Laken Riley charge" && law.Vocabulary.Find("charged offense") is { } charged
                ? charged
                : law.Vocabulary["offense"];
        if (rows.Get(source, slot, row).Ref is not OffenseValue { Leaves.Count: > 0 } offense)
            return new Trace(TraceOp.Leaf, text, Truth.Open, "not in the law book", default, match, null, null, slot, false, []);
        var index = law.Vocabulary.MatchIndex(MatchReader.Source(law, match));
        return offense.Leaves.Count == 1
            ? Leaf(text, offense.Leaves[0], index, match, burden, slot)
            : Prongs(text, offense, index, match, burden, slot);
    }

    private Trace Prongs(string text, OffenseValue offense, int index, Fact match, Burden burden, int slot)
    {
        var leaves = offense.Leaves.Select(l => Leaf($"{l.Citation} is {match.Plain}", l, index, match, burden, slot)).ToArray();
        bool all(Truth t) => Array.TrueForAll(leaves, l => l.Truth == t);
        var truth =
            all(Truth.Yes) ? Truth.Yes
            : all(Truth.No) ? Truth.No
            : !offense.Silent ? Truth.Open
            : burden == Burden.Shown ? leaves.Select(l => l.Truth).Aggregate(Truth.Yes, Kleene.And)
            : leaves.Select(l => l.Truth).Aggregate(Truth.No, Kleene.Or);
        return new Trace(TraceOp.Match, text, truth, "depends on the prong", default, match, null, null, slot, false, leaves);
    }

    private Trace Leaf(string name, Offense leaf, int index, Fact match, Burden burden, int slot)
    {
        var verdict = MatchReader.VerdictOf(leaf.Verdicts[index], rows, slot, row);
        return verdict?.Kind switch
        {
            null => new Trace(TraceOp.Leaf, name, Truth.Open, "not reviewed", default, match, null, null, slot, false, []),
            VerdictKind.Yes => new Trace(TraceOp.Leaf, name, Truth.Yes, "yes", default, match, null, verdict, slot, false, []),
            VerdictKind.No => new Trace(TraceOp.Leaf, name, Truth.No, "no", default, match, null, verdict, slot, false, []),
            _ => Tested(name, verdict, match, burden, slot),
        };
    }

    private Trace Tested(string name, Verdict verdict, Fact match, Burden burden, int slot)
    {
        var test = Node(verdict.Test!, burden, slot);
        return new Trace(TraceOp.All, name, test.Truth, verdict.Text, default, match, null, verdict, slot, false, [test]);
    }
}
