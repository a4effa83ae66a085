using System.Collections.Immutable;
using Isonomia.Analysis;
using Isonomia.Law;
using Isonomia.Severity;

namespace Isonomia.Tests.Properties;

/// <summary>What an assessment says in a form that two assessments can be compared in: each code with its bounds, each relief with its state, each axis.</summary>
internal sealed record Consequences
{
    /// <summary>That a bond hearing is possible is good news, not a consequence: it is compared the other way round by nobody.</summary>
    private const string Bond = "DET.BOND";

    public required ImmutableSortedDictionary<string, Truth> Codes { get; init; }
    public required ImmutableSortedDictionary<string, ReliefState> Relief { get; init; }
    public required CollateralVector Vector { get; init; }
    public required TierRange Tier { get; init; }

    public static Consequences Of(Assessment a) =>
        new()
        {
            Codes = a
                .Grounds.Concat(a.Detention)
                .Concat(a.Exposure)
                .ToImmutableSortedDictionary(c => c.Code, c => c.Answer.Bounds, StringComparer.Ordinal),
            Relief = a.Relief.ToImmutableSortedDictionary(r => r.Code, r => r.State, StringComparer.Ordinal),
            Vector = a.Collateral.Vector,
            Tier = a.Collateral.Tier,
        };

    /// <summary>The answer of a code; what is not listed cannot be.</summary>
    public Truth Code(string code) => Codes.GetValueOrDefault(code, Truth.No);

    /// <summary>Codes that are more certain or more possible here than there.</summary>
    public IEnumerable<string> Beyond(Consequences other) =>
        Codes.Keys.Where(c => c != Bond && Code(c) > other.Code(c)).Select(c => $"{c} {other.Code(c)} -> {Code(c)}");

    /// <summary>Reliefs that are less open here than there, at the worst reading.</summary>
    public IEnumerable<string> LessOpenThan(Consequences other) =>
        Vector
            .Relief.Where(r => Rank(r.Value) > Rank(other.Vector.Relief.GetValueOrDefault(r.Key)))
            .Select(r => $"{r.Key} {other.Vector.Relief.GetValueOrDefault(r.Key)} -> {r.Value}");

    /// <summary>Codes and reliefs that differ.</summary>
    public IEnumerable<string> Differing(Consequences other) =>
        Codes
            .Keys.Concat(other.Codes.Keys)
            .Distinct(StringComparer.Ordinal)
            .Where(c => Code(c) != other.Code(c))
            .Concat(Relief.Keys.Where(r => Relief[r] != other.Relief.GetValueOrDefault(r)));

    private static int Rank(ReliefState state) =>
        state switch
        {
            ReliefState.NotApplicable or ReliefState.Open => 0,
            ReliefState.Harmed => 1,
            ReliefState.Unknown => 2,
            _ => 3,
        };
}
