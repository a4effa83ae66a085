using Isonomia.Law.Tests.Readers;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests;

/// <summary>Every rule by itself, over all the inputs that it can tell apart: other rules are given.</summary>
public sealed class RuleExhaustionTests(ITestOutputHelper output)
{
    /// <summary>Above this many combinations of a rule and a number of counts, a sample is run.</summary>
    private const int Most = 10_000;

    [Fact]
    public void Evaluator_tracer_and_oracle_agree_on_every_combination_that_a_rule_can_tell_apart()
    {
        var law = RealLaw.Book;
        var different = new List<string>();
        long ran = 0,
            sampled = 0;
        foreach (var rule in law.Rules)
        {
            foreach (var counts in Counts(rule))
            {
                var persons = Persons(law, rule, counts, out var all);
                ran += persons.Count;
                sampled += all > persons.Count ? 1 : 0;
                different.AddRange(Compare(law, rule, persons));
            }
        }
        output.WriteLine(
            $"{law.Rules.Count} rules, {ran:N0} combinations under both burdens; in {sampled} of the runs a sample of {Most:N0}"
        );
        Assert.True(different.Count == 0, string.Join('\n', different.Take(40)));
    }

    /// <summary>How many counts the person has: a rule that counts is tried with none and with enough to reach its number.</summary>
    private static IEnumerable<int> Counts(Rule rule)
    {
        var most = Outline.Lines(rule).Max(l => l is CountTest c ? c.Least : 0);
        if (!Outline.Counts(rule))
            return [1];
        return Enumerable.Range(rule.About == Level.Count ? 1 : 0, Math.Max(most, 2) + 1);
    }

    private static List<Person> Persons(Lawbook law, Rule rule, int counts, out long all)
    {
        var bins = Bins.OfRule(law, rule);
        var inputs = bins
            .Facts.SelectMany(f =>
                Slots(f.About, counts).Select(s => (Known: bins.Of(f), Set: (Action<Person, Known>)((p, k) => p[f, s] = k)))
            )
            .Concat(
                Outline
                    .RulesIn(Outline.Lines(rule))
                    .SelectMany(r =>
                        Slots(r.About, counts).Select(s => (Known: Bins.Given, Set: (Action<Person, Known>)((p, k) => p[r, s] = k)))
                    )
            )
            .ToArray();
        all = inputs.Aggregate(1L, (product, i) => Math.Min(product * i.Known.Count, int.MaxValue));
        var persons = new List<Person>();
        foreach (var chosen in Combinations.Of([.. inputs.Select(i => i.Known.Count)], Most, rule.Index))
        {
            var person = new Person(law, counts) { Given = [.. Outline.RulesIn(Outline.Lines(rule))] };
            for (var i = 0; i < inputs.Length; i++)
                inputs[i].Set(person, inputs[i].Known[chosen[i]]);
            persons.Add(person);
        }
        return persons;
    }

    private static IEnumerable<int> Slots(Level about, int counts) => Enumerable.Range(0, about == Level.Case ? 1 : counts);

    private static IEnumerable<string> Compare(Lawbook law, Rule rule, List<Person> persons)
    {
        var rows = Rows.Of(persons);
        var program = LawProgram.For(law, rule, null, persons[0].Given);
        var evaluator = new Evaluator(program, rows);
        for (var row = 0; row < persons.Count; row++)
        {
            var oracle = new Oracle(persons[row]);
            var tracer = new Tracer(rows, row, persons[0].Given);
            foreach (var shown in new[] { true, false })
            {
                var burden = shown ? Burden.Shown : Burden.Possible;
                foreach (var slot in Slots(rule.About, persons[row].Counts))
                {
                    var naive = oracle.Ask(rule, shown, slot);
                    var columns = Answers.Of(evaluator.Answer(program.RegisterOf(rule, burden), row, slot));
                    var outline = Answers.Of(tracer.Explain(rule, burden, rule.About == Level.Case ? -1 : slot).Truth);
                    if (naive != columns || naive != outline)
                        yield return $"{rule} ({burden}), row {row}, count {slot}: columns {columns}, outline {outline}, oracle {naive}: {persons[row]}";
                }
            }
        }
    }
}
