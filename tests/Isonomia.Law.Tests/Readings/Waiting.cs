using System.Globalization;

namespace Isonomia.Law.Tests.Readings;

/// <summary>
/// Pages that no second reader has read yet (<c>waiting.tsv</c>). Nothing is known of how well their rows hold, so they are left out of the scores
/// until their reading is in; they are linted, and their worked examples run, as every other page.
/// </summary>
internal static class Waiting
{
    private static readonly Lazy<IReadOnlyDictionary<string, int>> Read = new(() =>
        SecondReading
            .Cells(Path.Combine(SecondReading.Folder, "waiting.tsv"))
            .ToDictionary(r => r[0], r => int.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal)
    );

    /// <summary>The pages and how many offenses each has.</summary>
    public static IReadOnlyDictionary<string, int> Pages => Read.Value;

    /// <summary>Does the page on which something stands wait?</summary>
    public static bool For(Place place) => Pages.ContainsKey(place.File);
}
