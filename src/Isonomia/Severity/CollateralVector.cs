using Isonomia.Cases;
using Isonomia.Law;

namespace Isonomia.Severity;

/// <summary>
/// What a disposition does beyond its punishment, on axes that are never added: removal basis, custody, relief, permanence, process, exposure
/// (severity.md section 2). Levels inside an axis are ordered.
/// </summary>
/// <param name="Removal">Axis A, 0 to its highest level: the basis of removal.</param>
/// <param name="Custody">Axis B: detention.</param>
/// <param name="Relief">Axis C: what is left of each relief, by its code.</param>
/// <param name="Permanence">Axis D: how long it lasts.</param>
/// <param name="Process">Axis E: what hearing there would be.</param>
/// <param name="Exposure">Axis F: exposure without a ground.</param>
/// <param name="Tier">The label for reading and sorting.</param>
public sealed record CollateralVector(
    int Removal,
    CustodyLevel Custody,
    IReadOnlyDictionary<string, ReliefState> Relief,
    int Permanence,
    int Process,
    int Exposure,
    Tier Tier
)
{
    /// <summary>A citizen's vector: no immigration rule reaches a citizen .</summary>
    public static CollateralVector None { get; } =
        new(0, CustodyLevel.B0, new Dictionary<string, ReliefState>(StringComparer.Ordinal), 0, 0, 0, Tier.T0);
}

/// <summary>Axis B: custody.</summary>
public enum CustodyLevel
{
    /// <summary>None.</summary>
    B0,

    /// <summary>Bond available.</summary>
    B1,

    /// <summary>Depends on the forum.</summary>
    B2,

    /// <summary>Mandatory after conviction.</summary>
    B3,

    /// <summary>Mandatory from arrest or charge: nothing done at plea undoes it.</summary>
    B3a,
}

/// <summary>Builds the vector from answers, under a reading of what is open: as mild or as severe as it can be.</summary>
public static class CollateralBuilder
{
    /// <summary>Grounds of deportability that no crime of the case makes.</summary>
    private static readonly HashSet<string> NotCriminal = new(StringComparer.Ordinal)
    {
        "DEP.PRIORINA",
        "DEP.SMUG",
        "DEP.SEC",
        "DEP.USCCLAIM",
        "DEP.VOTE",
        "INA.SMUG",
        "INA.USCCLAIM",
    };

    /// <summary>Codes of grounds that count alike: AF for an aggravated felony, CRIM for another criminal ground, else GROUND.</summary>
    internal static string GroupOf(string ground) =>
        ground.StartsWith("AF.", StringComparison.Ordinal) ? "AF"
        : NotCriminal.Contains(ground) ? "GROUND"
        : "CRIM";

    /// <summary>Protection that survives when every main form of relief is closed.</summary>
    private static readonly string[] Protection = ["WITHHOLD", "CATWH", "CATDEFERRAL"];

    /// <summary>The main forms of relief of each status (severity.md section 3).</summary>
    public static IReadOnlyList<string> Principal(ImmigrationStatus status) =>
        status switch
        {
            ImmigrationStatus.LawfulPermanentResident => ["CANCEL42A"],
            ImmigrationStatus.ReturningResident => ["CANCEL42A", "212H"],
            ImmigrationStatus.Refugee or ImmigrationStatus.Asylee => ["209C"],
            ImmigrationStatus.TemporaryProtectedStatus => ["TPS", "CANCEL42B", "ADJUST", "ASYLUM"],
            ImmigrationStatus.DeferredAction => ["DACA", "CANCEL42B", "ADJUST", "ASYLUM"],
            ImmigrationStatus.UVisa => ["UWAIVER"],
            ImmigrationStatus.TVisa => ["TWAIVER"],
            ImmigrationStatus.Vawa => ["VAWA", "CANCELVAWA", "ADJUST"],
            ImmigrationStatus.SpecialImmigrantJuvenile => ["SIJADJ"],
            _ => ["CANCEL42B", "ADJUST", "ASYLUM"],
        };

    /// <summary>Statuses in which a person is removable without any crime.</summary>
    private static bool RemovableAnyway(ImmigrationStatus status) =>
        status
            is ImmigrationStatus.Overstay
                or ImmigrationStatus.EnteredWithoutInspection
                or ImmigrationStatus.Parolee
                or ImmigrationStatus.Vawa
                or ImmigrationStatus.SpecialImmigrantJuvenile;

