using NodaTime;

namespace Isonomia.Law;

/// <summary>Where a term is served.</summary>
public enum Place1170
{
    /// <summary>No custody.</summary>
    None,

    /// <summary>County jail as a misdemeanor.</summary>
    CountyJail,

    /// <summary>County jail under PC 1170(h), unless a prior or current strike, PC 290 or 186.11 sends the person to prison.</summary>
    CountyJail1170h,

    /// <summary>State prison.</summary>
    StatePrison,
}

/// <summary>A term of custody as a statute states it.</summary>
/// <param name="Months">Low, middle, upper in months; one entry for a single term; empty if in days or for life.</param>
/// <param name="MaxDays">Upper bound in days of a jail term; zero for none.</param>
/// <param name="LifeAfterMonths">For N years to life: N in months; null if determinate.</param>
/// <param name="Life">Life, with or without a minimum.</param>
/// <param name="NoParole">Life without parole, or death.</param>
public sealed record Term(IReadOnlyList<int> Months, int MaxDays, int? LifeAfterMonths, bool Life, bool NoParole);

/// <summary>One way in which an offense is punished, in a window of offense dates.</summary>
/// <param name="Of">The offense, or a section that holds it.</param>
/// <param name="Class">Class of the offense when it is punished so.</param>
/// <param name="Term">Custody.</param>
/// <param name="Place">Where it is served.</param>
/// <param name="MaxFineDollars">Base maximum of the fine, in dollars.</param>
/// <param name="Least">Mandatory minimum in words, or empty.</param>
/// <param name="From">First offense date; null for none.</param>
/// <param name="Until">First offense date after; null for none.</param>
/// <param name="Authority">The punishing section.</param>
/// <param name="At">Where it stands.</param>
public sealed record Penalty(
    Citation Of,
    OffenseClass Class,
    Term Term,
    Place1170 Place,
    int MaxFineDollars,
    string Least,
    LocalDate? From,
    LocalDate? Until,
    string Authority,
    Place At
);

/// <summary>State consequences of a conviction, in a window of conviction dates.</summary>
/// <param name="Of">The offense, or a section that holds it.</param>
/// <param name="Strike">none, serious, violent, enhancement if it is one only with an enhancement (great injury, a weapon, the gang finding), or facts if it depends on facts pleaded and proved.</param>
/// <param name="Registration">none, tier1 to tier3, or facts (PC 290).</param>
/// <param name="MisdemeanorFirearmBan">none, tenYears or life (PC 29805); a felony always bans for life.</param>
/// <param name="Pc1000">eligible, excluded or factDependent.</param>
/// <param name="Pc1001_95">eligible, excluded or factDependent.</param>
/// <param name="Probation">Statutory length in months where it is not the usual one, or barred.</param>
/// <param name="From">First conviction date; null for none.</param>
/// <param name="Until">First conviction date after; null for none.</param>
/// <param name="Note">Why, in a line.</param>
/// <param name="At">Where it stands.</param>
public sealed record StateEffects(
    Citation Of,
    string Strike,
    string Registration,
    string MisdemeanorFirearmBan,
    string Pc1000,
    string Pc1001_95,
    string Probation,
    LocalDate? From,
    LocalDate? Until,
    string Note,
    Place At
);
