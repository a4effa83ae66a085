using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Isonomia.Caseload.Statistics;
using NodaTime;

namespace Isonomia.Caseload.Outcomes;

/// <summary>A row that was not read, and why.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Reason">In words, without what the field holds.</param>
public sealed record Quarantined(long Line, int Column, string Reason);

/// <summary>What the file says about one person and one event.</summary>
/// <param name="Spell">Days observed; null if the file has none.</param>
/// <param name="Flag">Whether the file says that it happened in its own window; null if it does not say.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Observed(Spell? Spell, bool? Flag);

/// <summary>A row of the cohort.</summary>
/// <param name="Start">Date from which time is counted, if the file has one.</param>
/// <param name="Groups">For each column that figures are given by, the group's place in <see cref="Cohort.Groups"/>.</param>
/// <param name="Events">For each event of the plan.</param>
public sealed record CohortRow(LocalDate? Start, ImmutableArray<int> Groups, ImmutableArray<Observed> Events);

/// <summary>The rows of a file that a plan asks about, and an account of all the others.</summary>
public sealed record Cohort
{
    /// <summary>The plan.</summary>
    public required OutcomePlan Plan { get; init; }

    /// <summary>The file, as it was named.</summary>
    public required string File { get; init; }

    /// <summary>Records read, without the header: cohort, outside and quarantined together.</summary>
    public required long Records { get; init; }

    /// <summary>Records that do not meet the conditions.</summary>
    public required long Outside { get; init; }

    /// <summary>Events dated after the last day of the file, which are taken as not yet observed.</summary>
    public required long AfterEnd { get; init; }

    /// <summary>Records that could not be read.</summary>
    public required ImmutableArray<Quarantined> Quarantined { get; init; }

    /// <summary>The rows.</summary>
    public required ImmutableArray<CohortRow> Rows { get; init; }

    /// <summary>For each column that figures are given by, its values in order.</summary>
    public required ImmutableArray<ImmutableArray<string>> Groups { get; init; }

    /// <summary>How many rows fall on each day of the plan's daily column.</summary>
    public required IReadOnlyDictionary<LocalDate, long> Daily { get; init; }
}
