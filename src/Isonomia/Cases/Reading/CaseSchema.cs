using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>The JSON Schema of the case file, written from the same tables that the reader reads with.</summary>
public static class CaseSchema
{
    /// <summary>Not escaped for HTML: the schema is a file for editors, never markup.</summary>
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema (draft 2020-12) of case files with these keys, as JSON text that ends in a line break.</summary>
    /// <remarks>
    /// It covers names and kinds. Dates that do not exist, dates out of order and ids that name nothing are the reader's to find.
    /// </remarks>
    public static string Json(CaseVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var parts = new SchemaParts();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:isonomia:case",
            ["title"] = "Isonomia case file",
        };
        foreach (var (name, value) in new CaseForm(vocabulary).Matter.Schema(parts))
        {
            schema[name] = value?.DeepClone();
        }

        schema["$defs"] = parts.All();
        return schema.ToJsonString(Indented) + "\n";
    }
}
