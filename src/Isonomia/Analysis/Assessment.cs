using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Sentences;
using Isonomia.Severity;
using NodaTime;

namespace Isonomia.Analysis;

/// <summary>What a category is for one count or offense.</summary>
/// <param name="Category">Key of the contract.</param>
/// <param name="Answer">The answer.</param>
/// <param name="NeedsImposedDays">Days imposed that the aggravated felony of this category needs; null for none.</param>
/// <param name="NeedsLossOver">Loss in dollars that it must exceed; null for none.</param>
public sealed record MatchAnswer(string Category, Answer Answer, int? NeedsImposedDays, int? NeedsLossOver);

/// <summary>A count, as the law sees it.</summary>
public sealed record CountAssessment(
    CountInCase Count,
    Answer Conviction,
    DayRange Imposed,
    DayRange Potential,
    IReadOnlyList<MatchAnswer> Matches
);

/// <summary>A ground, detention or exposure code for the person.</summary>
/// <param name="Code">Code of the contract.</param>
/// <param name="Rule">The rule that gives it.</param>
/// <param name="Answer">The answer in the forum.</param>
/// <param name="Counts">Counts that carry it.</param>
/// <param name="Elsewhere">The answer in another circuit; null where it is the same by any reading.</param>
/// <param name="Limb">For detention: the limb that requires it.</param>
public sealed record CodeAnswer(string Code, Rule Rule, Answer Answer, IReadOnlyList<int> Counts, AnswerKind? Elsewhere, string? Limb);

/// <summary>A relief.</summary>
/// <param name="Code">Code of the contract.</param>
/// <param name="State">What the record leaves of it.</param>
/// <param name="Delayed">It is open, but not before supervision ends.</param>
/// <param name="Permanent">The record closes it for good.</param>
/// <param name="AlsoNeeds">What else it needs.</param>
/// <param name="Until">When a temporary bar ends; null if it has no end or none.</param>
/// <param name="Because">The reason.</param>
/// <param name="Authorities">Ids and citations.</param>
public sealed record ReliefAnswer(
    string Code,
    ReliefState State,
    bool Delayed,
    bool Permanent,
    IReadOnlyList<string> AlsoNeeds,
    LocalDate? Until,
    string Because,
    IReadOnlyList<string> Authorities
);

/// <summary>A question whose answer could change the assessment.</summary>
/// <param name="Fact">Path of the key in the case file.</param>
/// <param name="Ask">The question in words.</param>
/// <param name="CouldChange">Codes whose answer it could change.</param>
public sealed record Question(string Fact, string Ask, IReadOnlyList<string> CouldChange);

/// <summary>A date that matters.</summary>
public sealed record NotableDate(LocalDate Date, string What);

/// <summary>Tiers of a status: before, after on the planning reading, and the bounds over everything open.</summary>
public sealed record TierRange(Tier Start, Tier End, Tier Low, Tier High);

/// <summary>The collateral consequences of one status: the vector at its worst reading, and the tiers.</summary>
public sealed record CollateralAnswer(ImmigrationStatus? Status, CollateralVector Vector, int Certainty, TierRange Tier);

/// <summary>All of an assessment. It cannot fail on data: what is missing is open, and says so.</summary>
public sealed record Assessment(
    Lawbook Law,
    Matter Matter,
    LocalDate AsOf,
    Forum Forum,
    ImmigrationStatus? Status,
    IReadOnlyList<string> Assumed,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<CountAssessment> Counts,
    IReadOnlyList<CodeAnswer> Grounds,
    IReadOnlyList<CodeAnswer> Detention,
    IReadOnlyList<ReliefAnswer> Relief,
    IReadOnlyList<CodeAnswer> Exposure,
    IReadOnlyList<CodeAnswer> Referrals,
    IReadOnlyList<NotableDate> Dates,
    CollateralAnswer Collateral,
    DirectVector Direct,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<CollateralAnswer> Envelope
)
{
    /// <summary>True if every count was found in the law book.</summary>
    public bool AllResolved => Counts.All(c => c.Count.Offense.IsResolved || c.Count.Offense.By == Offenses.ResolvedBy.NotAnOffense);
}
