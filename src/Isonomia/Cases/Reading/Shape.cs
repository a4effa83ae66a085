using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>
/// What a value of the case file looks like: it reads the value and writes the schema of the value, so that the reader and the
/// schema cannot drift apart.
/// </summary>
/// <typeparam name="T">What the value is read into.</typeparam>
internal abstract class Shape<T>
{
    /// <summary>Reads the value, or adds what is wrong with it.</summary>
    internal abstract bool TryRead(CaseNode node, string path, Problems problems, out T value);

    /// <summary>The JSON Schema of the value.</summary>
    internal abstract JsonObject Schema(SchemaParts parts);

    /// <summary>Whether an empty value (a key with nothing after it) can be read: an empty map or list can, a missing date cannot.</summary>
    internal virtual bool TakesEmpty => false;

    /// <summary>The keys of the map that the value is, if it is one: a key that stands too high is then named with its place.</summary>
    internal virtual IReadOnlyList<Key> InnerKeys => [];
}
