using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>The named parts of the schema, each written once and referred to.</summary>
internal sealed class SchemaParts
{
    private readonly SortedDictionary<string, JsonObject> parts = new(StringComparer.Ordinal);

    /// <summary>A reference to the part of that name, written now if it is the first.</summary>
    internal JsonObject Refer(string name, Func<JsonObject> write)
    {
        if (!parts.ContainsKey(name))
        {
            // Reserved first, so that a part could refer to itself.
            parts[name] = [];
            parts[name] = write();
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>All parts by name.</summary>
    internal JsonObject All() => new(parts.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value)));
}
