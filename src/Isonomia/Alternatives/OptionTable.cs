using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>The parts of a count that its options change.</summary>
[Flags]
internal enum Parts
{
    None = 0,
    Offense = 1,
    Class = 2,

    /// <summary>Outcome, program, and whether anything is admitted.</summary>
    End = 4,
    Sentence = 8,
    Record = 16,
    All = 31,
}

/// <summary>
/// The values of every fact of every option. Options share offenses, sentences and records: a fact is computed once for each of the parts that it
/// reads, and combinations of options only point at the values.
/// </summary>
/// <remarks>
/// A fact of a count reads its own count, the person and the priors. Three facts look across: which counts belong together, which no option
/// changes, because neither the dates nor the incidents change; whether an earlier drug conviction could be alleged, which asks for counts convicted
/// before (<see cref="AlternativesFinder"/> sees that the dispositions have one date); and the time since an earlier count under the same
/// section, which <see cref="Coordinates.LooksAcross"/> watches.
/// </remarks>
internal sealed class OptionTable
{
    /// <summary>The parts that the direct punishment reads.</summary>
    public const Parts Direct = Parts.Offense | Parts.Class | Parts.End | Parts.Sentence;

    private readonly Lawbook law;
    private readonly IReadOnlyList<CountInCase> counts;
    private readonly BuiltRows common;
    private readonly Fact[] facts;
    private readonly Parts[] parts;
    private readonly int[] slots;

    /// <summary>By count and set of parts: for each option the number of its combination of those parts.</summary>
    private readonly Dictionary<Parts, int[]>[] keys;

    /// <summary>By count and fact: the value of each combination of parts (times statuses, where the fact looks at the status).</summary>
    private readonly Value[][][] values;
    private readonly Truth[][] supervised;
    private readonly bool[][] endless;
    private readonly Truth supervisedElse;
    private readonly bool endlessElse;

    /// <summary>The values of the facts of all options, on one date; of only some facts of counts if <paramref name="wanted"/> names them.</summary>
    public OptionTable(
        Lawbook law,
        Matter matter,
        IReadOnlyList<CountInCase> counts,
        LocalDate asOf,
        Forum forum,
        IReadOnlyList<ImmigrationStatus> statuses,
        IReadOnlyList<int> slots,
        IReadOnlyList<IReadOnlyList<Candidate>> options,
        IReadOnlySet<Fact>? wanted = null
    )
    {
        this.law = law;
        this.counts = counts;
        this.slots = [.. slots];
        Statuses = statuses;
        common = RowBuilder.Build(law, matter, counts, asOf, [.. statuses.Select(s => new RowKey(s, forum))]);
        facts =
        [
            .. law.Vocabulary.Facts.Where(f =>
                f.About == Level.Count && f.Kind is not (FactKind.Match or FactKind.Question) && wanted?.Contains(f) != false
            ),
        ];
        parts = Array.ConvertAll(facts, Reads);
        keys = new Dictionary<Parts, int[]>[slots.Count];
        values = new Value[slots.Count][][];
        supervised = new Truth[slots.Count][];
        endless = new bool[slots.Count][];
        var own = new RowContext(law, matter, counts, asOf, statuses[0], forum);
        for (var i = 0; i < slots.Count; i++)
        {
            var (slot, list) = (slots[i], options[i]);
            keys[i] = Keys(list, [.. parts.Append(Parts.Sentence | Parts.End).Append(Direct).Distinct()]);
            values[i] = new Value[facts.Length][];
            var contexts = new RowContext?[list.Count];
            RowContext Context(int o)
            {
                if (contexts[o] is { } known)
                    return known;
                var replaced = counts.ToArray();
                replaced[slot] = list[o].Count;
                return contexts[o] = own with { Counts = replaced };
            }
            foreach (var (of, key) in keys[i])
            {
                var first = Firsts(key);
                for (var f = 0; f < facts.Length; f++)
                {
                    if (parts[f] != of)
                        continue;
                    var (fact, width) = (facts[f], Width(facts[f]));
                    var v = values[i][f] = new Value[first.Length * width];
                    for (var k = 0; k < first.Length; k++)
                    for (var s = 0; s < width; s++)
                        v[(k * width) + s] = RowBuilder.ValueOf(
                            fact,
                            slot,
                            width == 1 ? Context(first[k]) : Context(first[k]) with { Status = statuses[s] }
                        );
                }
            }
            var terms = keys[i][Parts.Sentence | Parts.End];
            var heads = Firsts(terms);
            var truths = Array.ConvertAll(heads, o => CaseFacts.Supervised(own, list[o].Count));
            var open = Array.ConvertAll(heads, o => NotableDates.IsSupervisionEndless(law, matter, [list[o].Count], asOf));
            supervised[i] = Array.ConvertAll(terms, k => truths[k]);
            endless[i] = Array.ConvertAll(terms, k => open[k]);
        }
        var others = counts.Where((_, s) => Array.IndexOf(this.slots, s) < 0).ToArray();
        supervisedElse = others.Select(c => CaseFacts.Supervised(own, c)).Aggregate(Truth.No, Kleene.Or);
        endlessElse = NotableDates.IsSupervisionEndless(law, matter, others, asOf);
    }

