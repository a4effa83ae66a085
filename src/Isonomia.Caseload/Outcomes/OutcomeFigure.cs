using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Isonomia.Caseload.Statistics;

namespace Isonomia.Caseload.Outcomes;

/// <summary>A share at the end of a window, by the product-limit estimate over everybody.</summary>
/// <param name="Share">Share to whom the event has happened.</param>
/// <param name="Interval">Log-log interval; null where the share is 0 or 1.</param>
/// <param name="Events">Events within the window.</param>
/// <param name="Persons">Persons under observation at any time.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SurvivalFigure(double Share, Interval? Interval, long Events, long Persons);

/// <summary>One figure: an event, a window, a group.</summary>
public sealed record OutcomeFigure
{
    /// <summary>The event.</summary>
    public required string Event { get; init; }

    /// <summary>The window, in months from the start.</summary>
    public required int Months { get; init; }

    /// <summary>The column by which the cohort is divided; null for the whole of it.</summary>
    public string? By { get; init; }

    /// <summary>The group's value in that column; null for the whole cohort.</summary>
    public string? Group { get; init; }

    /// <summary>Why the figure is not given; null if it is.</summary>
    public string? Withheld { get; init; }

    /// <summary>Persons to whom it happened within the window.</summary>
    public long? Numerator { get; init; }

    /// <summary>Persons who were followed for the whole window, or to whom it happened.</summary>
    public long? Denominator { get; init; }

    /// <summary>Persons who could have been followed so long and were lost before without the event.</summary>
    public long? Lost { get; init; }

    /// <summary>Numerator by denominator.</summary>
    public double? Share { get; init; }

    /// <summary>Wilson's interval of the share.</summary>
    public Interval? Wilson { get; init; }

    /// <summary>The share if it happened to none, and to all, of those who were lost.</summary>
    public Interval? Bounds { get; init; }

    /// <summary>The estimate that uses everybody for as long as observed; null if the file has no times.</summary>
    public SurvivalFigure? KaplanMeier { get; init; }
}

/// <summary>A comparison of the curves of all groups that are given.</summary>
/// <param name="Event">The event.</param>
/// <param name="By">The column.</param>
/// <param name="Groups">The groups compared.</param>
/// <param name="LeftOut">Groups left out because a figure of theirs is withheld.</param>
/// <param name="Test">The test; null if fewer than two groups are left.</param>
public sealed record OutcomeTest(string Event, string By, ImmutableArray<string> Groups, ImmutableArray<string> LeftOut, LogRank? Test);

/// <summary>A point of a curve.</summary>
/// <param name="Day">Days from the start.</param>
/// <param name="AtRisk">Persons under observation just before.</param>
/// <param name="Survival">Share without the event after this day.</param>
/// <param name="Interval">Log-log interval.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CurvePoint(int Day, long AtRisk, double Survival, Interval? Interval);

/// <summary>A curve, thinned so that from point to point there are at least as many events as the threshold asks for.</summary>
/// <param name="Event">The event.</param>
/// <param name="By">The column; null for the whole cohort.</param>
/// <param name="Group">The group; null for the whole cohort.</param>
/// <param name="Points">The points.</param>
public sealed record OutcomeCurve(string Event, string? By, string? Group, ImmutableArray<CurvePoint> Points);

/// <summary>All figures of a study, as they may be published.</summary>
/// <param name="Cohort">What they are about.</param>
/// <param name="Figures">By event, window and group.</param>
/// <param name="Tests">By event and column.</param>
/// <param name="Curves">Only of events of which nothing is withheld.</param>
/// <param name="Notes">What the file itself shows to be wrong with it.</param>
public sealed record OutcomeStudy(
    Cohort Cohort,
    ImmutableArray<OutcomeFigure> Figures,
    ImmutableArray<OutcomeTest> Tests,
    ImmutableArray<OutcomeCurve> Curves,
    ImmutableArray<string> Notes
);
