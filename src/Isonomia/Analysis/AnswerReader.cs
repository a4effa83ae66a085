using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>
/// Reads an answer off the evaluated rows: over all statuses that are possible, over a person's counts where the rule is about counts, and over
/// the worlds of whatever is open.
/// </summary>
internal sealed class AnswerReader(
    LawProgram program,
    BuiltRows built,
    Evaluator evaluator,
    Matter matter,
    IReadOnlyList<CountInCase> counts
)
{
    private readonly Dictionary<(int Register, int Slot, int Row), Exploration> explored = [];
    private readonly Dictionary<(IReadOnlyList<Rule> Rules, IReadOnlyList<int> Rows), Reading> readings = [];
    private readonly AlikeRows alike = new(program, built.Rows, evaluator);
    private readonly Exploration[] decided =
    [
        Exploration.Decided(Truth.No),
        Exploration.Decided(Truth.Open),
        Exploration.Decided(Truth.Yes),
    ];

    /// <summary>What an answer is over some rows and slots.</summary>
    internal sealed record Reading(
        bool CanBeYes,
        bool CanBeNo,
        bool PlanYes,
        bool PlanNo,
        bool Unreviewed,
        bool Questions,
        bool OnlyNotInForce,
        IReadOnlyList<(int Row, int Slot, Exploration Exploration)> Parts
    )
    {
        public Truth Bounds =>
            !CanBeNo ? Truth.Yes
            : !CanBeYes ? Truth.No
            : Truth.Open;

        public AnswerKind Kind =>
            Bounds == Truth.Yes ? AnswerKind.Yes
            : Bounds == Truth.No ? AnswerKind.No
            : OnlyNotInForce ? AnswerKind.NotInForce
            : PlanYes && PlanNo ? AnswerKind.Depends
            : Unreviewed ? AnswerKind.Unreviewed
            : Questions ? AnswerKind.Unsettled
            : AnswerKind.Depends;
    }

    private readonly Dictionary<int, Tracer> tracers = [];

    /// <summary>What decides the outlines of this assessment.</summary>
    public Reasons Why { get; } = new();

    /// <summary>The tracer of a row: outlines that several answers share are walked once.</summary>
    public Tracer TracerOf(int row)
    {
        if (!tracers.TryGetValue(row, out var tracer))
            // What no row can answer otherwise is walked once for all of them.
            tracers.Add(
                row,
                tracer =
                    row == 0
                        ? new Tracer(built.Rows, row)
                        : new Tracer(built.Rows, row, TracerOf(0), rule => alike.IsOne(program.RegisterOf(rule, Burden.Shown)))
            );
        return tracer;
    }

    /// <summary>The worlds of one register in one row and slot, computed once for all rows that it cannot tell apart.</summary>
    public Exploration Explore(int register, int slot, int row)
    {
        var truth = evaluator.Answer(register, row, Math.Max(slot, 0));
        if (truth != Truth.Open)
            return decided[(int)truth];
        row = alike.FirstLike(row, register);
        if (!explored.TryGetValue((register, slot, row), out var e))
            explored.Add((register, slot, row), e = Explorer.Explore(program, built.Rows, evaluator, row, register, slot));
        return e;
    }

    /// <summary>The register of a rule that is reported.</summary>
    public int RegisterOf(Rule rule) => program.RegisterOf(rule, Burden.Shown);

    /// <summary>Kleene's answer of a rule for the person in a row: for a rule about counts, of any count.</summary>
    public Truth Bounds(Rule rule, int row)
    {
        var register = RegisterOf(rule);
        if (rule.About == Level.Case)
            return evaluator.Answer(register, row);
        var any = Truth.No;
        for (var slot = 0; slot < counts.Count; slot++)
            any = Kleene.Or(any, evaluator.Answer(register, row, slot));
        return any;
    }

    /// <summary>Which counts carry the answer: those for which a rule about counts holds, or those that a rule about the person counts.</summary>
    public IReadOnlyList<int> Carriers(Rule rule, int row)
    {
        var register = RegisterOf(rule);
        if (rule.About == Level.Count)
            return Enumerable.Range(0, counts.Count).Where(s => evaluator.Answer(register, row, s) != Truth.No).ToArray();
        if (evaluator.Answer(register, row) == Truth.No)
            return [];
        // Rows that the rule cannot tell apart have the same counts.
        var trace = TracerOf(alike.FirstLike(row, register)).Explain(rule, Burden.Shown, -1);
        return trace.Truth == Truth.No
            ? []
            : Why.Decisive(trace).Where(t => t.Slot >= 0 && t.Truth != Truth.No).Select(t => t.Slot).Distinct().Order().ToArray();
    }

    /// <summary>The answer of some rules (one code) over rows, read once.</summary>
    public Reading Read(IReadOnlyList<Rule> rules, IReadOnlyList<int> rows)
    {
        if (!readings.TryGetValue((rules, rows), out var reading))
            readings.Add((rules, rows), reading = ReadNew(rules, rows));
        return reading;
    }

    private Reading ReadNew(IReadOnlyList<Rule> rules, IReadOnlyList<int> rows)
    {
        bool yes = false,
            no = false,
            planYes = false,
            planNo = false,
            unreviewed = false,
            questions = false;
        var parts = new List<(int, int, Exploration)>();
        foreach (var row in rows)
        {
            // For the person: yes if any rule or count says yes, no only if all say no.
            bool y = false,
                n = true,
                py = false,
                pn = true;
            foreach (var rule in rules)
            {
                var register = RegisterOf(rule);
                var (first, last) = rule.About == Level.Case ? (-1, -1) : (0, counts.Count - 1);
                for (var slot = first; slot <= last; slot++)
                {
                    var e = Explore(register, slot, row);
                    (y, n, py, pn) = (y | e.CanBeYes, n & e.CanBeNo, py | e.PlanCanBeYes, pn & e.PlanCanBeNo);
                    unreviewed |= e.UnreviewedMatters;
                    questions |= e.QuestionsMatter;
                    if (e.Bounds == Truth.Open)
                        parts.Add((row, slot, e));
                }
            }
            (yes, no, planYes, planNo) = (yes | y, no | n, planYes | py, planNo | pn);
        }
        var onlyNotInForce =
            parts.Count > 0 && parts.TrueForAll(p => p.Item3.NotInForce && p.Item3.Openings.All(o => o.Kind == OpeningKind.NotInForce));
        return new Reading(yes, no, planYes, planNo, unreviewed, questions, onlyNotInForce, parts);
    }

    /// <summary>Facts that settle an answer, with the status first where several are possible.</summary>
    public IReadOnlyList<Dependence> Dependences(Reading reading, IReadOnlyList<int> rows, Func<int, Truth> ofRow)
    {
        if (reading.Kind is AnswerKind.Yes or AnswerKind.No)
            return [];
        var found = new List<Dependence>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var partsOfRow = reading.Parts.CountBy(p => p.Row).ToDictionary();
        var byStatus = rows.Count > 1;
        if (byStatus)
            foreach (var row in rows)
                if (ofRow(row) is var truth and not Truth.Open && built.Keys[row].Status is { } status)
                {
                    var dependence = new Dependence([("person.status", Names.Camel(status))], truth);
                    known.Add($"{truth}\n{dependence.Facts[0]}");
                    found.Add(dependence);
                }
        foreach (var (row, slot, exploration) in reading.Parts)
        {
            foreach (var settling in exploration.Settlings)
            {
                // One count that says no settles nothing while another may say yes.
                if (settling.Then == Truth.No && partsOfRow[row] > 1)
                    continue;
                foreach (var facts in Spread(settling))
                {
                    var keyed = facts.Select(f => (Path(f.Opening), f.Word));
                    if (byStatus && built.Keys[row].Status is { } status)
                        keyed = keyed.Prepend(("person.status", Names.Camel(status)));
                    var dependence = new Dependence(keyed.ToArray(), settling.Then);
                    if (known.Add($"{dependence.Then}\n{string.Join('\n', dependence.Facts)}"))
                        found.Add(dependence);
                }
            }
        }
        return found.OrderByDescending(d => d.Then).ThenBy(d => d.Facts.Count).Take(24).ToArray();
    }

    /// <summary>A bin of several names is as many settling sets: each name is one that a person could tell.</summary>
    internal static IEnumerable<(Opening Opening, string Word)[]> Spread(Settling settling)
    {
        IEnumerable<(Opening, string)[]> all =
        [
            [],
        ];
        foreach (var (opening, bin) in settling.Facts)
            all = all.SelectMany(head => Words(opening, bin).Select(w => head.Append((opening, w)).ToArray()));
        return all.Take(24);
    }

    private static IReadOnlyList<string> Words(Opening opening, Bin bin)
    {
        // Facts that code reads from the substance stand in the case file as the substance itself.
        var yes = bin.Value == Value.Yes;
        return opening.Fact.Name switch
        {
            "federally listed substance on the record" => [yes ? "federallyControlled" : "notFederallyControlled"],
            "marijuana on the record" => [yes ? "marijuana" : "otherThanMarijuana"],
            "flunitrazepam on the record" => [yes ? "flunitrazepam" : "otherThanFlunitrazepam"],
            "marijuana for own use" => [yes ? "possess" : "otherThanPossess"],
            // Their keys hold a date, a sentence or an order, so that yes and no would say nothing.
            "convicted after admission" => [yes ? "a date before the conviction" : "a date after the conviction, or none"],
            "convicted before the latest admission" => [yes ? "a date after the conviction" : "a date before the conviction"],
            "applying for a benefit" => [yes ? "an application for admission, adjustment, a visa or TPS" : "no such application"],
            "supervision at decision" => [yes ? "one with supervision at the decision" : "one that is over at the decision"],
            "punishment or restraint ordered" => [yes ? "any punishment or restraint" : "none at all"],
            "vacated for a legal defect" => [yes ? "an order for a legal defect" : "no order for a legal defect"],
            "vacated on a defect found by statute" => [yes ? "an order under PC 1203.43 or PC 236.14" : "no such order"],
            "rehabilitative relief granted" => [yes ? "a dismissal or expungement" : "no dismissal or expungement"],
            "pardoned" => [yes ? "a full pardon" : "no pardon"],
            _ when opening.Fact.Kind == FactKind.Span => [.. bin.Words.Select(w => $"such that {opening.Fact.Name} is {w}")],
            _ => bin.Words,
        };
    }

    /// <summary>Where in the case file an opening is answered.</summary>
    public string Path(Opening opening)
    {
        var key = opening.Fact.Key;
        // The admission by which the person is present is given, and whether there was an earlier one is asked as the start of residence.
        if (opening.Fact.Name == "convicted after admission" && matter.Person.Admitted.IsValue)
            key = "person.continuousResidenceSince";
        if (opening.Slot < 0 || key.StartsWith("person.", StringComparison.Ordinal) || key is "asOf" or "forum")
            return key.Length > 0 ? key : opening.Fact.Name;
        var count = counts[opening.Slot];
        // The offense, its date, the incident and the allegations stand on the charge.
        var onCharge =
            key is "committed" or "incident" or "stage" or "booked" or "heldToAnswer" || key.StartsWith("facts.", StringComparison.Ordinal);
        return $"{(onCharge ? count.ChargePath : count.Path)}.{key}";
    }
}
