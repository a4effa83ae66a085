using System.Globalization;
using Isonomia.Caseload.Delimited;
using Isonomia.Caseload.Store;
using NodaTime;

namespace Isonomia.Caseload.Intake;

/// <summary>
/// Counts of California DOJ record sheets, as text. Of the personal block only the CII number is looked at, to make a key; names, birthplace and
/// whatever else stands there are passed over, and so are comments other than a charge or a sentence.
/// </summary>
/// <remarks>A record is a count (a line <c>CNT:003-005</c> is three), an event without counts, or a block whose heading is not known.</remarks>
internal sealed class RapSource : RowSource
{
    private const int MostCounts = 99;

    private readonly KeyFile _keys;
    private readonly LineReader _lines;
    private readonly int _file;
    private readonly Queue<(CountRow? Row, RowProblem? Problem)> _ready = new();

    private long _records;
    private string _cii = "";
    private long _sheet = 1;
    private int _cycle;
    private bool _inPersonal = true;
    private bool _expectsHeading;
    private Event? _event;
    private Counting? _count;

    public RapSource(KeyFile keys, string name, int file, Stream stream)
    {
        (_keys, _file) = (keys, file);
        _lines = new LineReader(stream);
        _ = name;
    }

    public override long RecordsRead => _records;

    public override long BytesRead => _lines.Bytes;

    public override bool Next(CountRow row, out RowProblem? problem)
    {
        problem = null;
        while (_ready.Count == 0)
        {
            if (!_lines.Next(out var line))
            {
                EndEvent();
                if (_ready.Count == 0)
                    return false;
                break;
            }
            Line(line);
        }
        var (ready, bad) = _ready.Dequeue();
        problem = bad;
        if (ready is not null)
            Copy(ready, row);
        return true;
    }

    private void Line(ReadOnlySpan<char> raw)
    {
        var line = raw.Trim();
        Span<char> buffer = stackalloc char[256];
        var bare = Squeeze(line, buffer);
        if (bare.Contains("ENDOFMESSAGE", StringComparison.Ordinal))
        {
            EndEvent();
            (_cii, _sheet, _cycle, _inPersonal, _expectsHeading) = ("", _lines.Number + 1, 0, true, false);
            return;
        }
        if (line.IsEmpty || IsPage(bare))
            return;
        if (bare.IsEmpty)
        {
            // Rules of stars part cycles, rules of dashes part the events of a cycle.
            if (line.Count('*') == 4)
                EndCycle();
            else if (line.Count('-') >= 3 && !_inPersonal)
            {
                EndEvent();
                _expectsHeading = true;
            }
            return;
        }
        if (_inPersonal && !bare.StartsWith("COURT", StringComparison.Ordinal) && !bare.StartsWith("ARRDETCITE", StringComparison.Ordinal))
        {
            Personal(line);
            return;
        }
        if (Heading(line, bare) is { } kind)
        {
            EndEvent();
            _inPersonal = _expectsHeading = false;
            _event = new Event(kind, _lines.Number);
            HeadingDate(line);
            return;
        }
        if (_event is null)
        {
            if (!_expectsHeading || bare.StartsWith("NAM", StringComparison.Ordinal) || line[0] == '*')
                return;
            _expectsHeading = false;
            _records++;
            _ready.Enqueue((null, new RowProblem(_lines.Number, "1", "the heading of this event is not known")));
            return;
        }
        if (bare.StartsWith("CNT", StringComparison.Ordinal) && bare.Length > 3 && char.IsAsciiDigit(bare[3]))
            BeginCount(line);
        else if (_count is null)
            Preamble(line, bare);
        else
            Detail(line, bare);
    }

    private void Personal(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf("CII/", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || _cii.Length > 0)
            return;
        var rest = line[(at + 4)..].TrimStart();
        var end = 0;
        while (end < rest.Length && char.IsAsciiLetterOrDigit(rest[end]))
            end++;
        _cii = rest[..end].ToString();
    }

    private static EventKind? Heading(ReadOnlySpan<char> line, ReadOnlySpan<char> bare)
    {
        if (bare.StartsWith("MENTALHLTH", StringComparison.Ordinal))
            return EventKind.Other;
        var colon = line.IndexOf(':');
        if (colon < 0)
            return null;
        Span<char> buffer = stackalloc char[32];
        return Squeeze(line[..colon], buffer) switch
        {
            "COURT" => EventKind.Court,
            "ARRDETCITE" or "ARREST" or "SUPPLEMENTALARR" => EventKind.Arrest,
            "CUSTODY" or "SUPPLEMENTALCUSTODY" => EventKind.Custody,
            "PROBATION" or "PAROLE" => EventKind.Supervision,
            "REGISTRATION" => EventKind.Registration,
            "APPLICANT" or "DECEASED" => EventKind.Other,
            _ => null,
        };
    }

