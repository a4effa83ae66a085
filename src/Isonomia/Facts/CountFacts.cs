using Isonomia.Cases;
using Isonomia.Law;
using Isonomia.Sentences;
using NodaTime;

namespace Isonomia.Facts;

/// <summary>Facts about a count: a function for each name of the vocabulary that code computes or that stands on an offense page.</summary>
internal static class CountFacts
{
    private static readonly string[] LegalDefect =
    [
        "PC 1473.7(a)(1)",
        "PC 1473.7(a)(2)",
        "PC 1473.7(a)(3)",
        "PC 1018",
        "PC 1016.5",
        "PC 745",
        "habeas",
    ];
    private static readonly string[] Rehabilitative =
    [
        "PC 1203.4",
        "PC 1203.4a",
        "PC 1203.41",
        "PC 1203.42",
        "PC 1203.425",
        "PC 1203.45",
        "PC 1203.49",
        "PC 1210.1",
        "PC 1000.3",
        "PC 1000.4",
        "PC 851.87",
        "PC 851.91",
        "PC 851.93",
    ];
    private static readonly string[] Resentencing = ["PC 1172.1", "PC 1170.03", "PC 18.5", "PC 1170.18", "resentencing"];

    /// <summary>Function by name.</summary>
    public static readonly IReadOnlyDictionary<string, Func<RowContext, CountInCase, Fact, Value>> Functions = new Dictionary<
        string,
        Func<RowContext, CountInCase, Fact, Value>
    >(StringComparer.Ordinal)
    {
        ["offense"] = (_, c, _) => OffenseOf(c.Offense, c.Record),
        // What an earlier count was charged as a case file does not say: no other charge than its offense is supposed, and that is listed.
        ["charged offense"] = (_, c, _) =>
            c.Charged is { } charged ? OffenseOf(charged, FactSheet.Empty()) : OffenseOf(c.Offense, c.Record),
        ["form"] = (_, c, f) => Values.Name(f, FormName(c.Offense.Form)),
        ["stage"] = (_, c, f) => Stage(c, f),
        ["outcome"] = (_, c, f) => OutcomeOf(c, f),
        ["program"] = (_, c, _) => Program(c),
        ["program date"] = (_, c, _) => Values.Of(c.Convicted),
        ["punishment or restraint ordered"] = (_, c, _) => Values.Of(Punished(c)),
        ["vacated for a legal defect"] = (_, c, _) => Ordered(c, LegalDefect),
        ["vacated on a defect found by statute"] = (_, c, _) => Ordered(c, ["PC 1203.43", "PC 236.14"]),
        ["rehabilitative relief granted"] = (_, c, _) => Ordered(c, Rehabilitative),
        ["later reduction to a misdemeanor"] = LaterReduction,
        ["later change of sentence"] = (_, c, f) =>
            Ordered(c, Resentencing) is var v && v == Value.Yes ? Value.Unknown
            : v == Value.No ? Values.Name(f, "none")
            : Value.Unknown,
        ["imposed term as changed"] = (_, c, _) =>
            Ordered(c, Resentencing) == Value.No ? Values.Of(PenaltyFacts.ImposedOn(c)) : Value.Unknown,
        ["pardoned"] = (_, c, _) => Ordered(c, ["pardon"]),
        ["class"] = (_, c, f) => ClassOf(c.Class, c.Offense, f),
        ["charged class"] = (_, c, f) => ClassOf(c.ChargedClass, c.Charged ?? c.Offense, f),
        ["conviction date"] = (_, c, _) => Values.Of(c.Convicted),
        ["offense date"] = (_, c, _) => Values.Of(c.Committed),
        ["convicted after admission"] = (r, c, _) => Values.Of(ConvictedAfterAdmission(r, c)),
        ["convicted before the latest admission"] = (r, c, _) => Values.Of(ConvictedBeforeLatestAdmission(r, c)),
        ["offense after admission"] = (r, c, _) => OffenseAfterAdmission(r, c),
        ["offense after adjustment"] = (r, c, _) => AfterOpenOnTheDay(r.Person.ResidentSince, c.Committed, 5, 10),
        ["offense after recorded residence date"] = (r, c, _) => AfterOpenOnTheDay(r.Person.ResidentSince, c.Committed, 5),
        ["residence at offense"] = (r, c, _) => AtOffense(r, CaseFacts.FirstAdmissions(r), c),
        ["presence at offense"] = (r, c, _) => AtOffense(r, CaseFacts.Presence(r), c),
        ["offense before application"] = (r, c, _) => Values.Of(Ago(c.Committed, Application(r))),
        ["offense before filing"] = (r, c, _) => Values.Of(Ago(c.Committed, Filing(r))),
        ["offense before final decision"] = (r, c, _) => Values.Of(Ago(c.Committed, r.Now)),
        ["release before application"] = (r, c, _) => ReleaseBefore(c, Application(r)),
        ["conviction before as-of date"] = (r, c, _) => Values.Of(Ago(c.Convicted, r.Now)),
        ["time since an earlier count under the same section"] = SinceEarlierCount,
        ["age at offense"] = (r, c, _) => Age(r, c),
        ["maximum term"] = (_, c, _) => Values.Of(PenaltyFacts.MaximumOf(c)),
        ["imposed term"] = (_, c, _) => Values.Of(PenaltyFacts.ImposedOn(c)),
        ["unsuspended custody"] = (_, c, _) => Values.Of(PenaltyFacts.UnsuspendedOn(c)),
        ["days confined in the period"] = (r, c, _) => Confined(r, c, 5),
        ["days confined in three years"] = (r, c, _) => Confined(r, c, 3),
        ["days confined in ten years"] = (r, c, _) => Confined(r, c, 10),
        ["foreign, term over more than fifteen years ago"] = (_, _, _) => Value.No,
        ["scheme"] = (r, c, _) => r.Groups.Scheme(IndexOf(r.Counts, c)),
        ["incident"] = (r, c, _) => r.Groups.Incident(IndexOf(r.Counts, c)),
        ["victim in fact"] = VictimInFact,
        ["prong"] = (_, c, _) => Prong(c),
        ["federally listed substance on the record"] = (r, c, _) => SubstanceFacts.FederallyListed(r, c),
        ["marijuana on the record"] = (_, c, _) => SubstanceFacts.Named(c, "marijuana", "cannabis", "hashish", "concentrated cannabis"),
        ["flunitrazepam on the record"] = (_, c, _) => SubstanceFacts.Flunitrazepam(c),
        ["marijuana for own use"] = (_, c, _) => SubstanceFacts.MarijuanaForOwnUse(c),
        ["recidivist alleged"] = RecidivistAlleged,
        ["loss tied to the count"] = Loss,
        ["against a person"] = (_, c, _) =>
            Leaves(
                c,
                o =>
                    o.Against switch
                    {
                        "person" => Truth.Yes,
                        "property" or "neither" => Truth.No,
                        _ => Truth.Open,
                    }
            ),
        ["protected victim by its elements"] = (_, c, _) => Leaves(c, o => o.ProtectedVictim ? Truth.Yes : Truth.No),
        ["impaired driving"] = (_, c, _) => Leaves(c, o => o.ImpairedDriving ? Truth.Yes : Truth.No),
        ["murder or torture"] = (_, c, _) => Leaves(c, o => o.Citation.Section.Text is "187" or "206" ? Truth.Yes : Truth.No),
        ["strike"] = (_, c, f) => PenaltyFacts.Strike(c, f),
        ["punishable in state prison"] = (_, c, _) => PenaltyFacts.StatePrison(c),
        ["wobbler"] = (_, c, _) => PenaltyFacts.Wobbler(c),
        ["convicted under state law"] = (_, c, _) => Values.Of(ConvictedUnderStateLaw(c)),
        ["booked"] = (_, c, _) => Booked(c),
        ["enhancement alleged"] = (_, c, _) =>
            c.Enhancements.Count > 0 ? Value.Yes
            : c.Enhancements.IsOpen ? Value.Unknown
            : Value.No,
        ["enhancement"] = (_, c, _) => Enhancement(c),
    };

