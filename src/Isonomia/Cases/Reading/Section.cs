namespace Isonomia.Cases.Reading;

/// <summary>A map of the file, read by the table of its keys.</summary>
internal sealed class Section
{
    private readonly Dictionary<Key, object> values = [];

    private Section(CasePlace place, Problems problems)
    {
        Place = place;
        Problems = problems;
    }

    internal CasePlace Place { get; }

    internal Problems Problems { get; }

    /// <summary>Reads every key of the table; what the table does not know, or requires and does not find, is a problem.</summary>
    internal static Section Read(CaseMap map, string path, string what, KeyTable keys, Problems problems)
    {
        var section = new Section(new CasePlace(path, map.Line, map.Column), problems);
        foreach (var entry in map.Entries)
        {
            var keyPath = CasePath.Join(path, entry.Key);
            if (keys.TryGetValue(entry.Key, out var key))
            {
                section.values[key] = key.Read(entry.Value, keyPath, problems);
            }
            else if (!problems.IsFull)
            {
                problems.Add(
                    entry.Line,
                    entry.Column,
                    keyPath,
                    $"unknown key {Words.Quote(entry.Key)} in {what}; {Advice(entry.Key, keys)}"
                );
            }
        }

        foreach (var key in keys.Required.Where(key => !section.values.ContainsKey(key)))
        {
            problems.Add(map, CasePath.Join(path, key.Name), $"the key '{key.Name}' is missing from {what}");
        }

        return section;
    }

    /// <summary>A map that the file does not have: every key is left out.</summary>
    internal static Section LeftOut(CasePlace place, Problems problems) => new(place, problems);

    /// <summary>What the file says for that key. Left out is unknown.</summary>
    internal Known<T> Get<T>(Key<T> key) => values.TryGetValue(key, out var value) ? (Known<T>)value : key.LeftOut(PlaceOf(key));

    /// <summary>What the file says for that key, or the default that the contract gives.</summary>
    internal Known<T> Get<T>(Key<T> key, T leftOut) =>
        values.TryGetValue(key, out var value) ? (Known<T>)value : Known.Default(leftOut, PlaceOf(key));

    /// <summary>What the file lists for that key. Left out is none known.</summary>
    internal Listed<T> List<T>(Key<ValueList<T>> key) =>
        !values.TryGetValue(key, out var value) ? Listed<T>.None(PlaceOf(key))
        : ((Known<ValueList<T>>)value) is { IsValue: true } known ? new Listed<T>(known.Value, IsOpen: false, known.Place)
        : new Listed<T>([], IsOpen: true, ((Known<ValueList<T>>)value).Place);

    /// <summary>Whether the file has the key.</summary>
    internal bool Has(Key key) => values.ContainsKey(key);

    /// <summary>The facts of these keys that the file gives.</summary>
    internal FactSheet Sheet(IEnumerable<Key<FactValue>> keys)
    {
        var sheet = FactSheet.Empty(Place);
        foreach (var key in keys.Where(Has))
        {
            sheet = sheet.With(key.Name, Get(key));
        }

        return sheet;
    }

    private static string Advice(string given, KeyTable keys) =>
        keys.Above(given) is { } above
            ? $"it belongs under '{above}': '{above}.{given}'"
            : $"nearest known key: '{Words.Nearest(given, keys.All.Select(each => each.Name))}'";

    private CasePlace PlaceOf(Key key) => Place with { Path = CasePath.Join(Place.Path, key.Name) };
}
