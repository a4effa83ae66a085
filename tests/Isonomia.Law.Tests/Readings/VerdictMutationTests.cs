using System.Globalization;
using Isonomia.Law.Tests.Readers;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests.Readings;

/// <summary>How well worked examples, decided cases among them, and second readings hold the verdict tables in place.</summary>
public sealed class VerdictMutationTests(ITestOutputHelper output)
{
    /// <summary>The share of slips that were caught when this was last measured, less a little for pages that are being written.</summary>
    private const double Floor = 0.98;

    private static readonly Lazy<Witnesses> Known = new(() => new Witnesses(RealLaw.Book));

    [Fact]
    public void Every_verdict_row_is_exercised_by_an_example_or_a_second_reading_save_those_that_are_named()
    {
        var law = RealLaw.Book;
        var rows = RowsOf(law).Where(r => !Waiting.For(r.At)).ToArray();
        var named = SecondReading
            .Cells(Path.Combine(SecondReading.Folder, "not-exercised.tsv"))
            .Select(r => r[0])
            .ToHashSet(StringComparer.Ordinal);
        var silent = rows.Where(r => !Known.Value.Spoke.Contains(r))
            .Where(r => !named.Contains($"{r.Match} of {r.Of}"))
            .Select(r =>
                $"{r.At.File}:{r.At.Line}\t{r.Match}\t{r.Of}\t{r.Text}\t{LawDays.Text(r.From)}..{LawDays.Text(r.Until)}\t{string.Join("; ", Leaves(law, r))}"
            )
            .ToArray();
        output.WriteLine($"{rows.Length} verdict rows, {rows.Length - silent.Length} exercised or named in not-exercised.tsv");
        Assert.True(
            silent.Length == 0,
            $"{silent.Length} verdict rows that no example, decided case or reading exercises\n" + string.Join('\n', silent)
        );
    }

    [Fact]
    public void Every_window_of_a_verdict_row_begins_or_ends_on_the_day_of_a_decision_that_its_rows_name_or_of_a_change_of_law()
    {
        var law = RealLaw.Book;
        var days = new LawDays(law);
        var wrong = new List<string>();
        foreach (var row in RowsOf(law))
        foreach (var day in new[] { row.From, row.Until })
            if (day is { } d && !days.Explain(row, d))
                wrong.Add($"{row.At.File}:{row.At.Line}: {row.Match} of {row.Of}: nothing happened on {LawDays.Text(d)}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Nearly_every_slip_of_the_pen_in_a_verdict_row_is_caught()
    {
        var law = RealLaw.Book;
        var byKind = new SortedDictionary<string, (int All, int Caught)>(StringComparer.Ordinal);
        var survivors = new List<VerdictSlip>();
        var rows = RowsOf(law).Where(r => !Waiting.For(r.At)).ToArray();
        var beside = rows.ToLookup(r => (r.Match, r.Of));
        foreach (var slip in rows.SelectMany(r => VerdictSlip.Of(law, r, [.. beside[(r.Match, r.Of)]])))
        {
            var caught = Known.Value.Catch(slip);
            var (all, before) = byKind.GetValueOrDefault(slip.Kind);
            byKind[slip.Kind] = (all + 1, before + (caught ? 1 : 0));
            if (!caught)
                survivors.Add(slip);
        }
        var (slips, found) = (byKind.Values.Sum(k => k.All), byKind.Values.Sum(k => k.Caught));
        var share = (double)found / slips;
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{slips} slips in {rows.Length} verdict rows, {found} caught ({share:P1})")
        );
        foreach (var (kind, (all, caught)) in byKind)
            output.WriteLine($"  {kind}: {caught} of {all}");
        foreach (var slip in survivors)
            output.WriteLine(
                $"survivor\t{slip.Row.At.File}:{slip.Row.At.Line}\t{slip.Row.Match} of {slip.Row.Of}\t{slip.Row.Text}\t{slip.Kind}\t{slip.What}"
            );
        Assert.True(
            share >= Floor,
            $"{found} of {slips} slips are caught ({share:P1}), fewer than {Floor:P0}; the others are listed in the output"
        );
    }

    /// <summary>The verdict rows of the pages, without the <c>not raised</c> lines.</summary>
    private static IEnumerable<Verdict> RowsOf(Lawbook law) =>
        law
            .Offenses.SelectMany(o => o.Verdicts.SelectMany(v => v))
            .Where(v => !v.NotRaised)
            .Distinct()
            .OrderBy(v => v.At.File, StringComparer.Ordinal)
            .ThenBy(v => v.At.Line);

    /// <summary>The offenses for which a row speaks on some day.</summary>
    private static IEnumerable<Offense> Leaves(Lawbook law, Verdict row)
    {
        var index = law.Vocabulary.Matches.ToList().IndexOf(row.Match);
        return law.Offenses.Where(o => o.Verdicts[index].TakeWhile(v => v.By is not null || v == row).Contains(row));
    }

    /// <summary>Everything that asks a verdict row: examples of the pages and questions of the second readings.</summary>
    private sealed class Witnesses
    {
        private readonly Dictionary<Verdict, List<Func<VerdictSlip, bool>>> byRow = [];
        private readonly LawDays days;

        public Witnesses(Lawbook law)
        {
            days = new LawDays(law);
            foreach (var example in law.Examples.Where(e => e.FactName.Length == 0))
            {
                var person = Cells.PersonOf(law, example);
                string Word(Oracle oracle)
                {
                    May Under(bool shown) =>
                        example.Match is { } match ? oracle.Match(match, shown, 0) : oracle.Ask(example.Rule!, shown, 0);
                    return Answers.Word(Under(true), Under(false));
                }
                var first = new Oracle(person);
                Word(first);
                Add(first.Verdicts.Seen, first.Verdicts.Spoke, slip => Word(new Oracle(person) { Slip = slip.In }) != example.Answer);
            }
            foreach (var reading in SecondReading.All.Where(r => !r.OfPunishment))
            foreach (var question in ReadingConditions.Of(law, reading))
                if (question.Of(rows => rows) == question.Answer)
                    Add(question.Seen, question.Spoke, slip => question.Of(slip.In) != question.Answer);
        }

        public HashSet<Verdict> Spoke { get; } = [];

        public bool Catch(VerdictSlip slip) =>
            slip.Instead.Values.OfType<Verdict>()
                .Any(v =>
                    Moved(v.From, slip.Row.From) && !days.Explain(v, v.From!.Value)
                    || Moved(v.Until, slip.Row.Until) && !days.Explain(v, v.Until!.Value)
                )
            || byRow.TryGetValue(slip.Row, out var asked) && asked.Exists(a => a(slip));

        private static bool Moved(NodaTime.LocalDate? day, NodaTime.LocalDate? before) =>
            day is not null && before is not null && day != before;

        private void Add(IEnumerable<Verdict> seen, IEnumerable<Verdict> spoke, Func<VerdictSlip, bool> differs)
        {
            Spoke.UnionWith(spoke);
            foreach (var row in seen)
            {
                if (!byRow.TryGetValue(row, out var list))
                    byRow.Add(row, list = []);
                list.Add(differs);
            }
        }
    }
}
