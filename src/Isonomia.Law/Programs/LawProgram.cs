using System.Collections.Immutable;

namespace Isonomia.Law;

/// <summary>What a register does.</summary>
public enum Op
{
    /// <summary>Always yes.</summary>
    Yes,

    /// <summary>Always no.</summary>
    No,

    /// <summary>A test of one fact.</summary>
    Test,

    /// <summary>A match: the verdict of the offense, by its page.</summary>
    Match,

    /// <summary>All inputs.</summary>
    And,

    /// <summary>Any input.</summary>
    Or,

    /// <summary>Not.</summary>
    Not,

    /// <summary>At least n counts, or groups of counts.</summary>
    Count,

    /// <summary>A total over counts.</summary>
    Total,

    /// <summary>The version that the date picks.</summary>
    Pick,
}

/// <summary>One register of the program: a (rule, burden), a distinct test, or a word operation over other registers.</summary>
/// <param name="Op">What it does.</param>
/// <param name="Level">One value a row, or one a row and slot.</param>
/// <param name="Ordinal">Position among the registers of its level.</param>
/// <param name="Inputs">Registers it reads.</param>
/// <param name="Burden">Who profits from a silent record.</param>
/// <param name="Condition">The page's line, for tests, counts and totals.</param>
/// <param name="Id">Fact (or given rule) that a test reads.</param>
/// <param name="OfRecord">The test reads the record.</param>
/// <param name="Rule">The rule whose answer this is, for picks.</param>
public sealed record Register(
    Op Op,
    Level Level,
    int Ordinal,
    ImmutableArray<int> Inputs,
    Burden Burden,
    Condition? Condition,
    int Id,
    bool OfRecord,
    Rule? Rule
);

