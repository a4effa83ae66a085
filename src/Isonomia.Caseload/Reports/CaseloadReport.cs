using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Isonomia.Cases;
using Isonomia.Severity;

namespace Isonomia.Caseload.Reports;

/// <summary>What is done with a row.</summary>
public enum RowUse
{
    /// <summary>Answered as the conviction that it is.</summary>
    Convicted,

    /// <summary>Answered as if the person were convicted as charged.</summary>
    IfConvicted,

    /// <summary>Ended without a conviction: dismissed, acquitted, diverted, declined or released.</summary>
    NoConviction,

    /// <summary>The same count comes again: an arrest that a court row follows, or a count held to answer.</summary>
    ComesAgain,

    /// <summary>No charge that is answered: custody, supervision, registration and others.</summary>
    NoCharge,

    /// <summary>The statute is not in the law book, or the charge cannot be read.</summary>
    Unresolved,
}

/// <summary>Rows that have one range of tiers.</summary>
/// <param name="Low">As mild as it can be.</param>
/// <param name="High">As severe as it can be.</param>
/// <param name="Rows">How many; null if that is withheld.</param>
public sealed record RangeCount(Tier Low, Tier High, long? Rows);

/// <summary>What the rows would mean for persons of one status. Status is supposed, never read.</summary>
/// <param name="Status">The status supposed.</param>
/// <param name="Ranges">The rows by range of tiers, mildest first; together all rows that are answered.</param>
public sealed record StatusFigures(ImmigrationStatus Status, ImmutableArray<RangeCount> Ranges);

/// <summary>One charge.</summary>
/// <param name="Citation">As the law book has it, or the file's text if it is not resolved; null for the rare ones taken together.</param>
/// <param name="IsResolved">Whether it is in the law book.</param>
/// <param name="Rows">Rows with it; null if that is withheld.</param>
public sealed record ChargeFigures(string? Citation, bool IsResolved, long? Rows);

/// <summary>How often the law was asked.</summary>
/// <param name="Charges">Distinct charge strings of rows that are asked about, each resolved once.</param>
/// <param name="Asked">Distinct cases that were assessed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WorkDone(int Charges, int Asked);

/// <summary>A report on a store. Every count stands by itself, without the person's others.</summary>
/// <param name="Rows">Rows of the store.</param>
/// <param name="Uses">How many rows were used how; null if that is withheld.</param>
/// <param name="Answered">Rows that are answered: the denominator of the figures by status.</param>
/// <param name="Statuses">By status.</param>
/// <param name="Charges">By charge, commonest first.</param>
/// <param name="SmallCell">Counts from 1 to one less than this are withheld.</param>
/// <param name="Work">How often the law was asked.</param>
public sealed record CaseloadReport(
    long Rows,
    ImmutableArray<(RowUse Use, long? Rows)> Uses,
    long Answered,
    ImmutableArray<StatusFigures> Statuses,
    ImmutableArray<ChargeFigures> Charges,
    int SmallCell,
    WorkDone Work
);
