using System.Globalization;

namespace Isonomia.Law;

/// <summary>
/// Reads one citation at a place in a text, by hand, character by character. It knows how files spell a citation and nothing about which sections exist:
/// what may be read in two ways is left open in the <see cref="ScannedPart"/>.
/// </summary>
internal ref struct CitationScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>The parts, in the order of the text.</summary>
    public List<ScannedPart> Parts { get; } = [];

    /// <summary>Whether an attempt was marked otherwise than by a leading 664: <c>187(664)</c>, <c>136.1(b)/ATT</c>.</summary>
    public bool Attempt { get; private set; }

    /// <summary>A word passed on the way to the mark of an attempt: the degree in <c>PC187 2nd(664)</c>.</summary>
    public string Aside { get; private set; } = "";

    /// <summary>Where the citation ends.</summary>
    public int End { get; private set; }

    /// <summary>The code found before or after any part, so that the reading has a code at all.</summary>
    public readonly bool HasCode
    {
        get
        {
            foreach (var part in Parts)
            {
                if (part.Leading is not null || part.Trailing is not null)
                {
                    return true;
                }
            }
            return false;
        }
    }

    /// <summary>Reads from the digit at a place.</summary>
    /// <param name="start">where the first section (or its title) begins</param>
    /// <param name="leading">the code that stands before it, or null</param>
    public bool Read(int start, CodeWord? leading)
    {
        if (TryTitle(start, ref leading, out var title, out var section))
        {
            if (Sections(section, leading, title) && Parts[0] is { Leading: not null } or { Trailing.Title: not CodeWord.Titles.None })
            {
                return true;
            }
            Parts.Clear();
            Attempt = false;
            Aside = "";
        }
        return Sections(start, leading, 0);
    }

    /// <summary>A code at a place, in letters (<c>PC</c>, <c>H&amp;S</c>, <c>P.C.</c>) or in words (<c>Penal Code</c>).</summary>
    /// <param name="at">where it would begin</param>
    /// <param name="end">behind it and behind the word Code</param>
    public readonly CodeWord? Code(int at, out int end)
    {
        var word = InLetters(at, out end) ?? InWords(at, out end);
        if (word is null)
        {
            // California is no code of its own if one follows.
            var state = Word(at);
            if (Is(state, "CA") || Is(state, "CAL") || Is(state, "CALIF") || Is(state, "CALIFORNIA"))
            {
                word = InWords(Blanks(at + state.Length, ". "), out end) ?? InLetters(Blanks(at + state.Length, ". "), out end);
            }
        }
        else if (word.Title == CodeWord.Titles.Ccr && end - at == 2)
        {
            var next = Blanks(end, ". ");
            var after = InWords(next, out var further) ?? InLetters(next, out further);
            if (after is not null)
            {
                end = further;
                return after;
            }
        }
        if (word is null)
        {
            end = at;
            return null;
        }
        var code = Blanks(end, ". ");
        if (Is(Word(code), "CODE"))
        {
            end = code + 4;
        }
        return word;
    }

    /// <summary>The first digit of a section after a code, past section signs and the word Section; -1 if something else stands there.</summary>
    public readonly int ToNumber(int at)
    {
        while (at < _text.Length)
        {
            var c = _text[at];
            if (char.IsAsciiDigit(c))
            {
                return at;
            }
            if (char.IsAsciiLetter(c))
            {
                var word = Word(at);
                if (!IsSectionWord(word))
                {
                    return -1;
                }
                at += word.Length;
            }
            else if (c is ' ' or '.' or ',' or '-' or ':' or '_' or '#' or '§' or '\t' or '\u00a0' or '–')
            {
                at++;
            }
            else
            {
                return -1;
            }
        }
        return -1;
    }

    /// <summary>The letters at a place.</summary>
    public readonly ReadOnlySpan<char> Word(int at)
    {
        var end = at;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
        {
            end++;
        }
        return at < _text.Length ? _text[at..end] : [];
    }

    /// <summary>Whether a word only introduces a section.</summary>
    public static bool IsSectionWord(ReadOnlySpan<char> word) =>
        Is(word, "SECTION") || Is(word, "SECTIONS") || Is(word, "SEC") || Is(word, "SECS") || Is(word, "SECT");

    /// <summary>Whether a number is the number of a thing and not a section: 1st, $950, .08, 01.</summary>
    public readonly bool IsNoSection(int at)
    {
        var end = Digits(at);
        if (_text[at] == '0')
        {
            return true;
        }
        if (at > 0 && _text[at - 1] is '$' or '<' or '>' or '%' or '+')
        {
            return true;
        }
        // A decimal fraction has few digits; ".1170 (H)" is a slip of a scanner before a section.
        if (at > 0 && _text[at - 1] == '.' && end - at <= 2)
        {
            return true;
        }
        return IsOrdinal(at, end);
    }

    private static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);

    private readonly bool IsOrdinal(int at, int end)
    {
        var suffix = Word(end);
        return end - at <= 2
            && (Is(suffix, "ST") || Is(suffix, "ND") || Is(suffix, "RD") || Is(suffix, "TH"))
            && (end + 2 >= _text.Length || !char.IsAsciiDigit(_text[end + 2]));
    }

    // "8 USC 1227", "18 U.S.C. § 922", "18 922(G) US", "42_3631 US".
    private readonly bool TryTitle(int start, ref CodeWord? leading, out int title, out int section)
    {
        section = start;
        title = 0;
        var end = Digits(start);
        if (end - start > 2 || !int.TryParse(_text[start..end], NumberStyles.None, CultureInfo.InvariantCulture, out title))
        {
            return false;
        }
        var next = Blanks(end, " ._");
        if (next >= _text.Length)
        {
            return false;
        }
        if (char.IsAsciiLetter(_text[next]))
        {
            var code = Code(next, out var after);
            if (code is null or { Title: CodeWord.Titles.None } || ToNumber(after) is not (var number and >= 0))
            {
                return false;
            }
            leading = code;
            section = number;
            return true;
        }
        section = next;
        return char.IsAsciiDigit(_text[next])
            && _text[end] is ' ' or '_'
            && !IsNoSection(next)
            && !IsHalf(next)
            && leading is null or { Title: not CodeWord.Titles.None };
    }

    private bool Sections(int at, CodeWord? leading, int title)
    {
        var listed = false;
        while (true)
        {
            var part = new ScannedPart
            {
                Leading = leading,
                Title = title,
                Listed = listed,
            };
            var known = leading is not null || HasCode;
            if (!Section(ref at, part, known))
            {
                return Parts.Count > 0;
            }
            Parts.Add(part);
            if (part.Trailing is null)
            {
                TrailingCode(ref at, part, known);
            }
            End = at;
            leading = null;
            title = 0;
            if (AttemptMark(ref at))
            {
                if (part.Trailing is null)
                {
                    TrailingCode(ref at, part, known);
                }
                End = at;
            }
            part.End = End;
            if (Parts.Count == Citation.MostParts || !Joiner(ref at, part, out leading, out title, out listed))
            {
                return true;
            }
        }
    }

    private bool Section(ref int at, ScannedPart part, bool codeKnown)
    {
        if (_text[at] == '(')
        {
            part.SameSection = true;
            part.Number = Parts[^1].Number;
            part.Letters = Parts[^1].Letters;
            part.Spaced = Parts[^1].Spaced;
            part.Decimals = Parts[^1].Decimals;
            Tail(ref at, part, codeKnown);
            if (part.Subdivisions.Count == 0)
            {
                return false;
            }
            part.Subdivisions.InsertRange(0, Above(Parts[^1].Subdivisions, part.Subdivisions[0]));
            return true;
        }
        var start = at;
        at = Digits(at);
        if (part.Leading is { Numbered: true })
        {
            // Pub. L. 119-1
            if (at + 1 < _text.Length && _text[at] is '-' or '–' && char.IsAsciiDigit(_text[at + 1]))
            {
                var end = Digits(at + 1);
                part.Number = $"{_text[start..at]}-{_text[(at + 1)..end]}";
                at = end;
                return true;
            }
            return false;
        }
        part.Number = _text[start..at].ToString();
        while (at + 1 < _text.Length && _text[at] is '.' or ',' && char.IsAsciiDigit(_text[at + 1]))
        {
            var end = Digits(at + 1);
            // 664.487(A): the point stands for a slash, but no section begins with 0 (664.018 of another code). 459,460: the comma does; 496,3 is a
            // point, badly scanned.
            if (end - at > 3 && (_text[at] == ',' || (part.Number == "664" && _text[at + 1] != '0')))
            {
                break;
            }
            part.Number = Decimals(part.Number, _text[(at + 1)..end]);
            at = end;
        }
        Fraction(ref at, part);
        if (part.Number.Length > 7 + 6 * 3)
        {
            return false;
        }
        Tail(ref at, part, codeKnown);
        return true;
    }

    // 245(a)(1)/(4) goes on with 245(a)(4): what stands above the last designation of the same kind stays.
    private static List<string> Above(List<string> before, string first)
    {
        var last = before.FindLastIndex(b => Kind(b) == Kind(first));
        last = last >= 0 ? last : before.FindLastIndex(b => char.IsAsciiDigit(b[0]) == char.IsAsciiDigit(first[0]));
        return before.GetRange(0, Math.Max(0, last));

        static int Kind(string word) =>
            char.IsAsciiDigit(word[0]) ? 0
            : char.IsAsciiLetterUpper(word[0]) ? 1
            : 2;
    }

    // Spreadsheets that took a section for a number wrote 136.7 as 136.69999999999999.
    private static string Decimals(string number, ReadOnlySpan<char> decimals)
    {
        const int SpreadsheetNoise = 9;
        var section = $"{number}.{decimals}";
        return
            decimals.Length >= SpreadsheetNoise
            && double.TryParse(section, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : section;
    }

    // 622½, 622 1/2, 6221/2
    private readonly void Fraction(ref int at, ScannedPart part)
    {
        if (at < _text.Length && _text[at] == '½')
        {
            part.Number += "½";
            at++;
            return;
        }
        var next = Blanks(at, " -");
        if (next > at && next < _text.Length && IsHalf(next))
        {
            part.Number += "½";
            at = next + 3;
        }
        else if (
            part.Number.Length > 1
            && part.Number[^1] == '1'
            && at + 1 < _text.Length
            && _text[at] == '/'
            && _text[at + 1] == '2'
            && (at + 2 == _text.Length || _text[at + 2] is ' ' || char.IsAsciiLetter(_text[at + 2]))
        )
        {
            part.Half = true;
            at += 2;
        }
    }

    private readonly bool IsHalf(int at) =>
        at + 2 < _text.Length
        && _text[at] == '1'
        && _text[at + 1] == '/'
        && _text[at + 2] == '2'
        && (at + 3 == _text.Length || !char.IsAsciiDigit(_text[at + 3]));

    // Subdivisions in and out of parentheses, and a code written against them.
    private void Tail(ref int at, ScannedPart part, bool codeKnown)
    {
        // Whether letters without parentheses may come: not right after letters.
        var letterMayCome = !part.SameSection;
        while (at < _text.Length)
        {
            var c = _text[at];
            var next = Blanks(at, " \t\u00a0");
            if (next < _text.Length && _text[next] is '(' or '[')
            {
                if (!Group(next, part, out var end))
                {
                    return;
                }
                at = end;
                letterMayCome = part.Subdivisions.Count > 0 && char.IsAsciiDigit(part.Subdivisions[^1][0]);
                if (Attempt || part.Trailing is not null)
                {
                    return;
                }
            }
            else if (char.IsAsciiLetter(c))
            {
                if (!Letters(ref at, part, letterMayCome))
                {
                    return;
                }
                letterMayCome = false;
            }
            else if (char.IsAsciiDigit(c))
            {
                var end = Digits(at);
                if (end - at > 2 || letterMayCome || c == '0')
                {
                    return;
                }
                part.Subdivisions.Add(_text[at..end].ToString());
                at = end;
                letterMayCome = true;
            }
            else if (c == '.' && part.Letters.Length > 0 && part.Subdivisions.Count == 0 && part.Decimals.Length == 0)
            {
                // 337A.6
                var end = Digits(at + 1);
                if (end == at + 1)
                {
                    return;
                }
                part.Decimals = _text[at..end].ToString();
                at = end;
                letterMayCome = true;
            }
            else if (next > at && part.Subdivisions.Count == 0 && part.Letters.Length == 0 && !part.SameSection)
            {
                if (!SpacedLetters(next, part, codeKnown, out var end))
                {
                    if (!Named(next, out end))
                    {
                        return;
                    }
                }
                at = end;
                letterMayCome = false;
            }
            else if (Named(Blanks(at, " ,\t\u00a0"), out var group))
            {
                at = group;
            }
            else
            {
                return;
            }
        }
    }

    // (A), ( 1 ), [a], a closing mark that is missing, (664) for an attempt, (PC) for the code.
    private bool Group(int at, ScannedPart part, out int end)
    {
        end = at;
        var start = Blanks(at + 1, " ");
        var stop = start;
        while (stop < _text.Length && char.IsAsciiLetterOrDigit(_text[stop]))
        {
            stop++;
        }
        var word = _text[start..stop];
        var close = Blanks(stop, " ");
        var closed = close < _text.Length && _text[close] is ')' or ']';
        if (closed && (word.SequenceEqual("664") || IsAttempt(word)))
        {
            Attempt = true;
            end = close + 1;
            return true;
        }
        if (!Subdivision.IsOne(word))
        {
            if (closed && CodeWord.Of(word) is { } code)
            {
                part.Trailing = code;
                end = close + 1;
                return true;
            }
            return false;
        }
        if (!closed && stop < _text.Length && _text[stop] is not (' ' or '('))
        {
            return false;
        }
        part.Subdivisions.Add(word.ToString());
        end = closed ? close + 1 : stop;
        return true;
    }

    // Letters against a number or subdivision: 484A, 459PC, 25620ABP, 11357BHS, 459PCAUTO. True if the section may go on behind them.
    private readonly bool Letters(ref int at, ScannedPart part, bool letterMayCome)
    {
        var run = Word(at);
        var whole = Code(at, out var end);
        if (whole is not null && !(whole.Weak && letterMayCome))
        {
            part.Trailing = whole;
            at = end;
            return false;
        }
        if (letterMayCome)
        {
            // A word that may itself begin with a letter of the section comes last: 273ABPC is 273ab PC, and then 273(a) BPC.
            var weak = 0;
            for (var length = 1; length <= 2 && length < run.Length; length++)
            {
                if ((length == 1 || IsFirst(part)) && Code(at + length, out var behind) is { } code)
                {
                    part.Attached.Insert(part.Attached.Count - weak, (run[..length].ToString(), code));
                    weak += code.Weak ? 1 : 0;
                    end = behind;
                }
            }
            if (whole is not null)
            {
                part.Attached.Add(("", whole));
            }
            if (part.Attached.Count > 0)
            {
                part.Trailing = part.Attached[0].Code;
                at = end;
                return false;
            }
        }
        var bare = letterMayCome && (run.Length == 1 || (IsDouble(run) && IsFirst(part)));
        var after = at + run.Length;
        if (bare && after < _text.Length && (char.IsAsciiDigit(_text[after]) || _text[after] is '(' or '.'))
        {
            Take(part, run);
            at = after;
            return true;
        }
        for (var length = 0; length <= (letterMayCome ? 1 : 0); length++)
        {
            if (Common(run[length..]) is var (code, taken))
            {
                part.Attached.Add((run[..length].ToString(), code));
                part.Trailing = code;
                at += length + taken;
                return false;
            }
        }
        if (bare)
        {
            Take(part, run);
            at = after;
        }
        return bare;
    }

    private static void Take(ScannedPart part, ReadOnlySpan<char> letters)
    {
        if (part.Letters.Length == 0 && part.Subdivisions.Count == 0)
        {
            part.Letters = letters.ToString();
        }
        else
        {
            part.Subdivisions.Add(letters.ToString());
        }
    }

    /// <summary>Whether two letters are those of a section: 273ab, 653aa.</summary>
    public static bool IsDouble(ReadOnlySpan<char> letters) =>
        letters.Length == 2 && (Is(letters, "AB") || (letters[0] | 0x20) == (letters[1] | 0x20));

    private static bool IsFirst(ScannedPart part) => part.Letters.Length == 0 && part.Subdivisions.Count == 0;

    // The few codes that are recognized with a word written against them: 459PCAUTO.
    private static (CodeWord Code, int Length)? Common(ReadOnlySpan<char> run)
    {
        for (var length = Math.Min(4, run.Length - 1); length >= 2; length--)
        {
            var code = CodeWord.Of(run[..length]);
            if (code is { Weak: false, Codes: [{ Text: "PC" or "HS" or "VC" or "BP" or "WI" or "LAMC" }] })
            {
                return (code, length);
            }
        }
        return null;
    }

    // 487 A(A), 273 AB(A), 640 A.1, PC 487 K: only where nothing but a section's letters can stand.
    private readonly bool SpacedLetters(int at, ScannedPart part, bool codeKnown, out int end)
    {
        var run = Word(at);
        end = at + run.Length;
        if (!(run.Length == 1 || IsDouble(run)))
        {
            return false;
        }
        var next = Blanks(end, " ");
        var goesOn = end < _text.Length && _text[end] == '(';
        goesOn |= end + 1 < _text.Length && _text[end] == '.' && char.IsAsciiDigit(_text[end + 1]);
        goesOn |= next == _text.Length ? codeKnown : next > end && !codeKnown && Code(next, out _) is not null;
        // H & S is a code.
        if (!goesOn || Code(at, out _) is not null)
        {
            return false;
        }
        part.Letters = run.ToString();
        part.Spaced = true;
        return true;
    }

    // ", subd. (a)", "subdivision (a), paragraph (1)"
    private readonly bool Named(int at, out int end)
    {
        var word = Word(at);
        end = Blanks(at + word.Length, ". ");
        return (
                Is(word, "SUBD")
                || Is(word, "SUBDS")
                || Is(word, "SUBDIVISION")
                || Is(word, "SUBDIVISIONS")
                || Is(word, "SUBSECTION")
                || Is(word, "SUBSEC")
                || Is(word, "PARAGRAPH")
                || Is(word, "PAR")
                || Is(word, "SUBPARAGRAPH")
                || Is(word, "CLAUSE")
            )
            && end < _text.Length
            && _text[end] == '(';
    }

    // "11350 HS", "459, PC", "459 of the Penal Code", "11377/HS".
    private readonly void TrailingCode(ref int at, ScannedPart part, bool codeKnown)
    {
        // With a code before the first section a further one is an ordinary word; a target may have its own: PC 182(a)(1)/11352(a) HS.
        if (part.Leading is not null || (codeKnown && Parts.Count == 1))
        {
            return;
        }
        var next = Blanks(at, " .,-:_/\t\u00a0");
        while (Is(Word(next), "OF") || Is(Word(next), "THE"))
        {
            next = Blanks(next + Word(next).Length, " ");
        }
        var code = Code(next, out var end);
        if (code is null)
        {
            return;
        }
        // "1. PC 459" counts charges, and "PC 664/459 HS 11377" is two.
        var counts = part.Number.Length <= 2 && part.Subdivisions.Count == 0 && part.Letters.Length == 0;
        if ((codeKnown || counts) && ToNumber(end) >= 0)
        {
            return;
        }
        part.Trailing = code;
        at = end;
    }

    // (664), 2nd(664), /ATT, ATT
    private bool AttemptMark(ref int at)
    {
        if (Attempt)
        {
            return true;
        }
        var next = Blanks(at, " ");
        ReadOnlySpan<char> degree = [];
        if (next < _text.Length && char.IsAsciiDigit(_text[next]) && IsOrdinal(next, Digits(next)))
        {
            degree = _text[next..(Digits(next) + 2)];
            next = Blanks(next + degree.Length, " ");
        }
        if (next >= _text.Length)
        {
            return false;
        }
        var c = _text[next];
        var start = c is '(' or '/' or '-' ? Blanks(next + 1, " ") : next;
        if (c == '(')
        {
            var word = Inside(next);
            var close = Blanks(start + word.Length, " ");
            Attempt = close < _text.Length && _text[close] == ')' && (word.SequenceEqual("664") || IsAttempt(word));
            at = Attempt ? close + 1 : at;
        }
        else if (IsAttempt(Word(start)))
        {
            // "PC-ATTEMPT TO EVADE" describes, "211 PC ATT" marks.
            var end = start + Word(start).Length;
            Attempt = c == '/' || Blanks(end, " .") == _text.Length;
            at = Attempt ? end : at;
        }
        Aside = Attempt ? degree.ToString() : "";
        return Attempt;
    }

    private static bool IsAttempt(ReadOnlySpan<char> word) => Is(word, "ATT") || Is(word, "ATTEMPT") || Is(word, "ATTEMPTED");

    private readonly bool Joiner(ref int at, ScannedPart part, out CodeWord? leading, out int title, out bool listed)
    {
        leading = null;
        title = 0;
        listed = false;
        var next = Blanks(at, " ");
        if (next >= _text.Length)
        {
            return false;
        }
        var c = _text[next];
        // While no code was seen, a list is read on to find it: 484(a), 488 PC.
        var open = !HasCode;
        if (c is '/' or '&' or '+' || (c == '.' && part.Number == "664"))
        {
            next++;
        }
        else if (c is '-' or '–')
        {
            var after = Blanks(next + 1, " ");
            if (!open && part.Number != "664" && !_text[after..].StartsWith("664"))
            {
                return false;
            }
            next++;
        }
        else if (open && c is ',' or ';')
        {
            listed = true;
            next++;
        }
        else if (open && Is(Word(next), "AND"))
        {
            listed = true;
            next += 3;
        }
        else
        {
            return false;
        }
        next = Blanks(next, " ");
        if (next >= _text.Length)
        {
            return false;
        }
        if (char.IsAsciiLetter(_text[next]))
        {
            leading = Code(next, out var end);
            next = leading is null ? -1 : ToNumber(end);
            if (next < 0 || c is not ('/' or '&' or '+'))
            {
                return false;
            }
        }
        else if (_text[next] == '(')
        {
            if (!Subdivision.IsOne(Inside(next)))
            {
                return false;
            }
        }
        else if (
            !char.IsAsciiDigit(_text[next])
            || _text[next] == '0'
            || IsOrdinal(next, Digits(next))
            // "459 PC/2 COUNTS"
            || (part.Trailing is not null && Digits(next) - next <= 2)
        )
        {
            return false;
        }
        if (char.IsAsciiDigit(_text[next]) && TryTitle(next, ref leading, out title, out var section) && leading is not null)
        {
            next = section;
        }
        else
        {
            title = 0;
        }
        at = next;
        return true;
    }

    private readonly ReadOnlySpan<char> Inside(int at)
    {
        var start = Blanks(at + 1, " ");
        var stop = start;
        while (stop < _text.Length && char.IsAsciiLetterOrDigit(_text[stop]))
        {
            stop++;
        }
        return _text[start..stop];
    }

    // PC, P.C., U. S. C., H&S, H & S, W/I
    private readonly CodeWord? InLetters(int at, out int end)
    {
        var run = Word(at);
        end = at + run.Length;
        if (run.Length != 1)
        {
            return CodeWord.Of(run);
        }
        Span<char> letters = stackalloc char[CodeWord.Longest];
        letters[0] = run[0];
        var length = 1;
        var i = end;
        CodeWord? word = null;
        while (length < letters.Length && i < _text.Length)
        {
            var point = _text[i] == '.';
            var next = Blanks(point ? i + 1 : i, " ");
            var mark = !point && next < _text.Length ? _text[next] : ' ';
            if (mark is '&' or '/' && (mark == '&' || next == i))
            {
                next = mark == '&' ? Blanks(next + 1, " ") : next + 1;
            }
            else if (!point && (next == i || Word(next).Length != 1))
            {
                // "H S 11377" is one, "A PC" is not.
                break;
            }
            var piece = Word(next);
            // H&SC is one; F/ARM is none.
            if (piece.Length is 0 or > 2 || length + piece.Length > letters.Length)
            {
                break;
            }
            piece.CopyTo(letters[length..]);
            length += piece.Length;
            i = next + piece.Length;
            if (CodeWord.Of(letters[..length]) is { } found)
            {
                word = found;
                end = point && i < _text.Length && _text[i] == '.' ? i + 1 : i;
            }
        }
        return word;
    }

    private readonly CodeWord? InWords(int at, out int end)
    {
        end = at;
        var first = Word(at);
        if (first.IsEmpty)
        {
            return null;
        }
        foreach (var name in CodeWord.Names)
        {
            // Most names are ruled out by their first letter.
            if ((first[0] & ~0x20) != name.Words[0][0] || !Is(first, name.Words[0]))
            {
                continue;
            }
            var i = at + first.Length;
            var all = true;
            for (var w = 1; all && w < name.Words.Length; w++)
            {
                i = Gap(i);
                var word = Word(i);
                all = Is(word, name.Words[w]);
                i += word.Length;
            }
            if (!all)
            {
                continue;
            }
            var code = Gap(i);
            if (name.NeedsCode && !Is(Word(code), "CODE"))
            {
                continue;
            }
            end = Is(Word(code), "CODE") ? code + 4 : i;
            return name.Word;
        }
        return null;
    }

    // Between the words of a name: blanks, points, commas, "&", "and".
    private readonly int Gap(int at)
    {
        at = Blanks(at, " .,&");
        return Is(Word(at), "AND") ? Blanks(at + 3, " ") : at;
    }

    private readonly int Digits(int at)
    {
        while (at < _text.Length && char.IsAsciiDigit(_text[at]))
        {
            at++;
        }
        return at;
    }

    private readonly int Blanks(int at, ReadOnlySpan<char> blanks)
    {
        while (at < _text.Length && blanks.Contains(_text[at]))
        {
            at++;
        }
        return at;
    }
}
