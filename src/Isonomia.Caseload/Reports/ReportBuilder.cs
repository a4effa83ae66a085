using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Isonomia.Analysis;
using Isonomia.Caseload.Outcomes;
using Isonomia.Caseload.Store;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Severity;
using NodaTime;

namespace Isonomia.Caseload.Reports;

/// <summary>
/// Asks the law about the rows of a store. Each charge string is resolved once. Rows that differ only by date are asked together: their dates are cut where the law changes for them
/// (<see cref="LawDates"/>), and a stretch is halved until its first and its last day answer alike.
/// </summary>
public sealed class ReportBuilder
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly Analyzer _analyzer;
    private readonly CaseReader _reader;
    private readonly LawDates _lawDates;
    private readonly LocalDate _asOf;
    private readonly int _smallCell;
    private readonly Dictionary<string, ImmutableArray<LocalDate>?> _cuts = new(StringComparer.Ordinal);
    private int _asked;

    /// <summary>A builder for one law, one date and the dates at which that law changes (<see cref="LawDates"/>).</summary>
    public ReportBuilder(Analyzer analyzer, LawDates lawDates, LocalDate asOf, int smallCell)
    {
        (_analyzer, _lawDates, _asOf, _smallCell) = (analyzer, lawDates, asOf, smallCell);
        _reader = new CaseReader(LawVocabulary.Of(analyzer.Law));
    }

    /// <summary>The report on the segments of a store.</summary>
    public CaseloadReport Build(IEnumerable<Segment> segments)
    {
        var all = segments.ToArray();
        var uses = new long[Enum.GetValues<RowUse>().Length];
        var asked = Gather(all, uses);
        var byStatus = Enum.GetValues<ImmigrationStatus>().ToDictionary(s => s, _ => new Dictionary<(Tier Low, Tier High), long>());
        var byCharge = new Dictionary<(string Citation, bool IsResolved), long>();
        var answered = 0L;
        foreach (var (key, dates) in asked)
        foreach (var (answer, rows) in Answers(key, dates))
        {
            var charge = (answer.Citation, answer.Tiers is not null);
            byCharge[charge] = byCharge.GetValueOrDefault(charge) + rows;
            if (answer.Tiers is null)
            {
                uses[(int)RowUse.Unresolved] += rows;
                continue;
            }
            uses[(int)(key.IsConviction ? RowUse.Convicted : RowUse.IfConvicted)] += rows;
            answered += rows;
            foreach (var (status, tiers) in answer.Tiers)
            {
                var range = (tiers.Low, tiers.High);
                byStatus[status][range] = byStatus[status].GetValueOrDefault(range) + rows;
            }
        }
        return new CaseloadReport(
            uses.Sum(),
            [.. Withheld([.. Enum.GetValues<RowUse>().Select(u => (u, uses[(int)u]))])],
            answered,
            [.. byStatus.Where(s => s.Value.Count > 0).Select(s => new StatusFigures(s.Key, Ranges(s.Value)))],
            Rarest(byCharge),
            _smallCell,
            new WorkDone(_cuts.Count, _asked)
        );
    }

    private ImmutableArray<RangeCount> Ranges(Dictionary<(Tier Low, Tier High), long> counts) =>
        [
            .. Withheld([.. counts.Select(c => (c.Key, c.Value)).OrderBy(c => c.Key.High).ThenBy(c => c.Key.Low)])
                .Select(c => new RangeCount(c.Item.Low, c.Item.High, c.Rows)),
        ];

    /// <summary>Counts of parts of one total, without those that would pick out a few.</summary>
    private IEnumerable<(T Item, long? Rows)> Withheld<T>((T Item, long Rows)[] counts)
    {
        if (counts.Length == 0)
            return [];
        var cells = counts.Select(c => ImmutableArray.Create(new CellCount(c.Rows, c.Rows))).ToArray();
        var small = counts.Select(c => SmallCells.IsSmall(new CellCount(c.Rows, c.Rows), _smallCell)).ToArray();
        var withheld = SmallCells.Decide(cells, small, totalWithheld: false, _smallCell);
        return counts.Select((c, i) => (c.Item, withheld[i] ? (long?)null : c.Rows));
    }

    /// <summary>Charges with few rows are told together.</summary>
    private ImmutableArray<ChargeFigures> Rarest(Dictionary<(string Citation, bool IsResolved), long> counts)
    {
        var ordered = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Citation, StringComparer.Ordinal).ToList();
        var rest = 0L;
        while (ordered.Count > 0 && (ordered[^1].Value < _smallCell || rest > 0 && rest < _smallCell))
        {
            rest += ordered[^1].Value;
            ordered.RemoveAt(ordered.Count - 1);
        }
        var told = ordered.Select(c => new ChargeFigures(c.Key.Citation, c.Key.IsResolved, c.Value));
        return rest == 0 ? [.. told] : [.. told, new ChargeFigures(null, false, rest < _smallCell ? null : rest)];
    }

    /// <summary>Rows by all that decides their answer but the date.</summary>
    private static Dictionary<RowKey, SortedDictionary<LocalDate, long>> Gather(Segment[] segments, long[] uses)
    {
        var inCourt = new HashSet<UInt128>();
        foreach (var segment in segments)
            for (var row = 0; row < segment.Rows; row++)
                if ((EventKind)segment.Number64("event", row) == EventKind.Court)
                    inCourt.Add(segment.Key("case", row));
        var gathered = new Dictionary<RowKey, SortedDictionary<LocalDate, long>>();
        foreach (var segment in segments)
        {
            var charges = segment.Texts("charge");
            for (var row = 0; row < segment.Rows; row++)
            {
                var kind = (EventKind)segment.Number64("event", row);
                var ended = (DispositionKind)segment.Number64("disposition", row);
                if (kind is EventKind.Custody or EventKind.Supervision or EventKind.Registration or EventKind.Other)
                    uses[(int)RowUse.NoCharge]++;
                else if (ended == DispositionKind.HeldToAnswer || kind == EventKind.Arrest && inCourt.Contains(segment.Key("case", row)))
                    uses[(int)RowUse.ComesAgain]++;
                else if (
                    ended
                    is DispositionKind.Dismissed
                        or DispositionKind.Acquitted
                        or DispositionKind.Diverted
                        or DispositionKind.Declined
                        or DispositionKind.Released
                )
                    uses[(int)RowUse.NoConviction]++;
                else
                {
                    var convicted = ended == DispositionKind.Convicted;
                    var disposed = segment.Number64("disposed", row);
                    var day = convicted && disposed != int.MinValue ? disposed : segment.Number64("date", row);
                    if (day == int.MinValue && disposed != int.MinValue)
                        day = disposed;
                    var key = new RowKey(
                        charges[segment.TextNumber("charge", row)],
                        (ChargeLevel)segment.Number64("level", row),
                        convicted,
                        kind == EventKind.Arrest,
                        convicted ? (int)segment.Number64("jailDays", row) : -1,
                        convicted ? (int)segment.Number64("prisonMonths", row) : -1,
                        convicted ? (int)segment.Number64("probationMonths", row) : -1,
                        convicted && ((RowMarks)segment.Number64("marks", row)).HasFlag(RowMarks.ImpositionSuspended)
                    );
                    if (!gathered.TryGetValue(key, out var dates))
                        gathered.Add(key, dates = []);
                    var date = day == int.MinValue ? LocalDate.MinIsoValue : Epoch.PlusDays((int)day);
                    dates[date] = dates.GetValueOrDefault(date) + 1;
                }
            }
        }
        return gathered;
    }

    private List<(Answer Answer, long Rows)> Answers(RowKey key, SortedDictionary<LocalDate, long> dates)
    {
        var answers = new List<(Answer, long)>();
        if (Cuts(key.Charge) is not { } cuts)
        {
            answers.Add((new Answer(key.Charge, null), dates.Values.Sum()));
            return answers;
        }
        var stretch = new List<KeyValuePair<LocalDate, long>>();
        var window = int.MinValue;
        foreach (var entry in dates)
        {
            var at = cuts.BinarySearch(entry.Key);
            var next = at < 0 ? ~at - 1 : at;
            if (stretch.Count > 0 && next != window)
            {
                Halve(key, CollectionsMarshal.AsSpan(stretch), answers);
                stretch.Clear();
            }
            window = next;
            stretch.Add(entry);
        }
        Halve(key, CollectionsMarshal.AsSpan(stretch), answers);
        return answers;
    }

    /// <summary>Where the law may change for a charge; null if it is not in the law book.</summary>
    private ImmutableArray<LocalDate>? Cuts(string charge)
    {
        if (_cuts.TryGetValue(charge, out var known))
            return known;
        var offense = _analyzer.Resolver.Resolve(charge, _asOf);
        ImmutableArray<LocalDate>? cuts = offense.IsResolved ? _lawDates.Of(offense.Value.Leaves.Select(l => l.At.File)) : null;
        _cuts.Add(charge, cuts);
        return cuts;
    }

    private void Halve(RowKey key, ReadOnlySpan<KeyValuePair<LocalDate, long>> dates, List<(Answer, long)> answers)
    {
        if (dates.IsEmpty)
            return;
        var first = Ask(key, dates[0].Key);
        if (dates.Length == 1 || first.IsLike(Ask(key, dates[^1].Key)))
        {
            var rows = 0L;
            foreach (var date in dates)
                rows += date.Value;
            answers.Add((first, rows));
            return;
        }
        Halve(key, dates[..(dates.Length / 2)], answers);
        Halve(key, dates[(dates.Length / 2)..], answers);
    }

    private Answer Ask(RowKey key, LocalDate date)
    {
        _asked++;
        var reading = _reader.Read("row.yaml", CaseOf(key, date == LocalDate.MinIsoValue ? null : date));
        if (reading is not CaseReading.Accepted { Matter: var matter })
            return new Answer(key.Charge, null);
        var assessment = _analyzer.Assess(matter, _asOf);
        var offense = assessment.Counts[0].Count.Offense;
        return assessment.AllResolved && offense.IsResolved
            ? new Answer(offense.Name, [.. assessment.Envelope.Select(e => (e.Status!.Value, e.Tier))])
            : new Answer(key.Charge, null);
    }

    /// <summary>A row as the case file that asks about it; what the row does not say is left out, and so unknown.</summary>
    private string CaseOf(RowKey key, LocalDate? date)
    {
        var text = new StringBuilder();
        text.Append($"asOf: {_asOf:R}\ncharges:\n  - id: \"1\"\n    offense: {JsonSerializer.Serialize(key.Charge)}\n");
        var level = key.Level == ChargeLevel.Unknown ? null : key.Level.ToString().ToLowerInvariant();
        if (level is not null)
            text.Append($"    class: {level}\n");
        if (key.IsArrest && date is { } committed)
            text.Append($"    committed: {committed:R}\n");
        text.Append("    stage: filed\ndisposition:\n  - charge: \"1\"\n    outcome: plea\n");
        text.Append(date is { } convicted ? $"    convicted: {convicted:R}\n" : "    convicted: unknown\n");
        var parts = new List<string>();
        var probation = key.ProbationMonths >= 0 || key.ImpositionSuspended;
        if (probation)
            parts.Add("suspended: imposition");
        if (key.ProbationMonths >= 0)
            parts.Add($"probationMonths: {key.ProbationMonths}");
        if (key.JailDays >= 0)
            parts.Add(probation ? $"conditionJailDays: {key.JailDays}" : $"jailDays: {key.JailDays}");
        if (key.PrisonMonths >= 0)
            parts.Add($"prisonMonths: {key.PrisonMonths}");
        if (parts.Count > 0)
            text.Append($"    sentence: {{ {string.Join(", ", parts)} }}\n");
        return text.ToString();
    }

    private readonly record struct RowKey(
        string Charge,
        ChargeLevel Level,
        bool IsConviction,
        bool IsArrest,
        int JailDays,
        int PrisonMonths,
        int ProbationMonths,
        bool ImpositionSuspended
    );

    private sealed record Answer(string Citation, ImmutableArray<(ImmigrationStatus Status, TierRange Tiers)>? Tiers)
    {
        public bool IsLike(Answer other) =>
            Citation == other.Citation
            && Tiers is null == other.Tiers is null
            && (Tiers is null || Tiers.Value.SequenceEqual(other.Tiers!.Value));
    }
}
