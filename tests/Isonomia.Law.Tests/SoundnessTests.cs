using Isonomia.Law.Tests.Readers;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests;

/// <summary>What is answered while something is open stays true whatever it turns out to be.</summary>
public sealed class SoundnessTests(ITestOutputHelper output)
{
    private const int WorldsOfEach = 20;

    [Fact]
    public void No_world_of_a_person_falls_outside_the_bounds_that_were_given_before_it_was_known()
    {
        // Once an answer is settled, no world may change it, nor open it again.
        Check(seed: 77, settleRecord: false, RealLaw.Book.Rules, (bounds, world, _) => bounds == Truth.Open || bounds == world);
    }

    [Fact]
    public void What_a_record_shows_is_so_and_what_it_rules_out_is_not_so_however_its_silence_is_settled()
    {
        // A rule with a silent line of its own has decided already what silence means; so has whatever reads it, be it through a verdict.
        var law = RealLaw.Book;
        var decided = new Dictionary<Rule, bool>();
        bool Decides(Rule rule) =>
            decided.TryGetValue(rule, out var known)
                ? known
                : decided[rule] = rule.Silence != Silence.Neutral || Outline.Lines(rule).Any(DecidesIn);
        bool DecidesIn(Condition line) =>
            line is RuleTest test ? Decides(test.Rule)
            : Outline.FactOf(line) is not { Kind: FactKind.Match } match ? false
            : law
                .Offenses.SelectMany(o => o.Verdicts)
                .SelectMany(v => v)
                .Where(v => v.Match.Name == match.Name.Replace("charge", "offense", StringComparison.Ordinal))
                .Any(v => Outline.Lines(v.Test).Any(DecidesIn));
        Check(
            seed: 78,
            settleRecord: true,
            [.. law.Rules.Where(r => !Decides(r))],
            (bounds, world, burden) =>
                burden == Burden.Shown ? bounds != Truth.Yes || world == Truth.Yes : bounds != Truth.No || world == Truth.No
        );
    }

    private void Check(int seed, bool settleRecord, IReadOnlyList<Rule> rules, Func<Truth, Truth, Burden, bool> within)
    {
        var law = RealLaw.Book;
        var people = new People(law, seed);
        var worlds = new Worlds(law, people.Choices, seed);
        var program = new LawProgram(law);
        var outside = new List<string>();
        var asked = rules.ToHashSet();
        var (compared, definite) = (0L, 0L);
        foreach (var counts in Enumerable.Range(0, 700).Select(i => i % 7))
        {
            var person = people.Next(counts);
            var rows = Rows.Of([person]);
            var before = new Evaluator(program, rows);
            var after = new Evaluator(program, Sharpened(law, person, rows, worlds, settleRecord));
            foreach (var (rule, burden, slot) in WholeLawTests.Asked(law, counts).Where(a => asked.Contains(a.Rule)))
            {
                var register = program.RegisterOf(rule, burden);
                var bounds = before.Answer(register, 0, slot);
                definite += bounds == Truth.Open ? 0 : 1;
                for (var world = 0; world < WorldsOfEach; world++)
                {
                    compared++;
                    var answer = after.Answer(register, world, slot);
                    if (!within(bounds, answer, burden))
                        outside.Add($"{rule} ({burden}), count {slot}: {bounds} became {answer}");
                }
            }
        }
        output.WriteLine($"{rules.Count} rules: {compared:N0} answers in worlds, {definite * WorldsOfEach:N0} of them bounded");
        Assert.True(outside.Count == 0, $"{outside.Count}\n" + string.Join('\n', outside.Distinct().Take(20)));
    }

    /// <summary>Worlds as rows, made as the program makes them: copies of one row in which the open facts vary.</summary>
    private static RowSet Sharpened(Lawbook law, Person person, RowSet rows, Worlds worlds, bool settleRecord)
    {
        var copies = rows.Repeat(0, WorldsOfEach);
        var varying = new Dictionary<(int Fact, int Count), Value[]>();
        for (var world = 0; world < WorldsOfEach; world++)
        {
            foreach (var (fact, count, known) in worlds.Of(person, settleRecord))
            {
                if (!varying.TryGetValue((fact.Index, count), out var values))
                {
                    values = [.. Enumerable.Repeat(rows.Get(fact, count, 0), WorldsOfEach)];
                    varying.Add((fact.Index, count), values);
                }
                values[world] = Rows.ValueOf(fact, known);
            }
        }
        foreach (var ((index, count), values) in varying)
            copies.SetRows(law.Vocabulary.Facts[index], count, values);
        return copies;
    }
}
