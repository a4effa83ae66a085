using NodaTime;

namespace Isonomia.Law;

/// <summary>A decision that changed what an element means: an older holding about that element must be read again before it supports a <c>no</c>.</summary>
/// <param name="Authority">Id of the decision.</param>
/// <param name="Match">The match whose element it changed.</param>
/// <param name="Of">Offenses whose element it changed; empty: all.</param>
/// <param name="From">Its date.</param>
/// <param name="Why">What it changed.</param>
/// <param name="At">Where it stands.</param>
public sealed record Watershed(string Authority, string Match, IReadOnlyList<Citation> Of, LocalDate From, string Why, Place At);
