using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Isonomia.Law;

/// <summary>Whose law a code is.</summary>
public enum Jurisdiction
{
    /// <summary>A code of California.</summary>
    State,

    /// <summary>A municipal or county code.</summary>
    Local,

    /// <summary>A title of the California Code of Regulations.</summary>
    StateRegulation,

    /// <summary>A title of the United States Code.</summary>
    Federal,

    /// <summary>A title of the Code of Federal Regulations.</summary>
    FederalRegulation,

    /// <summary>An Act of Congress by its number.</summary>
    PublicLaw,

    /// <summary>A directive of an office.</summary>
    Directive,
}

/// <summary>
/// The body of law that a citation names: <c>PC</c>, <c>LAMC</c>, <c>8 USC</c>, <c>8 CFR</c>, <c>Pub. L.</c> A title is part of the code, so that
/// a section is unique within it.
/// </summary>
public sealed record LawCode
{
    private static readonly ImmutableArray<LawCode> Plain =
    [
        new("BP", "Business and Professions Code", Jurisdiction.State),
        new("CC", "Corporations Code", Jurisdiction.State),
        new("CI", "Civil Code", Jurisdiction.State),
        new("CO", "Commercial Code", Jurisdiction.State),
        new("CP", "Code of Civil Procedure", Jurisdiction.State),
        new("ED", "Education Code", Jurisdiction.State),
        new("EL", "Elections Code", Jurisdiction.State),
        new("EV", "Evidence Code", Jurisdiction.State),
        new("FA", "Food and Agricultural Code", Jurisdiction.State),
        new("FC", "Family Code", Jurisdiction.State),
        new("FG", "Fish and Game Code", Jurisdiction.State),
        new("FI", "Financial Code", Jurisdiction.State),
        new("GC", "Government Code", Jurisdiction.State),
        new("HN", "Harbors and Navigation Code", Jurisdiction.State),
        new("HS", "Health and Safety Code", Jurisdiction.State),
        new("IC", "Insurance Code", Jurisdiction.State),
        new("LC", "Labor Code", Jurisdiction.State),
        new("MV", "Military and Veterans Code", Jurisdiction.State),
        new("PB", "Probate Code", Jurisdiction.State),
        new("PC", "Penal Code", Jurisdiction.State),
        new("PR", "Public Resources Code", Jurisdiction.State),
        new("PU", "Public Utilities Code", Jurisdiction.State),
        new("RT", "Revenue and Taxation Code", Jurisdiction.State),
        new("SH", "Streets and Highways Code", Jurisdiction.State),
        new("UF", "Uniform Fire Code", Jurisdiction.State),
        new("UI", "Unemployment Insurance Code", Jurisdiction.State),
        new("VC", "Vehicle Code", Jurisdiction.State),
        new("WC", "Water Code", Jurisdiction.State),
        new("WI", "Welfare and Institutions Code", Jurisdiction.State),
        new("LACC", "Los Angeles County Code", Jurisdiction.Local),
        new("LAMC", "Los Angeles Municipal Code", Jurisdiction.Local),
        new("LBMC", "Long Beach Municipal Code", Jurisdiction.Local),
        new("SMMC", "Santa Monica Municipal Code", Jurisdiction.Local),
        new("Pub. L.", "Public Law", Jurisdiction.PublicLaw),
        new("LADA SD", "Special Directive of the Los Angeles County District Attorney", Jurisdiction.Directive),
    ];

