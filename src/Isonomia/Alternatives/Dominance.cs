using Isonomia.Sentences;
using Isonomia.Severity;

namespace Isonomia.Alternatives;

/// <summary>How two dispositions compare (severity.md section 5.1). Not comparable is an answer.</summary>
public enum Comparison
{
    /// <summary>The same on every axis.</summary>
    Equal,

    /// <summary>No worse on any axis and better on one.</summary>
    Better,

    /// <summary>No better on any axis and worse on one.</summary>
    Worse,

    /// <summary>Better on one axis and worse on another.</summary>
    NotComparable,
}

/// <summary>Comparison axis by axis, with no weights and no arithmetic over axes; uncertain values are taken at their worst reading.</summary>
public static class Dominance
{
    private static readonly string[] Places = ["none", "homeDetention", "jail", "prison", "unknown"];
    private static readonly string[] Classes = ["none", "diversion", "infraction", "misdemeanor", "felony", "unknown"];
    private static readonly string[] Strikes = ["none", "serious", "violent", "unknown"];
    private static readonly string[] Registrations = ["none", "tier1", "tier2", "tier3", "unknown"];
    private static readonly string[] Bans = ["none", "tenYears", "life", "unknown"];

    /// <summary>The collateral vectors of two dispositions, status by status; relief by set inclusion.</summary>
    public static Comparison Collateral(IReadOnlyList<CollateralVector> x, IReadOnlyList<CollateralVector> y)
    {
        var result = Comparison.Equal;
        for (var s = 0; s < x.Count && result != Comparison.NotComparable; s++)
            result = Join(result, Of(x[s], y[s]));
        return result;
    }

    /// <summary>Two collateral vectors.</summary>
    public static Comparison Of(CollateralVector x, CollateralVector y)
    {
        if (ReferenceEquals(x, y))
            return Comparison.Equal;
        var result = Comparison.Equal;
        result = Join(result, Axis(x.Removal, y.Removal));
        result = Join(result, Axis((int)x.Custody, (int)y.Custody));
        result = Join(result, Axis(x.Permanence, y.Permanence));
        result = Join(result, Axis(x.Process, y.Process));
        // F1 is "an arrest or booking record only": every other disposition of the same arrest leaves that record too, and more.
        result = Join(result, Axis(Math.Max(1, x.Exposure), Math.Max(1, y.Exposure)));
        foreach (var (code, state) in x.Relief)
            result = Join(result, Axis(Closedness(state), Closedness(y.Relief.GetValueOrDefault(code))));
        foreach (var (code, state) in y.Relief)
            if (!x.Relief.ContainsKey(code))
                result = Join(result, Axis(Closedness(ReliefState.NotApplicable), Closedness(state)));
        return result;
    }

    /// <summary>Two direct vectors: less is better on each axis. Restitution is the victim's and no axis (it is a constraint of the band).</summary>
    public static Comparison Direct(DirectVector x, DirectVector y)
    {
        var result = Days(x.Ordered, y.Ordered);
        result = Join(result, Days(x.Projected, y.Projected));
        result = Join(result, Named(Places, x.Place, y.Place));
        result = Join(result, Number(x.SupervisionMonths, y.SupervisionMonths));
        result = Join(result, Named(Classes, x.Class, y.Class));
        result = Join(result, Named(Strikes, x.Strike, y.Strike));
        result = Join(result, Named(Registrations, x.Registration, y.Registration));
        result = Join(result, Named(Bans, x.FirearmBan, y.FirearmBan));
        return Join(result, Number(x.FineDollars, y.FineDollars));
    }

    /// <summary>Both together: the defense form.</summary>
    public static Comparison Join(Comparison a, Comparison b) =>
        a == b || b == Comparison.Equal ? a
        : a == Comparison.Equal ? b
        : Comparison.NotComparable;

    /// <summary>Where a word stands on its axis.</summary>
    internal static int ClassRank(string @class) => Array.IndexOf(Classes, @class);

    /// <summary>The undominated items: no other is better. Transitive, so an item need only be held against those kept.</summary>
    public static IReadOnlyList<int> Undominated(int count, Func<int, int, Comparison> compare)
    {
        var kept = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var beaten = false;
            for (var k = 0; k < kept.Count && !beaten; k++)
                beaten = compare(kept[k], i) == Comparison.Better;
            if (beaten)
                continue;
            kept.RemoveAll(k => compare(i, k) == Comparison.Better);
            kept.Add(i);
        }
        return kept;
    }

    private static int Closedness(ReliefState state) =>
        state switch
        {
            ReliefState.Open => 0,
            ReliefState.Harmed => 1,
            ReliefState.Unknown => 2,
            ReliefState.Closed => 3,
            // A relief that is not there for the person on the worst reading is no better than a closed one.
            _ => 3,
        };

    private static Comparison Axis(int x, int y) =>
        x == y ? Comparison.Equal
        : x < y ? Comparison.Better
        : Comparison.Worse;

    private static Comparison Named(string[] order, string x, string y) => Axis(Array.IndexOf(order, x), Array.IndexOf(order, y));

    private static Comparison Number(long? x, long? y) =>
        (x ?? long.MaxValue).CompareTo(y ?? long.MaxValue) switch
        {
            0 => Comparison.Equal,
            < 0 => Comparison.Better,
            _ => Comparison.Worse,
        };

    private static Comparison Days(DayRange x, DayRange y) => Number(x.High?.Count, y.High?.Count);
}
