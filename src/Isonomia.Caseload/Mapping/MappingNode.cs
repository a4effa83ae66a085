using System.Globalization;
using Isonomia.Law;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Isonomia.Caseload.Mapping;

/// <summary>A place in a mapping file; whatever is read of it is read strictly, and every problem names its line and column.</summary>
internal sealed class MappingNode(string file, YamlNode node)
{
    public static MappingNode Parse(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException problem)
        {
            throw new InputException(file, problem.Start.Line, (int)problem.Start.Column, $"this is not YAML: {problem.Message}");
        }
        if (stream.Documents.Count == 0)
            throw new InputException(file, 0, 0, "the mapping file is empty");
        return new MappingNode(file, stream.Documents[0].RootNode);
    }

    public InputException Problem(string message) => new(file, node.Start.Line, (int)node.Start.Column, message);

    /// <summary>Entries of a mapping, whose keys must be among <paramref name="known"/>.</summary>
    public IReadOnlyDictionary<string, MappingNode> Entries(params string[] known)
    {
        var entries = Any();
        foreach (var (key, value) in entries)
            if (Array.IndexOf(known, key) < 0)
                throw value.KeyProblem(key, $"there is no key \"{key}\" here{Suggest.DidYouMean(key, known)}");
        return entries;
    }

    /// <summary>Entries of a mapping with any keys.</summary>
    public IReadOnlyDictionary<string, MappingNode> Any()
    {
        if (node is not YamlMappingNode map)
            throw Problem("keys and values are expected here");
        var entries = new Dictionary<string, MappingNode>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Children)
        {
            var name =
                (key as YamlScalarNode)?.Value
                ?? throw new InputException(file, key.Start.Line, (int)key.Start.Column, "a key must be a word");
            entries.Add(name, new MappingNode(file, value) { Key = key });
        }
        return entries;
    }

    public bool IsMapping => node is YamlMappingNode;

    public string Text() => node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : throw Problem("a value is expected here");

    public IReadOnlyList<string> Texts() =>
        node is YamlSequenceNode list ? [.. list.Children.Select(c => new MappingNode(file, c).Text())] : [Text()];

    /// <summary>The name of a column that may be read.</summary>
    public string Column()
    {
        var name = Text();
        return SealedColumns.Holds(name) ? throw Problem($"\"{name}\" is never read: {WhySealed}") : name;
    }

    public int Whole(int least, int most) =>
        int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Problem($"\"{Text()}\" is not a whole number from {least} to {most}");

    public LocalDate Date() =>
        LocalDatePattern.Iso.Parse(Text()) is { Success: true } date
            ? date.Value
            : throw Problem($"\"{Text()}\" is not a date; write 2026-11-22");

    public const string WhySealed =
        "citizenship, birthplace, name, language and the numbers that stand for a person are left where they are";

    private YamlNode? Key { get; init; }

    private InputException KeyProblem(string key, string message) =>
        new(file, (Key ?? node).Start.Line, (int)(Key ?? node).Start.Column, message);
}
