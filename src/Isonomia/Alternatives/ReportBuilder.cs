using System.Globalization;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Severity;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>Filters, compares and words what a space of dispositions holds.</summary>
internal sealed class ReportBuilder
{
    private readonly Analyzer analyzer;
    private readonly CandidateSpace space;
    private readonly Situation situation;
    private readonly Coordinates coordinates;
    private readonly Band band;
    private readonly IReadOnlyList<Barred> barred;
    private readonly LocalDate today;
    private readonly int n;
    private readonly DirectVector reference;
    private readonly Dictionary<(string, int), SwitchedOff> lines = [];
    private readonly Dictionary<(string, int, int), SwitchedOff> ofOption = [];
    private readonly Reasons why = new();
    private readonly Dictionary<(int Kind, int Status), int> certainties = [];
    private readonly Dictionary<int, int> rowOf = [];
    private RowSet? rows;
    private Evaluator? evaluator;

    public ReportBuilder(CandidateSpace space, Coordinates coordinates, Band band, IReadOnlyList<Barred> barred, LocalDate today)
    {
        (this.space, this.coordinates, this.band, this.barred, this.today) = (space, coordinates, band, barred, today);
        (situation, analyzer) = (space.Situation, space.Situation.Analyzer);
        n = situation.Statuses.Count;
        origin = Origin(space);
        reference = space.Compared(origin);
    }

    private readonly int origin;

    /// <summary>The reference is the first option of each count.</summary>
    private static int Origin(CandidateSpace space)
    {
        for (var c = 0; c < space.Combinations.Count; c++)
            if (Array.TrueForAll(space.Combinations[c], o => o == 0))
                return c;
        throw new InvalidOperationException("the reference is always among the combinations");
    }

    public AlternativesReport Build(int limit, long searched, bool complete)
    {
        var items = Distinct();
        var at = Array.FindIndex(items, i => i.Combination == origin);
        var worst = Array.ConvertAll(items, i => space.Worst[space.Kind(i.Combination)]);
        var classes = Array.ConvertAll(items, i => space.Classes[space.Kind(i.Combination)]);
        var safe = Array.ConvertAll(items, i => space.StatusSafe[space.Kind(i.Combination)]);
        // Equal punishments are one object: what depends on it alone is asked once.
        var directs = new Dictionary<DirectVector, (int Id, bool Inside)>(ReferenceEqualityComparer.Instance);
        var direct = Array.ConvertAll(
            items,
            i =>
            {
                var d = space.Compared(i.Combination);
                if (!directs.TryGetValue(d, out var known))
                    directs.Add(d, known = (directs.Count, band.Outside(reference, d).Count == 0));
                return known;
            }
        );
        var inside = Array.ConvertAll(direct, d => d.Inside);
        // The prosecution form: inside the band, only collateral consequences count.
        var ins = Enumerable.Range(0, items.Length).Where(i => inside[i]).ToArray();
        var prosecution = new bool[items.Length];
        foreach (var k in UndominatedClasses(ins, classes, worst))
            prosecution[k] = true;
        var defense = new bool[items.Length];
        var pairs = OptionTable.Refine(classes, Array.ConvertAll(direct, d => d.Id));
        var heads = OptionTable.Firsts(pairs);
        var kept = Dominance
            .Undominated(
                heads.Length,
                (a, b) =>
                    Dominance.Join(
                        Dominance.Direct(space.Compared(items[heads[a]].Combination), space.Compared(items[heads[b]].Combination)),
                        classes[heads[a]] == classes[heads[b]] ? Comparison.Equal : Dominance.Collateral(worst[heads[a]], worst[heads[b]])
                    )
            )
            .ToHashSet();
        for (var i = 0; i < items.Length; i++)
            defense[i] = kept.Contains(pairs[i]);
        var tiers = items.Select(i => situation.Supposed.Select(s => space.Tier(i.Combination, s).End).Aggregate(Tier.Worse)).ToArray();
        var closed = worst.Select(w => w.Sum(v => v.Relief.Count(r => r.Value is ReliefState.Closed))).ToArray();
        var order = Enumerable
            .Range(0, items.Length)
            .Where(i => i != at)
            .OrderByDescending(i => inside[i])
            .ThenByDescending(i => prosecution[i])
            .ThenByDescending(i => safe[i])
            .ThenBy(i => tiers[i])
            .ThenBy(i => closed[i])
            .ThenByDescending(i => defense[i])
            .ThenBy(i => Distance(items[i].Combination))
            .ThenBy(i => items[i].Effort)
            .ThenBy(i => i)
            .ToArray();
        // Milder: better on the vector; or, where one minor relief makes the vectors not comparable, no worse than any other and of a milder tier.
        bool Milder(int i) =>
            inside[i]
            && Dominance.Collateral(worst[i], worst[at]) switch
            {
                Comparison.Better => true,
                Comparison.NotComparable => prosecution[i] && tiers[i] < tiers[at],
                _ => false,
            };
        var printed = order.Take(limit).ToArray();
        // The best that may be offered as things are is printed, even if better ones with a legal bar fill the table.
        bool IsBarred(int i) => space.Combinations[items[i].Combination].Where((o, k) => situation.Options[k][o].Barriers.Count > 0).Any();
        if (printed.Length > 0 && !Array.Exists(printed, i => Milder(i) && !IsBarred(i)))
            if (Array.Find(order, i => Milder(i) && !IsBarred(i)) is var unbarred && Milder(unbarred) && !IsBarred(unbarred))
                printed[^1] = unbarred;
        LayOut([origin, .. printed.Select(i => items[i].Combination)]);
        var ids = printed.Select((i, k) => (i, Id: (k + 1).ToString(CultureInfo.InvariantCulture))).ToDictionary(x => x.i, x => x.Id);
        ids[at] = "reference";
        var origins = Make(at, "reference", items, worst, safe);
        var alternatives = printed.Select(i => Make(i, ids[i], items, worst, safe)).ToArray();
        string[] Ids(bool[] set) => [.. printed.Where(i => set[i]).Select(i => ids[i]).Concat(set[at] ? ["reference"] : [])];
        var better = Array.Exists(order, Milder);
        // The best is one that may be offered as things are; one with a legal bar only where there is no other.
        var first = Array.FindIndex(printed, i => Milder(i) && !IsBarred(i));
        if (first < 0)
            first = Array.FindIndex(printed, Milder);
        var best = first < 0 ? null : alternatives[first];
        return new AlternativesReport(
            analyzer.Assess(situation.Matter, today),
            origins,
            alternatives,
            Ids(prosecution),
            Ids(defense),
            [.. printed.Where(i => safe[i]).Select(i => ids[i]).Concat(safe[at] ? ["reference"] : [])],
            band,
            barred,
            situation.Supposed.Length > 1 ? Choices(items, ins, ids, at) : [],
            Vacatur(),
            ParityOf(origins, best),
            searched,
            complete,
            items.Length,
            !better
        );
    }

