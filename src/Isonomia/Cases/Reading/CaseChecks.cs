using Isonomia.Sentences;
using NodaTime;

namespace Isonomia.Cases.Reading;

/// <summary>What is wrong between keys that are each right alone: dates out of order, ids that name nothing.</summary>
/// <remarks>
/// Only what cannot be so is a problem. A sentence that the law does not allow, an outcome that is unusual, a law date before
/// the offense are analyzed as given.
/// </remarks>
internal static class CaseChecks
{
    /// <summary>The earliest date of the law that can be asked for.</summary>
    internal static readonly LocalDate EarliestLaw = new(2010, 1, 1);

    /// <summary>A file with more charges than this gets a near id and not the nearest, so that no file takes minutes to refuse.</summary>
    private const int MostCompared = 100;

    internal static void Check(Matter matter, CasePlace asOfPlace, Problems problems)
    {
        if (matter.AsOf is { } asOf && asOf < EarliestLaw)
        {
            problems.Add(
                asOfPlace,
                $"the law is kept from {DateOrRange.On(EarliestLaw)} on; a conviction may be earlier, the date of the law may not"
            );
        }

        CheckPerson(matter.Person, problems);
        CheckIds(matter, problems);
        foreach (var prior in matter.Priors)
        {
            CheckPrior(prior, matter.Person, problems);
        }

        foreach (var charge in matter.Charges)
        {
            Order(matter.Person.Born, charge.Committed, "the offense", "the person was born", problems);
        }

        foreach (var disposition in matter.Dispositions)
        {
            CheckDisposition(disposition, matter, problems);
        }
    }

    private static void CheckPerson(Person person, Problems problems)
    {
        Order(person.Born, person.Admitted, "the admission", "the person was born", problems);
        Order(person.Born, person.ResidentSince, "residence", "the person was born", problems);
        Order(person.Born, person.ContinuousResidenceSince, "residence", "the person was born", problems);
        Order(person.Born, person.NoticeToAppear, "the notice to appear", "the person was born", problems);
        if (
            person.Travel is { IsValue: true, Value: var travel }
            && travel.Leaves.TryGet(out var leaves)
            && travel.Returns.TryGet(out var returns)
            && returns < leaves
        )
        {
            problems.Add(
                travel.Returns.Place,
                $"the return on {DateOrRange.On(returns)} comes before the departure on {DateOrRange.On(leaves)}"
            );
        }
    }

    private static void CheckPrior(Prior prior, Person person, Problems problems)
    {
        Order(person.Born, prior.Committed, "the offense", "the person was born", problems);
        Order(person.Born, prior.Convicted, "the conviction", "the person was born", problems);
        Order(prior.Committed, prior.Convicted, "the conviction", "the offense was committed", problems);
        foreach (var order in prior.Relief)
        {
            Order(prior.Convicted, order.Date, "the order", "the conviction that it is about", problems);
        }

        CheckViolations(prior.Sentence, prior.Convicted, problems);
    }

    private static void CheckDisposition(Disposition disposition, Matter matter, Problems problems)
    {
        if (matter.ChargeOf(disposition) is { } charge)
        {
            Order(charge.Committed, disposition.Convicted, "the conviction", "the offense was committed", problems);
        }

        if (disposition.Then is { } then)
        {
            if (disposition.Outcome.TryGet(out var outcome) && outcome != Outcome.ConditionalPlea)
            {
                problems.Add(then.Offense.Place, "'then' is for the outcome conditionalPlea: it is what replaces the first plea");
            }

            Order(disposition.Convicted, then.Convicted, "the second plea", "the first", problems);
            CheckViolations(then.Sentence, then.Convicted, problems);
        }

        CheckViolations(disposition.Sentence, disposition.Convicted, problems);
    }

    private static void CheckViolations(Known<Sentence> sentence, Known<DateOrRange> convicted, Problems problems)
    {
        if (!sentence.TryGet(out var ordered))
        {
            return;
        }

        foreach (var violation in ordered.Violations)
        {
            Order(convicted, violation.Date, "the violation", "the conviction", problems);
        }
    }

    private static void CheckIds(Matter matter, Problems problems)
    {
        var charges = new Dictionary<string, Charge>(StringComparer.Ordinal);
        foreach (var charge in matter.Charges)
        {
            if (!charges.TryAdd(charge.Id, charge))
            {
                problems.Add(
                    charge.Name.Place,
                    $"two charges have the id {Words.Quote(charge.Id)}; the first is on line {charges[charge.Id].Place.Line}"
                );
            }
        }

        var disposed = new Dictionary<string, Disposition>(StringComparer.Ordinal);
        foreach (var disposition in matter.Dispositions)
        {
            if (!disposition.Charge.TryGet(out var id))
            {
                continue;
            }

            if (!charges.ContainsKey(id))
            {
                problems.Add(disposition.Charge.Place, NoSuchCharge(id, charges.Keys));
            }
            else if (!disposed.TryAdd(id, disposition))
            {
                problems.Add(
                    disposition.Charge.Place,
                    $"the charge {Words.Quote(id)} has two dispositions; the first is on line {disposed[id].Place.Line}. A count that was added is a charge of its own"
                );
            }

            CheckConsecutive(disposition, id, charges.Keys, problems);
        }

        RunningOrder.Of(disposed.ToDictionary(each => each.Key, each => After(each.Value), StringComparer.Ordinal), out var neverBegin);
        foreach (var id in neverBegin)
        {
            problems.Add(
                disposed[id].Sentence.Value.ConsecutiveTo.Place,
                $"the term of charge {Words.Quote(id)} never begins: it runs after itself, directly or through others"
            );
        }
    }

    private static IReadOnlyList<string> After(Disposition disposition) =>
        disposition.Sentence.TryGet(out var sentence) ? [.. sentence.ConsecutiveTo.Select(each => each.Value)] : [];

    private static void CheckConsecutive(Disposition disposition, string id, IReadOnlyCollection<string> charges, Problems problems)
    {
        if (!disposition.Sentence.TryGet(out var sentence))
        {
            return;
        }

        foreach (var earlier in sentence.ConsecutiveTo)
        {
            if (!charges.Contains(earlier.Value) && !string.Equals(earlier.Value, id, StringComparison.Ordinal))
            {
                problems.Add(earlier.Place, NoSuchCharge(earlier.Value, charges));
            }
        }
    }

    private static string NoSuchCharge(string id, IReadOnlyCollection<string> charges) =>
        charges.Count == 0
            ? $"no charge has the id {Words.Quote(id)}: the file has no charges"
            : $"no charge has the id {Words.Quote(id)}; nearest: {Words.Quote(Words.Nearest(id, charges.Take(MostCompared))!)}";

    /// <summary>The later event cannot have come before the earlier, on any possible day.</summary>
    private static void Order(Known<DateOrRange> earlier, Known<DateOrRange> later, string event_, string before, Problems problems)
    {
        if (earlier.TryGet(out var first) && later.TryGet(out var second) && second.To < first.From)
        {
            problems.Add(later.Place, $"{event_} ({second}) comes before {before} ({first})");
        }
    }
}
