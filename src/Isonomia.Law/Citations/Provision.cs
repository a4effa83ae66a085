using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Isonomia.Law;

/// <summary>
/// A section that was given without its code: <c>484(a)</c>, <c>664/211</c>. Which code it belongs to is for the caller to find out, from the codes
/// that hold such a section and from the words beside it.
/// </summary>
public sealed record Provision
{
    internal Provision(Section section, ImmutableArray<string> subdivisions, Provision? second)
    {
        Section = section;
        Subdivisions = subdivisions;
        Second = second;
        // The case of subdivisions is that of a statute until a code is known.
        Text = second is null ? Write(Citation.Of(LawCode.PC, section, subdivisions.AsSpan())) : Joined(second);
    }

    /// <summary>The section of the part before the slash.</summary>
    public Section Section { get; }

    /// <summary>The subdivisions of the part before the slash.</summary>
    public ImmutableArray<string> Subdivisions { get; }

    /// <summary>What stands after the slash, or null.</summary>
    public Provision? Second { get; }

    /// <summary>Written like a citation, without a code.</summary>
    public string Text { get; }

    /// <summary>
    /// The citation, if this is a provision of that code. Attempt, conspiracy and solicitation stay in the Penal Code and only their target is
    /// in the other.
    /// </summary>
    public Citation In(LawCode code)
    {
        var second = Second?.In(code);
        var own = second is not null && IsFormOfLiability(Section.Text) ? LawCode.PC : code;
        return Citation.Of(own, Section, Subdivisions.AsSpan(), second);
    }

    /// <summary>Whether a section of the Penal Code, put before another, makes that its target.</summary>
    internal static bool IsFormOfLiability(string section) => section is "664" or "182" or "653f";

    /// <inheritdoc/>
    public bool Equals(Provision? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>Written like a citation, without a code.</summary>
    public override string ToString() => Text;

    private static string Write(Citation citation) => citation.Text[(LawCode.PC.Text.Length + 1)..];

    private string Joined(Provision second) => $"{new Provision(Section, Subdivisions, null).Text}/{second.Text}";
}
