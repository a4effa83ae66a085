using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>The answer of every category for one offense, with domestic violence derived from violence and relationship.</summary>
internal sealed class MatchAnswers(LawProgram program, BuiltRows built, Evaluator evaluator, IReadOnlyList<CountInCase> counts)
{
    private readonly Lawbook law = program.Law;
    private readonly Tracer tracer = new(built.Rows, 0);
    private readonly Reasons why = new();

    /// <summary>Categories whose aggravated felony needs a year imposed, or a loss: read off the rules that read them, so that no threshold is written twice.</summary>
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<
        Lawbook,
        IReadOnlyDictionary<string, (int? Days, int? Loss)>
    > NeedsByLaw = [];

    private IReadOnlyDictionary<string, (int? Days, int? Loss)> Needs => NeedsByLaw.GetValue(law, ThresholdReader.Read);

    /// <summary>One answer a category, in the order of the vocabulary; domestic violence after violence.</summary>
    public IReadOnlyList<MatchAnswer> Of(int slot)
    {
        var answers = new List<MatchAnswer>();
        foreach (var match in law.Vocabulary.Matches)
        {
            if (match.Category.Length == 0)
                continue;
            answers.Add(With(match.Category, One(match, slot)));
            if (match.Category == "crimeOfViolence")
                answers.Add(With("domesticViolence", Domestic(slot)));
        }
        return answers;
    }

    private MatchAnswer With(string category, Answer answer)
    {
        var (days, loss) = Needs.GetValueOrDefault(category);
        return new MatchAnswer(category, answer, days, loss);
    }

    private Answer One(Fact match, int slot)
    {
        var trace = tracer.ExplainMatch(match, Burden.Shown, slot);
        var shown = Explorer.Explore(program, built.Rows, evaluator, 0, program.MatchRegister(match, Burden.Shown), slot);
        // A match by itself carries no burden: a record that leaves it open leaves it to depend on what the record will say.
        var silent =
            evaluator.Answer(program.MatchRegister(match, Burden.Possible), 0, slot)
            != evaluator.Answer(program.MatchRegister(match, Burden.Shown), 0, slot);
        return Of(trace, silent ? OverRecords(program.MatchRegister(match, Burden.Shown), slot) : shown, silent, slot, null);
    }

    /// <summary>What other records would make of it: the facts that this record leaves open, as if it had not been seen.</summary>
    private Exploration OverRecords(int register, int slot)
    {
        var rows = built.Rows.Repeat(0, 1);
        foreach (var fact in law.Vocabulary.Facts.Where(f => f.OfRecord && f.About == Level.Count && f.Kind != FactKind.Match))
        {
            var value = rows.Get(fact, slot, 0);
            if (value.State == ValueState.Known && ValueWords.Describe(fact, value) == ValueWords.LeftOpen)
                rows.Set(fact, slot, Value.Unknown);
        }
        return Explorer.Explore(program, rows, new Evaluator(program, rows), 0, register, slot);
    }

    private Answer Of(Trace trace, Exploration e, bool silent, int slot, Rule? rule)
    {
        var kind =
            e.Bounds != Truth.Open && !silent ? (e.Bounds == Truth.Yes ? AnswerKind.Yes : AnswerKind.No)
            : silent ? AnswerKind.Depends
            : e.UnreviewedMatters ? AnswerKind.Unreviewed
            : !e.CanBeNo ? AnswerKind.Yes
            : !e.CanBeYes ? AnswerKind.No
            : e.PlanCanBeYes && e.PlanCanBeNo ? AnswerKind.Depends
            : e.QuestionsMatter ? AnswerKind.Unsettled
            : AnswerKind.Unreviewed;
        var decisive = why.Decisive(trace);
        var depends = kind == AnswerKind.Depends ? Dependences(e) : [];
        var readings = e
            .Openings.Where(o => o.Kind == OpeningKind.Question)
            .Select(o => new UnsettledReading(o.Fact.Name, o.Bins.SelectMany(b => b.Words).ToArray()))
            .ToArray();
        var unreviewed = e
            .Openings.Where(o => o.Kind == OpeningKind.Unreviewed)
            .Select(o => o.Fact.Category)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var verdicts = Verdicts(trace);
        var because =
            kind == AnswerKind.Depends && verdicts.Count > 0
                ? $"{Name(slot)} depends on the record: {string.Join(" ", verdicts.Select(v => v.Verdict!.Note).Distinct(StringComparer.Ordinal).Take(3))}"
            : kind == AnswerKind.Unreviewed && decisive.All(d => d.Verdict is null) ? "No authority is loaded for this category."
            : Reasons.Sentence(decisive, Name);
        return new Answer(
            kind,
            e.Bounds,
            depends,
            readings,
            unreviewed,
            // A settled answer is as certain as what decides it; an open one, as the least of what it may come to.
            Reasons.CertaintyOf(kind is AnswerKind.Yes or AnswerKind.No ? decisive : verdicts),
            Reasons.Authorities(rule, verdicts),
            because
        );
    }

    /// <summary>All verdicts in a trace: an open answer rests on the verdict whose test is open.</summary>
    private static IReadOnlyList<Trace> Verdicts(Trace trace)
    {
        var found = new List<Trace>();
        void Walk(Trace t)
        {
            if (t.Verdict is not null)
                found.Add(t);
            foreach (var item in t.Items)
                Walk(item);
        }
        Walk(trace);
        return found;
    }

    private string Name(int slot) => counts[slot].Offense.Name;

    private static List<Dependence> Dependences(Exploration e)
    {
        var found = new List<Dependence>();
        foreach (var settling in e.Settlings)
        foreach (var facts in AnswerReader.Spread(settling))
            found.Add(new Dependence(facts.Select(f => (Short(f.Opening.Fact.Key), f.Word)).ToArray(), settling.Then));
        return found;
    }

    private static string Short(string key) => key[(key.LastIndexOf('.') + 1)..];

    /// <summary>A crime of violence against a person, and a protected relationship (8 USC 1227(a)(2)(E)(i)).</summary>
    private Answer Domestic(int slot)
    {
        if (!law.TryRule("crime of domestic violence", out var rule))
            return new Answer(
                AnswerKind.Unreviewed,
                Truth.Open,
                [],
                [],
                ["domesticViolence"],
                Certainty.Practice,
                [],
                "No rule is loaded for this category."
            );
        var register = program.RegisterOf(rule, Burden.Shown);
        var e = Explorer.Explore(program, built.Rows, evaluator, 0, register, slot);
        var silent = evaluator.Answer(program.RegisterOf(rule, Burden.Possible), 0, slot) != evaluator.Answer(register, 0, slot);
        return Of(tracer.Explain(rule, Burden.Shown, slot), silent ? OverRecords(register, slot) : e, silent, slot, rule);
    }
}
