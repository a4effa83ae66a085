using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>One key of a map: its name, what it takes, and whether it can be left open.</summary>
internal abstract class Key(string name, string meaning)
{
    internal const string UnknownWord = "unknown";
    internal const string SilentWord = "silent";
    internal const string DisputedWord = "disputed";

    /// <summary>The key as a case file writes it.</summary>
    internal string Name { get; } = name;

    /// <summary>What it says, for the schema.</summary>
    internal string Meaning { get; } = meaning;

    /// <summary>Whether a map without it is a problem.</summary>
    internal bool IsRequired { get; init; }

    /// <summary>Whether the word <c>unknown</c> keeps it open; otherwise the word is a value like another.</summary>
    internal bool TakesUnknown { get; init; } = true;

    /// <summary>Whether it can be <c>silent</c>: a fact of the record, or the whole record.</summary>
    internal bool TakesSilent { get; init; }

    /// <summary>Whether it can be <c>{ disputed: [a, b] }</c>: a fact of the record.</summary>
    internal bool TakesDisputed { get; init; }

    /// <summary>The keys of the map that it takes, if it takes one.</summary>
    internal abstract IReadOnlyList<Key> InnerKeys { get; }

    /// <summary>What the file says for the key, as a <see cref="Known{T}"/> of the key's type.</summary>
    internal abstract object Read(CaseNode node, string path, Problems problems);

    /// <summary>What it is if the file does not have it.</summary>
    internal abstract object LeftOut(CasePlace place);

    /// <summary>The schema of what it takes.</summary>
    internal abstract JsonObject Schema(SchemaParts parts);
}

/// <summary>A key of one type.</summary>
internal sealed class Key<T>(string name, string meaning, Shape<T> shape) : Key(name, meaning)
{
    internal override IReadOnlyList<Key> InnerKeys => shape.InnerKeys;

    internal override Known<T> Read(CaseNode node, string path, Problems problems)
    {
        var place = new CasePlace(path, node.Line, node.Column);
        if (TakesUnknown && node is CaseScalar word && word.Says(UnknownWord))
        {
            return Known.Unknown<T>(place);
        }

        if (TakesSilent && node is CaseScalar silent && silent.Says(SilentWord))
        {
            return Known.Silent<T>(place);
        }

        if (TakesDisputed && node is CaseMap map)
        {
            return ReadDispute(map, place, problems);
        }

        if (node.IsEmpty && !shape.TakesEmpty)
        {
            problems.Add(node, path, "has no value; give one, write 'unknown', or leave the key out");
            return Known.Unknown<T>(place);
        }

        return shape.TryRead(node, path, problems, out var value) ? Known.Value(value, place) : Known.Unknown<T>(place);
    }

    internal override Known<T> LeftOut(CasePlace place) => Known.LeftOut<T>(place);

    internal override JsonObject Schema(SchemaParts parts)
    {
        var value = shape.Schema(parts);
        if (!TakesUnknown && !TakesSilent)
        {
            value["description"] = Meaning;
            return value;
        }

        var ways = new JsonArray(value);
        var words = new JsonArray();
        if (TakesUnknown)
        {
            words.Add(UnknownWord);
        }

        if (TakesSilent)
        {
            words.Add(SilentWord);
        }

        if (TakesDisputed)
        {
            ways.Add(
                new JsonObject
                {
                    ["type"] = "object",
                    ["additionalProperties"] = false,
                    ["required"] = new JsonArray(DisputedWord),
                    ["properties"] = new JsonObject
                    {
                        [DisputedWord] = new JsonObject
                        {
                            ["type"] = "array",
                            ["minItems"] = 2,
                            ["items"] = shape.Schema(parts),
                        },
                    },
                }
            );
        }

        ways.Add(new JsonObject { ["enum"] = words });
        return new JsonObject { ["description"] = Meaning, ["anyOf"] = ways };
    }

    private Known<T> ReadDispute(CaseMap map, CasePlace place, Problems problems)
    {
        foreach (var entry in map.Entries)
        {
            if (!string.Equals(entry.Key, DisputedWord, StringComparison.Ordinal))
            {
                problems.Add(
                    entry.Line,
                    entry.Column,
                    CasePath.Join(place.Path, entry.Key),
                    $"unknown key {Words.Quote(entry.Key)}; nearest known key: '{DisputedWord}', as in {{ disputed: [a, b] }}"
                );
            }
        }

        var dispute = map.Entries.FirstOrDefault(entry => string.Equals(entry.Key, DisputedWord, StringComparison.Ordinal));
        if (dispute.Value is null)
        {
            if (map.Entries.IsEmpty)
            {
                problems.Add(map, place.Path, "an empty map; a disputed fact is written { disputed: [a, b] }");
            }

            return Known.Unknown<T>(place);
        }

        var path = CasePath.Join(place.Path, DisputedWord);
        if (!new ListShape<T>("the values asserted", shape).TryRead(dispute.Value, path, problems, out var values))
        {
            return Known.Unknown<T>(place);
        }

        var different = values.Distinct().ToValueList();
        if (different.Count >= 2)
        {
            return Known.Disputed(different, place);
        }

        // Where an item could not be read, its own problem is enough.
        if (dispute.Value is not CaseList list || list.Items.Length == values.Count)
        {
            problems.Add(dispute.Value, path, "a dispute needs two different values");
        }

        return Known.Unknown<T>(place);
    }
}
