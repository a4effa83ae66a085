namespace Isonomia.Law;

/// <summary>Kleene's three values. <see cref="Open"/> means that what is known does not decide; it is never coerced to <see cref="No"/>.</summary>
public enum Truth
{
    /// <summary>Certainly not.</summary>
    No,

    /// <summary>What is known leaves it open.</summary>
    Open,

    /// <summary>Certainly so.</summary>
    Yes,
}

/// <summary>Kleene's connectives over <see cref="Truth"/>.</summary>
public static class Kleene
{
    /// <summary>No wins over open, open over yes.</summary>
    public static Truth And(Truth a, Truth b) => a < b ? a : b;

    /// <summary>Yes wins over open, open over no.</summary>
    public static Truth Or(Truth a, Truth b) => a > b ? a : b;

    /// <summary>Open stays open.</summary>
    public static Truth Not(Truth a) => (Truth)(2 - (int)a);

    /// <summary>Truth from bounds: what is certain, and what is possible.</summary>
    public static Truth Of(bool certain, bool possible) =>
        certain ? Truth.Yes
        : possible ? Truth.Open
        : Truth.No;
}