    /// <summary>The statuses; they are the rows of each combination, in this order.</summary>
    public IReadOnlyList<ImmigrationStatus> Statuses { get; }

    /// <summary>For each option of a count a number that it shares with the options that no rule can tell from it.</summary>
    public int[] Alike(int list, Bins bins, int[]? also = null)
    {
        var ids = also ?? new int[supervised[list].Length];
        ids = Refine(ids, Array.ConvertAll(supervised[list], t => (int)t));
        ids = Refine(ids, Array.ConvertAll(endless[list], t => t ? 1 : 0));
        foreach (var (of, key) in keys[list])
        {
            var same = new int[Firsts(key).Length];
            for (var f = 0; f < facts.Length; f++)
            {
                if (parts[f] != of)
                    continue;
                var width = Width(facts[f]);
                var bin = bins.Of(facts[f], values[list][f]);
                for (var s = 0; s < width; s++)
                {
                    var one = s;
                    same = Refine(same, [.. Enumerable.Range(0, same.Length).Select(k => bin[(k * width) + one])]);
                }
            }
            ids = Refine(ids, Array.ConvertAll(key, k => same[k]));
        }
        return ids;
    }

    /// <summary>For each option of a count the number of its combination of some parts: of those that a fact reads, or <see cref="Direct"/>.</summary>
    public int[] Key(int list, Parts of) => keys[list][of];

    /// <summary>Whether supervision on an option will still run.</summary>
    public Truth Supervised(int list, int option) => supervised[list][option];

    /// <summary>Whether an option is followed by supervision of which no last day is known.</summary>
    public bool IsEndless(int list, int option) => endless[list][option];

    /// <summary>Whether some supervision of a combination has no last day that is known.</summary>
    public bool IsEndless(int[] combination)
    {
        if (endlessElse)
            return true;
        for (var i = 0; i < combination.Length; i++)
            if (endless[i][combination[i]])
                return true;
        return false;
    }

    /// <summary>The rows of some combinations: row = combination x statuses + status.</summary>
    /// <param name="combinations">For each, the option of each slot.</param>
    /// <param name="among">Positions of the statuses to lay out; null for all.</param>
    public RowSet Rows(IReadOnlyList<int[]> combinations, int[]? among = null)
    {
        among ??= [.. Enumerable.Range(0, Statuses.Count)];
        var n = among.Length;
        var size = combinations.Count * n;
        var rows = new RowSet(law, size, counts.Count);
        var byStatus = new int[size];
        for (var r = 0; r < size; r++)
            byStatus[r] = r % n;
        foreach (var fact in law.Vocabulary.Facts)
        {
            if (fact.Kind == FactKind.Match || fact.Kind == FactKind.Question && fact.About == Level.Count)
                continue;
            if (fact.About == Level.Case)
            {
                if (fact.Name == "supervision at decision")
                    Supervision(rows, fact, combinations, n);
                else
                    Put(rows, fact, 0, Array.ConvertAll(among, s => common.Rows.Get(fact, 0, s)), byStatus);
                continue;
            }
            for (var slot = 0; slot < counts.Count; slot++)
                if (Array.IndexOf(slots, slot) < 0)
                    Put(rows, fact, slot, Array.ConvertAll(among, s => common.Rows.Get(fact, slot, s)), byStatus);
        }
        for (var i = 0; i < slots.Length; i++)
        {
            var codes = new Dictionary<Parts, int[]>();
            for (var f = 0; f < facts.Length; f++)
            {
                if (!codes.TryGetValue(parts[f], out var code))
                {
                    var key = keys[i][parts[f]];
                    code = new int[size];
                    for (var r = 0; r < size; r++)
                        code[r] = key[combinations[r / n][i]];
                    codes.Add(parts[f], code);
                }
                var width = Width(facts[f]);
                if (width == 1)
                    Put(rows, facts[f], slots[i], values[i][f], code);
                else
                {
                    var both = new int[size];
                    for (var r = 0; r < size; r++)
                        both[r] = (code[r] * width) + among[r % n];
                    Put(rows, facts[f], slots[i], values[i][f], both);
                }
            }
        }
        return rows;
    }

