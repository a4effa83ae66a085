using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Xunit;

namespace Isonomia.Tests.Cases;

public sealed class CaseSchemaTests
{
    private static readonly CaseVocabulary Grown = CaseVocabulary
        .Contract.With(new CaseKey(CasePart.Person, "drugAbuserOrAddict", new CaseKeyKind.YesNo(), "Drug abuser?"))
        .With(new CaseKey(CasePart.Count, "formallyAdmitted", new CaseKeyKind.YesNo(), "Formally admitted?"))
        .With(new CaseKey(CasePart.Count, "strikeKind", new CaseKeyKind.OneOf(["serious", "violent"]), "Which?"))
        .With(new CaseKey(CasePart.Count, "releaseDate", new CaseKeyKind.Date(), "When released?"))
        .With(new CaseKey(CasePart.Record, "onlyOwnFamilySmuggled", new CaseKeyKind.YesNo(), "Only own family?"));

    [Fact]
    public void The_schema_is_JSON_of_draft_2020_12_that_refuses_keys_it_does_not_know()
    {
        var schema = Schema(CaseVocabulary.Contract);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)schema["$schema"]);
        foreach (var map in Maps(schema))
        {
            Assert.False((bool)map["additionalProperties"]!);
        }
    }

    [Fact]
    public void Every_key_of_the_contract_stands_in_the_schema()
    {
        var keys = Maps(Schema(CaseVocabulary.Contract))
            .SelectMany(map => map["properties"]!.AsObject().Select(key => key.Key))
            .ToHashSet(StringComparer.Ordinal);
        var used = Regex
            .Matches(Sample.Contract, @"(?<=^|[\s{])(?<key>\w+):", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
            .Select(match => match.Groups["key"].Value);
        Assert.Empty(used.Except(keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_of_the_schema_is_a_key_of_the_reader_and_every_other_is_not()
    {
        foreach (var (path, key) in Keys(Schema(Grown)))
        {
            var known = Sample.Problems(Reader(Grown).Read("case.json", At(path, key, "{ \"no\": [] }")));
            Assert.DoesNotContain(known, problem => problem.Contains($"unknown key '{key}'", StringComparison.Ordinal));
            var unknown = Sample.Problems(Reader(Grown).Read("case.json", At(path, key + "X", "{ \"no\": [] }")));
            Assert.Contains(unknown, problem => problem.Contains($"unknown key '{key}X'", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_contract_sample_and_small_cases_validate()
    {
        var schema = Schema(Grown);
        string[] cases =
        [
            ToJson(Sample.Contract),
            "{}",
            """{ "person": null, "priors": null, "charges": [], "disposition": "unknown" }""",
            """{ "person": { "status": "unknown", "drugAbuserOrAddict": "no", "admitted": { "from": "2020-01-01", "to": "2020-02-01" } } }""",
            """{ "person": { "pending": [ "asylum", { "application": "adjustment", "filed": "2026-01-01" } ], "relatives": "unknown" } }""",
            """{ "priors": [ { "offense": 459, "record": "silent", "formallyAdmitted": true, "strikeKind": "serious", "releaseDate": "2020-01-01" } ] }""",
            """{ "priors": [ { "offense": "x", "record": { "victim": "silent", "marijuanaGrams": 28.5, "act": { "disputed": ["sell", "use"] }, "onlyOwnFamilySmuggled": "unknown" } } ] }""",
            """{ "charges": [ { "id": 1, "offense": "PC 459" } ], "disposition": [ { "charge": 1, "sentence": { "consecutiveTo": [], "life": true } } ] }""",
        ];
        foreach (var text in cases)
        {
            Assert.Empty(Errors(schema, JsonNode.Parse(text), schema));
            Assert.IsType<CaseReading.Accepted>(Reader(Grown).Read("case.json", text));
        }
    }

    [Fact]
    public void What_the_schema_refuses_the_reader_refuses()
    {
        var schema = Schema(Grown);
        string[] cases =
        [
            "[]",
            """{ "preson": {} }""",
            """{ "person": { "status": "citzen" } }""",
            """{ "person": { "born": "11/22/1998" } }""",
            """{ "person": { "removedBefore": 1 } }""",
            """{ "priors": [ { "class": "felony" } ] }""",
            """{ "priors": [ { "offense": null } ] }""",
            """{ "priors": [ { "offense": "x", "record": { "victim": { "disputed": ["spouse"] } } } ] }""",
            """{ "priors": [ { "offense": "x", "facts": "silent" } ] }""",
            """{ "priors": [ { "offense": "x", "sentence": { "jailDays": -1 } } ] }""",
            """{ "priors": [ { "offense": "x", "sentence": { "jailDays": 1.5 } } ] }""",
            """{ "priors": [ { "offense": "x", "sentence": { "jailDays": "silent" } } ] }""",
            """{ "priors": [ { "offense": "x", "sentence": { "splitMonths": { "custody": 12 } } } ] }""",
            """{ "disposition": [ { "outcome": "plea" } ] }""",
        ];
        foreach (var text in cases)
        {
            Assert.NotEmpty(Errors(schema, JsonNode.Parse(text), schema));
            Assert.IsType<CaseReading.Refused>(Reader(Grown).Read("case.json", text));
        }
    }

    [Fact]
    public void The_schema_is_the_same_text_every_time() => Assert.Equal(CaseSchema.Json(Grown), CaseSchema.Json(Grown));

    private static JsonObject Schema(CaseVocabulary vocabulary) => JsonNode.Parse(CaseSchema.Json(vocabulary))!.AsObject();

    private static CaseReader Reader(CaseVocabulary vocabulary) => new(vocabulary);

    /// <summary>Every object in the schema that describes a map of the case file.</summary>
    private static IEnumerable<JsonObject> Maps(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(each => Maps(each.Value)).Concat(map["properties"] is JsonObject ? [map] : []),
            JsonArray list => list.SelectMany(Maps),
            _ => [],
        };

    /// <summary>Every key with the path of steps that leads to its map: a step of "[]" goes into a list.</summary>
    private static IEnumerable<(string[] Path, string Key)> Keys(JsonObject schema) => Keys(schema, schema, []);

    private static IEnumerable<(string[] Path, string Key)> Keys(JsonObject root, JsonNode? node, string[] path)
    {
        foreach (var schema in Alternatives(root, node))
        {
            foreach (var (key, value) in schema["properties"] as JsonObject ?? [])
            {
                yield return (path, key);
                foreach (var inner in Keys(root, value, [.. path, key]))
                {
                    yield return inner;
                }
            }

            foreach (var inner in schema["items"] is { } items ? Keys(root, items, [.. path, "[]"]) : [])
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<JsonObject> Alternatives(JsonObject root, JsonNode? node)
    {
        if (node is not JsonObject schema)
        {
            yield break;
        }

        yield return schema;
        JsonNode?[] others = [schema["$ref"] is { } name ? Referred(root, (string)name!) : null, .. schema["anyOf"] as JsonArray ?? []];
        foreach (var other in others.SelectMany(other => Alternatives(root, other)))
        {
            yield return other;
        }
    }

    /// <summary>A case file with that key at the end of the path, and nothing else.</summary>
    private static string At(string[] path, string key, string value)
    {
        var text = $"{{ \"{key}\": {value} }}";
        foreach (var step in path.Reverse())
        {
            text = string.Equals(step, "[]", StringComparison.Ordinal) ? $"[ {text} ]" : $"{{ \"{step}\": {text} }}";
        }

        return text;
    }

    private static JsonObject Referred(JsonObject root, string reference) => root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();

    /// <summary>As much of a validator as the schema uses, written apart from the reader; a keyword it does not know fails the test.</summary>
    private static List<string> Errors(JsonObject schema, JsonNode? value, JsonObject root)
    {
        var errors = new List<string>();
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        foreach (var (keyword, argument) in schema)
        {
            switch (keyword)
            {
                case "$schema" or "$id" or "$defs" or "title" or "description" or "format" or "properties":
                    break;
                case "$ref":
                    errors.AddRange(Errors(Referred(root, (string)argument!), value, root));
                    break;
                case "anyOf":
                    if (argument!.AsArray().All(each => Errors(each!.AsObject(), value, root).Count > 0))
                    {
                        errors.Add($"{value?.ToJsonString()} matches none");
                    }

                    break;
                case "type":
                    var types = argument is JsonArray list ? list.Select(each => (string)each!) : [(string)argument!];
                    if (!types.Any(type => IsOfType(type, value, kind)))
                    {
                        errors.Add($"{kind} is not {argument}");
                    }

                    break;
                case "enum":
                    if (!argument!.AsArray().Any(each => JsonNode.DeepEquals(each, value)))
                    {
                        errors.Add($"{value?.ToJsonString()} is none of {argument.ToJsonString()}");
                    }

                    break;
                case "pattern":
                    if (
                        kind == JsonValueKind.String
                        && !Regex.IsMatch((string)value!, (string)argument!, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
                    )
                    {
                        errors.Add($"{value} does not match");
                    }

                    break;
                case "minLength":
                    if (kind == JsonValueKind.String && ((string)value!).Length < (int)argument!)
                    {
                        errors.Add("too short");
                    }

                    break;
                case "minimum":
                    if (kind == JsonValueKind.Number && (decimal)value! < (decimal)argument!)
                    {
                        errors.Add("too small");
                    }

                    break;
                case "maximum":
                    if (kind == JsonValueKind.Number && (decimal)value! > (decimal)argument!)
                    {
                        errors.Add("too large");
                    }

                    break;
                case "minItems":
                    if (value is JsonArray few && few.Count < (int)argument!)
                    {
                        errors.Add("too few");
                    }

                    break;
                case "items":
                    if (value is JsonArray items)
                    {
                        errors.AddRange(items.SelectMany(item => Errors(argument!.AsObject(), item, root)));
                    }

                    break;
                case "required":
                    if (value is JsonObject lacking)
                    {
                        errors.AddRange(
                            argument!.AsArray().Where(key => !lacking.ContainsKey((string)key!)).Select(key => $"{key} is missing")
                        );
                    }

                    break;
                case "additionalProperties":
                    if (value is JsonObject map)
                    {
                        var properties = schema["properties"]!.AsObject();
                        errors.AddRange(
                            map.SelectMany(each =>
                                properties.TryGetPropertyValue(each.Key, out var inner)
                                    ? Errors(inner!.AsObject(), each.Value, root)
                                    : [$"unknown key {each.Key}"]
                            )
                        );
                    }

                    break;
                default:
                    errors.Add($"the keyword {keyword} is not known to this test");
                    break;
            }
        }

        return errors;
    }

    private static bool IsOfType(string type, JsonNode? value, JsonValueKind kind) =>
        type switch
        {
            "object" => kind == JsonValueKind.Object,
            "array" => kind == JsonValueKind.Array,
            "string" => kind == JsonValueKind.String,
            "number" => kind == JsonValueKind.Number,
            "integer" => kind == JsonValueKind.Number && decimal.IsInteger((decimal)value!),
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            _ => kind == JsonValueKind.Null,
        };

    /// <summary>The YAML sample as JSON, by a parser of its own.</summary>
    private static string ToJson(string yaml)
    {
        var stream = new YamlDotNet.RepresentationModel.YamlStream();
        stream.Load(new StringReader(yaml));
        return Convert(stream.Documents[0].RootNode)!.ToJsonString();
    }

    private static JsonNode? Convert(YamlDotNet.RepresentationModel.YamlNode node) =>
        node switch
        {
            YamlDotNet.RepresentationModel.YamlMappingNode map => new JsonObject(
                map.Children.Select(each => KeyValuePair.Create(each.Key.ToString(), Convert(each.Value)))
            ),
            YamlDotNet.RepresentationModel.YamlSequenceNode list => new JsonArray([.. list.Select(Convert)]),
            YamlDotNet.RepresentationModel.YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain
                when int.TryParse(plain.Value, out var number) => number,
            YamlDotNet.RepresentationModel.YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain
                when bool.TryParse(plain.Value, out var isYes) => isYes,
            _ => ((YamlDotNet.RepresentationModel.YamlScalarNode)node).Value,
        };
}
