using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Isonomia.Cases.Reading;

/// <summary>The keys of one map of the case file, in the order in which the schema lists them.</summary>
internal sealed class KeyTable
{
    private readonly FrozenDictionary<string, Key> byName;

    internal KeyTable(ImmutableArray<Key> keys)
    {
        All = keys;
        Required = [.. keys.Where(key => key.IsRequired)];
        byName = keys.ToFrozenDictionary(key => key.Name, StringComparer.Ordinal);
    }

    internal ImmutableArray<Key> All { get; }

    internal ImmutableArray<Key> Required { get; }

    internal bool TryGetValue(string name, out Key key) => byName.TryGetValue(name, out key!);

    /// <summary>The key whose map has a key of that name: where something stands that was written too high.</summary>
    internal string? Above(string name) =>
        All.FirstOrDefault(key => key.InnerKeys.Any(inner => string.Equals(inner.Name, name, StringComparison.Ordinal)))?.Name;
}
