using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Isonomia.Caseload.Delimited;
using Isonomia.Caseload.Store;
using NodaTime;

namespace Isonomia.Caseload.Intake;

/// <summary>Rows of a delimited file, through a mapping. Only mapped fields are looked at; the others are not even made into text.</summary>
internal sealed class DelimitedSource : RowSource
{
    private const int MostDistinct = 1 << 18;

    private readonly ColumnMapping _mapping;
    private readonly KeyFile _keys;
    private readonly LineReader _lines;
    private readonly DelimitedReader _reader;
    private readonly FrozenDictionary<string, ImmutableArray<int>> _at;
    private readonly int _headers;
    private readonly IReadOnlyList<string> _names;
    private readonly Dictionary<string, (string Charge, string Description)> _charges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly int _file;
    private readonly bool _splits;
    private bool _first;
    private int _badAt;
    private string _bad = "";

    public DelimitedSource(ColumnMapping mapping, KeyFile keys, string name, int file, Stream stream)
    {
        (_mapping, _keys, _file) = (mapping, keys, file);
        var separator = mapping.Separator;
        if (separator is null)
        {
            var look = new LineReader(stream);
            separator = look.Next(out var line) ? DelimitedReader.Guess(line) : ',';
            stream.Position = 0;
        }
        _lines = new LineReader(stream);
        _reader = new DelimitedReader(_lines, separator.Value);
        // A file may be empty, or begin with a line that cannot be read; if its columns are known, that is a row like others.
        var any = _reader.Next();
        if (_lines.IsWide)
            throw new InputException(name, 1, 1, "the file is UTF-16; save it as UTF-8");
        var header =
            any && _reader.Problem is null && (mapping.Names.IsEmpty || LooksLikeHeader(mapping.Names)) ? Header.Of(name, _reader) : null;
        if (header is null && mapping.Names.IsEmpty)
            throw new InputException(name, 1, 0, any ? "the header cannot be read" : "the file is empty");
        _headers = header is null ? 0 : 1;
        _first = header is null && any;
        header ??= new Header(name, 0, mapping.Names);
        _reader.Expected = header.Names.Count;
        _names = header.Names;
        _at = mapping.Columns.ToFrozenDictionary(c => c.Key, c => c.Value.Select(header.Find).ToImmutableArray(), StringComparer.Ordinal);
        // The Department of Justice writes section, code and description in one field.
        _splits = !mapping.Columns.ContainsKey("description");
    }

    public override long RecordsRead => _reader.Records - _headers;

    public override long BytesRead => _lines.Bytes;

    public override bool Next(CountRow row, out RowProblem? problem)
    {
        problem = null;
        if (_first)
            _first = false;
        else if (!_reader.Next())
            return false;
        row.Clear();
        row.File = _file;
        row.Line = _reader.Line;
        if (_reader.Problem is { } unreadable)
            problem = new RowProblem(_reader.Line, $"character {unreadable.Column}", unreadable.Reason);
        else if (_reader.FieldCount != _reader.Expected)
            problem = new RowProblem(
                _reader.Line,
                $"field {Math.Min(_reader.FieldCount, _reader.Expected) + 1}",
                $"the row has {(_reader.FieldCount < _reader.Expected ? "too few" : "too many")} fields: {_reader.FieldCount} for {_reader.Expected}"
            );
        else if (!Fill(row))
            problem = new RowProblem(_reader.Line, _names[_badAt], _bad);
        return true;
    }

    public override void Dispose() => _reader.Dispose();

    private bool LooksLikeHeader(ImmutableArray<string> names)
    {
        var alike = 0;
        for (var i = 0; i < _reader.FieldCount; i++)
            if (names.Any(n => _reader.Field(i).Equals(n, StringComparison.OrdinalIgnoreCase)))
                alike++;
        return alike * 2 > names.Length;
    }

    private bool Fill(CountRow row)
    {
        if (!Identify("person", row, out row.Person) || !Identify("case", row, out row.Case))
            return false;
        row.Event = _at.ContainsKey("event") ? Words.Event(One("event")) : _mapping.Always;
        if (!Date("date", out row.Date) || !Date("disposed", out row.Disposed))
            return false;
        if (!Charge(row))
            return false;
        row.Level = Level();
        row.Disposition = Disposition(One("disposition"));
        row.Place = Kept(One("place"));
        row.Sex = Words.Sex(One("sex"));
        return Count(row)
            && Age(row)
            && Whole("jailDays", 40_000, out row.JailDays)
            && Whole("prisonMonths", 2_400, out row.PrisonMonths)
            && Whole("probationMonths", 2_400, out row.ProbationMonths)
            && Sentence(row);
    }

    private ReadOnlySpan<char> One(string role) => _at.TryGetValue(role, out var places) ? _reader.Field(places[0]) : default;

    private bool Bad(int at, string reason)
    {
        _badAt = at;
        _bad = reason;
        return false;
    }