    /// <summary>The vector; <paramref name="severe"/> takes what is open at its worst, else at its mildest.</summary>
    public static CollateralVector Build(SeverityInputs answers, bool severe)
    {
        if (!answers.Noncitizen)
            return CollateralVector.None;
        bool Holds(Truth t) => severe ? t != Truth.No : t == Truth.Yes;
        bool Ground(string code) => Holds(answers.Ground(code));
        var relief = answers.ReliefCodes.ToDictionary(c => c, c => State(answers, c, severe), StringComparer.Ordinal);
        var aggravated = answers.GroundCodes.Any(c => c.StartsWith("AF.", StringComparison.Ordinal) && Ground(c));
        var charged = answers
            .GroundCodes.Where(c => c.StartsWith("DEP.", StringComparison.Ordinal) || c.StartsWith("INA.", StringComparison.Ordinal))
            .Where(Ground)
            .ToArray();
        var criminal = Array.Exists(charged, c => !NotCriminal.Contains(c));
        var holder = answers.Status is ImmigrationStatus.TemporaryProtectedStatus or ImmigrationStatus.DeferredAction;
        var removal =
            aggravated ? 4
            : criminal ? 3
            : charged.Length > 0 || RemovableAnyway(answers.Status) ? 2
            : Holds(answers.InadmissibilityOffense) || Ground("EXP.TRAVEL") ? 1
            : 0;
        // A holder of TPS or DACA is not removed while it lasts: what matters is whether the record ends it, or adds a criminal ground.
        var custody =
            Ground("DET.MAND.RILEY") ? CustodyLevel.B3a
            : Ground("DET.MAND.1226c") ? CustodyLevel.B3
            : removal < 2 ? CustodyLevel.B0
            : Ground("DET.FORUM") ? CustodyLevel.B2
            : CustodyLevel.B1;
        var natz = (string state) => Holds(answers.Relief("NATZ", state));
        var resident = answers.Status is ImmigrationStatus.LawfulPermanentResident or ImmigrationStatus.ReturningResident;
        var permanence =
            aggravated || resident && natz("permanent") ? 3
            : resident && (natz("closed") || natz("delayed")) ? (answers.NaturalizationReopens ? 1 : 2)
            : 0;
        var process =
            Ground("EXP.ADMINREMOVAL") ? 2
            : aggravated ? 1
            : 0;
        var exposure =
            Ground("EXP.TRANSFER") ? 3
            : Ground("EXP.NOTIFY") ? 2
            : Ground("EXP.ARREST") ? 1
            : 0;
        var vector = new CollateralVector(removal, custody, relief, permanence, process, exposure, Tier.T0);
        return vector with { Tier = TierOf(answers, vector, aggravated, holder) };
    }

    private static ReliefState State(SeverityInputs answers, string code, bool severe)
    {
        var applies = answers.Relief(code, "applies");
        // What may not apply cannot be counted on: at worst it is not there.
        if (applies == Truth.No || severe && applies == Truth.Open)
            return ReliefState.NotApplicable;
        var closed = Kleene.Or(answers.Relief(code, "closed"), answers.Relief(code, "permanent"));
        if (severe ? closed != Truth.No : closed == Truth.Yes)
            return ReliefState.Closed;
        var harmed = answers.Relief(code, "harmed");
        return (severe ? harmed != Truth.No : harmed == Truth.Yes) ? ReliefState.Harmed : ReliefState.Open;
    }

    private static Tier TierOf(SeverityInputs answers, CollateralVector v, bool aggravated, bool holder)
    {
        var principal = Principal(answers.Status);
        bool IsOpen(string code) => v.Relief.GetValueOrDefault(code) is ReliefState.Open or ReliefState.Harmed;
        bool IsClosed(string code) => v.Relief.GetValueOrDefault(code) == ReliefState.Closed;
        var open = principal.Any(IsOpen);
        if (aggravated)
            return Tier.T8;
        var mandatory = v.Custody is CustodyLevel.B3 or CustodyLevel.B3a;
        // Detention without bond is no lighter for one whose status still stands.
        if (v.Removal < 2 && mandatory)
            return Tier.T6;
        if (v.Removal >= 2)
        {
            if (!open)
                return IsClosed("ASYLUM") && !Protection.Where(p => p != "CATDEFERRAL").Any(IsOpen) ? Tier.T8 : Tier.T7;
            return mandatory ? Tier.T6 : Tier.T5;
        }
        var lost = holder && IsClosed(answers.Status == ImmigrationStatus.TemporaryProtectedStatus ? "TPS" : "DACA");
        if (v.Removal == 1)
            return Tier.T4;
        if (lost || v.Relief.Any(r => r.Value == ReliefState.Closed && r.Key != "NATZ"))
            return Tier.T3;
        if (v.Permanence > 0)
            return Tier.T2;
        if (holder || v.Exposure > 0 || v.Relief.Any(r => r.Value == ReliefState.Harmed))
            return Tier.T1;
        return Tier.T0;
    }
}
