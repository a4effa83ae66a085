using Isonomia.Law;
using NodaTime;

namespace Isonomia.Policies;

/// <summary>An office's policy: what its page says of itself.</summary>
/// <param name="Id">Stable id: <c>LADA-SD-20-07</c>.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Office">Whose it is.</param>
/// <param name="Adopted">An office has signed it.</param>
/// <param name="SignedBy">Who signed it and when.</param>
/// <param name="From">First day; null if it was never in force anywhere.</param>
/// <param name="Until">First day after; null if it still holds as far as known.</param>
/// <param name="Text">How its text was seen: whole, part, reported, recalled; or model: written for this project.</param>
/// <param name="Source">Where it was seen.</param>
/// <param name="Rules">Its rules that have an effect, in the order of the page.</param>
/// <param name="At">Where its header stands.</param>
public sealed record Policy(
    string Id,
    string Title,
    string Office,
    bool Adopted,
    string SignedBy,
    LocalDate? From,
    LocalDate? Until,
    string Text,
    string Source,
    IReadOnlyList<Rule> Rules,
    Place At
)
{
    /// <summary>The page.</summary>
    public string File => At.File;
}

/// <summary>A what-if page: a change of the law that is not law.</summary>
/// <param name="Id">Stable id: <c>HR-875</c>.</param>
/// <param name="Title">What it would be called.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Supposed">From when it is supposed to be in force.</param>
/// <param name="At">Where its header stands.</param>
public sealed record Amendment(string Id, string Title, string Status, string Supposed, Place At)
{
    /// <summary>One line that stands over whatever was computed with it.</summary>
    public string Warning => $"what if: {Id} ({Title}) is not law ({Status}); supposed: {Supposed}";
}
