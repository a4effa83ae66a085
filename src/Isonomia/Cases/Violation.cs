using Isonomia.Sentences;

namespace Isonomia.Cases;

/// <summary>A violation of probation or supervision, and the custody ordered for it, which counts with the same count .</summary>
/// <param name="Date">The date of the order.</param>
/// <param name="Added">The custody ordered, in days.</param>
public sealed record Violation(Known<DateOrRange> Date, Known<Days> Added);
