using System.Collections.Immutable;
using System.Globalization;
using Isonomia.Sentences;
using Isonomia.Severity;

namespace Isonomia.Alternatives;

/// <summary>How far an alternative may differ from the reference on one axis.</summary>
public abstract record Tolerance
{
    private Tolerance() { }

    /// <summary>Not at all.</summary>
    public sealed record Equal : Tolerance;

    /// <summary>The axis does not decide.</summary>
    public sealed record Any : Tolerance;

    /// <summary>For the class: one step.</summary>
    public sealed record OneStep : Tolerance;

    /// <summary>At most so many days, months or dollars, or so much of the reference; where both are given, whichever is less.</summary>
    /// <param name="Amount">The amount; null if only a percentage is given.</param>
    /// <param name="Percent">Per cent of the reference; null if only an amount is given.</param>
    public sealed record Within(int? Amount, int? Percent) : Tolerance
    {
        /// <summary>The most that the axis may differ for a reference.</summary>
        public long Of(long reference)
        {
            // Tenths, so that ten per cent of 15 days (one and a half) admits one day and not two.
            var part = Percent is { } p ? reference * p / 100 : long.MaxValue;
            return Math.Min(Amount ?? long.MaxValue, part);
        }
    }
}

/// <summary>What an office holds to be roughly equal direct punishment (severity.md section 5.2).</summary>
/// <param name="Id">Its name.</param>
/// <param name="Adopted">Whether an office has signed it.</param>
/// <param name="SignedBy">Who signed.</param>
/// <param name="Axes">Tolerance by axis, under the names of the direct vector.</param>
public sealed record Band(string Id, bool Adopted, string SignedBy, IReadOnlyDictionary<string, Tolerance> Axes)
{
    /// <summary>The axes of the direct vector, in the order in which they are compared.</summary>
    public static IReadOnlyList<string> AxisNames => Names;

    private static readonly ImmutableArray<string> Names =
    [
        "orderedDays",
        "projectedDays",
        "place",
        "supervisionMonths",
        "class",
        "strike",
        "registration",
        "firearmBan",
        "fineDollars",
        "restitutionDollars",
    ];

    /// <summary>
    /// The band that ships, deliberately tight and adopted by nobody: equal class, strike, registration and restitution; custody, ordered and
    /// projected, within ten per cent or thirty days, whichever is less. It leaves the other axes free and prints them.
    /// </summary>
    public static Band Default { get; } =
        new(
            "default",
            false,
            "",
            new Dictionary<string, Tolerance>(StringComparer.Ordinal)
            {
                ["orderedDays"] = new Tolerance.Within(30, 10),
                ["projectedDays"] = new Tolerance.Within(30, 10),
                ["class"] = new Tolerance.Equal(),
                ["strike"] = new Tolerance.Equal(),
                ["registration"] = new Tolerance.Equal(),
                ["restitutionDollars"] = new Tolerance.Equal(),
            }
        );

    /// <summary>The axes on which a disposition is outside the band, each with its difference: <c>orderedDays +31</c>. Empty: inside.</summary>
    public IReadOnlyList<string> Outside(DirectVector reference, DirectVector other)
    {
        List<string>? outside = null;
        foreach (var (axis, tolerance) in Axes)
            if (Differs(axis, tolerance, reference, other) is { } by)
                (outside ??= []).Add(by);
        return outside ?? (IReadOnlyList<string>)[];
    }

    /// <summary>The axes on which a disposition is lighter than the band allows: a citizen would not get it.</summary>
    public static IReadOnlyList<string> Lighter(IReadOnlyList<string> outside, DirectVector reference, DirectVector other) =>
        [
            .. outside.Where(o =>
                o.Contains(" -", StringComparison.Ordinal)
                || o.StartsWith("class ", StringComparison.Ordinal)
                    && Dominance.ClassRank(other.Class) < Dominance.ClassRank(reference.Class)
                || o.Contains("-> none", StringComparison.Ordinal)
            ),
        ];

    private static string? Differs(string axis, Tolerance tolerance, DirectVector reference, DirectVector other)
    {
        switch (axis)
        {
            case "orderedDays":
                return Days(axis, tolerance, reference.Ordered, other.Ordered);
            case "projectedDays":
                return Days(axis, tolerance, reference.Projected, other.Projected);
            case "supervisionMonths":
                return Number(axis, tolerance, reference.SupervisionMonths, other.SupervisionMonths);
            case "fineDollars":
                return Number(axis, tolerance, reference.FineDollars, other.FineDollars);
            case "restitutionDollars":
                return Number(axis, tolerance, reference.RestitutionDollars, other.RestitutionDollars);
            case "class":
                return Word(axis, tolerance, reference.Class, other.Class);
            case "strike":
                return Word(axis, tolerance, reference.Strike, other.Strike);
            case "registration":
                return Word(axis, tolerance, reference.Registration, other.Registration);
            case "firearmBan":
                return Word(axis, tolerance, reference.FirearmBan, other.FirearmBan);
            case "place":
                return Word(axis, tolerance, reference.Place, other.Place);
            default:
                return null;
        }
    }

    private static string? Word(string axis, Tolerance tolerance, string reference, string other)
    {
        if (tolerance is Tolerance.Any || string.Equals(reference, other, StringComparison.Ordinal))
            return null;
        if (tolerance is Tolerance.OneStep && Math.Abs(Dominance.ClassRank(reference) - Dominance.ClassRank(other)) <= 1)
            return null;
        return $"{axis} {reference} -> {other}";
    }

    private static string? Days(string axis, Tolerance tolerance, DayRange reference, DayRange other)
    {
        if (reference.IsExact && other.IsExact)
            return Number(axis, tolerance, reference.Low.Count, other.Low.Count);
        return tolerance is Tolerance.Any || reference == other ? null : $"{axis} {reference} -> {other}";
    }

    private static string? Number(string axis, Tolerance tolerance, long? reference, long? other)
    {
        if (tolerance is Tolerance.Any || reference == other)
            return null;
        if (reference is not { } r || other is not { } o)
            return $"{axis} not known";
        var most = tolerance is Tolerance.Within within ? within.Of(r) : 0;
        var by = o - r;
        return Math.Abs(by) <= most ? null : string.Create(CultureInfo.InvariantCulture, $"{axis} {(by > 0 ? "+" : "-")}{Math.Abs(by)}");
    }
}
