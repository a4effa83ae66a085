using System.Collections.Immutable;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Isonomia.Caseload.Statistics;

/// <summary>The log-rank test (N. Mantel, 50 Cancer Chemotherapy Rep. 163 (1966)): are the curves of several groups those of one population?</summary>
/// <param name="ChiSquare">The statistic.</param>
/// <param name="DegreesOfFreedom">Groups that expected an event, less one.</param>
/// <param name="P">Chance of so large a statistic if there is no difference.</param>
/// <param name="Observed">Events of each group.</param>
/// <param name="Expected">Events that each group would have if there were no difference.</param>
public sealed record LogRank(
    double ChiSquare,
    int DegreesOfFreedom,
    double P,
    ImmutableArray<long> Observed,
    ImmutableArray<double> Expected
)
{
    /// <summary>The test over groups of spells; null if fewer than two groups could have had an event.</summary>
    public static LogRank? Of(IReadOnlyList<IReadOnlyList<Spell>> groups)
    {
        var k = groups.Count;
        var exits = new Spell[k][];
        var entries = new int[k][];
        for (var g = 0; g < k; g++)
        {
            exits[g] = [.. groups[g].Where(s => s.To > s.From).OrderBy(s => s.To)];
            entries[g] = [.. exits[g].Select(s => s.From).Order()];
        }
        var days = exits.SelectMany(s => s).Where(s => s.Happened).Select(s => s.To).Distinct().Order();
        var (left, entered) = (new int[k], new int[k]);
        var (observed, expected) = (new long[k], new double[k]);
        var variance = new double[k, k];
        var (atRisk, events) = (new double[k], new long[k]);
        foreach (var day in days)
        {
            for (var g = 0; g < k; g++)
            {
                while (left[g] < exits[g].Length && exits[g][left[g]].To < day)
                    left[g]++;
                while (entered[g] < entries[g].Length && entries[g][entered[g]] < day)
                    entered[g]++;
                atRisk[g] = entered[g] - left[g];
                events[g] = 0;
                for (var i = left[g]; i < exits[g].Length && exits[g][i].To == day; i++)
                    if (exits[g][i].Happened)
                        events[g]++;
            }
            double n = atRisk.Sum();
            double d = events.Sum();
            var spread = n > 1 ? d * (n - d) / (n - 1) : 0;
            for (var g = 0; g < k; g++)
            {
                observed[g] += events[g];
                expected[g] += d * atRisk[g] / n;
                for (var h = 0; h < k; h++)
                    variance[g, h] += spread * (atRisk[g] / n) * ((g == h ? 1 : 0) - atRisk[h] / n);
            }
        }
        var used = Enumerable.Range(0, k).Where(g => expected[g] > 0).ToArray();
        if (used.Length < 2)
            return null;
        // One group is left out: the differences add up to nothing.
        var free = used[1..];
        var difference = Vector<double>.Build.DenseOfEnumerable(free.Select(g => observed[g] - expected[g]));
        var matrix = Matrix<double>.Build.Dense(free.Length, free.Length, (r, c) => variance[free[r], free[c]]);
        var chiSquare = difference * matrix.Solve(difference);
        if (!double.IsFinite(chiSquare))
            return null;
        var p = chiSquare <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(free.Length / 2.0, chiSquare / 2);
        return new LogRank(chiSquare, free.Length, p, [.. observed], [.. expected]);
    }
}
