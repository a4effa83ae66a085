namespace Isonomia.Law;

/// <summary>Class of an offense as charged or convicted, least first.</summary>
public enum OffenseClass
{
    /// <summary>No jail, no jury, no appointed counsel (PC 19.6).</summary>
    Infraction,

    /// <summary>At most 364 days since 2015 (PC 18.5).</summary>
    Misdemeanor,

    /// <summary>State prison, or county jail under PC 1170(h).</summary>
    Felony,
}