    /// <summary>Some headings carry the date in their own line: <c>COURT: NAM:01 19960718 CASC SAN FRANCISCO CO</c>.</summary>
    private void HeadingDate(ReadOnlySpan<char> line)
    {
        var rest = line;
        var birth = false;
        while (!rest.IsEmpty)
        {
            var space = rest.IndexOf(' ');
            var word = space < 0 ? rest : rest[..space];
            var after = space < 0 ? default : rest[space..].TrimStart();
            if (!birth && word.Length == 8 && !word.ContainsAnyExceptInRange('0', '9'))
            {
                When(word, after);
                return;
            }
            birth = word.EndsWith("DOB:", StringComparison.OrdinalIgnoreCase);
            rest = after;
        }
    }

    private void Preamble(ReadOnlySpan<char> line, ReadOnlySpan<char> bare)
    {
        if (bare.StartsWith("TOC", StringComparison.Ordinal))
        {
            _event!.Level = Toc(line);
            return;
        }
        var space = line.IndexOf(' ');
        var word = space < 0 ? line : line[..space];
        if (char.IsAsciiDigit(word[0]) && _event!.Date is null && !_event.BadDate)
            When(word, space < 0 ? default : line[space..].Trim());
        else if (
            _event!.Place.Length == 0
            && _event.Date is not null
            && !bare.StartsWith("NAM", StringComparison.Ordinal)
            && word[0] != '#'
        )
            _event.Place = Place(line);
    }

    private void When(ReadOnlySpan<char> word, ReadOnlySpan<char> rest)
    {
        Span<char> digits = stackalloc char[16];
        var length = 0;
        foreach (var c in word)
            if (char.IsAsciiDigit(c) && length < digits.Length)
                digits[length++] = c;
        if (DateText.TryRead(digits[..length], dayFirst: false, out var date) && length == 8)
            _event!.Date = date;
        else
            _event!.BadDate = true;
        if (!rest.IsEmpty)
            _event.Place = Place(rest);
    }

    /// <summary>The agency's own code (CASC, CAPD) goes, the place stays.</summary>
    private static string Place(ReadOnlySpan<char> text)
    {
        var toc = text.IndexOf("TOC:", StringComparison.OrdinalIgnoreCase);
        if (toc >= 0)
            text = text[..toc];
        text = text.Trim();
        var space = text.IndexOf(' ');
        if (space == 4 && text.StartsWith("CA", StringComparison.Ordinal))
            text = text[space..].TrimStart();
        return text.ToString();
    }

    private void BeginCount(ReadOnlySpan<char> line)
    {
        EndCount();
        var at = line.IndexOfAnyInRange('0', '9');
        var from = Digits(line, ref at);
        var to = from;
        if (at + 1 < line.Length && line[at] == '-' && char.IsAsciiDigit(line[at + 1]))
        {
            at++;
            to = Digits(line, ref at);
        }
        _event!.Counts = true;
        var many = from >= 0 && to >= from && to - from < MostCounts ? to - from + 1 : 0;
        _records += Math.Max(many, 1);
        _count = new Counting(_lines.Number, Math.Max(from, 0), many);
    }

    private void Detail(ReadOnlySpan<char> line, ReadOnlySpan<char> bare)
    {
        var count = _count!;
        var colon = line.IndexOfAny(':', ';');
        Span<char> buffer = stackalloc char[32];
        var key = colon < 0 ? default : Squeeze(line[..colon], buffer);
        var value = colon < 0 ? default : line[(colon + 1)..].Trim(" .*");
        switch (key)
        {
            case "DISPO":
                count.Reads = Reading.Nothing;
                Disposed(count, value);
                return;
            case "CONVSTATUS":
                count.Row.Level = Words.Level(value) is not ChargeLevel.Unknown and var level ? level : count.Row.Level;
                return;
            case "SEN" or "XSEN":
                count.Reads = Reading.Sentence;
                SentenceText.Read(count.Row, value);
                return;
            case "COM":
                count.Reads = Reading.Nothing;
                Comment(count, value);
                return;
            case "TOC":
                count.Row.Level = Toc(line) is not ChargeLevel.Unknown and var toc ? toc : count.Row.Level;
                return;
            case "DCN" or "ARRBY" or "SCN" or "WARRANT":
                count.Reads = Reading.Nothing;
                return;
        }
        if (bare.Length == 8 && !bare.ContainsAnyExceptInRange('0', '9'))
        {
            // A date under a count begins a later order.
            count.Later = true;
            count.Reads = Reading.Nothing;
            return;
        }
        if (line[0] == '-')
        {
            if (Words.Has(line, "ATTEMPT"))
                count.Row.Marks |= RowMarks.Attempt;
            return;
        }
        if (ChargeText.IsCharge(line))
        {
            count.Reads = Reading.Nothing;
            Charge(count, line);
        }
        else if (count.Reads == Reading.Sentence)
            SentenceText.Read(count.Row, line);
    }

