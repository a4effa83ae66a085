namespace Isonomia.Caseload.Intake;

/// <summary>Layouts that are read.</summary>
public enum ImportFormat
{
    /// <summary>California DOJ record of arrests and prosecutions, as text.</summary>
    Rap,

    /// <summary>California DOJ research file: 95 columns, with or without a header.</summary>
    Doj,

    /// <summary>Los Angeles Police Department arrest file.</summary>
    Lapd,

    /// <summary>Los Angeles District Attorney record release.</summary>
    Lada,

    /// <summary>Any delimited file, through a mapping.</summary>
    Csv,
}
