using Isonomia.Cases;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Facts;

/// <summary>A fact of the case file that was left out, and what was assumed instead.</summary>
/// <param name="Fact">What was left out.</param>
/// <param name="Slot">The count; -1 for the person.</param>
public sealed record Assumption(Fact Fact, int Slot);

/// <summary>One row of a case: a status that may be the person's, in a forum.</summary>
/// <param name="Status">The status supposed; null where it is not known.</param>
/// <param name="Forum">The forum supposed.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct RowKey(ImmigrationStatus? Status, Forum Forum);

/// <summary>A case laid out for the evaluator.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Keys">What each row supposes.</param>
/// <param name="Assumptions">What was assumed where the case file is silent.</param>
public sealed record BuiltRows(RowSet Rows, IReadOnlyList<RowKey> Keys, IReadOnlyList<Assumption> Assumptions);

/// <summary>
/// Asks every fact of the vocabulary for its value: from a function of its name, or from the key of the case file that the vocabulary names.
/// </summary>
public static class RowBuilder
{
    /// <summary>Facts whose functions look at the supposed status; all others are the same in every row.</summary>
    internal static readonly HashSet<string> ByStatus = new(StringComparer.Ordinal)
    {
        "status",
        "last entry",
        "present by",
        "convicted after admission",
    };

    /// <summary>Builds the rows of a matter.</summary>
    public static BuiltRows Build(
        Lawbook law,
        Matter matter,
        IReadOnlyList<CountInCase> counts,
        LocalDate asOf,
        IReadOnlyList<RowKey> keys
    ) => Build(law, matter, counts, asOf, keys, null);

    /// <summary>Builds the rows of a matter with those facts only that are wanted, by their index; all where that is null.</summary>
    internal static BuiltRows Build(
        Lawbook law,
        Matter matter,
        IReadOnlyList<CountInCase> counts,
        LocalDate asOf,
        IReadOnlyList<RowKey> keys,
        bool[]? wanted
    )
    {
        var rows = new RowSet(law, keys.Count, counts.Count);
        var contexts = keys.Select(k => new RowContext(law, matter, counts, asOf, k.Status, k.Forum)).ToArray();
        var assumptions = new List<Assumption>();
        foreach (var fact in law.Vocabulary.Facts)
        {
            if (fact.Kind is FactKind.Match or FactKind.Question || wanted is { } some && !some[fact.Index])
                continue;
            if (fact.About == Level.Case)
                Case(rows, fact, contexts, assumptions);
            else
                for (var slot = 0; slot < counts.Count; slot++)
                    Count(rows, fact, slot, contexts, assumptions);
        }
        Questions(rows, law, asOf, keys);
        NoOffenses(rows, law, counts);
        return new BuiltRows(rows, keys, assumptions);
    }

    /// <summary>What one count's fact is under one supposition: the value that the built rows have.</summary>
    internal static Value ValueOf(Fact fact, int slot, RowContext context)
    {
        var count = context.Counts[slot];
        return CountFacts.Functions.TryGetValue(fact.Name, out var function)
            ? function(context, count, fact)
            : Given(fact, Sheet(count, fact).Said(fact.LastPart), slot, []);
    }

    /// <summary>True if code computes the fact or reads it from the case file: the vocabulary has no word without a meaning.</summary>
    public static bool IsProvided(Fact fact) =>
        fact.Kind is FactKind.Match or FactKind.Question
        || (fact.About == Level.Case ? CaseFacts.Functions.ContainsKey(fact.Name) : CountFacts.Functions.ContainsKey(fact.Name))
        || fact.From == "case" && fact.Key.Length > 0;

    /// <summary>Names that code computes.</summary>
    public static IEnumerable<string> Functions => CaseFacts.Functions.Keys.Concat(CountFacts.Functions.Keys);

    private static void Case(RowSet rows, Fact fact, RowContext[] contexts, List<Assumption> assumptions)
    {
        if (!CaseFacts.Functions.TryGetValue(fact.Name, out var function))
        {
            rows.Set(fact, Given(fact, contexts[0].Person.More.Said(fact.LastPart), -1, assumptions));
            return;
        }
        Put(rows, fact, 0, contexts, c => function(c, fact));
    }

    private static void Count(RowSet rows, Fact fact, int slot, RowContext[] contexts, List<Assumption> assumptions)
    {
        var count = contexts[0].Counts[slot];
        if (!CountFacts.Functions.TryGetValue(fact.Name, out var function))
        {
            rows.Set(fact, slot, Given(fact, Sheet(count, fact).Said(fact.LastPart), slot, assumptions));
            return;
        }
        Put(rows, fact, slot, contexts, c => function(c, count, fact));
    }

    private static void Put(RowSet rows, Fact fact, int slot, RowContext[] contexts, Func<RowContext, Value> of)
    {
        if (contexts.Length == 1 || !ByStatus.Contains(fact.Name) && fact.Name != "forum")
        {
            var value = of(contexts[0]);
            if (fact.About == Level.Case)
                rows.Set(fact, value);
            else
                rows.Set(fact, slot, value);
            return;
        }
        rows.SetRows(fact, slot, Array.ConvertAll(contexts, c => of(c)));
    }

    private static FactSheet Sheet(CountInCase count, Fact fact) =>
        fact.Key.StartsWith("record.", StringComparison.Ordinal) ? count.Record
        : fact.Key.StartsWith("facts.", StringComparison.Ordinal) ? count.Facts
        : count.ChargeMore is { } charge && !count.More.Said(fact.LastPart).IsGiven ? charge
        : count.More;

    private static Value Given(Fact fact, Known<FactValue> given, int slot, List<Assumption> assumptions)
    {
        if (!given.IsGiven && given.Knowledge == Knowledge.Unknown && fact.Assumption.Length > 0 && fact.Kind == FactKind.YesNo)
        {
            assumptions.Add(new Assumption(fact, slot));
            return Value.Of(fact.AssumedYes);
        }
        return Values.Read(fact, given);
    }

    // A violation of probation, a warrant, a permit: it matches no category, and nobody need review whether it does.
    private static void NoOffenses(RowSet rows, Lawbook law, IReadOnlyList<CountInCase> counts)
    {
        for (var slot = 0; slot < counts.Count; slot++)
        {
            if (counts[slot].IsNoOffense)
                foreach (var match in law.Vocabulary.Matches)
                    rows.Set(match, slot, Value.No);
        }
    }

    private static void Questions(RowSet rows, Lawbook law, LocalDate asOf, IReadOnlyList<RowKey> keys)
    {
        foreach (var question in law.Questions)
        {
            Value[]? values = null;
            var first = Value.Mask(question.ReadingsOpen(ForumName(keys[0].Forum), asOf));
            var (forum, readings) = (keys[0].Forum, first);
            for (var row = 1; row < keys.Count; row++)
            {
                if (keys[row].Forum != forum)
                    (forum, readings) = (keys[row].Forum, Value.Mask(question.ReadingsOpen(ForumName(keys[row].Forum), asOf)));
                if (values is null && readings == first)
                    continue;
                if (values is null)
                {
                    values = new Value[keys.Count];
                    Array.Fill(values, first, 0, row);
                }
                values[row] = readings;
            }
            if (values is null)
                rows.Set(question.Fact, first);
            else
                rows.SetRows(question.Fact, 0, values);
        }
    }

    private static string ForumName(Forum forum) =>
        forum switch
        {
            Forum.NinthCircuit => "ninth circuit",
            Forum.FifthCircuit => "fifth circuit",
            _ => "elsewhere",
        };
}
