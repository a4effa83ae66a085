namespace Isonomia.Cases;

/// <summary>How the person last entered.</summary>
public enum EntryManner
{
    /// <summary>Inspected and admitted.</summary>
    Inspected,

    /// <summary>Without inspection.</summary>
    WithoutInspection,

    /// <summary>Paroled: present, but not admitted.</summary>
    Paroled,
}
