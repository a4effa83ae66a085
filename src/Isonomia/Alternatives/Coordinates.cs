using Isonomia.Analysis;
using Isonomia.Law;

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
/// <param name="Register">The register.</param>
/// <param name="Push">Which way it pushes; both ways: only equal answers may be exchanged.</param>
/// <param name="Any">It is asked only whether any count has it; else each count's own answer matters (groups, two or more, totals).</param>
internal sealed record Coordinate(int Register, Push Push, bool Any);

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

    public Coordinates(Analyzer analyzer)
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
        var codes = analyzer.Codes;
        // What the collateral vector reads (CollateralBuilder); EXP.ARREST is left out, because F1 and F0 compare alike.
        string[] read = ["DET.MAND.1226c", "DET.MAND.RILEY", "DET.FORUM", "EXP.TRAVEL", "EXP.ADMINREMOVAL", "EXP.TRANSFER", "EXP.NOTIFY"];
        foreach (var rule in codes.Reported.Where(c => CodeTable.IsGround(c) || Array.IndexOf(read, c) >= 0).SelectMany(codes.Rules))
            Output(rule, Push.Worse);
        foreach (var code in codes.Reliefs)
        {
            foreach (var state in new[] { "closed", "permanent", "harmed", "delayed" })
            foreach (var rule in codes.Relief(code, state))
                Output(rule, Push.Worse);
            foreach (var rule in codes.Relief(code, "applies"))
                // A relief that does not apply counts like one that is closed: yes can only be better.
                Output(rule, Push.Better);
        }
        foreach (var rule in law.Rules.Where(r => r.Title.StartsWith("inadmissibility offense:", StringComparison.Ordinal)))
            Output(rule, Push.Worse);
        string[] bars = ["offense that bars good moral character", "gambling offense", "impaired-driving conviction"];
        // The end of a bar to naturalization is better known than not: it can push either way.
        foreach (var rule in law.Rules.Where(r => Array.IndexOf(bars, r.Title) >= 0 && r.About == Level.Count))
            Output(rule, Push.Worse | Push.Better);
        Registers = [.. found.Select(f => new Coordinate(f.Key.Register, f.Value, f.Key.Any)).OrderBy(c => c.Register)];
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
