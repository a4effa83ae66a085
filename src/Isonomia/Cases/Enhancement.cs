namespace Isonomia.Cases;

/// <summary>An enhancement that is charged.</summary>
/// <param name="Statute">The section, as given.</param>
/// <param name="Admitted">Whether it is admitted or found true; only then does it raise the term .</param>
public sealed record Enhancement(Known<string> Statute, Known<bool> Admitted);
