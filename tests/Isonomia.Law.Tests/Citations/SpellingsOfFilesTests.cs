using Xunit;

namespace Isonomia.Law.Tests.Citations;

/// <summary>Spellings as files hold them, and what they name. A second and third citation are further meanings that the text leaves open.</summary>
public sealed class SpellingsOfFilesTests
{
    // text | citations | words left over
    private const string Table = """
        # Los Angeles arrests
        23152(A)VC | VC 23152(a)
        41.27CLAMC | LAMC 41.27(c)
        41.27(C)LAM | LAMC 41.27(c)
        41.27(C)LAMC | LAMC 41.27(c)
        41.27CLAM | LAMC 41.27(c)
        41.27HLAMC | LAMC 41.27(h)
        41.18DLAMC | LAMC 41.18(d)
        45.03LAMC | LAMC 45.03
        25620BP | BP 25620
        25620(A)BP | BP 25620(a)
        25620ABP | BP 25620(a); BP 25620a
        25658.5BP | BP 25658.5
        647(F)PC | PC 647(f)
        647(F)PCALC | PC 647(f) | ALC
        4573PC | PC 4573
        4573.6PC | PC 4573.6
        191.5(A)PC | PC 191.5(a)
        347BPC | PC 347(b); PC 347b; BP 347
        14601.2A.VC | VC 14601.2(a); VC 14601.2a
        21200.5VC | VC 21200.5
        11357BHS | HS 11357(b); HS 11357b
        29800(A)1PC | PC 29800(a)(1)
        12031A2CPC | PC 12031(a)(2)(C); PC 12031a(2)(C); PC 12031(a)(2); PC 12031a(2)
        594(B)2APC | PC 594(b)(2)(A)
        653.22 PC | PC 653.22
        653.22PC | PC 653.22
        459PCAUTO | PC 459 | AUTO
        459PC | PC 459
        25850(A)PC | PC 25850(a)
        11377(A)HS | HS 11377(a)
        11350(A)HS | HS 11350(a)
        273.5(A)PC | PC 273.5(a)
        243(E)(1)PC | PC 243(e)(1)
        243(E)1PC | PC 243(e)(1)
        487(D)(1)PC | PC 487(d)(1)
        664/211PC | PC 664/211
        664/187PC | PC 664/187
        664/487(D)1PC | PC 664/487(d)(1)
        853.7PC | PC 853.7
        484E(D)PC | PC 484e(d)
        273A(A)PC | PC 273a(a)
        273AB(A)PC | PC 273ab(a)
        273ABPC | PC 273ab; PC 273a(b); BP 273(a); BP 273a
        273AAPC | PC 273aa; PC 273a(a)
        496DAPC | PC 496d(a)
        487DPC | PC 487(d); PC 487d
        653AAPC | PC 653aa; PC 653a(a)
        10851VC | VC 10851
        13.18.010LACC | LACC 13.18.010
        # Oakland and other police
        PC484 (A)/666 | PC 484(a)/666
        PC664 /484 | PC 664/484
        PC459 | PC 459
        PC-459 | PC 459
        PC 459 (A) | PC 459(a)
        HS11377(A) | HS 11377(a)
        VC23152(A) | VC 23152(a)
        PC664/PC459 | PC 664/459
        H&S 11350(a) | HS 11350(a)
        H & S 11377 | HS 11377
        H/S 11377 | HS 11377
        11377 H&S | HS 11377
        11377(A) H & S | HS 11377(a)
        HSC 11378 | HS 11378
        B&P 4060 | BP 4060
        B & P 4140 | BP 4140
        W&I 10980(c)(2) | WI 10980(c)(2)
        10980(C)(2) WIC | WI 10980(c)(2)
        P.C. 211 | PC 211
        211 P.C. | PC 211
        211 P. C. | PC 211
        V.C. 10851(a) | VC 10851(a)
        CPC 187 | PC 187
        187 CPC | PC 187
        CVC 23153 | VC 23153
        BPC 4060 | BP 4060
        4060 BPC | BP 4060
        pc 459 | PC 459
        pc459 | PC 459
        459 pc | PC 459
        11350(a)hs | HS 11350(a)
        Pc 487(A) | PC 487(a)
        lamc 41.18(d) | LAMC 41.18(d)
        PC § 459 | PC 459
        § 459 PC | PC 459
        PC §459(a) | PC 459(a)
        PC Sec. 459 | PC 459
        PC 484(a)/488 | PC 484(a)/488
        459/460(B) PC | PC 459/460(b)
        32/33 PC | PC 32/33
        (459 PC) | PC 459 | 
        459, PC | PC 459
        459:PC | PC 459
        PC:459 | PC 459
        PC_459 | PC 459
        PC 459. | PC 459
        PC  459  (a) | PC 459(a)
        PC 136.1( a )( 1 ) | PC 136.1(a)(1)
        PC 136.1[a][1] | PC 136.1(a)(1)
        PC 11350(A | PC 11350(a)
        # the District Attorney of Los Angeles
        PC_484(A)&490.2 | PC 484(a)/490.2
        PC 484(A)&490.2 | PC 484(a)/490.2
        HS_11377(A) | HS 11377(a)
        VC_23152(A) | VC 23152(a)
        PC_664/187(A) | PC 664/187(a)
        # prisons and resentencing
        PC187 2nd(664) | PC 664/187 | 2nd
        PC187 1st | PC 187 | 1st
        PC187 (664) | PC 664/187
        187(664) PC | PC 664/187
        PC 209(b)(664) | PC 664/209(b)
        PC 212.5(b)/ATT | PC 664/212.5(b)
        PC 136.1(b)/ATT | PC 664/136.1(b)
        187 2nd(664) PC | PC 664/187
        # rap sheets
        496 PC-RECEIVE/ETC KNOWN STOLEN PROPERTY | PC 496 | RECEIVE/ETC KNOWN STOLEN PROPERTY
        496 (A) (2) PC-RECEIVE/ETC KNOWN STOLEN PROPERTY | PC 496(a)(2) | RECEIVE/ETC KNOWN STOLEN PROPERTY
        496,3(A)(2) PC-RECEIVE/ETC KNOWN STOLEN PROPERTY | PC 496.3(a)(2) | RECEIVE/ETC KNOWN STOLEN PROPERTY
        .496. PC-RECEIVE/ETC KNOWN STOLEN PROPERTY | PC 496 | RECEIVE/ETC KNOWN STOLEN PROPERTY
        11360(A) HS-SELL/FURNISH/ETC MARIJUANA/HASH | HS 11360(a) | SELL/FURNISH/ETC MARIJUANA/HASH
        11357(C)HS-POSSESS MARIJUANA | HS 11357(c) | POSSESS MARIJUANA
        11357(b)HS-POSSESS MARIJUANA | HS 11357(b) | POSSESS MARIJUANA
        11359HS-INTENT SELL CANNABIS | HS 11359 | INTENT SELL CANNABIS
        4149 BP - UNLICENSED SALE OF NEEDLES | BP 4149 | UNLICENSED SALE OF NEEDLES
        220 PC- COMMIT MAYHEM | PC 220 | COMMIT MAYHEM
        314(1) PC-INDECENT EXPOSURE | PC 314(1) | INDECENT EXPOSURE
        487.2 PC-GRAND THEFT FROM PERSON | PC 487.2; PC 487(2) | GRAND THEFT FROM PERSON
        503 VC-TAKE CAR W/OUT OWNERS CONSENT | VC 503 | TAKE CAR W/OUT OWNERS CONSENT
        32 PC-ACCESSORY | PC 32 | ACCESSORY
        -BENCH WARRANT 11359 HS-POSSESS MARIJUANA FOR SALE | HS 11359 | BENCH WARRANT POSSESS MARIJUANA FOR SALE
        COM: CHRG 487(A)-664 PC | PC 664/487(a)
        COM: CHRG 487(A)/664 PC | PC 664/487(a)
        COM: CHRG 664/487(A) PC | PC 664/487(a)
        COM: CHRG 664.487(A) PC | PC 664/487(a)
        COM: CHRG 664-487(A) PC | PC 664/487(a)
        COM: CHRG 664487(A) PC | PC 664/487(a); PC 664487(a)
        COM: CNT 01 CHRG-484-487 (A) PC SECOND DEGREE TOMFOOLERY | PC 484/487(a)
        COM: CNT 01 CHRG-594(A)-(B) (2) (A) PC DEFRAUDING AN ARMADILLO TOC:F | PC 594(a)/594(b)(2)(A)
        COM: CNT 02 CHRG-666 PC | PC 666
        .COM; CHRG 490,2 PC | PC 490.2
        496.3(A)(2) PC-RECEIVE/ETC KNOWN STOLEN PROPERTY TOC:F. | PC 496.3(a)(2)
        DISPO:CONV SET ASIDE & DISM PER 1203.4 PC | PC 1203.4 | DISPO:CONV SET ASIDE & DISM PER
        CNT 01 459 PC | PC 459
        COUNT 2: PC 459 | PC 459
        1. PC 459 | PC 459
        # tables of the Department of Justice
        487 A(A) PC | PC 487a(a)
        PC 487A(A) | PC 487a(a)
        PC 487 K | PC 487k; PC 487(k)
        PC 146 G(C)2 | PC 146g(c)(2)
        PC 273 AB(A) | PC 273ab(a)
        PC 171F.1 | PC 171f.1
        PC 337A.6(B) | PC 337a.6(b)
        PC 640 A.1 | PC 640a.1
        PC 532A(1) | PC 532(a)(1); PC 532a(1)
        PC 424(A)1 | PC 424(a)(1)
        PC 136.2(A)(7)(B)2 | PC 136.2(a)(7)(B)(2)
        PC 11105(C)(10)(A)(IV) | PC 11105(c)(10)(A)(iv)
        PC 286(C)(2)(A) | PC 286(c)(2)(A)
        PC 622 1/2 | PC 622½
        PC 6221/2 | PC 622½; PC 6221/2
        148.2.1 PC | PC 148.2.1; PC 148.2(1)
        PC 136.69999999999999 | PC 136.7
        PC 484(A)/490.5 | PC 484(a)/490.5
        VC 23152(A)/23152(B) | VC 23152(a)/23152(b)
        23153(A)&(B) VC-DUI ALCOHOL/DRUGS DEATH/INJURY | VC 23153(a)/23153(b)
        WI 396PC/10980(C) | PC 396/WI 10980(c)
        245(A)/12022.5 PC-ADW W/USE OF FIREARM | PC 245(a)/12022.5
        664/187(A) PC-ATTEMPTED MURDER:FIRST DEGREE | PC 664/187(a)
        18 922(G) US | 18 USC 922(g)
        US 18 922(G) | 18 USC 922(g)
        US 8 1326 | 8 USC 1326
        US 42_3631 | 42 USC 3631
        US 181073 | 18 USC 1073
        36 2.35(A)(2)(II) US | 36 CFR 2.35(a)(2)(ii)
        CA 14 550(B)(6)(B) | 14 CCR 550(b)(6)(B)
        CA 141.74(B) | 14 CCR 1.74(b)
        CA 5100003 | 5 CCR 100003
        FC 17414(A)(1) | FC 17414(a)(1); FI 17414(a)(1)
        EC 48454(1) | ED 48454(1); EL 48454(1)
        # letters that may be a section or a subdivision
        484A PC | PC 484(a); PC 484a
        487A PC | PC 487(a); PC 487a
        273A PC | PC 273(a); PC 273a
        11377A HS | HS 11377(a); HS 11377a
        PC487A | PC 487(a); PC 487a
        # briefs, orders and pleadings
        Penal Code section 273.5(a) | PC 273.5(a)
        Penal Code section 273.5, subdivision (a) | PC 273.5(a)
        Pen. Code, § 273.5, subd. (a) | PC 273.5(a)
        Veh. Code § 23152 | VC 23152
        Health & Saf. Code, § 11350, subd. (a) | HS 11350(a)
        Health and Safety Code section 11377 | HS 11377
        Cal. Health & Safety Code § 11378 | HS 11378
        Bus. & Prof. Code § 4060 | BP 4060
        Welf. & Inst. Code, § 10980(c)(2) | WI 10980(c)(2)
        Cal. Penal Code § 245(a)(1) | PC 245(a)(1)
        California Penal Code 459 | PC 459
        CA PC 459 | PC 459
        section 459 of the Penal Code | PC 459
        violation of Penal Code section 459 | PC 459 | violation of
        Gov. Code 7282.5(a)(3)(G), (M) | GC 7282.5(a)(3)(G) | (M)
        Los Angeles Municipal Code section 41.18(d) | LAMC 41.18(d)
        Code of Civil Procedure section 1209 | CP 1209
        8 U.S.C. § 1227(a)(2)(E)(i) | 8 USC 1227(a)(2)(E)(i)
        8 usc 1227(a)(2)(e)(i) | 8 USC 1227(a)(2)(E)(i)
        18 U.S.C. 922(g)(1) | 18 USC 922(g)(1)
        8 C.F.R. § 1003.55 | 8 CFR 1003.55
        Pub. L. No. 119-1 | Pub. L. 119-1
        Public Law 119-1 | Pub. L. 119-1
        attempted PC 459 | PC 664/459
        attempt to commit 459 PC | PC 664/459
        conspiracy PC 459 | PC 182/459
        182(A)(1)/11352(A) HS | PC 182(a)(1)/HS 11352(a)
        PC 182(a)(1)/11352(a) HS | PC 182(a)(1)/HS 11352(a)
        664/11379(A) HS | PC 664/HS 11379(a)
        653F(D)/11352 HS | PC 653f(d)/HS 11352
        PC 12021(a)(1) (former) | PC 12021(a)(1) | (former)
        PC 459, HS 11377 | PC 459 | HS 11377
        484(a), 488 PC | PC 484(a) | 488 PC
        PC 664/459/460(a) | PC 664/459/460(a)
        # typed by hand
        PC 245(a)(1)/(4) | PC 245(a)(1)/245(a)(4)
        PC 273.5(a)/(f)(1) | PC 273.5(a)/273.5(f)(1)
        V C 23152 | VC 23152
        H S 11377(a) | HS 11377(a)
        211 PC ATT | PC 664/211
        211 PC (ATTEMPT) | PC 664/211
        ATT. 211 PC | PC 664/211
        2800.1 VC-ATTEMPT TO EVADE | VC 2800.1 | ATTEMPT TO EVADE
        PC 459 2nd degree | PC 459 | 2nd degree
        PC 487(a) GRAND THEFT | PC 487(a) | GRAND THEFT
        11377(a) HS (F) | HS 11377(a)
        VC 23152(a), 23152(b) | VC 23152(a) | 23152(b)
        Penal Code §§ 459, 460 | PC 459 | 460
        11377/HS | HS 11377
        459 PC/2 COUNTS | PC 459
        PC 187(a) on 11/22/2026 | PC 187(a)
        """;

    private readonly CitationReader _reader = new(_ => false);

    public static TheoryData<string, string, string?> Spellings()
    {
        var data = new TheoryData<string, string, string?>();
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith('#'))
            {
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                data.Add(cells[0], cells[1], cells.Length > 2 && cells[2].Length > 0 ? cells[2] : null);
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_spelling_names_what_the_table_says(string text, string expected, string? words)
    {
        var read = Assert.IsType<CitationReading.Read>(_reader.Read(text));
        Assert.Equal(expected, string.Join("; ", read.Candidates));
        if (words is not null)
        {
            Assert.Equal(words, read.Words);
        }
    }

    [Fact]
    public void The_table_is_long_enough() => Assert.True(Spellings().Count >= 150);
}
