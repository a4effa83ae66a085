using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace Isonomia.Law;

/// <summary>
/// A citation of a statute: code, section, subdivisions, and after a slash a second part, which is either the target of an attempt, conspiracy or
/// solicitation (<c>PC 664/487(a)</c>, <c>PC 182(a)(1)/HS 11352(a)</c>) or the section that punishes (<c>PC 459/460(b)</c>, <c>PC 32/33</c>).
/// One statute has one spelling, so citations are equal when their texts are.
/// </summary>
/// <remarks>
/// The letters of subdivisions take the case of their level, (a)(1)(A)(i)(I), whatever the source writes: it decides nothing, and tables
/// in capitals could not be read otherwise.
/// </remarks>
public sealed record Citation : IComparable<Citation>
{
    /// <summary>The most parts a citation has: an attempt, its offense, the section that punishes it.</summary>
    public const int MostParts = 3;

    private Citation(LawCode code, Section section, ImmutableArray<string> subdivisions, Citation? second)
    {
        Code = code;
        Section = section;
        Subdivisions = subdivisions;
        Second = second;
        Text = Write();
    }

    /// <summary>The code of the part before the slash.</summary>
    public LawCode Code { get; }

    /// <summary>The section of the part before the slash.</summary>
    public Section Section { get; }

    /// <summary>The subdivisions of the part before the slash, without parentheses: <c>a</c>, <c>1</c>.</summary>
    public ImmutableArray<string> Subdivisions { get; }

    /// <summary>What stands after the slash, or null. It may have a slash of its own: <c>PC 664/459/460(a)</c>.</summary>
    public Citation? Second { get; }

    /// <summary>The canonical text. The code of a second part is left out where it is the same.</summary>
    public string Text { get; }

    /// <summary>The form of liability. <c>PC 664</c>, <c>PC 182</c> and <c>PC 653f</c> are one only with a target.</summary>
    public Form Form =>
        Second is null || Code != LawCode.PC
            ? Form.Completed
            : Section.Text switch
            {
                "664" => Form.Attempt,
                "182" => Form.Conspiracy,
                "653f" => Form.Solicitation,
                _ => Form.Completed,
            };

    /// <summary>What was attempted, conspired or solicited; null for a completed offense.</summary>
    public Citation? Target => Form == Form.Completed ? null : Second;

    /// <summary>The part before the slash by itself.</summary>
    public Citation First => Second is null ? this : new Citation(Code, Section, Subdivisions, null);

    /// <summary>How much the citation names: one for each section and subdivision. Of several that cover an offense, the deepest is the closest.</summary>
    public int Depth => 1 + Subdivisions.Length + (Second?.Depth ?? 0);

    internal int Parts => 1 + (Second?.Parts ?? 0);

    /// <summary>Puts a citation together. Letters are put into the case of their level.</summary>
    /// <exception cref="ArgumentException">A subdivision that cannot be one, a hyphen in a state section, more than <see cref="MostParts"/> parts.</exception>
    public static Citation Of(LawCode code, Section section, ReadOnlySpan<string> subdivisions, Citation? second = null)
    {
        if (second?.Parts >= MostParts)
        {
            throw new ArgumentException($"a citation has at most {MostParts} parts", nameof(second));
        }
        if (section.HasHyphen && !code.Hyphens)
        {
            throw new ArgumentException($"no section of {code} has a hyphen: {section}", nameof(section));
        }
        section = code.KeepsCase ? section : section.InLowerCase();
        if (subdivisions.IsEmpty)
        {
            return new Citation(code, section, [], second);
        }
        var cased = subdivisions.ToArray();
        foreach (var subdivision in cased)
        {
            if (!Subdivision.IsOne(subdivision))
            {
                throw new ArgumentException($"\"{subdivision}\" is not a subdivision", nameof(subdivisions));
            }
        }
        Subdivision.SetCase(cased, code.Jurisdiction);
        return new Citation(code, section, ImmutableCollectionsMarshal.AsImmutableArray(cased), second);
    }

    /// <summary>Reads a citation written canonically, as on the pages of the law.</summary>
    /// <exception cref="FormatException">It is not canonical; the message says what is wrong and, where it can be said, how it is written.</exception>
    public static Citation Parse(string text) =>
        TryParse(text, out var citation, out var error) ? citation : throw new FormatException(error);

