namespace Isonomia.Cases;

/// <summary>The part of a case file in which a key stands.</summary>
public enum CasePart
{
    /// <summary>Under <c>person</c>.</summary>
    Person,

    /// <summary>On a prior, a charge or a disposition.</summary>
    Count,

    /// <summary>Under <c>record</c> and under <c>facts</c>, where a key may also be silent or disputed.</summary>
    Record,
}

/// <summary>What kind of value a key takes.</summary>
public abstract record CaseKeyKind
{
    private CaseKeyKind() { }

    /// <summary>Yes or no.</summary>
    public sealed record YesNo : CaseKeyKind;

    /// <summary>One of the names, in camel case.</summary>
    /// <param name="Names">The names, as a case file writes them.</param>
    public sealed record OneOf(ValueList<string> Names) : CaseKeyKind;

    /// <summary>A number that is not negative. Grams can have decimals; days, months, years and dollars are whole.</summary>
    /// <param name="Unit">Its unit.</param>
    public sealed record Number(string Unit) : CaseKeyKind;

    /// <summary>A date.</summary>
    public sealed record Date : CaseKeyKind;

    /// <summary>Any text, kept as given.</summary>
    public sealed record Text : CaseKeyKind;
}

/// <summary>A key of the case file that the law's vocabulary gives.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Name">The key, in camel case.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Meaning">What it asks, for the schema and for people.</param>
public sealed record CaseKey(CasePart Part, string Name, CaseKeyKind Kind, string Meaning);
