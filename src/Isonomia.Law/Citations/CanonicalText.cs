using System.Runtime.InteropServices;

namespace Isonomia.Law;

/// <summary>
/// Takes a canonical citation apart. It accepts a little more than is canonical (the case of letters, a code that is repeated), so that the
/// error can say how the citation is written.
/// </summary>
/// <param name="text">the whole text</param>
/// <param name="explains">whether an error is wanted; the reader of files tries every text here first and needs none</param>
internal ref struct CanonicalText(string text, bool explains)
{
    private readonly string _text = text;
    private readonly bool _explains = explains;
    private int _at;

    /// <summary>What is wrong, after <see cref="Read"/> gave null.</summary>
    public string Error { get; private set; } = "";

    /// <summary>The citation, or null.</summary>
    public Citation? Read()
    {
        if (_text.Length == 0)
        {
            Error = "a citation is missing";
            return null;
        }
        return Part(null, 1);
    }

    private Citation? Part(LawCode? inherited, int parts)
    {
        var code = Code(inherited);
        if (code is null)
        {
            return null;
        }
        var end = _text.AsSpan(_at).IndexOfAny('(', '/');
        var number = end < 0 ? _text.AsSpan(_at) : _text.AsSpan(_at, end);
        if (!Section.TryParse(number, out var section) || (section.HasHyphen && !code.Hyphens))
        {
            Error = _explains ? $"\"{number}\" in \"{_text}\" is not a section of the {code.Name}" : "";
            return null;
        }
        _at += number.Length;
        List<string> subdivisions = [];
        while (_at < _text.Length && _text[_at] == '(')
        {
            var close = _text.IndexOf(')', _at);
            var word = close < 0 ? _text.AsSpan(_at + 1) : _text.AsSpan(_at + 1, close - _at - 1);
            if (close < 0 || !Subdivision.IsOne(word))
            {
                var whole = close < 0 ? _text.AsSpan(_at) : _text.AsSpan(_at, close + 1 - _at);
                Error = _explains ? $"\"{whole}\" in \"{_text}\" is not a subdivision" : "";
                return null;
            }
            subdivisions.Add(word.ToString());
            _at = close + 1;
        }
        Citation? second = null;
        if (_at < _text.Length)
        {
            second = Second(code, parts);
            if (second is null)
            {
                return null;
            }
        }
        return Citation.Of(code, section, CollectionsMarshal.AsSpan(subdivisions), second);
    }

    private Citation? Second(LawCode code, int parts)
    {
        if (_text[_at] != '/')
        {
            Error = _explains ? $"\"{_text[_at..]}\" does not belong at the end of \"{_text}\"" : "";
            return null;
        }
        if (parts == Citation.MostParts)
        {
            Error = _explains ? $"\"{_text}\" has more than {Citation.MostParts} parts" : "";
            return null;
        }
        _at++;
        return Part(code, parts + 1);
    }

    // A code reaches to the blank before the section: "PC 459", "Pub. L. 119-1", "8 USC 1227". Without a blank there is no code.
    private LawCode? Code(LawCode? inherited)
    {
        for (var i = _at + 1; i < _text.Length && _text[i] is not ('(' or '/'); i++)
        {
            if (_text[i - 1] != ' ' || !char.IsAsciiDigit(_text[i]))
            {
                continue;
            }
            var word = _text.AsSpan(_at, i - 1 - _at);
            if (LawCode.TryParse(word, out var code))
            {
                _at = i;
                return code;
            }
            Error = _explains ? Unknown(word.ToString()) : "";
            return null;
        }
        if (inherited is null && _explains)
        {
            Error = $"\"{_text}\" names no code and section, such as \"PC 459\"";
        }
        return inherited;
    }

    private readonly string Unknown(string word)
    {
        var close = Spelling.Closest(word, LawCode.WithoutTitles.Select(c => c.Text), 1);
        var meant = close is null ? "" : $"; did you mean \"{close}\"?";
        return $"\"{word}\" in \"{_text}\" is not a code of law that is known{meant}";
    }
}
