using System.Text.Json.Nodes;

namespace Isonomia.Cases.Reading;

/// <summary>An application: its name alone, or <c>{ application: ..., filed: ... }</c> where the date of filing is known.</summary>
/// <remarks>
/// Any name is kept, because the list of applications is not the law's vocabulary; but a known name misspelt is a problem, since
/// it would otherwise be passed over in silence.
/// </remarks>
internal sealed class PendingApplicationShape : Shape<PendingApplication>
{
    internal static readonly PendingApplicationShape Only = new();

    private static readonly TextShape Text = new("an application, such as asylum,");

    private static readonly Key<string> Name = new("application", "What is applied for.", Text) { IsRequired = true };

    private static readonly Key<DateOrRange> Filed = new("filed", "When it was filed.", DateOrRangeShape.Only);

    private static readonly MapShape<PendingApplication> Full = new(
        null,
        "an application",
        [Name, Filed],
        section => new PendingApplication(section.Get(Name), section.Get(Filed))
    );

    internal override bool TryRead(CaseNode node, string path, Problems problems, out PendingApplication value)
    {
        if (node is CaseMap)
        {
            return Full.TryRead(node, path, problems, out value) && IsSpelt(value, problems);
        }

        var place = new CasePlace(path, node.Line, node.Column);
        if (!Text.TryRead(node, path, problems, out var name))
        {
            value = null!;
            return false;
        }

        value = new PendingApplication(Known.Value(name, place), Known.LeftOut<DateOrRange>(place));
        return IsSpelt(value, problems);
    }

    internal override JsonObject Schema(SchemaParts parts) => new() { ["anyOf"] = new JsonArray(Text.Schema(parts), Full.Schema(parts)) };

    private static bool IsSpelt(PendingApplication application, Problems problems)
    {
        if (
            !application.Name.TryGet(out var name)
            || PendingApplication.KnownNames.Contains(name)
            || Words.Nearest(name, PendingApplication.KnownNames) is not { } nearest
            || !Words.IsNear(name, nearest)
        )
        {
            return true;
        }

        problems.Add(application.Name.Place, $"{Words.Quote(name)} looks like '{nearest}' misspelt");
        return false;
    }
}
