using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>A list; an item that cannot be read is left out and its problem added.</summary>
internal sealed class ListShape<T>(string what, Shape<T> item, bool takesOne = false) : Shape<ValueList<T>>
{
    internal override bool TakesEmpty => true;

    internal override bool TryRead(CaseNode node, string path, Problems problems, out ValueList<T> value)
    {
        if (node.IsEmpty)
        {
            value = [];
            return true;
        }

        if (takesOne && node is CaseScalar)
        {
            var isRead = item.TryRead(node, path, problems, out var one);
            value = isRead ? [one] : [];
            return isRead;
        }

        if (node is not CaseList { Items: var items })
        {
            value = [];
            problems.Add(node, path, $"a list of {what} is expected, not {node.Noun}");
            return false;
        }

        var read = new List<T>();
        for (var i = 0; i < items.Length; i++)
        {
            if (item.TryRead(items[i], $"{path}[{i}]", problems, out var each))
            {
                read.Add(each);
            }
        }

        value = read.ToValueList();
        return true;
    }

    internal override JsonObject Schema(SchemaParts parts)
    {
        var list = new JsonObject { ["type"] = new JsonArray("array", "null"), ["items"] = item.Schema(parts) };
        return takesOne ? new JsonObject { ["anyOf"] = new JsonArray(list, item.Schema(parts)) } : list;
    }
}
