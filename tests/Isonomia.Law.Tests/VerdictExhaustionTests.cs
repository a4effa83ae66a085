using Isonomia.Law.Tests.Readers;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests;

/// <summary>Every verdict of every offense, over all the records and dates that its rows can tell apart.</summary>
public sealed class VerdictExhaustionTests(ITestOutputHelper output)
{
    /// <summary>Above this many combinations of an offense and a match, a sample is run.</summary>
    private const int Most = 200;

    [Fact]
    public void Evaluator_tracer_and_oracle_agree_on_every_verdict_whatever_the_record_and_the_date()
    {
        var law = RealLaw.Book;
        var different = new List<string>();
        var (ran, decided) = (0L, new int[4]);
        foreach (var match in law.Vocabulary.Matches)
        {
            var persons = Persons(law, match);
            var rows = Rows.Of(persons);
            var program = LawProgram.For(law, null, match, persons[0].Given);
            var evaluator = new Evaluator(program, rows);
            ran += persons.Count;
            for (var row = 0; row < persons.Count; row++)
            {
                var (oracle, tracer) = (new Oracle(persons[row]), new Tracer(rows, row, persons[0].Given));
                foreach (var burden in new[] { Burden.Shown, Burden.Possible })
                {
                    var naive = oracle.Match(match, burden == Burden.Shown, 0);
                    var columns = Answers.Of(evaluator.Answer(program.MatchRegister(match, burden), row));
                    var outline = Answers.Of(tracer.ExplainMatch(match, burden, 0).Truth);
                    decided[(int)naive]++;
                    if (naive != columns || naive != outline)
                        different.Add($"{match} ({burden}): columns {columns}, outline {outline}, oracle {naive}: {persons[row]}");
                }
            }
        }
        output.WriteLine(
            $"{law.Vocabulary.Matches.Count} matches, {law.Offenses.Count} offenses: {ran:N0} combinations under both burdens; {decided[1]:N0} no, {decided[2]:N0} yes, {decided[3]:N0} open"
        );
        Assert.True(different.Count == 0, $"{different.Count}\n" + string.Join('\n', different.Take(40)));
    }

    private static List<Person> Persons(Lawbook law, Fact match)
    {
        var charge = match.Name == "Laken Riley charge";
        var offense = law.Vocabulary[charge ? "charged offense" : "offense"];
        var read = charge ? law.Vocabulary["Laken Riley offense"] : match;
        var index = law.Vocabulary.Matches.ToList().IndexOf(read);
        Rule[] given = [.. Outline.RulesIn(law.Offenses.SelectMany(o => o.Verdicts[index]).SelectMany(v => Outline.Lines(v.Test)))];
        var persons = new List<Person>();
        foreach (var value in Offenses(law))
        {
            Verdict[] rows = [.. value.Values.SelectMany(o => ((Offense)o!).Verdicts[index]).Distinct()];
            var lines = rows.SelectMany(v => Outline.Lines(v.Test)).ToArray();
            var bins = new Bins(law, lines, rows.Select(v => (v.By, v.From, v.Until)));
            var choices = bins.Facts.Select(bins.Of).Concat(Outline.RulesIn(lines).Select(_ => Bins.Given)).ToArray();
            foreach (var chosen in Combinations.Of([.. choices.Select(c => c.Count)], Most, value.Values.Length))
            {
                var person = new Person(law, 1) { Given = [.. given] };
                for (var i = 0; i < bins.Facts.Count; i++)
                    person[bins.Facts[i], 0] = choices[i][chosen[i]];
                foreach (var (i, rule) in Outline.RulesIn(lines).Index())
                    person[rule, 0] = choices[bins.Facts.Count + i][chosen[bins.Facts.Count + i]];
                person[offense, 0] = value;
                persons.Add(person);
            }
        }
        return persons;
    }

    /// <summary>Each leaf, and each section named without its subdivision, be that unknown or left open by the record.</summary>
    private static IEnumerable<Known> Offenses(Lawbook law)
    {
        foreach (var leaf in law.Offenses)
            yield return new Known(leaf);
        foreach (var section in law.Offenses.GroupBy(o => $"{o.Citation.Code} {o.Citation.Section}").Where(g => g.Count() > 1))
        {
            yield return new Known([.. section]);
            yield return new Known([.. section]) { SilentOnProng = true };
        }
    }
}
