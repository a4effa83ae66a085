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
    public void Read(IReadOnlyList<PageParts> pages, IReadOnlyList<RawRule> rawRules)
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
        (string Name, List<ExampleRow> Rows, string Answer, Place At)? open = null;
        void Close()
        {
            if (open is { } o)
                examples.Add(new Example(o.Name, rule, match, factName, headings, o.Rows, o.Answer, o.At));
            open = null;
        }
        foreach (var row in table.Rows)
        {
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
            open = (row[0].Text, [values], answer, row[0].At);
        }
        Close();
    }
}
