using Isonomia.Caseload.Store;

namespace Isonomia.Caseload.Intake;

/// <summary>What the words of the files mean. Unknown words are told as such, never guessed and never kept.</summary>
internal static class Words
{
    public static ChargeLevel Level(ReadOnlySpan<char> text) =>
        text.IsEmpty ? ChargeLevel.Unknown
        : Is(text, "F") || Begins(text, "FEL") ? ChargeLevel.Felony
        : Is(text, "M") || Begins(text, "MISD") ? ChargeLevel.Misdemeanor
        : Is(text, "I") || Begins(text, "INFR") ? ChargeLevel.Infraction
        : ChargeLevel.Unknown;

    public static EventKind Event(ReadOnlySpan<char> text) =>
        text.IsEmpty ? EventKind.Unknown
        : Has(text, "ARR") || Has(text, "CITE") || Has(text, "DETAIN") ? EventKind.Arrest
        : Has(text, "COURT") ? EventKind.Court
        : Has(text, "CUSTODY") || Has(text, "PRISON") || Has(text, "JAIL") ? EventKind.Custody
        : Has(text, "PROBATION") || Has(text, "PAROLE") || Has(text, "SUPERVIS") ? EventKind.Supervision
        : Has(text, "REGIST") ? EventKind.Registration
        : EventKind.Other;

    public static DispositionKind Disposition(ReadOnlySpan<char> text) =>
        text.IsEmpty ? DispositionKind.None
        : Has(text, "HELD TO ANSWER") ? DispositionKind.HeldToAnswer
        : Has(text, "NOT GUILTY") || Has(text, "ACQUIT") ? DispositionKind.Acquitted
        : Has(text, "DISM") || Has(text, "SET ASIDE") || Has(text, "VACATED") ? DispositionKind.Dismissed
        : Has(text, "DIVER") || Has(text, "DEFERRED ENTRY") || Has(text, "DEJ") ? DispositionKind.Diverted
        : Has(text, "REJECT") || Has(text, "PROS REJ") || Has(text, "DECLIN") || Has(text, "NOT FILED") ? DispositionKind.Declined
        : Has(text, "CONVICT") || Has(text, "GUILTY") || Has(text, "NOLO") || Begins(text, "CONV") ? DispositionKind.Convicted
        : Begins(text, "REL") || Has(text, "RELEASED") || Has(text, "TOT ") ? DispositionKind.Released
        : Has(text, "PENDING") || Has(text, "CONTINUED") || Has(text, "OPEN") ? DispositionKind.Pending
        : DispositionKind.Other;

    /// <summary>What an order after the disposition does.</summary>
    public static RowMarks Later(ReadOnlySpan<char> text) =>
        Has(text, "SET ASIDE") || Has(text, "1203.4") ? RowMarks.SetAside
        : Has(text, "REDUCED") ? RowMarks.Reduced
        : Has(text, "REVOKED") ? RowMarks.Revoked
        : Has(text, "MODIFIED") ? RowMarks.Modified
        : Has(text, "DISM") ? RowMarks.DismissedLater
        : RowMarks.None;

    public static char Sex(ReadOnlySpan<char> text) =>
        text.IsEmpty ? '\0'
        : text[0] is 'M' or 'm' ? 'M'
        : text[0] is 'F' or 'f' ? 'F'
        : 'X';

    public static bool Has(ReadOnlySpan<char> text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Begins(ReadOnlySpan<char> text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
