using System.Collections.Frozen;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>The values of every fact of every option, computed once a count; combinations of options only point at them.</summary>
/// <remarks>
/// A fact of a count reads its own count, the person and the priors. Two facts look across: which counts belong together, which no option
/// changes, because neither the dates nor the incidents change; and the time since an earlier count under the same section, which no federal
/// rule reads (<see cref="AlternativesFinder"/> says so if one ever does).
/// </remarks>
internal sealed class OptionTable
{
    private readonly Lawbook law;
    private readonly IReadOnlyList<CountInCase> counts;
    private readonly BuiltRows common;
    private readonly Fact[] facts;
    private readonly Value[][][] values;
    private readonly Truth[][] supervised;
    private readonly Truth supervisedElse;
    private readonly int[] slots;

    public OptionTable(
        Lawbook law,
        Matter matter,
        IReadOnlyList<CountInCase> counts,
        LocalDate asOf,
        Forum forum,
        IReadOnlyList<ImmigrationStatus> statuses,
        IReadOnlyList<int> slots,
        IReadOnlyList<IReadOnlyList<Candidate>> options
    )
    {
        this.law = law;
        this.counts = counts;
        this.slots = [.. slots];
        Statuses = statuses;
        common = RowBuilder.Build(law, matter, counts, asOf, [.. statuses.Select(s => new RowKey(s, forum))]);
        facts = [.. law.Vocabulary.Facts.Where(f => f.About == Level.Count && f.Kind is not (FactKind.Match or FactKind.Question))];
        values = new Value[slots.Count][][];
        supervised = new Truth[slots.Count][];
        var own = statuses.Select(s => new RowContext(law, matter, counts, asOf, s, forum)).ToArray();
        for (var i = 0; i < slots.Count; i++)
        {
            var slot = slots[i];
            var list = options[i];
            values[i] = new Value[facts.Length][];
            for (var f = 0; f < facts.Length; f++)
                values[i][f] = new Value[list.Count * (RowBuilder.ByStatus.Contains(facts[f].Name) ? statuses.Count : 1)];
            supervised[i] = new Truth[list.Count];
            var memo = new PartMemo(facts);
            for (var o = 0; o < list.Count; o++)
            {
                var replaced = counts.ToArray();
                replaced[slot] = list[o].Count;
                var context = own[0] with { Counts = replaced };
                for (var f = 0; f < facts.Length; f++)
                {
                    if (RowBuilder.ByStatus.Contains(facts[f].Name))
                        for (var s = 0; s < statuses.Count; s++)
                            values[i][f][(o * statuses.Count) + s] = RowBuilder.ValueOf(
                                facts[f],
                                slot,
                                context with
                                {
                                    Status = statuses[s],
                                }
                            );
                    else
                        values[i][f][o] = memo.Of(f, list[o].Count, () => RowBuilder.ValueOf(facts[f], slot, context));
                }
                supervised[i][o] = CaseFacts.Supervised(own[0], list[o].Count);
            }
        }
        supervisedElse = Enumerable
            .Range(0, counts.Count)
            .Where(s => Array.IndexOf(this.slots, s) < 0)
            .Select(s => CaseFacts.Supervised(own[0], counts[s]))
            .Aggregate(Truth.No, Kleene.Or);
    }

    /// <summary>The statuses; they are the rows of each combination, in this order.</summary>
    public IReadOnlyList<ImmigrationStatus> Statuses { get; }

