using System.Diagnostics.CodeAnalysis;

namespace Isonomia.Law;

/// <summary>
/// The number of a section within its code: <c>459</c>, <c>273a</c>, <c>1001.36</c>, <c>337a.6</c>, <c>622½</c>, <c>13.18.010</c>, <c>2000e-2</c>.
/// A section is not what its digits add up to: 459.5 is no part of 459, and 4852.01 is not 4852.1.
/// </summary>
public sealed record Section
{
    private const int MostDigits = 7;
    private const int MostDecimals = 5;
    private const int MostLetters = 3;
    private const int MostGroups = 3;

    private Section(string text) => Text = text;

    /// <summary>The section as it is printed.</summary>
    public string Text { get; }

    /// <summary>Whether the section holds a hyphen, as some federal ones do.</summary>
    internal bool HasHyphen => Text.Contains('-', StringComparison.Ordinal);

    /// <summary>Reads a section; false for anything that no code could number so.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Section? section)
    {
        section = IsSection(text) ? new Section(text.ToString()) : null;
        return section is not null;
    }

    /// <summary>
    /// By number, then letters, then decimals, each read as a whole number: 273, 273a, 273b, 273.4, 273.5; 1001.9, 1001.36.
    /// Code books are not of one mind about decimals; this is the order of most of them and it is always the same.
    /// </summary>
    internal int CompareTo(Section other)
    {
        ReadOnlySpan<char> a = Text;
        ReadOnlySpan<char> b = other.Text;
        while (!a.IsEmpty && !b.IsEmpty)
        {
            var order = Rank(a[0]).CompareTo(Rank(b[0]));
            if (order != 0)
            {
                return order;
            }
            if (char.IsAsciiDigit(a[0]))
            {
                order = Natural.CompareDigits(Natural.Digits(ref a), Natural.Digits(ref b));
            }
            else
            {
                order = char.ToLowerInvariant(a[0]).CompareTo(char.ToLowerInvariant(b[0]));
                a = a[1..];
                b = b[1..];
            }
            if (order != 0)
            {
                return order;
            }
        }
        var length = a.Length.CompareTo(b.Length);
        return length != 0 ? length : string.CompareOrdinal(Text, other.Text);
    }

    /// <inheritdoc/>
    public bool Equals(Section? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Text, StringComparison.Ordinal);

    /// <summary>The section as it is printed.</summary>
    public override string ToString() => Text;

    /// <summary>The same section with small letters, as California writes them.</summary>
    internal Section InLowerCase() => Text.AsSpan().ContainsAnyInRange('A', 'Z') ? new Section(Text.ToLowerInvariant()) : this;

    private static bool IsSection(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] == '0')
        {
            return false;
        }
        var at = 0;
        if (!Run(text, ref at, char.IsAsciiDigit, 1, MostDigits))
        {
            return false;
        }
        if (at < text.Length && text[at] == '½')
        {
            return at + 1 == text.Length;
        }
        for (var groups = 0; ; groups++)
        {
            if (!Run(text, ref at, char.IsAsciiLetter, 0, MostLetters))
            {
                return false;
            }
            if (at == text.Length || text[at] is not ('.' or '-'))
            {
                return at == text.Length;
            }
            at++;
            if (groups == MostGroups || !Run(text, ref at, char.IsAsciiDigit, 1, MostDecimals))
            {
                return false;
            }
        }
    }

    private static bool Run(ReadOnlySpan<char> text, ref int at, Func<char, bool> isOne, int least, int most)
    {
        var start = at;
        while (at < text.Length && isOne(text[at]))
        {
            at++;
        }
        return at - start >= least && at - start <= most;
    }

    private static int Rank(char c) =>
        c switch
        {
            '½' => 2,
            '.' => 3,
            '-' => 4,
            _ when char.IsAsciiDigit(c) => 0,
            _ => 1,
        };
}
