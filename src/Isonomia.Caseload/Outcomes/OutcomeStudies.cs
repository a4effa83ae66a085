using System.Collections.Immutable;
using Isonomia.Caseload.Statistics;
using NodaTime;
using Interval = Isonomia.Caseload.Statistics.Interval;

namespace Isonomia.Caseload.Outcomes;

/// <summary>Counts a cohort, and withholds what would pick out a person.</summary>
public static class OutcomeStudies
{
    /// <summary>Twelve months are 365 days; so many months end on this day (contract section 2).</summary>
    public static int DaysOf(int months) => (months * 365 + 11) / 12;

    /// <summary>Every figure of the cohort's plan.</summary>
    public static OutcomeStudy Of(Cohort cohort)
    {
        var figures = ImmutableArray.CreateBuilder<OutcomeFigure>();
        var tests = ImmutableArray.CreateBuilder<OutcomeTest>();
        var curves = ImmutableArray.CreateBuilder<OutcomeCurve>();
        for (var e = 0; e < cohort.Plan.Events.Length; e++)
            Event(cohort, e, figures, tests, curves);
        return new OutcomeStudy(
            cohort,
            figures.DrainToImmutable(),
            tests.DrainToImmutable(),
            curves.DrainToImmutable(),
            [.. Notes(cohort)]
        );
    }

    /// <summary>
    /// Who started too late to be followed for a window should be like the others. Where it happened to all of them, the file was gathered by the outcome, and the curve is too high.
    /// </summary>
    private static IEnumerable<string> Notes(Cohort cohort)
    {
        var plan = cohort.Plan;
        foreach (var (e, planned) in plan.Events.Index())
        {
            if (planned is not OutcomeEvent.Dated || plan.End is not { } end)
                continue;
            foreach (var months in plan.Months.Distinct().Order())
            {
                var late = cohort.Rows.Where(r => r.Start is { } start && start.PlusMonths(months) > end).ToArray();
                if (late.Length >= plan.SmallCell && Array.TrueForAll(late, r => r.Events[e].Spell is { Happened: true }))
                    yield return $"{planned.Name}: all {late.Length:N0} persons who started too late to be followed for {months} months are persons to whom it happened. "
                        + "The file seems to hold late starters only where it did, so its curve is too high; rely on the share of those who could be followed.";
            }
        }
    }

    private static void Event(
        Cohort cohort,
        int e,
        ImmutableArray<OutcomeFigure>.Builder figures,
        ImmutableArray<OutcomeTest>.Builder tests,
        ImmutableArray<OutcomeCurve>.Builder curves
    )
    {
        var plan = cohort.Plan;
        var planned = plan.Events[e];
        var windows = planned is OutcomeEvent.Flagged flagged ? [flagged.Months] : plan.Months.Distinct().Order().ToImmutableArray();
        var whole = new Part(cohort, e, null, null, cohort.Rows);
        var tables = plan
            .By.Select(
                (by, b) => cohort.Groups[b].Select((g, i) => new Part(cohort, e, by, g, [.. cohort.Rows.Where(r => r.Groups[b] == i)]))
            )
            .Select(t => t.OrderBy(p => p.Group, StringComparer.Ordinal).ToArray())
            .ToArray();
        var threshold = plan.SmallCell;
        // The longest window first: a shorter one is withheld if it would tell how few were added after it.
        foreach (var months in windows.Reverse())
        {
            whole.Judge(months, threshold);
            foreach (var table in tables.Where(t => t.Length > 0))
            {
                foreach (var part in table)
                    part.Judge(months, threshold);
                var decided = SmallCells.Decide(
                    [.. table.Select(p => p.Cells(months))],
                    [.. table.Select(p => p.IsWithheld(months))],
                    whole.IsWithheld(months),
                    threshold
                );
                foreach (var (part, withheld) in table.Zip(decided))
                    if (withheld)
                        part.Withhold(months);
                foreach (var part in table)
                    part.Settle(months);
            }
            whole.Settle(months);
        }
        foreach (var months in windows)
        foreach (var part in tables.SelectMany(t => t).Prepend(whole))
            figures.Add(part.Figure(months));
        if (planned is OutcomeEvent.Flagged)
            return;
        foreach (var (by, table) in plan.By.Zip(tables))
        {
            var (given, left) = (table.Where(p => !p.AnyWithheld).ToArray(), table.Where(p => p.AnyWithheld));
            tests.Add(
                new OutcomeTest(
                    planned.Name,
                    by,
                    [.. given.Select(p => p.Group!)],
                    [.. left.Select(p => p.Group!)],
                    given.Length < 2 ? null : LogRank.Of([.. given.Select(p => p.Spells)])
                )
            );
        }
        var all = tables.SelectMany(t => t).Prepend(whole).ToArray();
        if (!Array.Exists(all, p => p.AnyWithheld))
            curves.AddRange(all.Select(p => p.Curve()));
    }

    /// <summary>The cohort or a group of it, for one event.</summary>
    private sealed class Part
    {
        private readonly Cohort _cohort;
        private readonly OutcomeEvent _event;
        private readonly int _index;
        private readonly ImmutableArray<CohortRow> _rows;
        private readonly KaplanMeier? _curve;
        private readonly Dictionary<int, Count> _counts = [];
        private readonly HashSet<int> _withheld = [];
        private ImmutableArray<CellCount> _longer = [];

