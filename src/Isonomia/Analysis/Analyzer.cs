using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Offenses;
using Isonomia.Sentences;
using Isonomia.Severity;
using NodaTime;

namespace Isonomia.Analysis;

/// <summary>Assesses cases under a law book. Immutable: one analyzer serves any number of cases and threads.</summary>
public sealed class Analyzer
{
    private static readonly ImmigrationStatus[] Statuses = Enum.GetValues<ImmigrationStatus>();
    private readonly CodeTable codes;
    private readonly Lazy<bool[]> readByBar;

    /// <summary>An analyzer for a law book; flattens its program once.</summary>
    public Analyzer(Lawbook law)
    {
        Law = law;
        Program = new LawProgram(law);
        Resolver = new OffenseResolver(law);
        codes = new CodeTable(law);
        readByBar = new(() => ReadBy(codes.Relief("NATZ", "closed")));
    }

    /// <summary>The facts that some rules read, by their index.</summary>
    private bool[] ReadBy(IReadOnlyList<Rule> rules)
    {
        var facts = Law.Vocabulary.Facts;
        var read = new bool[facts.Count];
        foreach (var rule in rules)
        {
            var register = Program.RegisterOf(rule, Burden.Shown);
            for (var i = 0; i < read.Length; i++)
                read[i] |= Program.Reads(register, facts[i]);
        }
        return read;
    }

    /// <summary>The law book.</summary>
    public Lawbook Law { get; }

    /// <summary>The flattened program.</summary>
    public LawProgram Program { get; }

    /// <summary>Finds offenses by the texts of charge sheets.</summary>
    public OffenseResolver Resolver { get; }

    /// <summary>The codes that the law book gives.</summary>
    internal CodeTable Codes => codes;

    /// <summary>Assesses a case. <paramref name="today"/> is the as-of date where the case names none.</summary>
    public Assessment Assess(Matter matter, LocalDate today)
    {
        var asOf = matter.AsOf ?? today;
        var forum = matter.Forum.TryGet(out var f) ? f : Forum.NinthCircuit;
        var status = matter.Person.Status.TryGet(out var s) ? s : (ImmigrationStatus?)null;
        var counts = CountReader.Read(matter, Resolver, asOf);
        var supposed =
            status is { } known ? [known]
            : matter.Person.Status.Knowledge == Knowledge.Disputed ? [.. matter.Person.Status.Values]
            : Statuses;
        // Rows of the forum first, then the same statuses in another circuit.
        var other = forum == Forum.Elsewhere ? Forum.NinthCircuit : Forum.Elsewhere;
        var keys = supposed.Select(x => new RowKey(x, forum)).Concat(supposed.Select(x => new RowKey(x, other))).ToArray();
        var built = RowBuilder.Build(Law, matter, counts, asOf, keys);
        var run = new Run(this, matter, built, counts, supposed.Length);
        // The state before: the earlier record alone, without the charges that are now disposed of (severity.md section 7).
        var before = counts.Where(c => c.Kind == CountKind.Prior).ToArray();
        var beforeBuilt = RowBuilder.Build(Law, matter, before, asOf, keys[..supposed.Length]);
        var start = new Run(this, matter, beforeBuilt, before, supposed.Length);
        return run.Assess(asOf, forum, status, supposed, start, codes);
    }

    /// <summary>The ticked outlines behind a code: of the rule, for the counts that carry it (or the first, where none does).</summary>
    public IReadOnlyList<Trace> Explain(Assessment assessment, CodeAnswer code) =>
        Outlines(assessment, codes.Rules(code.Code), code.Counts);

    /// <summary>The ticked outlines behind a relief: every rule that gives a state of it.</summary>
    public IReadOnlyList<Trace> ExplainRelief(Assessment assessment, string code) =>
        Outlines(assessment, [.. Law.Rules.Where(r => r.Code == code && r.State.Length > 0)], []);