    private static void Disposed(Counting count, ReadOnlySpan<char> words)
    {
        if (count.Later || count.Row.Disposition != DispositionKind.None)
        {
            count.Row.Marks |= Words.Later(words);
            return;
        }
        var kind = Words.Disposition(words);
        if (kind == DispositionKind.Other)
        {
            // Scanned sheets part letters: CO  N VI CTE D.
            Span<char> buffer = stackalloc char[128];
            kind = Words.Disposition(Squeeze(words, buffer));
        }
        count.Row.Disposition = kind;
    }

    private static void Comment(Counting count, ReadOnlySpan<char> text)
    {
        var charge = text.IndexOf("CHRG", StringComparison.OrdinalIgnoreCase);
        if (charge >= 0)
        {
            var rest = text[(charge + 4)..].TrimStart(" -:");
            var toc = rest.IndexOf("TOC:", StringComparison.OrdinalIgnoreCase);
            if (toc >= 0)
            {
                count.Row.Level = Toc(rest[toc..]) is not ChargeLevel.Unknown and var level ? level : count.Row.Level;
                rest = rest[..toc];
            }
            if (count.Row.Charge.Length == 0)
                Charge(count, rest);
            return;
        }
        var sentence = text.IndexOf("SEN", StringComparison.OrdinalIgnoreCase);
        if (sentence is >= 0 and <= 1 && text.Length > sentence + 3 && text[sentence + 3] is '-' or ':')
            SentenceText.Read(count.Row, text[(sentence + 4)..]);
    }

    private static void Charge(Counting count, ReadOnlySpan<char> line)
    {
        var toc = line.IndexOf("TOC:", StringComparison.OrdinalIgnoreCase);
        if (toc >= 0)
        {
            count.Row.Level = Toc(line[toc..]) is not ChargeLevel.Unknown and var level ? level : count.Row.Level;
            line = line[..toc];
        }
        // Statutes about sentencing stand before the offense that they concern; what follows the offense is an enhancement.
        if (count.Row.Charge.Length > 0 && !Words.Has(count.Row.Description, "SENTENCING"))
            return;
        var (charge, description) = ChargeText.Split(line.Trim().TrimStart("., '`"));
        count.Row.Charge = Clean(charge);
        count.Row.Description = description;
    }

    /// <summary><c>496,3 (A) (2) PC</c> is <c>496.3(A)(2) PC</c>; a code that words follow ends the charge.</summary>
    private static string Clean(string charge)
    {
        var text = new System.Text.StringBuilder(charge.Length);
        for (var i = 0; i < charge.Length; i++)
        {
            var c = charge[i];
            if (c == ' ' && i + 1 < charge.Length && charge[i + 1] is '(' or ' ' or '.')
                continue;
            if (c == ',' && i + 1 < charge.Length && char.IsAsciiDigit(charge[i + 1]))
                c = '.';
            if (c == '.' && (i + 1 == charge.Length || charge[i + 1] == ' '))
                continue;
            if (c == '-' && i > 0 && i + 1 < charge.Length && char.IsAsciiDigit(charge[i + 1]))
                c = '/';
            text.Append(c);
        }
        for (var i = 4; i < text.Length; i++)
            if (text[i] == ' ' && ChargeText.EndsWithCode(text.ToString(0, i)))
                return text.ToString(0, i);
        return text.ToString();
    }

    private static ChargeLevel Toc(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        var rest = colon < 0 ? default : text[(colon + 1)..].TrimStart();
        return rest.IsEmpty ? ChargeLevel.Unknown : Words.Level(rest[..1]);
    }

