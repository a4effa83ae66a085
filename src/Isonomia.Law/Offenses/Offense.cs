using NodaTime;

namespace Isonomia.Law;

/// <summary>A leaf of an offense page: what can be charged or pleaded, to which verdicts and penalties attach.</summary>
/// <remarks>A class: two offenses are the same only if they are the same leaf of the same law book.</remarks>
public sealed class Offense
{
    /// <summary>Position in <see cref="Lawbook.Offenses"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Canonical citation.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What it is, in plain words.</summary>
    public required string Title { get; init; }

    /// <summary>Other citations that name the same thing.</summary>
    public IReadOnlyList<Citation> Also { get; init; } = [];

    /// <summary>Every violation by its elements has a victim in a relationship of 8 USC 1227(a)(2)(E)(i).</summary>
    public bool ProtectedVictim { get; init; }

    /// <summary>What the force is aimed at by the elements: person, property, either, neither.</summary>
    public string Against { get; init; } = "";

    /// <summary>Driving under the influence.</summary>
    public bool ImpairedDriving { get; init; }

    /// <summary>The most that the property can be worth by the elements, in dollars: a loss tied to the count is no larger; null where they set no bound.</summary>
    public int? ValueAtMost { get; init; }

    /// <summary>In force for offenses committed from this date.</summary>
    public LocalDate? From { get; init; }

    /// <summary>First day after the statute's window.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The page it stands on.</summary>
    public required OffensePage Page { get; init; }

    /// <summary>Ways in which it is punished.</summary>
    public IReadOnlyList<Penalty> Penalties { get; internal set; } = [];

    /// <summary>State consequences.</summary>
    public IReadOnlyList<StateEffects> Effects { get; internal set; } = [];

    /// <summary>Verdict rows by match index (position in <see cref="Vocabulary.Matches"/>): the rows of the longest citation that covers it, by window.</summary>
    public IReadOnlyList<IReadOnlyList<Verdict>> Verdicts { get; internal set; } = [];

    /// <summary>Where it is listed.</summary>
    public required Place At { get; init; }

    /// <summary>Does the citation name this offense or a section that holds it?</summary>
    public bool IsUnder(Citation citation)
    {
        if (citation.Covers(Citation))
            return true;
        for (var i = 0; i < Also.Count; i++)
            if (citation.Covers(Also[i]))
                return true;
        return false;
    }

    /// <summary>Does the citation name a part of this offense?</summary>
    public bool Holds(Citation citation) => Citation.Covers(citation) || Also.Any(a => a.Covers(citation));

    /// <summary>Penalties for an offense committed on a date (an open range: of all windows it touches).</summary>
    public IEnumerable<Penalty> PenaltiesOn(LocalDate date) =>
        Penalties.Where(p => (p.From is not { } f || f <= date) && (p.Until is not { } u || date < u));

    /// <summary>State consequences of a conviction on a date.</summary>
    public StateEffects? EffectsOn(LocalDate date) =>
        Effects.FirstOrDefault(p => (p.From is not { } f || f <= date) && (p.Until is not { } u || date < u));

    /// <summary>What the verdicts of an attempt, conspiracy or solicitation are read from: its target; else the citation itself.</summary>
    public static Citation TargetOf(Citation citation) => citation.Target ?? citation;

    /// <inheritdoc/>
    public override string ToString() => Citation.ToString();
}

/// <summary>A page of <c>law/offenses</c>.</summary>
/// <param name="Path">Path from the law folder.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Prose">Its first paragraph.</param>
/// <param name="SaferOptions">Safer pleas.</param>
/// <param name="Related">Offenses that a charge may be changed to.</param>
public sealed record OffensePage(
    string Path,
    string Title,
    string Prose,
    IReadOnlyList<SaferOption> SaferOptions,
    IReadOnlyList<RelatedOffense> Related
);
