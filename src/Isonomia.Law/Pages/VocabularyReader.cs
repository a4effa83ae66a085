namespace Isonomia.Law.Pages;

/// <summary>Reads the tables <c>fact</c>, <c>match fact</c> and <c>question</c> into facts.</summary>
internal sealed class VocabularyReader(ICollection<LawProblem> problems)
{
    private static readonly string[] GrammarWords = ["not", "any", "at", "all", "none", "total", "no"];

    /// <summary>A set of names is a mask of 64 bits, of which the sign is left alone.</summary>
    private const int MostNames = 62;
    private readonly List<Fact> facts = [];
    private readonly Dictionary<string, Fact> names = new(StringComparer.Ordinal);

    public IReadOnlyList<Fact> Facts => facts;

    public void Add(Fact fact)
    {
        if (names.TryGetValue(fact.Name, out var first))
        {
            problems.Add(fact.At.Problem($"one name for two facts: \"{fact.Name}\" stands also at {first.At.File}:{first.At.Line}"));
            return;
        }
        if (fact.Name.Contains(" or ", StringComparison.Ordinal) && fact.Kind is FactKind.OneOf or FactKind.Citation)
            problems.Add(fact.At.Problem($"a name that holds \" or \" cannot be told from a list: \"{fact.Name}\""));
        if (Array.IndexOf(GrammarWords, fact.Name.Split(' ')[0]) >= 0)
            problems.Add(fact.At.Problem($"a fact cannot begin with a word of the grammar: \"{fact.Name}\""));
        CheckNames(fact);
        names.Add(fact.Name, fact);
        facts.Add(fact);
    }

    /// <summary>Names that a test lists with " or " between them, and that a mask holds, one bit each.</summary>
    private void CheckNames(Fact fact)
    {
        foreach (var name in fact.Names.Where(n => n.Contains(" or ", StringComparison.Ordinal)))
            problems.Add(fact.At.Problem($"a value that holds \" or \" cannot be told from a list: \"{name}\" of \"{fact.Name}\""));
        foreach (var name in fact.Names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1 || g.Key.Length == 0))
            problems.Add(
                fact.At.Problem($"\"{fact.Name}\" has the value \"{name.Key}\" {(name.Key.Length == 0 ? "without a name" : "twice")}")
            );
        if (fact.Names.Count > MostNames)
            problems.Add(fact.At.Problem($"\"{fact.Name}\" has {fact.Names.Count} values: at most {MostNames} can be told apart"));
    }

    public void ReadFacts(PageTable table)
    {
        var columns = new Columns(table, ["fact", "about", "kind", "from", "held by", "key", "left out", "question"], [], problems);
        if (!columns.Complete)
            return;
        foreach (var row in table.Rows)
        {
            var kind = columns.Text(row, "kind");
            var record = kind.EndsWith(", record", StringComparison.Ordinal);
            if (record)
                kind = kind[..^", record".Length];
            if (Kind(kind, columns.At(row, "kind")) is not { } k)
                continue;
            var leftOut = columns.Text(row, "left out");
            var yes = leftOut.StartsWith("yes: ", StringComparison.Ordinal);
            if (yes)
                leftOut = leftOut["yes: ".Length..];
            Add(
                new Fact
                {
                    Index = facts.Count,
                    Name = columns.Text(row, "fact"),
                    About = columns.OneOf(row, "about", "case", "count") == "case" ? Level.Case : Level.Count,
                    Kind = k,
                    OfRecord = record,
                    Names = k == FactKind.OneOf ? kind["one of:".Length..].Split(',', StringSplitOptions.TrimEntries) : [],
                    Unit = k == FactKind.Number ? kind : "",
                    From = columns.OneOf(row, "from", "case", "C#", "page"),
                    HeldBy = columns.OneOf(row, "held by", "anyone", "defense", "prosecution"),
                    Key = columns.Text(row, "key"),
                    Assumption = leftOut == "unknown" ? "" : leftOut,
                    AssumedYes = yes,
                    Question = columns.Text(row, "question"),
                    At = row[0].At,
                }
            );
        }
    }

    public void ReadMatches(PageTable table)
    {
        var columns = new Columns(table, ["match fact", "key", "group", "plain"], [], problems);
        if (!columns.Complete)
            return;
        foreach (var row in table.Rows)
        {
            Add(
                new Fact
                {
                    Index = facts.Count,
                    Name = row[0].Text,
                    About = Level.Count,
                    Kind = FactKind.Match,
                    OfRecord = true,
                    From = "page",
                    Key = "offense",
                    Category = columns.Text(row, "key"),
                    Group = columns.Text(row, "group"),
                    Plain = columns.Text(row, "plain"),
                    Question = $"Is the offense {columns.Text(row, "plain")}?",
                    At = row[0].At,
                }
            );
        }
    }

    public IReadOnlyList<OpenQuestion> ReadQuestions(IEnumerable<PageTable> tables)
    {
        var readings = new Dictionary<string, List<Reading>>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var columns = new Columns(
                table,
                ["question", "reading", "forum", "from", "until", "standing", "authority"],
                ["note"],
                problems
            );
            if (!columns.Complete)
                continue;
            foreach (var row in table.Rows)
            {
                if (columns.Date(row, "from") is not { } from)
                {
                    problems.Add(columns.At(row, "from").Problem("a reading has a date from which it is held"));
                    continue;
                }
                var standing = columns.OneOf(row, "standing", "argued", "followed", "controlling") switch
                {
                    "controlling" => Standing.Controlling,
                    "followed" => Standing.Followed,
                    _ => Standing.Argued,
                };
                if (!readings.TryGetValue(row[0].Text, out var list))
                    readings.Add(row[0].Text, list = []);
                list.Add(
                    new Reading(
                        columns.Text(row, "reading"),
                        columns.OneOf(row, "forum", "any", "ninth circuit", "fifth circuit", "elsewhere"),
                        from,
                        columns.Date(row, "until"),
                        standing,
                        columns.List(row, "authority"),
                        row[0].At
                    )
                );
            }
        }
        var questions = new List<OpenQuestion>();
        foreach (var (name, list) in readings)
        {
            var fact = Question(name, [.. list.Select(r => r.Name).Distinct(StringComparer.Ordinal)], list[0].At);
            if (names.GetValueOrDefault(name) == fact)
                questions.Add(new OpenQuestion(fact, list));
        }
        return questions;
    }

    /// <summary>Adds a question as a fact of the case.</summary>
    public Fact Question(string name, IReadOnlyList<string> readings, Place at)
    {
        var fact = new Fact
        {
            Index = facts.Count,
            Name = name,
            About = Level.Case,
            Kind = FactKind.Question,
            Names = readings,
            From = "page",
            Question = $"Which reading of the law holds: {name}?",
            At = at,
        };
        Add(fact);
        return fact;
    }

    private FactKind? Kind(string kind, Place at)
    {
        switch (kind)
        {
            case "yes or no":
                return FactKind.YesNo;
            case "days" or "dollars" or "grams" or "years" or "months":
                return FactKind.Number;
            case "span":
                return FactKind.Span;
            case "date":
                return FactKind.Date;
            case "citation":
                return FactKind.Citation;
            case "group":
                return FactKind.Group;
        }
        if (kind.StartsWith("one of:", StringComparison.Ordinal))
            return FactKind.OneOf;
        problems.Add(
            at.Problem(
                $"unknown kind \"{kind}\"{Suggest.DidYouMean(kind, ["yes or no", "span", "date", "citation", "group", "days", "dollars", "grams", "years"])}"
            )
        );
        return null;
    }
}
