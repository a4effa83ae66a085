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
/// <param name="Count">The count.</param>
/// <param name="Conviction">Whether it is a conviction for immigration purposes .</param>
/// <param name="Imposed">Custody imposed .</param>
/// <param name="Potential">The longest term possible .</param>
/// <param name="Matches">The answer of every category.</param>
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
/// <param name="Date">The date.</param>
/// <param name="What">What happens on it, in words.</param>
public sealed record NotableDate(LocalDate Date, string What);

/// <summary>Tiers of a status: before, after on the planning reading, and the bounds over everything open.</summary>
/// <param name="Start">Before the disposition.</param>
/// <param name="End">After it, on the planning reading.</param>
/// <param name="Low">The least over everything open.</param>
/// <param name="High">The most over everything open.</param>
public sealed record TierRange(Tier Start, Tier End, Tier Low, Tier High);

/// <summary>The collateral consequences of one status: the vector at its worst reading, and the tiers.</summary>
/// <param name="Status">The status supposed; null for the person's own, if it is not known.</param>
/// <param name="Vector">The vector at its worst reading.</param>
/// <param name="Certainty">Axis G: how sure it is.</param>
/// <param name="Tier">The tiers.</param>
public sealed record CollateralAnswer(ImmigrationStatus? Status, CollateralVector Vector, int Certainty, TierRange Tier);

/// <summary>All of an assessment. It cannot fail on data: what is missing is open, and says so.</summary>
/// <param name="Law">The law book.</param>
/// <param name="Matter">The case.</param>
/// <param name="AsOf">Law as of this date.</param>
/// <param name="Forum">Where proceedings would be held.</param>
/// <param name="Status">The person's status; null if it is not known.</param>
/// <param name="Assumed">What was assumed, in words.</param>
/// <param name="Warnings">What the law does not allow in the case as given.</param>
/// <param name="Counts">Dispositions in file order, charges without one, then priors.</param>
/// <param name="Grounds">Grounds of removal, one entry a code.</param>
/// <param name="Detention">Detention codes.</param>
/// <param name="Relief">Reliefs.</param>
/// <param name="Exposure">Exposure codes.</param>
/// <param name="Referrals">What a person must answer.</param>
/// <param name="Dates">Dates that matter.</param>
/// <param name="Collateral">Collateral consequences for the person.</param>
/// <param name="Direct">Direct punishment.</param>
/// <param name="Questions">Facts that could change an answer, most decisive first.</param>
/// <param name="Envelope">The same for every status that may be the person's.</param>
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
    /// <summary>Walks the law's outlines for this case; made when somebody asks why, and used by one at a time.</summary>
    internal Lazy<Law.Tracer> Outline { get; init; } =
        new(() => throw new InvalidOperationException("an assessment that no analyzer made has no outlines"));

    /// <summary>True if every count was found in the law book.</summary>
    public bool AllResolved => Counts.All(c => c.Count.Offense.IsResolved || c.Count.Offense.By == Offenses.ResolvedBy.NotAnOffense);
}
