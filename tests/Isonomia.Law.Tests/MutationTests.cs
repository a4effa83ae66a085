using Isonomia.Law.Tests.Readers;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests;

/// <summary>How well the worked examples hold the law in place: for a slip of the pen in any line of any rule, some example should give another answer.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    /// <summary>The share of slips that the examples caught when this was last measured, less a little for rules that are being written.</summary>
    private const double Floor = 0.94;

    [Fact]
    public void Nearly_every_slip_of_the_pen_in_a_rule_is_caught_by_some_example()
    {
        var law = RealLaw.Book;
        var examples = law.Examples.Where(e => e.FactName.Length == 0).Select(e => new Case(law, e)).ToArray();
        var running = law.Rules.ToDictionary(
            r => r,
            r => examples.Where(e => e.Runs.Contains(r)).OrderBy(e => e.Example.Rule == r ? 0 : 1).ToArray()
        );
        var byKind = new SortedDictionary<string, (int All, int Caught)>(StringComparer.Ordinal);
        var survivors = new List<Mutant>();
        foreach (var mutant in law.Rules.SelectMany(Mutants.Of))
        {
            var caught = running[mutant.Rule].Any(e => e.Answer(mutant) != e.Example.Answer);
            var (all, before) = byKind.GetValueOrDefault(mutant.Kind);
            byKind[mutant.Kind] = (all + 1, before + (caught ? 1 : 0));
            if (!caught)
                survivors.Add(mutant);
        }
        var (mutants, found) = (byKind.Values.Sum(k => k.All), byKind.Values.Sum(k => k.Caught));
        var share = (double)found / mutants;
        output.WriteLine($"{mutants} slips in {law.Rules.Count} rules, {found} caught ({share:P1})");
        foreach (var (kind, (all, caught)) in byKind)
            output.WriteLine($"  {kind}: {caught} of {all}");
        foreach (var page in survivors.GroupBy(m => m.Rule.At.File))
        {
            output.WriteLine(page.Key);
            foreach (var rule in page.GroupBy(m => m.Rule))
            {
                output.WriteLine($"  {rule.Key}");
                foreach (var mutant in rule)
                    output.WriteLine($"    line {mutant.At.Line}: {mutant.What}");
            }
        }
        Assert.True(
            share >= Floor,
            $"{found} of {mutants} slips are caught ({share:P1}), fewer than {Floor:P0}; the others are listed in the output"
        );
    }

    /// <summary>An example with the rules that it runs.</summary>
    private sealed class Case
    {
        private readonly Person person;

        public Case(Lawbook law, Example example)
        {
            Example = example;
            person = Cells.PersonOf(law, example);
            var oracle = new Oracle(person);
            Word(oracle);
            Runs = [.. oracle.Asked.Where(r => !person.Given.Contains(r))];
        }

        public Example Example { get; }

        public HashSet<Rule> Runs { get; }

        public string Answer(Mutant mutant) => Word(new Oracle(person) { Mutant = (mutant.Rule, mutant.Versions, mutant.Silence) });

        private string Word(Oracle oracle)
        {
            May Under(bool shown) => Example.Match is { } match ? oracle.Match(match, shown, 0) : oracle.Ask(Example.Rule!, shown, 0);
            return Answers.Word(Under(true), Under(false));
        }
    }
}