    private static readonly FrozenDictionary<string, LawCode> ByText = Plain.ToFrozenDictionary(c => c.Text, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, LawCode>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByText.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly ImmutableArray<LawCode> UscTitles = Titles(54, "USC", "United States Code", Jurisdiction.Federal);

    private static readonly ImmutableArray<LawCode> CfrTitles = Titles(
        50,
        "CFR",
        "Code of Federal Regulations",
        Jurisdiction.FederalRegulation
    );

    private static readonly ImmutableArray<LawCode> CcrTitles = Titles(
        28,
        "CCR",
        "California Code of Regulations",
        Jurisdiction.StateRegulation
    );

    private LawCode(string text, string name, Jurisdiction jurisdiction, int title = 0)
    {
        Text = text;
        Name = name;
        Jurisdiction = jurisdiction;
        Title = title;
    }

    /// <summary>The Penal Code, which attempts, conspiracies and solicitations are charged under whatever their target.</summary>
    public static LawCode PC { get; } = ByText["PC"];

    /// <summary>The codes that have no titles, in no particular order.</summary>
    public static ImmutableArray<LawCode> WithoutTitles => Plain;

    /// <summary>As written in a citation: <c>PC</c>, <c>8 USC</c>.</summary>
    public string Text { get; }

    /// <summary>The name in words.</summary>
    public string Name { get; }

    /// <summary>Whose law it is.</summary>
    public Jurisdiction Jurisdiction { get; }

    /// <summary>The title, or 0 for a code that has none.</summary>
    public int Title { get; }

    /// <summary>Whether sections may hold a hyphen (<c>Pub. L. 119-1</c>, <c>42 USC 2000e-2</c>). California's never do.</summary>
    internal bool Hyphens => Jurisdiction is Jurisdiction.Federal or Jurisdiction.PublicLaw or Jurisdiction.Directive;

    /// <summary>Whether a letter of a section keeps its case: <c>18 USC 2252A</c> is not written 2252a. California's are lower case.</summary>
    internal bool KeepsCase => Jurisdiction is Jurisdiction.Federal or Jurisdiction.FederalRegulation;

    /// <summary>A title of the United States Code; null for a title that does not exist.</summary>
    public static LawCode? Usc(int title) => At(UscTitles, title);

    /// <summary>A title of the Code of Federal Regulations; null for a title that does not exist.</summary>
    public static LawCode? Cfr(int title) => At(CfrTitles, title);

    /// <summary>A title of the California Code of Regulations; null for a title that does not exist.</summary>
    public static LawCode? Ccr(int title) => At(CcrTitles, title);

    /// <summary>Reads a code as it is written in a citation, exactly: <c>PC</c>, <c>8 USC</c>, <c>Pub. L.</c></summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out LawCode? code)
    {
        if (BySpan.TryGetValue(text, out code))
        {
            return true;
        }
        var blank = text.IndexOf(' ');
        code = null;
        if (
            blank is 1 or 2
            && text[0] is not '0'
            && int.TryParse(text[..blank], NumberStyles.None, CultureInfo.InvariantCulture, out var title)
        )
        {
            code = text[(blank + 1)..] switch
            {
                "USC" => Usc(title),
                "CFR" => Cfr(title),
                "CCR" => Ccr(title),
                _ => null,
            };
        }
        return code is not null;
    }

    /// <summary>State codes first, then local, then regulations and federal law by title.</summary>
    internal int CompareTo(LawCode other)
    {
        var order = Jurisdiction.CompareTo(other.Jurisdiction);
        order = order != 0 ? order : Title.CompareTo(other.Title);
        return order != 0 ? order : string.CompareOrdinal(Text, other.Text);
    }

    /// <inheritdoc/>
    public bool Equals(LawCode? other) => ReferenceEquals(this, other) || (other is not null && Text == other.Text);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>The code as written in a citation.</summary>
    public override string ToString() => Text;

    private static LawCode? At(ImmutableArray<LawCode> titles, int title) =>
        title >= 1 && title <= titles.Length ? titles[title - 1] : null;

    private static ImmutableArray<LawCode> Titles(int count, string text, string name, Jurisdiction jurisdiction)
    {
        var titles = ImmutableArray.CreateBuilder<LawCode>(count);
        for (var title = 1; title <= count; title++)
        {
            titles.Add(new LawCode($"{title} {text}", $"Title {title} of the {name}", jurisdiction, title));
        }
        return titles.MoveToImmutable();
    }
}
