using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Sentences;

namespace Isonomia.Severity;

/// <summary>The direct punishment of the dispositions of a case (severity.md section 4). Axes are never added to one another.</summary>
/// <param name="Ordered">Custody ordered and not suspended, over all counts, consecutive and concurrent as ordered.</param>
/// <param name="Projected">Days that will be served if all conduct credit is earned.</param>
/// <param name="Place">none, homeDetention, jail, prison, unknown.</param>
/// <param name="SupervisionMonths">Longest probation, mandatory supervision; null if not known.</param>
/// <param name="Class">none, diversion, infraction, misdemeanor, felony, unknown.</param>
/// <param name="Strike">none, serious, violent, unknown.</param>
/// <param name="Registration">none, tier1 to tier3, unknown.</param>
/// <param name="FirearmBan">none, tenYears, life, unknown.</param>
/// <param name="FineDollars">Fines, without penalty assessments; null if not known.</param>
/// <param name="RestitutionDollars">Restitution, which is the victim's and no part of the fine; null if not known.</param>
public sealed record DirectVector(
    DayRange Ordered,
    DayRange Projected,
    string Place,
    int? SupervisionMonths,
    string Class,
    string Strike,
    string Registration,
    string FirearmBan,
    long? FineDollars,
    long? RestitutionDollars
)
{
    private static readonly string[] Places = ["none", "homeDetention", "jail", "unknown", "prison"];
    private static readonly string[] Strikes = ["none", "unknown", "serious", "violent"];
    private static readonly string[] Tiers = ["none", "unknown", "tier1", "tier2", "tier3"];
    private static readonly string[] Bans = ["none", "unknown", "tenYears", "life"];
    private static readonly string[] Classes = ["none", "diversion", "infraction", "misdemeanor", "unknown", "felony"];

    /// <summary>Position of the place, mild to severe.</summary>
    internal int PlaceRank => Array.IndexOf(Places, Place);

    /// <summary>Position of the class, mild to severe.</summary>
    internal int ClassRank => Array.IndexOf(Classes, Class);

    /// <summary>Position of the strike, mild to severe.</summary>
    internal int StrikeRank => Array.IndexOf(Strikes, Strike);

    /// <summary>Position of the registration, mild to severe.</summary>
    internal int RegistrationRank => Array.IndexOf(Tiers, Registration);

    /// <summary>Position of the firearm ban, mild to severe.</summary>
    internal int BanRank => Array.IndexOf(Bans, FirearmBan);

    /// <summary>The vector of the counts that dispose of something.</summary>
    public static DirectVector Of(IReadOnlyList<CountInCase> counts)
    {
        var disposed = counts.Where(c => c.Kind == CountKind.Disposition).ToArray();
        string place = "none",
            strike = "none",
            registration = "none",
            ban = "none",
            @class = "none";
        int? supervision = 0;
        long? fine = 0,
            restitution = 0;
        foreach (var c in disposed)
        {
            place = Worse(Places, place, PlaceOf(c));
            @class = Worse(Classes, @class, ClassOf(c));
            if (c.Sentence.TryGet(out var s))
            {
                fine = fine is { } f && s.Fine.TryGet(out var dollars) ? f + dollars.Count : null;
                restitution = restitution is { } r && s.Restitution.TryGet(out var owed) ? r + owed.Count : null;
                supervision = supervision is { } m && Supervision(s) is { } months ? Math.Max(m, months) : null;
            }
            else if (IsConviction(c) != Truth.No)
                (fine, restitution, supervision) = (null, null, null);
            if (IsConviction(c) == Truth.No)
                continue;
            strike = Worse(Strikes, strike, StrikeOf(c));
            registration = Worse(Tiers, registration, RegistrationOf(c));
            ban = Worse(Bans, ban, BanOf(c));
        }
        return new DirectVector(
            Total(disposed, UnsuspendedOf),
            Total(disposed, PenaltyFacts.Projected),
            place,
            supervision,
            @class,
            strike,
            registration,
            ban,
            fine,
            restitution
        );
    }

    private static DayRange UnsuspendedOf(CountInCase c) => UnsuspendedCustody.Of(c.Sentence);

    private static DayRange Total(CountInCase[] counts, Func<CountInCase, DayRange> of) =>
        OrderedTotal.Of(
            counts
                .Where(c =>
                    c.Outcome is not { } o
                    || !o.TryGet(out var outcome)
                    || outcome is not (Outcome.Dismissal or Outcome.Declination or Outcome.Acquittal or Outcome.Diversion)
                )
                .Select(c =>
                {
                    var after = c.Sentence.TryGet(out var s) ? s.ConsecutiveTo : null;
                    return new CountTerm(
                        c.Path.EndsWith(".then", StringComparison.Ordinal) ? c.Label + " then" : c.Label,
                        of(c),
                        after is null ? [] : after.Where(a => a.IsValue).Select(a => a.Value).ToValueList(),
                        after?.IsOpen == true
                    );
                })
                .ToArray()
        );

    private static int? Supervision(Sentence s)
    {
        if (!s.Probation.TryGet(out var probation))
            return null;
        if (s.Split is not { } split)
            return probation.Count;
        return split.TryGet(out var term) && term.Supervision.TryGet(out var tail) ? Math.Max(probation.Count, tail.Count) : null;
    }

    /// <summary>A conviction under state law, which the state consequences need.</summary>
    private static Truth IsConviction(CountInCase c)
    {
        if (c.Outcome is not { } o)
            return Truth.No;
        if (!o.TryGet(out var outcome))
            return Truth.Open;
        return outcome is Outcome.Plea or Outcome.Verdict ? Truth.Yes : Truth.No;
    }

    private static string Worse(string[] order, string a, string b) => Array.IndexOf(order, a) >= Array.IndexOf(order, b) ? a : b;

    private static string ClassOf(CountInCase c)
    {
        if (c.Outcome is { } o && o.TryGet(out var outcome))
        {
            if (outcome is Outcome.Dismissal or Outcome.Declination or Outcome.Acquittal)
                return "none";
            if (outcome is Outcome.Diversion or Outcome.DeferredEntry)
                return "diversion";
        }
        if (c.Class.TryGet(out var @class))
            return Names.Camel(@class);
        // Not given: the statute's own, if it has but one.
        var classes = c.Offense.Value.Leaves.SelectMany(l => PenaltyFacts.Of(l, c.Committed)).Select(p => p.Class).Distinct().ToArray();
        return classes.Length == 1 ? Names.Camel(classes[0]) : "unknown";
    }

    private static string PlaceOf(CountInCase c)
    {
        if (!c.Sentence.TryGet(out var s))
            return IsConviction(c) == Truth.No ? "none" : "unknown";
        var custody = UnsuspendedCustody.Of(s);
        if (s.Life.TryGet(out var life) && life)
            return "prison";
        if (custody.High is { Count: 0 })
            return "none";
        var straight =
            s.Prison.TryGet(out var months) && months.Count > 0 && (!s.Suspended.TryGet(out var suspended) || suspended == Suspension.None);
        if (straight && PenaltyFacts.StatePrison(c) == Value.Yes)
            return "prison";
        if (
            s.ElectronicMonitoring.TryGet(out var monitored)
            && monitored.Count > 0
            && s.Jail.TryGet(out var jail)
            && jail.Count == 0
            && s.ConditionJail.TryGet(out var condition)
            && condition.Count == 0
            && !straight
            && s.Split is null
        )
            return "homeDetention";
        return "jail";
    }

    private static IEnumerable<StateEffects?> Effects(CountInCase c) => c.Offense.Value.Leaves.Select(l => PenaltyFacts.Effects(l, c));

    private static bool Felony(CountInCase c) => c.Class.TryGet(out var @class) && @class == OffenseClass.Felony;

    private static string One(IEnumerable<string> values)
    {
        var all = values.Distinct(StringComparer.Ordinal).ToArray();
        return all.Length == 1 && all[0] is not ("facts" or "") ? all[0] : "unknown";
    }

    private static string StrikeOf(CountInCase c) =>
        c.Class.IsValue && !Felony(c) ? "none"
        : !c.Class.IsValue ? "unknown"
        : PenaltyFacts.StrikeOf(c) ?? "unknown";

    private static string RegistrationOf(CountInCase c) => One(Effects(c).Select(e => e?.Registration ?? ""));

    private static string BanOf(CountInCase c) =>
        Felony(c) ? "life"
        : !c.Class.IsValue ? "unknown"
        : c.Class.Value == OffenseClass.Infraction ? "none"
        : One(Effects(c).Select(e => e?.MisdemeanorFirearmBan ?? ""));
}