    /// <summary>Fields of one role, joined by a blank.</summary>
    private string Joined(string role)
    {
        if (!_at.TryGetValue(role, out var places))
            return "";
        if (places.Length == 1)
            return Kept(_reader.Field(places[0]));
        var joined = "";
        foreach (var at in places)
            if (_reader.Field(at) is { IsEmpty: false } part)
                joined = joined.Length == 0 ? part.ToString() : $"{joined} {part}";
        return joined;
    }

    private bool Identify(string role, CountRow row, out UInt128 key)
    {
        key = 0;
        if (!_at.TryGetValue(role, out var places))
        {
            // Without such a column every row is its own; its place in the files makes it so.
            key = _keys.Pseudonym(role, string.Create(CultureInfo.InvariantCulture, $"{row.File}:{row.Line}"));
            return true;
        }
        if (_reader.Field(places[0]).IsEmpty)
            return Bad(places[0], $"the {role} is empty");
        if (places.Length == 1)
        {
            key = _keys.Pseudonym(role, _reader.Field(places[0]));
            return true;
        }
        var text = new System.Text.StringBuilder();
        foreach (var at in places)
        {
            var part = _reader.Field(at);
            // CNT_ORDER numbers cycle, step and count; the case is cycle and step.
            if (role == "case" && _mapping.Columns.TryGetValue("count", out var count) && _at["count"][0] == at && part.Length == 12)
                part = part[..6];
            text.Append(part).Append('\u001F');
        }
        key = _keys.Pseudonym(role, text.ToString());
        return true;
    }

    private bool Date(string role, out LocalDate? date)
    {
        date = null;
        var text = One(role);
        if (text.IsEmpty)
            return true;
        if (!DateText.TryRead(text, _mapping.DayFirst, out var read))
            return Bad(_at[role][0], $"this is no date: it looks like {DateText.Shape(text)}");
        date = read;
        return true;
    }

    private bool Charge(CountRow row)
    {
        var text = Joined("charge");
        if (text.Length == 0)
            return Bad(_at["charge"][0], "the charge is empty");
        if (!_splits)
        {
            row.Charge = text;
            row.Description = Kept(One("description"));
            return true;
        }
        if (!_charges.TryGetValue(text, out var parts))
        {
            if (_charges.Count >= MostDistinct)
                _charges.Clear();
            _charges.Add(text, parts = ChargeText.Split(text));
        }
        (row.Charge, row.Description) = parts;
        return true;
    }

    private ChargeLevel Level()
    {
        if (!_at.TryGetValue("level", out var places))
            return ChargeLevel.Unknown;
        foreach (var at in places)
        {
            var text = _reader.Field(at);
            if (_mapping.Levels.Count > 0 && _mapping.Levels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var meant))
                return meant;
            if (Words.Level(text) is not ChargeLevel.Unknown and var level)
                return level;
        }
        return ChargeLevel.Unknown;
    }

    private DispositionKind Disposition(ReadOnlySpan<char> text) =>
        _mapping.Dispositions.Count > 0 && _mapping.Dispositions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var meant)
            ? meant
            : Words.Disposition(text);

    private bool Count(CountRow row)
    {
        var text = One("count");
        if (text.IsEmpty)
            return true;
        if (text.Length == 12)
            text = text[6..9];
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out row.Count))
            return Bad(_at["count"][0], $"this is no number of a count: it looks like {DateText.Shape(text)}");
        return true;
    }

    private bool Age(CountRow row)
    {
        if (_at.ContainsKey("born"))
        {
            if (!Date("born", out var born))
                return false;
            if (born is { } day && row.Date is { } date && date >= day)
                row.Age = Period.Between(day, date, PeriodUnits.Years).Years;
            return true;
        }
        return Whole("age", 130, out row.Age);
    }

    private bool Whole(string role, int most, out int value)
    {
        value = -1;
        var text = One(role);
        if (text.IsEmpty)
            return true;
        // Spreadsheets write 17.0 for 17.
        if (text.EndsWith(".0", StringComparison.Ordinal))
            text = text[..^2];
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most)
            return true;
        value = -1;
        return Bad(_at[role][0], $"this is no whole number up to {most}: it looks like {DateText.Shape(text)}");
    }

    /// <summary>A sentence as the Department of Justice codes it: length, unit (D, M, Y), kind.</summary>
    private bool Sentence(CountRow row)
    {
        if (!_at.TryGetValue("sentenceLength", out var places) || _reader.Field(places[0]).IsEmpty)
            return true;
        if (!Whole("sentenceLength", 40_000, out var length))
            return false;
        var unit = One("sentenceUnit");
        if (SentenceText.UnitOf(unit) is not { } timeUnit)
            return Bad(
                _at.TryGetValue("sentenceUnit", out var at) ? at[0] : places[0],
                $"this is no unit of time (D, M, Y): it looks like {DateText.Shape(unit)}"
            );
        SentenceText.Put(row, length, timeUnit, One("sentenceKind"));
        return true;
    }

    /// <summary>One string for each distinct text, so that a caseload does not hold a million of the same.</summary>
    private string Kept(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        if (_texts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known))
            return known;
        if (_texts.Count >= MostDistinct)
            _texts.Clear();
        var made = text.ToString();
        _texts.Add(made, made);
        return made;
    }
}
