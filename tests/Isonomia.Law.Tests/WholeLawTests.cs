using Isonomia.Law.Tests.Readers;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests;

/// <summary>The whole law at once, over invented persons: nothing given, every rule run.</summary>
public sealed class WholeLawTests(ITestOutputHelper output)
{
    [Fact]
    public void Evaluator_and_oracle_agree_on_every_rule_for_persons_with_up_to_six_counts()
    {
        var people = new People(RealLaw.Book, 20261122);
        Agree([.. Enumerable.Range(0, 2_000).GroupBy(i => i % 7, i => people.Next(i % 7))]);
    }

    [Fact]
    public void Evaluator_and_oracle_agree_on_every_rule_for_persons_with_up_to_forty_counts()
    {
        var people = new People(RealLaw.Book, 43);
        int[] counts = [7, 12, 20, 31, 40];
        Agree([.. Enumerable.Range(0, 50).GroupBy(i => counts[i % 5], i => people.Next(counts[i % 5]))]);
    }

    [Fact]
    public void Evaluator_and_tracer_agree_on_every_rule()
    {
        var law = RealLaw.Book;
        var people = new People(law, 5);
        var program = new LawProgram(law);
        var different = new List<string>();
        foreach (var counts in Enumerable.Range(0, 5))
        {
            var rows = Rows.Of([.. Enumerable.Range(0, 30).Select(_ => people.Next(counts))]);
            var evaluator = new Evaluator(program, rows);
            for (var row = 0; row < rows.Rows; row++)
            {
                var tracer = new Tracer(rows, row);
                foreach (var (rule, burden, slot) in Asked(law, counts))
                {
                    var columns = evaluator.Answer(program.RegisterOf(rule, burden), row, slot);
                    var outline = tracer.Explain(rule, burden, rule.About == Level.Case ? -1 : slot).Truth;
                    if (columns != outline)
                        different.Add($"{rule} ({burden}), row {row}, count {slot}: columns {columns}, outline {outline}");
                }
            }
        }
        Assert.True(different.Count == 0, $"{different.Count}\n" + string.Join('\n', different.Take(20)));
    }

    private void Agree(IGrouping<int, Person>[] groups)
    {
        var law = RealLaw.Book;
        var program = new LawProgram(law);
        var different = new List<string>();
        var (answers, seen) = (0L, new long[4]);
        foreach (var group in groups)
        {
            Person[] persons = [.. group];
            var evaluator = new Evaluator(program, Rows.Of(persons));
            for (var row = 0; row < persons.Length; row++)
            {
                var oracle = new Oracle(persons[row]);
                foreach (var (rule, burden, slot) in Asked(law, group.Key))
                {
                    var naive = oracle.Ask(rule, burden == Burden.Shown, slot);
                    var columns = Answers.Of(evaluator.Answer(program.RegisterOf(rule, burden), row, slot));
                    answers++;
                    seen[(int)naive]++;
                    if (naive != columns)
                        different.Add($"{rule} ({burden}), count {slot}: columns {columns}, oracle {naive}: {persons[row]}");
                }
            }
        }
        output.WriteLine(
            $"{groups.Sum(g => g.Count())} persons, {groups.Sum(g => g.Key * g.Count())} counts, {program.Registers.Count} registers: {answers:N0} answers; {seen[1]:N0} no, {seen[2]:N0} yes, {seen[3]:N0} open"
        );
        Assert.True(different.Count == 0, $"{different.Count}\n" + string.Join('\n', different.Take(20)));
    }

    internal static IEnumerable<(Rule Rule, Burden Burden, int Slot)> Asked(Lawbook law, int counts) =>
        from rule in law.Rules
        from burden in new[] { Burden.Shown, Burden.Possible }
        from slot in Enumerable.Range(0, rule.About == Level.Case ? 1 : counts)
        select (rule, burden, slot);
}
