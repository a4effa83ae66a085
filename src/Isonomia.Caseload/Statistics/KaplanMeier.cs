using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Isonomia.Caseload.Statistics;

/// <summary>A day on which the event happened to somebody.</summary>
/// <param name="Day">Days from the start.</param>
/// <param name="AtRisk">Persons under observation just before.</param>
/// <param name="Events">Persons to whom it happened on this day.</param>
/// <param name="Survival">Share without the event after this day.</param>
/// <param name="Greenwood">Greenwood's sum up to this day: the variance of the estimate divided by its square.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SurvivalStep(int Day, long AtRisk, long Events, double Survival, double Greenwood);

/// <summary>The product-limit estimate (E. L. Kaplan and P. Meier, 53 J. Am. Stat. Ass'n 457 (1958)), with late entry where a spell begins late.</summary>
public sealed class KaplanMeier
{
    private KaplanMeier(ImmutableArray<SurvivalStep> steps) => Steps = steps;

    /// <summary>The days with events, in order.</summary>
    public ImmutableArray<SurvivalStep> Steps { get; }

    /// <summary>The estimate over some spells, in any order.</summary>
    public static KaplanMeier Of(IEnumerable<Spell> spells)
    {
        var all = spells.Where(s => s.To > s.From).ToArray();
        var entries = Array.ConvertAll(all, s => s.From);
        Array.Sort(entries);
        Array.Sort(all, (a, b) => a.To.CompareTo(b.To));
        var steps = ImmutableArray.CreateBuilder<SurvivalStep>();
        var (survival, greenwood) = (1.0, 0.0);
        var entered = 0;
        for (var i = 0; i < all.Length; )
        {
            var day = all[i].To;
            var left = i;
            var events = 0;
            for (; i < all.Length && all[i].To == day; i++)
                if (all[i].Happened)
                    events++;
            if (events == 0)
                continue;
            while (entered < entries.Length && entries[entered] < day)
                entered++;
            double atRisk = entered - left;
            survival *= 1 - events / atRisk;
            greenwood += events / (atRisk * (atRisk - events));
            steps.Add(new SurvivalStep(day, entered - left, events, survival, greenwood));
        }
        return new KaplanMeier(steps.DrainToImmutable());
    }

    /// <summary>Share to whom the event has not happened by the end of a day.</summary>
    public double Survival(int day) => At(day) is { } step ? step.Survival : 1;

    /// <summary>Standard error of <see cref="Survival"/>, by Greenwood's formula.</summary>
    public double StandardError(int day) => At(day) is { Survival: > 0 } step ? step.Survival * Math.Sqrt(step.Greenwood) : 0;

    /// <summary>The interval on the log-log scale, which stays between 0 and 1; null where the estimate is 0 or 1 and has none.</summary>
    public Interval? LogLog(int day, double level)
    {
        if (At(day) is not { Survival: > 0 and < 1 } step)
            return null;
        var log = Math.Log(step.Survival);
        var half = Confidence.Quantile(level) * Math.Sqrt(step.Greenwood) / -log;
        return new Interval(Math.Exp(log * Math.Exp(half)), Math.Exp(log * Math.Exp(-half)));
    }

    private SurvivalStep? At(int day)
    {
        var (low, high) = (0, Steps.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Steps[middle].Day <= day)
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? null : Steps[low - 1];
    }
}
