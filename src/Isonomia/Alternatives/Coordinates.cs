using System.Collections.Immutable;
using Isonomia.Analysis;
using Isonomia.Law;
using Isonomia.Severity;

namespace Isonomia.Alternatives;

/// <summary>Which way an answer of a count pushes the answers for the person.</summary>
[Flags]
internal enum Push
{
    /// <summary>It reaches none.</summary>
    None = 0,

    /// <summary>Yes can only make the person's consequences worse.</summary>
    Worse = 1,

    /// <summary>Yes can only make them better.</summary>
    Better = 2,
}

/// <summary>A register of a count through which the count reaches the answers for the person.</summary>
/// <param name="Registers">The register; several where a yes of one is as good as a yes of another (any aggravated felony).</param>
/// <param name="Push">Which way it pushes; both ways: only equal answers may be exchanged.</param>
/// <param name="Any">It is asked only whether any count has it; else each count's own answer matters (groups, two or more, totals).</param>
internal sealed record Coordinate(IReadOnlyList<int> Registers, Push Push, bool Any);

/// <summary>A total over counts that reaches the answers for the person.</summary>
/// <param name="Register">The total.</param>
/// <param name="With">What a count must be to be added.</param>
/// <param name="Fact">What is added.</param>
/// <param name="Bound">Beyond it more changes nothing.</param>
/// <param name="Push">Which way it pushes.</param>
/// <param name="Local">Whether a count is added by what it is itself; else each count's own amount is kept apart.</param>
internal sealed record TotalCoordinate(int Register, int With, Fact Fact, long Bound, Push Push, bool Local);

/// <summary>
/// The coordinates that couple counts: everything that the answers for the person read of a count. They are found by walking the flattened
/// program from its answers down to the counts, with the sign turned at each <c>not</c>.
/// </summary>
internal sealed class Coordinates
{
    private readonly LawProgram program;
    private readonly Dictionary<(int Register, bool Any), Push> found = [];
    private readonly Dictionary<int, Push> totals = [];
    private readonly Dictionary<(int Register, Push Push), bool> walked = [];
    private readonly Dictionary<int, bool> local = [];
    private readonly Dictionary<Fact, int[]> verdicts = [];

    /// <summary>The coordinates of everything that the collateral vector reads.</summary>
    public static Coordinates OfVector(Analyzer analyzer)
    {
        var (law, codes) = (analyzer.Law, analyzer.Codes);
        // What CollateralBuilder reads; EXP.ARREST is left out, because F1 and F0 compare alike.
        string[] read = ["DET.MAND.1226c", "DET.MAND.RILEY", "DET.FORUM", "EXP.TRAVEL", "EXP.ADMINREMOVAL", "EXP.TRANSFER", "EXP.NOTIFY"];
        return new Coordinates(
            analyzer,
            [
                .. codes
                    .Reported.Where(c => CodeTable.IsGround(c) || Array.IndexOf(read, c) >= 0)
                    .SelectMany(codes.Rules)
                    .Concat(codes.Reliefs.SelectMany(r => Closing.SelectMany(state => codes.Relief(r, state))))
                    .Concat(law.Rules.Where(r => r.Title.StartsWith("inadmissibility offense:", StringComparison.Ordinal)))
                    .Select(rule => (rule, Push.Worse)),
                // A relief that does not apply counts like one that is closed: yes can only be better.
                .. codes.Reliefs.SelectMany(r => codes.Relief(r, "applies")).Select(rule => (rule, Push.Better)),
            ]
        );
    }

    /// <summary>The coordinates of what keeps naturalization closed: read on the last day on which a bar can lapse.</summary>
    public static Coordinates OfNaturalization(Analyzer analyzer) =>
        new(analyzer, [.. analyzer.Codes.Relief("NATZ", "closed").Select(rule => (rule, Push.Worse))]);

    private static readonly ImmutableArray<string> Closing = ["closed", "permanent", "harmed", "delayed"];