    /// <summary>The one enhancement alleged, or none; of several the reader of a policy asks one by one.</summary>
    private static Value Enhancement(CountInCase c) =>
        c.Enhancements.IsOpen || c.Enhancements.Count > 1 ? Value.Unknown
        : c.Enhancements.Count == 0 ? Value.None
        : EnhancementOf(c.Enhancements[0]);

    /// <summary>The section of an enhancement.</summary>
    internal static Value EnhancementOf(Enhancement enhancement) =>
        enhancement.Statute.TryGet(out var text) && new CitationReader(_ => true).Read(text) is CitationReading.Read read
            ? Value.Cites(read.Citation)
            : Value.Unknown;

    private static string FormName(Form form) =>
        form switch
        {
            Form.Attempt => "attempt",
            Form.Conspiracy => "conspiracy",
            Form.Solicitation => "solicitation",
            _ => "completed",
        };

    /// <summary>The leaves that the offense may be; a prong on the record picks among them, and a record silent on it says so.</summary>
    private static Value OffenseOf(Offenses.ResolvedOffense offense, FactSheet record)
    {
        var value = offense.Value;
        var prong = record["prong"];
        if (value.Leaves.Count > 1 && prong.Knowledge == Knowledge.Silent)
            value = value with { Silent = true };
        else if (value.Leaves.Count > 1 && prong.Knowledge is Knowledge.Value or Knowledge.Disputed)
        {
            var chosen = value.Leaves.Where(l => prong.Values.Any(v => PicksOut(v, l))).ToArray();
            if (chosen.Length > 0)
                value = value with { Leaves = chosen };
        }
        return new Value(ValueState.Known, 0, 0, value);
    }

