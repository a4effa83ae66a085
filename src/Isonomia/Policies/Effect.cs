namespace Isonomia.Policies;

/// <summary>What part of a prosecution an effect is about.</summary>
public enum EffectSubject
{
    /// <summary>Whether a charge is filed.</summary>
    Charging,

    /// <summary>Which enhancements are alleged.</summary>
    Enhancements,

    /// <summary>Release before trial.</summary>
    Release,

    /// <summary>The offer.</summary>
    Offer,

    /// <summary>How consequences under immigration law enter.</summary>
    Immigration,
}

/// <summary>What an office's rule says if it holds: the word after <c>gives</c>.</summary>
/// <param name="Name">The word.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Plain">What it means, in a sentence.</param>
/// <param name="OverriddenBy">The statutory duty that prevails over it, or empty.</param>
public sealed record Effect(string Name, EffectSubject Subject, string Plain, string OverriddenBy = "")
{
    /// <summary>Effects that duties of statute have: they stand on pages of the law, never on an office's.</summary>
    public bool IsDuty => Name.StartsWith("must-", StringComparison.Ordinal);

    private static readonly Effect[] Known =
    [
        new("decline", EffectSubject.Charging, "the charge is declined, or dismissed before arraignment"),
        new("may-decline", EffectSubject.Charging, "the charge may be declined"),
        new("divert", EffectSubject.Charging, "the case is diverted"),
        new("file", EffectSubject.Charging, "the charge is filed"),
        new("may-file", EffectSubject.Charging, "the charge may be filed although another rule would decline it"),
        new("case-by-case", EffectSubject.Charging, "whether to file is decided case by case"),
        new("no-strike", EffectSubject.Enhancements, "the prior strike is not alleged, or is withdrawn", "must-plead-strikes"),
        new("no-enhancement", EffectSubject.Enhancements, "the enhancement is not alleged, or is withdrawn"),
        new("may-enhance", EffectSubject.Enhancements, "the enhancement may be alleged"),
        new("consider-dropping", EffectSubject.Enhancements, "not alleging the enhancement is to be considered"),
        new("no-cash-bail", EffectSubject.Release, "cash bail is not requested"),
        new("may-seek-bail", EffectSubject.Release, "cash bail may be requested"),
        new("release", EffectSubject.Release, "release on own recognizance without conditions is presumed"),
        new("offer-probation", EffectSubject.Offer, "probation is the presumptive offer"),
        new("offer-low-term", EffectSubject.Offer, "the low term is the presumptive offer"),
        new("no-probation", EffectSubject.Offer, "probation is not offered"),
        new("may-depart", EffectSubject.Offer, "a departure from settlement policy is allowed"),
        new("concession", EffectSubject.Offer, "a concession that makes the offer equal to a citizen's may be required"),
        new("consider", EffectSubject.Immigration, "the consequences are to be considered; no outcome is prescribed"),
        new("seek-alternative", EffectSubject.Immigration, "an alternative that avoids or mitigates the consequences is to be looked for"),
        new("seek-diversion", EffectSubject.Immigration, "diversion without an admission is to be looked for"),
        new("refer", EffectSubject.Immigration, "the case goes to the office's immigration counsel"),
        new("not-typical", EffectSubject.Immigration, "an accommodation is not typically appropriate"),
        new("disregard", EffectSubject.Immigration, "the consequences are not weighed", "must-consider"),
        new("weigh-against", EffectSubject.Immigration, "unlawful presence weighs against the person", "must-consider"),
        new("prefer-removable", EffectSubject.Immigration, "a plea that makes removal certain is preferred", "must-consider"),
        new("refer-enforcement", EffectSubject.Immigration, "the federal agency is told"),
        new(
            "must-consider",
            EffectSubject.Immigration,
            "avoiding the consequences must be considered in plea negotiations; no outcome is prescribed"
        ),
        new("must-plead-strikes", EffectSubject.Enhancements, "prior strikes must be pleaded and proved"),
    ];

    /// <summary>All effects. <c>consider</c> and its kin are duties to weigh: none of them decides anything.</summary>
    public static IReadOnlyList<Effect> All => Known;

    /// <summary>The effect of this name.</summary>
    public static Effect? Find(string name) => All.FirstOrDefault(e => e.Name == name);
}
