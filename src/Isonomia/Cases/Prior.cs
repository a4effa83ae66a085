using Isonomia.Law;

namespace Isonomia.Cases;

/// <summary>An earlier conviction, adjudication or diversion.</summary>
public sealed record Prior
{
    /// <summary>The statute, as given. Text that cannot be read stays here and is no problem of the case file.</summary>
    public required Known<string> Offense { get; init; }

    /// <summary>The class at conviction.</summary>
    public required Known<OffenseClass> Class { get; init; }

    /// <summary>When it was committed: this date, not the conviction's, drives .</summary>
    public required Known<DateOrRange> Committed { get; init; }

    /// <summary>When the person was convicted.</summary>
    public required Known<DateOrRange> Convicted { get; init; }

    /// <summary>How it ended; a plea unless the file says otherwise.</summary>
    public required Known<Outcome> Outcome { get; init; }

    /// <summary>The program, for diversion and deferred entry, as given.</summary>
    public required Known<string> Program { get; init; }

    /// <summary>The incident's name: counts of one name arose together.</summary>
    public required Known<string> Incident { get; init; }

    /// <summary>The sentence.</summary>
    public required Known<Sentence> Sentence { get; init; }

    /// <summary>What the record of conviction establishes.</summary>
    public required FactSheet Record { get; init; }

    /// <summary>What is otherwise known of the facts; never treated as the record of conviction.</summary>
    public required FactSheet Facts { get; init; }

    /// <summary>Later orders.</summary>
    public required Listed<ReliefOrder> Relief { get; init; }

    /// <summary>What the law's vocabulary asks about a count beyond these keys.</summary>
    public required FactSheet More { get; init; }

    /// <summary>Where it stands in the file.</summary>
    public CasePlace Place => More.Place;
}