    /// <summary>The subdivision or alternative that the record names; silent, it leaves open every one.</summary>
    private static Value Prong(CountInCase c)
    {
        var prong = c.Record["prong"];
        if (prong.Knowledge == Knowledge.Silent)
            return new Value(ValueState.Known, 0, 0);
        if (!prong.TryGet(out var value))
            return Value.Unknown;
        var text = value.ToString() ?? "";
        // "(a)(1)" or "a" beside the section is enough.
        var section = c.Offense.Citation is { } of ? $"{of.Code} {of.Section}" : "";
        foreach (var spelling in new[] { text, section + (text.StartsWith('(') ? text : $"({text})") })
            if (Citation.TryParse(spelling, out var citation, out _))
                return Value.Cites(citation);
        return new CitationReader(_ => true).Read(text) is CitationReading.Read read ? Value.Cites(read.Citation) : Value.Unknown;
    }

    private static bool PicksOut(FactValue prong, Offense leaf)
    {
        var text = prong.ToString() ?? "";
        if (Citation.TryParse(text, out var citation, out _))
            return leaf.IsUnder(citation) || leaf.Holds(citation);
        // "(a)(1)" or "a" beside the section is enough.
        return leaf.Citation.ToString().EndsWith(text.StartsWith('(') ? text : $"({text})", StringComparison.OrdinalIgnoreCase);
    }

    private static Value Stage(CountInCase c, Fact fact)
    {
        if (c.Stage is { } stage)
            return stage.TryGet(out var s) ? Values.Camel(fact, Names.Camel(s)) : Value.Unknown;
        if (
            c.IsNoOffense
            || c.Outcome is { } outcome && outcome.TryGet(out var o) && o is Outcome.Dismissal or Outcome.Declination or Outcome.Acquittal
        )
            return Values.Name(fact, "dismissed");
        return Values.Name(fact, "disposed");
    }

