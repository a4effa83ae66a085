namespace Isonomia.Cases.Reading;

/// <summary>What reading a case file gives: a matter, or every problem at once; never both.</summary>
public abstract record CaseReading
{
    private CaseReading() { }

    /// <summary>The file is a case.</summary>
    /// <param name="Matter">The case.</param>
    public sealed record Accepted(Matter Matter) : CaseReading;

    /// <summary>The file is no case, for these reasons in file order.</summary>
    /// <param name="Problems">Every problem.</param>
    public sealed record Refused(ValueList<CaseProblem> Problems) : CaseReading;
}
