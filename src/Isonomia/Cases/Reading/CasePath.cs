namespace Isonomia.Cases.Reading;

/// <summary>Paths of keys: <c>disposition[0].record.victim</c>.</summary>
internal static class CasePath
{
    private const int Longest = 60;

    /// <summary>The path of a key under another. A key of absurd length is cut: a path is printed.</summary>
    internal static string Join(string path, string key)
    {
        var shown = key.Length > Longest ? key[..Longest] + "..." : key;
        shown = string.Concat(shown.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return path.Length == 0 ? shown : $"{path}.{shown}";
    }
}
