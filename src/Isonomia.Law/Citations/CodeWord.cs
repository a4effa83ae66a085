using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Isonomia.Law;

/// <summary>
/// A word that stands for a code in files: <c>CPC</c>, <c>H&amp;S</c>, <c>LAM</c>, <c>Veh. Code</c>. Some mean more than one code, likeliest first: the Department of
/// Justice writes EC for the Education and for the Elections Code, and FC for the Financial Code where others mean the Family Code.
/// </summary>
internal sealed record CodeWord
{
    /// <summary>What a title before the section selects.</summary>
    public enum Titles
    {
        /// <summary>The code has no titles.</summary>
        None,

        /// <summary>United States Code.</summary>
        Usc,

        /// <summary>Code of Federal Regulations.</summary>
        Cfr,

        /// <summary>California Code of Regulations.</summary>
        Ccr,

        /// <summary><c>US</c> in tables of the Department of Justice: the United States Code, or the regulations where the section has decimals.</summary>
        UscOrCfr,
    }

    private static readonly FrozenDictionary<string, CodeWord> Compact = CompactWords()
        .ToFrozenDictionary(w => w.Key, w => w.Value, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, CodeWord>.AlternateLookup<ReadOnlySpan<char>> BySpan = Compact.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private CodeWord(ImmutableArray<LawCode> codes, Titles title, bool weak)
    {
        Codes = codes;
        Title = title;
        Weak = weak;
    }

    /// <summary>The codes that the word may mean; empty where a title is needed.</summary>
    public ImmutableArray<LawCode> Codes { get; }

    /// <summary>Whether and how the word needs a title.</summary>
    public Titles Title { get; }

    /// <summary>
    /// Whether the word, written against a number, is rather a subdivision with a shorter word: <c>3000.08CPC</c> is 3000.08(c) PC, and
    /// <c>347BPC</c> is 347(b) PC.
    /// </summary>
    public bool Weak { get; }

    /// <summary>Whether a number of an Act or directive, with a hyphen, follows the word.</summary>
    public bool Numbered => Codes is [{ Jurisdiction: Jurisdiction.PublicLaw or Jurisdiction.Directive }];

    /// <summary>The Penal Code.</summary>
    public static CodeWord PC { get; } = Compact["PC"];

    /// <summary>The names in words, each a sequence in capitals without CODE at its end.</summary>
    public static ImmutableArray<Name> Names { get; } = FullNames();

    /// <summary>The longest compact word.</summary>
    public const int Longest = 5;

    /// <summary>The code that letters alone stand for, or null.</summary>
    public static CodeWord? Of(ReadOnlySpan<char> letters) =>
        letters.Length is >= 2 and <= Longest && BySpan.TryGetValue(letters, out var word) ? word : null;

    /// <summary>A code's name in words.</summary>
    /// <param name="Words">its words; AND and punctuation are not counted</param>
    /// <param name="NeedsCode">whether the word Code must follow, because the name alone is an ordinary word</param>
    /// <param name="Word">what it means</param>
    public sealed record Name(ImmutableArray<string> Words, bool NeedsCode, CodeWord Word);

    private static IEnumerable<KeyValuePair<string, CodeWord>> CompactWords()
    {
        foreach (var code in LawCode.WithoutTitles)
        {
            if (code.Jurisdiction is Jurisdiction.State or Jurisdiction.Local && code.Text is not ("FC" or "CC"))
            {
                yield return new(code.Text, Plain(code.Text));
            }
        }
        foreach (
            var (word, codes) in ((string, string)[])
                [
                    ("HSC", "HS"),
                    ("BNP", "BP"),
                    ("WIC", "WI"),
                    ("LAM", "LAMC"),
                    ("CCP", "CP"),
                    ("CIV", "CI"),
                    ("EVID", "EV"),
                    ("FGC", "FG"),
                    ("INSC", "IC"),
                    ("MVC", "MV"),
                    ("PROB", "PB"),
                    ("PRC", "PR"),
                    ("PUC", "PU"),
                    ("RTC", "RT"),
                    ("RNT", "RT"),
                    ("SHC", "SH"),
                    ("UFC", "UF"),
                    ("UIC", "UI"),
                    ("EDC", "ED"),
                    ("ELEC", "EL"),
                    ("EC", "ED EL"),
                    ("FC", "FC FI"),
                    ("CC", "CC CI"),
                ]
        )
        {
            yield return new(word, Plain(codes));
        }
        yield return new("CPC", Plain("PC", weak: true));
        yield return new("CVC", Plain("VC", weak: true));
        yield return new("BPC", Plain("BP", weak: true));
        yield return new("USC", Titled(Titles.Usc));
        yield return new("USCA", Titled(Titles.Usc));
        yield return new("US", Titled(Titles.UscOrCfr));
        yield return new("CFR", Titled(Titles.Cfr));
        yield return new("CCR", Titled(Titles.Ccr));
        yield return new("CA", Titled(Titles.Ccr));
    }

    private static ImmutableArray<Name> FullNames()
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        foreach (
            var (name, codes) in ((string, string)[])
                [
                    ("PENAL", "PC"),
                    ("HEALTH SAFETY", "HS"),
                    ("HEALTH SAF", "HS"),
                    ("BUSINESS PROFESSIONS", "BP"),
                    ("BUS PROF", "BP"),
                    ("WELFARE INSTITUTIONS", "WI"),
                    ("WELF INST", "WI"),
                    ("REVENUE TAXATION", "RT"),
                    ("REV TAX", "RT"),
                    ("FISH GAME", "FG"),
                    ("MILITARY VETERANS", "MV"),
                    ("MIL VET", "MV"),
                    ("HARBORS NAVIGATION", "HN"),
                    ("HARB NAV", "HN"),
                    ("FOOD AGRICULTURAL", "FA"),
                    ("FOOD AGRIC", "FA"),
                    ("STREETS HIGHWAYS", "SH"),
                    ("STS HY", "SH"),
                    ("PUBLIC RESOURCES", "PR"),
                    ("PUB RESOURCES", "PR"),
                    ("PUBLIC UTILITIES", "PU"),
                    ("PUB UTIL", "PU"),
                    ("UNEMPLOYMENT INSURANCE", "UI"),
                    ("UNEMP INS", "UI"),
                    ("CODE OF CIVIL PROCEDURE", "CP"),
                    ("CODE CIV PROC", "CP"),
                    ("LOS ANGELES MUNICIPAL", "LAMC"),
                    ("LA MUNICIPAL", "LAMC"),
                    ("LOS ANGELES COUNTY", "LACC"),
                    ("LA COUNTY", "LACC"),
                    ("LONG BEACH MUNICIPAL", "LBMC"),
                    ("SANTA MONICA MUNICIPAL", "SMMC"),
                    ("PUBLIC LAW NO", "Pub. L."),
                    ("PUBLIC LAW", "Pub. L."),
                    ("PUB L NO", "Pub. L."),
                    ("PUB L", "Pub. L."),
                    ("P L", "Pub. L."),
                    ("LADA SD", "LADA SD"),
                ]
        )
        {
            names.Add(new([.. name.Split(' ')], NeedsCode: false, Plain(codes)));
        }
        foreach (
            var (name, codes) in ((string, string)[])
                [
                    ("PEN", "PC"),
                    ("VEHICLE", "VC"),
                    ("VEH", "VC"),
                    ("GOVERNMENT", "GC"),
                    ("GOV", "GC"),
                    ("GOVT", "GC"),
                    ("FAMILY", "FC"),
                    ("FAM", "FC"),
                    ("FINANCIAL", "FI"),
                    ("FIN", "FI"),
                    ("INSURANCE", "IC"),
                    ("INS", "IC"),
                    ("LABOR", "LC"),
                    ("LAB", "LC"),
                    ("EDUCATION", "ED"),
                    ("EDUC", "ED"),
                    ("ED", "ED"),
                    ("ELECTIONS", "EL"),
                    ("ELEC", "EL"),
                    ("CORPORATIONS", "CC"),
                    ("CORP", "CC"),
                    ("COMMERCIAL", "CO"),
                    ("COM", "CO"),
                    ("CIVIL", "CI"),
                    ("CIV", "CI"),
                    ("WATER", "WC"),
                    ("WAT", "WC"),
                    ("PROBATE", "PB"),
                    ("PROB", "PB"),
                    ("EVIDENCE", "EV"),
                    ("EVID", "EV"),
                ]
        )
        {
            names.Add(new([name], NeedsCode: true, Plain(codes)));
        }
        names.Add(new(["UNITED", "STATES"], NeedsCode: true, Titled(Titles.Usc)));
        names.Add(new(["U", "S"], NeedsCode: true, Titled(Titles.Usc)));
        names.Add(new(["CODE", "OF", "FEDERAL", "REGULATIONS"], NeedsCode: false, Titled(Titles.Cfr)));
        names.Add(new(["CODE", "OF", "REGULATIONS"], NeedsCode: false, Titled(Titles.Ccr)));
        names.Add(new(["CODE", "REGS"], NeedsCode: false, Titled(Titles.Ccr)));
        return names.ToImmutable();
    }

    private static CodeWord Plain(string codes, bool weak = false)
    {
        var list = ImmutableArray.CreateBuilder<LawCode>();
        // The names with blanks in them are whole.
        foreach (var code in codes.Contains('.', StringComparison.Ordinal) || codes == "LADA SD" ? [codes] : codes.Split(' '))
        {
            list.Add(LawCode.TryParse(code, out var known) ? known : throw new InvalidOperationException($"no code {code}"));
        }
        return new CodeWord(list.ToImmutable(), Titles.None, weak);
    }

    private static CodeWord Titled(Titles title) => new([], title, weak: false);
}