    private Trace[] Outlines(Assessment a, IReadOnlyList<Rule> rules, IReadOnlyList<int> carriers)
    {
        lock (a.Outline)
            return
            [
                .. rules.SelectMany(rule =>
                    rule.About == Level.Case ? [a.Outline.Value.Explain(rule, Burden.Shown, -1)]
                    : a.Counts.Count == 0 ? Array.Empty<Trace>()
                    : (carriers.Count > 0 ? carriers : [0]).Select(slot => a.Outline.Value.Explain(rule, Burden.Shown, slot))
                ),
            ];
    }

    /// <summary>
    /// Walks the outlines of an assessment, when somebody asks for them. Where the status is not known they are shown with it open. What the reasons
    /// already walked of the same row serves again if it is still in memory: an assessment that is kept does not keep it.
    /// </summary>
    private Lazy<Tracer> OutlineOf(Matter matter, IReadOnlyList<CountInCase> counts, LocalDate asOf, RowKey key, Tracer? walked)
    {
        var walks = walked is null ? null : new WeakReference<Tracer>(walked);
        return new(() =>
            walks is not null && walks.TryGetTarget(out var tracer)
                ? tracer
                : new Tracer(RowBuilder.Build(Law, matter, counts, asOf, [key]).Rows, 0)
        );
    }

    /// <summary>The categories of one offense, with nothing known of the person or the record.</summary>
    public IReadOnlyList<MatchAnswer> Matches(ResolvedOffense offense, LocalDate asOf, Forum forum)
    {
        var matter = EmptyMatter();
        var count = new CountInCase(
            CountKind.Disposition,
            "",
            "",
            "",
            offense,
            offense,
            Known.LeftOut<OffenseClass>(default),
            Known.LeftOut<OffenseClass>(default),
            Known.Value(DateOrRange.On(asOf)),
            Known.Value(DateOrRange.On(asOf)),
            Known.Value(Outcome.Plea),
            null,
            null,
            Known.LeftOut<Sentence>(default),
            FactSheet.Empty(),
            FactSheet.Empty(),
            FactSheet.Empty(),
            null,
            Listed<ReliefOrder>.None(default),
            Known.LeftOut<string>(default),
            Listed<Enhancement>.None(default),
            false
        );
        var built = RowBuilder.Build(Law, matter, [count], asOf, [new RowKey(null, forum)]);
        return new MatchAnswers(Program, built, new Evaluator(Program, built.Rows), [count]).Of(0);
    }

    private static Matter EmptyMatter() => Matter.Empty;

    /// <summary>One evaluation of a case's rows.</summary>
    private sealed class Run
    {
        private readonly Analyzer analyzer;
        private readonly Matter matter;
        private readonly BuiltRows built;
        private readonly IReadOnlyList<CountInCase> counts;
        private readonly int statuses;
        private readonly Evaluator evaluator;
        private readonly AnswerReader reader;
        private readonly int[] here;
        private readonly int[] elsewhere;
        private RowKey[]? keysHere;
        private Run? lastLapse;

        public Run(Analyzer analyzer, Matter matter, BuiltRows built, IReadOnlyList<CountInCase> counts, int statuses)
        {
            this.analyzer = analyzer;
            this.matter = matter;
            this.built = built;
            this.counts = counts;
            this.statuses = statuses;
            evaluator = new Evaluator(analyzer.Program, built.Rows);
            reader = new AnswerReader(analyzer.Program, built, evaluator, matter, counts);
            here = [.. Enumerable.Range(0, statuses)];
            elsewhere = [.. Enumerable.Range(statuses, built.Keys.Count - statuses)];
        }

        private Lawbook Law => analyzer.Law;