    /// <summary>Dispositions that differ only in words that change nothing are one: the plainest of them stands for all.</summary>
    private (int Combination, int Effort)[] Distinct()
    {
        var ids = Printed();
        for (var i = 0; i < situation.Options.Count; i++)
        {
            var words = new Dictionary<(string, string), int>();
            var labels = situation
                .Options[i]
                .Select(o =>
                {
                    if (!words.TryGetValue((o.Name, o.Level), out var id))
                        words.Add((o.Name, o.Level), id = words.Count);
                    return id;
                })
                .ToArray();
            var list = i;
            ids = OptionTable.Refine(ids, [.. space.Combinations.Select(c => labels[c[list]])]);
        }
        var first = new Dictionary<int, int>();
        var items = new List<(int Combination, int Effort)>();
        for (var c = 0; c < space.Combinations.Count; c++)
        {
            var effort = 0;
            for (var i = 0; i < situation.Options.Count; i++)
                effort += situation.Options[i][space.Combinations[c][i]].Effort;
            if (c == origin || !first.TryGetValue(ids[c], out var at))
            {
                first[ids[c]] = items.Count;
                items.Add((c, effort));
            }
            else if (items[at].Combination != origin && effort < items[at].Effort)
                items[at] = (c, effort);
        }
        return [.. items];
    }

