namespace Isonomia.Law;

/// <summary>
/// The offense of a count as a value: the leaves it may be. Several leaves mean that a section was named without its subdivision; they are
/// joined, and where they differ the answer is open on the prong (or, if the record of conviction leaves it open, <paramref name="Silent"/>).
/// </summary>
/// <param name="Citation">As resolved; null if it could not be.</param>
/// <param name="Leaves">Leaves of the law book; empty if it holds none.</param>
/// <param name="Silent">The record of conviction leaves the prong open.</param>
public sealed record OffenseValue(Citation? Citation, IReadOnlyList<Offense> Leaves, bool Silent)
{
    /// <summary>Is the offense one of those that the citation names? Open where its leaves differ.</summary>
    public Truth IsUnder(Citation citation)
    {
        if (Leaves.Count == 0)
            return Citation is null ? Truth.Open
                : citation.Covers(Citation) ? Truth.Yes
                : Truth.No;
        var some = false;
        var all = true;
        foreach (var leaf in Leaves)
        {
            var here = leaf.IsUnder(citation);
            some |= here;
            all &= here;
        }
        return Kleene.Of(all, some);
    }
}
