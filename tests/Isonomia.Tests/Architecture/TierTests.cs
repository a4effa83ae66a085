using System.Reflection;
using Isonomia.Severity;
using Xunit;

namespace Isonomia.Tests.Architecture;

/// <summary>A tier is a label with an order: nothing may add, average or multiply tiers.</summary>
public sealed class TierTests
{
    private static readonly string[] Comparisons =
    [
        "op_Equality",
        "op_Inequality",
        "op_LessThan",
        "op_LessThanOrEqual",
        "op_GreaterThan",
        "op_GreaterThanOrEqual",
    ];

    [Fact]
    public void A_tier_has_no_operator_but_comparisons() =>
        Assert.Empty(
            typeof(Tier)
                .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(m => m.IsSpecialName && m.Name.StartsWith("op_", StringComparison.Ordinal))
                .Select(m => m.Name)
                .Except(Comparisons)
        );

    [Fact]
    public void A_tier_cannot_be_turned_into_a_number()
    {
        Assert.False(typeof(Tier).IsEnum);
        Assert.DoesNotContain(typeof(Tier).GetInterfaces(), i => i == typeof(IConvertible) || i.Namespace == "System.Numerics");
        var numbers = typeof(Tier)
            .GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(m => IsNumber(m.ReturnType))
            .Select(m => m.Name);
        // The order and the hash are numbers by the platform's own interfaces; neither says how far apart two tiers are.
        Assert.Equal(["CompareTo", "GetHashCode"], numbers.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(
            typeof(Tier).GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public),
            m => m is FieldInfo field && IsNumber(field.FieldType)
        );
    }

    [Fact]
    public void The_order_of_two_tiers_does_not_say_how_far_apart_they_are()
    {
        Tier[] all = [Tier.T0, Tier.T1, Tier.T2, Tier.T3, Tier.T4, Tier.T5, Tier.T6, Tier.T7, Tier.T8];
        foreach (var (i, low) in all.Index())
        foreach (var (j, high) in all.Index())
            Assert.Equal(i.CompareTo(j), low.CompareTo(high));
    }

    private static bool IsNumber(Type type) => type.IsPrimitive && type != typeof(bool) || type == typeof(decimal);
}
