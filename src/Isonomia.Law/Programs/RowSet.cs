namespace Isonomia.Law;

/// <summary>
/// What is known of some rows: a row is one person, or one world of a person. Facts of the case have one value a row; facts of a count have one
/// a row and slot, where slot j holds every row's j-th count. Most values are the same in all rows and are kept once.
/// </summary>
public sealed class RowSet
{
    private readonly Value[] caseValues = [];
    private readonly Value[][] countValues = [];
    private readonly Dictionary<(int Fact, int Slot), Column> varying = [];

    /// <summary>In a copy: what it was made from, with the row that all its rows are like, the slot that its first is, and the values that stand over it; else the rules that are given.</summary>
    private readonly RowSet? under;
    private readonly int like;
    private readonly int first;
    private readonly Dictionary<(int Fact, int Slot), Value> over = [];

    /// <summary>Facts of which some value varies or stands over another: for all others a look at the tables is spared.</summary>
    private readonly bool[] marked;

    /// <summary>Rows and slots of which nothing is known.</summary>
    /// <param name="law">The law book whose facts and rules are given.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="slots">Number of counts of each row.</param>
    public RowSet(Lawbook law, int rows, int slots)
    {
        Law = law;
        Rows = rows;
        Slots = slots;
        var ids = law.Vocabulary.Facts.Count + law.Rules.Count;
        marked = new bool[ids];
        // Rules are given in worked examples only: they need no room in every case.
        caseValues = new Value[law.Vocabulary.CountOf(Level.Case)];
        countValues = new Value[slots][];
        for (var s = 0; s < slots; s++)
            countValues[s] = new Value[law.Vocabulary.CountOf(Level.Count)];
    }

    private RowSet(RowSet under, int like, int rows, int first, int slots)
    {
        this.under = under;
        this.like = like;
        this.first = first;
        Law = under.Law;
        Rows = rows;
        Slots = slots;
        marked = new bool[under.marked.Length];
    }

    /// <summary>The law book.</summary>
    public Lawbook Law { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of counts.</summary>
    public int Slots { get; }

    /// <summary>Words of 64 rows.</summary>
    public int Words => (Rows + 63) / 64;

    /// <summary>The facts that do not have one value in all rows.</summary>
    public IReadOnlyCollection<Fact> Varied =>
        [.. varying.Keys.Select(k => k.Fact).Where(f => f < Law.Vocabulary.Facts.Count).Distinct().Select(f => Law.Vocabulary.Facts[f])];

    /// <summary>In a copy: the facts and slots that were set in it; all others are as in the row it was made from.</summary>
    internal IEnumerable<(int Fact, Level About, int Slot)> Changed
    {
        get
        {
            foreach (var (fact, slot) in over.Keys)
                yield return (fact, AboutOf(fact), slot);
            foreach (var (fact, slot) in varying.Keys)
                yield return (fact, AboutOf(fact), slot);
        }
    }

    /// <summary>Sets a fact of the case in every row.</summary>
    public void Set(Fact fact, Value value) => Set(fact.Index, fact.About, 0, value);

    /// <summary>Sets a fact of a count in every row.</summary>
    public void Set(Fact fact, int slot, Value value) => Set(fact.Index, fact.About, slot, value);

    /// <summary>Sets a fact row by row.</summary>
    public void SetRows(Fact fact, int slot, Value[] values) => SetColumn(fact.Index, fact.About, slot, new(values, null));

    /// <summary>
    /// Sets a fact row by row, where the rows share few values: <paramref name="codes"/> says for each row which of them. A test is then made
    /// once a value and not once a row.
    /// </summary>
    public void SetCoded(Fact fact, int slot, Value[] values, int[] codes) => SetColumn(fact.Index, fact.About, slot, new(values, codes));

    /// <summary>Gives a rule's answer instead of running it.</summary>
    public void Give(Rule rule, int slot, Value value) => Set(RuleId(rule), rule.About, slot, value);

    /// <summary>Gives a rule's answer row by row instead of running it.</summary>
    public void GiveRows(Rule rule, int slot, Value[] values) => SetColumn(RuleId(rule), rule.About, slot, new(values, null));

    /// <summary>The value in a row.</summary>
    public Value Get(Fact fact, int slot, int row) => Get(fact.Index, fact.About, slot, row);

    internal int RuleId(Rule rule) => Law.Vocabulary.Facts.Count + rule.Index;

    internal Value Get(int id, Level about, int slot, int row)
    {
        if (marked[id])
        {
            var key = (id, about == Level.Case ? 0 : slot);
            if (varying.TryGetValue(key, out var values))
                return values.At(row);
            if (over.TryGetValue(key, out var value))
                return value;
        }
        return under is not null ? under.Get(id, about, first + slot, like)
            : id >= Law.Vocabulary.Facts.Count ? Value.Unknown
            : about == Level.Case ? caseValues[Law.Vocabulary.Places[id]]
            : countValues[slot][Law.Vocabulary.Places[id]];
    }

    /// <summary>The values of a fact row by row, or null if they are the same in every row.</summary>
    internal Column? Varying(int id, Level about, int slot) =>
        marked[id] ? varying.GetValueOrDefault((id, about == Level.Case ? 0 : slot)) : null;

    /// <summary>A copy with <paramref name="rows"/> rows, each as row <paramref name="like"/> of this one; worlds are made from it by <see cref="SetRows"/>.</summary>
    public RowSet Repeat(int like, int rows) => new(this, like, rows, 0, Slots);

    /// <summary>One row with one count of it, as slot 0: for what no other count can change.</summary>
    public RowSet Only(int like, int slot) => new(this, like, 1, slot, 1);

    private Level AboutOf(int id)
    {
        var facts = Law.Vocabulary.Facts;
        return id < facts.Count ? facts[id].About : Law.Rules[id - facts.Count].About;
    }

    private void Set(int id, Level about, int slot, Value value)
    {
        if (under is not null || id >= Law.Vocabulary.Facts.Count)
        {
            over[(id, about == Level.Case ? 0 : slot)] = value;
            marked[id] = true;
        }
        else if (about == Level.Case)
            caseValues[Law.Vocabulary.Places[id]] = value;
        else
            countValues[slot][Law.Vocabulary.Places[id]] = value;
    }

    private void SetColumn(int id, Level about, int slot, Column column)
    {
        varying[(id, about == Level.Case ? 0 : slot)] = column;
        marked[id] = true;
    }
}

/// <summary>The values of a fact row by row: one a row, or few that rows share by code.</summary>
internal sealed class Column(Value[] values, int[]? codes)
{
    /// <summary>The distinct values, or one a row.</summary>
    public Value[] Values => values;

    /// <summary>For each row the position of its value; null if there is one a row.</summary>
    public int[]? Codes => codes;

    /// <summary>The value of a row.</summary>
    public Value At(int row) => values[codes is null ? row : codes[row]];
}
