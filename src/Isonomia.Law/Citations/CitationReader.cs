using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Isonomia.Law;

/// <summary>
/// Reads the citations that files of police, prosecutors, courts and the Department of Justice hold: <c>11350(A)HS</c>, <c>PC_484(A)&amp;490.2</c>,
/// <c>41.27CLAM</c>, <c>PC187 2nd(664)</c>, <c>Penal Code section 273.5(a)</c>. It knows spellings, not law: where a spelling may mean two sections it gives
/// both, and only the law book puts the one that it holds first.
/// </summary>
/// <param name="exists">whether the law book holds a citation: lists it, or lists a section that covers it</param>
public sealed class CitationReader(Func<Citation, bool> exists)
{
    // Longer texts are reports, not charges.
    private const int Longest = 400;
    private const int MostCandidates = 12;

    /// <summary>Reads one charge. Never throws; what is not understood is in the answer.</summary>
    public CitationReading Read(string? text)
    {
        var all = text.AsSpan().Trim();
        if (all.IsEmpty)
        {
            return new CitationReading.Unreadable("nothing is written where the offense should be");
        }
        // "PC 6221/2" looks canonical and is section 622½.
        var canonical = all.EndsWith("1/2") ? null : Citation.Canonical(text!);
        if (canonical is not null && Holds(canonical))
        {
            return new CitationReading.Read([canonical], 1, HowRead.Exact, "");
        }
        all = all.Length > Longest ? all[..Longest] : all;
        var read = Search(all);
        if (canonical is not null)
        {
            // What is written canonically stands, unless the law book holds another meaning of it (PC 314.1, clause 1 of 314) and not this one.
            return read is CitationReading.Read { Known: > 0 } ? read : Classified([canonical], 0, HowRead.Exact, "", "");
        }
        if (read is CitationReading.Read)
        {
            return read;
        }
        // Words tell what has no section of its own; a section with its code tells more than words.
        if (read is null or CitationReading.NoCode && NotAnOffenses.Kind(all) is { } kind)
        {
            return new CitationReading.NotAnOffense(kind, NotAnOffenses.Because(kind), null);
        }
        return read ?? new CitationReading.Unreadable(Reason(all));
    }

    private static string Reason(ReadOnlySpan<char> text)
    {
        if (text.Contains("SEE COMMENT", StringComparison.OrdinalIgnoreCase))
        {
            return "the charge stands in a comment";
        }
        return text.ContainsAnyInRange('0', '9') ? "no section of a code could be read" : "only words, without a section of a code";
    }

    private CitationReading? Search(ReadOnlySpan<char> text)
    {
        CitationReading? withoutCode = null;
        var start = AfterCharge(text);
        var words = false;
        var form = 0;
        var formAt = start;
        var scanner = new CitationScanner(text);
        for (var i = start; i < text.Length; )
        {
            if (char.IsAsciiLetter(text[i]))
            {
                var code = scanner.Code(i, out var end);
                if (
                    code is not null
                    && scanner.ToNumber(end) is var number and >= 0
                    && !scanner.IsNoSection(number)
                    && !(words && IsOrdinary(code, text[number..]))
                )
                {
                    var read = Scan(text, number, code, form, form == 0 ? i : formAt);
                    if (read is not null)
                    {
                        return read;
                    }
                }
                var word = scanner.Word(i);
                var before = form;
                form = IsFiller(word) ? form : FormOf(word);
                formAt = form != before ? i : formAt;
                words |= form == 0 && !CitationScanner.IsSectionWord(word);
                i += word.Length;
                // CNT 01, T6014082460: a number behind other words is no section.
                var next = IsCounter(word) ? text[i..].IndexOfAnyExcept(" .:#-") + i : i;
                if (next >= i && next < text.Length && char.IsAsciiDigit(text[next]) && !CitationScanner.IsSectionWord(word))
                {
                    i = next;
                    while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
                    {
                        i++;
                    }
                }
                continue;
            }
            if (!char.IsAsciiDigit(text[i]))
            {
                i++;
                continue;
            }
            if (!scanner.IsNoSection(i) && (i == 0 || text[i - 1] != '#'))
            {
                var read = Scan(text, i, null, form, form == 0 ? i : formAt);
                if (words && read is CitationReading.Read { Citation: var found } && IsOrdinary(found.Code.Text, text[i..]))
                {
                    read = null;
                }
                if (read is CitationReading.Read or CitationReading.NotAnOffense)
                {
                    return read;
                }
                // Without a code a number is a section only where the text begins with it.
                withoutCode ??= words ? null : read;
                words = true;
            }
            while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
            {
                i++;
            }
        }
        return withoutCode;
    }

