using NodaTime;
using NodaTime.Text;

namespace Isonomia.Law.Tests.Readings;

/// <summary>
/// Lists that statutes give, read in their text a second time (<c>lists.tsv</c>): strikes, registration, the firearm ban on misdemeanors, diversion.
/// </summary>
internal static class StatuteLists
{
    private static readonly Lazy<ILookup<string, (Citation Citation, string Value, LocalDate? From)>> Read = new(() =>
        SecondReading
            .Cells(Path.Combine(SecondReading.Folder, "lists.tsv"))
            .ToLookup(
                r => r[0],
                r => (Citation.Parse(r[1]), r[2], r[3].Length > 0 ? LocalDatePattern.Iso.Parse(r[3]).Value : (LocalDate?)null),
                StringComparer.Ordinal
            )
    );

    /// <summary>The lists.</summary>
    public static IReadOnlyList<string> Names { get; } = ["strike", "registration", "misdemeanorFirearmBan", "pc1000", "pc1001.95"];

    /// <summary>What the list says of an offense on a day; null where it does not name it. The longest citation speaks, then the latest.</summary>
    public static string? Of(string list, Offense leaf, LocalDate day)
    {
        var named = Read.Value[list].Where(l => l.Citation.Covers(leaf.Citation) && (l.From is not { } from || from <= day)).ToArray();
        return named.Length == 0 ? null : named.MaxBy(l => (l.Citation.Depth, l.From ?? LocalDate.MinIsoValue)).Value;
    }

    /// <summary>Is this what the text allows the page to say of an offense?</summary>
    /// <param name="list">Which list.</param>
    /// <param name="leaf">The offense.</param>
    /// <param name="day">On which day.</param>
    /// <param name="value">What the page says.</param>
    public static bool Allow(string list, Offense leaf, LocalDate day, string value)
    {
        var listed = Of(list, leaf, day);
        var classes = leaf.PenaltiesOn(day).Select(p => p.Class).ToHashSet();
        return list switch
        {
            // What no list names is no strike by itself. Great injury, a weapon or a gang, pleaded and proved, makes any felony serious, as an
            // enhancement or as a fact of the count; a misdemeanor is never one. What a list names is one without more: enhancement is too little.
            "strike" => listed is null ? value == "none" || value is "facts" or "enhancement" && classes.Contains(OffenseClass.Felony)
            : classes.Contains(OffenseClass.Felony) ? value == listed
            : value is "none" || value == listed,
            "registration" => value == (listed ?? "none"),
            // The ban is one on misdemeanors: where the offense cannot be one, the column is empty.
            "misdemeanorFirearmBan" => listed is null || !classes.Contains(OffenseClass.Misdemeanor) ? value == "none" : value == listed,
            "pc1000" => value == (listed ?? "excluded"),
            // Any misdemeanor that is not registrable, not stalking and no domestic violence, which may be a matter of fact.
            _ => listed is not null
            || !classes.Contains(OffenseClass.Misdemeanor)
            || Of("registration", leaf, day) is "tier1" or "tier2" or "tier3"
                ? value == "excluded"
                : value is "eligible" or "factDependent",
        };
    }

    /// <summary>A day on which a row speaks: today, or the last day of its window or of the offense.</summary>
    public static LocalDate DayOf(Offense leaf, StateEffects row)
    {
        LocalDate?[] ends = [row.Until, leaf.Until];
        return ends.Where(e => e <= SecondReading.Today).Select(e => e!.Value.PlusDays(-1)).Append(SecondReading.Today).Min();
    }

    /// <summary>The cell of the page.</summary>
    public static string Cell(string list, StateEffects effects) =>
        list switch
        {
            "strike" => effects.Strike,
            "registration" => effects.Registration,
            "misdemeanorFirearmBan" => effects.MisdemeanorFirearmBan,
            "pc1000" => effects.Pc1000,
            _ => effects.Pc1001_95,
        };
}
