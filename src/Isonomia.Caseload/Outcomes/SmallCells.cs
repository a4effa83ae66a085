using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Isonomia.Caseload.Outcomes;

/// <summary>Two counts that would be published.</summary>
/// <param name="Numerator">Persons to whom something happened.</param>
/// <param name="Denominator">Persons of whom it is known whether it did.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CellCount(long Numerator, long Denominator)
{
    /// <summary>The sum of two disjoint cells.</summary>
    public static CellCount operator +(CellCount a, CellCount b) => new(a.Numerator + b.Numerator, a.Denominator + b.Denominator);

    /// <summary>What is left of one cell without another.</summary>
    public static CellCount operator -(CellCount a, CellCount b) => new(a.Numerator - b.Numerator, a.Denominator - b.Denominator);
}

/// <summary>
/// Which cells of a table are withheld so that nobody can be picked out of it. A cell is small if it says that something happened, or did not happen, to at least one and fewer than
/// the threshold, or if it is about so few. Where the total stands beside the groups, more cells are withheld until what is missing cannot be worked out by subtraction.
/// </summary>
public static class SmallCells
{
    /// <summary>Whether a cell, by itself, must be withheld.</summary>
    public static bool IsSmall(CellCount cell, int threshold) =>
        Few(cell.Denominator, threshold) || Few(cell.Numerator, threshold) || Few(cell.Denominator - cell.Numerator, threshold);

    /// <summary>
    /// Whether a shorter window must be withheld because the next longer one that is published would tell how few were added between them.
    /// </summary>
    public static bool DiffersByFew(CellCount shorter, CellCount longer, int threshold) =>
        Math.Abs(shorter.Denominator - longer.Denominator) < threshold && Few(Math.Abs(longer.Numerator - shorter.Numerator), threshold);

    /// <summary>
    /// Decides over the groups of one table. Each group has one or more cells, which are published or withheld together; <paramref name="small"/> says which
    /// are withheld for their own sake, <paramref name="totalWithheld"/> whether their sum is.
    /// </summary>
    /// <returns>Which groups are withheld.</returns>
    public static ImmutableArray<bool> Decide(
        IReadOnlyList<ImmutableArray<CellCount>> groups,
        IReadOnlyList<bool> small,
        bool totalWithheld,
        int threshold
    )
    {
        var withheld = small.ToArray();
        if (!totalWithheld && !Array.Exists(withheld, w => w))
            return [.. withheld];
        // The smallest published group goes next, as long as the missing ones are too few, or together too small.
        while (!IsSafe(groups, withheld, totalWithheld, threshold))
        {
            var next = -1;
            for (var g = 0; g < withheld.Length; g++)
                if (!withheld[g] && (next < 0 || Size(groups[g]) < Size(groups[next])))
                    next = g;
            if (next < 0)
                break;
            withheld[next] = true;
        }
        return [.. withheld];
    }

    private static bool IsSafe(IReadOnlyList<ImmutableArray<CellCount>> groups, bool[] withheld, bool totalWithheld, int threshold)
    {
        var count = withheld.Count(w => w);
        if (totalWithheld)
            return count >= 1;
        if (count < 2)
            return false;
        var cells = groups[0].Length;
        for (var c = 0; c < cells; c++)
        {
            var missing = new CellCount(0, 0);
            for (var g = 0; g < withheld.Length; g++)
                if (withheld[g])
                    missing += groups[g][c];
            if (IsSmall(missing, threshold))
                return false;
        }
        return true;
    }

    private static long Size(ImmutableArray<CellCount> cells) => cells.Max(c => c.Denominator);

    private static bool Few(long count, int threshold) => count > 0 && count < threshold;
}
