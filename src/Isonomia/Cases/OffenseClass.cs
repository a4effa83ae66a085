namespace Isonomia.Cases;

/// <summary>The class of an offense (PC 16, 17), from the least to the gravest.</summary>
public enum OffenseClass
{
    /// <summary>No imprisonment, no jury (PC 19.6).</summary>
    Infraction,

    /// <summary>A misdemeanor.</summary>
    Misdemeanor,

    /// <summary>Punishable by state prison or under PC 1170(h).</summary>
    Felony,
}
