using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>A map with a table of keys.</summary>
/// <param name="name">The part's name in the schema, or nothing if it is written out where it stands.</param>
/// <param name="what">What it is, in the words of a message: "the person".</param>
/// <param name="keys">Its keys.</param>
/// <param name="build">Makes the record of what was read.</param>
internal sealed class MapShape<T>(string? name, string what, ImmutableArray<Key> keys, Func<Section, T> build) : Shape<T>
{
    private readonly KeyTable table = new(keys);

    internal override bool TakesEmpty => true;

    internal override IReadOnlyList<Key> InnerKeys => table.All;

    internal override bool TryRead(CaseNode node, string path, Problems problems, out T value)
    {
        if (node.IsEmpty)
        {
            node = new CaseMap(node.Line, node.Column, []);
        }

        if (node is not CaseMap map)
        {
            value = default!;
            problems.Add(node, path, $"a map of keys is expected for {what}, not {node.Noun}");
            return false;
        }

        value = build(Section.Read(map, path, what, table, problems));
        return true;
    }

    /// <summary>What it is if the file does not have it: every key left out.</summary>
    internal T LeftOut(CasePlace place, Problems problems) => build(Section.LeftOut(place, problems));

    internal override JsonObject Schema(SchemaParts parts) => name is null ? Write(parts) : parts.Refer(name, () => Write(parts));

    private JsonObject Write(SchemaParts parts)
    {
        var required = table.Required.Select(key => (JsonNode)key.Name).ToArray();
        var schema = new JsonObject
        {
            // An empty map (a key with nothing after it) is one with every key left out; it lacks what is required.
            ["type"] = required.Length == 0 ? new JsonArray("object", "null") : "object",
            ["description"] = char.ToUpperInvariant(what[0]) + what[1..] + ".",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(table.All.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)key.Schema(parts)))),
        };
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }
}
