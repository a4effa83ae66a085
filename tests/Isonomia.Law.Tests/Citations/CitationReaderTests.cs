using Xunit;

namespace Isonomia.Law.Tests.Citations;

public sealed class CitationReaderTests
{
    private static readonly CitationReader Bare = new(_ => false);

    [Theory]
    [InlineData("PC 459", HowRead.Exact)]
    [InlineData("PC 664/487(a)", HowRead.Exact)]
    [InlineData("8 USC 1227(a)(2)(A)(i)", HowRead.Exact)]
    [InlineData("pc 459", HowRead.Normalized)]
    [InlineData(" PC 459", HowRead.Normalized)]
    [InlineData("459 PC", HowRead.Normalized)]
    public void Exact_is_only_what_is_written_canonically(string text, HowRead how) =>
        Assert.Equal(how, Assert.IsType<CitationReading.Read>(Bare.Read(text)).How);

    [Theory]
    // Neither is in the book: the subdivision is likelier, and the reading is not settled.
    [InlineData("487A PC", "", "PC 487(a); PC 487a", 0, false)]
    [InlineData("487A PC", "PC 487", "PC 487(a); PC 487a", 1, true)]
    [InlineData("273A PC", "PC 273a", "PC 273a; PC 273(a)", 1, true)]
    [InlineData("484A PC", "PC 484", "PC 484(a); PC 484a", 1, true)]
    [InlineData("11377A HS", "HS 11377", "HS 11377(a); HS 11377a", 1, true)]
    // Both are: the section with a letter is put first, and the reading says that it is not settled.
    [InlineData("487A PC", "PC 487; PC 487a", "PC 487a; PC 487(a)", 2, false)]
    [InlineData("25662BPC", "BP 25662", "BP 25662; PC 25662(b); PC 25662b", 1, true)]
    [InlineData("347BPC", "PC 347", "PC 347(b); PC 347b; BP 347", 1, true)]
    [InlineData("187CPC", "PC 187", "PC 187(c); PC 187; PC 187c", 2, false)]
    [InlineData("487.2 PC", "PC 487", "PC 487(2); PC 487.2", 1, true)]
    [InlineData("PC 314.1", "PC 314", "PC 314(1); PC 314.1", 1, true)]
    [InlineData("17414(A)(1) FC", "FI 17414", "FI 17414(a)(1); FC 17414(a)(1)", 1, true)]
    [InlineData("EC 18302(A)", "EL 18302", "EL 18302(a); ED 18302(a)", 1, true)]
    public void The_law_book_decides_what_the_spelling_leaves_open(string text, string book, string expected, int known, bool settled)
    {
        var read = Assert.IsType<CitationReading.Read>(With(book).Read(text));
        Assert.Equal(expected, string.Join("; ", read.Candidates));
        Assert.Equal(known, read.Known);
        Assert.Equal(settled, read.Settled);
    }

    [Theory]
    [InlineData("459", "459", "")]
    [InlineData("484(a)", "484(a)", "")]
    [InlineData("273.5(A)", "273.5(a)", "")]
    [InlineData("484(A)/490.2", "484(a)/490.2", "")]
    [InlineData("664/187", "664/187", "")]
    [InlineData("187(664)", "664/187", "")]
    [InlineData("212.5(b)/ATT", "664/212.5(b)", "")]
    [InlineData("664.018(B)", "664.018(b)", "")]
    [InlineData("664.487(A)", "664/487(a)", "")]
    [InlineData("261 Rape", "261", "Rape")]
    [InlineData("section 459", "459", "section")]
    [InlineData("211A", "211(a); 211a", "")]
    public void A_section_without_a_code_is_given_as_one(string text, string provisions, string words)
    {
        var read = Assert.IsType<CitationReading.NoCode>(Bare.Read(text));
        Assert.Equal(provisions, string.Join("; ", read.Candidates));
        Assert.Equal(words, read.Words, ignoreCase: true);
    }

    [Fact]
    public void A_provision_becomes_a_citation_in_a_code_and_attempt_stays_in_the_Penal_Code()
    {
        var read = Assert.IsType<CitationReading.NoCode>(Bare.Read("664/11379(A)"));
        Assert.True(LawCode.TryParse("HS", out var health));
        Assert.Equal("PC 664/HS 11379(a)", read.Candidates[0].In(health).Text);
        Assert.Equal("PC 664/11379(a)", read.Candidates[0].In(LawCode.PC).Text);
    }

