using System.Runtime.InteropServices;

namespace Isonomia.Caseload.Statistics;

/// <summary>One person under observation, in days.</summary>
/// <param name="From">Observation begins after this day; usually before day 0, so that an event on day 0 counts.</param>
/// <param name="To">The day of the event, or the last day observed.</param>
/// <param name="Happened">Whether the event happened on <paramref name="To"/>; else observation ended without it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Spell(int From, int To, bool Happened)
{
    /// <summary>Observed from the start.</summary>
    public Spell(int to, bool happened)
        : this(-1, to, happened) { }
}
