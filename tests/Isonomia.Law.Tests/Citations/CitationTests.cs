using Xunit;

namespace Isonomia.Law.Tests.Citations;

public sealed class CitationTests
{
    [Theory]
    [InlineData("PC 273.5(a)")]
    [InlineData("HS 11350(a)")]
    [InlineData("VC 23152(a)")]
    [InlineData("BP 4060")]
    [InlineData("WI 10980(c)(2)")]
    [InlineData("LAMC 41.27(c)")]
    [InlineData("LACC 13.18.010")]
    [InlineData("PC 664/487(a)")]
    [InlineData("PC 182(a)(1)/HS 11352(a)")]
    [InlineData("PC 653f(d)")]
    [InlineData("PC 459/460(b)")]
    [InlineData("PC 32/33")]
    [InlineData("PC 484(a)/488")]
    [InlineData("PC 664/459/460(a)")]
    [InlineData("PC 667(e)(2)(C)(iv)(I)")]
    [InlineData("PC 622½")]
    [InlineData("PC 337a.6(b)")]
    [InlineData("PC 1203.1ab")]
    [InlineData("PC 415(1)")]
    [InlineData("GC 7282.5(a)(3)(G)")]
    [InlineData("8 USC 1227(a)(2)(A)(i)")]
    [InlineData("8 USC 1182(a)(2)(A)(ii)(II)")]
    [InlineData("8 USC 1229b(b)(1)(C)")]
    [InlineData("18 USC 16(a)")]
    [InlineData("18 USC 2252A(a)(1)")]
    [InlineData("42 USC 2000e-2(a)")]
    [InlineData("18 USC 371/21 USC 841(a)(1)")]
    [InlineData("8 CFR 1003.55")]
    [InlineData("8 CFR 1208.13(c)(2)(i)(D)")]
    [InlineData("14 CCR 550(b)(6)(B)")]
    [InlineData("Pub. L. 119-1")]
    [InlineData("LADA SD 20-07")]
    public void A_canonical_text_is_read_and_printed_as_it_is(string text)
    {
        Assert.True(Citation.TryParse(text, out var citation, out var error), error);
        Assert.Null(error);
        Assert.Equal(text, citation.Text);
        Assert.Equal(citation, Citation.Parse(text));
        Assert.Equal(citation.GetHashCode(), Citation.Parse(text).GetHashCode());
    }

    [Theory]
    [InlineData("", "a citation is missing")]
    [InlineData(null, "a citation is missing")]
    [InlineData("459", "\"459\" names no code and section, such as \"PC 459\"")]
    [InlineData("PC459", "\"PC459\" names no code and section, such as \"PC 459\"")]
    [InlineData("PX 459", "\"PX\" in \"PX 459\" is not a code of law that is known; did you mean \"PB\"?")]
    [InlineData("LAMX 41.27", "\"LAMX\" in \"LAMX 41.27\" is not a code of law that is known; did you mean \"LAMC\"?")]
    [InlineData("57 USC 1", "\"57 USC\" in \"57 USC 1\" is not a code of law that is known")]
    [InlineData("PC 487(A)", "\"PC 487(A)\" is written \"PC 487(a)\"")]
    [InlineData("PC 487A", "\"PC 487A\" is written \"PC 487a\"")]
    [InlineData("PC 286(c)(2)(a)", "\"PC 286(c)(2)(a)\" is written \"PC 286(c)(2)(A)\"")]
    [InlineData("PC 664/PC 487", "\"PC 664/PC 487\" is written \"PC 664/487\"")]
    [InlineData("PC 487(a", "\"(a\" in \"PC 487(a\" is not a subdivision")]
    [InlineData("PC 487()", "\"()\" in \"PC 487()\" is not a subdivision")]
    [InlineData("PC 187(664)", "\"(664)\" in \"PC 187(664)\" is not a subdivision")]
    [InlineData("PC 487(a) ", "\" \" does not belong at the end of \"PC 487(a) \"")]
    [InlineData("PC  487", "\"PC \" in \"PC  487\" is not a code of law that is known")]
    [InlineData("PC 459 or so", "\"459 or so\" in \"PC 459 or so\" is not a section of the Penal Code")]
    [InlineData("PC 2000-2", "\"2000-2\" in \"PC 2000-2\" is not a section of the Penal Code")]
    [InlineData("PC 45.", "\"45.\" in \"PC 45.\" is not a section of the Penal Code")]
    [InlineData("PC 459/", "\"\" in \"PC 459/\" is not a section of the Penal Code")]
    [InlineData("PC 1/2/3/4", "\"PC 1/2/3/4\" has more than 3 parts")]
    public void What_is_not_canonical_is_refused_with_what_is_wrong(string? text, string error)
    {
        Assert.False(Citation.TryParse(text, out var citation, out var found));
        Assert.Null(citation);
        Assert.StartsWith(error, found, StringComparison.Ordinal);
        if (text is not null)
        {
            Assert.Equal(found, Assert.Throws<FormatException>(() => Citation.Parse(text)).Message);
        }
    }

    [Fact]
    public void The_parts_are_named()
    {
        var citation = Citation.Parse("PC 182(a)(1)/HS 11352(a)");
        Assert.Equal("PC", citation.Code.Text);
        Assert.Equal("182", citation.Section.Text);
        Assert.Equal("a 1", string.Join(' ', citation.Subdivisions));
        Assert.Equal("HS 11352(a)", citation.Second?.Text);
        Assert.Equal("PC 182(a)(1)", citation.First.Text);
        Assert.Equal(5, citation.Depth);
    }

