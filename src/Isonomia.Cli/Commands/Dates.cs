using NodaTime;
using NodaTime.Text;

namespace Isonomia.Cli.Commands;

/// <summary>Dates given as arguments.</summary>
internal static class Dates
{
    /// <summary>No answer is given for an earlier date (contract section 2).</summary>
    public static readonly LocalDate Earliest = new(2010, 1, 1);

    public static LocalDate Today => LocalDate.FromDateTime(DateTime.Today);

    public static LocalDate AsOf(string? text)
    {
        return text is null ? Today : Of(text, "--as-of");
    }

    /// <summary>A date in an argument that messages call <paramref name="name"/>.</summary>
    public static LocalDate Of(string text, string name)
    {
        var date = LocalDatePattern.Iso.Parse(text);
        if (!date.Success)
            throw new UsageException($"{name}: \"{text}\" is not a date; write 2026-11-22");
        return date.Value >= Earliest
            ? date.Value
            : throw new UsageException($"{name}: the law book begins on {LocalDatePattern.Iso.Format(Earliest)}; {text} is earlier");
    }
}
