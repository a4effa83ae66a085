using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Alternatives;

/// <summary>The legal limits on what may be offered in a case: each named with its section.</summary>
internal static class LegalBarriers
{
    private static readonly string[] Intimate =
    [
        "spouse",
        "formerSpouse",
        "cohabitant",
        "formerCohabitant",
        "datingPartner",
        "coParent",
        "child",
        "otherProtected",
    ];

    /// <summary>The least probation for a crime against a person of Family Code 6211 (PC 1203.097(a)(1)), in months.</summary>
    public const int DomesticProbation = 36;

    /// <summary>A victim of Family Code 6211, by the allegations, the record proposed, or the elements of the charge.</summary>
    public static bool IsDomestic(Charge charge, Disposition reference, CountInCase count)
    {
        bool Says(FactSheet sheet) => sheet["victim"].TryGet(out var v) && Array.IndexOf(Intimate, v.ToString()) >= 0;
        return Says(charge.Facts) || Says(reference.Record) || Leaves(count.Charged?.Value).Any(l => l.ProtectedVictim);
    }

    private static IEnumerable<Offense> Leaves(OffenseValue? value) => value?.Leaves ?? [];

    /// <summary>An earlier serious or violent felony: it bars diversion and probation, and may not be bargained away (PC 667(c), (f), (g)).</summary>
    public static CountInCase? StrikePrior(IReadOnlyList<CountInCase> counts) =>
        counts.FirstOrDefault(c =>
            c.Kind == CountKind.Prior
            && c.Class.TryGet(out var @class)
            && @class == OffenseClass.Felony
            && (!c.Outcome!.TryGet(out var o) || o is Outcome.Plea or Outcome.Verdict)
            && c.Offense.Value.Leaves.Count > 0
            && c.Offense.Value.Leaves.All(l => PenaltyFacts.Effects(l, c)?.Strike is "serious" or "violent")
        );

    /// <summary>
    /// PC 1192.7(a)(2): no bargain where an indictment or information charges a serious felony, a felony with personal use of a firearm, or
    /// driving under the influence, unless the evidence is insufficient, a material witness is missing, or the sentence would not
    /// substantially change. Null if the charge is none of these.
    /// </summary>
    public static Barrier? PleaBargain(CountInCase count)
    {
        var leaves = Leaves(count.Charged?.Value).ToArray();
        var felony = !count.ChargedClass.TryGet(out var @class) || @class == OffenseClass.Felony;
        var serious = felony && leaves.Length > 0 && leaves.All(l => PenaltyFacts.Effects(l, count)?.Strike is "serious" or "violent");
        var firearm =
            felony
            && count.Enhancements.Any(e =>
                e.Statute.TryGet(out var s)
                && (s.Contains("12022.5", StringComparison.Ordinal) || s.Contains("12022.53", StringComparison.Ordinal))
            );
        var driving = leaves.Length > 0 && leaves.All(l => l.ImpairedDriving);
        if (!serious && !firearm && !driving)
            return null;
        var what =
            serious ? "a serious felony is charged"
            : firearm ? "personal use of a firearm is charged"
            : "driving under the influence is charged";
        return new Barrier(
            "PC 1192.7(a)(2)",
            $"{what}: once an information or indictment charges it, a bargain needs insufficient evidence, a missing material witness, or no substantial change of sentence; on a complaint it does not apply."
        );
    }

    /// <summary>An earlier felony, or drug conviction of another kind, within five years of the offense bars PC 1000 (PC 1000(a)(1), (4)).</summary>
    public static bool BarsPc1000(CountInCase prior, LocalDate committed) =>
        prior.Kind == CountKind.Prior
        && prior.Convicted.TryGet(out var on)
        && on.To.PlusYears(5) >= committed
        && (prior.Class.TryGet(out var @class) && @class == OffenseClass.Felony || prior.Offense.Citation?.Code.Text == "HS");
}
