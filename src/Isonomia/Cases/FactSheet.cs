using System.Collections.Immutable;

namespace Isonomia.Cases;

/// <summary>
/// Named facts whose keys the law's vocabulary gives: what the record of conviction establishes, what is alleged, or what the
/// vocabulary asks about a person or a count beyond the keys of the contract.
/// </summary>
/// <remarks>Facts alleged are never treated as the record of conviction: they are two sheets.</remarks>
public sealed class FactSheet : IEquatable<FactSheet>
{
    private readonly ImmutableSortedDictionary<string, Known<FactValue>> facts;

    private FactSheet(CasePlace place, Knowledge whenLeftOut, ImmutableSortedDictionary<string, Known<FactValue>> facts)
    {
        Place = place;
        WhenLeftOut = whenLeftOut;
        this.facts = facts;
    }

    /// <summary>Where the sheet stands, or would stand.</summary>
    public CasePlace Place { get; }

    /// <summary>
    /// What a key that is not on the sheet is: <see cref="Knowledge.Unknown"/>, or <see cref="Knowledge.Silent"/> if the
    /// file says <c>record: silent</c>, a record that establishes nothing.
    /// </summary>
    public Knowledge WhenLeftOut { get; }

    /// <summary>The keys that the file gives, in order of their names.</summary>
    public IEnumerable<string> Keys => facts.Keys;

    /// <summary>The fact of that key. Left out is unknown (or silent, see <see cref="WhenLeftOut"/>), never no.</summary>
    public Known<FactValue> this[string key] =>
        facts.TryGetValue(key, out var fact) ? fact
        : WhenLeftOut == Knowledge.Silent ? Known.Silent<FactValue>(PlaceOf(key))
        : Known.LeftOut<FactValue>(PlaceOf(key));

    /// <summary>The same without the place of a fact that is left out, which whoever computes does not need.</summary>
    internal Known<FactValue> Said(string key) =>
        facts.TryGetValue(key, out var fact) ? fact
        : WhenLeftOut == Knowledge.Silent ? Known.Silent<FactValue>(Place)
        : Known.LeftOut<FactValue>(Place);

    /// <summary>A sheet with no fact.</summary>
    public static FactSheet Empty(CasePlace place = default) =>
        new(place, Knowledge.Unknown, ImmutableSortedDictionary.Create<string, Known<FactValue>>(StringComparer.Ordinal));

    /// <summary>The sheet of a record that leaves everything open.</summary>
    public static FactSheet Silent(CasePlace place = default) =>
        new(place, Knowledge.Silent, ImmutableSortedDictionary.Create<string, Known<FactValue>>(StringComparer.Ordinal));

    /// <summary>The same sheet with one fact more, or another in its place.</summary>
    public FactSheet With(string key, Known<FactValue> fact) => new(Place, WhenLeftOut, facts.SetItem(key, fact));

    /// <inheritdoc/>
    public bool Equals(FactSheet? other) =>
        other is not null
        && WhenLeftOut == other.WhenLeftOut
        && facts.Count == other.facts.Count
        && facts.All(fact => other.facts.TryGetValue(fact.Key, out var same) && fact.Value.Equals(same));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FactSheet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(WhenLeftOut);
        foreach (var (key, fact) in facts)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(fact);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", facts.Select(fact => $"{fact.Key}: {fact.Value}"));

    private CasePlace PlaceOf(string key) => Place with { Path = string.IsNullOrEmpty(Place.Path) ? key : $"{Place.Path}.{key}" };
}