        public Assessment Assess(
            LocalDate asOf,
            Forum forum,
            ImmigrationStatus? status,
            IReadOnlyList<ImmigrationStatus> supposed,
            Run start,
            CodeTable codes
        )
        {
            var listed = codes.Reported.Where(c => Applies(c, codes)).ToArray();
            var answers = listed.ToDictionary(c => c, c => Code(c, codes), StringComparer.Ordinal);
            CodeAnswer[] Family(Func<string, bool> of) => [.. listed.Where(of).Select(c => answers[c])];
            var relief = codes.Reliefs.Select(c => Relief(c, codes, asOf)).ToArray();
            var tiers = Enumerable.Range(0, supposed.Count).Select(r => Collateral(r, codes, start, asOf)).ToArray();
            var worst = tiers.MaxBy(t => t.Tier.High)!;
            var collateral =
                tiers.Length == 1
                    ? tiers[0]
                    : worst with
                    {
                        Tier = worst.Tier with { Low = tiers.Select(t => t.Tier.Low).Aggregate(Tier.Milder) },
                    };
            return new Assessment(
                Law,
                matter,
                asOf,
                forum,
                status,
                Assumptions(status, codes),
                Warnings.Of(Law, matter, counts, asOf),
                Counts(),
                Family(c => CodeTable.IsGround(c)),
                Family(c => c.StartsWith("DET.", StringComparison.Ordinal)),
                relief,
                Family(c => c.StartsWith("EXP.", StringComparison.Ordinal)),
                Family(c => c.StartsWith("REFER.", StringComparison.Ordinal)),
                NotableDates.Of(matter, counts, asOf, status, DoorCloses()),
                collateral,
                DirectVector.Of(counts),
                Questions(listed, answers, codes),
                status is null ? tiers : []
            )
            {
                Outline = analyzer.OutlineOf(matter, counts, asOf, new RowKey(status, forum), status is null ? null : reader.TracerOf(0)),
            };
        }

        /// <summary>
        /// A code that the person's status cannot raise is not listed: deportability for those never admitted, inadmissibility for those at home,
        /// nothing for a citizen. Where several statuses are possible it is listed if any of them can raise it.
        /// </summary>
        private bool Applies(string code, CodeTable codes)
        {
            bool Possible(string title) => Law.TryRule(title, out var rule) && here.Any(r => reader.Bounds(rule, r) != Truth.No);
            if (code.StartsWith("REFER.", StringComparison.Ordinal))
                return Possible("noncitizen") && codes.Rules(code).Any(rule => here.Any(r => reader.Bounds(rule, r) == Truth.Yes));
            if (!Possible("noncitizen"))
                return false;
            if (code.StartsWith("DEP.", StringComparison.Ordinal))
                return Possible("admitted");
            if (code.StartsWith("INA.", StringComparison.Ordinal))
                return Possible("subject to inadmissibility");
            return true;
        }

        /// <summary>After how many years each count no longer opens the door to a jail's cooperation (GC 7282.5); null where it does not, or always will.</summary>
        private int?[] DoorCloses()
        {
            var closes = new int?[counts.Count];
            if (
                counts.Count == 0
                || !Law.TryRule("conviction that opens the door to a jail's cooperation", out var rule)
                || Law.Vocabulary.Find("conviction before as-of date") is not { } age
            )
                return closes;
            int[] terms = [5, 15];
            // The counts on the day of conviction, and one day after each term: a rule about counts, so all are asked at once.
            var rows = built.Rows.Repeat(0, terms.Length + 1);
            var ages = terms.Select(y => Value.Number(CalendarSpan.Of(y, 0, 1).Code)).Prepend(Value.Number(0)).ToArray();
            for (var slot = 0; slot < counts.Count; slot++)
                rows.SetRows(age, slot, ages);
            var evaluated = evaluator.Worlds(0, rows);
            var register = reader.RegisterOf(rule);
            for (var slot = 0; slot < counts.Count; slot++)
            {
                bool Opens(int row) => evaluated.Answer(register, row, slot) != Truth.No;
                if (Opens(0))
                    closes[slot] =
                        !Opens(1) ? terms[0]
                        : !Opens(2) ? terms[1]
                        : null;
            }
            return closes;
        }

