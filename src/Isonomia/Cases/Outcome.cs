namespace Isonomia.Cases;

/// <summary>How a charge ended, or would end.</summary>
public enum Outcome
{
    /// <summary>A plea of guilty or no contest, which is the same .</summary>
    Plea,

    /// <summary>A verdict or finding of guilt.</summary>
    Verdict,

    /// <summary>A plea first, a program, then dismissal .</summary>
    DeferredEntry,

    /// <summary>A plea that is withdrawn for a lesser one when its conditions are met.</summary>
    ConditionalPlea,

    /// <summary>Diversion without a plea .</summary>
    Diversion,

    /// <summary>Dismissed.</summary>
    Dismissal,

    /// <summary>Never filed.</summary>
    Declination,

    /// <summary>Acquitted.</summary>
    Acquittal,

    /// <summary>Adjudicated in juvenile court .</summary>
    Juvenile,

    /// <summary>Not guilty by reason of insanity .</summary>
    Insanity,
}
