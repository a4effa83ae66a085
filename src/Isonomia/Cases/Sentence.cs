using Isonomia.Sentences;

namespace Isonomia.Cases;

/// <summary>What a court orders on one count, in the parts in which a California court states it.</summary>
/// <remarks>
/// Part by part as ordered; nothing here is added up. What these parts make of the imposed term, of custody that is not
/// suspended and of the days that will be served is computed in <c>Isonomia.Sentences</c>.
/// In a sentence that is given, a part left out is not ordered.
/// </remarks>
public sealed record Sentence
{
    /// <summary>Straight jail, in days.</summary>
    public required Known<Days> Jail { get; init; }

    /// <summary>A straight felony term, in months; where it is served follows from the offense.</summary>
    public required Known<Months> Prison { get; init; }

    /// <summary>A term split between custody and mandatory supervision, PC 1170(h)(5); absent if the file has none.</summary>
    public required Known<SplitTerm>? Split { get; init; }

    /// <summary>Whether the term is for life. A number of months beside it is the minimum of an indeterminate term.</summary>
    public required Known<bool> Life { get; init; }

    /// <summary>What is suspended.</summary>
    public required Known<Suspension> Suspended { get; init; }

    /// <summary>Probation, in months.</summary>
    public required Known<Months> Probation { get; init; }

    /// <summary>Jail as a condition of probation, in days.</summary>
    public required Known<Days> ConditionJail { get; init; }

    /// <summary>Electronic monitoring or home detention, in days.</summary>
    public required Known<Days> ElectronicMonitoring { get; init; }

    /// <summary>Residential treatment, in days.</summary>
    public required Known<Days> Treatment { get; init; }

    /// <summary>Credits given before sentence, actual and conduct, in days.</summary>
    public required Known<Days> Credit { get; init; }

    /// <summary>Credits that the person gives up, in days .</summary>
    public required Known<Days> WaivedCredit { get; init; }

    /// <summary>The counts after which this term runs. Empty: it runs together with the others.</summary>
    public required Listed<Known<string>> ConsecutiveTo { get; init; }

    /// <summary>Custody added for violations of probation or supervision .</summary>
    public required Listed<Violation> Violations { get; init; }

    /// <summary>Months added by enhancements found true .</summary>
    public required Known<Months> Enhancement { get; init; }

    /// <summary>The fine.</summary>
    public required Known<Dollars> Fine { get; init; }

    /// <summary>Restitution to the victim.</summary>
    public required Known<Dollars> Restitution { get; init; }

    /// <summary>Whether the file gives no part: <c>sentence: {}</c> tells as little as no sentence.</summary>
    internal bool SaysNothing =>
        Split is null
        && ConsecutiveTo is { Count: 0, IsOpen: false }
        && Violations is { Count: 0, IsOpen: false }
        && !(
            Jail.IsGiven
            || Prison.IsGiven
            || Life.IsGiven
            || Suspended.IsGiven
            || Probation.IsGiven
            || ConditionJail.IsGiven
            || ElectronicMonitoring.IsGiven
            || Treatment.IsGiven
            || Credit.IsGiven
            || WaivedCredit.IsGiven
            || Enhancement.IsGiven
            || Fine.IsGiven
            || Restitution.IsGiven
        );

    /// <summary>Whether every part of custody and supervision is known, so that no further key could tell more.</summary>
    internal bool IsWhollyKnown =>
        Jail.IsValue
        && Prison.IsValue
        && (Split is null || Split.TryGet(out var split) && split.Custody.IsValue && split.Supervision.IsValue)
        && Life.IsValue
        && Suspended.IsValue
        && Probation.IsValue
        && ConditionJail.IsValue
        && ElectronicMonitoring.IsValue
        && Treatment.IsValue
        && Credit.IsValue
        && WaivedCredit.IsValue
        && Enhancement.IsValue
        && !Violations.IsOpen
        && Violations.All(v => v.Added.IsValue);

    /// <summary>A sentence with no part ordered, from which others are made with <c>with</c>.</summary>
    public static Sentence NothingOrdered(CasePlace place = default) =>
        new()
        {
            Jail = Known.Default(Days.Zero, place),
            Prison = Known.Default(Months.Zero, place),
            Split = null,
            Life = Known.Default(false, place),
            Suspended = Known.Default(Suspension.None, place),
            Probation = Known.Default(Months.Zero, place),
            ConditionJail = Known.Default(Days.Zero, place),
            ElectronicMonitoring = Known.Default(Days.Zero, place),
            Treatment = Known.Default(Days.Zero, place),
            Credit = Known.Default(Days.Zero, place),
            WaivedCredit = Known.Default(Days.Zero, place),
            ConsecutiveTo = Listed<Known<string>>.None(place),
            Violations = Listed<Violation>.None(place),
            Enhancement = Known.Default(Months.Zero, place),
            Fine = Known.Default(Dollars.Zero, place),
            Restitution = Known.Default(Dollars.Zero, place),
        };
}
