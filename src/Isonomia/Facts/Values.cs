using Isonomia.Cases;
using Isonomia.Law;
using Isonomia.Sentences;

namespace Isonomia.Facts;

/// <summary>From what a case file says to the values that rules test.</summary>
internal static class Values
{
    /// <summary>A range of days; life has no upper bound.</summary>
    public static Value Of(DayRange days) =>
        days == DayRange.Unknown ? Value.Unknown : Value.Range(days.Low.Count, days.High?.Count ?? Value.Huge);

    /// <summary>A range of calendar spans.</summary>
    public static Value Of(SpanRange span) =>
        span.IsNone ? Value.None
        : span == SpanRange.Unknown ? Value.Unknown
        : Value.Range(span.Low.Code, span.High?.Code ?? Value.Huge);

    /// <summary>A date.</summary>
    public static Value Of(Known<DateOrRange> date) =>
        date.TryGet(out var d) ? Value.Range(Value.Day(d.From), Value.Day(d.To)) : Value.Unknown;

    /// <summary>Yes, no, or not known.</summary>
    public static Value Of(Known<bool> flag) => flag.TryGet(out var yes) ? Value.Of(yes) : Value.Unknown;

    /// <summary>A Kleene answer; open is not known.</summary>
    public static Value Of(Truth truth) =>
        truth switch
        {
            Truth.Yes => Value.Yes,
            Truth.No => Value.No,
            _ => Value.Unknown,
        };

    /// <summary>One of a fact's names.</summary>
    public static Value Name(Fact fact, string name)
    {
        for (var i = 0; i < fact.Names.Count; i++)
            if (fact.Names[i] == name)
                return Value.Mask(1L << i);
        throw new ArgumentException($"\"{fact.Name}\" has no value \"{name}\"", nameof(name));
    }

    /// <summary>One of a fact's names, given in camel case.</summary>
    public static Value Camel(Fact fact, string name)
    {
        for (var i = 0; i < fact.Names.Count; i++)
            if (string.Equals(fact.CaseNames[i], name, StringComparison.Ordinal))
                return Value.Mask(1L << i);
        return Value.Unknown;
    }

    /// <summary>A fact as the case file gives it: a value, a dispute (one of several, not known which), silence, or unknown.</summary>
    public static Value Read(Fact fact, Known<FactValue> given)
    {
        switch (given.Knowledge)
        {
            case Knowledge.Value:
                return One(fact, given.Value);
            case Knowledge.Silent:
                return fact.Kind switch
                {
                    FactKind.OneOf => Value.Mask((1L << fact.Names.Count) - 1),
                    FactKind.Number or FactKind.Span => Value.Range(0, Value.Huge),
                    _ => Value.SilentFlag,
                };
            case Knowledge.Disputed when fact.Kind is FactKind.OneOf or FactKind.YesNo:
                // A dispute is settled by evidence, not by the burden of the record: open between its values.
                long mask = 0;
                foreach (var value in given.Values)
                    mask |= One(fact, value) is { State: ValueState.Known } v ? v.Low : 0;
                return new Value(ValueState.Unknown, mask, 0);
            default:
                return Value.Unknown;
        }
    }

    private static Value One(Fact fact, FactValue value) =>
        value switch
        {
            FactValue.YesNo flag => Value.Of(flag.IsYes),
            FactValue.Name name => Camel(fact, name.Text),
            FactValue.Number number => Value.Number(number.RoundedUp),
            FactValue.Date date => Value.Date(date.Day),
            FactValue.Words words when fact.Kind == FactKind.OneOf => Camel(fact, words.Text),
            _ => Value.Unknown,
        };
}
