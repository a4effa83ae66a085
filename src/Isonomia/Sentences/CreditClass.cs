namespace Isonomia.Sentences;

/// <summary>How much of an ordered term conduct credit takes off.</summary>
public enum CreditClass
{
    /// <summary>
    /// Four days are deemed served for every two actual (PC 4019; for other prison felonies PC 2933, one for one, is about the same).
    /// </summary>
    Half,

    /// <summary>A violent felony of PC 667.5(c): at most 15 per cent (PC 2933.1), so 85 per cent are served.</summary>
    Violent,

    /// <summary>A second-strike prison term: at most one fifth (PC 667(c)(5)), so 80 per cent are served.</summary>
    Strike,

    /// <summary>No credit: murder minimums (PC 190(e)), flash incarceration, minimums of third-strike terms.</summary>
    Whole,
}
