namespace Isonomia.Cases;

/// <summary>What of a sentence is suspended .</summary>
public enum Suspension
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Imposition: no term is specified, and probation is granted (PC 1170(b)(5)).</summary>
    Imposition,

    /// <summary>Execution: a term is stated and not carried out. For federal law it counts whole, 8 USC 1101(a)(48)(B).</summary>
    Execution,
}