    /// <summary>The rows of some combinations: row = combination x statuses + status.</summary>
    /// <param name="combinations">For each, the option of each slot.</param>
    public RowSet Rows(IReadOnlyList<int[]> combinations)
    {
        var n = Statuses.Count;
        var size = combinations.Count * n;
        var rows = new RowSet(law, size, counts.Count);
        var byStatus = new int[size];
        for (var r = 0; r < size; r++)
            byStatus[r] = r % n;
        foreach (var fact in law.Vocabulary.Facts)
        {
            if (fact.Kind == FactKind.Match)
                continue;
            if (fact.About == Level.Case)
            {
                if (fact.Name == "supervision at decision")
                    Supervision(rows, fact, combinations, n);
                else
                    Put(rows, fact, 0, Enumerable.Range(0, n).Select(s => common.Rows.Get(fact, 0, s)).ToArray(), byStatus);
                continue;
            }
            if (fact.Kind == FactKind.Question)
                continue;
            for (var slot = 0; slot < counts.Count; slot++)
                if (Array.IndexOf(slots, slot) < 0)
                    Put(rows, fact, slot, Enumerable.Range(0, n).Select(s => common.Rows.Get(fact, slot, s)).ToArray(), byStatus);
        }
        for (var i = 0; i < slots.Length; i++)
        {
            var option = new int[size];
            var optionAndStatus = new int[size];
            for (var r = 0; r < size; r++)
            {
                option[r] = combinations[r / n][i];
                optionAndStatus[r] = (option[r] * n) + (r % n);
            }
            for (var f = 0; f < facts.Length; f++)
                Put(rows, facts[f], slots[i], values[i][f], RowBuilder.ByStatus.Contains(facts[f].Name) ? optionAndStatus : option);
        }
        return rows;
    }

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

    /// <summary>Whether supervision on an option will still run: the one fact of the case that the options make together.</summary>
    public Truth Supervised(int list, int option) => supervised[list][option];

    private static void Put(RowSet rows, Fact fact, int slot, Value[] values, int[] codes)
    {
        for (var i = 1; i < values.Length; i++)
            if (values[i] != values[0])
            {
                rows.SetCoded(fact, slot, values, codes);
                return;
            }
        if (values.Length == 0)
            return;
        if (fact.About == Level.Case)
            rows.Set(fact, values[0]);
        else
            rows.Set(fact, slot, values[0]);
    }

    /// <summary>
    /// Options share sentences, records and offenses: what a fact reads only from one of these is computed once for each. Facts not known to read
    /// one part alone are computed anew.
    /// </summary>
    private sealed class PartMemo(Fact[] facts)
    {
        private static readonly FrozenSet<string> OfOffense = FrozenSet.Create(
            StringComparer.Ordinal,
            "charged offense",
            "form",
            "charged class",
            "conviction date",
            "offense date",
            "program date",
            "offense after admission",
            "offense after adjustment",
            "offense after recorded residence date",
            "residence at offense",
            "presence at offense",
            "offense before application",
            "offense before filing",
            "offense before final decision",
            "conviction before as-of date",
            "age at offense",
            "scheme",
            "incident",
            "against a person",
            "protected victim by its elements",
            "impaired driving",
            "murder or torture",
            "punishable in state prison",
            "wobbler",
            "strike"
        );
        private static readonly FrozenSet<string> OfSentence = FrozenSet.Create(
            StringComparer.Ordinal,
            "imposed term",
            "unsuspended custody",
            "imposed term as changed"
        );
        private readonly byte[] part =
        [
            .. facts.Select(f =>
                (byte)(
                    OfOffense.Contains(f.Name) ? 1
                    : OfSentence.Contains(f.Name) ? 2
                    : f.From == "case" && f.Key.StartsWith("record.", StringComparison.Ordinal) && !CountFacts.Functions.ContainsKey(f.Name)
                        ? 3
                    : 0
                )
            ),
        ];
        private readonly Dictionary<(int Fact, object Part), Value> known = new(new ByReference());

        public Value Of(int fact, CountInCase count, Func<Value> compute)
        {
            object? on = part[fact] switch
            {
                1 => count.Offense,
                2 => count.Sentence.IsValue ? count.Sentence.Value : null,
                3 => count.Record,
                _ => null,
            };
            if (on is null)
                return compute();
            if (!known.TryGetValue((fact, on), out var value))
                known.Add((fact, on), value = compute());
            return value;
        }

        private sealed class ByReference : IEqualityComparer<(int Fact, object Part)>
        {
            public bool Equals((int Fact, object Part) x, (int Fact, object Part) y) => x.Fact == y.Fact && ReferenceEquals(x.Part, y.Part);

            public int GetHashCode((int Fact, object Part) x) =>
                HashCode.Combine(x.Fact, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(x.Part));
        }
    }
}
