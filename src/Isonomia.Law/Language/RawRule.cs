using Isonomia.Law.Pages;
using NodaTime;

namespace Isonomia.Law.Language;

/// <summary>A line of an outline before its names are known.</summary>
internal sealed record RawNode(string Text, Place At, IReadOnlyList<RawNode> Items);

internal sealed record RawVersion(LocalDate From, LocalDate? Until, Cell By, RawNode? When, RawNode? Unless, bool NoSuchRule, Place At);

/// <summary>A rule block, read but not bound.</summary>
internal sealed record RawRule(Rule Rule, IReadOnlyList<RawVersion> Versions);
