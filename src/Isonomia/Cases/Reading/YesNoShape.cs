using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary><c>true</c> or <c>false</c>, or the words yes and no.</summary>
internal sealed class YesNoShape : Shape<bool>
{
    internal static readonly YesNoShape Only = new();

    internal override bool TryRead(CaseNode node, string path, Problems problems, out bool value)
    {
        value = false;
        if (node is CaseScalar { Form: ScalarForm.Plain or ScalarForm.YesNo or ScalarForm.Quoted } scalar)
        {
            var isWord = scalar.Form != ScalarForm.Quoted;
            switch (scalar.Text)
            {
                case "true" or "True" or "TRUE" when isWord:
                case "yes" or "Yes" or "YES":
                    value = true;
                    return true;
                case "false" or "False" or "FALSE" when isWord:
                case "no" or "No" or "NO":
                    return true;
            }
        }

        problems.Add(node, path, $"true or false is expected, not {node.Noun}");
        return false;
    }

    internal override JsonObject Schema(SchemaParts parts) =>
        parts.Refer(
            "yesNo",
            () =>
                new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["type"] = "boolean" },
                        new JsonObject { ["enum"] = new JsonArray("yes", "no") }
                    ),
                }
        );
}
