using Isonomia.Cases;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Facts;

/// <summary>What fact functions may read: one matter under one status, on one date, in one forum.</summary>
/// <param name="Law">The law book.</param>
/// <param name="Matter">The case.</param>
/// <param name="Counts">Its counts, as laid out by <see cref="CountReader"/>.</param>
/// <param name="AsOf">Law as of this date; also the date of any event that has not happened yet (a decision, an application).</param>
/// <param name="Status">The status this row supposes; null where it is not known.</param>
/// <param name="Forum">Where proceedings would be held.</param>
public sealed record RowContext(
    Lawbook Law,
    Matter Matter,
    IReadOnlyList<CountInCase> Counts,
    LocalDate AsOf,
    ImmigrationStatus? Status,
    Forum Forum
)
{
    private Grouping? groups;

    /// <summary>Which counts belong together.</summary>
    internal Grouping Groups => groups ??= new Grouping(Counts);

    /// <summary>The person.</summary>
    public Person Person => Matter.Person;

    /// <summary>The as-of date as a date that may be a range.</summary>
    public DateOrRange Now => DateOrRange.On(AsOf);
}
