using System.Collections.Immutable;
using Isonomia.Caseload.Delimited;
using Isonomia.Caseload.Statistics;
using NodaTime;

namespace Isonomia.Caseload.Outcomes;

/// <summary>Reads a delimited file into a cohort. A row that cannot be read is quarantined and the reading goes on.</summary>
public sealed class CohortReader
{
    private const int MostDays = 60_000;

    private readonly OutcomePlan _plan;
    private readonly string _file;
    private readonly DelimitedReader _reader;
    private readonly ImmutableArray<Quarantined>.Builder _quarantined = ImmutableArray.CreateBuilder<Quarantined>();
    private readonly ImmutableArray<CohortRow>.Builder _rows = ImmutableArray.CreateBuilder<CohortRow>();
    private readonly Dictionary<LocalDate, long> _daily = [];
    private readonly HashSet<string> _persons = new(StringComparer.Ordinal);
    private readonly List<Dictionary<string, int>> _groups = [];
    private readonly RowPlaces _places;
    private long _outside;
    private long _afterEnd;

    private CohortReader(OutcomePlan plan, string file, DelimitedReader reader)
    {
        _plan = plan;
        _file = file;
        _reader = reader;
        if (!reader.Next())
            throw new InputException(file, 0, 0, "the file is empty");
        if (reader.Problem is { } problem)
            throw new InputException(file, reader.Line, problem.Column, $"the header cannot be read: {problem.Reason}");
        var header = Header.Of(file, reader);
        reader.Expected = header.Names.Count;
        _places = new RowPlaces(plan, header);
        foreach (var _ in plan.By)
            _groups.Add(new Dictionary<string, int>(StringComparer.Ordinal));
    }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="InputException">It has no such columns, or cannot be read at all.</exception>
    public static Cohort Read(OutcomePlan plan, string file, Stream stream, char? separator = null)
    {
        if (plan.Events.Any(e => e is OutcomeEvent.Dated) && (plan.Start is null || plan.End is null))
            throw new InputException(file, 0, 0, "events given by date need the column of the start and the last day of the file");
        if (!stream.CanSeek)
            throw new ArgumentException("the stream must allow seeking", nameof(stream));
        if (separator is null)
        {
            var lines = new LineReader(stream);
            separator = lines.Next(out var header) ? DelimitedReader.Guess(header) : ',';
            stream.Position = 0;
        }
        var source = new LineReader(stream);
        using var reader = new DelimitedReader(source, separator.Value);
        var cohort = new CohortReader(plan, file, reader).ReadRows();
        return source.IsWide ? throw new InputException(file, 1, 1, "the file is UTF-16; save it as UTF-8") : cohort;
    }

    private Cohort ReadRows()
    {
        while (_reader.Next())
            if (Row() is var (column, reason))
                _quarantined.Add(new Quarantined(_reader.Line, column, reason));
        return new Cohort
        {
            Plan = _plan,
            File = _file,
            Records = _reader.Records - 1,
            Outside = _outside,
            AfterEnd = _afterEnd,
            Quarantined = _quarantined.DrainToImmutable(),
            Rows = _rows.DrainToImmutable(),
            Groups = [.. _groups.Select(g => g.OrderBy(v => v.Value).Select(v => v.Key).ToImmutableArray())],
            Daily = _daily,
        };
    }

    /// <summary>Why a row is quarantined, or null if it is not.</summary>
    private (int Column, string Reason)? Row()
    {
        if (_reader.Problem is { } problem)
            return (problem.Column, problem.Reason);
        if (_reader.FieldCount != _reader.Expected)
            return (
                Math.Min(_reader.FieldCount, _reader.Expected) + 1,
                $"the row has {_reader.FieldCount} fields, the header {_reader.Expected}"
            );
        foreach (var (at, filter) in _places.Filters)
            switch (filter.Test(_reader.Field(at)))
            {
                case null:
                    return (at + 1, $"the field cannot be compared with {filter}");
                case false:
                    _outside++;
                    return null;
            }
        LocalDate? start = null;
        if (_places.Start >= 0)
        {
            if (!Date(_places.Start, out start))
                return Bad(_places.Start, "date");
            if (start is null)
                return (_places.Start + 1, "the start is empty");
            if (start > _plan.End)
                return (_places.Start + 1, "the start is after the last day of the file");
        }
        if (!Date(_places.Exit, out var exit))
            return Bad(_places.Exit, "date");
        if (exit < start)
            return (_places.Exit + 1, "observation ends before the start");
        if (!Date(_places.Daily, out var day))
            return Bad(_places.Daily, "date");
        if (start > day)
            return (_places.Daily + 1, "the day counted is before the start");
        var last = exit < _plan.End ? exit : _plan.End;
        var events = ImmutableArray.CreateBuilder<Observed>(_plan.Events.Length);
        var later = 0;
        foreach (var (i, planned) in _plan.Events.Index())
        {
            var places = _places.Events[i];
            if (Read(planned, places, start, last, ref later, out var observed) is { } bad)
                return bad;
            events.Add(observed);
        }
        if (_places.Person >= 0)
        {
            var person = _reader.Field(_places.Person);
            if (person.IsEmpty)
                return (_places.Person + 1, "the person is empty");
            if (!_persons.Add(person.ToString()))
                return (_places.Person + 1, "the person stands in an earlier row");
        }
        var groups = ImmutableArray.CreateBuilder<int>(_groups.Count);
        foreach (var (i, at) in _places.By.Index())
        {
            var value = _reader.Field(at).ToString();
            if (!_groups[i].TryGetValue(value, out var group))
                _groups[i].Add(value, group = _groups[i].Count);
            groups.Add(group);
        }
        _afterEnd += later;
        if (day is { } counted)
            _daily[counted] = _daily.GetValueOrDefault(counted) + 1;
        _rows.Add(new CohortRow(start, groups.MoveToImmutable(), events.MoveToImmutable()));
        return null;
    }

