using NodaTime;

namespace Isonomia.Law;

/// <summary>How a reading of an open question stands in a forum.</summary>
public enum Standing
{
    /// <summary>Somebody argues it.</summary>
    Argued,

    /// <summary>The agency or a lower court follows it.</summary>
    Followed,

    /// <summary>It binds the forum.</summary>
    Controlling,
}

/// <summary>One reading of an open question, in a forum and a window.</summary>
/// <param name="Name">The reading, as rules name it.</param>
/// <param name="Forum">Where it is held, or any.</param>
/// <param name="From">First day.</param>
/// <param name="Until">First day after; null if it still stands.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Authorities">Ids or citations.</param>
/// <param name="At">Where it stands.</param>
public sealed record Reading(
    string Name,
    string Forum,
    LocalDate From,
    LocalDate? Until,
    Standing Standing,
    IReadOnlyList<string> Authorities,
    Place At
);

/// <summary>
/// A question of law on which authorities differ. A controlling reading settles it in its forum and window; otherwise it is open between the
/// readings that apply, the first being the one to plan for.
/// </summary>
/// <param name="Fact">The fact of the case whose value is the reading.</param>
/// <param name="Readings">Its rows, the planning reading first.</param>
public sealed record OpenQuestion(Fact Fact, IReadOnlyList<Reading> Readings)
{
    /// <summary>The readings (as a mask over <see cref="Fact.Names"/>) that are open in a forum on a date; all of them where no row applies.</summary>
    public long ReadingsOpen(string forum, LocalDate asOf)
    {
        long all = 0,
            controlling = 0;
        foreach (var r in Readings)
        {
            if (r.Forum != "any" && r.Forum != forum || asOf < r.From || r.Until is { } until && asOf >= until)
                continue;
            var bit = 1L << IndexOf(r.Name);
            all |= bit;
            if (r.Standing == Standing.Controlling)
                controlling |= bit;
        }
        return controlling != 0 ? controlling
            : all != 0 ? all
            : (1L << Fact.Names.Count) - 1;
    }

    private int IndexOf(string reading)
    {
        for (var i = 0; i < Fact.Names.Count; i++)
            if (Fact.Names[i] == reading)
                return i;
        throw new InvalidOperationException($"{Fact.Name} has no reading {reading}");
    }
}
