namespace Isonomia.Law;

/// <summary>The tail of a message about an unknown word.</summary>
public static class Suggest
{
    /// <summary><c>; did you mean "…"?</c>, or nothing if no candidate is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates) =>
        Spelling.Closest(word, candidates, Math.Clamp(word.Length / 4, 1, 6)) is { } meant ? $"; did you mean \"{meant}\"?" : "";
}
