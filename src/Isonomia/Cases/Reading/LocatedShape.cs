using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>An item of a list together with its place.</summary>
internal sealed class LocatedShape<T>(Shape<T> shape) : Shape<Known<T>>
{
    internal override bool TryRead(CaseNode node, string path, Problems problems, out Known<T> value)
    {
        var place = new CasePlace(path, node.Line, node.Column);
        var isRead = shape.TryRead(node, path, problems, out var read);
        value = isRead ? Known.Value(read, place) : Known.Unknown<T>(place);
        return isRead;
    }

    internal override JsonObject Schema(SchemaParts parts) => shape.Schema(parts);
}