    private Coordinates(Analyzer analyzer, IReadOnlyList<(Rule Rule, Push Push)> outputs)
    {
        program = analyzer.Program;
        var law = analyzer.Law;
        foreach (var match in law.Vocabulary.Matches)
        {
            var source = law.Vocabulary.MatchIndex(MatchReader.Source(law, match));
            verdicts.Add(
                match,
                [
                    .. law
                        .Offenses.SelectMany(o => o.Verdicts[source])
                        .Where(v => v.Test is not null)
                        .Distinct()
                        .SelectMany(v => new[] { program.VerdictRegister(v, Burden.Shown), program.VerdictRegister(v, Burden.Possible) })
                        .Distinct(),
                ]
            );
        }
        foreach (var (rule, push) in outputs)
            if (rule.About == Level.Case || !IsLocal(program.RegisterOf(rule, Burden.Shown)))
                Output(rule, push);
        // What is only asked whether any count has it, and of a kind with others, is one coordinate.
        var alone = outputs
            .Where(o => o.Rule.About == Level.Count && IsLocal(program.RegisterOf(o.Rule, Burden.Shown)))
            .Select(o => (Register: program.RegisterOf(o.Rule, Burden.Shown), o.Push, Group: GroupOf(o.Rule)))
            .Where(o => (found.GetValueOrDefault((o.Register, true)) & o.Push) != o.Push)
            .ToLookup(o => (o.Group, o.Push), o => o.Register);
        Registers =
        [
            .. found.Select(f => new Coordinate([f.Key.Register], f.Value, f.Key.Any)).OrderBy(c => c.Registers[0]),
            .. alone.Select(g => new Coordinate([.. g.Distinct()], g.Key.Push, true)),
        ];
        Totals =
        [
            .. totals
                .OrderBy(t => t.Key)
                .Select(t =>
                {
                    var r = program.Registers[t.Key];
                    var test = (TotalTest)r.Condition!;
                    return new TotalCoordinate(
                        t.Key,
                        r.Inputs[0],
                        test.Fact,
                        test.Sign == Sign.More ? test.Bound + 1 : test.Bound,
                        t.Value,
                        IsLocal(r.Inputs[0])
                    );
                }),
        ];
    }

    /// <summary>Registers of a count that matter to the person.</summary>
    public IReadOnlyList<Coordinate> Registers { get; }

    /// <summary>Totals that matter to the person.</summary>
    public IReadOnlyList<TotalCoordinate> Totals { get; }

    /// <summary>A rule about a count that reads nothing of other counts.</summary>
    public bool IsOfOneCount(Rule rule) => IsLocal(program.RegisterOf(rule, Burden.Shown));

    /// <summary>The facts that some rules read, through every register below them.</summary>
    public IReadOnlySet<Fact> Reads(IEnumerable<Rule> rules)
    {
        var facts = new HashSet<Fact>();
        var seen = new HashSet<int>();
        var next = new Stack<int>(rules.Select(r => program.RegisterOf(r, Burden.Shown)));
        var all = program.Law.Vocabulary.Facts;
        while (next.TryPop(out var register))
        {
            if (!seen.Add(register))
                continue;
            var r = program.Registers[register];
            switch (r.Op)
            {
                case Op.Test when r.Id < all.Count:
                    facts.Add(all[r.Id]);
                    break;
                case Op.Total:
                    facts.Add(((TotalTest)r.Condition!).Fact);
                    break;
                case Op.Count when ((CountTest)r.Condition!).Group is { } group:
                    facts.Add(group);
                    break;
                case Op.Pick when r.Rule!.Versions.Count > 0:
                    facts.Add(r.Rule.Versions[0].By);
                    break;
                case Op.Match:
                    facts.UnionWith([program.Law.Vocabulary["offense"], .. program.Law.VerdictDates]);
                    if (program.Law.Vocabulary.Find("charged offense") is { } charged)
                        facts.Add(charged);
                    foreach (var test in verdicts[all[r.Id]])
                        next.Push(test);
                    break;
            }
            foreach (var input in r.Inputs)
                next.Push(input);
        }
        return facts;
    }

