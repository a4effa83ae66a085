namespace Isonomia.Law;

/// <summary>
/// What is known of some rows: a row is one person, or one world of a person. Facts of the case have one value a row; facts of a count have one
/// a row and slot, where slot j holds every row's j-th count. Most values are the same in all rows and are kept once.
/// </summary>
public sealed class RowSet
{
    private readonly Value[] caseValues;
    private readonly Value[][] countValues;
    private readonly Dictionary<(int Fact, int Slot), Column> varying = [];

    /// <summary>In a copy: values that stand over the shared ones.</summary>
    private readonly Dictionary<(int Fact, int Slot), Value>? over;

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
        caseValues = new Value[ids];
        countValues = new Value[slots][];
        for (var s = 0; s < slots; s++)
            countValues[s] = new Value[ids];
    }

    private RowSet(RowSet other, int rows)
    {
        Law = other.Law;
        Rows = rows;
        Slots = other.Slots;
        // The values are shared: whatever is set later goes over them.
        caseValues = other.caseValues;
        countValues = other.countValues;
        over = other.over is null ? [] : new(other.over);
    }

    private RowSet(RowSet other, int like, int slot)
    {
        Law = other.Law;
        Rows = 1;
        Slots = 1;
        caseValues = other.caseValues;
        countValues = [other.countValues[slot]];
        over = [];
        foreach (var ((fact, at), value) in other.over ?? [])
            Over(fact, at, value);
        foreach (var ((fact, at), values) in other.varying)
            Over(fact, at, values.At(like));

        void Over(int fact, int at, Value value)
        {
            if (IsOfCase(fact) || at == slot)
                over[(fact, 0)] = value;
        }
    }

    /// <summary>The law book.</summary>
    public Lawbook Law { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of counts.</summary>
    public int Slots { get; }

    /// <summary>Words of 64 rows.</summary>
    public int Words => (Rows + 63) / 64;

    /// <summary>Sets a fact of the case in every row.</summary>
    public void Set(Fact fact, Value value)
    {
        if (over is not null)
            over[(fact.Index, 0)] = value;
        else
            caseValues[fact.Index] = value;
    }

    /// <summary>Sets a fact of a count in every row.</summary>
    public void Set(Fact fact, int slot, Value value)
    {
        if (over is not null)
            over[(fact.Index, slot)] = value;
        else
            countValues[slot][fact.Index] = value;
    }

    /// <summary>Sets a fact row by row.</summary>
    public void SetRows(Fact fact, int slot, Value[] values) =>
        varying[(fact.Index, fact.About == Level.Case ? 0 : slot)] = new(values, null);

    /// <summary>
    /// Sets a fact row by row, where the rows share few values: <paramref name="codes"/> says for each row which of them. A test is then made
    /// once a value and not once a row.
    /// </summary>
    public void SetCoded(Fact fact, int slot, Value[] values, int[] codes) =>
        varying[(fact.Index, fact.About == Level.Case ? 0 : slot)] = new(values, codes);

    /// <summary>Gives a rule's answer instead of running it.</summary>
    public void Give(Rule rule, int slot, Value value)
    {
        var id = RuleId(rule);
        if (over is not null)
            over[(id, rule.About == Level.Case ? 0 : slot)] = value;
        else if (rule.About == Level.Case)
            caseValues[id] = value;
        else
            countValues[slot][id] = value;
    }

    /// <summary>Gives a rule's answer row by row instead of running it.</summary>
    public void GiveRows(Rule rule, int slot, Value[] values) =>
        varying[(RuleId(rule), rule.About == Level.Case ? 0 : slot)] = new(values, null);

    /// <summary>The value in a row.</summary>
    public Value Get(Fact fact, int slot, int row) => Get(fact.Index, fact.About, slot, row);

    internal int RuleId(Rule rule) => Law.Vocabulary.Facts.Count + rule.Index;

    internal Value Get(int id, Level about, int slot, int row)
    {
        if (varying.Count > 0 && varying.TryGetValue((id, about == Level.Case ? 0 : slot), out var values))
            return values.At(row);
        if (over is { Count: > 0 } && over.TryGetValue((id, about == Level.Case ? 0 : slot), out var value))
            return value;
        return about == Level.Case ? caseValues[id] : countValues[slot][id];
    }

    /// <summary>The values of a fact row by row, or null if they are the same in every row.</summary>
    internal Column? Varying(int id, Level about, int slot) =>
        varying.Count == 0 ? null : varying.GetValueOrDefault((id, about == Level.Case ? 0 : slot));

    /// <summary>A copy with <paramref name="rows"/> rows, each as row <paramref name="like"/> of this one; worlds are made from it by <see cref="SetRows"/>.</summary>
    public RowSet Repeat(int like, int rows)
    {
        var copy = new RowSet(this, rows);
        foreach (var (key, values) in varying)
            copy.over![key] = values.At(like);
        return copy;
    }

    /// <summary>One row with one count of it, as slot 0: for what no other count can change.</summary>
    public RowSet Only(int like, int slot) => new(this, like, slot);

    private bool IsOfCase(int id)
    {
        var facts = Law.Vocabulary.Facts;
        return (id < facts.Count ? facts[id].About : Law.Rules[id - facts.Count].About) == Level.Case;
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
