using NodaTime;

namespace Isonomia.Cases;

/// <summary>A journey abroad, made or planned.</summary>
/// <param name="Leaves">The day of departure.</param>
/// <param name="Returns">The day of return.</param>
public sealed record Travel(Known<LocalDate> Leaves, Known<LocalDate> Returns);
