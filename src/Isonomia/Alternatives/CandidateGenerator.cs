using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Offenses;
using Isonomia.Sentences;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>
/// Every disposition of each count that the charge sheet legally allows: the offense charged and offered, its related offenses, every prong and
/// class, each sentence level at the law's own thresholds, each record statement, each diversion track.
/// </summary>
internal sealed class CandidateGenerator(Lawbook law, OffenseResolver resolver, RelatedOffenses related)
{
    /// <summary>The options of each disposition of the case, the reference's own first.</summary>
    public IReadOnlyList<IReadOnlyList<Candidate>> Generate(
        Matter matter,
        IReadOnlyList<CountInCase> counts,
        LocalDate asOf,
        List<Barred> barred
    )
    {
        var ordered = Ordered(matter);
        var lists = new List<IReadOnlyList<Candidate>>();
        for (var i = 0; i < matter.Dispositions.Count; i++)
        {
            var path = $"disposition[{i}]";
            var count = counts.Single(c => c.Path == path);
            var previous = i > 0 && matter.Dispositions[i - 1].Charge.TryGet(out var id) ? id : "";
            lists.Add(Of(matter, i, count, counts, ordered, previous, asOf, barred));
        }
        return lists;
    }

    /// <summary>Days that the reference orders on each count and over all: levels at which a count may be placed.</summary>
    private static int[] Ordered(Matter matter)
    {
        var each = matter
            .Dispositions.Select(d => UnsuspendedCustody.Of(d.Sentence))
            .Where(r => r.IsExact && r.Low != Days.Endless)
            .Select(r => r.Low.Count)
            .ToArray();
        return [.. each.Append(each.Sum()).Where(d => d > 0).Distinct()];
    }

    private List<Candidate> Of(
        Matter matter,
        int slot,
        CountInCase count,
        IReadOnlyList<CountInCase> counts,
        int[] ordered,
        string previous,
        LocalDate asOf,
        List<Barred> barred
    )
    {
        var reference = matter.Dispositions[slot];
        var charge = matter.ChargeOf(reference)!;
        var when = charge.Committed.TryGet(out var committed) ? committed.From : asOf;
        var found = new List<Candidate>
        {
            new(
                slot,
                Single(count.Offense),
                "as offered",
                reference.Outcome.TryGet(out var end) && end == Outcome.Dismissal ? "dismissed" : "the sentence offered",
                "",
                "",
                reference,
                count,
                [],
                [],
                [],
                0
            )
            {
                IsReference = true,
            },
        };
        // A conditional plea has two convictions; it is kept as it is offered.
        if (reference.Then is not null)
            return found;
        var domestic = LegalBarriers.IsDomestic(charge, reference, count);
        var strike = LegalBarriers.StrikePrior(counts);
        var bargain = LegalBarriers.PleaBargain(count);
        var own = reference.Sentence.TryGet(out var s) ? s : Sentence.NothingOrdered();
        var context = new LevelContext(
            own,
            ordered,
            domestic,
            strike is not null,
            previous,
            matter.Dispositions.Any(d => d.Sentence.TryGet(out var x) && x.ConsecutiveTo.Count > 0)
        );
        if (strike is not null)
            barred.Add(
                new Barred(
                    charge.Id,
                    "leaving out the earlier strike",
                    "PC 667(f), (g)",
                    $"the strike ({strike.Offense.Name}) must be pleaded and proved and may not be bargained away; only the court may dismiss it"
                )
            );
        if (domestic)
            barred.Add(
                new Barred(charge.Id, "probation of less than 36 months", "PC 1203.097(a)(1)", "the victim is a person of Family Code 6211")
            );
        var charged = count.Charged?.Value.Leaves ?? [];
        foreach (var (leaf, relation, basis) in Offenses(count, charged))
        {
            var offense = OffenseAs(count, leaf, when);
            if (offense is null)
                continue;
            var attempt = offense.Form == Form.Attempt;
            var statements = RecordStatements.Of(law, leaf, charge, reference);
            foreach (var penalty in leaf.PenaltiesOn(when).GroupBy(p => p.Class).Select(g => g.Last()))
            {
                var probe = count with { Offense = offense, Class = Known.Value(penalty.Class) };
                var effects = PenaltyFacts.Effects(leaf, probe);
                var changes = relation != "as charged" || !charge.Class.TryGet(out var @class) || @class != penalty.Class;
                foreach (var level in SentenceLevels.Of(penalty, effects, attempt, context))
                foreach (var statement in statements)
                    found.Add(
                        Candidate(
                            slot,
                            leaf,
                            relation,
                            basis,
                            offense,
                            penalty,
                            level,
                            statement,
                            reference,
                            count,
                            changes ? bargain : null,
                            effects
                        )
                    );
            }
        }
        foreach (var track in DiversionTracks.Of(count, counts, domestic, asOf, barred))
            found.Add(
                track.Pleads ? Deferred(slot, track, reference, count, own, bargain) : Diverted(slot, track, reference, count, own, bargain)
            );
        if (matter.Dispositions.Count > 1)
            found.Add(Dismissed(slot, reference, count, bargain));
        return found;
    }