    private static Value OutcomeOf(CountInCase c, Fact fact)
    {
        if (c.Outcome is not { } outcome)
            return Values.Name(fact, "none yet");
        if (c.IsNoOffense)
            return Values.Camel(fact, Names.Camel(Outcome.Acquittal));
        return outcome.TryGet(out var o) ? Values.Camel(fact, Names.Camel(o)) : Value.Unknown;
    }

    private static Value Program(CountInCase c)
    {
        if (c.Program is not { } program || !program.TryGet(out var text))
            return Value.Unknown;
        return new CitationReader(_ => true).Read(text) is CitationReading.Read read ? Value.Cites(read.Citation) : Value.Unknown;
    }

    /// <summary>Some punishment, penalty or restraint on liberty was ordered (8 USC 1101(a)(48)(A)(ii)); Retuta v. Holder for a sentence that orders nothing.</summary>
    private static Truth Punished(CountInCase c)
    {
        if (c.Sentence.TryGet(out var s))
        {
            var any = Truth.No;
            void Add<T>(Known<T> part, Func<T, bool> some)
            {
                any = Kleene.Or(any, part.TryGet(out var value) ? Kleene.Of(some(value), some(value)) : Truth.Open);
            }
            Add(s.Jail, d => d.Count > 0);
            Add(s.Prison, m => m.Count > 0);
            Add(s.Life, l => l);
            Add(s.Probation, m => m.Count > 0);
            Add(s.ConditionJail, d => d.Count > 0);
            Add(s.ElectronicMonitoring, d => d.Count > 0);
            Add(s.Treatment, d => d.Count > 0);
            Add(s.Fine, d => d.Count > 0);
            Add(s.Restitution, d => d.Count > 0);
            if (s.Split is not null)
                any = Truth.Yes;
            // A program is a restraint, whatever else was ordered.
            return c.Program is { IsValue: true } ? Truth.Yes : any;
        }
        if (c.Program is { IsValue: true })
            return Truth.Yes;
        // Without a judgment nothing is ordered.
        if (c.Outcome is { } o && o.TryGet(out var outcome) && outcome is Outcome.Dismissal or Outcome.Declination or Outcome.Acquittal)
            return Truth.No;
        // A judgment after plea or verdict needs no second limb; for the rest the sentence would say.
        return Truth.Open;
    }

    private static Value Ordered(CountInCase c, string[] orders)
    {
        if (c.Relief.IsOpen)
            return Value.Unknown;
        var answer = Value.No;
        foreach (var order in c.Relief)
        {
            if (!order.Order.TryGet(out var text))
                return Value.Unknown;
            if (Array.Exists(orders, o => Is(text, o)))
                return Value.Yes;
            // PC 1473.7 without its paragraph rests on a defect under each of them.
            if (orders == LegalDefect && Is(text, "PC 1473.7"))
                return Value.Yes;
        }
        return answer;
    }

    private static bool Is(string text, string order)
    {
        if (!order.Contains(' ', StringComparison.Ordinal))
            return text.Contains(order, StringComparison.OrdinalIgnoreCase);
        var wanted = Citation.Parse(order);
        return new CitationReader(_ => true).Read(text) is CitationReading.Read read && wanted.Covers(read.Citation);
    }

    private static Value LaterReduction(RowContext r, CountInCase c, Fact fact)
    {
        if (Ordered(c, ["PC 1170.18", "HS 11361.8"]) == Value.Yes)
            return Values.Name(fact, "redesignated");
        return Ordered(c, ["PC 17"]) is var reduced && reduced == Value.Yes ? Values.Name(fact, "declared a misdemeanor")
            : reduced == Value.No ? Values.Name(fact, "none")
            : Value.Unknown;
    }

