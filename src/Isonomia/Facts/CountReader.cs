using Isonomia.Cases;
using Isonomia.Offenses;
using Isonomia.Sentences;
using NodaTime;

namespace Isonomia.Facts;

/// <summary>Lays out the counts of a matter: priors in file order, dispositions in file order, then charges without one.</summary>
public static class CountReader
{
    /// <summary>All counts as of a date.</summary>
    public static IReadOnlyList<CountInCase> Read(Matter matter, OffenseResolver resolver, LocalDate asOf)
    {
        var counts = new List<CountInCase>();
        for (var i = 0; i < matter.Priors.Count; i++)
            counts.Add(Of(matter.Priors[i], i, resolver, asOf));
        for (var i = 0; i < matter.Dispositions.Count; i++)
            counts.AddRange(Of(matter, matter.Dispositions[i], i, resolver, asOf));
        var disposed = matter.Dispositions.Select(d => d.Charge.TryGet(out var id) ? id : "").ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < matter.Charges.Count; i++)
            if (!disposed.Contains(matter.Charges[i].Id))
                counts.Add(Of(matter.Charges[i], i, resolver, asOf));
        return counts;
    }

    private static LocalDate On(Known<DateOrRange> date, LocalDate asOf) => date.TryGet(out var d) ? d.From : asOf;

    private static ResolvedOffense Resolve(Known<string> offense, OffenseResolver resolver, LocalDate on) =>
        resolver.Resolve(offense.TryGet(out var text) ? text : "", on);

    private static CountInCase Of(Prior prior, int index, OffenseResolver resolver, LocalDate asOf)
    {
        var when = On(prior.Committed.IsValue ? prior.Committed : prior.Convicted, asOf);
        var offense = Resolve(prior.Offense, resolver, when);
        return new CountInCase(
            CountKind.Prior,
            $"priors[{index}]",
            $"priors[{index}]",
            $"prior {index + 1}",
            offense,
            null,
            prior.Class,
            prior.Class,
            prior.Committed,
            prior.Convicted,
            prior.Outcome,
            null,
            prior.Program,
            prior.Sentence,
            prior.Record,
            prior.Facts,
            prior.More,
            null,
            prior.Relief,
            prior.Incident,
            Listed<Enhancement>.None(prior.Place),
            false
        );
    }

    private static IEnumerable<CountInCase> Of(Matter matter, Disposition d, int index, OffenseResolver resolver, LocalDate asOf)
    {
        var charge = matter.ChargeOf(d)!;
        var when = On(charge.Committed, asOf);
        var charged = Resolve(charge.Offense, resolver, when);
        var count = new CountInCase(
            CountKind.Disposition,
            $"disposition[{index}]",
            $"charges[{IndexOf(matter, charge)}]",
            charge.Id,
            Resolve(d.OffenseOfConviction(charge), resolver, when),
            charged,
            d.ClassOfConviction(charge),
            charge.Class,
            charge.Committed,
            d.ConvictionDate(asOf),
            d.Outcome,
            null,
            d.Program,
            d.Sentence,
            d.Record,
            charge.Facts,
            d.More,
            charge.More,
            Listed<ReliefOrder>.None(d.Place),
            charge.Incident,
            charge.Enhancements,
            !d.Convicted.IsGiven
        );
        yield return count;
        if (d.Then is not { } then)
            yield break;
        // What replaces a conditional plea is a conviction of its own: the first plea is not forgotten by it.
        yield return count with
        {
            Path = $"disposition[{index}].then",
            Offense = Resolve(then.Offense, resolver, when),
            Class = then.Class,
            Convicted = then.Convicted.IsGiven ? then.Convicted : count.Convicted,
            Outcome = Known.Value(Cases.Outcome.Plea),
            Program = null,
            Sentence = then.Sentence,
            Record = then.Record,
        };
    }

    private static int IndexOf(Matter matter, Charge charge)
    {
        for (var i = 0; i < matter.Charges.Count; i++)
            if (ReferenceEquals(matter.Charges[i], charge))
                return i;
        return -1;
    }

    private static CountInCase Of(Charge charge, int index, OffenseResolver resolver, LocalDate asOf)
    {
        var offense = Resolve(charge.Offense, resolver, On(charge.Committed, asOf));
        return new CountInCase(
            CountKind.Charge,
            $"charges[{index}]",
            $"charges[{index}]",
            charge.Id,
            offense,
            offense,
            charge.Class,
            charge.Class,
            charge.Committed,
            Known.LeftOut<DateOrRange>(charge.Place),
            null,
            charge.Stage,
            null,
            Known.LeftOut<Sentence>(charge.Place),
            FactSheet.Empty(charge.Place),
            charge.Facts,
            charge.More,
            charge.More,
            Listed<ReliefOrder>.None(charge.Place),
            charge.Incident,
            charge.Enhancements,
            false
        );
    }
}
