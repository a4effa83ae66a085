namespace Isonomia.Cli;

/// <summary>Bad usage or invalid input: the message is for the person, the exit code is 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
