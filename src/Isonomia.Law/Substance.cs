using NodaTime;

namespace Isonomia.Law;

/// <summary>A substance with its place on the state and federal schedules in a window of conviction dates (R-003(b): schedules are compared as of conviction).</summary>
/// <param name="Name">Common name.</param>
/// <param name="Also">Other names.</param>
/// <param name="StateSchedule">Section of the Health and Safety Code, or empty.</param>
/// <param name="FederalSchedule">I to V, <c>none</c>, or <c>?</c>: not reviewed.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after.</param>
/// <param name="Authorities">Ids or citations.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Note">Why.</param>
/// <param name="At">Where it stands.</param>
public sealed record Substance(
    string Name,
    IReadOnlyList<string> Also,
    string StateSchedule,
    string FederalSchedule,
    LocalDate? From,
    LocalDate? Until,
    IReadOnlyList<string> Authorities,
    string Seen,
    string Note,
    Place At
)
{
    /// <summary>On a federal schedule: yes, no, or open where nobody has reviewed it or the listing is disputed.</summary>
    public Truth FederallyListed =>
        FederalSchedule switch
        {
            "none" or "" => Truth.No,
            "?" => Truth.Open,
            _ => Truth.Yes,
        };

    /// <summary>Does this row go by the name, whatever its case, blanks and hyphens?</summary>
    public bool IsNamed(string name)
    {
        if (Same(Name, name))
            return true;
        for (var i = 0; i < Also.Count; i++)
            if (Same(Also[i], name))
                return true;
        return false;
    }

    private static bool Same(string a, string b)
    {
        int i = 0,
            j = 0;
        while (true)
        {
            while (i < a.Length && !char.IsLetterOrDigit(a[i]))
                i++;
            while (j < b.Length && !char.IsLetterOrDigit(b[j]))
                j++;
            if (i == a.Length || j == b.Length)
                return i == a.Length && j == b.Length;
            if (char.ToLowerInvariant(a[i]) != char.ToLowerInvariant(b[j]))
                return false;
            i++;
            j++;
        }
    }
}
