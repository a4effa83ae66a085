using System.Text.Json;
using Isonomia.Analysis;
using Isonomia.Facts;
using Isonomia.Law;

namespace Isonomia.Json;

/// <summary>The parts that every answer shares.</summary>
internal static class AnswerJson
{
    /// <summary>The members of an answer, inside an object that is open.</summary>
    public static void Members(Utf8JsonWriter json, Answer answer)
    {
        json.WriteString("answer", answer.Word);
        if (answer.DependsOn.Count > 0)
        {
            json.WriteStartArray("dependsOn");
            foreach (var d in answer.DependsOn)
            {
                json.WriteStartObject();
                json.WriteStartObject("facts");
                foreach (var (key, value) in d.Facts)
                    json.WriteString(key, value);
                json.WriteEndObject();
                json.WriteString("then", d.Then == Truth.Yes ? "yes" : "no");
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (answer.Readings.Count > 0)
        {
            json.WriteStartArray("readings");
            foreach (var r in answer.Readings)
            {
                json.WriteStartObject();
                json.WriteString("question", r.Question);
                json.Strings("readings", r.Readings);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        if (answer.Unreviewed.Count > 0)
            json.Strings("unreviewed", answer.Unreviewed);
    }

    /// <summary>Certainty, authorities and the reason.</summary>
    public static void Basis(Utf8JsonWriter json, Answer answer)
    {
        json.WriteString("certainty", Names.Camel(answer.Certainty));
        json.Strings("authorities", answer.Authorities);
        json.WriteString("because", answer.Because);
    }

    /// <summary>The matches of an offense or count.</summary>
    public static void Matches(Utf8JsonWriter json, IEnumerable<MatchAnswer> matches)
    {
        json.WriteStartArray("matches");
        foreach (var m in matches)
        {
            json.WriteStartObject();
            json.WriteString("category", m.Category);
            Members(json, m.Answer);
            json.WriteStartObject("needs");
            if (m.NeedsImposedDays is { } days)
                json.WriteNumber("imposedDays", days);
            if (m.NeedsLossOver is { } loss)
                json.WriteNumber("lossDollarsOver", loss);
            json.WriteEndObject();
            Basis(json, m.Answer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Each authority that an answer names, once: its citation and status.</summary>
    public static void Authorities(Utf8JsonWriter json, Lawbook law, IEnumerable<string> ids)
    {
        json.WriteStartObject("authorities");
        foreach (var id in ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (law.Authority(id) is not { } authority)
                continue;
            json.WriteStartObject(id);
            json.WriteString("cite", authority.Cite);
            json.WriteString("status", authority.Status);
            json.WriteString("seen", authority.Seen);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