/// <summary>The law flattened: each distinct test once, shared results computed once, what silence means already folded in.</summary>
public sealed class LawProgram
{
    private readonly Lawbook law;
    private readonly HashSet<Rule> given;
    private readonly List<Register> registers = [];
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);

    /// <summary>Registers of rules and of matches by index and burden, and one more; zero while there is none.</summary>
    private readonly int[] rules;
    private readonly int[] matches;
    private readonly Dictionary<(Verdict, Burden), int> verdicts = [];
    private readonly int[] ordinals = new int[2];
    private readonly Lazy<Reach> reach;
    private readonly Lazy<int[][]> tests;
    private readonly Fact offense;
    private readonly Fact chargedOffense;

    /// <summary>Set when flattening ends: from then on evaluators rely on the registers, and no other may come.</summary>
    private bool complete;

    /// <summary>The whole law.</summary>
    public LawProgram(Lawbook law)
        : this(law, [])
    {
        foreach (var rule in law.Rules)
        {
            RegisterOf(rule, Burden.Shown);
            RegisterOf(rule, Burden.Possible);
        }
        foreach (var match in law.Vocabulary.Matches)
        {
            MatchRegister(match, Burden.Shown);
            MatchRegister(match, Burden.Possible);
        }
        foreach (var verdict in law.Offenses.SelectMany(o => o.Verdicts.SelectMany(v => v)).Where(v => v.Test is not null).Distinct())
        {
            VerdictRegister(verdict, Burden.Shown);
            VerdictRegister(verdict, Burden.Possible);
        }
        complete = true;
    }

    private LawProgram(Lawbook law, IEnumerable<Rule> given)
    {
        this.law = law;
        rules = new int[2 * law.Rules.Count];
        matches = new int[2 * law.Vocabulary.Facts.Count];
        this.given = [.. given];
        reach = new(() => new Reach(this));
        tests = new(TestsByFact);
        offense = law.Vocabulary["offense"];
        chargedOffense = law.Vocabulary.Find("charged offense") ?? offense;
    }

    /// <summary>One rule or match, with some rules given and not run: for worked examples.</summary>
    public static LawProgram For(Lawbook law, Rule? rule, Fact? match, IEnumerable<Rule> given)
    {
        var program = new LawProgram(law, given);
        foreach (var burden in new[] { Burden.Shown, Burden.Possible })
        {
            if (rule is not null)
                program.Top(rule, burden);
            if (match is not null)
                program.MatchRegister(match, burden);
        }
        foreach (var verdict in law.Offenses.SelectMany(o => o.Verdicts.SelectMany(v => v)).Where(v => v.Test is not null).Distinct())
        {
            program.VerdictRegister(verdict, Burden.Shown);
            program.VerdictRegister(verdict, Burden.Possible);
        }
        program.complete = true;
        return program;
    }

    /// <summary>The law book.</summary>
    public Lawbook Law => law;

    /// <summary>All registers; each reads only earlier ones, but for matches, which read their verdicts' tests.</summary>
    public IReadOnlyList<Register> Registers => registers;

    /// <summary>What each register reads; found when worlds are first run.</summary>
    internal Reach Reach => reach.Value;

    /// <summary>Does a register read a fact, itself or through others?</summary>
    public bool Reads(int register, Fact fact) => Reach.Reads(register, fact);

    /// <summary>Does a register read the register of a test, itself or through others?</summary>
    public bool ReadsTest(int register, int test) => Reach.ReadsTest(register, test);

    /// <summary>The registers that test a fact, in order.</summary>
    public IReadOnlyList<int> TestsOf(Fact fact) => tests.Value[fact.Index];

    private int[][] TestsByFact()
    {
        var found = new List<int>[law.Vocabulary.Facts.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = [];
        for (var register = 0; register < registers.Count; register++)
            if (registers[register] is { Op: Op.Test } test && test.Id < found.Length)
                found[test.Id].Add(register);
        return Array.ConvertAll(found, f => f.ToArray());
    }

    /// <summary>The registers of verdicts' tests.</summary>
    internal IEnumerable<(Verdict Verdict, Burden Burden, int Register)> Verdicts =>
        verdicts.Select(v => (v.Key.Item1, v.Key.Item2, v.Value));

    /// <summary>The offense whose verdicts a match reads: that of the count, or that of its charge.</summary>
    internal Fact OffenseOf(Fact match) => match.Name == "Laken Riley charge" ? chargedOffense : offense;

    /// <summary>How many registers a level has.</summary>
    public int CountOf(Level level) => ordinals[(int)level];

    /// <summary>The register of a rule under a burden.</summary>
    public int RegisterOf(Rule rule, Burden burden)
    {
        if (given.Count > 0 && given.Contains(rule))
            return Add(
                $"given {rule.Index} {burden}",
                new Register(Op.Test, rule.About, 0, [], burden, null, law.Vocabulary.Facts.Count + rule.Index, true, rule)
            );
        burden = Tests.Under(rule, burden);
        return rules[(2 * rule.Index) + (int)burden] is > 0 and var known ? known - 1 : Top(rule, burden);
    }

    /// <summary>The register of a match under a burden.</summary>
    public int MatchRegister(Fact match, Burden burden)
    {
        var at = (2 * match.Index) + (int)burden;
        if (matches[at] == 0)
            matches[at] =
                Add($"match {match.Index} {burden}", new Register(Op.Match, Level.Count, 0, [], burden, null, match.Index, true, null)) + 1;
        return matches[at] - 1;
    }

    /// <summary>The register of a verdict's test under a burden.</summary>
    public int VerdictRegister(Verdict verdict, Burden burden)
    {
        if (verdicts.TryGetValue((verdict, burden), out var known))
            return known;
        var register = Flatten(verdict.Test!, burden);
        verdicts.Add((verdict, burden), register);
        return register;
    }

    private int Top(Rule rule, Burden burden)
    {
        burden = Tests.Under(rule, burden);
        if (rules[(2 * rule.Index) + (int)burden] is > 0 and var known)
            return known - 1;
        var inputs = new List<int>(rule.Versions.Count);
        foreach (var version in rule.Versions)
        {
            var holds = version.NoSuchRule ? Constant(false) : Flatten(version.When!, burden);
            if (version.Unless is not null)
                holds = Fold(Op.And, [holds, Not(Flatten(version.Unless, Tests.Turn(burden)))]);
            inputs.Add(holds);
        }
        var register = Add(
            $"rule {rule.Index} {burden}",
            new Register(Op.Pick, rule.About, 0, [.. inputs], burden, null, -1, rule.ReadsRecord, rule)
        );
        rules[(2 * rule.Index) + (int)burden] = register + 1;
        return register;
    }

    private int Flatten(Condition node, Burden burden)
    {
        var turned = Tests.Turn(burden);
        switch (node)
        {
            case AllOf all:
                return Fold(Op.And, all.Items.Select(i => Flatten(i, burden)).ToArray());
            case AnyOf any:
                return Fold(Op.Or, any.Items.Select(i => Flatten(i, burden)).ToArray());
            case NoneOf none:
                return Not(Fold(Op.Or, none.Items.Select(i => Flatten(i, turned)).ToArray()));
            case Negation not:
                return Not(Flatten(not.Item, turned));
            case RuleTest test:
                return RegisterOf(test.Rule, burden);
            case CountTest count:
            {
                var with = count.With is null ? Constant(true) : Flatten(count.With, burden);
                return Add(
                    $"count {count.Least} {count.Group?.Index} {with}",
                    new Register(Op.Count, Level.Case, 0, [with], burden, count, count.Group?.Index ?? -1, false, null)
                );
            }
            case TotalTest total:
            {
                var with = total.With is null ? Constant(true) : Flatten(total.With, burden);
                return Add(
                    $"total {total.Fact.Index} {total.Sign} {total.Bound} {with}",
                    new Register(Op.Total, Level.Case, 0, [with], burden, total, total.Fact.Index, false, null)
                );
            }
            case FlagTest { Fact.Kind: FactKind.Match } match:
                return MatchRegister(match.Fact, burden);
            default:
            {
                var fact = Tests.FactOf(node);
                // A test of what is not on the record is one register under either burden.
                var key = $"test {Key(node)} {(fact.OfRecord ? burden.ToString() : "")}";
                return Add(key, new Register(Op.Test, fact.About, 0, [], burden, node, fact.Index, fact.OfRecord, null));
            }
        }
    }

    private static string Key(Condition node) =>
        node switch
        {
            FlagTest t => $"{t.Fact.Index}",
            NameTest t => $"{t.Fact.Index} is {t.Mask}",
            NumberTest t => $"{t.Fact.Index} {t.Sign} {t.Bound}",
            CitationTest t => $"{t.Fact.Index} cites {string.Join('|', t.Citations)}",
            _ => throw new InvalidOperationException(),
        };

    private int Constant(bool yes) =>
        Add(yes ? "yes" : "no", new Register(yes ? Op.Yes : Op.No, Level.Case, 0, [], Burden.Shown, null, -1, false, null));

    private int Not(int x) => Add($"not {x}", new Register(Op.Not, registers[x].Level, 0, [x], Burden.Shown, null, -1, false, null));

    private int Fold(Op op, int[] inputs)
    {
        inputs = inputs.Distinct().ToArray();
        if (inputs.Length == 1)
            return inputs[0];
        var level = Array.Exists(inputs, i => registers[i].Level == Level.Count) ? Level.Count : Level.Case;
        return Add($"{op} {string.Join(' ', inputs)}", new Register(op, level, 0, [.. inputs], Burden.Shown, null, -1, false, null));
    }

    private int Add(string key, Register register)
    {
        if (index.TryGetValue(key, out var known))
            return known;
        if (complete)
            throw new InvalidOperationException($"the program is complete and has no register \"{key}\"");
        registers.Add(register with { Ordinal = ordinals[(int)register.Level]++ });
        index.Add(key, registers.Count - 1);
        return registers.Count - 1;
    }
}