    private static Value ClassOf(Known<OffenseClass> given, Offenses.ResolvedOffense offense, Fact fact)
    {
        if (given.TryGet(out var @class))
            return Values.Camel(fact, Names.Camel(@class));
        // Not given: one of the classes that the statute has.
        long mask = 0;
        foreach (var penalty in offense.Value.Leaves.SelectMany(l => l.Penalties))
            mask |= Values.Camel(fact, Names.Camel(penalty.Class)).Low;
        return mask == 0 ? Value.Unknown
            : (mask & (mask - 1)) == 0 ? Value.Mask(mask)
            : new Value(ValueState.Unknown, mask, 0);
    }

    private static IEnumerable<DateOrRange> Admissions(RowContext r)
    {
        foreach (var date in new[] { r.Person.Admitted, r.Person.ResidentSince })
            if (date.TryGet(out var d))
                yield return d;
    }

    private static bool IsAdmitted(RowContext r) =>
        r.Status
            is ImmigrationStatus.LawfulPermanentResident
                or ImmigrationStatus.ReturningResident
                or ImmigrationStatus.Nonimmigrant
                or ImmigrationStatus.Overstay
                or ImmigrationStatus.Refugee
        || r.Person.Entry.TryGet(out var entry) && entry == EntryManner.Inspected;

    /// <summary>The conviction came after some admission. Whoever is admitted now is admitted at any conviction still to come.</summary>
    private static Truth ConvictedAfterAdmission(RowContext r, CountInCase c)
    {
        if (!c.Convicted.TryGet(out var convicted))
            return c.Kind == CountKind.Charge ? Truth.No : Truth.Open;
        var answer = IsAdmitted(r) && convicted.From >= r.AsOf ? Truth.Yes : Truth.Open;
        var all = true;
        foreach (var admission in Admissions(r))
        {
            if (convicted.From >= admission.To)
                return Truth.Yes;
            all &= convicted.To < admission.From;
        }
        // Before the admission by which the person is present: there can have been an earlier one, unless residence began only after the conviction.
        if (
            answer == Truth.Open
            && r.Person.Admitted.IsValue
            && all
            && r.Person.ContinuousResidenceSince.TryGet(out var start)
            && convicted.To < start.From
        )
            return Truth.No;
        return answer;
    }

    private static Truth ConvictedBeforeLatestAdmission(RowContext r, CountInCase c)
    {
        if (!c.Convicted.TryGet(out var convicted))
            return c.Kind == CountKind.Charge ? Truth.No : Truth.Open;
        if (convicted.From >= r.AsOf)
            return Truth.No;
        var dates = Admissions(r).ToArray();
        if (dates.Length == 0)
            return Truth.Open;
        return Kleene.Of(dates.Any(d => convicted.To < d.From), dates.Any(d => convicted.From < d.To));
    }

    private static Value AfterOpenOnTheDay(Known<DateOrRange> start, Known<DateOrRange> end, params int[] years)
    {
        if (!start.TryGet(out var from) || !end.TryGet(out var to))
            return Value.Unknown;
        if (to.To < from.From)
            return Value.None;
        return to.From < from.To ? Value.Unknown : Values.Of(Anniversary.OpenOnTheDay(from, to, years));
    }

    private static Value OffenseAfterAdmission(RowContext r, CountInCase c)
    {
        if (r.Person.Admitted.IsValue)
            return AfterOpenOnTheDay(r.Person.Admitted, c.Committed, 5);
        // Residence came no earlier than admission: an offense long after it is as long after admission at least.
        if (r.Person.ResidentSince.TryGet(out var resident) && c.Committed.TryGet(out var committed) && committed.From >= resident.To)
            return Value.Range(SpanRange.Between(resident, committed).Low.Code, Value.Huge);
        return Value.Unknown;
    }

    private static Value AtOffense(RowContext r, Known<DateOrRange>[] starts, CountInCase c) =>
        c.Committed.TryGet(out var committed) ? Values.Of(CaseFacts.Least(r, starts, committed)) : Value.Unknown;

