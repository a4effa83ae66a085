using Xunit;

namespace Isonomia.Law.Tests.Citations;

public sealed class NearestTests
{
    private static readonly TitledCitation[] Book =
    [
        new(Citation.Parse("PC 459"), "burglary"),
        new(Citation.Parse("PC 459.5"), "shoplifting"),
        new(Citation.Parse("PC 484(a)"), "petty theft"),
        new(Citation.Parse("PC 487(a)"), "grand theft of property over 950 dollars"),
        new(Citation.Parse("PC 496(a)"), "receiving stolen property"),
        new(Citation.Parse("PC 273.5(a)"), "corporal injury to an intimate partner"),
        new(Citation.Parse("HS 11350(a)"), "possession of a narcotic"),
        new(Citation.Parse("HS 11377(a)"), "possession of a controlled substance"),
        new(Citation.Parse("VC 23152(a)"), "driving under the influence"),
    ];

    [Theory]
    [InlineData("PC 458", "PC 459")]
    [InlineData("PC 549", "PC 459")]
    [InlineData("PC 486", "PC 487(a)")]
    [InlineData("HS 23152(a)", "VC 23152(a)")]
    [InlineData("11376(A) HS", "HS 11377(a)")]
    [InlineData("273.6 PC", "PC 273.5(a)")]
    [InlineData("1137", "HS 11377(a)")]
    [InlineData("PC 664/458", "PC 459")]
    [InlineData("POSS CONTROLLED SUBSTANCE", "HS 11377(a)")]
    [InlineData("SHOPLIFTNG", "PC 459.5")]
    [InlineData("RECEIVING KNOWN STOLEN PROPERTY >$950", "PC 496(a)")]
    public void The_nearest_comes_first(string text, string nearest) => Assert.Equal(nearest, Nearest.To(text, Read(text), Book)[0].Text);

    [Theory]
    [InlineData("PC 12345")]
    [InlineData("MAYHEM")]
    [InlineData("")]
    public void Where_nothing_is_near_nothing_is_said(string text) => Assert.Empty(Nearest.To(text, Read(text), Book));

    [Fact]
    public void No_more_are_given_than_asked_for()
    {
        Assert.Equal(2, Nearest.To("PC 485", Read("PC 485"), Book, 2).Length);
        Assert.Empty(Nearest.To("PC 485", Read("PC 485"), Book, 0));
    }

    private static CitationReading Read(string text) => new CitationReader(_ => false).Read(text);
}
