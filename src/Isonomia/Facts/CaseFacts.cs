using Isonomia.Cases;
using Isonomia.Law;
using Isonomia.Sentences;

namespace Isonomia.Facts;

/// <summary>Facts about the case: a function for each name of the vocabulary that code computes. They know arithmetic and the words of a case file, and no law beyond their own name.</summary>
internal static class CaseFacts
{
    /// <summary>Function by name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<RowContext, Fact, Value>> Functions = new Dictionary<
        string,
        Func<RowContext, Fact, Value>
    >(StringComparer.Ordinal)
    {
        ["as-of date"] = (r, _) => Value.Date(r.AsOf),
        ["forum"] = (r, f) => Values.Camel(f, Names.Camel(r.Forum)),
        ["status"] = (r, f) => r.Status is { } status ? Values.Camel(f, Names.Camel(status)) : Value.Unknown,
        ["last entry"] = (r, f) => r.Person.Entry.TryGet(out var entry) ? Values.Camel(f, Names.Camel(entry)) : EntryOf(r, f),
        ["possible citizen"] = (r, _) => Values.Of(r.Person.CitizenParentOrGrandparent),
        ["conditional resident"] = (r, _) => Assumed(r.Person.ConditionalResident),
        ["present by"] = PresentBy,
        ["applying for a benefit"] = (r, _) => Applying(r),
        ["admitted at the border as a resident"] = (r, f) => AdmittedAsResident(r, f),
        ["time as permanent resident"] = (r, _) => Values.Of(SpanRange.Between(r.Person.ResidentSince, Known.Value(r.Now))),
        ["residence at notice or decision"] = (r, _) => Values.Of(Least(r, FirstAdmissions(r), NoticeOrNow(r))),
        ["presence at notice or decision"] = (r, _) => Values.Of(Least(r, Presence(r), NoticeOrNow(r))),
        ["earlier cancellation or 212(c) relief"] = (r, _) => Assumed(r.Person.PriorCancellation),
        ["lawful residence before proceedings"] = (r, _) =>
            Values.Of(Least(r, [r.Person.ResidentSince, r.Person.ContinuousResidenceSince], NoticeOrNow(r))),
        ["supervision at decision"] = (r, _) => Values.Of(SupervisionAtDecision(r)),
    };

    /// <summary>A fact whose silence means no, as the vocabulary says.</summary>
    private static Value Assumed(Known<bool> flag) => flag.IsGiven ? Values.Of(flag) : Value.No;

    /// <summary>A status may itself say how the person entered.</summary>
    private static Value EntryOf(RowContext r, Fact fact) =>
        r.Status switch
        {
            ImmigrationStatus.EnteredWithoutInspection => Values.Name(fact, "without inspection"),
            ImmigrationStatus.Nonimmigrant or ImmigrationStatus.Overstay or ImmigrationStatus.Refugee => Values.Name(fact, "inspected"),
            ImmigrationStatus.Parolee => Values.Name(fact, "paroled"),
            _ => Value.Unknown,
        };

    /// <summary>Which admission counts for the five years of 8 USC 1227(a)(2)(A)(i) (R-062; Matter of Alyazji).</summary>
    private static Value PresentBy(RowContext r, Fact fact)
    {
        var entry = r.Person.Entry;
        switch (r.Status)
        {
            case ImmigrationStatus.Refugee:
                return Values.Name(fact, "refugee admission");
            case ImmigrationStatus.Nonimmigrant or ImmigrationStatus.Overstay:
                return Values.Name(fact, "admission");
            case ImmigrationStatus.LawfulPermanentResident or ImmigrationStatus.ReturningResident:
                // Entered uninspected or on parole and later adjusted: the adjustment is the admission.
                if (entry.TryGet(out var how))
                    return Values.Name(fact, how == EntryManner.Inspected ? "admission" : "adjustment");
                // The case file calls it the admission by which the person is present.
                return r.Person.Admitted.IsValue ? Values.Name(fact, "admission") : Value.Unknown;
            default:
                return entry.TryGet(out var manner) && manner == EntryManner.Inspected || r.Person.Admitted.IsValue
                    ? Values.Name(fact, "admission")
                    : Value.Unknown;
        }
    }

    /// <summary>
    /// As given; no for whoever entered otherwise than by inspection, or became a resident only after the admission by which the person is present: residence
    /// then came by adjusting here. That both fall on one day does not tell: a refugee's residence is dated back to arrival (8 USC 1159(a)(2)).
    /// </summary>
    private static Value AdmittedAsResident(RowContext r, Fact fact)
    {
        var given = r.Person.More["admittedAsResident"];
        if (given.IsGiven)
            return Values.Read(fact, given);
        if (r.Person.Entry.TryGet(out var entry) && entry != EntryManner.Inspected)
            return Value.No;
        return r.Person.Admitted.TryGet(out var admitted) && r.Person.ResidentSince.TryGet(out var resident) && admitted.To < resident.From
            ? Value.No
            : Value.Unknown;
    }

