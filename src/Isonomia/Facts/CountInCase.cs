using Isonomia.Cases;
using Isonomia.Law;
using Isonomia.Offenses;

namespace Isonomia.Facts;

/// <summary>Where a count stands in a case file.</summary>
public enum CountKind
{
    /// <summary>An earlier conviction, diversion or arrest.</summary>
    Prior,

    /// <summary>A disposition, proposed or made.</summary>
    Disposition,

    /// <summary>A charge without a disposition.</summary>
    Charge,
}

/// <summary>One count as the law sees it: a prior, a disposition with its charge, a charge alone, or the plea that replaced a conditional one.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Path">Path in the case file: <c>disposition[0]</c>.</param>
/// <param name="ChargePath">Path of the charge it disposes of (or of itself): where the offense, its date and the allegations stand.</param>
/// <param name="Label">The charge's id, or the prior's number.</param>
/// <param name="Offense">The offense of conviction.</param>
/// <param name="Charged">The offense charged, if known.</param>
/// <param name="Class">Class of conviction.</param>
/// <param name="ChargedClass">Class charged.</param>
/// <param name="Committed">Date of the offense.</param>
/// <param name="Convicted">Date of conviction, or of the plea that began a program.</param>
/// <param name="Outcome">How it ended; null while a charge is pending.</param>
/// <param name="Stage">Stage of a pending charge.</param>
/// <param name="Program">Program of a diversion or deferred entry.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Record">What the record of conviction establishes.</param>
/// <param name="Facts">What is alleged or known otherwise.</param>
/// <param name="More">Further keys of the vocabulary on the count.</param>
/// <param name="ChargeMore">Further keys of the vocabulary on its charge.</param>
/// <param name="Relief">Later orders.</param>
/// <param name="Incident">Name of the incident, if given.</param>
/// <param name="Enhancements">Enhancements of the charge.</param>
/// <param name="IsProposal">A disposition without a date of its own: it would be made on the as-of date.</param>
public sealed record CountInCase(
    CountKind Kind,
    string Path,
    string ChargePath,
    string Label,
    ResolvedOffense Offense,
    ResolvedOffense? Charged,
    Known<OffenseClass> Class,
    Known<OffenseClass> ChargedClass,
    Known<DateOrRange> Committed,
    Known<DateOrRange> Convicted,
    Known<Outcome>? Outcome,
    Known<ChargeStage>? Stage,
    Known<string>? Program,
    Known<Sentence> Sentence,
    FactSheet Record,
    FactSheet Facts,
    FactSheet More,
    FactSheet? ChargeMore,
    Listed<ReliefOrder> Relief,
    Known<string> Incident,
    Listed<Enhancement> Enhancements,
    bool IsProposal
)
{
    /// <summary>What is named is no offense, so that nothing can be a conviction of it: a violation of probation, a warrant, a permit.</summary>
    public bool IsNoOffense => Offense.By == ResolvedBy.NotAnOffense;
}