    /// <summary>Some answer looks from one count to another in a way that no coordinate holds: then no count may be pruned by itself.</summary>
    public bool LooksAcross { get; private set; }

    private void Output(Rule rule, Push push)
    {
        var register = program.RegisterOf(rule, Burden.Shown);
        if (rule.About == Level.Count)
            Reach(register, push, any: true);
        else
            Walk(register, push);
    }

    /// <summary>Rules that the vector reads alike: of one group of grounds, or closing one relief.</summary>
    private static string GroupOf(Rule rule) =>
        rule.Code.Length == 0 ? rule.Title
        : rule.State is "closed" or "permanent" && rule.Code != "NATZ" ? $"{rule.Code} closed"
        : rule.State.Length > 0 ? $"{rule.Code} {rule.State}"
        : CodeTable.IsGround(rule.Code) ? CollateralBuilder.GroupOf(rule.Code)
        : rule.Code;

    private static Push Turn(Push push) =>
        push switch
        {
            Push.Worse => Push.Better,
            Push.Better => Push.Worse,
            _ => push,
        };

    /// <summary>A register of the person: down through its inputs to what it asks of counts.</summary>
    private void Walk(int register, Push push)
    {
        if (!walked.TryAdd((register, push), true))
            return;
        var r = program.Registers[register];
        switch (r.Op)
        {
            case Op.Count:
                var test = (CountTest)r.Condition!;
                Reach(r.Inputs[0], push, any: test.Group is null && test.Least == 1);
                break;
            case Op.Total:
                totals[register] = totals.GetValueOrDefault(register) | push;
                // The total itself holds what a count adds to it; only where that depends on other counts are its parts kept.
                if (!IsLocal(r.Inputs[0]))
                    Reach(r.Inputs[0], push, any: false);
                break;
            // The fold takes supervision to do harm only.
            case Op.Test
                when push != Push.Worse && program.Law.Vocabulary.Facts.ElementAtOrDefault(r.Id)?.Name == "supervision at decision":
                LooksAcross = true;
                break;
            default:
                foreach (var input in r.Inputs)
                    Walk(input, r.Op == Op.Not ? Turn(push) : push);
                break;
        }
    }

    /// <summary>A register of a count that is asked for: if it reads its own count alone it is a coordinate, else its parts are.</summary>
    private void Reach(int register, Push push, bool any)
    {
        if (program.Registers[register].Level == Level.Case)
        {
            Walk(register, push);
            return;
        }
        if (IsLocal(register))
        {
            var key = (register, any);
            found[key] = found.GetValueOrDefault(key) | push;
            return;
        }
        // It reads the person, who is made of all counts: each count's own parts are kept apart.
        if (!walked.TryAdd((register, push | (Push)4), true))
            return;
        var r = program.Registers[register];
        if (r.Op == Op.Match)
        {
            LooksAcross = true;
            return;
        }
        foreach (var input in r.Inputs)
            Reach(input, r.Op == Op.Not ? Turn(push) : push, any: false);
    }

    /// <summary>True if the register reads nothing of other counts.</summary>
    private bool IsLocal(int register)
    {
        if (local.TryGetValue(register, out var known))
            return known;
        var r = program.Registers[register];
        var answer = r.Op switch
        {
            Op.Count or Op.Total => false,
            Op.Test => NotAcross(program.Law.Vocabulary.Facts.ElementAtOrDefault(r.Id)),
            Op.Match => Array.TrueForAll(verdicts[program.Law.Vocabulary.Facts[r.Id]], IsLocal),
            _ => r.Inputs.All(IsLocal),
        };
        local[register] = answer;
        return answer;
    }

    private bool NotAcross(Fact? fact)
    {
        if (fact?.Name == "time since an earlier count under the same section")
            LooksAcross = true;
        return fact?.Name != "supervision at decision";
    }
}
