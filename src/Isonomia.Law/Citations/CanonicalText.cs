using System.Runtime.InteropServices;

namespace Isonomia.Law;

/// <summary>
/// Takes a canonical citation apart. It accepts a little more than is canonical (the case of letters, a code that is repeated), so that the
/// error can say how the citation is written.
/// </summary>
internal static class CanonicalText
{
    /// <summary>The citation, or null and what is wrong.</summary>
    public static Citation? Read(string text, out string? error)
    {
        if (text.Length == 0)
        {
            error = "a citation is missing";
            return null;
        }
        var at = 0;
        error = null;
        return Part(text, ref at, null, 1, ref error);
    }

    private static Citation? Part(string text, ref int at, LawCode? inherited, int parts, ref string? error)
    {
        var code = Code(text, ref at, inherited, ref error);
        if (code is null)
        {
            return null;
        }
        var end = text.AsSpan(at).IndexOfAny('(', '/');
        var number = end < 0 ? text.AsSpan(at) : text.AsSpan(at, end);
        if (!Section.TryParse(number, out var section) || (section.HasHyphen && !code.Hyphens))
        {
            error = $"\"{number}\" in \"{text}\" is not a section of the {code.Name}";
            return null;
        }
        at += number.Length;
        List<string> subdivisions = [];
        while (at < text.Length && text[at] == '(')
        {
            var close = text.IndexOf(')', at);
            var word = close < 0 ? text.AsSpan(at + 1) : text.AsSpan(at + 1, close - at - 1);
            if (close < 0 || !Subdivision.IsOne(word))
            {
                error = $"\"{text[at..(close < 0 ? text.Length : close + 1)]}\" in \"{text}\" is not a subdivision";
                return null;
            }
            subdivisions.Add(word.ToString());
            at = close + 1;
        }
        Citation? second = null;
        if (at < text.Length)
        {
            if (text[at] != '/')
            {
                error = $"\"{text[at..]}\" does not belong at the end of \"{text}\"";
                return null;
            }
            if (parts == Citation.MostParts)
            {
                error = $"\"{text}\" has more than {Citation.MostParts} parts";
                return null;
            }
            at++;
            second = Part(text, ref at, code, parts + 1, ref error);
            if (second is null)
            {
                return null;
            }
        }
        return Citation.Of(code, section, CollectionsMarshal.AsSpan(subdivisions), second);
    }

    // A code reaches to the blank before the section: "PC 459", "Pub. L. 119-1", "8 USC 1227". Without a blank there is no code.
    private static LawCode? Code(string text, ref int at, LawCode? inherited, ref string? error)
    {
        for (var i = at + 1; i < text.Length && text[i] is not ('(' or '/'); i++)
        {
            if (text[i - 1] != ' ' || !char.IsAsciiDigit(text[i]))
            {
                continue;
            }
            var word = text.AsSpan(at, i - 1 - at);
            if (LawCode.TryParse(word, out var code))
            {
                at = i;
                return code;
            }
            error = $"\"{word}\" in \"{text}\" is not a code of law that is known";
            var close = Spelling.Closest(word.ToString(), LawCode.WithoutTitles.Select(c => c.Text), 1);
            error += close is null ? "" : $"; did you mean \"{close}\"?";
            return null;
        }
        if (inherited is null)
        {
            error = $"\"{text}\" names no code and section, such as \"PC 459\"";
        }
        return inherited;
    }
}