        private CodeAnswer Code(string code, CodeTable codes)
        {
            var rules = codes.Rules(code);
            var reading = reader.Read(rules, here);
            var answer = Answer(rules, reading, here);
            var carriers =
                reading.Bounds == Truth.No
                    ? []
                    : rules.SelectMany(r => here.SelectMany(row => reader.Carriers(r, row))).Distinct().Order().ToArray();
            AnswerKind? away = elsewhere.Length == 0 ? null : Elsewhere(rules, reading);
            return new CodeAnswer(code, rules[0], answer, carriers, away, Limb(code));
        }

        /// <summary>The answer in the other circuit: the same, unless a question of law is in play or the bounds differ there.</summary>
        private AnswerKind Elsewhere(IReadOnlyList<Rule> rules, AnswerReader.Reading reading)
        {
            var same =
                !reading.Parts.Any(p => p.Exploration.Openings.Any(o => o.Kind == OpeningKind.Question))
                && rules.All(rule => here.Zip(elsewhere).All(pair => reader.Bounds(rule, pair.First) == reader.Bounds(rule, pair.Second)));
            return same ? reading.Kind : reader.Read(rules, elsewhere).Kind;
        }

        /// <summary>Which limb of 8 USC 1226(c)(1) requires detention.</summary>
        private string? Limb(string code)
        {
            if (code == "DET.MAND.RILEY")
                return codesYes(code) ? "E" : null;
            if (code != "DET.MAND.1226c")
                return null;
            (string Limb, string Title)[] limbs =
            [
                ("A", "mandatory detention: inadmissible"),
                ("B", "mandatory detention: deportable"),
                ("C", "mandatory detention: one crime of moral turpitude and a year"),
                ("D", "mandatory detention: security"),
            ];
            foreach (var wanted in new[] { Truth.Yes, Truth.Open })
            foreach (var (limb, title) in limbs)
                if (Law.TryRule(title, out var rule) && here.Any(r => reader.Bounds(rule, r) == wanted))
                    return limb;
            return null;

            bool codesYes(string c) => Law.Rules.Where(r => r.Code == c).Any(rule => here.Any(r => reader.Bounds(rule, r) != Truth.No));
        }

        private Answer Answer(IReadOnlyList<Rule> rules, AnswerReader.Reading reading, IReadOnlyList<int> rows)
        {
            // The row and rule that best show why: one whose answer is the answer, else the most severe that is possible.
            var (rule, row, slot) = Shown(rules, reading.Bounds, rows);
            if (rule.About == Level.Count && counts.Count == 0)
                return new Answer(
                    AnswerKind.No,
                    Truth.No,
                    [],
                    [],
                    [],
                    Certainty.Applied,
                    Reasons.Authorities(rule, []),
                    "There is no count."
                );
            var trace = reader.TracerOf(row).Explain(rule, Burden.Shown, slot);
            var decisive = reader.Why.Decisive(trace);
            var openings = reading.Parts.SelectMany(p => p.Exploration.Openings).ToArray();
            Truth OfRow(int r) => rules.Select(x => reader.Bounds(x, r)).Aggregate(Truth.No, Kleene.Or);
            return new Answer(
                reading.Kind,
                reading.Bounds,
                reader.Dependences(reading, rows, OfRow),
                [
                    .. openings
                        .Where(o => o.Kind == OpeningKind.Question)
                        .DistinctBy(o => o.Fact.Name)
                        .Select(o => new UnsettledReading(o.Fact.Name, o.Bins.SelectMany(b => b.Words).ToArray())),
                ],
                [.. openings.Where(o => o.Kind == OpeningKind.Unreviewed).Select(o => o.Fact.Category).Distinct(StringComparer.Ordinal)],
                Reasons.CertaintyOf(decisive),
                Reasons.Authorities(rule, decisive),
                slot < counts.Count ? Reasons.Sentence(decisive, Name) : "There is no charge, plea or conviction."
            );
        }

