using Isonomia.Law;

namespace Isonomia.Cases;

/// <summary>A charge of the present case, as arrested, cited or filed.</summary>
public sealed record Charge
{
    /// <summary>The name by which the file refers to it; left out, its place in the list, counted from 1.</summary>
    public required Known<string> Name { get; init; }

    /// <summary>The name itself, which is always known.</summary>
    public string Id => Name.Value;

    /// <summary>The statute charged, as given.</summary>
    public required Known<string> Offense { get; init; }

    /// <summary>The class charged.</summary>
    public required Known<OffenseClass> Class { get; init; }

    /// <summary>When it is said to have been committed.</summary>
    public required Known<DateOrRange> Committed { get; init; }

    /// <summary>The incident's name: counts of one name arose together.</summary>
    public required Known<string> Incident { get; init; }

    /// <summary>How far it has gone; filed unless the file says otherwise.</summary>
    public required Known<ChargeStage> Stage { get; init; }

    /// <summary>Enhancements charged.</summary>
    public required Listed<Enhancement> Enhancements { get; init; }

    /// <summary>What is alleged; never treated as the record of conviction.</summary>
    public required FactSheet Facts { get; init; }

    /// <summary>What the law's vocabulary asks about a count beyond these keys.</summary>
    public required FactSheet More { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public CasePlace Place => More.Place;
}
