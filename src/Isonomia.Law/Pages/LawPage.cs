namespace Isonomia.Law;

/// <summary>One page of the law as text. Hosts read files; the law reads text.</summary>
/// <param name="Path">Path from the law folder, with forward slashes: <c>offenses/pc-273.5.md</c>.</param>
/// <param name="Text">The Markdown.</param>
public sealed record LawPage(string Path, string Text);
