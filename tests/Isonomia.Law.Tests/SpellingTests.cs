using Xunit;

namespace Isonomia.Law.Tests;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("admitted", "admitted", 0)]
    [InlineData("admitted", "ADMITTED", 0)]
    [InlineData("admited", "admitted", 1)]
    [InlineData("admittted", "admitted", 1)]
    [InlineData("admettid", "admitted", 2)]
    [InlineData("admitetd", "admitted", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("459", "495", 1)]
    public void Distance_counts_slips(string a, string b, int slips)
    {
        Assert.Equal(slips, Spelling.Distance(a, b));
        Assert.Equal(slips, Spelling.Distance(b, a));
    }

    [Fact]
    public void Closest_takes_the_first_of_the_closest_within_reach()
    {
        string[] known = ["status", "stage", "scheme"];
        Assert.Equal("status", Spelling.Closest("statsu", known));
        Assert.Equal("stage", Spelling.Closest("stagee", known));
        Assert.Null(Spelling.Closest("forum", known));
        Assert.Equal("stage", Spelling.Closest("stage", known, 0));
        Assert.Null(Spelling.Closest("stages", known, 0));
        Assert.Equal("ab", Spelling.Closest("xb", ["ab", "cb"]));
    }

    [Fact]
    public void A_very_long_word_is_cut_and_does_no_harm() =>
        Assert.Equal(0, Spelling.Distance(new string('a', 100_000), new string('a', 90_000)));
}
