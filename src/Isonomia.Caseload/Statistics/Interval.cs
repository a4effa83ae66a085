using System.Runtime.InteropServices;

namespace Isonomia.Caseload.Statistics;

/// <summary>Both ends belong to the interval.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Interval(double Low, double High)
{
    /// <summary>Whether the two have a point in common.</summary>
    public bool Meets(Interval other) => Low <= other.High && other.Low <= High;
}
