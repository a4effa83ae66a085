using Isonomia.Facts;
using Isonomia.Law.Tests.Readers;
using Xunit;

namespace Isonomia.Tests.Facts;

/// <summary>Worked examples of facts that code computes, as the law pages show them.</summary>
public sealed class FactExampleTests
{
    [Fact]
    public void Every_worked_example_of_a_fact_is_what_code_computes()
    {
        var results = FactExamples.Run(RealLaw.Book).ToArray();
        Assert.True(results.Length >= 20, "the examples were not found");
        Assert.All(
            results,
            r =>
                Assert.True(
                    r.IsRight,
                    $"{r.Example.At.File}:{r.Example.At.Line}: {r.Example.Name}: the page says {r.Example.Answer}, code {r.Computed} {r.Error}"
                )
        );
    }
}