    private static readonly string[] Benefits =
    [
        "admission",
        "visa",
        "adjustment",
        "temporaryProtectedStatus",
        "uVisa",
        "tVisa",
        "vawa",
        "specialImmigrantJuvenile",
        "waiver",
    ];

    private static Value Applying(RowContext r)
    {
        if (r.Person.Pending.IsOpen)
            return Value.Unknown;
        var open = false;
        foreach (var application in r.Person.Pending)
        {
            if (!application.Name.TryGet(out var name))
                open = true;
            else if (Array.IndexOf(Benefits, name) >= 0)
                return Value.Yes;
        }
        return open ? Value.Unknown : Value.No;
    }

    /// <summary>The notice to appear, if one was served; else the decision would come on the as-of date at the earliest.</summary>
    internal static DateOrRange NoticeOrNow(RowContext r) => r.Person.NoticeToAppear.TryGet(out var notice) ? notice : r.Now;

    /// <summary>Dates that are each an admission in some status: residence is at least as long as from the earliest.</summary>
    internal static Known<DateOrRange>[] FirstAdmissions(RowContext r) =>
        [r.Person.ContinuousResidenceSince, r.Person.Admitted, r.Person.ResidentSince];

    /// <summary>Dates on which the person was in the country.</summary>
    internal static Known<DateOrRange>[] Presence(RowContext r) => FirstAdmissions(r);

    /// <summary>
    /// The span from the start of residence to a date. The first of the dates is the start itself; the others only show that it was no later.
    /// </summary>
    internal static SpanRange Least(RowContext r, Known<DateOrRange>[] starts, DateOrRange end)
    {
        if (starts[0].TryGet(out var start))
            return end.To < start.From ? SpanRange.None : SpanRange.Between(start, end);
        var shown = SpanRange.Unknown;
        foreach (var known in starts.Skip(1))
        {
            if (!known.TryGet(out var later) || end.From < later.To)
                continue;
            var span = SpanRange.Between(later, end);
            if (shown == SpanRange.Unknown || span.Low > shown.Low)
                shown = new SpanRange(span.Low, null);
        }
        return shown;
    }

    /// <summary>Will probation, supervision or a suspended sentence still run on the as-of date or later (8 CFR 316.10(c)(1))?</summary>
    private static Truth SupervisionAtDecision(RowContext r)
    {
        var answer = Truth.No;
        foreach (var count in r.Counts)
        {
            answer = Kleene.Or(answer, Supervised(r, count));
        }
        return answer;
    }

    /// <summary>Will supervision ordered on this count still run?</summary>
    internal static Truth Supervised(RowContext r, CountInCase count)
    {
        if (count.Kind == CountKind.Charge)
            return Truth.No;
        // Diversion is neither probation nor parole nor a suspended sentence, whatever its conditions.
        if (
            count.Outcome is { } o
            && o.TryGet(out var outcome)
            && outcome is Outcome.Dismissal or Outcome.Declination or Outcome.Acquittal or Outcome.Diversion or Outcome.Juvenile
        )
            return Truth.No;
        if (!count.Sentence.TryGet(out var sentence))
            return count.Kind == CountKind.Prior && count.Convicted.TryGet(out var old) && old.To.PlusYears(10) < r.AsOf
                ? Truth.No
                : Truth.Open;
        var months = sentence.Probation.TryGet(out var probation) ? probation.Count : -1;
        if (sentence.Split is { } split)
            months =
                split.TryGet(out var s) && s.Supervision.TryGet(out var supervision) && s.Custody.TryGet(out var custody)
                    ? Math.Max(months, custody.Count + supervision.Count)
                    : -1;
        if (months < 0)
            return Truth.Open;
        // Prison is followed by parole or post-release supervision, of a length the sentence does not state; a term whose execution is suspended is itself a restraint.
        if (months == 0)
            return
                sentence.Prison.TryGet(out var prison)
                && prison.Count == 0
                && sentence.Suspended.TryGet(out var suspended)
                && suspended == Suspension.None
                ? Truth.No
                : Truth.Open;
        if (!count.Convicted.TryGet(out var convicted))
            return Truth.Open;
        return Kleene.Of(convicted.From.PlusMonths(months) > r.AsOf, convicted.To.PlusMonths(months) > r.AsOf);
    }
}
