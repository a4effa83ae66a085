namespace Isonomia.Law;

/// <summary>All facts that rules may name, including matches and open questions.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<string, Fact> byName;

    internal Vocabulary(IReadOnlyList<Fact> facts)
    {
        Facts = facts;
        byName = facts.ToDictionary(f => f.Name, StringComparer.Ordinal);
        Matches = facts.Where(f => f.Kind == FactKind.Match).ToArray();
        matchIndex = new int[facts.Count];
        Array.Fill(matchIndex, -1);
        for (var i = 0; i < Matches.Count; i++)
            matchIndex[Matches[i].Index] = i;
        places = new int[facts.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = perLevel[(int)facts[i].About]++;
    }

    private readonly int[] matchIndex;
    private readonly int[] places;
    private readonly int[] perLevel = new int[2];

    /// <summary>For each fact its position among those of its level.</summary>
    internal ReadOnlySpan<int> Places => places;

    /// <summary>How many facts a level has.</summary>
    internal int CountOf(Level level) => perLevel[(int)level];

    /// <summary>Every fact, by index.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>The matches, in the order of the page.</summary>
    public IReadOnlyList<Fact> Matches { get; }

    /// <summary>The fact of this name, or null.</summary>
    public Fact? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The fact of this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none: a bug of the caller, for pages are checked on load.</exception>
    public Fact this[string name] => byName.TryGetValue(name, out var fact) ? fact : throw new KeyNotFoundException($"no fact \"{name}\"");

    /// <summary>Position of a match fact in <see cref="Matches"/>, or -1.</summary>
    public int MatchIndex(Fact fact) => matchIndex[fact.Index];
}
