using NodaTime;
using NodaTime.Text;

namespace Isonomia.Law.Tests.Readings;

/// <summary>
/// The days on which the law changed: when the authorities that a page's rows name were decided, and those of <c>days.tsv</c>. A window that begins
/// or ends on another day is a slip.
/// </summary>
internal sealed class LawDays
{
    private readonly HashSet<string> changes = [.. SecondReading.Cells(Path.Combine(SecondReading.Folder, "days.tsv")).Select(r => r[0])];
    private readonly ILookup<(string File, Fact Match), string> named;

    public LawDays(Lawbook law)
    {
        named = law
            .Offenses.SelectMany(o => o.Verdicts.SelectMany(v => v))
            .SelectMany(v => v.Authorities.Select(a => (Row: v, Authority: law.Authority(a))))
            .Where(v => v.Authority is not null)
            .SelectMany(v =>
                v.Authority!.Later.Select(law.Authority).Append(v.Authority).OfType<Authority>().Select(a => (v.Row, a.Decided))
            )
            .ToLookup(v => (v.Row.At.File, v.Row.Match), v => v.Decided);
    }

    /// <summary>Did anything happen on that day that a row of this page and match names?</summary>
    public bool Explain(Verdict row, LocalDate day) =>
        Changed(day) || named[(row.At.File, row.Match)].Contains(Text(day), StringComparer.Ordinal);

    /// <summary>Did the law change on that day?</summary>
    public bool Changed(LocalDate day) => changes.Contains(Text(day));

    public static string Text(LocalDate? day) => day is { } d ? LocalDatePattern.Iso.Format(d) : "";
}
