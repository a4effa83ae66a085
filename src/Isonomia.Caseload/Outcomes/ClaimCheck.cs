using System.Collections.Immutable;
using Isonomia.Caseload.Statistics;
using NodaTime;
using Interval = Isonomia.Caseload.Statistics.Interval;

namespace Isonomia.Caseload.Outcomes;

/// <summary>What a file says about a claim.</summary>
public enum ClaimVerdict
{
    /// <summary>The file agrees with it, within the uncertainty that is stated.</summary>
    Supported,

    /// <summary>The file does not agree with it.</summary>
    NotSupported,

    /// <summary>The file cannot tell.</summary>
    Undecided,
}

/// <summary>A claim, and what the file says about it.</summary>
/// <param name="Claim">The claim; null if it could not be understood.</param>
/// <param name="Text">The claim as it was made.</param>
/// <param name="Verdict">Whether the file supports it.</param>
/// <param name="Because">In words, with the figures that decide.</param>
/// <param name="Figures">The figures that it was held against.</param>
/// <param name="Daily">For a claim by the day, the count by the day.</param>
public sealed record ClaimCheck(
    Claim? Claim,
    string Text,
    ClaimVerdict Verdict,
    string Because,
    ImmutableArray<OutcomeFigure> Figures,
    DailyFigure? Daily
)
{
    /// <summary>Holds a claim against a study.</summary>
    public static ClaimCheck Of(string text, OutcomeStudy study)
    {
        if (Claim.Parse(text) is not { } claim)
            return new ClaimCheck(
                null,
                text,
                ClaimVerdict.Undecided,
                "the claim is not understood; write \"7 of 10 reoffend within 24 months\", \"40% are rearrested within 2 years\" or \"30 a day are released\"",
                [],
                null
            );
        return claim.IsDaily ? ByTheDay(claim, study) : Share(claim, study);
    }

    private static ClaimCheck Share(Claim claim, OutcomeStudy study)
    {
        var named = study.Figures.Where(f => f.By is null && (claim.Event is null || f.Event == claim.Event)).ToImmutableArray();
        if (named.IsEmpty)
            return Undecided(claim, $"the file has no column for {claim.Event ?? "any event"}", []);
        var figures = claim.Months is { } months ? [.. named.Where(f => f.Months == months)] : named;
        if (figures.IsEmpty)
            return Undecided(
                claim,
                $"the file has no figure within {claim.Months} months, only within {string.Join(", ", named.Select(f => f.Months).Distinct().Order())}",
                named
            );
        var judged = figures.Select(f => (Figure: f, Verdict: Judge(claim, f))).ToArray();
        var told = judged.Where(j => j.Verdict is not null).ToArray();
        if (told.Length == 0)
            return Undecided(claim, $"the figures are not given: {Why(figures[0])}", figures);
        var open = claim.Months is null ? "; the claim names no window, so every window was tried" : "";
        var lines = string.Join("; ", told.Select(j => Words(j.Figure, claim)));
        var verdict =
            Array.TrueForAll(told, j => j.Verdict == ClaimVerdict.Supported) ? ClaimVerdict.Supported
            : Array.TrueForAll(told, j => j.Verdict == ClaimVerdict.NotSupported) ? ClaimVerdict.NotSupported
            : ClaimVerdict.Undecided;
        return new ClaimCheck(claim, claim.Text, verdict, lines + open, figures, null);
    }

    /// <summary>Supported if the interval meets the claim, unless those who were lost could carry it away; not supported if not even they could bring it near.</summary>
    private static ClaimVerdict? Judge(Claim claim, OutcomeFigure figure)
    {
        if (figure.Withheld is not null || Range(figure) is not { } range)
            return null;
        if (!range.Meets(claim.Range))
            return figure.Bounds is { } b && b.Meets(claim.Range) ? ClaimVerdict.Undecided : ClaimVerdict.NotSupported;
        return ClaimVerdict.Supported;
    }

    private static Interval? Range(OutcomeFigure figure) => figure.Wilson ?? figure.KaplanMeier?.Interval;

    private static string Why(OutcomeFigure figure) => figure.Withheld ?? "nobody could be followed for so long";

    private static string Words(OutcomeFigure f, Claim claim)
    {
        var share = f.Share ?? f.KaplanMeier!.Value.Share;
        var range = Range(f)!.Value;
        var count = f.Share is null ? $"an estimated {Percent(share)}" : $"{f.Numerator} of {f.Denominator} persons, {Percent(share)}";
        return $"{f.Event} within {f.Months} months: {count} ({Percent(range.Low)} to {Percent(range.High)}), {share * 10:0.0} of 10; the claim says {Claimed(claim)}";
    }

    private static string Claimed(Claim claim) =>
        claim.Range.High >= 1 ? $"at least {Percent(claim.Range.Low)}"
        : claim.Range.Low <= 0 ? $"at most {Percent(claim.Range.High)}"
        : $"{Percent(claim.Range.Low)} to {Percent(claim.Range.High)} when rounded";

    private static string Percent(double share) => $"{share * 100:0.0}%";

    private static ClaimCheck ByTheDay(Claim claim, OutcomeStudy study)
    {
        if (DailyFigure.Of(study.Cohort) is not { } daily)
            return Undecided(claim, "no column of dates is named that could be counted by the day (--daily)", []);
        var range = daily.Interval;
        var said = double.IsPositiveInfinity(claim.Range.High)
            ? $"{claim.Range.Low:0.##} or more"
            : $"{claim.Range.Low:0.##} to {claim.Range.High:0.##} when rounded";
        return new ClaimCheck(
            claim,
            claim.Text,
            range.Meets(claim.Range) ? ClaimVerdict.Supported : ClaimVerdict.NotSupported,
            $"{daily.Rows} rows from {daily.From:R} to {daily.To:R} ({daily.Days} days): {daily.Mean:0.00} a day "
                + $"({range.Low:0.00} to {range.High:0.00}), at most {daily.Most} on one day; the claim says {said}, which {daily.DaysAtLeast(claim.Range.Low)} of {daily.Days} days reach",
            [],
            daily
        );
    }

    private static ClaimCheck Undecided(Claim claim, string because, ImmutableArray<OutcomeFigure> figures) =>
        new(claim, claim.Text, ClaimVerdict.Undecided, because, figures, null);
}

