using NodaTime;

namespace Isonomia.Caseload.Store;

/// <summary>What happened.</summary>
public enum EventKind : byte
{
    /// <summary>The file does not say.</summary>
    Unknown,

    /// <summary>Arrest, detention or citation.</summary>
    Arrest,

    /// <summary>Court.</summary>
    Court,

    /// <summary>Jail or prison.</summary>
    Custody,

    /// <summary>Probation or parole.</summary>
    Supervision,

    /// <summary>A registration that a conviction brings with it.</summary>
    Registration,

    /// <summary>Something that is no criminal event (an application, a death); nothing else of it is kept.</summary>
    Other,
}

/// <summary>How grave a count is.</summary>
public enum ChargeLevel : byte
{
    /// <summary>The file does not say.</summary>
    Unknown,

    /// <summary>Infraction.</summary>
    Infraction,

    /// <summary>Misdemeanor.</summary>
    Misdemeanor,

    /// <summary>Felony.</summary>
    Felony,
}

/// <summary>How a count ended. The words of the file are not kept: they may say more than that.</summary>
public enum DispositionKind : byte
{
    /// <summary>The file says nothing.</summary>
    None,

    /// <summary>Convicted.</summary>
    Convicted,

    /// <summary>Dismissed.</summary>
    Dismissed,

    /// <summary>Acquitted.</summary>
    Acquitted,

    /// <summary>Diverted, or judgment deferred.</summary>
    Diverted,

    /// <summary>Not charged.</summary>
    Declined,

    /// <summary>Released, or handed to another authority, without more.</summary>
    Released,

    /// <summary>Held to answer: the count comes again, with its end, in the superior court.</summary>
    HeldToAnswer,

    /// <summary>Still open.</summary>
    Pending,

    /// <summary>Said in words that are not known.</summary>
    Other,
}

/// <summary>More that a row says.</summary>
[Flags]
public enum RowMarks : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Imposition of sentence suspended.</summary>
    ImpositionSuspended = 1,

    /// <summary>A fine.</summary>
    Fine = 2,

    /// <summary>Restitution.</summary>
    Restitution = 4,

    /// <summary>Set aside later, as under PC 1203.4.</summary>
    SetAside = 8,

    /// <summary>Reduced later to a misdemeanor.</summary>
    Reduced = 16,

    /// <summary>Sentence changed later.</summary>
    Modified = 32,

    /// <summary>Probation or parole revoked later.</summary>
    Revoked = 64,

    /// <summary>Dismissed later, after a conviction.</summary>
    DismissedLater = 128,

    /// <summary>An attempt.</summary>
    Attempt = 256,
}

/// <summary>
/// One count of one event, as it is being read. It is filled and written again and again. There is no place in it for citizenship, birthplace, name or language.
/// </summary>
internal sealed class CountRow
{
    public UInt128 Person;
    public UInt128 Case;
    public int Count;
    public EventKind Event;
    public LocalDate? Date;
    public string Charge = "";
    public string Description = "";
    public ChargeLevel Level;
    public DispositionKind Disposition;
    public LocalDate? Disposed;
    public int JailDays;
    public int PrisonMonths;
    public int ProbationMonths;
    public RowMarks Marks;
    public string Place = "";
    public char Sex;
    public int Age;
    public int File;
    public long Line;

    /// <summary>Forgets everything but the file.</summary>
    public void Clear()
    {
        Person = Case = 0;
        Event = EventKind.Unknown;
        Date = Disposed = null;
        Charge = Description = Place = "";
        Level = ChargeLevel.Unknown;
        Disposition = DispositionKind.None;
        Count = JailDays = PrisonMonths = ProbationMonths = Age = -1;
        Marks = RowMarks.None;
        Sex = '\0';
        Line = 0;
    }
}
