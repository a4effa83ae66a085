using Isonomia.Law.Tests.Readers;
using NodaTime;

namespace Isonomia.Law.Tests.Readings;

/// <summary>
/// One question to the verdict tables: is this offense, on this record, that kind of offense, as the law stood in a forum on a day?
/// </summary>
internal sealed class VerdictQuestion
{
    private readonly LocalDate on;
    private readonly string forum;
    private readonly Lawbook law;
    private readonly Fact match;
    private readonly Known offense;
    private readonly (Fact Fact, Known Known)[] facts;
    private readonly (Fact Fact, Known[] Readings)[] questions;
    private readonly Person[] persons;

    public VerdictQuestion(Lawbook law, Fact match, Known offense, (LocalDate On, string Forum) when, string facts, string answer)
    {
        (this.law, this.match, this.offense, Answer, Record) = (law, match, offense, answer, facts);
        (on, forum) = when;
        this.facts =
        [
            .. facts
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(f => f.Split(" = "))
                .Select(f => (law.Vocabulary[f[0]], Cells.Read(law, law.Vocabulary[f[0]], f[1], 0))),
        ];
        var index = law.Vocabulary.Matches.ToList().IndexOf(match);
        var lines = offense.Values.OfType<Offense>().SelectMany(o => o.Verdicts[index]).SelectMany(v => Outline.Lines(v.Test));
        questions =
        [
            .. Deep(lines, [])
                .Select(Outline.FactOf)
                .OfType<Fact>()
                .Where(f => f.Kind == FactKind.Question)
                .Distinct()
                .Select(f => (f, Open(f))),
        ];
        persons = [.. Combinations.Of([.. questions.Select(q => q.Readings.Length)], 256, 1).Select(PersonWith)];
        var oracle = new Oracle(persons[0]);
        oracle.Match(match, true, 0);
        Seen = oracle.Verdicts.Seen;
        Spoke = oracle.Verdicts.Spoke;
    }

    /// <summary>The answer that is expected.</summary>
    public string Answer { get; }

    /// <summary>What the record shows, in words.</summary>
    public string Record { get; }

    /// <summary>The verdict rows of the offense.</summary>
    public IReadOnlySet<Verdict> Seen { get; }

    /// <summary>The verdict rows that the answer comes from.</summary>
    public IReadOnlySet<Verdict> Spoke { get; }

    /// <summary>
    /// yes, no; unsettled if the open questions of law alone decide; silent if what a silent record means decides; open if the record is not known.
    /// </summary>
    public string Of(Func<IReadOnlyList<Verdict>, IReadOnlyList<Verdict>> slip)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in persons)
        {
            var oracle = new Oracle(person) { Slip = slip };
            found.Add(Answers.Word(oracle.Match(match, true, 0), oracle.Match(match, false, 0)));
        }
        return found.Contains("open") ? "open"
            : found.Count == 1 ? found.First()
            : found.SetEquals(["yes", "no"]) ? "unsettled"
            : found.SetEquals(["silent", "no"]) ? "silent"
            : "open";
    }

    private Person PersonWith(int[] readings)
    {
        var words = law.Vocabulary;
        var person = new Person(law, 1);
        foreach (var date in law.VerdictDates.Append(words["as-of date"]))
            person[date, 0] = Known.On(on);
        person[words["forum"], 0] = new Known(forum);
        person[words["offense"], 0] = offense;
        foreach (var (fact, known) in facts)
            person[fact, 0] = known;
        foreach (var (question, reading) in readings.Index())
            person[questions[question].Fact, 0] = questions[question].Readings[reading];
        return person;
    }

    /// <summary>The readings of a question that are open: a question of a verdict's own has two.</summary>
    private Known[] Open(Fact question)
    {
        var person = new Person(law, 1);
        person[law.Vocabulary["as-of date"], 0] = Known.On(on);
        person[law.Vocabulary["forum"], 0] = new Known(forum);
        Questions.Answer(person, q => q.Fact != question);
        var known = person[question, 0].Values;
        return [.. (known.Length > 0 ? known : [.. question.Names]).Select(r => new Known(r))];
    }

    private static IEnumerable<Condition> Deep(IEnumerable<Condition> lines, HashSet<Rule> seen) =>
        lines.SelectMany(l => l is RuleTest rule && seen.Add(rule.Rule) ? Deep(Outline.Lines(rule.Rule), seen).Prepend(l) : [l]);
}
