namespace Isonomia.Law;

/// <summary>One section with what hangs on it, as it was scanned and before it is decided what its letters mean.</summary>
internal sealed class ScannedPart
{
    /// <summary>The number with its decimals: <c>1001.36</c>, <c>622½</c>.</summary>
    public string Number { get; set; } = "";

    /// <summary>The title of a federal code or of regulations, or 0.</summary>
    public int Title { get; init; }

    /// <summary>Letters without parentheses right after the number, which name a section (<c>273a</c>) or a subdivision (<c>484(a)</c>).</summary>
    public string Letters { get; set; } = "";

    /// <summary>A blank stood before the letters. The Department of Justice so sets letters of a section apart: <c>487 A(A)</c> is 487a(a).</summary>
    public bool Spaced { get; set; }

    /// <summary>Decimals after the letters (<c>337A.6</c>): then the letters are the section's.</summary>
    public string Decimals { get; set; } = "";

    /// <summary>The subdivisions after that, in whatever case they were written.</summary>
    public List<string> Subdivisions { get; } = [];

    /// <summary>The code before the section, or null.</summary>
    public CodeWord? Leading { get; init; }

    /// <summary>The code after the section, or null.</summary>
    public CodeWord? Trailing { get; set; }

    /// <summary>
    /// Letters and code that are written against the section, in every way they can be told apart, likeliest first: <c>347BPC</c> is (b) PC,
    /// or BPC. Empty where the code stands apart.
    /// </summary>
    public List<(string Letters, CodeWord Code)> Attached { get; } = [];

    /// <summary>The number ends in 1/2 without a blank: 6221/2 is 622½.</summary>
    public bool Half { get; set; }

    /// <summary>The subdivisions belong to the section of the part before: <c>23153(A)&amp;(B)</c>.</summary>
    public bool SameSection { get; set; }

    /// <summary>A comma or "and" stood before: the part is another charge and not the second part of this one.</summary>
    public bool Listed { get; init; }

    /// <summary>Where the part ends in the text.</summary>
    public int End { get; set; }

    /// <summary>The code that the part is read in, once it is decided.</summary>
    public CodeWord? Code { get; set; }
}
