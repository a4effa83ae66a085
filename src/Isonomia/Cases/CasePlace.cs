namespace Isonomia.Cases;

/// <summary>Where something stands in a case file.</summary>
/// <param name="Path">The key's path, such as <c>disposition[0].record.victim</c>; empty for the whole file.</param>
/// <param name="Line">The line, counted from 1; 0 if the value did not come from a file.</param>
/// <param name="Column">The column in characters, counted from 1; 0 if the value did not come from a file.</param>
/// <remarks>A key that was left out has the path where it would stand and the position of the map it is missing from.</remarks>
public readonly record struct CasePlace(string Path, int Line, int Column)
{
    /// <summary>No place: a value made by a program and not read from a file.</summary>
    public static readonly CasePlace Nowhere = new("", 0, 0);
}