/// <summary>How many rows fall on a day.</summary>
public sealed class DailyFigure
{
    private readonly IReadOnlyDictionary<LocalDate, long> _days;

    private DailyFigure(IReadOnlyDictionary<LocalDate, long> days, LocalDate from, LocalDate to, double level)
    {
        (_days, From, To, Rows, Most) = (days, from, to, days.Values.Sum(), days.Values.Max());
        Interval = Confidence.Poisson(Rows, Days, level);
    }

    /// <summary>First day with a row.</summary>
    public LocalDate From { get; }

    /// <summary>Last day with a row.</summary>
    public LocalDate To { get; }

    /// <summary>Days from first to last, both counted.</summary>
    public int Days => Period.DaysBetween(From, To) + 1;

    /// <summary>Rows with a date.</summary>
    public long Rows { get; }

    /// <summary>Most rows on one day.</summary>
    public long Most { get; }

    /// <summary>Rows by days.</summary>
    public double Mean => (double)Rows / Days;

    /// <summary>Exact Poisson interval of the mean.</summary>
    public Interval Interval { get; }

    /// <summary>Days with at least so many rows.</summary>
    public long DaysAtLeast(double count) => count <= 0 ? Days : _days.Values.Count(n => n >= count);

    /// <summary>The count of a cohort's daily column; null if it has none.</summary>
    public static DailyFigure? Of(Cohort cohort)
    {
        return cohort.Daily.Count == 0
            ? null
            : new DailyFigure(cohort.Daily, cohort.Daily.Keys.Min(), cohort.Daily.Keys.Max(), cohort.Plan.Level);
    }
}