        private (Rule Rule, int Row, int Slot) Shown(IReadOnlyList<Rule> rules, Truth bounds, IReadOnlyList<int> rows)
        {
            (Rule, int, int)? open = null;
            foreach (var rule in rules)
            {
                foreach (var row in rows)
                {
                    var (first, last) = rule.About == Level.Case ? (-1, -1) : (0, counts.Count - 1);
                    for (var slot = first; slot <= last; slot++)
                    {
                        var truth = evaluator.Answer(reader.RegisterOf(rule), row, Math.Max(slot, 0));
                        if (truth == bounds)
                            return (rule, row, slot);
                        if (truth == Truth.Open)
                            open ??= (rule, row, slot);
                    }
                }
            }
            return open ?? (rules[0], rows[0], rules[0].About == Level.Case ? -1 : 0);
        }

        private string Name(int slot) => slot < counts.Count ? counts[slot].Offense.Name : "";

        private ReliefAnswer Relief(string code, CodeTable codes, LocalDate asOf)
        {
            AnswerReader.Reading? State(string state) =>
                codes.Relief(code, state) is { Count: > 0 } rules && (counts.Count > 0 || rules[0].About == Level.Case)
                    ? reader.Read(rules, here)
                    : null;
            var applies = State("applies");
            var closed = State("closed");
            var permanent = State("permanent");
            var harmed = State("harmed");
            var delayed = State("delayed");
            var state =
                applies is null || applies.Bounds == Truth.No ? ReliefState.NotApplicable
                : permanent?.Bounds == Truth.Yes || closed?.Bounds == Truth.Yes ? ReliefState.Closed
                : closed?.Kind is AnswerKind.Depends or AnswerKind.Unreviewed
                || permanent?.Kind is AnswerKind.Depends or AnswerKind.Unreviewed
                    ? ReliefState.Unknown
                // Where authorities differ, plan for the reading that closes it.
                : closed?.Bounds == Truth.Open || permanent?.Bounds == Truth.Open ? ReliefState.Closed
                // What may not apply at all is not to be counted on.
                : applies.Bounds == Truth.Open ? ReliefState.Unknown
                : harmed is not null && harmed.Bounds != Truth.No ? ReliefState.Harmed
                : ReliefState.Open;
            var shown =
                state == ReliefState.NotApplicable ? "applies"
                // Nothing closes it: what is open is whether it is a relief for this person.
                : state == ReliefState.Unknown && closed?.Bounds != Truth.Open && permanent?.Bounds != Truth.Open ? "applies"
                : permanent?.Bounds == Truth.Yes ? "permanent"
                : state is ReliefState.Closed or ReliefState.Unknown ? "closed"
                : state == ReliefState.Harmed ? "harmed"
                : "closed";
            var rules = codes.Relief(code, shown);
            string because = "";
            IReadOnlyList<string> authorities = [];
            if (rules.Count > 0 && (counts.Count > 0 || rules[0].About == Level.Case))
            {
                var reading = State(shown)!;
                var (rule, row, slot) = Shown(rules, reading.Bounds, here);
                var decisive = reader.Why.Decisive(reader.TracerOf(row).Explain(rule, Burden.Shown, slot));
                because = Reasons.Sentence(decisive, Name);
                if (state == ReliefState.Closed && reading.Bounds == Truth.Open)
                    because = $"plan for closed: {because}";
                authorities = Reasons.Authorities(rule, decisive);
            }
            var late = delayed is not null && delayed.Bounds != Truth.No && state is ReliefState.Open or ReliefState.Harmed;
            return new ReliefAnswer(
                code,
                state,
                late,
                permanent?.Bounds == Truth.Yes,
                [.. Law.AlsoNeeded.Where(n => n.Code == code).Select(n => n.Need)],
                code == "NATZ" && permanent?.Bounds != Truth.Yes ? Reopens(state, late, codes.Relief(code, "closed"), asOf) : null,
                because,
                authorities
            );
        }

