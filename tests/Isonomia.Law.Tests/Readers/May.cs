namespace Isonomia.Law.Tests.Readers;

/// <summary>A set of answers: what may be.</summary>
[Flags]
internal enum May
{
    Nothing = 0,
    No = 1,
    Yes = 2,
    Either = 3,
}

/// <summary>Sets of answers, joined answer by answer.</summary>
internal static class Mays
{
    /// <summary>The answers that a test gives to the values that a fact may have: either, if nothing is known of it.</summary>
    public static May Of(Known known, Predicate<object?> test) =>
        known.Values.Length == 0 ? May.Either : known.Values.Aggregate(May.Nothing, (a, v) => a | (test(v) ? May.Yes : May.No));

    /// <summary>What the record leaves open is not shown, or not ruled out; what nobody knows, or the parties dispute, stays open.</summary>
    public static May OfRecord(Known known, bool shown, Predicate<object?> test) =>
        Of(known, test) is not May.Either and var settled ? settled
        : !known.Stands ? May.Either
        : shown ? May.No
        : May.Yes;

    public static May Not(May a) => (a.HasFlag(May.No) ? May.Yes : May.Nothing) | (a.HasFlag(May.Yes) ? May.No : May.Nothing);

    public static May And(params May[] all) => all.Aggregate(May.Yes, (a, b) => (a & b & May.Yes) | ((a | b) & May.No));

    public static May Or(params May[] all) => all.Aggregate(May.No, (a, b) => Not(And(Not(a), Not(b))));

    public static May Of(bool yes) => yes ? May.Yes : May.No;

    public static bool Holds(long n, Sign sign, long bound) =>
        sign switch
        {
            Sign.Less => n < bound,
            Sign.AtMost => n <= bound,
            Sign.AtLeast => n >= bound,
            _ => n > bound,
        };
}
