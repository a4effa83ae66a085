namespace Isonomia.Law;

/// <summary>
/// The designations under a section: <c>(a)</c>, <c>(1)</c>, <c>(A)</c>, <c>(i)</c>, <c>(I)</c>. Their case follows from where they stand, which is
/// how a table in capitals, <c>286(C)(2)(A)</c>, is read as the statute has it: <c>286(c)(2)(A)</c>.
/// </summary>
internal static class Subdivision
{
    // Three digits in parentheses are another section: 187(664) is an attempt.
    private const int MostDigits = 2;
    private const int MostRoman = 5;

    /// <summary>Whether a word can stand between the parentheses: a letter, a double letter, a Roman or a short Arabic number.</summary>
    public static bool IsOne(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return false;
        }
        if (char.IsAsciiDigit(word[0]))
        {
            return word.Length <= MostDigits && word[0] != '0' && !word.ContainsAnyExceptInRange('0', '9');
        }
        if (!char.IsAsciiLetter(word[0]))
        {
            return false;
        }
        return word.Length == 1
            || (word.Length == 2 && (word[0] | 0x20) == (word[1] | 0x20))
            || (word.Length <= MostRoman && !word.ContainsAnyExcept("ivxlIVXL"));
    }

    /// <summary>
    /// Puts the letters into the case of their level. In statutes letters run (a)(1)(A)(i)(I); in the Code of Federal Regulations
    /// (a)(1)(i)(A).
    /// </summary>
    public static void SetCase(Span<string> subdivisions, Jurisdiction jurisdiction)
    {
        var upper = false;
        for (var i = 0; i < subdivisions.Length; i++)
        {
            var word = subdivisions[i];
            if (char.IsAsciiDigit(word[0]))
            {
                // A section that begins with (1) goes on with (A).
                upper |= i == 0;
                upper &= jurisdiction != Jurisdiction.FederalRegulation;
                continue;
            }
            subdivisions[i] = upper ? word.ToUpperInvariant() : word.ToLowerInvariant();
            upper = !upper;
        }
    }

    /// <summary>Numbers by value, letters by the alphabet (z before aa), clauses as Roman numerals.</summary>
    public static int Compare(string a, string b, int level)
    {
        var digits = char.IsAsciiDigit(a[0]);
        if (digits != char.IsAsciiDigit(b[0]))
        {
            return digits ? -1 : 1;
        }
        if (digits)
        {
            return Natural.CompareDigits(a, b);
        }
        const int FirstRomanLevel = 3;
        var order =
            level >= FirstRomanLevel && Roman(a) is var x and > 0 && Roman(b) is var y and > 0
                ? x.CompareTo(y)
                : a.Length.CompareTo(b.Length);
        return order != 0 ? order : string.CompareOrdinal(a, b);
    }

    private static int Roman(ReadOnlySpan<char> word)
    {
        var sum = 0;
        var before = 0;
        for (var i = word.Length - 1; i >= 0; i--)
        {
            var value = char.ToLowerInvariant(word[i]) switch
            {
                'i' => 1,
                'v' => 5,
                'x' => 10,
                'l' => 50,
                _ => 0,
            };
            if (value == 0)
            {
                return 0;
            }
            sum += value < before ? -value : value;
            before = value;
        }
        return sum;
    }
}
