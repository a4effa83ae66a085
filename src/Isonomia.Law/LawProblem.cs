namespace Isonomia.Law;

/// <summary>How bad a problem of the law pages is.</summary>
public enum ProblemLevel
{
    /// <summary>Printed by the linter; the law still loads.</summary>
    Warning,

    /// <summary>The law does not load.</summary>
    Error,
}

/// <summary>Something wrong on a law page, with its place (lines and columns count from one).</summary>
/// <param name="File">Path of the page from the law folder.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">What is wrong, in a sentence, with the nearest right word where there is one.</param>
/// <param name="Level">Whether the law still loads.</param>
public sealed record LawProblem(string File, int Line, int Column, string Message, ProblemLevel Level = ProblemLevel.Error)
{
    /// <summary>The form that editors and terminals can jump to.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {(Level == ProblemLevel.Warning ? "warning: " : "")}{Message}";
}

/// <summary>A place on a law page.</summary>
/// <param name="File">Path of the page from the law folder.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>A problem at this place.</summary>
    public LawProblem Problem(string message) => new(File, Line, Column, message);

    /// <summary>A warning at this place.</summary>
    public LawProblem Warning(string message) => new(File, Line, Column, message, ProblemLevel.Warning);
}