    // "W/I 6 MOS.", "W/2PR VEH": two digits among words count something, unless a code is named that has offenses under such numbers.
    private static bool IsOrdinary(CodeWord code, ReadOnlySpan<char> number) =>
        code.Title == CodeWord.Titles.None && IsOrdinary(code.Codes[0].Text, number);

    private static bool IsOrdinary(string code, ReadOnlySpan<char> number) =>
        code is not ("PC" or "VC") && (number.Length < 3 || !char.IsAsciiDigit(number[2]));

    private CitationReading? Scan(ReadOnlySpan<char> text, int at, CodeWord? leading, int form, int from)
    {
        var scanner = new CitationScanner(text);
        if (!scanner.Read(at, leading))
        {
            return null;
        }
        var parts = scanner.Parts;
        var end = scanner.End;
        var code = scanner.HasCode;
        var candidates = new List<Candidate>();
        if (code)
        {
            Assign(parts);
        }
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i].Listed)
            {
                end = parts[i - 1].End;
                parts.RemoveRange(i, parts.Count - i);
            }
        }
        if (!Order(parts, scanner.Attempt, form))
        {
            return null;
        }
        var after = Cut(text[end..]).TrimStart(')');
        var words = Joined(Cut(text[..from]).TrimEnd('('), scanner.Aside, after);
        if (!code)
        {
            var provisions = Provisions(parts);
            return provisions.IsEmpty ? null : new CitationReading.NoCode(provisions, words);
        }
        Build(parts, 0, candidates);
        if (candidates.Count == 0)
        {
            return null;
        }
        return Classified(Sorted(candidates, out var known), known, HowRead.Normalized, words, after);
    }

    private static CitationReading Classified(
        ImmutableArray<Citation> candidates,
        int known,
        HowRead how,
        string words,
        ReadOnlySpan<char> after
    )
    {
        // The law book knows better than a list: what has a page is an offense.
        if (known == 0 && NotAnOffenses.Kind(candidates[0], after) is { } kind)
        {
            return new CitationReading.NotAnOffense(kind, NotAnOffenses.Because(kind), candidates[0]);
        }
        return new CitationReading.Read(candidates, known, how, words);
    }

    // An attempt at an offense that the law book holds needs no entry of its own.
    private bool Holds(Citation citation) => exists(citation) || (citation.Target is { } target && exists(target));

    // What the law book holds comes first, and of that a section with letters (273a) before a subdivision (273(a)).
    private ImmutableArray<Citation> Sorted(List<Candidate> candidates, out int known)
    {
        known = 0;
        if (candidates.Count == 1)
        {
            known = Holds(candidates[0].Citation) ? 1 : 0;
            return [candidates[0].Citation];
        }
        var lettered = 0;
        var sorted = ImmutableArray.CreateBuilder<Citation>(candidates.Count);
        foreach (var candidate in candidates)
        {
            if (sorted.Contains(candidate.Citation))
            {
                continue;
            }
            if (!Holds(candidate.Citation))
            {
                sorted.Add(candidate.Citation);
                continue;
            }
            sorted.Insert(candidate.LettersInSection ? lettered++ : known, candidate.Citation);
            known++;
        }
        return sorted.ToImmutable();
    }

    // Each part gets its code: its own, or its neighbour's. Liability for attempt, conspiracy and solicitation is penal law, and its code says nothing
    // about the target's.
    private static void Assign(List<ScannedPart> parts)
    {
        var lead = parts[0].Leading;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            var form = Provision.IsFormOfLiability(FormSection(part)) && i + 1 < parts.Count;
            var before = i > 0 && !Provision.IsFormOfLiability(FormSection(parts[i - 1])) ? parts[i - 1].Code : null;
            // WI 396PC/10980: the code before everything is the second part's, when the first has its own.
            before = i == 1 && parts[0].Trailing is not null ? lead ?? before : before;
            part.Code = part.Trailing ?? (i > 0 ? part.Leading : null) ?? (form ? CodeWord.PC : null) ?? before;
            for (var j = i + 1; part.Code is null && lead is null && j < parts.Count; j++)
            {
                part.Code = parts[j].Trailing ?? parts[j].Leading;
            }
            part.Code ??= lead ?? parts[Math.Max(0, i - 1)].Code ?? CodeWord.PC;
        }
    }

    private static string FormSection(ScannedPart part) =>
        part.Letters.Equals("F", StringComparison.OrdinalIgnoreCase) && part.Number == "653" ? "653f" : part.Number;

    // 487(A)-664 PC and 187(664) are attempts: 664 is put first. False where there is no room for it.
    private static bool Order(List<ScannedPart> parts, bool attempt, int form)
    {
        for (var i = parts.Count - 1; i > 0; i--)
        {
            if (parts[i] is { Number: "664", Subdivisions.Count: 0 } && parts[0].Number != "664")
            {
                parts.RemoveAt(i);
                attempt = true;
            }
        }
        var number = attempt ? 664 : form;
        if (number == 0 || parts[0].Number is "664" or "182")
        {
            return true;
        }
        var text = number.ToString(CultureInfo.InvariantCulture);
        var code = parts[0].Code is null ? null : CodeWord.PC;
        parts.Insert(0, new ScannedPart { Number = text, Code = code });
        return parts.Count <= Citation.MostParts;
    }

    private static void Build(List<ScannedPart> parts, int first, List<Candidate> into)
    {
        List<Candidate> seconds = [];
        if (first + 1 < parts.Count)
        {
            Build(parts, first + 1, seconds);
            if (seconds.Count == 0)
            {
                return;
            }
        }
        foreach (var meaning in Meanings(parts[first]))
        {
            if (seconds.Count == 0)
            {
                Add(meaning, null, into);
            }
            foreach (var second in seconds)
            {
                Add(meaning, second, into);
            }
        }
    }

    private static void Add(Meaning meaning, Candidate? second, List<Candidate> into)
    {
        if (
            into.Count >= MostCandidates
            || !Section.TryParse(meaning.Section, out var section)
            || (section.HasHyphen && !meaning.Code.Hyphens)
        )
        {
            return;
        }
        var next = second?.Citation;
        if (next?.Parts >= Citation.MostParts)
        {
            return;
        }
        ReadOnlySpan<string> own = CollectionsMarshal.AsSpan(meaning.Subdivisions);
        if (meaning.Second is not null)
        {
            // 664487(A): the target was written against 664.
            if (!Section.TryParse(meaning.Second, out var target) || next?.Parts + 1 >= Citation.MostParts)
            {
                return;
            }
            next = Citation.Of(meaning.Code, target, own, next);
            own = [];
        }
        var citation = Citation.Of(meaning.Code, section, own, next);
        into.Add(new Candidate(citation, meaning.LettersInSection || second is { LettersInSection: true }));
    }

    private static List<Meaning> Meanings(ScannedPart part)
    {
        var meanings = new List<Meaning>(2);
        if (part.Attached.Count == 0)
        {
            Codes(part, part.Code!, part.Subdivisions, part.Letters, meanings);
        }
        foreach (var (letters, code) in part.Attached)
        {
            if (letters.Length == 0)
            {
                Codes(part, code, part.Subdivisions, part.Letters, meanings);
            }
            else if (part.Letters.Length == 0 && part.Subdivisions.Count == 0)
            {
                Codes(part, code, part.Subdivisions, letters, meanings);
            }
            else
            {
                Codes(part, code, [.. part.Subdivisions, letters], part.Letters, meanings);
            }
        }
        return meanings;
    }

    private static void Codes(ScannedPart part, CodeWord word, List<string> subdivisions, string letters, List<Meaning> meanings)
    {
        if (word.Title != CodeWord.Titles.None)
        {
            Titled(part, word, subdivisions, letters, meanings);
        }
        foreach (var code in word.Codes)
        {
            Lettered(part, code, part.Number, subdivisions, letters, meanings);
        }
    }

    private static void Titled(ScannedPart part, CodeWord word, List<string> subdivisions, string letters, List<Meaning> meanings)
    {
        if (part.Title > 0)
        {
            if (Title(word, part.Title, part.Number) is { } code)
            {
                Lettered(part, code, part.Number, subdivisions, letters, meanings);
            }
            return;
        }
        // Tables of the Department of Justice also join title and section: US 181073, CA 141.74(B), CA 5100003. Only the titles are split off
        // that they hold, and two digits before one.
        for (var digits = 2; digits >= 1; digits--)
        {
            if (
                part.Number.Length > digits + 1
                && part.Number[digits] is not ('0' or '.')
                && !part.Number.AsSpan(0, digits).Contains('.')
                && int.TryParse(part.Number.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var title)
                && (word.Title == CodeWord.Titles.UscOrCfr ? title >= 8 : word.Title == CodeWord.Titles.Ccr && title is 5 or 14)
                && Title(word, title, part.Number[digits..]) is { } code
            )
            {
                Lettered(part, code, part.Number[digits..], subdivisions, letters, meanings);
                return;
            }
        }
    }

    private static LawCode? Title(CodeWord word, int title, string section) =>
        word.Title switch
        {
            CodeWord.Titles.Cfr => LawCode.Cfr(title),
            CodeWord.Titles.Ccr => LawCode.Ccr(title),
            // Sections of the United States Code have no decimals.
            CodeWord.Titles.UscOrCfr when section.Contains('.', StringComparison.Ordinal) => LawCode.Cfr(title),
            _ => LawCode.Usc(title),
        };

    private static void Lettered(
        ScannedPart part,
        LawCode code,
        string number,
        List<string> subdivisions,
        string letters,
        List<Meaning> meanings
    )
    {
        if (part.Half)
        {
            meanings.Add(new(code, $"{number[..^1]}½", subdivisions, false));
            meanings.Add(new(code, number, subdivisions, false) { Second = "2" });
        }
        else if (letters.Length == 0)
        {
            if (code == LawCode.PC && Glued(number) is { } target)
            {
                meanings.Add(new(code, "664", subdivisions, false) { Second = target });
            }
            meanings.Add(new(code, number, subdivisions, false));
            if (code.Jurisdiction == Jurisdiction.State && Clause(code, number) is { } clause)
            {
                meanings.Add(new(code, clause.Section, [clause.Subdivision, .. subdivisions], false));
            }
        }
        else
        {
            var section = new Meaning(code, $"{number}{Cased(code, letters)}{part.Decimals}", subdivisions, true);
            // A letter cannot follow a letter: 487A(A) is 487a(a). And 337A.6 is a section.
            var onlySection = part.Decimals.Length > 0 || (subdivisions.Count > 0 && !char.IsAsciiDigit(subdivisions[0][0]));
            if (onlySection || letters.Length > 1)
            {
                if (onlySection || CitationScanner.IsDouble(letters))
                {
                    meanings.Add(section);
                }
                if (!onlySection && !part.Spaced)
                {
                    // 496DA is 496d(a).
                    meanings.Add(new(code, $"{number}{Cased(code, letters[..1])}", [letters[1..], .. subdivisions], true));
                }
                return;
            }
            var subdivision = new Meaning(code, number, [letters, .. subdivisions], false);
            if (code.Jurisdiction == Jurisdiction.Local)
            {
                meanings.Add(subdivision);
                return;
            }
            // In federal law subdivisions always have parentheses.
            var sectionFirst = part.Spaced || code.KeepsCase;
            meanings.Add(sectionFirst ? section : subdivision);
            meanings.Add(sectionFirst ? subdivision : section);
        }
    }

    private static string Cased(LawCode code, string letters) => code.KeepsCase ? letters : letters.ToLowerInvariant();

    // 664487(A) PC: no section of the Penal Code has six digits.
    private static string? Glued(string number) =>
        number.Length >= 6 && number.StartsWith("664", StringComparison.Ordinal) && number[3] is not ('0' or '.') ? number[3..] : null;

    // Rap sheets number clauses with a point: 487.2 PC is clause 2 of 487, and 148.2.1 PC clause 1 of 148.2. No section was ever numbered so in
    // the first list; with two points there may be one (CI 1798.90.1).
    private static (string Section, string Subdivision)? Clause(LawCode code, string number)
    {
        var point = number.LastIndexOf('.');
        var twoPoints = point > 0 && number.AsSpan(0, point).Contains('.');
        var old = code == LawCode.PC && number is "314.1" or "314.2" or "460.1" or "460.2" or "487.1" or "487.2" or "487.3";
        return (twoPoints || old) && Subdivision.IsOne(number.AsSpan(point + 1)) ? (number[..point], number[(point + 1)..]) : null;
    }

    private static ImmutableArray<Provision> Provisions(List<ScannedPart> parts)
    {
        // The letters of state codes are assumed: whoever leaves the code out is not citing federal law.
        foreach (var part in parts)
        {
            part.Code = CodeWord.PC;
        }
        var candidates = new List<Candidate>();
        Build(parts, 0, candidates);
        var provisions = ImmutableArray.CreateBuilder<Provision>(candidates.Count);
        foreach (var candidate in candidates)
        {
            provisions.Add(Of(candidate.Citation));
        }
        return provisions.ToImmutable();

        static Provision Of(Citation citation) =>
            new(citation.Section, citation.Subdivisions, citation.Second is null ? null : Of(citation.Second));
    }

    // "COM: CNT 01 CHRG-484-487 (A) PC": the charge begins behind the word.
    private static int AfterCharge(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf("CHRG", StringComparison.OrdinalIgnoreCase);
        // DISCHRG is a word of descriptions.
        var alone = at >= 0 && (at == 0 || !char.IsAsciiLetter(text[at - 1]));
        return alone ? at + 4 : 0;
    }

    // A word directly before the citation that makes it an attempt or a conspiracy.
    private static int FormOf(ReadOnlySpan<char> word) =>
        Is(word, "ATT") || Is(word, "ATTEMPT") || Is(word, "ATTEMPTED") ? 664
        : Is(word, "CONSPIRACY") || Is(word, "CONSP") ? 182
        : 0;

    // "attempt to commit 459 PC"
    private static bool IsFiller(ReadOnlySpan<char> word) => Is(word, "TO") || Is(word, "COMMIT") || Is(word, "OF");

    private static bool IsCounter(ReadOnlySpan<char> word) =>
        Is(word, "CNT") || Is(word, "COUNT") || Is(word, "CT") || Is(word, "CTS") || Is(word, "COUNTS") || Is(word, "NO");

    private static bool Is(ReadOnlySpan<char> word, ReadOnlySpan<char> name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> words) => words.Trim(" .,;:-_/#§*\t\u00a0–");

    private static string Joined(ReadOnlySpan<char> before, string aside, ReadOnlySpan<char> after)
    {
        if (before.IsEmpty && aside.Length == 0)
        {
            return after.ToString();
        }
        return $"{before} {aside} {after}".Replace("  ", " ", StringComparison.Ordinal).Trim();
    }

    private readonly record struct Candidate(Citation Citation, bool LettersInSection);

    private readonly record struct Meaning(LawCode Code, string Section, List<string> Subdivisions, bool LettersInSection)
    {
        /// <summary>A second part that was written against the first.</summary>
        public string? Second { get; init; }
    }
}
