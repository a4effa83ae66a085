using Isonomia.Caseload.Store;

namespace Isonomia.Caseload.Intake;

/// <summary>Why a row was not kept, and where. The column goes by its name where it has one: its number would tell which columns, unread, stand before it.</summary>
internal readonly record struct RowProblem(long Line, string Column, string Reason);

/// <summary>Rows of one or more files, in order. Every record of the files comes out once: as a row, or as a problem.</summary>
internal abstract class RowSource : IDisposable
{
    /// <summary>Records that the readers of the files have counted, to be held against what came out.</summary>
    public abstract long RecordsRead { get; }

    /// <summary>Bytes read so far.</summary>
    public abstract long BytesRead { get; }

    /// <summary>Fills the row with the next record, or says why it cannot be read; false at the end.</summary>
    public abstract bool Next(CountRow row, out RowProblem? problem);

    public virtual void Dispose() { }
}
