using Isonomia.Sentences;

namespace Isonomia.Cases;

/// <summary>A county-jail felony term split between custody and mandatory supervision, PC 1170(h)(5).</summary>
/// <param name="Custody">The part in jail, in months.</param>
/// <param name="Supervision">The concluding part, its execution suspended, in months.</param>
public sealed record SplitTerm(Known<Months> Custody, Known<Months> Supervision);
