using System.Runtime.InteropServices;
using Isonomia.Cases;

namespace Isonomia.Sentences;

/// <summary>A closed range of calendar spans, for dates that are ranges or not known; or that there is no such span.</summary>
/// <param name="Low">The shortest that it can be.</param>
/// <param name="High">The longest that it can be, or nothing where there is no bound.</param>
/// <param name="IsNone">There is none: every comparison with it is no.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SpanRange(CalendarSpan Low, CalendarSpan? High, bool IsNone = false)
{
    /// <summary>Longer than any life, in either direction: the bound where there is none.</summary>
    private const int Far = 1_000_000_000;

    /// <summary>There is no such span: the person never was admitted, no application was ever filed.</summary>
    public static readonly SpanRange None = new(CalendarSpan.Zero, CalendarSpan.Zero, IsNone: true);

    /// <summary>Nothing is known, not even which date came first.</summary>
    public static readonly SpanRange Unknown = new(CalendarSpan.FromCode(-Far), null);

    /// <summary>A known span.</summary>
    public static SpanRange Exactly(CalendarSpan span) => new(span, span);

    /// <summary>From one date to another, each a day or a range; both ends of the result are possible.</summary>
    public static SpanRange Between(DateOrRange start, DateOrRange end) =>
        new(CalendarSpan.Between(start.To, end.From), CalendarSpan.Between(start.From, end.To));

    /// <summary>From one date to another that may not be known.</summary>
    public static SpanRange Between(Known<DateOrRange> start, Known<DateOrRange> end) =>
        start.TryGet(out var from) && end.TryGet(out var to) ? Between(from, to) : Unknown;

    /// <summary>
    /// The time by which the end comes after the start: none where it certainly comes before, and wholly open where it may.
    /// </summary>
    /// <remarks>
    /// "Within five years after admission" is not met by an offense before it (R-002(b)), and a negative span would meet "at most five years".
    /// </remarks>
    public static SpanRange After(DateOrRange start, DateOrRange end) =>
        end.To < start.From ? None
        : end.From < start.To ? Unknown
        : Between(start, end);

    /// <summary>The smallest range that holds both.</summary>
    /// <exception cref="InvalidOperationException">One of them is none: that there may be none is no range.</exception>
    public SpanRange Or(SpanRange other) =>
        IsNone || other.IsNone
            ? throw new InvalidOperationException("None and a span have no common range.")
            : new(
                CalendarSpan.Min(Low, other.Low),
                High is { } high && other.High is { } otherHigh ? CalendarSpan.Max(high, otherHigh) : null
            );

    /// <inheritdoc/>
    public override string ToString() =>
        IsNone ? "none"
        : this == Unknown ? "unknown"
        : High == Low ? Low.ToString()
        : $"{Low}..{High}";
}