    private static Offense? Single(ResolvedOffense offense) => offense.Value.Leaves.Count == 1 ? offense.Value.Leaves[0] : null;

    private IEnumerable<(Offense Leaf, string Relation, string Basis)> Offenses(CountInCase count, IReadOnlyList<Offense> charged)
    {
        var seen = new HashSet<Offense>();
        foreach (var leaf in charged)
            if (seen.Add(leaf))
                yield return (leaf, "as charged", "");
        foreach (var leaf in count.Offense.Value.Leaves)
            if (seen.Add(leaf))
                yield return (leaf, "as offered", "");
        foreach (var from in charged.Concat(count.Offense.Value.Leaves).Distinct().ToArray())
        foreach (var row in related.Of(from))
            if (seen.Add(row.Leaf))
                yield return (row.Leaf, row.Kind, row.FactualBasis);
    }

    /// <summary>The leaf as a citation that reads back as it: of the form charged where it is the charge, else completed. Null if it does not read back.</summary>
    private ResolvedOffense? OffenseAs(CountInCase count, Offense leaf, LocalDate when)
    {
        foreach (var given in new[] { count.Offense, count.Charged })
            if (given is not null && given.Value.Leaves.Count == 1 && given.Value.Leaves[0] == leaf)
                return given;
        if ((leaf.From is { } from && when < from) || (leaf.Until is { } until && until <= when))
            return null;
        var offense = resolver.Resolve(leaf.Citation.ToString(), when);
        return offense.Value.Leaves.Count == 1 && offense.Value.Leaves[0] == leaf ? offense : null;
    }

    private static Candidate Candidate(
        int slot,
        Offense leaf,
        string relation,
        string basis,
        ResolvedOffense offense,
        Penalty penalty,
        SentenceLevel level,
        RecordStatement statement,
        Disposition reference,
        CountInCase count,
        Barrier? bargain,
        StateEffects? effects
    )
    {
        var disposition = reference with
        {
            Outcome = Known.Value(Outcome.Plea),
            Program = Known.LeftOut<string>(default),
            Offense = Known.Value(offense.Name),
            Class = Known.Value(penalty.Class),
            Record = statement.Record,
            Harvey = statement.AddsHarvey ? Known.Value(true) : reference.Harvey,
            Sentence = Known.Value(level.Sentence),
        };
        var effort =
            level.Effort
            + statement.Effort
            + relation switch
            {
                "as charged" or "as offered" => 0,
                "lesser included" => 1,
                "lesser related" => 2,
                _ => 3,
            };
        string[] facts =
        [
            .. new[] { basis.Length > 0 ? $"{leaf.Citation}: {basis.TrimEnd('.')}" : "", statement.Basis }.Where(b => b.Length > 0),
        ];
        var cautions = new List<string>();
        if (level.Caution.Length > 0)
            cautions.Add(level.Caution);
        if (penalty.Class == OffenseClass.Felony && effects?.Strike == "facts")
            cautions.Add($"{leaf.Citation} is a strike only on facts pleaded and proved: keep them out ({effects.Note.TrimEnd('.')})");
        return new Candidate(
            slot,
            leaf,
            relation,
            level.Words,
            statement.Words,
            "",
            disposition,
            count with
            {
                Offense = offense,
                Class = disposition.Class,
                Outcome = disposition.Outcome,
                Program = disposition.Program,
                Record = disposition.Record,
                Sentence = disposition.Sentence,
            },
            facts,
            bargain is null ? [] : [bargain],
            cautions,
            effort
        );
    }

