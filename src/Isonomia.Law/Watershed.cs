using NodaTime;

namespace Isonomia.Law;

/// <summary>A decision that changed what an element means: an older holding about that element must be read again before it supports a <c>no</c>.</summary>
public sealed record Watershed(string Authority, string Match, LocalDate From, string Why, Place At);
