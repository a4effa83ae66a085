namespace Isonomia.Documents;

/// <summary>What an office decided, as it tells it; nothing here is computed or required, and what is not told is named as missing.</summary>
/// <param name="Chosen">Id of the option chosen, or null.</param>
/// <param name="Reasons">Reasons, in the office's words.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="ApprovedBy">Who approved.</param>
public sealed record Decision(string? Chosen, IReadOnlyList<string> Reasons, string? DecidedBy, string? ApprovedBy)
{
    /// <summary>Nothing told.</summary>
    public static Decision None { get; } = new(null, [], null, null);
}
