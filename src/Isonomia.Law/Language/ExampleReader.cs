using Isonomia.Law.Pages;

namespace Isonomia.Law.Language;

/// <summary>Reads <c>example</c> tables and ties each to the rule above it, the match in its last heading, or the fact it shows.</summary>
internal sealed class ExampleReader(
    Vocabulary vocabulary,
    IReadOnlyDictionary<string, Rule> rules,
    List<Example> examples,
    ICollection<LawProblem> problems
)
{
    public void Read(IReadOnlyList<PageParts> pages, IReadOnlyList<RawRule> rawRules, IReadOnlySet<Place> replaced)
    {
        var byPlace = rawRules.ToDictionary(r => r.Rule.At, r => r.Rule);
        foreach (var page in pages)
        {
            foreach (var table in page.Tables.Where(t => t.Kind is "example" or "fact example"))
            {
                var last = table.Head[^1].Text;
                Rule? rule = null;
                Fact? match = null;
                var factName = "";
                if (table.Kind == "fact example" && vocabulary.Find(last) is { } shown)
                    factName = shown.Name;
                else if (last == "answer")
                {
                    rule = table.AfterRule >= 0 ? byPlace.GetValueOrDefault(page.Rules[table.AfterRule].At) : null;
                    if (rule is null && table.AfterRule >= 0 && replaced.Contains(page.Rules[table.AfterRule].At))
                        continue;
                    if (rule is null)
                    {
                        problems.Add(table.Head[^1].At.Problem("no rule stands above this table of examples"));
                        continue;
                    }
                }
                else if (vocabulary.Find(last) is { Kind: FactKind.Match } m)
                    match = m;
                else if (vocabulary.Find(last) is { } fact)
                    factName = fact.Name;
                else
                {
                    problems.Add(
                        table
                            .Head[^1]
                            .At.Problem(
                                $"the last heading is `answer`, a match, or a computed fact, not \"{last}\"{Suggest.DidYouMean(last, vocabulary.Facts.Select(f => f.Name).Append("answer"))}"
                            )
                    );
                    continue;
                }
                Rows(table, rule, match, factName);
            }
        }
        Duplicates();
    }

    private void Rows(PageTable table, Rule? rule, Fact? match, string factName)
    {
        var headings = table.Head.Skip(1).Take(table.Head.Count - 2).Select(h => h.Text).ToArray();
        if (factName.Length == 0)
        {
            for (var i = 0; i < headings.Length; i++)
                if (vocabulary.Find(headings[i]) is null && !rules.ContainsKey(headings[i]))
                    problems.Add(
                        table
                            .Head[i + 1]
                            .At.Problem(
                                $"\"{headings[i]}\" is neither a fact nor a rule{Suggest.DidYouMean(headings[i], vocabulary.Facts.Select(f => f.Name).Concat(rules.Keys))}"
                            )
                    );
        }
        if (factName.Length == 0)
            Headings(table, rule);
        (string Name, List<ExampleRow> Rows, string Answer, Place At)? open = null;
        void Close()
        {
            if (open is { } o)
                examples.Add(new Example(o.Name, rule, match, factName, headings, o.Rows, o.Answer, o.At));
            open = null;
        }
        foreach (var row in table.Rows)
        {
            if (factName.Length == 0)
                Cells(table, row, row[0].IsEmpty && open is { } before ? before.Rows.Count : 0);
            if (row[0].IsEmpty && open is null)
                problems.Add(row[0].At.Problem("an example has a name: a row without one is another count of the example above it"));
            if (row[0].IsEmpty && open is not null && !row[^1].IsEmpty)
                problems.Add(row[^1].At.Problem("the answer stands on the first row of an example"));
            var values = new ExampleRow(row.Skip(1).Take(headings.Length).Select(c => c.Text).ToArray(), row[0].At);
            if (row[0].IsEmpty && open is { } current)
            {
                current.Rows.Add(values);
                continue;
            }
            Close();
            var answer = row[^1].Text;
            if (factName.Length == 0 && answer is not ("yes" or "no" or "open" or "silent"))
                problems.Add(row[^1].At.Problem($"an answer is yes, no, open or silent, not \"{answer}\""));
            if (answer == "silent" && rule is { Silence: not Silence.Neutral })
                problems.Add(row[^1].At.Problem($"\"{rule.Title}\" says what a silent record means, so no answer of it is silent"));
            open = (row[0].Text, [values], answer, row[0].At);
        }
        Close();
    }

    private void Headings(PageTable table, Rule? rule)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var head in table.Head.Skip(1).Take(table.Head.Count - 2))
        {
            if (!seen.Add(head.Text))
                problems.Add(head.At.Problem($"two columns \"{head.Text}\""));
            if (rule is not null && head.Text == rule.Title)
                problems.Add(head.At.Problem($"\"{rule.Title}\" cannot be given in its own examples"));
        }
    }

    /// <summary>Every cell is a value of its heading; what concerns the person may be left out on the rows of further counts.</summary>
    private void Cells(PageTable table, IReadOnlyList<Cell> row, int count)
    {
        for (var i = 1; i < row.Count - 1; i++)
        {
            var (heading, cell) = (table.Head[i].Text, row[i]);
            var fact = vocabulary.Find(heading);
            var rule = rules.GetValueOrDefault(heading);
            if (fact is null && rule is null || cell.IsEmpty && count > 0 && (rule?.About ?? fact!.About) == Level.Case)
                continue;
            if (rule is not null)
            {
                if (cell.Text is not ("yes" or "no" or "?" or "silent"))
                    problems.Add(cell.At.Problem($"a rule that is given is yes, no, ? or silent, not \"{cell.Text}\""));
            }
            else if (!ValueWords.TryRead(_ => [], fact!, cell.Text, count, out _, out var error))
                problems.Add(cell.At.Problem(error));
        }
    }

    /// <summary>A name twice on a page is a slip; two examples that differ only in their answers cannot both be right.</summary>
    private void Duplicates()
    {
        foreach (var table in examples.GroupBy(e => $"{e.At.File}\n{e.Rule?.Title}\n{e.Match?.Name}\n{e.FactName}", StringComparer.Ordinal))
        {
            var byName = new Dictionary<string, Example>(StringComparer.Ordinal);
            var byValues = new Dictionary<string, Example>(StringComparer.Ordinal);
            foreach (var example in table)
            {
                var values = string.Join(
                    '\n',
                    example.Rows.Select(r => string.Join('|', r.Values)).Prepend(string.Join('|', example.Headings))
                );
                if (!byName.TryAdd(example.Name, example))
                    problems.Add(
                        example.At.Problem($"two examples are named \"{example.Name}\": see also line {byName[example.Name].At.Line}")
                    );
                if (!byValues.TryAdd(values, example) && byValues[values] is var first && first.Answer != example.Answer)
                    problems.Add(example.At.Problem($"this example has the values of line {first.At.Line} and another answer"));
            }
        }
    }
}
