using NodaTime;

namespace Isonomia.Cases;

/// <summary>One person in one prosecution: what a case file says.</summary>
/// <remarks>Read from text with <c>Isonomia.Cases.Reading.CaseReader</c>, and never changed after.</remarks>
public sealed record Matter
{
    /// <summary>The date of the law to apply, from 2010-01-01 on; absent if the file leaves it to the host.</summary>
    public required LocalDate? AsOf { get; init; }

    /// <summary>Where removal proceedings would be held; the Ninth Circuit unless the file says otherwise.</summary>
    public required Known<Forum> Forum { get; init; }

    /// <summary>The person.</summary>
    public required Person Person { get; init; }

    /// <summary>Earlier convictions. Left out: none known.</summary>
    public required Listed<Prior> Priors { get; init; }

    /// <summary>The charges, in file order.</summary>
    public required Listed<Charge> Charges { get; init; }

    /// <summary>The dispositions, in file order; a charge without one is analyzed at its stage.</summary>
    public required Listed<Disposition> Dispositions { get; init; }

    /// <summary>A case of which nothing is known: for looking up an offense by itself.</summary>
    public static Matter Empty { get; } =
        new()
        {
            AsOf = null,
            Forum = Known.LeftOut<Forum>(default),
            Person = Person.NotAsked,
            Priors = Listed<Prior>.None(default),
            Charges = Listed<Charge>.None(default),
            Dispositions = Listed<Disposition>.None(default),
        };

    /// <summary>The charge of that id, if there is one.</summary>
    public Charge? FindCharge(string id) => Charges.FirstOrDefault(charge => string.Equals(charge.Id, id, StringComparison.Ordinal));

    /// <summary>The charge that a disposition disposes of, if there is one.</summary>
    public Charge? ChargeOf(Disposition disposition) => disposition.Charge.TryGet(out var id) ? FindCharge(id) : null;
}