    private void EndCycle()
    {
        EndEvent();
        _cycle++;
        _inPersonal = false;
        _expectsHeading = true;
    }

    private void EndEvent()
    {
        EndCount();
        if (_event is { Counts: false } bare)
        {
            _records++;
            _ready.Enqueue((null, new RowProblem(bare.Line, "1", "the event has no count")));
        }
        _event = null;
    }

    private void EndCount()
    {
        if (_count is not { } count)
            return;
        _count = null;
        var problem =
            count.Many == 0 ? "the number of the count cannot be read"
            : _event!.BadDate ? "the date of the event cannot be read"
            : _event.Kind != EventKind.Other && !count.Row.Charge.AsSpan().ContainsAnyInRange('0', '9')
                ? "no charge can be read in this count"
            : null;
        for (var i = 0; i < Math.Max(count.Many, 1); i++)
            if (problem is not null)
                _ready.Enqueue((null, new RowProblem(count.Line, "1", problem)));
            else
                _ready.Enqueue((Row(count, count.Number + i), null));
    }

    private CountRow Row(Counting count, int number)
    {
        var sheet = _cii.Length > 0 ? _cii : string.Create(CultureInfo.InvariantCulture, $"{_file}:{_sheet}");
        var row = new CountRow();
        if (_event!.Kind == EventKind.Other)
            row.Clear();
        else
            Copy(count.Row, row);
        row.File = _file;
        row.Line = count.Line;
        row.Person = _keys.Pseudonym("person", sheet);
        row.Case = _keys.Pseudonym("case", string.Create(CultureInfo.InvariantCulture, $"{sheet}|{_cycle}"));
        row.Event = _event.Kind;
        row.Count = number;
        if (_event.Kind == EventKind.Other)
            return row;
        row.Date = _event.Date;
        row.Place = _event.Place;
        if (row.Level == ChargeLevel.Unknown)
            row.Level = _event.Level;
        // A court's event is dated by its disposition.
        if (_event.Kind == EventKind.Court && row.Disposition != DispositionKind.None)
            row.Disposed = _event.Date;
        return row;
    }

    private static void Copy(CountRow from, CountRow to)
    {
        to.Person = from.Person;
        to.Case = from.Case;
        to.Count = from.Count;
        to.Event = from.Event;
        to.Date = from.Date;
        to.Charge = from.Charge;
        to.Description = from.Description;
        to.Level = from.Level;
        to.Disposition = from.Disposition;
        to.Disposed = from.Disposed;
        to.JailDays = from.JailDays;
        to.PrisonMonths = from.PrisonMonths;
        to.ProbationMonths = from.ProbationMonths;
        to.Marks = from.Marks;
        to.Place = from.Place;
        to.Sex = from.Sex;
        to.Age = from.Age;
        to.File = from.File;
        to.Line = from.Line;
    }

    private static int Digits(ReadOnlySpan<char> line, ref int at)
    {
        var begin = at;
        while (at < line.Length && char.IsAsciiDigit(line[at]))
            at++;
        return at - begin is > 0 and <= 6 ? int.Parse(line[begin..at], NumberStyles.None, CultureInfo.InvariantCulture) : -1;
    }

    private static bool IsPage(ReadOnlySpan<char> bare) =>
        bare.StartsWith("PAGE", StringComparison.Ordinal) && bare.Length > 4 && char.IsAsciiDigit(bare[4]) && bare.Length < 14;

    /// <summary>Letters and digits alone, in upper case, as many as the buffer holds.</summary>
    private static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in text)
            if (char.IsAsciiLetterOrDigit(c) && length < buffer.Length)
                buffer[length++] = char.ToUpperInvariant(c);
        return buffer[..length];
    }

    private enum Reading
    {
        Nothing,
        Sentence,
    }

    private sealed class Event(EventKind kind, long line)
    {
        public EventKind Kind { get; } = kind;
        public long Line { get; } = line;
        public LocalDate? Date { get; set; }
        public bool BadDate { get; set; }
        public string Place { get; set; } = "";
        public ChargeLevel Level { get; set; }
        public bool Counts { get; set; }
    }

    private sealed class Counting
    {
        public Counting(long line, int number, int many)
        {
            (Line, Number, Many) = (line, number, many);
            Row.Clear();
        }

        public CountRow Row { get; } = new();
        public long Line { get; }
        public int Number { get; }
        public int Many { get; }
        public bool Later { get; set; }
        public Reading Reads { get; set; }
    }
}
