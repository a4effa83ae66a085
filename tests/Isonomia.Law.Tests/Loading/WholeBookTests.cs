using Xunit;

namespace Isonomia.Law.Tests.Loading;

public sealed class WholeBookTests
{
    [Fact]
    public void The_small_law_loads_without_a_problem_and_its_examples_are_right()
    {
        var reading = SmallLaw.Read(SmallLaw.Whole);
        Assert.Empty(reading.Problems);
        var law = reading.Lawbook!;
        Assert.Equal(5, law.Rules.Count);
        Assert.Equal(2, law.Offenses.Count);
        Assert.All(
            new ExampleRunner(law).RunAll(),
            r => Assert.True(r.IsRight, $"{r.Example.Name}: {r.ByColumns}, {r.ByOutline} {r.Error}")
        );
    }
}
