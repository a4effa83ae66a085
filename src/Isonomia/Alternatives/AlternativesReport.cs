using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Severity;

namespace Isonomia.Alternatives;

/// <summary>Where an alternative stands to the band.</summary>
/// <param name="Inside">On every axis.</param>
/// <param name="Differs">Axes outside, with the difference.</param>
/// <param name="Lighter">Axes on which it is lighter than the band allows: a citizen would not get it.</param>
/// <param name="Concessions">What added punishment would bring those axes into the band.</param>
public sealed record BandAnswer(
    bool Inside,
    IReadOnlyList<string> Differs,
    IReadOnlyList<string> Lighter,
    IReadOnlyList<string> Concessions
);

/// <summary>A consequence of the reference that an alternative does not have.</summary>
/// <param name="Code">The code.</param>
/// <param name="Rule">The rule that gives it.</param>
/// <param name="Citation">What the rule restates.</param>
/// <param name="Line">The line of the law that decided, as page:line.</param>
/// <param name="Because">That line in words.</param>
public sealed record SwitchedOff(string Code, string Rule, string Citation, string Line, string Because);

/// <summary>The consequences of one disposition for one status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Vector">What is open taken at its worst.</param>
/// <param name="Tier">Before and after, with bounds.</param>
public sealed record StatusOutcome(ImmigrationStatus Status, CollateralVector Vector, TierRange Tier);

/// <summary>A disposition of the whole case, with its consequences.</summary>
/// <param name="Id">Its name in this report; <c>reference</c> for the reference.</param>
/// <param name="Counts">The disposition of each count.</param>
/// <param name="Direct">Direct punishment, as <c>analyze</c> gives it.</param>
/// <param name="Penalty">What the law allows and requires, count by count, with provisions.</param>
/// <param name="Collateral">Consequences, as <c>analyze</c> gives them.</param>
/// <param name="Outcomes">Consequences under each status.</param>
/// <param name="Band">Where it stands to the band.</param>
/// <param name="Dominates">The forms in which it dominates the reference: <c>defense</c>, <c>prosecution</c>.</param>
/// <param name="SwitchedOff">Consequences of the reference that it does not have.</param>
/// <param name="Added">Consequences that it has and the reference has not.</param>
/// <param name="Reopened">Relief that the reference closes and it leaves open.</param>
/// <param name="Cautions">What to check.</param>
/// <param name="StatusSafe">T0 or T1, or no worse than before, under every status.</param>
public sealed record Alternative(
    string Id,
    IReadOnlyList<Candidate> Counts,
    DirectVector Direct,
    IReadOnlyList<(string Charge, IReadOnlyList<PenaltyFigure> Figures)> Penalty,
    CollateralAnswer Collateral,
    IReadOnlyList<StatusOutcome> Outcomes,
    BandAnswer Band,
    IReadOnlyList<string> Dominates,
    IReadOnlyList<SwitchedOff> SwitchedOff,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Reopened,
    IReadOnlyList<string> Cautions,
    bool StatusSafe
)
{
    /// <summary>In words: each count's offense, sentence and record.</summary>
    public string Name =>
        string.Join(
            "; ",
            Counts.Select(c =>
                string.Join(
                    ", ",
                    new[] { c.Name, c.Level == "dismissed" || c.Track.Length > 0 ? "" : c.Level, c.Statement }.Where(t => t.Length > 0)
                )
            )
        );

    /// <summary>The facts that support the pleas.</summary>
    public IReadOnlyList<string> FactualBasis => [.. Counts.SelectMany(c => c.FactualBasis).Distinct(StringComparer.Ordinal)];

    /// <summary>Legal bars that the case may lift.</summary>
    public IReadOnlyList<Barrier> Barriers => [.. Counts.SelectMany(c => c.Barriers).Distinct()];
}

/// <summary>An option whose worst case is the least bad, where the status is not known (severity.md section 5.6).</summary>
/// <param name="Id">The option.</param>
/// <param name="Worst">Its worst tier over all statuses.</param>
/// <param name="Harmed">How many statuses it makes worse than before.</param>
/// <param name="Regret">For each status how it stands to the best option in the band: same, one step, more.</param>
public sealed record StatusChoice(string Id, Tier Worst, int Harmed, IReadOnlyList<(ImmigrationStatus Status, string Than)> Regret);

/// <summary>An earlier conviction that would change the result if it were vacated for a legal defect (PC 1473.7(a)(1)).</summary>
/// <param name="Prior">Its path in the case file.</param>
/// <param name="Offense">The offense.</param>
/// <param name="From">The reference's tier as things are.</param>
/// <param name="To">The reference's tier without it.</param>
/// <param name="Codes">Codes that it would take away.</param>
public sealed record VacaturEffect(string Prior, string Offense, Tier From, Tier To, IReadOnlyList<string> Codes);

/// <summary>The four-cell report (severity.md section 6.1).</summary>
/// <param name="Best">The best alternative in the band; null if there is none.</param>
/// <param name="Reference">The reference.</param>
/// <param name="ExcessBurden">What the reference does to this person and not to a citizen, in words; no conversion to days.</param>
/// <param name="Residual">What remains with the best alternative.</param>
/// <param name="Lighter">Axes on which the best alternative is lighter than a citizen's offer, outside the band.</param>
/// <param name="MoreSevere">A stated comparison of the consequences with the punishment itself.</param>
public sealed record Parity(
    Alternative Reference,
    Alternative? Best,
    IReadOnlyList<string> ExcessBurden,
    IReadOnlyList<string> Residual,
    IReadOnlyList<string> Lighter,
    string MoreSevere
);

/// <summary>All of the alternatives to an offer.</summary>
/// <param name="Assessment">The reference as <c>analyze</c> answers it.</param>
/// <param name="Reference">The reference.</param>
/// <param name="Alternatives">In the band and undominated first.</param>
/// <param name="Undominated">Ids undominated in the prosecution form: direct punishment in the band, collateral consequences least.</param>
/// <param name="UndominatedDefense">Ids undominated in the defense form: less of both is better.</param>
/// <param name="StatusSafe">Ids that are safe whatever the status.</param>
/// <param name="Band">The band.</param>
/// <param name="Barred">Offers that the law does not allow here.</param>
/// <param name="Choices">Minimax and regret, where the status is not known; the first is the minimax choice.</param>
/// <param name="Vacatur">Earlier convictions that would change the result.</param>
/// <param name="Parity">The four-cell report.</param>
/// <param name="Searched">Dispositions covered: the product of the options of each count.</param>
/// <param name="Complete">No permitted disposition inside the band has milder consequences than what is listed; true only where the method proves it.</param>
/// <param name="Found">How many different dispositions were kept, printed or not.</param>
/// <param name="NoneInside">No alternative inside the band is better than the reference.</param>
public sealed record AlternativesReport(
    Assessment Assessment,
    Alternative Reference,
    IReadOnlyList<Alternative> Alternatives,
    IReadOnlyList<string> Undominated,
    IReadOnlyList<string> UndominatedDefense,
    IReadOnlyList<string> StatusSafe,
    Band Band,
    IReadOnlyList<Barred> Barred,
    IReadOnlyList<StatusChoice> Choices,
    IReadOnlyList<VacaturEffect> Vacatur,
    Parity Parity,
    long Searched,
    bool Complete,
    int Found,
    bool NoneInside
);
