using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.Text;

namespace Isonomia.Cases;

/// <summary>The date of an event, or the days between which it happened.</summary>
/// <remarks>Both ends are possible days. An offense pleaded as a range stays a range (R-002(d)).</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DateOrRange
{
    private DateOrRange(LocalDate from, LocalDate to)
    {
        From = from;
        To = to;
    }

    /// <summary>The first possible day.</summary>
    public LocalDate From { get; }

    /// <summary>The last possible day.</summary>
    public LocalDate To { get; }

    /// <summary>Whether the day is known.</summary>
    public bool IsExact => From == To;

    /// <summary>On that day.</summary>
    public static DateOrRange On(LocalDate date) => new(date, date);

    /// <summary>On one of the days from the first to the last, both included.</summary>
    /// <exception cref="ArgumentException">The range is reversed, which the reader of cases refuses first.</exception>
    public static DateOrRange Between(LocalDate from, LocalDate to) =>
        to < from ? throw new ArgumentException("The range ends before it begins.", nameof(to)) : new(from, to);

    /// <inheritdoc/>
    public override string ToString() =>
        IsExact ? LocalDatePattern.Iso.Format(From) : $"{LocalDatePattern.Iso.Format(From)} to {LocalDatePattern.Iso.Format(To)}";
}
