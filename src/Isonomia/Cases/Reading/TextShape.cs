using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>Text, kept as given: a citation, a name, an id. A number is text too (section 459, count 1).</summary>
internal sealed class TextShape(string what) : Shape<string>
{
    internal override bool TryRead(CaseNode node, string path, Problems problems, out string value)
    {
        if (node is CaseScalar { Form: not ScalarForm.Null, Text: var text } && !string.IsNullOrWhiteSpace(text))
        {
            value = text;
            return true;
        }

        value = "";
        problems.Add(node, path, $"{what} is expected, not {(node is CaseScalar ? "an empty text" : node.Noun)}");
        return false;
    }

    internal override JsonObject Schema(SchemaParts parts) =>
        parts.Refer("text", () => new JsonObject { ["type"] = new JsonArray("string", "number"), ["minLength"] = 1 });
}
