namespace Isonomia.Sentences;

/// <summary>The most that a statute allows, as its page states it.</summary>
/// <param name="FelonyMonths">The upper felony term in months; absent if it is no felony or punished by life.</param>
/// <param name="FelonyLife">Whether the felony is punished by life.</param>
/// <param name="MisdemeanorDays">The most jail for the misdemeanor; absent if it is none. "Up to one year" is 364 (PC 18.5).</param>
/// <param name="IsInfraction">Whether it can be an infraction.</param>
public sealed record PenaltyCeiling(
    Months? FelonyMonths = null,
    bool FelonyLife = false,
    Days? MisdemeanorDays = null,
    bool IsInfraction = false
);
