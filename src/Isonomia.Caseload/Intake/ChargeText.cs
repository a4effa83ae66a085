namespace Isonomia.Caseload.Intake;

/// <summary>Charges as the Department of Justice writes them: <c>503 VC-TAKE CAR W/OUT OWNERS CONSENT</c>.</summary>
internal static class ChargeText
{
    /// <summary>Parts a charge from its description: at the first hyphen behind a code of two letters. Without one the whole is the charge.</summary>
    public static (string Charge, string Description) Split(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '-')
                continue;
            var before = text[..i].TrimEnd();
            if (EndsWithCode(before))
                return (before.ToString(), text[(i + 1)..].Trim().ToString());
        }
        return (text.ToString(), "");
    }

    /// <summary>Whether a text begins with a section (after stray points) and has a code of two letters behind it.</summary>
    public static bool IsCharge(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("., '`");
        if (text.IsEmpty || !char.IsAsciiDigit(text[0]))
            return false;
        for (var i = 2; i < text.Length; i++)
            if (text[i] == '-' && EndsWithCode(text[..i].TrimEnd()))
                return true;
        return EndsWithCode(text.TrimEnd());
    }

    /// <summary>Whether two letters stand at the end, with neither letter nor digit directly before them.</summary>
    public static bool EndsWithCode(ReadOnlySpan<char> text) =>
        text.Length >= 4
        && char.IsAsciiLetterUpper(text[^1])
        && char.IsAsciiLetterUpper(text[^2])
        && (text[^3] is ' ' or ')' or '.')
        && text[..^3].ContainsAnyInRange('0', '9');
}