    [Theory]
    [InlineData("B/W-FEL", NotAnOffenseKind.Warrant, null)]
    [InlineData("B/W", NotAnOffenseKind.Warrant, null)]
    [InlineData("BENCH WARRANT", NotAnOffenseKind.Warrant, null)]
    [InlineData("OUTSIDE WARR/F", NotAnOffenseKind.Warrant, null)]
    [InlineData("978.5 PC", NotAnOffenseKind.Warrant, "PC 978.5")]
    [InlineData("VIOL PROB/FEL", NotAnOffenseKind.Probation, null)]
    [InlineData("ZZ VIOLPROB/MISD", NotAnOffenseKind.Probation, null)]
    [InlineData("PROBATION VIOLATION", NotAnOffenseKind.Probation, null)]
    [InlineData("1203.2(A) PC", NotAnOffenseKind.Probation, "PC 1203.2(a)")]
    [InlineData("PC 1203.2", NotAnOffenseKind.Probation, "PC 1203.2")]
    [InlineData("3056 PC-VIOLATION OF PAROLE:FELONY", NotAnOffenseKind.Parole, "PC 3056")]
    [InlineData("3000.08CPC", NotAnOffenseKind.Parole, "PC 3000.08(c)")]
    [InlineData("3455 PC", NotAnOffenseKind.Parole, "PC 3455")]
    [InlineData("PAROLE HOLD", NotAnOffenseKind.Parole, null)]
    [InlineData("FLASH INCARCERATION", NotAnOffenseKind.Parole, null)]
    [InlineData("300(B)WIC", NotAnOffenseKind.Dependency, "WI 300(b)")]
    [InlineData("300 WI", NotAnOffenseKind.Dependency, "WI 300")]
    [InlineData("601(A) WI", NotAnOffenseKind.JuvenileCourt, "WI 601(a)")]
    [InlineData("ICE HOLD", NotAnOffenseKind.ImmigrationHold, null)]
    [InlineData("IMMIGRATION DETAINER", NotAnOffenseKind.ImmigrationHold, null)]
    [InlineData("1551.1 PC", NotAnOffenseKind.FugitiveHold, "PC 1551.1")]
    [InlineData("FUGITIVE FROM JUSTICE", NotAnOffenseKind.FugitiveHold, null)]
    [InlineData("5150 WI", NotAnOffenseKind.MentalHealth, "WI 5150")]
    [InlineData("1370 PC-MENTALLY INCOMPETENT", NotAnOffenseKind.MentalHealth, "PC 1370")]
    [InlineData("TOW", NotAnOffenseKind.Tow, null)]
    [InlineData("TOWED VEHICLE", NotAnOffenseKind.Tow, null)]
    [InlineData("22651(H) VC", NotAnOffenseKind.Tow, "VC 22651(h)")]
    [InlineData("CITY PERMIT", NotAnOffenseKind.CityPermit, null)]
    [InlineData("290 PC-REGISTRATION OF SEX OFFENDER", NotAnOffenseKind.Registration, "PC 290")]
    [InlineData("11590 HS-REGISTRATION OF CNTL SUB OFFENDER", NotAnOffenseKind.Registration, "HS 11590")]
    [InlineData(".1170 (H) PC-SENTENCING", NotAnOffenseKind.Sentencing, "PC 1170(h)")]
    [InlineData("00IN CUSTODY ARR ZZ", NotAnOffenseKind.Custody, null)]
    [InlineData("DECEASED", NotAnOffenseKind.Custody, null)]
    public void What_is_not_a_crime_is_said_to_be_none(string text, NotAnOffenseKind kind, string? citation)
    {
        var none = Assert.IsType<CitationReading.NotAnOffense>(Bare.Read(text));
        Assert.Equal(kind, none.Kind);
        Assert.Equal(citation, none.Citation?.Text);
        Assert.NotEmpty(none.Because);
    }

    [Theory]
    [InlineData("POSS/OWN F/ARM IN VIOL OF PROB CONDITION")]
    [InlineData("TOWING W/O PERMIT")]
    [InlineData("TOW TRUCK OWNR/OPR SOLICIT TOW VEH N/AUTH")]
    [InlineData("DRIVE VEH W/O CITY PERMIT")]
    [InlineData("PERMIT ANOTHER BRING LOADED F/ARM IN VEH")]
    [InlineData("HIT AND RUN RUNAWAY VEH/PROPERTY DAMAGE")]
    [InlineData("FALSE STATEMENT/IMMIGRATION MATTER")]
    [InlineData("AID/ATTEMPT ESCAPE PAROLEE/PRISONR/ESCAPE")]
    public void A_crime_is_not_taken_for_a_hold_because_of_a_word(string text) =>
        Assert.IsType<CitationReading.Unreadable>(Bare.Read(text));

    [Theory]
    [InlineData("290(B)PC")]
    [InlineData("PC 853.7")]
    [InlineData("VC 40508(a)")]
    [InlineData("B/W 459 PC")]
    [InlineData("PC 12022.7(e)")]
    public void A_crime_beside_a_hold_is_read(string text) => Assert.IsType<CitationReading.Read>(Bare.Read(text));

    [Fact]
    public void What_the_law_book_holds_is_an_offense() => Assert.IsType<CitationReading.Read>(With("WI 601").Read("601(A) WI"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("LAMC")]
    [InlineData("ROBBERY")]
    [InlineData("TRAFFIC VIOLATION")]
    [InlineData("SEE COMMENT FOR CHARGE")]
    [InlineData("DUI .08 ALCOHOL CAUSING INJURY")]
    [InlineData("RECEIVING KNOWN STOLEN PROPERTY >$950")]
    [InlineData("GIVE TOBACCO/SMOKG PARAPHERNALIA MINR <18")]
    [InlineData("TRESPASS W/PRIOR NOTICE W/I 6 MOS.")]
    [InlineData("REC STOLE PROP W/2PR VEH/TRAILER/VESSEL")]
    [InlineData("DCN:T11389422131233123000545")]
    public void What_names_no_section_is_unreadable_with_a_reason(string? text) =>
        Assert.NotEmpty(Assert.IsType<CitationReading.Unreadable>(Bare.Read(text)).Because);

    private static CitationReader With(string book)
    {
        var held = book.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(Citation.Parse).ToList();
        return new CitationReader(c => held.Exists(h => h.Covers(c)));
    }
}
