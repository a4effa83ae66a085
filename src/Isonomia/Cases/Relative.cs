namespace Isonomia.Cases;

/// <summary>Who a relative is.</summary>
public enum Kinship
{
    /// <summary>Husband or wife.</summary>
    Spouse,

    /// <summary>Parent.</summary>
    Parent,

    /// <summary>Child; under 8 USC 1101(b)(1) unmarried and under 21.</summary>
    Child,

    /// <summary>Son or daughter of any age.</summary>
    SonOrDaughter,

    /// <summary>Grandparent.</summary>
    Grandparent,

    /// <summary>Brother or sister.</summary>
    Sibling,
}

/// <summary>A relative, recorded only if the person volunteers it; never inferred, never required.</summary>
/// <param name="Who">Who it is.</param>
/// <param name="Status">The relative's own status.</param>
public sealed record Relative(Known<Kinship> Who, Known<ImmigrationStatus> Status);
