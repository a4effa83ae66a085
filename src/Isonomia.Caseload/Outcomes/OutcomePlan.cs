using System.Collections.Immutable;
using Isonomia.Caseload.Mapping;
using NodaTime;

namespace Isonomia.Caseload.Outcomes;

/// <summary>An event whose columns the file has.</summary>
/// <param name="Name">What it is called: <c>rearrest</c>, <c>recharge</c>, <c>reconviction</c>, or another word.</param>
public abstract record OutcomeEvent(string Name)
{
    /// <summary>A column holds the date of the first such event, and is empty if there was none.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Column">The column.</param>
    public sealed record Dated(string Name, string Column) : OutcomeEvent(Name);

    /// <summary>A column says 1 or 0 for a window that the file has chosen; there is no time to it, so no curve.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Column">The column.</param>
    /// <param name="Months">The window.</param>
    public sealed record Flagged(string Name, string Column, int Months) : OutcomeEvent(Name);

    /// <summary>The file has counted the days itself.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="From">Column of the day on which observation begins; null if it begins at the start.</param>
    /// <param name="Days">Column of the day of the event, or of the last day observed.</param>
    /// <param name="Happened">Column that says 1 if it happened on that day, 0 if observation ended.</param>
    public sealed record Counted(string Name, string? From, string Days, string Happened) : OutcomeEvent(Name);
}

/// <summary>What is asked of a file, and in which columns it stands.</summary>
public sealed record OutcomePlan
{
    /// <summary>Where the file comes from, in words.</summary>
    public string? Source { get; init; }

    /// <summary>Column of the date from which time is counted.</summary>
    public string? Start { get; init; }

    /// <summary>Last day that the file covers: nobody is observed after it.</summary>
    public LocalDate? End { get; init; }

    /// <summary>Column of the date on which observation of a person ended early: death, moving away.</summary>
    public string? Exit { get; init; }

    /// <summary>Column that names the person; a second row of the same person is not counted again.</summary>
    public string? Person { get; init; }

    /// <summary>Columns by whose values figures are given apart.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>Conditions that a row must meet to belong to the cohort.</summary>
    public ImmutableArray<RowFilter> Where { get; init; } = [];

    /// <summary>The events.</summary>
    public ImmutableArray<OutcomeEvent> Events { get; init; } = [];

    /// <summary>Column of dates that are counted by the day, for claims such as "40 a day are released".</summary>
    public string? Daily { get; init; }

    /// <summary>Whether 3/4/2019 is the third of April.</summary>
    public bool DayFirst { get; init; }

    /// <summary>The windows, in months.</summary>
    public ImmutableArray<int> Months { get; init; } = [6, 12, 24, 36];

    /// <summary>Counts from 1 to one less than this are withheld.</summary>
    public int SmallCell { get; init; } = 11;

    /// <summary>Level of the intervals.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Reads a mapping file of <c>isonomia outcomes</c>.</summary>
    /// <exception cref="InputException">It cannot be used; every message names its place.</exception>
    public static OutcomePlan Read(string file, string text)
    {
        var root = MappingNode.Parse(file, text);
        var plan = new OutcomePlan();
        foreach (
            var (key, value) in root.Entries(
                "source",
                "start",
                "end",
                "exit",
                "person",
                "by",
                "where",
                "events",
                "daily",
                "dates",
                "months",
                "smallCell",
                "level"
            )
        )
            plan = key switch
            {
                "source" => plan with { Source = value.Text() },
                "start" => plan with { Start = value.Column() },
                "end" => plan with { End = value.Date() },
                "exit" => plan with { Exit = value.Column() },
                "person" => plan with { Person = value.Column() },
                "by" => plan with { By = [.. value.Texts().Select(t => Open(value, t))] },
                "where" => plan with { Where = [.. value.Texts().Select(t => Filter(value, t))] },
                "events" => plan with { Events = [.. value.Any().Select(e => Event(e.Key, e.Value))] },
                "daily" => plan with { Daily = value.Column() },
                "dates" => plan with { DayFirst = IsDayFirst(value) },
                "months" => plan with { Months = [.. value.Texts().Select(t => Window(value, t))] },
                "smallCell" => plan with { SmallCell = value.Whole(1, 1000) },
                _ => plan with { Level = LevelOf(value) },
            };
        return plan;
    }

    /// <summary>Reads <c>NAME=COLUMN</c> or <c>NAME=COLUMN@MONTHS</c>; null if it is neither.</summary>
    public static OutcomeEvent? ParseEvent(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == text.Length - 1)
            return null;
        var (name, column) = (text[..equals].Trim(), text[(equals + 1)..].Trim());
        var at = column.LastIndexOf('@');
        if (at < 0)
            return new OutcomeEvent.Dated(name, column);
        return at > 0 && int.TryParse(column[(at + 1)..], out var months) && months is > 0 and <= 600
            ? new OutcomeEvent.Flagged(name, column[..at], months)
            : null;
    }

    private static string Open(MappingNode at, string column) =>
        SealedColumns.Holds(column) ? throw at.Problem($"\"{column}\" is never read: {MappingNode.WhySealed}") : column;

    private static RowFilter Filter(MappingNode at, string text) =>
        RowFilter.Parse(text) is { } filter
            ? SealedColumns.Holds(filter.Column)
                ? throw at.Problem($"\"{filter.Column}\" is never read: {MappingNode.WhySealed}")
                : filter
            : throw at.Problem($"\"{text}\" is not a condition; write COLUMN >= VALUE, with =, !=, <, <=, > or >=");

    private static bool IsDayFirst(MappingNode value) =>
        value.Text() switch
        {
            "dayFirst" => true,
            "monthFirst" => false,
            var other => throw value.Problem($"\"{other}\" is not dayFirst or monthFirst"),
        };

    private static int Window(MappingNode at, string text) =>
        int.TryParse(text, out var months) && months is > 0 and <= 600
            ? months
            : throw at.Problem($"\"{text}\" is not a number of months from 1 to 600");

    private static double LevelOf(MappingNode value) =>
        double.TryParse(value.Text(), out var level) && level is > 0.5 and < 1
            ? level
            : throw value.Problem($"\"{value.Text()}\" is not a level between 0.5 and 1, such as 0.95");

    private static OutcomeEvent Event(string name, MappingNode node)
    {
        if (!node.IsMapping)
            return new OutcomeEvent.Dated(name, node.Column());
        var keys = node.Entries("date", "flag", "months", "from", "days", "happened");
        if (keys.TryGetValue("date", out var date) && keys.Count == 1)
            return new OutcomeEvent.Dated(name, date.Column());
        if (keys.TryGetValue("flag", out var flag) && keys.TryGetValue("months", out var months) && keys.Count == 2)
            return new OutcomeEvent.Flagged(name, flag.Column(), months.Whole(1, 600));
        if (keys.TryGetValue("days", out var days) && keys.TryGetValue("happened", out var happened))
        {
            var from = keys.GetValueOrDefault("from");
            if (keys.Count == (from is null ? 2 : 3))
                return new OutcomeEvent.Counted(name, from?.Column(), days.Column(), happened.Column());
        }
        throw node.Problem("an event has date; or flag and months; or days and happened, with from if observation begins late");
    }
}