        /// <summary>The first day on which neither the record nor supervision stands in the way; null if it is open already, or no day is known.</summary>
        private LocalDate? Reopens(ReliefState state, bool late, IReadOnlyList<Rule> closed, LocalDate asOf)
        {
            var supervision = NotableDates.SupervisionEnds(counts, asOf);
            if (state != ReliefState.Closed)
                return late ? supervision : null;
            // Time only opens it: the first day is found by halving the time until the last on which anything can lapse.
            LocalDate[] lapses = [.. NotableDates.Lapses(counts, asOf)];
            bool IsOpen(LocalDate day)
            {
                var later = day == lapses[^1] ? lastLapse ??= On(day) : On(day);
                return later.reader.Read(closed, later.here).Bounds == Truth.No;
            }
            if (lapses.Length == 0 || !IsOpen(lapses[^1]))
                return null;
            // Mostly it is a day on which a bar lapses: the first of these that is open, and then the days since the one before it.
            var (from, to) = (0, lapses.Length - 1);
            while (from < to)
            {
                var middle = (from + to) / 2;
                (from, to) = IsOpen(lapses[middle]) ? (from, middle) : (middle + 1, to);
            }
            var low = from > 0 ? Period.DaysBetween(asOf, lapses[from - 1]) + 1 : 1;
            var high = Period.DaysBetween(asOf, lapses[from]);
            if (low < high)
                (low, high) = IsOpen(asOf.PlusDays(high - 1)) ? (low, high - 1) : (high, high);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = IsOpen(asOf.PlusDays(middle)) ? (low, middle) : (middle + 1, high);
            }
            return supervision is { } free && free > asOf.PlusDays(low) ? free : asOf.PlusDays(low);
        }

        /// <summary>The same record on a later day, with the facts that the bars to naturalization read.</summary>
        private Run On(LocalDate day)
        {
            var rows = RowBuilder.Build(Law, matter, counts, day, keysHere ??= [.. built.Keys.Take(statuses)], analyzer.readByBar.Value);
            return new(analyzer, matter, rows, counts, statuses);
        }

        /// <summary>A bar to naturalization that nothing keeps up after the last day on which a bar can lapse delays; any other is of no fixed end.</summary>
        private bool NaturalizationReopens(int row, CodeTable codes, LocalDate asOf)
        {
            if (built.Keys[row].Status is not (ImmigrationStatus.LawfulPermanentResident or ImmigrationStatus.ReturningResident))
                return false;
            bool Stands(string state, Run on) =>
                codes.Relief("NATZ", state).Any(r => (counts.Count > 0 || r.About == Level.Case) && on.reader.Bounds(r, row) != Truth.No);
            // Supervision of a length that nobody knows (parole after a straight term) has no end to name.
            if (Stands("delayed", this) && NotableDates.IsSupervisionEndless(Law, matter, counts, asOf))
                return false;
            if (!Stands("closed", this))
                return true;
            return NotableDates.LastLapse(counts, asOf) is { } end && !Stands("closed", lastLapse ??= On(end));
        }

        private CountAssessment[] Counts()
        {
            var together = new MatchAnswers(analyzer.Program, built, evaluator, counts);
            // Of many counts each is asked by itself: a match is about one count, and the worlds of one count are few.
            const int Many = 8;
            IReadOnlyList<MatchAnswer> MatchesOf(int slot)
            {
                if (counts.Count <= Many)
                    return together.Of(slot);
                var alone = built with { Rows = built.Rows.Only(0, slot) };
                return new MatchAnswers(analyzer.Program, alone, new Evaluator(analyzer.Program, alone.Rows), [counts[slot]]).Of(0);
            }
            return
            [
                .. counts.Select(
                    (c, slot) =>
                    {
                        Law.TryRule("conviction", out var rule);
                        var kind = ConvictionOf(rule!, slot);
                        if (c.IsNoOffense)
                            kind = kind with { Because = $"no offense: {c.Offense.Because}." };
                        return new CountAssessment(c, kind, ImposedTerm.Of(c.Sentence), PenaltyFacts.MaximumOf(c), MatchesOf(slot));
                    }
                ),
            ];
        }

