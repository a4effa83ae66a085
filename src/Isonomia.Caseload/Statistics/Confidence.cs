using MathNet.Numerics.Distributions;

namespace Isonomia.Caseload.Statistics;

/// <summary>Intervals for shares and for rates of counts.</summary>
public static class Confidence
{
    /// <summary>The normal quantile that leaves (1 - <paramref name="level"/>) / 2 on either side: 1.96 for 0.95.</summary>
    public static double Quantile(double level) => Normal.InvCDF(0, 1, 0.5 + level / 2);

    /// <summary>Wilson's score interval of a share (E. B. Wilson, 22 J. Am. Stat. Ass'n 209 (1927)), without continuity correction.</summary>
    public static Interval Wilson(long numerator, long denominator, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(denominator, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        var z = Quantile(level);
        double n = denominator;
        var p = numerator / n;
        var middle = p + z * z / (2 * n);
        var half = z * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        var scale = 1 + z * z / n;
        return new Interval(numerator == 0 ? 0 : (middle - half) / scale, numerator == denominator ? 1 : (middle + half) / scale);
    }

    /// <summary>The exact interval of the mean of a Poisson count (F. Garwood, 28 Biometrika 437 (1936)), divided by <paramref name="exposure"/>.</summary>
    public static Interval Poisson(long count, double exposure, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var tail = (1 - level) / 2;
        var low = count == 0 ? 0 : Gamma.InvCDF(count, 1, tail);
        return new Interval(low / exposure, Gamma.InvCDF(count + 1, 1, 1 - tail) / exposure);
    }
}
