namespace Isonomia.Cases;

/// <summary>An application to the immigration service or court that is under way.</summary>
/// <param name="Name">
/// What is applied for: one of <see cref="KnownNames"/>, or any other word, kept as it stands.
/// </param>
/// <param name="Filed">When it was filed: look-backs that run from an application need it (R-002(f)).</param>
public sealed record PendingApplication(Known<string> Name, Known<DateOrRange> Filed)
{
    /// <summary>The applications that have a name of their own in the case file.</summary>
    public static readonly ValueList<string> KnownNames =
    [
        "admission",
        "visa",
        "adjustment",
        "asylum",
        "withholding",
        "cancellation",
        "naturalization",
        "temporaryProtectedStatus",
        "deferredAction",
        "uVisa",
        "tVisa",
        "vawa",
        "specialImmigrantJuvenile",
        "waiver",
        "parole",
        "voluntaryDeparture",
    ];
}