        private Answer ConvictionOf(Rule rule, int slot)
        {
            var e = reader.Explore(reader.RegisterOf(rule), slot, 0);
            var kind =
                e.Bounds == Truth.Yes || !e.CanBeNo ? AnswerKind.Yes
                : e.Bounds == Truth.No || !e.CanBeYes ? AnswerKind.No
                : e.PlanCanBeYes && e.PlanCanBeNo ? AnswerKind.Depends
                : AnswerKind.Unsettled;
            var decisive = reader.Why.Decisive(reader.TracerOf(0).Explain(rule, Burden.Shown, slot));
            var depends = e
                .Settlings.SelectMany(s =>
                    AnswerReader.Spread(s).Select(f => new Dependence(f.Select(x => (reader.Path(x.Opening), x.Word)).ToArray(), s.Then))
                )
                .ToArray();
            return new Answer(
                kind,
                e.Bounds,
                depends,
                [],
                [],
                Reasons.CertaintyOf(decisive),
                Reasons.Authorities(rule, decisive),
                Reasons.Sentence(decisive, Name)
            );
        }

        /// <summary>Set when an answer is open that severity asks for.</summary>
        private bool sawOpen;

        private SeverityInputs Inputs(int row, CodeTable codes)
        {
            Truth Of(IReadOnlyList<Rule> rules)
            {
                var any = Truth.No;
                for (var i = 0; i < rules.Count && any != Truth.Yes; i++)
                    any = Kleene.Or(any, reader.Bounds(rules[i], row));
                sawOpen |= any == Truth.Open;
                return any;
            }
            Law.TryRule("noncitizen", out var noncitizen);
            return new SeverityInputs(
                built.Keys[row].Status ?? ImmigrationStatus.Citizen,
                noncitizen is null || reader.Bounds(noncitizen, row) != Truth.No,
                code => Of(codes.Rules(code)),
                (code, state) => Of(codes.Relief(code, state)),
                Of(codes.Inadmissible),
                codes.Grounds,
                codes.Reliefs,
                false
            );
        }

        private CollateralAnswer Collateral(int row, CodeTable codes, Run start, LocalDate asOf)
        {
            sawOpen = false;
            var inputs = Inputs(row, codes) with { NaturalizationReopens = NaturalizationReopens(row, codes, asOf) };
            var high = CollateralBuilder.Build(inputs, severe: true);
            // Where nothing that it asked for is open, the mildest reading is the same.
            var low = sawOpen ? CollateralBuilder.Build(inputs, severe: false) : high;
            var before = CollateralBuilder.Build(start.Inputs(row, codes), severe: false);
            var end = Tier.Worse(high.Tier, low.Tier);
            var certainty = 0;
            foreach (var code in codes.Grounds)
            foreach (var rule in codes.Rules(code))
                if (counts.Count > 0 || rule.About == Level.Case)
                    if (reader.Bounds(rule, row) == Truth.Open)
                        certainty = Math.Max(certainty, reader.Read([rule], [row]).Kind == AnswerKind.Unsettled ? 2 : 1);
            return new CollateralAnswer(
                built.Keys[row].Status,
                high,
                certainty,
                new TierRange(before.Tier, end, Tier.Milder(low.Tier, end), end)
            );
        }

