namespace Isonomia.Law;

/// <summary>The form of liability that a citation names.</summary>
public enum Form
{
    /// <summary>The offense itself, also with its punishment section: <c>PC 459/460(b)</c>.</summary>
    Completed,

    /// <summary><c>PC 664</c> with a target.</summary>
    Attempt,

    /// <summary><c>PC 182</c> with a target.</summary>
    Conspiracy,

    /// <summary><c>PC 653f</c> with a target.</summary>
    Solicitation,
}
