namespace Isonomia.Cases.Reading;

/// <summary>Reads case files: YAML or JSON in, a matter or all problems at once out.</summary>
/// <remarks>
/// Pure: the host reads the file and passes its bytes or text. It never throws on what a file holds. Statute text that cannot be
/// read is no problem here; it is kept as given, with its place.
/// </remarks>
public sealed class CaseReader
{
    private readonly CaseForm form;

    /// <summary>A reader of case files with these keys.</summary>
    /// <param name="vocabulary">The keys that grow with the law.</param>
    public CaseReader(CaseVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        form = ReferenceEquals(vocabulary, CaseVocabulary.Contract) ? CaseForm.OfContract : new CaseForm(vocabulary);
    }

    /// <summary>Reads the bytes of a file: UTF-8, at most 5 MB.</summary>
    /// <param name="file">The file's name for messages. A name that ends in <c>.json</c> is read as JSON, <c>.yaml</c> or <c>.yml</c> as YAML; any other by its first character.</param>
    /// <param name="bytes">What it holds.</param>
    public CaseReading Read(string file, ReadOnlySpan<byte> bytes)
    {
        var problems = new Problems(file);
        return CaseText.TryDecode(bytes, problems, out var text)
            ? ReadText(file, text, problems)
            : new CaseReading.Refused(problems.InOrder());
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="file">The file's name, as above.</param>
    /// <param name="text">What it holds.</param>
    public CaseReading Read(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new Problems(file);
        return CaseText.IsReadable(text, problems) ? ReadText(file, text, problems) : new CaseReading.Refused(problems.InOrder());
    }

    private CaseReading ReadText(string file, string text, Problems problems)
    {
        var root = IsJson(file, text) ? JsonTree.Read(text, problems) : YamlTree.Read(text, problems);
        if (root is null || problems.Any)
        {
            // A tree with an alias or a key twice would only breed problems that are not the writer's.
            return new CaseReading.Refused(problems.InOrder());
        }

        if (root is CaseMap map && form.Matter.TryRead(map, "", problems, out var matter))
        {
            CaseChecks.Check(matter, AsOfPlace(map), problems);
            return problems.Any ? new CaseReading.Refused(problems.InOrder()) : new CaseReading.Accepted(matter);
        }

        problems.Add(
            root,
            "",
            root.IsEmpty ? "the file is empty" : $"a case is a map of keys (person, priors, charges, disposition), not {root.Noun}"
        );
        return new CaseReading.Refused(problems.InOrder());
    }

    private static CasePlace AsOfPlace(CaseMap map)
    {
        var entry = map.Entries.FirstOrDefault(entry => string.Equals(entry.Key, "asOf", StringComparison.Ordinal));
        return entry.Value is null ? CasePlace.Nowhere : new CasePlace("asOf", entry.Value.Line, entry.Value.Column);
    }

    private static bool IsJson(string file, string text) =>
        file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || (
            !file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            && !file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            && text.AsSpan().TrimStart() is ['{', ..]
        );
}
