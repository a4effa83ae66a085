namespace Isonomia.Cases;

/// <summary>How far a charge has gone without a disposition. The Laken Riley limb reads each of the three .</summary>
public enum ChargeStage
{
    /// <summary>Arrested or booked.</summary>
    Arrested,

    /// <summary>Cited and released (PC 853.6).</summary>
    Cited,

    /// <summary>A complaint, information or indictment is filed.</summary>
    Filed,
}
