using Isonomia.Law;
using NodaTime;

namespace Isonomia.Cases;

/// <summary>How one charge is, or is proposed to be, disposed of.</summary>
public sealed record Disposition
{
    /// <summary>The charge's id.</summary>
    public required Known<string> Charge { get; init; }

    /// <summary>How it ends; a plea unless the file says otherwise.</summary>
    public required Known<Outcome> Outcome { get; init; }

    /// <summary>The program, for diversion and deferred entry, as given.</summary>
    public required Known<string> Program { get; init; }

    /// <summary>For a conditional plea: what replaces the first plea; absent if the file has none or says that it is unknown.</summary>
    public required Replacement? Then { get; init; }

    /// <summary>The offense of conviction as given; left out, the charge's: ask <see cref="OffenseOfConviction"/>.</summary>
    public required Known<string> Offense { get; init; }

    /// <summary>The class of conviction as given: ask <see cref="ClassOfConviction"/>.</summary>
    public required Known<OffenseClass> Class { get; init; }

    /// <summary>The date of conviction as given: ask <see cref="ConvictionDate"/>.</summary>
    public required Known<DateOrRange> Convicted { get; init; }

    /// <summary>What the plea papers will say.</summary>
    public required FactSheet Record { get; init; }

    /// <summary>Whether restitution for dismissed counts stands on a Harvey waiver (PC 1192.3). Left out: none.</summary>
    public required Known<bool> Harvey { get; init; }

    /// <summary>The sentence.</summary>
    public required Known<Sentence> Sentence { get; init; }

    /// <summary>What the law's vocabulary asks about a count beyond these keys.</summary>
    public required FactSheet More { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public CasePlace Place => More.Place;

    /// <summary>The offense of conviction: the charge's, unless the disposition names another.</summary>
    public Known<string> OffenseOfConviction(Charge charge) => Offense.IsGiven ? Offense : charge.Offense;

    /// <summary>
    /// The class of conviction: as given; else the charge's while the offense is the charge's; else unknown, because another
    /// offense need not have the charge's class.
    /// </summary>
    public Known<OffenseClass> ClassOfConviction(Charge charge) => Class.IsGiven || Offense.IsGiven ? Class : charge.Class;

    /// <summary>The date of conviction: as given; else the as-of date, because a disposition is a proposal.</summary>
    public Known<DateOrRange> ConvictionDate(LocalDate asOf) =>
        Convicted.IsGiven ? Convicted : Known.Default(DateOrRange.On(asOf), Convicted.Place);
}

/// <summary>What replaces the first plea once the conditions of a conditional plea are met.</summary>
/// <param name="Offense">The offense of the second plea, as given.</param>
/// <param name="Class">Its class.</param>
/// <param name="Convicted">When it is entered.</param>
/// <param name="Record">What its papers will say.</param>
/// <param name="Sentence">Its sentence.</param>
public sealed record Replacement(
    Known<string> Offense,
    Known<OffenseClass> Class,
    Known<DateOrRange> Convicted,
    FactSheet Record,
    Known<Sentence> Sentence
);
