namespace Isonomia.Caseload;

/// <summary>What is wrong with a file that was given, and where.</summary>
/// <param name="File">The file, as it was named.</param>
/// <param name="Line">From 1; 0 if it concerns the whole file.</param>
/// <param name="Column">From 1; 0 if it concerns the whole line.</param>
/// <param name="Message">In words.</param>
public sealed record InputProblem(string File, long Line, int Column, string Message)
{
    /// <inheritdoc />
    public override string ToString() =>
        Line == 0 ? $"{File}: {Message}"
        : Column == 0 ? $"{File}:{Line}: {Message}"
        : $"{File}:{Line}:{Column}: {Message}";
}

/// <summary>Input that cannot be used at all. Hosts print the problems and leave with exit code 2; single rows never raise it, they are quarantined.</summary>
public sealed class InputException : Exception
{
    /// <summary>With every problem that was found.</summary>
    public InputException(IReadOnlyList<InputProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>With one problem.</summary>
    public InputException(string file, long line, int column, string message)
        : this([new InputProblem(file, line, column, message)]) { }

    /// <summary>The problems, in file order.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }
}