        /// <summary>
        /// What the case file leaves out and was taken to mean no, as far as it matters: an assumption is listed if its opposite would change some
        /// answer. The opposites are rows of one evaluation.
        /// </summary>
        private List<string> Assumptions(ImmigrationStatus? status, CodeTable codes)
        {
            var assumed = new List<string>();
            if (status == ImmigrationStatus.Citizen)
                return assumed;
            if (matter.Priors.Count == 0 && !matter.Priors.IsOpen)
                assumed.Add("no earlier conviction");
            var given = built.Assumptions.GroupBy(a => a.Fact).ToArray();
            if (given.Length > 0)
            {
                var row = here[^1];
                var flipped = built.Rows.Repeat(row, given.Length + 1);
                foreach (var (group, i) in given.Select((g, i) => (g, i)))
                foreach (var assumption in group)
                {
                    var which = new int[given.Length + 1];
                    which[i + 1] = 1;
                    Value[] values = [Value.Of(assumption.Fact.AssumedYes), Value.Of(!assumption.Fact.AssumedYes)];
                    flipped.SetCoded(assumption.Fact, Math.Max(assumption.Slot, 0), values, which);
                }
                var evaluated = evaluator.Worlds(row, flipped);
                var matters = new bool[given.Length];
                foreach (var rule in codes.All)
                {
                    var register = reader.RegisterOf(rule);
                    var (first, last) = rule.About == Level.Case ? (0, 0) : (0, counts.Count - 1);
                    for (var slot = first; slot <= last; slot++)
                    {
                        var asIs = evaluated.Answer(register, 0, slot);
                        for (var i = 0; i < given.Length; i++)
                            matters[i] |= evaluated.Answer(register, i + 1, slot) != asIs;
                    }
                }
                assumed.AddRange(given.Where((_, i) => matters[i]).Select(g => g.Key.Assumption));
            }
            if (
                counts.Any(c => c.Charged is null)
                && Law.TryRule("in a Laken Riley class", out var riley)
                && here.Any(r => reader.Bounds(riley, r) != Truth.No)
            )
                assumed.Add("earlier convictions were charged as what they were convicted of");
            if (counts.Any(c => c.Outcome is not null && c.Relief.Count == 0 && !c.Relief.IsOpen))
                assumed.Add("no pardon, and no later order that undoes a conviction");
            return [.. assumed.Distinct(StringComparer.Ordinal)];
        }

        private List<Question> Questions(IReadOnlyList<string> listed, IReadOnlyDictionary<string, CodeAnswer> answers, CodeTable codes)
        {
            var asked = new Dictionary<string, (string Ask, SortedSet<string> Codes)>(StringComparer.Ordinal);
            void Add(string path, string ask, string code)
            {
                if (!asked.TryGetValue(path, out var entry))
                    asked.Add(path, entry = (ask, new SortedSet<string>(StringComparer.Ordinal)));
                entry.Codes.Add(code);
            }
            void AddParts(AnswerReader.Reading reading, string code)
            {
                foreach (var (_, _, e) in reading.Parts)
                foreach (var opening in e.Openings.Where(o => o.Kind == OpeningKind.Fact && CanBeTold(o)))
                    Add(reader.Path(opening), Ask(opening), code);
            }
            foreach (var code in listed)
            {
                var rules = codes.Rules(code);
                var reading = reader.Read(rules, here);
                if (reading.Kind is AnswerKind.Yes or AnswerKind.No)
                    continue;
                AddParts(reading, code);
                if (statuses > 1)
                    Add("person.status", Law.Vocabulary["status"].Question, code);
            }
            foreach (var code in codes.Reliefs)
            foreach (var state in new[] { "closed", "permanent" })
                if (
                    codes.Relief(code, state) is { Count: > 0 } rules
                    && codes.Relief(code, "applies") is var applies
                    && (applies.Count == 0 || reader.Read(applies, here).Bounds != Truth.No)
                )
                    if (counts.Count > 0 || rules[0].About == Level.Case)
                        if (reader.Read(rules, here) is { Kind: not (AnswerKind.Yes or AnswerKind.No) } reading)
                            AddParts(reading, code);
            return
            [
                .. asked
                    .OrderByDescending(q => q.Value.Codes.Count)
                    .ThenBy(q => q.Key, StringComparer.Ordinal)
                    .Select(q => new Question(q.Key, q.Value.Ask, q.Value.Codes.ToArray())),
            ];
        }

        /// <summary>Where the whole sentence is given, what is still open about it (days that will be served, monitoring that may count) stands in no key.</summary>
        private bool CanBeTold(Opening opening) =>
            opening.Slot < 0 || opening.Fact.Key != "sentence" || !counts[opening.Slot].Sentence.TryGet(out var s) || !s.IsWhollyKnown;

        private string Ask(Opening opening)
        {
            var question = opening.Fact.Question;
            return opening.Slot >= 0 && !opening.Fact.Key.StartsWith("person.", StringComparison.Ordinal)
                ? $"{question} ({Name(opening.Slot)})"
                : question;
        }
    }
}
