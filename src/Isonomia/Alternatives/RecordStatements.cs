using Isonomia.Cases;
using Isonomia.Law;

namespace Isonomia.Alternatives;

/// <summary>One way in which the plea papers may be written.</summary>
internal sealed record RecordStatement(FactSheet Record, bool AddsHarvey, string Words, string Basis, int Effort);

/// <summary>
/// What the record of conviction may say of a count. Only what is alleged, or silence, or a narrower truth: nothing is stated that the case
/// file does not support, except a choice that the parties can make (which clause of an order, oral or written), and then the factual basis says so.
/// </summary>
internal static class RecordStatements
{
    /// <summary>Loss of which fraud is an aggravated felony must exceed this (8 USC 1101(a)(43)(M)(i)).</summary>
    private const int FraudLoss = 10_000;

    public static IReadOnlyList<RecordStatement> Of(Lawbook law, Offense leaf, Charge charge, Disposition reference)
    {
        var own = reference.Record;
        var found = new List<RecordStatement> { new(own, false, "", "", 0) };
        void Add(FactSheet sheet, bool harvey, string words, string basis, int effort)
        {
            if (!found.Exists(f => f.Record.Equals(sheet) && f.AddsHarvey == harvey))
                found.Add(new RecordStatement(sheet, harvey, words, basis, effort));
        }
        if (own.WhenLeftOut == Knowledge.Silent)
            return found;
        var keys = law.RecordFactsReadBy(leaf)
            .Where(f => f.Key.StartsWith("record.", StringComparison.Ordinal))
            .GroupBy(f => f.Key["record.".Length..], StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal);
        var silentAll = own;
        var several = 0;
        foreach (var group in keys)
        {
            var (key, fact) = (group.Key, group.First());
            if (key is "prong" or "recidivistAlleged" or "defendantAge")
                continue;
            var alleged = charge.Facts[key];
            if (alleged.IsValue)
                Add(own.With(key, alleged), false, $"record: {key} {alleged.Value}", $"{key}: {alleged.Value}, as alleged", 1);
            if (key == "substance")
            {
                var unspecified = Known.Value<FactValue>(new FactValue.Words("unspecified"));
                Add(own.With(key, unspecified), false, "record: a controlled substance, not named", "", 1);
                silentAll = silentAll.With(key, unspecified);
            }
            else if (fact.Kind is FactKind.OneOf or FactKind.YesNo or FactKind.Number)
            {
                Add(own.With(key, Known.Silent<FactValue>()), false, $"record: silent on {key}", "", 1);
                silentAll = silentAll.With(key, Known.Silent<FactValue>());
                if (key is "statement" or "orderClause" && !alleged.IsValue)
                    foreach (var name in fact.Names.Select(Fact.Camel))
                        Add(
                            own.With(key, Known.Value<FactValue>(new FactValue.Name(name))),
                            false,
                            $"record: {key} {name}",
                            $"needs facts: {key} {name}",
                            2
                        );
            }
            several++;
        }
        if (several > 1)
            Add(silentAll, false, "record: silent on everything that matters", "", 2);
        // Loss pinned: the count carries little, restitution for the rest stands on a Harvey waiver (PC 1192.3).
        var loss = own["lossDollars"];
        var much = !loss.TryGet(out var value) || value is FactValue.Number { RoundedUp: > FraudLoss };
        if (much && CanBeFraud(law, leaf, IsLossAlleged(charge, reference)) && (leaf.ValueAtMost ?? int.MaxValue) > FraudLoss)
            Add(
                own.With("lossDollars", Known.Value<FactValue>(new FactValue.Number(FraudLoss, "dollars"))),
                true,
                "record: loss on this count $10,000 or less; restitution for the rest by Harvey waiver",
                "a count (one taking, one date) with a loss of $10,000 or less",
                2
            );
        return found;
    }

    private static bool IsLossAlleged(Charge charge, Disposition reference) =>
        charge.Facts["lossDollars"].IsGiven
        || reference.Record["lossDollars"].IsGiven
        || reference.Sentence.TryGet(out var s) && (!s.Restitution.TryGet(out var owed) || owed.Count > 0);

    /// <summary>
    /// Whether the offense can be fraud for which a loss counts. One against a person that is fraud only by what the record says of it (false
    /// imprisonment by deceit) takes nothing: there a loss is worth a word only if somebody alleges one.
    /// </summary>
    private static bool CanBeFraud(Lawbook law, Offense leaf, bool lossAlleged)
    {
        if (law.Vocabulary.Find("fraud or deceit offense") is not { } match)
            return false;
        var verdicts = leaf.Verdicts[law.Vocabulary.MatchIndex(match)].Where(v => v.Kind != VerdictKind.No).ToArray();
        return verdicts.Length > 0 && (lossAlleged || leaf.Against != "person" || Array.Exists(verdicts, v => v.Test is null));
    }
}