    private (int, string)? Read(
        OutcomeEvent planned,
        EventPlaces places,
        LocalDate? start,
        LocalDate? last,
        ref int later,
        out Observed observed
    )
    {
        observed = default;
        switch (planned)
        {
            case OutcomeEvent.Dated:
                if (!Date(places.Value, out var date))
                    return Bad(places.Value, "date");
                var observedDays = Period.DaysBetween(start!.Value, last!.Value);
                if (date is not { } on)
                    observed = new Observed(new Spell(observedDays, happened: false), null);
                else if (on < start)
                    return (places.Value + 1, "the event is before the start");
                else if (on > last)
                {
                    later++;
                    observed = new Observed(new Spell(observedDays, happened: false), null);
                }
                else
                    observed = new Observed(new Spell(Period.DaysBetween(start.Value, on), happened: true), null);
                return null;
            case OutcomeEvent.Flagged:
                if (Blank(_reader.Field(places.Value)))
                    return null;
                if (Flag(_reader.Field(places.Value)) is not { } flag)
                    return Bad(places.Value, "yes or no (1 or 0)");
                observed = new Observed(null, flag);
                return null;
            default:
                var from = -1;
                if (places.From >= 0 && !Days(_reader.Field(places.From), out from))
                    return Bad(places.From, "number of days");
                if (!Days(_reader.Field(places.Value), out var to))
                    return Bad(places.Value, "number of days");
                if (Flag(_reader.Field(places.Happened)) is not { } happened)
                    return Bad(places.Happened, "yes or no (1 or 0)");
                // Nothing is observed of a person who leaves on the day of entry: kept in the count, no spell.
                observed = new Observed(to > from ? new Spell(from, to, happened) : null, null);
                return null;
        }
    }

    private (int, string) Bad(int at, string kind) => (at + 1, $"this is no {kind}: it looks like {DateText.Shape(_reader.Field(at))}");

    private bool Date(int at, out LocalDate? date)
    {
        date = null;
        if (at < 0 || Blank(_reader.Field(at)))
            return true;
        if (!DateText.TryRead(_reader.Field(at), _plan.DayFirst, out var read))
            return false;
        date = read;
        return true;
    }

    private static bool Blank(ReadOnlySpan<char> field) =>
        field.IsEmpty
        || field.Equals("NA", StringComparison.OrdinalIgnoreCase)
        || field.Equals("N/A", StringComparison.OrdinalIgnoreCase)
        || field.Equals("NULL", StringComparison.OrdinalIgnoreCase);

    private static bool? Flag(ReadOnlySpan<char> field) =>
        field switch
        {
            "1" => true,
            "0" => false,
            _ when field.Equals("yes", StringComparison.OrdinalIgnoreCase) || field.Equals("true", StringComparison.OrdinalIgnoreCase) =>
                true,
            _ when field.Equals("no", StringComparison.OrdinalIgnoreCase) || field.Equals("false", StringComparison.OrdinalIgnoreCase) =>
                false,
            _ => null,
        };

    private static bool Days(ReadOnlySpan<char> field, out int days) =>
        int.TryParse(field, System.Globalization.NumberStyles.None, null, out days) && days <= MostDays;

    private sealed record EventPlaces(int Value, int From, int Happened);

    /// <summary>Where the columns of a plan stand in a file.</summary>
    private sealed class RowPlaces(OutcomePlan plan, Header header)
    {
        public int Start { get; } = Place(plan.Start, header);
        public int Exit { get; } = Place(plan.Exit, header);
        public int Person { get; } = Place(plan.Person, header);
        public int Daily { get; } = Place(plan.Daily, header);
        public ImmutableArray<int> By { get; } = [.. plan.By.Select(header.Find)];
        public ImmutableArray<(int At, RowFilter Filter)> Filters { get; } = [.. plan.Where.Select(f => (header.Find(f.Column), f))];
        public ImmutableArray<EventPlaces> Events { get; } =
        [
            .. plan.Events.Select(e =>
                e switch
                {
                    OutcomeEvent.Dated d => new EventPlaces(header.Find(d.Column), -1, -1),
                    OutcomeEvent.Flagged f => new EventPlaces(header.Find(f.Column), -1, -1),
                    OutcomeEvent.Counted c => new EventPlaces(header.Find(c.Days), Place(c.From, header), header.Find(c.Happened)),
                    _ => throw new InvalidOperationException($"{e}: no such event"),
                }
            ),
        ];

        private static int Place(string? name, Header header) => name is null ? -1 : header.Find(name);
    }
}
