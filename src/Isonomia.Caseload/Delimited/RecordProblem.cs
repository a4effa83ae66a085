namespace Isonomia.Caseload.Delimited;

/// <summary>Why a record could not be read. It never repeats what the record holds: a value that stands in the wrong column may be anything.</summary>
/// <param name="Column">Column of the file, from 1: the field where fields were found, else the character.</param>
/// <param name="Reason">In words.</param>
public sealed record RecordProblem(int Column, string Reason);
