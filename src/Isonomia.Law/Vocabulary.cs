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
    }

    private readonly int[] matchIndex;

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
