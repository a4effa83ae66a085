namespace Isonomia.Law;

/// <summary>Which verdict speaks for an offense.</summary>
public static class MatchReader
{
    /// <summary>The match whose verdicts a fact reads: <c>Laken Riley charge</c> reads those of <c>Laken Riley offense</c>, of the charged offense.</summary>
    public static Fact Source(Lawbook law, Fact match) =>
        match.Name == "Laken Riley charge" ? law.Vocabulary["Laken Riley offense"] : match;

    /// <summary>
    /// The closest row whose window holds the date it goes by; a row of a shorter citation speaks only where no closer one can. Null if there
    /// is none, or the date does not say which.
    /// </summary>
    public static Verdict? VerdictOf(IReadOnlyList<Verdict> verdicts, RowSet rows, int slot, int row)
    {
        foreach (var verdict in verdicts)
        {
            if (verdict.By is null)
                return verdict;
            var date = rows.Get(verdict.By, slot, row);
            if (date.State != ValueState.Known)
                return null;
            if (verdict.Holds(date.Low, date.High))
                return verdict;
            if (verdict.MayHold(date.Low, date.High))
                return null;
        }
        return null;
    }
}