    /// <summary>
    /// For each combination a number that it shares with those that read alike: the same vectors under every status that the person may have, on both
    /// readings, and the same codes; and safe whatever the status, or not. What a record says besides changes no answer.
    /// </summary>
    private int[] Printed()
    {
        var codes = Codes().ToArray();
        var vectors = new Dictionary<CollateralVector, int>(ReferenceEqualityComparer.Instance);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        int Vector(CollateralVector v)
        {
            if (vectors.TryGetValue(v, out var id))
                return id;
            var text =
                $"{v.Removal} {v.Custody} {v.Permanence} {v.Process} {v.Exposure} {v.Tier} {string.Join(' ', v.Relief.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}{r.Value}"))}";
            if (!words.TryGetValue(text, out id))
                words.Add(text, id = words.Count);
            vectors.Add(v, id);
            return id;
        }
        var kinds = new Dictionary<int, int>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var ids = new int[space.Combinations.Count];
        var key = new System.Text.StringBuilder();
        for (var c = 0; c < ids.Length; c++)
        {
            if (!kinds.TryGetValue(space.Kind(c), out ids[c]))
            {
                key.Clear();
                key.Append(space.StatusSafe[space.Kind(c)] ? "safe " : "");
                foreach (var s in situation.Supposed)
                {
                    var of = space.Of(c, s);
                    key.Append(Vector(of.Low)).Append(' ').Append(Vector(of.High)).Append(' ');
                }
                foreach (var s in situation.Supposed)
                foreach (var code in codes)
                    key.Append(space.Answer(code, c, s) == Truth.No ? '0' : '1');
                var text = key.ToString();
                if (!numbers.TryGetValue(text, out ids[c]))
                    numbers.Add(text, ids[c] = numbers.Count);
                kinds.Add(space.Kind(c), ids[c]);
            }
        }
        return ids;
    }

    private static IEnumerable<int> UndominatedClasses(int[] among, int[] classes, CollateralVector[][] worst)
    {
        var heads = among.DistinctBy(i => classes[i]).ToArray();
        var kept = Dominance
            .Undominated(heads.Length, (a, b) => Dominance.Collateral(worst[heads[a]], worst[heads[b]]))
            .Select(k => classes[heads[k]])
            .ToHashSet();
        return among.Where(i => kept.Contains(classes[i]));
    }

    private long Distance(int combination)
    {
        var d = space.Compared(combination);
        long Days(Sentences.DayRange a, Sentences.DayRange b) => Math.Abs((long)(a.High?.Count ?? 99999) - (b.High?.Count ?? 99999));
        return Days(reference.Ordered, d.Ordered)
            + Days(reference.Projected, d.Projected)
            + Math.Abs((reference.SupervisionMonths ?? 0) - (d.SupervisionMonths ?? 0));
    }

    private Alternative Make(int i, string id, (int Combination, int Effort)[] items, CollateralVector[][] worst, bool[] safe)
    {
        var c = items[i].Combination;
        var chosen = space.Chosen(c);
        var counts = space.CountsOf(c);
        var compared = space.Compared(c);
        var outside = band.Outside(reference, compared);
        var lighter = Band.Lighter(outside, reference, compared);
        var outcomes = Enumerable
            .Range(0, n)
            .Select(s => new StatusOutcome(situation.Statuses[s], space.Of(c, s).High, space.Tier(c, s)))
            .ToArray();
        var at = Array.FindIndex(items, x => x.Combination == origin);
        var collateral = Dominance.Collateral(worst[i], worst[at]);
        var dominates = new List<string>();
        if (i != at && Dominance.Join(Dominance.Direct(compared, reference), collateral) == Comparison.Better)
            dominates.Add("defense");
        if (i != at && outside.Count == 0 && collateral == Comparison.Better)
            dominates.Add("prosecution");
        var strike = LegalBarriers.StrikePrior(counts) is not null;
        return new Alternative(
            id,
            chosen,
            space.Direct(c),
            [
                .. chosen.Select(o =>
                {
                    var offered = situation.Options[o.Slot][0].Disposition;
                    var domestic = situation.Matter.ChargeOf(offered) is { } charge && LegalBarriers.IsDomestic(charge, offered, o.Count);
                    return (o.Count.Label, DirectPenalty.Of(o.Count, domestic, strike));
                }),
            ],
            Collateral(c, counts),
            outcomes,
            new BandAnswer(outside.Count == 0, outside, lighter, Concessions(lighter)),
            dominates,
            i == at ? [] : Off(c),
            i == at ? [] : [.. Codes().Where(k => Supposed(k, c) != Truth.No && Supposed(k, origin) == Truth.No)],
            i == at ? [] : Reopened(c),
            Cautions(chosen, c, counts),
            safe[i]
        );
    }

    /// <summary>What <c>analyze</c> prints: for several statuses the worst of them, with the mildest bound of all.</summary>
    private CollateralAnswer Collateral(int c, IReadOnlyList<CountInCase> counts)
    {
        var all = situation
            .Supposed.Select(s => new CollateralAnswer(situation.Statuses[s], space.Of(c, s).High, 0, space.Tier(c, s)))
            .ToArray();
        var worst = all.MaxBy(t => t.Tier.High)!;
        var answer = worst with { Certainty = Certainty(c, situation.Supposed[Array.IndexOf(all, worst)], counts) };
        return all.Length == 1
            ? answer
            : answer with
            {
                Tier = worst.Tier with { Low = all.Select(t => t.Tier.Low).Aggregate(Tier.Milder) },
            };
    }

    /// <summary>The rows of what is printed, each with its own values: a kind shares answers, but not the values that an outline shows.</summary>
    private void LayOut(int[] combinations)
    {
        rows = situation.Table.Rows(Array.ConvertAll(combinations, c => space.Combinations[c]));
        evaluator = new Evaluator(analyzer.Program, rows);
        for (var k = 0; k < combinations.Length; k++)
            rowOf.TryAdd(combinations[k], k * n);
    }

    private int Certainty(int c, int status, IReadOnlyList<CountInCase> counts)
    {
        if (certainties.TryGetValue((space.Kind(c), status), out var known))
            return known;
        AnswerReader? reader = null;
        var (certainty, row) = (0, rowOf[c] + status);
        foreach (var code in analyzer.Codes.Grounds)
        {
            if (space.Answer(code, c, status) == Truth.No)
                continue;
            foreach (var rule in analyzer.Codes.Rules(code))
            {
                reader ??= new AnswerReader(analyzer.Program, new BuiltRows(rows!, [], []), evaluator!, situation.Matter, counts);
                if (reader.Bounds(rule, row) == Truth.Open)
                    certainty = Math.Max(certainty, reader.Read([rule], [row]).Kind == AnswerKind.Unsettled ? 2 : 1);
            }
        }
        return certainties[(space.Kind(c), status)] = certainty;
    }

    private IEnumerable<string> Codes() =>
        analyzer.Codes.Reported.Where(k =>
            !k.StartsWith("REFER.", StringComparison.Ordinal) && k is not ("DET.BOND" or "DET.FORUM" or "DEP.AF")
        );

    /// <summary>The answer of a code over the statuses that the person may have.</summary>
    private Truth Supposed(string code, int combination) =>
        situation.Supposed.Select(s => space.Answer(code, combination, s)).Aggregate(Truth.No, Kleene.Or);

    private SwitchedOff[] Off(int c) =>
        [.. Codes().Where(k => Supposed(k, origin) != Truth.No && Supposed(k, c) == Truth.No).Select(k => Line(k, c))];

    /// <summary>The line that makes the code no in the alternative: of the rule that gave it in the reference.</summary>
    private SwitchedOff Line(string code, int c)
    {
        if (lines.TryGetValue((code, c), out var known))
            return known;
        return lines[(code, c)] = Find(code, c);
    }

    private SwitchedOff Find(string code, int c)
    {
        var status = situation.Supposed.First(s => space.Answer(code, origin, s) != Truth.No);
        foreach (var rule in analyzer.Codes.Rules(code))
        {
            var register = analyzer.Program.RegisterOf(rule, Burden.Shown);
            var slots = rule.About == Level.Case ? 1 : rows!.Slots;
            for (var slot = 0; slot < slots; slot++)
            {
                if (evaluator!.Answer(register, rowOf[origin] + status, slot) == Truth.No)
                    continue;
                // What a count is by itself is traced once for each of its options.
                var list = Array.IndexOf(situation.Slots, slot);
                var option = list < 0 ? -1 : space.Combinations[c][list];
                var ownOnly = rule.About == Level.Count && coordinates.IsOfOneCount(rule);
                if (ownOnly && ofOption.TryGetValue((code, slot, option), out var same))
                    return same;
                var trace = new Tracer(rows!, rowOf[c] + status).Explain(rule, Burden.Shown, rule.About == Level.Case ? -1 : slot);
                var decisive = why.Decisive(trace);
                // The line that the reference met and the alternative does not: a verdict if there is one.
                var line =
                    decisive.FirstOrDefault(d => d.Verdict is not null && d.Truth == Truth.No)
                    ?? decisive.FirstOrDefault(d => d.Truth == Truth.No)
                    ?? decisive.FirstOrDefault();
                var place = line?.Verdict?.At ?? line?.Rule?.At ?? rule.At;
                var because =
                    line?.Verdict?.Note is { Length: > 0 } note ? note
                    : line is null ? rule.Title
                    : $"{line.Text}: no{(line.Value.Length > 0 ? $" ({line.Value})" : "")}";
                var off = new SwitchedOff(code, rule.Id, rule.Cites[0], $"{place.File}:{place.Line}", because);
                if (ownOnly)
                    ofOption.TryAdd((code, slot, option), off);
                return off;
            }
        }
        var first = analyzer.Codes.Rules(code)[0];
        return new SwitchedOff(code, first.Id, first.Cites[0], $"{first.At.File}:{first.At.Line}", first.Title);
    }

    private string[] Reopened(int c) =>
        [
            .. analyzer.Codes.Reliefs.Where(k =>
                situation.Supposed.Any(s =>
                    State(origin, s, k) == ReliefState.Closed && State(c, s, k) is ReliefState.Open or ReliefState.Harmed
                )
            ),
        ];

    private ReliefState State(int c, int status, string code) =>
        space.Of(c, status).High.Relief.GetValueOrDefault(code, ReliefState.NotApplicable);

    private List<string> Cautions(IReadOnlyList<Candidate> chosen, int c, IReadOnlyList<CountInCase> counts)
    {
        var cautions = chosen.SelectMany(o => o.Cautions).Distinct(StringComparer.Ordinal).ToList();
        foreach (var leaf in chosen.Where(o => o.Track.Length == 0 && o.Leaf is not null).Select(o => o.Leaf!).Distinct())
        foreach (
            var left in situation
                .Options.SelectMany(o => o.Take(1))
                .SelectMany(o => o.Count.Charged?.Value.Leaves ?? [])
                .SelectMany(l => l.Page.SaferOptions)
                .Where(s => s.LeftOpen.Length > 0 && Named(s.Option, leaf))
                .Select(s => s.LeftOpen.TrimEnd('.'))
                .Distinct(StringComparer.Ordinal)
        )
            cautions.Add($"left open with {leaf.Citation}: {left}");
        var open = Codes().Where(k => situation.Supposed.Any(s => space.Answer(k, c, s) == Truth.Open)).ToArray();
        if (open.Length > 0)
            cautions.Add(
                $"not settled, or a fact is missing: {string.Join(", ", open.Take(8))}{(open.Length > 8 ? " and others" : "")}; the worst reading is shown"
            );
        if (
            chosen.Any(o =>
                o.Statement.Contains("not named", StringComparison.Ordinal) || o.Statement.Contains("silent", StringComparison.Ordinal)
            )
        )
            cautions.Add("a record that leaves it open helps against deportability only: for relief the person must prove it (Pereida)");
        if (LegalBarriers.StrikePrior(counts) is not null && chosen.Any(o => o.Count.Class.TryGet(out var k) && k == OffenseClass.Felony))
            cautions.Add("the earlier strike doubles the term and stands unless the court dismisses it (PC 667(e), (f), (g); Romero)");
        return cautions;
    }

    private static bool Named(string option, Offense leaf)
    {
        var text = option.Split([',', ' '], 3, StringSplitOptions.RemoveEmptyEntries);
        return text.Length >= 2 && Citation.TryParse($"{text[0]} {text[1]}", out var citation, out _) && leaf.IsUnder(citation);
    }

    private static string[] Concessions(IReadOnlyList<string> lighter) =>
        [
            .. lighter.Select(l =>
                l.Contains(" -", StringComparison.Ordinal) && !l.Contains("->", StringComparison.Ordinal)
                    ? $"{l[..l.IndexOf(" -", StringComparison.Ordinal)]}: up to {l[(l.IndexOf(" -", StringComparison.Ordinal) + 2)..]} more would equal the citizen's offer"
                    : $"not made up by days: {l}"
            ),
        ];

    private List<StatusChoice> Choices((int Combination, int Effort)[] items, int[] ins, Dictionary<int, string> ids, int at)
    {
        if (ins.Length == 0)
            return [];
        var bestOf = situation.Supposed.ToDictionary(
            s => s,
            s => ins.Select(i => space.Tier(items[i].Combination, s).End).Aggregate(Tier.Milder)
        );
        StatusChoice Choice(int i)
        {
            var c = items[i].Combination;
            var ends = situation.Supposed.Select(s => (Status: s, space.Tier(c, s).End)).ToArray();
            return new StatusChoice(
                ids[i],
                ends.Select(e => e.End).Aggregate(Tier.Worse),
                ends.Count(e => e.End > Tier.T1 && e.End > situation.Start[e.Status]),
                [.. ends.Select(e => (situation.Statuses[e.Status], e.End.StepsAbove(bestOf[e.Status])))]
            );
        }
        var chosen = ins.Where(ids.ContainsKey)
            .Select(Choice)
            .OrderBy(c => c.Worst)
            .ThenBy(c => c.Harmed)
            .ThenBy(c => c.Regret.Count(r => r.Than != "same"))
            .Take(5)
            .ToList();
        if (ids.ContainsKey(at) && !chosen.Exists(c => c.Id == "reference"))
            chosen.Add(Choice(at));
        return chosen;
    }

    /// <summary>The reference again with each prior vacated on a legal defect.</summary>
    private List<VacaturEffect> Vacatur()
    {
        var found = new List<VacaturEffect>();
        var priors = situation.Matter.Priors;
        for (var p = 0; p < priors.Count; p++)
        {
            if (priors[p].Outcome.TryGet(out var o) && o is not (Outcome.Plea or Outcome.Verdict or Outcome.DeferredEntry))
                continue;
            var order = new ReliefOrder(Known.Value("PC 1473.7(a)(1)"), Known.Value(DateOrRange.On(situation.AsOf)));
            var items = priors.Select(
                (x, k) => k == p ? x with { Relief = new Listed<ReliefOrder>([.. x.Relief, order], x.Relief.IsOpen, default) } : x
            );
            var without = situation.Matter with { Priors = new Listed<Prior>(items.ToValueList(), priors.IsOpen, priors.Place) };
            var counts = CountReader.Read(without, analyzer.Resolver, situation.AsOf);
            var (reader, after) = CollateralReader.OfRecord(analyzer, without, counts, situation.AsOf, situation.Forum, situation.Statuses);
            var changed = situation
                .Supposed.Where(s => Dominance.Of(after[s].High, space.Of(origin, s).High) != Comparison.Equal)
                .ToArray();
            if (changed.Length == 0)
                continue;
            var gone = Codes()
                .Where(k => Supposed(k, origin) != Truth.No && situation.Supposed.All(s => reader.Answer(k, s) == Truth.No))
                .ToArray();
            found.Add(
                new VacaturEffect(
                    $"priors[{p}]",
                    counts[p].Offense.Name,
                    situation.Supposed.Select(s => space.Tier(origin, s).End).Aggregate(Tier.Worse),
                    situation.Supposed.Select(s => after[s].End).Aggregate(Tier.Worse),
                    gone
                )
            );
        }
        return found;
    }

    private Parity ParityOf(Alternative reference, Alternative? best)
    {
        var excess = Words(reference);
        var vector = reference.Collateral.Vector;
        var severe = new List<string>();
        if (vector.Removal >= 3)
            severe.Add("removal from the country");
        if (vector.Custody >= CustodyLevel.B3)
            severe.Add("detention without bond while that is decided");
        if (vector.Permanence == 3)
            severe.Add("bars without end");
        var ordered = reference.Direct.Ordered;
        return new Parity(
            reference,
            best,
            excess,
            best is null ? excess : Words(best),
            best?.Band.Lighter ?? [],
            severe.Count == 0
                ? "No consequence is found that is graver in kind than the punishment itself."
                : $"Beside {ordered} of custody stand{(severe.Count == 1 ? "s" : "")} {string.Join(", ", severe)}: graver in kind than the punishment itself. This is a comparison, not a price in days."
        );
    }

    private static string[] Words(Alternative a)
    {
        var v = a.Collateral.Vector;
        var words = new List<string>();
        if (v.Removal > 0)
            words.Add(
                v.Removal switch
                {
                    4 => "removable for an aggravated felony",
                    3 => "removable on a criminal ground",
                    2 => "removable apart from any crime",
                    _ => "inadmissible: travel or an application would expose the person",
                }
            );
        if (v.Custody >= CustodyLevel.B2)
            words.Add(v.Custody == CustodyLevel.B2 ? "bond depends on the forum" : "detention without bond");
        var closed = v.Relief.Where(r => r.Value == ReliefState.Closed).Select(r => r.Key).ToArray();
        if (closed.Length > 0)
            words.Add($"relief closed: {string.Join(", ", closed)}");
        if (v.Permanence > 0)
            words.Add(v.Permanence == 3 ? "a permanent bar" : "a delay");
        return [.. words];
    }
}