    [Theory]
    [InlineData("PC 459", "PC 459")]
    [InlineData("PC 459", "PC 459(a)")]
    [InlineData("PC 459", "PC 459/460(b)")]
    [InlineData("PC 484", "PC 484(a)/488")]
    [InlineData("PC 484(a)", "PC 484(a)/488")]
    [InlineData("PC 484/488", "PC 484(a)/488")]
    [InlineData("PC 459/460", "PC 459/460(b)")]
    [InlineData("PC 286(c)", "PC 286(c)(2)(A)")]
    [InlineData("8 USC 1227(a)(2)", "8 USC 1227(a)(2)(E)(i)")]
    [InlineData("PC 664", "PC 664/487(a)")]
    [InlineData("PC 664/487", "PC 664/487(a)")]
    public void A_citation_covers_itself_and_all_under_it(string wide, string narrow)
    {
        Assert.True(Citation.Parse(wide).Covers(Citation.Parse(narrow)));
        Assert.Equal(wide == narrow, Citation.Parse(narrow).Covers(Citation.Parse(wide)));
    }

    [Theory]
    [InlineData("PC 459", "PC 459.5")]
    [InlineData("PC 459", "PC 4590")]
    [InlineData("PC 459", "VC 459")]
    [InlineData("PC 484", "PC 484e")]
    [InlineData("PC 459/460", "PC 459")]
    [InlineData("PC 459/460(a)", "PC 459/460(b)")]
    [InlineData("PC 459/460(b)", "PC 459/460")]
    [InlineData("PC 459(a)", "PC 459(b)")]
    [InlineData("PC 487", "PC 664/487(a)")]
    [InlineData("8 USC 1227", "18 USC 1227")]
    public void A_citation_does_not_cover_a_neighbour(string wide, string narrow) =>
        Assert.False(Citation.Parse(wide).Covers(Citation.Parse(narrow)));

    [Theory]
    [InlineData("PC 487(a)", Form.Completed, null)]
    [InlineData("PC 459/460(b)", Form.Completed, null)]
    [InlineData("PC 664", Form.Completed, null)]
    [InlineData("PC 664/487(a)", Form.Attempt, "PC 487(a)")]
    [InlineData("PC 664/459/460(a)", Form.Attempt, "PC 459/460(a)")]
    [InlineData("PC 664/HS 11379(a)", Form.Attempt, "HS 11379(a)")]
    [InlineData("PC 182(a)(1)/HS 11352(a)", Form.Conspiracy, "HS 11352(a)")]
    [InlineData("PC 182(a)(1)", Form.Completed, null)]
    [InlineData("PC 182.5/187", Form.Completed, null)]
    [InlineData("PC 653f(d)", Form.Completed, null)]
    [InlineData("PC 653f(d)/HS 11352(a)", Form.Solicitation, "HS 11352(a)")]
    [InlineData("VC 664/665", Form.Completed, null)]
    public void The_leading_section_tells_the_form_of_liability_and_the_rest_is_its_target(string text, Form form, string? target)
    {
        var citation = Citation.Parse(text);
        Assert.Equal(form, citation.Form);
        Assert.Equal(target, citation.Target?.Text);
    }

    [Fact]
    public void Citations_stand_in_the_order_of_the_code_books()
    {
        string[] ordered =
        [
            "BP 4060",
            "PC 32",
            "PC 32/33",
            "PC 273",
            "PC 273a",
            "PC 273a(a)",
            "PC 273a(b)",
            "PC 273ab",
            "PC 273b",
            "PC 273.4",
            "PC 273.5",
            "PC 459",
            "PC 459/460(a)",
            "PC 459/460(b)",
            "PC 459.5",
            "PC 602(a)",
            "PC 602(z)",
            "PC 602(aa)",
            "PC 667(e)(2)(C)(ii)",
            "PC 667(e)(2)(C)(iv)",
            "PC 667(e)(2)(C)(ix)",
            "PC 1001.5",
            "PC 1001.36",
            "PC 1203.016",
            "PC 11056(f)(2)",
            "PC 11056(f)(10)",
            "VC 23152(a)",
            "LAMC 41.18(d)",
            "8 USC 1227(a)",
            "18 USC 16(a)",
        ];
        var citations = ordered.Select(Citation.Parse).ToList();
        Assert.Equal(ordered, citations.AsEnumerable().Reverse().Order().Select(c => c.Text));
        Assert.True(citations[0] < citations[1] && citations[1] > citations[0] && citations[0] <= citations[0]);
    }

    [Fact]
    public void A_citation_can_be_put_together()
    {
        Assert.True(Section.TryParse("286", out var section));
        Assert.Equal("PC 286(c)(2)(A)", Citation.Of(LawCode.PC, section, ["C", "2", "A"]).Text);
        Assert.Throws<ArgumentException>(() => Citation.Of(LawCode.PC, section, ["former"]));
    }

    [Fact]
    public void Sections_that_no_code_could_have_are_refused()
    {
        Assert.All(
            ["", "a", "0", "0459", "459.", ".5", "459abcd", "459..5", "459-", "12345678", "459 5", "1.2.3.4.5"],
            text => Assert.False(Section.TryParse(text, out _), text)
        );
    }
}
