using System.Globalization;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Sentences;

namespace Isonomia.Alternatives;

/// <summary>One figure of the direct punishment, with the provision that gave it.</summary>
/// <param name="What">Which figure, in words: <c>custody, least</c>.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Provision">What says so.</param>
public sealed record PenaltyFigure(string What, string Value, string Provision);

/// <summary>
/// What the law allows and requires for one count, and what the proposed sentence makes of it: least, expected and most custody, credits,
/// probation, fine with assessments, registration, firearm ban, strike. Each figure names its provision.
/// </summary>
public static class DirectPenalty
{
    /// <summary>
    /// What penalty assessments make of a base fine: for each $10 about $31 more (PC 1464, Gov. Code 76000, 76000.5, 76104.6, 76104.7, 70372,
    /// PC 1465.7), so about four times in all. A stated multiple, not a computation: counties differ.
    /// </summary>
    public const int AssessmentMultiple = 4;

    /// <summary>The figures of a count; empty where the offense is not in the law book or the count ends without a conviction.</summary>
    /// <param name="count">The count.</param>
    /// <param name="domestic">The victim is a person of Family Code 6211.</param>
    /// <param name="strike">There is an earlier strike.</param>
    public static IReadOnlyList<PenaltyFigure> Of(CountInCase count, bool domestic, bool strike)
    {
        var figures = new List<PenaltyFigure>();
        void Add(string what, string value, string provision) => figures.Add(new PenaltyFigure(what, value, provision));
        if (count.Outcome is { } o && o.TryGet(out var outcome) && outcome is not (Outcome.Plea or Outcome.Verdict))
            return figures;
        if (count.Offense.Value.Leaves.Count != 1 || !count.Class.TryGet(out var @class))
            return figures;
        var leaf = count.Offense.Value.Leaves[0];
        var penalty = PenaltyFacts.Of(leaf, count.Committed).LastOrDefault(p => p.Class == @class);
        if (penalty is null)
            return figures;
        var effects = PenaltyFacts.Effects(leaf, count);
        var attempt = count.Offense.Form == Form.Attempt;
        Custody(Add, penalty, effects, attempt, domestic, strike, @class);
        Served(Add, count, effects, @class, strike);
        if (penalty.MaxFineDollars > 0)
            Add(
                "fine, most",
                $"${Number(penalty.MaxFineDollars)}, about ${Number((long)penalty.MaxFineDollars * AssessmentMultiple)} with assessments (times {AssessmentMultiple}; counties differ)",
                $"{penalty.Authority}; PC 1464; Gov. Code 76000"
            );
        if (count.Sentence.TryGet(out var s) && s.Fine.TryGet(out var fine) && fine.Count > 0)
            Add(
                "fine ordered",
                $"${Number(fine.Count)}, about ${Number(fine.Count * AssessmentMultiple)} with assessments",
                "PC 1464; Gov. Code 76000"
            );
        if (penalty.Least.Length > 0)
            Add("mandatory minimum", penalty.Least, penalty.Authority);
        if (effects is null)
            return figures;
        Add("registration", effects.Registration, effects.Registration == "none" ? "state effects of the page" : "PC 290(c), (d)");
        Add(
            "strike",
            @class == OffenseClass.Felony ? (effects.Strike == "facts" ? "only on facts pleaded and proved" : effects.Strike) : "none",
            @class == OffenseClass.Felony ? "PC 1192.7(c), 667.5(c)" : "a misdemeanor is no strike"
        );
        Add(
            "firearm ban",
            @class == OffenseClass.Felony ? "life"
                : @class == OffenseClass.Misdemeanor ? effects.MisdemeanorFirearmBan
                : "none",
            @class == OffenseClass.Felony ? "PC 29800(a)(1)" : "PC 29805"
        );
        return figures;
    }

    private static void Custody(
        Action<string, string, string> add,
        Penalty penalty,
        StateEffects? effects,
        bool attempt,
        bool domestic,
        bool strike,
        OffenseClass @class
    )
    {
        var half = attempt ? "; PC 664" : "";
        switch (@class)
        {
            case OffenseClass.Infraction:
                add("custody", "none", "PC 19.6");
                return;
            case OffenseClass.Misdemeanor:
                add("custody, most", $"{(attempt ? penalty.Term.MaxDays / 2 : penalty.Term.MaxDays)} days", penalty.Authority + half);
                break;
            case OffenseClass.Felony when penalty.Term.Life:
                add(
                    "custody",
                    attempt ? "5, 7 or 9 years"
                        : penalty.Term.NoParole ? "life without parole"
                        : penalty.Term.LifeAfterMonths is { } least ? $"{least / 12} years to life"
                        : "life",
                    penalty.Authority + half
                );
                break;
            default:
            {
                var months = penalty.Term.Months;
                if (months.Count == 0)
                    break;
                string Term(int m)
                {
                    var halves = m * (attempt ? 1 : 2) * (strike ? 2 : 1);
                    return halves % 2 == 0 ? $"{halves / 2} months" : string.Create(CultureInfo.InvariantCulture, $"{halves / 2m} months");
                }
                var doubled = strike ? "; doubled, PC 667(e)(1)" : "";
                add("custody, lower term", Term(months[0]), penalty.Authority + half + doubled);
                if (months.Count == 3)
                    add("custody, expected (middle term)", Term(months[1]), $"PC 1170(b)(1){half}{doubled}");
                add("custody, upper term", Term(months[^1]), $"PC 1170(b)(2): facts admitted or found{half}{doubled}");
                add(
                    "place of a term",
                    penalty.Place == Place1170.CountyJail1170h && !strike ? "county jail" : "state prison",
                    penalty.Place == Place1170.CountyJail1170h
                        ? strike
                            ? "PC 1170(h)(3): an earlier strike"
                            : "PC 1170(h)(1), (2)"
                        : penalty.Authority
                );
                break;
            }
        }
        if (strike && @class == OffenseClass.Felony)
        {
            add("probation", "barred", "PC 667(c)(2)");
            return;
        }
        var (from, to, barred, provision) = SentenceLevels.Probation(@class, effects, domestic);
        add(
            "probation",
            barred ? "barred"
                : from == 0 ? $"up to {to} months"
                : from == to ? $"{from} months"
                : $"{from} to {to} months",
            provision
        );
        if (!barred)
            add("jail as a condition of probation, most", "a year", "PC 19.2");
    }

    private static void Served(
        Action<string, string, string> add,
        CountInCase count,
        StateEffects? effects,
        OffenseClass @class,
        bool strike
    )
    {
        var ordered = UnsuspendedCustody.Of(count.Sentence);
        if (!ordered.IsExact || ordered.Low.Count == 0)
            return;
        var (credit, provision) =
            @class == OffenseClass.Felony && effects?.Strike == "violent"
                ? (CreditClass.Violent, "PC 2933.1: credit of at most 15 per cent")
            : @class == OffenseClass.Felony && strike ? (CreditClass.Strike, "PC 667(c)(5): credit of at most one fifth")
            : (CreditClass.Half, "PC 4019: four days for two");
        var s = count.Sentence.Value;
        var served = ProjectedActualDays.Of(
            ordered,
            credit,
            s.Credit.TryGet(out var given) ? given : Days.Zero,
            s.WaivedCredit.TryGet(out var waived) ? waived : Days.Zero
        );
        add("days ordered, likely served", $"{ordered}, {served}", provision);
    }

    private static string Number(long n) => n.ToString("#,0", CultureInfo.InvariantCulture);
}
