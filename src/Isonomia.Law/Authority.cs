namespace Isonomia.Law;

/// <summary>A case or other source, cited once.</summary>
/// <param name="Id">Slug: party-v-party-year.</param>
/// <param name="Cite">Full citation as lawyers write it.</param>
/// <param name="Court">Court or body.</param>
/// <param name="Decided">Date or year.</param>
/// <param name="Status">good, superseded, vacated, withdrawn, questioned.</param>
/// <param name="Later">Ids or citations of what changed its status.</param>
/// <param name="Basis">own reading, deference, text.</param>
/// <param name="Seen">How much of its text was seen; <c>no</c> if none.</param>
/// <param name="Checked">When it was last checked.</param>
/// <param name="At">Where it stands.</param>
public sealed record Authority(
    string Id,
    string Cite,
    string Court,
    string Decided,
    string Status,
    IReadOnlyList<string> Later,
    string Basis,
    string Seen,
    string Checked,
    Place At
)
{
    /// <summary>True if some of its text was seen by whoever entered it.</summary>
    public bool WasSeen => Seen != "no";

    /// <summary>Year of decision, or zero if it cannot be read.</summary>
    public int Year => Decided.Length >= 4 && int.TryParse(Decided.AsSpan(0, 4), out var year) ? year : 0;
}
