using Isonomia.Law.Tests.Readers;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests;

/// <summary>The worked examples of the pages are the tests of the law.</summary>
public sealed class ExampleTests(ITestOutputHelper output)
{
    [Fact]
    public void The_law_loads() => Assert.NotNull(RealLaw.Book);

    [Fact]
    public void Every_worked_example_has_the_answer_of_its_page_in_every_reader()
    {
        var law = RealLaw.Book;
        var runner = new ExampleRunner(law);
        var wrong = new List<string>();
        var ran = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var example in law.Examples.Where(e => e.FactName.Length == 0))
        {
            var result = runner.Run(example);
            var naive = ByOracle(law, example);
            ran[example.Answer] = ran.GetValueOrDefault(example.Answer) + 1;
            if (!result.IsRight || naive != example.Answer)
                wrong.Add(
                    $"{example.At.File}:{example.At.Line}: {example.Name}: the page says {example.Answer}, columns {result.ByColumns}, outline {result.ByOutline}, oracle {naive} {result.Error}"
                );
        }
        output.WriteLine($"{ran.Values.Sum()} examples, three readers each: {string.Join(", ", ran.Select(r => $"{r.Value} {r.Key}"))}");
        Assert.True(ran.Values.Sum() > 2_000, "the examples were not found");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string ByOracle(Lawbook law, Example example)
    {
        var oracle = new Oracle(Cells.PersonOf(law, example));
        May Under(bool shown) => example.Match is { } match ? oracle.Match(match, shown, 0) : oracle.Ask(example.Rule!, shown, 0);
        return Answers.Word(Under(true), Under(false));
    }
}