    private int Width(Fact fact) => RowBuilder.ByStatus.Contains(fact.Name) ? Statuses.Count : 1;

    private void Supervision(RowSet rows, Fact fact, IReadOnlyList<int[]> combinations, int n)
    {
        var codes = new int[combinations.Count * n];
        for (var c = 0; c < combinations.Count; c++)
        {
            var truth = supervisedElse;
            for (var i = 0; i < slots.Length; i++)
                truth = Kleene.Or(truth, supervised[i][combinations[c][i]]);
            for (var s = 0; s < n; s++)
                codes[(c * n) + s] = (int)truth;
        }
        rows.SetCoded(fact, 0, [Value.No, Value.Unknown, Value.Yes], codes);
    }

    private static void Put(RowSet rows, Fact fact, int slot, Value[] values, int[] codes)
    {
        if (values.Length == 0)
            return;
        for (var i = 1; i < values.Length; i++)
            if (values[i] != values[0])
            {
                rows.SetCoded(fact, slot, values, codes);
                return;
            }
        if (fact.About == Level.Case)
            rows.Set(fact, values[0]);
        else
            rows.Set(fact, slot, values[0]);
    }

    /// <summary>Options that were one stay one only if they also have the same mark; numbers are given in order of first appearance.</summary>
    internal static int[] Refine(int[] ids, int[] marks)
    {
        var known = new Dictionary<(int, int), int>();
        var refined = new int[ids.Length];
        for (var o = 0; o < ids.Length; o++)
        {
            ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (ids[o], marks[o]), out var was);
            if (!was)
                id = known.Count - 1;
            refined[o] = id;
        }
        return refined;
    }

    /// <summary>The first option of each number.</summary>
    internal static int[] Firsts(int[] ids)
    {
        var first = new List<int>();
        for (var o = 0; o < ids.Length; o++)
            if (ids[o] == first.Count)
                first.Add(o);
        return [.. first];
    }

    private static Dictionary<Parts, int[]> Keys(IReadOnlyList<Candidate> list, Parts[] sets)
    {
        var (offense, end, sentence, record) = (new Numbers(), new Numbers(), new Numbers(), new Numbers());
        var size = list.Count;
        var of = new int[5][];
        for (var p = 0; p < of.Length; p++)
            of[p] = new int[size];
        for (var o = 0; o < size; o++)
        {
            var c = list[o].Count;
            of[0][o] = offense.Of(c.Offense);
            of[1][o] = c.Class.TryGet(out var @class) ? 1 + (int)@class : 0;
            of[2][o] = end.Of((c.Outcome, c.Program, c.More));
            // Where no sentence is given, what the offense allows stands for it.
            of[3][o] = sentence.Of(c.Sentence.IsValue ? c.Sentence.Value : (c.Offense, c.Class));
            of[4][o] = record.Of(c.Record);
        }
        var numbered = new Dictionary<Parts, int[]>();
        foreach (var set in sets)
        {
            var ids = new int[size];
            for (var p = 0; p < of.Length; p++)
                if (((int)set >> p & 1) != 0)
                    ids = Refine(ids, of[p]);
            numbered.Add(set, ids);
        }
        return numbered;
    }

    /// <summary>Numbers for parts: by reference first, because most options share the very object.</summary>
    private sealed class Numbers
    {
        private readonly Dictionary<object, int> same = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<object, int> equal = [];

        public int Of(object part)
        {
            if (same.TryGetValue(part, out var id))
                return id;
            if (!equal.TryGetValue(part, out id))
                equal.Add(part, id = equal.Count);
            same.Add(part, id);
            return id;
        }
    }

    /// <summary>The parts that a fact reads. A fact that is not listed is taken to read all of them.</summary>
    private static Parts Reads(Fact fact)
    {
        if (Known.TryGetValue(fact.Name, out var known))
            return known;
        if (CountFacts.Functions.ContainsKey(fact.Name))
            return Parts.All;
        return fact.Key.StartsWith("record.", StringComparison.Ordinal) ? Parts.Record
            : fact.Key.StartsWith("facts.", StringComparison.Ordinal) ? Parts.None
            : Parts.End;
    }

    private static readonly FrozenDictionary<string, Parts> Known = new Dictionary<string, Parts>(StringComparer.Ordinal)
    {
        ["offense"] = Parts.Offense | Parts.Record,
        ["charged offense"] = Parts.Offense | Parts.Record,
        ["form"] = Parts.Offense,
        ["stage"] = Parts.End,
        ["outcome"] = Parts.End,
        ["program"] = Parts.End,
        ["program date"] = Parts.None,
        ["punishment or restraint ordered"] = Parts.Sentence | Parts.End,
        ["vacated for a legal defect"] = Parts.None,
        ["vacated on a defect found by statute"] = Parts.None,
        ["rehabilitative relief granted"] = Parts.None,
        ["later reduction to a misdemeanor"] = Parts.None,
        ["later change of sentence"] = Parts.None,
        ["imposed term as changed"] = Parts.Sentence,
        ["pardoned"] = Parts.None,
        ["class"] = Parts.Class | Parts.Offense,
        ["charged class"] = Parts.Offense,
        ["conviction date"] = Parts.None,
        ["offense date"] = Parts.None,
        ["convicted after admission"] = Parts.None,
        ["convicted before the latest admission"] = Parts.None,
        ["offense after admission"] = Parts.None,
        ["offense after adjustment"] = Parts.None,
        ["offense after recorded residence date"] = Parts.None,
        ["residence at offense"] = Parts.None,
        ["presence at offense"] = Parts.None,
        ["offense before application"] = Parts.None,
        ["offense before filing"] = Parts.None,
        ["offense before final decision"] = Parts.None,
        ["release before application"] = Parts.Sentence,
        ["conviction before as-of date"] = Parts.None,
        ["time since an earlier count under the same section"] = Parts.Offense,
        ["age at offense"] = Parts.None,
        ["maximum term"] = Parts.Offense | Parts.Class | Parts.Sentence,
        ["imposed term"] = Parts.Sentence,
        ["unsuspended custody"] = Parts.Sentence,
        // Credit goes by the class and the strike of the offense.
        ["days confined in the period"] = Parts.Offense | Parts.Class | Parts.Sentence,
        ["days confined in three years"] = Parts.Offense | Parts.Class | Parts.Sentence,
        ["days confined in ten years"] = Parts.Offense | Parts.Class | Parts.Sentence,
        ["foreign, term over more than fifteen years ago"] = Parts.None,
        ["scheme"] = Parts.None,
        ["incident"] = Parts.None,
        ["victim in fact"] = Parts.Record,
        ["prong"] = Parts.Offense | Parts.Record,
        ["federally listed substance on the record"] = Parts.Record,
        ["marijuana on the record"] = Parts.Offense | Parts.Record,
        ["flunitrazepam on the record"] = Parts.Offense | Parts.Record,
        ["marijuana for own use"] = Parts.Offense | Parts.Record,
        ["recidivist alleged"] = Parts.Record,
        ["loss tied to the count"] = Parts.Offense | Parts.Record,
        ["against a person"] = Parts.Offense,
        ["protected victim by its elements"] = Parts.Offense,
        ["impaired driving"] = Parts.Offense,
        ["murder or torture"] = Parts.Offense,
        ["strike"] = Parts.Offense,
        ["punishable in state prison"] = Parts.Offense,
        ["wobbler"] = Parts.Offense,
        ["convicted under state law"] = Parts.End,
        ["booked"] = Parts.End,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