        public Part(Cohort cohort, int index, string? by, string? group, ImmutableArray<CohortRow> rows)
        {
            (_cohort, _event, _index, _rows, By, Group) = (cohort, cohort.Plan.Events[index], index, rows, by, group);
            Spells = [.. rows.Select(r => r.Events[index].Spell).OfType<Spell>()];
            _curve = _event is OutcomeEvent.Flagged ? null : KaplanMeier.Of(Spells);
        }

        public string? By { get; }
        public string? Group { get; }
        public ImmutableArray<Spell> Spells { get; }
        public bool AnyWithheld => _withheld.Count > 0;

        public bool IsWithheld(int months) => _withheld.Contains(months);

        public void Withhold(int months) => _withheld.Add(months);

        public ImmutableArray<CellCount> Cells(int months) => CountOf(months).Cells;

        /// <summary>Withholds a window for its own sake.</summary>
        public void Judge(int months, int threshold)
        {
            var cells = Cells(months);
            if (
                cells.Any(c => SmallCells.IsSmall(c, threshold))
                || !_longer.IsEmpty && cells.Zip(_longer).Any(p => SmallCells.DiffersByFew(p.First, p.Second, threshold))
            )
                Withhold(months);
        }

        /// <summary>What is published is what shorter windows are compared with.</summary>
        public void Settle(int months)
        {
            if (!IsWithheld(months))
                _longer = Cells(months);
        }

        public OutcomeFigure Figure(int months)
        {
            var count = CountOf(months);
            var figure = new OutcomeFigure
            {
                Event = _event.Name,
                Months = months,
                By = By,
                Group = Group,
            };
            if (IsWithheld(months))
                return figure with { Withheld = $"small cell: fewer than {_cohort.Plan.SmallCell}, or needed to protect one" };
            if (count.Denominator + count.Lost == 0 && Spells.IsEmpty)
                return figure with { Withheld = "nobody could be followed for so long" };
            var level = _cohort.Plan.Level;
            figure = figure with { Lost = count.Lost, KaplanMeier = Survival(months, level) };
            if (count.Denominator + count.Lost == 0)
                return figure with { Numerator = 0, Denominator = 0 };
            var bounds = new Interval(
                (double)count.Numerator / (count.Denominator + count.Lost),
                (double)(count.Numerator + count.Lost) / (count.Denominator + count.Lost)
            );
            // Without dates nobody knows who could have been followed, and a share of those who were would be too high.
            if (_event is OutcomeEvent.Counted && count.Lost > 0 && !HasDates)
                return figure with { Numerator = count.Numerator, Denominator = count.Denominator, Bounds = bounds };
            return figure with
            {
                Numerator = count.Numerator,
                Denominator = count.Denominator,
                Share = count.Denominator == 0 ? null : (double)count.Numerator / count.Denominator,
                Wilson = count.Denominator == 0 ? null : Confidence.Wilson(count.Numerator, count.Denominator, level),
                Bounds = bounds,
            };
        }

        public OutcomeCurve Curve()
        {
            var points = ImmutableArray.CreateBuilder<CurvePoint>();
            var since = 0L;
            foreach (var step in _curve!.Steps)
            {
                since += step.Events;
                if (since < _cohort.Plan.SmallCell)
                    continue;
                since = 0;
                points.Add(new CurvePoint(step.Day, step.AtRisk, step.Survival, _curve.LogLog(step.Day, _cohort.Plan.Level)));
            }
            return new OutcomeCurve(_event.Name, By, Group, points.DrainToImmutable());
        }

        private bool HasDates => _cohort.Plan is { Start: not null, End: not null };

        private SurvivalFigure? Survival(int months, double level)
        {
            if (_curve is null || Spells.IsEmpty)
                return null;
            var last = DaysOf(months);
            // Beyond the longest observation there is no estimate.
            if (!Spells.Any(s => s.To >= last) && _curve.Survival(last) > 0)
                return null;
            var interval = _curve.LogLog(last, level) is { } i ? new Interval(1 - i.High, 1 - i.Low) : (Interval?)null;
            return new SurvivalFigure(1 - _curve.Survival(last), interval, Spells.Count(s => s.Happened && s.To <= last), Spells.Length);
        }

        private Count CountOf(int months)
        {
            if (_counts.TryGetValue(months, out var known))
                return known;
            var (numerator, denominator, lost) = (0L, 0L, 0L);
            foreach (var row in _rows)
            {
                var observed = row.Events[_index];
                if (_event is OutcomeEvent.Flagged)
                {
                    if (observed.Flag is { } flag)
                        (numerator, denominator) = (numerator + (flag ? 1 : 0), denominator + 1);
                    else
                        lost++;
                    continue;
                }
                var end = DaysOf(months);
                if (row.Start is { } start && _cohort.Plan.End is { } last)
                {
                    var window = start.PlusMonths(months);
                    if (window > last)
                        continue;
                    if (_event is OutcomeEvent.Dated)
                        end = Period.DaysBetween(start, window);
                }
                if (observed.Spell is not { } spell)
                    lost++;
                else if (spell.Happened && spell.To <= end)
                    (numerator, denominator) = (numerator + 1, denominator + 1);
                else if (spell.To >= end)
                    denominator++;
                else
                    lost++;
            }
            var days = DaysOf(months);
            return _counts[months] = new Count(
                numerator,
                denominator,
                lost,
                [
                    new CellCount(numerator, denominator),
                    new CellCount(numerator + lost, denominator + lost),
                    new CellCount(Spells.Count(s => s.Happened && s.To <= days), Spells.Length),
                ]
            );
        }

        private sealed record Count(long Numerator, long Denominator, long Lost, ImmutableArray<CellCount> Cells);
    }
}