    /// <summary>Reads a citation written canonically, as on the pages of the law. What files of courts and police hold is read by <see cref="CitationReader"/>.</summary>
    /// <param name="text">the whole text and nothing else</param>
    /// <param name="citation">the citation, if it is one</param>
    /// <param name="error">if it is not, a sentence about what is wrong, with the canonical spelling where that is known</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Citation? citation, [NotNullWhen(false)] out string? error)
    {
        var canonical = new CanonicalText(text ?? "", explains: true);
        citation = canonical.Read();
        error = citation is null ? canonical.Error : null;
        if (citation is not null && citation.Text != text)
        {
            error = $"\"{text}\" is written \"{citation.Text}\"";
            citation = null;
        }
        return citation is not null;
    }

    /// <summary>The citation that is written canonically, or null without a reason.</summary>
    internal static Citation? Canonical(string text) =>
        new CanonicalText(text, explains: false).Read() is { } citation && citation.Text == text ? citation : null;

    /// <summary>
    /// Whether this citation names the other or something that the other is part of. A citation names a section and all under it: <c>PC 459</c>
    /// covers <c>PC 459(a)</c> and <c>PC 459/460(b)</c>, not <c>PC 459.5</c>. One with a second part covers only what has that part too:
    /// <c>PC 459/460</c> covers <c>PC 459/460(b)</c>, not <c>PC 459</c>.
    /// </summary>
    public bool Covers(Citation other)
    {
        if (Code != other.Code || Section != other.Section || Subdivisions.Length > other.Subdivisions.Length)
        {
            return false;
        }
        for (var i = 0; i < Subdivisions.Length; i++)
        {
            if (Subdivisions[i] != other.Subdivisions[i])
            {
                return false;
            }
        }
        return Second is null || (other.Second is not null && Second.Covers(other.Second));
    }

    /// <summary>In the order of the code books: code, section, subdivisions, then what follows the slash.</summary>
    public int CompareTo(Citation? other)
    {
        if (other is null)
        {
            return 1;
        }
        var order = Code.CompareTo(other.Code);
        order = order != 0 ? order : Section.CompareTo(other.Section);
        for (var i = 0; order == 0 && i < Subdivisions.Length && i < other.Subdivisions.Length; i++)
        {
            order = Subdivision.Compare(Subdivisions[i], other.Subdivisions[i], i);
        }
        order = order != 0 ? order : Subdivisions.Length.CompareTo(other.Subdivisions.Length);
        if (order != 0 || ReferenceEquals(Second, other.Second))
        {
            return order;
        }
        return Second is null ? -1 : Second.CompareTo(other.Second);
    }

    /// <summary>Stands earlier in the code books.</summary>
    public static bool operator <(Citation? left, Citation? right) => Comparer<Citation>.Default.Compare(left, right) < 0;

    /// <summary>Stands earlier in the code books, or is the same.</summary>
    public static bool operator <=(Citation? left, Citation? right) => Comparer<Citation>.Default.Compare(left, right) <= 0;

    /// <summary>Stands later in the code books.</summary>
    public static bool operator >(Citation? left, Citation? right) => Comparer<Citation>.Default.Compare(left, right) > 0;

    /// <summary>Stands later in the code books, or is the same.</summary>
    public static bool operator >=(Citation? left, Citation? right) => Comparer<Citation>.Default.Compare(left, right) >= 0;

    /// <inheritdoc/>
    public bool Equals(Citation? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>The canonical text.</summary>
    public override string ToString() => Text;

    private string Write()
    {
        if (Second is null && Subdivisions.IsEmpty)
        {
            return string.Concat(Code.Text, " ", Section.Text);
        }
        var text = new StringBuilder(Code.Text, 32).Append(' ').Append(Section.Text);
        foreach (var subdivision in Subdivisions)
        {
            text.Append('(').Append(subdivision).Append(')');
        }
        if (Second is not null)
        {
            text.Append('/').Append(Second.Text.AsSpan(Second.Code == Code ? Code.Text.Length + 1 : 0));
        }
        return text.ToString();
    }
}