    private static SpanRange Ago(Known<DateOrRange> date, DateOrRange until) =>
        date.TryGet(out var d)
            ? (until.To < d.From ? SpanRange.Exactly(CalendarSpan.Zero) : SpanRange.Between(d, until))
            : SpanRange.Unknown;

    /// <summary>The date of the first application for admission, adjustment or a visa; without one, an application on the as-of date is supposed.</summary>
    private static DateOrRange Application(RowContext r) => Filed(r, "admission", "adjustment", "visa") ?? r.Now;

    /// <summary>The date of a naturalization filing; without one, a filing on the as-of date is supposed.</summary>
    private static DateOrRange Filing(RowContext r) => Filed(r, "naturalization") ?? r.Now;

    private static DateOrRange? Filed(RowContext r, params string[] names)
    {
        foreach (var application in r.Person.Pending)
            if (application.Name.TryGet(out var name) && Array.IndexOf(names, name) >= 0 && application.Filed.TryGet(out var filed))
                return filed;
        return null;
    }

    /// <summary>Confinement ends between the conviction and the end of the term ordered.</summary>
    private static Value ReleaseBefore(CountInCase c, DateOrRange application)
    {
        if (!c.Convicted.TryGet(out var convicted) || PenaltyFacts.UnsuspendedOn(c) is not { High: { } most })
            return Value.Unknown;
        var last = most.Count > 36500 ? LocalDate.MaxIsoValue : convicted.To.PlusDays(most.Count);
        if (last > application.From)
            return Value.Unknown;
        return Values.Of(SpanRange.Between(DateOrRange.Between(convicted.From, last), application));
    }

    private static Value SinceEarlierCount(RowContext r, CountInCase c, Fact fact)
    {
        if (c.Offense.Citation is not { } mine || !c.Committed.TryGet(out var at))
            return Value.Unknown;
        var latest = Value.None;
        foreach (var other in r.Counts)
        {
            if (
                ReferenceEquals(other, c)
                || other.Offense.Citation is not { } theirs
                || theirs.Code != mine.Code
                || theirs.Section != mine.Section
            )
                continue;
            if (!other.Committed.TryGet(out var earlier))
                return Value.Unknown;
            if (earlier.From >= at.From)
                continue;
            var span = Values.Of(SpanRange.Between(earlier, at));
            if (latest.Low > latest.High || span.Low < latest.Low)
                latest = span;
        }
        return latest;
    }

    private static Value Age(RowContext r, CountInCase c)
    {
        if (!r.Person.Born.TryGet(out var born) || !c.Committed.TryGet(out var committed))
            return Value.Unknown;
        return Value.Range(
            Period.Between(born.To, committed.From, PeriodUnits.Years).Years,
            Period.Between(born.From, committed.To, PeriodUnits.Years).Years
        );
    }

    /// <summary>Days actually confined on the count in the last years before a filing: at most what was ordered and not suspended, less what lies before the period.</summary>
    private static Value Confined(RowContext r, CountInCase c, int years)
    {
        if (c.Kind == CountKind.Charge)
            return Value.Number(0);
        var custody = PenaltyFacts.UnsuspendedOn(c);
        if (custody.High is { Count: 0 })
            return Value.Number(0);
        if (!c.Convicted.TryGet(out var convicted))
            return custody.High is { } most ? Value.Range(0, most.Count) : Value.Unknown;
        var start = r.AsOf.PlusYears(-years);
        // Custody is taken to begin with the conviction. Conduct credit is earned or lost in the jail: from the projected days to all of them.
        long highest = custody.High is { } high
            ? Math.Max(0, high.Count - Math.Max(0, Period.DaysBetween(convicted.To, start)))
            : Value.Huge;
        var least = Math.Max(0, PenaltyFacts.Projected(c).Low.Count - Math.Max(0, Period.DaysBetween(convicted.From, start)));
        return Value.Range(Math.Min(least, highest), highest);
    }

    private static int IndexOf(IReadOnlyList<CountInCase> counts, CountInCase count)
    {
        for (var i = 0; i < counts.Count; i++)
            if (ReferenceEquals(counts[i], count))
                return i;
        return -1;
    }

