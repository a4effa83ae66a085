namespace Isonomia.Law;

/// <summary>What the readers made of a worked example.</summary>
/// <param name="Example">The example.</param>
/// <param name="ByColumns">What the evaluator says.</param>
/// <param name="ByOutline">What the tracer says.</param>
/// <param name="Error">Why it could not be run, or empty.</param>
public sealed record ExampleResult(Example Example, string ByColumns, string ByOutline, string Error)
{
    /// <summary>True if both readers give the page's answer.</summary>
    public bool IsRight => Error.Length == 0 && ByColumns == Example.Answer && ByOutline == Example.Answer;
}

/// <summary>Runs worked examples through the evaluator and the tracer. Programs are shared between examples that give the same rules.</summary>
public sealed class ExampleRunner(Lawbook law)
{
    private readonly Dictionary<string, LawProgram> programs = new(StringComparer.Ordinal);

    /// <summary>The day on which an example without an <c>as-of date</c> is run: the law as the pages stand.</summary>
    public static NodaTime.LocalDate DefaultAsOf { get; } = new(2026, 11, 22);

    /// <summary>Runs every example of a rule or match.</summary>
    public IEnumerable<ExampleResult> RunAll() => law.Examples.Where(e => e.FactName.Length == 0).Select(Run);

    /// <summary>Runs one example.</summary>
    public ExampleResult Run(Example example)
    {
        var facts = law.Vocabulary;
        var given = new List<Rule>();
        var rows = new RowSet(law, 1, example.Rows.Count);
        rows.Set(facts["as-of date"], Value.Date(DefaultAsOf));
        foreach (var heading in example.Headings)
            if (law.TryRule(heading, out var rule))
                given.Add(rule);
        for (var slot = 0; slot < example.Rows.Count; slot++)
        {
            for (var i = 0; i < example.Headings.Count; i++)
            {
                var (heading, cell) = (example.Headings[i], example.Rows[slot].Values[i]);
                if (law.TryRule(heading, out var rule))
                {
                    if (cell.Length == 0 && (slot > 0 && rule.About == Level.Case))
                        continue;
                    if (Given(cell) is not { } value)
                        return new ExampleResult(
                            example,
                            "",
                            "",
                            $"{example.Rows[slot].At.File}:{example.Rows[slot].At.Line}: \"{cell}\" is no answer of \"{heading}\""
                        );
                    rows.Give(rule, slot, value);
                    continue;
                }
                var fact = facts[heading];
                if (cell.Length == 0 && slot > 0 && fact.About == Level.Case)
                    continue;
                if (!ValueWords.TryRead(law, fact, cell, slot, out var v, out var error))
                    return new ExampleResult(example, "", "", $"{example.Rows[slot].At.File}:{example.Rows[slot].At.Line}: {error}");
                if (fact.About == Level.Case)
                    rows.Set(fact, v);
                else
                    rows.Set(fact, slot, v);
            }
        }
        Questions(example, rows);
        if (
            example.Rule is { OfConvictions: true }
            && law.TryRule("conviction", out var conviction)
            && !given.Contains(conviction)
            && example.Rule != conviction
        )
        {
            // In a rule about convictions the count is one, unless a column says otherwise.
            given.Add(conviction);
            for (var slot = 0; slot < rows.Slots; slot++)
                rows.Give(conviction, slot, Value.Yes);
        }
        given.Remove(example.Rule!);
        return new ExampleResult(example, Columns(example, rows, given), Outline(example, rows, given), "");
    }

    /// <summary>Questions that the example does not answer stand as the tables say for its forum and date.</summary>
    private void Questions(Example example, RowSet rows)
    {
        var asOf = rows.Get(law.Vocabulary["as-of date"], 0, 0);
        if (asOf.State != ValueState.Known || asOf.Low != asOf.High)
            return;
        var date = NodaTime.LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)asOf.Low));
        var forum = law.Vocabulary["forum"];
        var forums = rows.Get(forum, 0, 0) is { State: ValueState.Known } known ? known.Low : (1L << forum.Names.Count) - 1;
        foreach (var question in law.Questions.Where(q => !example.Headings.Contains(q.Fact.Name, StringComparer.Ordinal)))
        {
            long open = 0;
            for (var i = 0; i < forum.Names.Count; i++)
                if ((forums >> i & 1) != 0)
                    open |= question.ReadingsOpen(forum.Names[i], date);
            rows.Set(question.Fact, Value.Mask(open));
        }
    }

    private static Value? Given(string cell) =>
        cell switch
        {
            "yes" => Value.Yes,
            "no" => Value.No,
            "?" => Value.Unknown,
            "silent" => Value.SilentFlag,
            _ => null,
        };

    private string Columns(Example example, RowSet rows, List<Rule> given)
    {
        var key = $"{example.Rule?.Index} {example.Match?.Index} {string.Join(' ', given.Select(r => r.Index).Order())}";
        if (!programs.TryGetValue(key, out var program))
            programs.Add(key, program = LawProgram.For(law, example.Rule, example.Match, given));
        var evaluator = new Evaluator(program, rows);
        Truth Under(Burden burden) =>
            evaluator.Answer(
                example.Match is { } match ? program.MatchRegister(match, burden) : program.RegisterOf(example.Rule!, burden),
                0
            );
        return Word(Under(Burden.Shown), Under(Burden.Possible));
    }

    private static string Outline(Example example, RowSet rows, List<Rule> given)
    {
        var tracer = new Tracer(rows, 0, given);
        var slot = example.Rule is { About: Level.Case } ? -1 : 0;
        Truth Under(Burden burden) =>
            (example.Match is { } match ? tracer.ExplainMatch(match, burden, 0) : tracer.Explain(example.Rule!, burden, slot)).Truth;
        return Word(Under(Burden.Shown), Under(Burden.Possible));
    }

    /// <summary>An answer in a word: silent, if the record is what leaves it open.</summary>
    public static string Word(Truth shown, Truth possible) =>
        shown == Truth.No && possible == Truth.Yes ? "silent"
        : shown != possible ? "open"
        : shown switch
        {
            Truth.Yes => "yes",
            Truth.No => "no",
            _ => "open",
        };
}
