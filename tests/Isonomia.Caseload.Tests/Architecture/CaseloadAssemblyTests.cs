using Isonomia.Caseload.Outcomes;
using Isonomia.Law.Tests.Architecture;
using Xunit;

namespace Isonomia.Caseload.Tests.Architecture;

/// <summary>The caseload library reads and writes files, and nothing else beyond its arguments: no request, no clock, no chance but for new keys.</summary>
public sealed class CaseloadAssemblyTests
{
    private static readonly System.Reflection.Assembly Assembly = typeof(OutcomeStudy).Assembly;

    [Fact]
    public void It_has_no_way_to_the_network_the_clock_or_the_environment()
    {
        var types = AssemblyReader
            .TypesReferredTo(Assembly)
            .Where(t =>
                t.StartsWith("System.Net.", StringComparison.Ordinal)
                || t.StartsWith("System.Data.", StringComparison.Ordinal)
                || t
                    is "System.Console"
                        or "System.Random"
                        or "System.TimeProvider"
                        or "System.Diagnostics.Process"
                        or "NodaTime.SystemClock"
            );
        var members = AssemblyReader
            .MembersReferredTo(Assembly)
            .Where(m =>
                m
                    is "System.DateTime.get_Now"
                        or "System.DateTime.get_UtcNow"
                        or "System.DateTime.get_Today"
                        or "System.Guid.NewGuid"
                        or "System.Environment.GetEnvironmentVariable"
            );
        Assert.Empty(types.Concat(members));
    }

    [Fact]
    public void What_it_hands_out_has_no_setters() =>
        Assert.Empty(
            Assembly
                .GetExportedTypes()
                .SelectMany(t => t.GetProperties().Where(p => p.DeclaringType == t))
                .Where(p =>
                    p.SetMethod is { IsPublic: true } set
                    && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
                )
                .Select(p => $"{p.DeclaringType!.Name}.{p.Name}")
                .Except(["DelimitedReader.Expected"])
        );
}