    /// <summary>As given; else no where no earlier conviction of the case can have been of a drug: then there is none that could be alleged and found.</summary>
    private static Value RecidivistAlleged(RowContext r, CountInCase c, Fact fact)
    {
        var given = c.Record["recidivistAlleged"];
        if (
            given.Knowledge is Knowledge.Value or Knowledge.Disputed
            || r.Matter.Priors.IsOpen
            || r.Law.Vocabulary.Find("controlled substance offense") is not { } drug
        )
            return Values.Read(fact, given);
        var index = r.Law.Vocabulary.MatchIndex(drug);
        // A record that is silent leaves open only what can have been.
        bool MayBeDrug(CountInCase other) =>
            !other.Offense.IsResolved
            || other.Offense.Value.Leaves.Any(l => l.Verdicts[index].Count == 0 || l.Verdicts[index].Any(v => v.Kind != VerdictKind.No));
        bool MayBeEarlier(CountInCase other) =>
            !other.Convicted.TryGet(out var then) || !c.Convicted.TryGet(out var now) || then.From < now.To;
        return r.Counts.Any(other =>
            !ReferenceEquals(other, c) && other.Kind != CountKind.Charge && MayBeDrug(other) && MayBeEarlier(other)
        )
            ? Values.Read(fact, given)
            : Value.No;
    }

    /// <summary>The loss that the record ties to the count; not given, or left open by the record, it is at most what the elements allow.</summary>
    private static Value Loss(RowContext r, CountInCase c, Fact fact)
    {
        var given = c.Record["lossDollars"];
        var leaves = c.Offense.Value.Leaves;
        if (given.Knowledge is Knowledge.Value or Knowledge.Disputed || leaves.Count == 0 || leaves.Any(l => l.ValueAtMost is null))
            return Values.Read(fact, given);
        return Value.Range(0, leaves.Max(l => l.ValueAtMost!.Value));
    }

    /// <summary>Who the victim was, by any reliable evidence: the allegations, or what the record establishes.</summary>
    private static Value VictimInFact(RowContext r, CountInCase c, Fact fact)
    {
        var alleged = Values.Read(fact, c.Facts["victim"]);
        if (alleged.State == ValueState.Known && alleged != Value.Unknown)
            return alleged;
        var recorded = c.Record["victim"];
        return recorded.Knowledge == Knowledge.Value ? Values.Read(fact, recorded) : alleged;
    }

    private static Value Leaves(CountInCase c, Func<Offense, Truth> of)
    {
        var leaves = c.Offense.Value.Leaves;
        if (leaves.Count == 0)
            return Value.Unknown;
        var answers = leaves.Select(of).Distinct().ToArray();
        return answers.Length == 1 ? Values.Of(answers[0]) : Value.Unknown;
    }

    /// <summary>A conviction for state purposes: a plea or verdict not since vacated; diversion and juvenile adjudications are none.</summary>
    private static Truth ConvictedUnderStateLaw(CountInCase c)
    {
        if (c.Outcome is not { } outcome)
            return Truth.No;
        if (!outcome.TryGet(out var o))
            return Truth.Open;
        if (o is not (Outcome.Plea or Outcome.Verdict))
            return Truth.No;
        var vacated = Ordered(c, LegalDefect);
        return vacated == Value.Yes ? Truth.No
            : vacated == Value.No ? Truth.Yes
            : Truth.Open;
    }

    private static Value Booked(CountInCase c)
    {
        if (c.More["booked"] is { IsGiven: true } given)
            return given.TryGet(out var v) && v is FactValue.YesNo yes ? Value.Of(yes.IsYes) : Value.Unknown;
        if (c.Stage is { } stage && stage.TryGet(out var s))
            return s == ChargeStage.Cited ? Value.Unknown : Value.Yes;
        return Value.Yes;
    }
}
