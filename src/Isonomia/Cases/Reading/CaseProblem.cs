namespace Isonomia.Cases.Reading;

/// <summary>One thing in a case file that cannot be read as a case.</summary>
/// <param name="File">The file's name as the host gave it.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column in characters, counted from 1.</param>
/// <param name="Path">The key's path, such as <c>charges[0].committed</c>; empty for the whole file.</param>
/// <param name="Message">What is wrong and, where it is known, what would be right.</param>
public sealed record CaseProblem(string File, int Line, int Column, string Path, string Message)
{
    /// <summary><c>file:line:column: path: message</c>.</summary>
    public override string ToString() =>
        Path.Length == 0 ? $"{File}:{Line}:{Column}: {Message}" : $"{File}:{Line}:{Column}: {Path}: {Message}";
}
