using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>Reads with another shape and takes the value as a fact of the vocabulary.</summary>
internal sealed class FactShape<T>(Shape<T> shape, Func<T, FactValue> make) : Shape<FactValue>
{
    internal override bool TryRead(CaseNode node, string path, Problems problems, out FactValue value)
    {
        if (shape.TryRead(node, path, problems, out var read))
        {
            value = make(read);
            return true;
        }

        value = null!;
        return false;
    }

    internal override JsonObject Schema(SchemaParts parts) => shape.Schema(parts);
}

/// <summary>The shapes of the vocabulary's kinds.</summary>
internal static class FactShape
{
    internal static Shape<FactValue> Of(CaseKeyKind kind) =>
        kind switch
        {
            CaseKeyKind.YesNo => new FactShape<bool>(YesNoShape.Only, isYes => new FactValue.YesNo(isYes)),
            CaseKeyKind.OneOf oneOf => new FactShape<string>(
                new NameShape<string>("one of the names", [.. oneOf.Names], [.. oneOf.Names]),
                name => new FactValue.Name(name)
            ),
            CaseKeyKind.Number number => NumberShape.Fact(number.Unit),
            CaseKeyKind.Date => new FactShape<NodaTime.LocalDate>(DateShape.Only, day => new FactValue.Date(day)),
            _ => new FactShape<string>(new TextShape("text"), text => new FactValue.Words(text)),
        };
}
