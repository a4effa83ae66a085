using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>One of a list of names.</summary>
/// <remarks>Names and values stand apart: pairs would be a type of their own for each enumeration, to be compiled at every start.</remarks>
/// <typeparam name="T">What a name is read into.</typeparam>
internal sealed class NameShape<T>(string what, ImmutableArray<string> names, T[] values) : Shape<T>
{
    internal override bool TryRead(CaseNode node, string path, Problems problems, out T value)
    {
        value = default!;
        if (node is not CaseScalar { Form: ScalarForm.Plain or ScalarForm.Quoted, Text: var text })
        {
            problems.Add(node, path, $"{what} is expected ({List()}), not {node.Noun}");
            return false;
        }

        var at = names.IndexOf(text, 0, names.Length, StringComparer.Ordinal);
        if (at >= 0)
        {
            value = values[at];
            return true;
        }

        var nearest = Words.Nearest(text, names);
        problems.Add(node, path, $"{Words.Quote(text)} is not {what}; nearest: '{nearest}'; known: {List()}");
        return false;
    }

    internal override JsonObject Schema(SchemaParts parts) => new() { ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };

    private string List() => Words.List(names);
}

/// <summary>Names of enumerations and of the vocabulary.</summary>
internal static class NameShape
{
    /// <summary>The members of an enumeration, in camel case.</summary>
    internal static NameShape<T> Of<T>(string what)
        where T : struct, Enum => Of(what, Enum.GetValues<T>());

    /// <summary>Some members of an enumeration, in camel case.</summary>
    internal static NameShape<T> Of<T>(string what, params ReadOnlySpan<T> values)
        where T : struct, Enum
    {
        var names = ImmutableArray.CreateBuilder<string>(values.Length);
        foreach (var value in values)
        {
            var name = value.ToString();
            names.Add(char.ToLowerInvariant(name[0]) + name[1..]);
        }

        return new NameShape<T>(what, names.MoveToImmutable(), values.ToArray());
    }
}
