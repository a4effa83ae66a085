using System.Diagnostics;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Bench;

/// <summary>The whole law over generated rows: what a caseload will cost.</summary>
internal static class ColumnBench
{
    private const int Slots = 3;

    public static void Run(Report report, Effort effort, LawProgram program)
    {
        report.Section("The whole law over rows, one core");
        var law = program.Law;
        var wanted = law.Rules.Where(r => r.Code.Length > 0).Select(r => program.RegisterOf(r, Burden.Shown)).Distinct().ToArray();
        foreach (var rows in new[] { 64, 1024, 4096 })
        {
            var set = Rows(law, rows, _ => true);
            Time(report, effort, program, wanted, set, $"every fact varies, {rows} persons of {Slots} counts");
        }
        string[] few =
        [
            "status",
            "offense",
            "class",
            "imposed term",
            "maximum term",
            "conviction date",
            "offense after admission",
            "victim on the record",
            "federally listed substance on the record",
            "outcome",
        ];
        var worlds = Rows(law, 4096, f => few.Contains(f.Name, StringComparer.Ordinal));
        Time(report, effort, program, wanted, worlds, $"{few.Length} facts vary, 4096 persons of {Slots} counts");
        var one = Rows(law, 64, _ => true);
        var outline = Measure.Warm(
            () =>
            {
                foreach (var rule in law.Rules.Where(r => r.Code.Length > 0))
                    new Tracer(one, 7).Explain(rule, Burden.Shown, rule.About == Level.Case ? -1 : 0);
            },
            effort,
            5
        );
        report.Time("the outline walk, for comparison, a count", outline.Per(Slots));
        report.Note(
            $"{wanted.Length} reported rules of {program.Registers.Count} registers; unknowns kept (one fact in five is not known); a time is that of one count of one person."
        );
        ByOperation(report, program, Rows(law, 4096, _ => true));
    }

    private static void Time(Report report, Effort effort, LawProgram program, int[] wanted, RowSet set, string name)
    {
        report.Time(
            $"{name}, a count",
            Measure.Warm(() => Evaluate(program, wanted, set), effort, 5).Per((double)set.Rows * set.Slots),
            40
        );
    }

    private static void Evaluate(LawProgram program, int[] wanted, RowSet set)
    {
        var evaluator = new Evaluator(program, set);
        foreach (var register in wanted)
            evaluator.Answer(register, 0);
    }

    /// <summary>Registers read earlier ones only: asked for in their order, each is computed alone, and its time is its operation's.</summary>
    private static void ByOperation(Report report, LawProgram program, RowSet set)
    {
        var spent = new Dictionary<string, (double Nanoseconds, int Registers)>(StringComparer.Ordinal);
        for (var run = 0; run < 8; run++)
        {
            spent.Clear();
            var evaluator = new Evaluator(program, set);
            for (var i = 0; i < program.Registers.Count; i++)
            {
                var register = program.Registers[i];
                var start = Stopwatch.GetTimestamp();
                evaluator.Answer(i, 0);
                var took = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
                var name =
                    register.Op != Op.Test ? register.Op.ToString()
                    : register.Condition is { } condition
                        ? $"{condition.GetType().Name}{(register.Level == Level.Case ? " of the case" : "")}"
                    : "given";
                var (before, many) = spent.GetValueOrDefault(name);
                spent[name] = (before + took, many + 1);
            }
        }
        var total = spent.Values.Sum(s => s.Nanoseconds);
        report.Note(
            "where the time goes, all registers: "
                + string.Join(
                    ", ",
                    spent
                        .OrderByDescending(s => s.Value.Nanoseconds)
                        .Select(s =>
                            $"{s.Key} {s.Value.Nanoseconds / total:P0} ({s.Value.Registers} registers, {Report.Words(s.Value.Nanoseconds / s.Value.Registers / set.Rows)} each a person)"
                        )
                )
                + "."
        );
    }

    private static RowSet Rows(Lawbook law, int rows, Func<Fact, bool> varies)
    {
        var random = new Random(1);
        var set = new RowSet(law, rows, Slots);
        foreach (var fact in law.Vocabulary.Facts)
        {
            if (fact.Kind is FactKind.Match or FactKind.Question)
                continue;
            for (var slot = 0; slot < (fact.About == Level.Case ? 1 : Slots); slot++)
            {
                if (fact.Name is "as-of date" or "forum" || !varies(fact))
                {
                    var value = fact.Name switch
                    {
                        "as-of date" => Value.Date(Cases.Today),
                        "forum" => Value.Mask(1),
                        _ => Any(law, fact, slot, random),
                    };
                    if (fact.About == Level.Case)
                        set.Set(fact, value);
                    else
                        set.Set(fact, slot, value);
                    continue;
                }
                var values = new Value[rows];
                for (var row = 0; row < rows; row++)
                    values[row] = Any(law, fact, slot, random);
                set.SetRows(fact, slot, values);
            }
        }
        foreach (var question in law.Questions)
            set.Set(question.Fact, Value.Mask(question.ReadingsOpen("ninth circuit", Cases.Today)));
        return set;
    }

    private static Value Any(Lawbook law, Fact fact, int slot, Random random)
    {
        if (fact.Name is not "offense" and not "charged offense" && random.Next(5) == 0)
            return fact.OfRecord && fact.Kind == FactKind.YesNo ? Value.SilentFlag : Value.Unknown;
        switch (fact.Kind)
        {
            case FactKind.YesNo:
                return Value.Of(random.Next(3) == 0);
            case FactKind.OneOf:
                return Value.Mask(1L << random.Next(fact.Names.Count));
            case FactKind.Number:
                return Value.Number(
                    random.Next(
                        fact.Unit == "days" ? 800
                        : fact.Unit == "dollars" ? 20_000
                        : 60
                    )
                );
            case FactKind.Span:
                return Value.Number((random.Next(240) * 32) + random.Next(31));
            case FactKind.Date:
                return Value.Date(new LocalDate(1997, 1, 1).PlusDays(random.Next(10_800)));
            case FactKind.Group:
                return Value.Group(slot, slot);
            case FactKind.Citation when fact.Name is "offense" or "charged offense":
            {
                var leaf = law.Offenses[random.Next(law.Offenses.Count)];
                return new Value(ValueState.Known, 0, 0, new OffenseValue(leaf.Citation, [leaf], false));
            }
            default:
                return Value.Cites(Citation.Parse("PC 1000"));
        }
    }
}
