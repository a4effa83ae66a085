namespace Isonomia.Cli;

/// <summary>What the program's exit code means.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A check failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>Bad usage or invalid input; the message names file, line and key.</summary>
    public const int Invalid = 2;

    /// <summary>Some inputs were not resolved; the others were answered.</summary>
    public const int Unresolved = 3;

    /// <summary>A bug.</summary>
    public const int Internal = 4;
}
