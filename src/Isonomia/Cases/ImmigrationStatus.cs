namespace Isonomia.Cases;

/// <summary>The fifteen known statuses. That the status is not known is a matter of <see cref="Known{T}"/>, not a status.</summary>
public enum ImmigrationStatus
{
    /// <summary>Citizen or national of the United States .</summary>
    Citizen,

    /// <summary>Lawful permanent resident, at home.</summary>
    LawfulPermanentResident,

    /// <summary>Permanent resident who returns from abroad and is treated as seeking admission .</summary>
    ReturningResident,

    /// <summary>Admitted for a time and in status.</summary>
    Nonimmigrant,

    /// <summary>Admitted for a time that has run out.</summary>
    Overstay,

    /// <summary>Present without admission or parole.</summary>
    EnteredWithoutInspection,

    /// <summary>Paroled into the country, 8 USC 1182(d)(5).</summary>
    Parolee,

    /// <summary>Admitted as a refugee and not yet adjusted.</summary>
    Refugee,

    /// <summary>Granted asylum and not yet adjusted.</summary>
    Asylee,

    /// <summary>Temporary protected status, 8 USC 1254a.</summary>
    TemporaryProtectedStatus,

    /// <summary>Deferred action for childhood arrivals.</summary>
    DeferredAction,

    /// <summary>U status or petition.</summary>
    UVisa,

    /// <summary>T status or application.</summary>
    TVisa,

    /// <summary>Self-petitioner under the Violence Against Women Act.</summary>
    Vawa,

    /// <summary>Special immigrant juvenile.</summary>
    SpecialImmigrantJuvenile,
}
