using System.Reflection;
using Xunit;

namespace Isonomia.Law.Tests.Architecture;

/// <summary>Isonomia.Law: pages in, values out.</summary>
public sealed class LawAssemblyTests() : AssemblyTests(Law, ["Markdig", "NodaTime"], Statics)
{
    private static readonly Assembly Law = typeof(Lawbook).Assembly;

    private static readonly Dictionary<string, string> Statics = new(StringComparer.Ordinal)
    {
        ["Isonomia.Law.Pages.PageReader.BlocksOnly"] =
            "Markdig's pipeline is fixed once it is built; building it for every page would be slow",
    };

    [Fact]
    public void The_law_does_not_know_what_is_made_of_it() =>
        Assert.DoesNotContain(Law.GetReferencedAssemblies(), a => a.Name!.StartsWith("Isonomia", StringComparison.Ordinal));

    [Fact]
    public void The_policy_would_see_a_file_if_there_were_one() =>
        Assert.Contains("System.IO.File", AssemblyReader.TypesReferredTo(typeof(LawAssemblyTests).Assembly));
}