    private static Candidate Diverted(
        int slot,
        DiversionTrack track,
        Disposition reference,
        CountInCase count,
        Sentence own,
        Barrier? bargain
    )
    {
        var restitution = own.Restitution.TryGet(out var owed) && owed.Count > 0;
        var disposition = reference with
        {
            Outcome = Known.Value(Outcome.Diversion),
            Program = Known.Value(track.Program),
            Offense = Known.LeftOut<string>(default),
            Class = Known.LeftOut<OffenseClass>(default),
            Record = FactSheet.Empty(),
            Sentence = restitution
                ? Known.Value(Sentence.NothingOrdered() with { Restitution = own.Restitution })
                : Known.LeftOut<Sentence>(default),
            More = NothingAdmitted(reference),
        };
        return new Candidate(
            slot,
            null,
            "as charged",
            $"diversion under {track.Program}",
            "",
            track.Program,
            disposition,
            AsCharged(count, disposition),
            [],
            [.. new[] { bargain, track.Condition }.OfType<Barrier>()],
            [track.Caution, "nothing may be admitted or stipulated: an admission with a program is a conviction (8 USC 1101(a)(48)(A))"],
            2
        );
    }

    /// <summary>A program that begins with a plea to the charge.</summary>
    private static Candidate Deferred(
        int slot,
        DiversionTrack track,
        Disposition reference,
        CountInCase count,
        Sentence own,
        Barrier? bargain
    )
    {
        var sentence = Sentence.NothingOrdered() with { Restitution = own.Restitution, Treatment = Known.Value(Days.Of(365)) };
        var disposition = reference with
        {
            Outcome = Known.Value(Outcome.DeferredEntry),
            Program = Known.Value(track.Program),
            Offense = Known.LeftOut<string>(default),
            Class = Known.LeftOut<OffenseClass>(default),
            Sentence = Known.Value(sentence),
        };
        return new Candidate(
            slot,
            null,
            "as charged",
            $"deferred entry under {track.Program}",
            "",
            track.Program,
            disposition,
            AsCharged(count, disposition),
            [],
            [.. new[] { bargain, track.Condition }.OfType<Barrier>()],
            [track.Caution],
            2
        );
    }

    private static Candidate Dismissed(int slot, Disposition reference, CountInCase count, Barrier? bargain)
    {
        var disposition = reference with
        {
            Outcome = Known.Value(Outcome.Dismissal),
            Program = Known.LeftOut<string>(default),
            Offense = Known.LeftOut<string>(default),
            Class = Known.LeftOut<OffenseClass>(default),
            Record = FactSheet.Empty(),
            Sentence = Known.LeftOut<Sentence>(default),
            More = NothingAdmitted(reference),
        };
        return new Candidate(
            slot,
            null,
            "as charged",
            "dismissed",
            "",
            "",
            disposition,
            AsCharged(count, disposition),
            [],
            bargain is null ? [] : [bargain],
            [],
            2
        );
    }

    /// <summary>A proposal that ends without a plea says that nothing is admitted: with an admission it would be a conviction (R-010a).</summary>
    private static FactSheet NothingAdmitted(Disposition reference) =>
        reference.More.With("admittedOnRecord", Known.Value<FactValue>(new FactValue.YesNo(false)));

    private static CountInCase AsCharged(CountInCase count, Disposition d) =>
        count with
        {
            Offense = count.Charged!,
            Class = count.ChargedClass,
            Outcome = d.Outcome,
            Program = d.Program,
            Record = d.Record,
            Sentence = d.Sentence,
            More = d.More,
        };
}
