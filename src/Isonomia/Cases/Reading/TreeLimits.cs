namespace Isonomia.Cases.Reading;

/// <summary>How deep and how large the tree of a case file can be. A full case is eight deep.</summary>
internal static class TreeLimits
{
    internal const int Deepest = 16;
    internal const int MostNodes = 200_000;

    internal static string TooDeep => $"nested more than {Deepest} deep; a case file is never so deep";

    internal static string TooMany => $"more than {MostNodes} values; a case file holds one person in one prosecution";

    internal static string Twice(string key, int firstLine) =>
        $"the key {Words.Quote(key)} stands twice in one map; it is first on line {firstLine}";
}
