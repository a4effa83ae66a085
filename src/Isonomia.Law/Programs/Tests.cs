namespace Isonomia.Law;

/// <summary>Whether the record must show a thing, or need only leave it possible .</summary>
public enum Burden
{
    /// <summary>What the record leaves open is not shown.</summary>
    Shown,

    /// <summary>What the record leaves open is not ruled out.</summary>
    Possible,
}

/// <summary>The truth of one test of one value.</summary>
internal static class Tests
{
    public static Burden Turn(Burden burden) => 1 - burden;

    /// <summary>A silence line sets the burden; without one the reader's burden goes through.</summary>
    public static Burden Under(Rule rule, Burden burden) =>
        rule.Silence switch
        {
            Silence.No => Burden.Shown,
            Silence.Yes => Burden.Possible,
            _ => burden,
        };

    /// <summary>What the record leaves open is decided by the burden; what is not known to us stays open.</summary>
    public static Truth Settle(Fact fact, Truth truth, Value value, Burden burden)
    {
        if (!fact.OfRecord || truth != Truth.Open || value.State != ValueState.Known)
            return truth;
        return burden == Burden.Shown ? Truth.No : Truth.Yes;
    }

    /// <summary>A value that is not known may still be known to be one of several (a dispute): then what all of them share is decided.</summary>
    private static bool IsBlank(Value value) => value.State != ValueState.Known && value.Low == 0;

    public static Truth Flag(Value value) =>
        IsBlank(value) ? Truth.Open
        : value.Low == Value.YesBit ? Truth.Yes
        : value.Low == Value.NoBit ? Truth.No
        : Truth.Open;

    public static Truth Name(Value value, long mask) =>
        IsBlank(value) ? Truth.Open
        : (value.Low & ~mask) == 0 ? Truth.Yes
        : (value.Low & mask) == 0 ? Truth.No
        : Truth.Open;

    public static Truth Compare(Value value, Sign sign, long bound)
    {
        if (value.State != ValueState.Known)
            return Truth.Open;
        return Compare(value.Low, value.High, sign, bound);
    }

    /// <summary>Compares a closed range with a bound; an empty range means that there is none: no.</summary>
    public static Truth Compare(long low, long high, Sign sign, long bound)
    {
        if (low > high)
            return Truth.No;
        return sign switch
        {
            Sign.Less => Kleene.Of(high < bound, low < bound),
            Sign.AtMost => Kleene.Of(high <= bound, low <= bound),
            Sign.AtLeast => Kleene.Of(low >= bound, high >= bound),
            _ => Kleene.Of(low > bound, high > bound),
        };
    }

    public static Truth Cites(Value value, IReadOnlyList<Citation> citations)
    {
        switch (value.Ref)
        {
            case Citation citation:
                foreach (var c in citations)
                    if (c.Covers(citation))
                        return Truth.Yes;
                return Truth.No;
            case OffenseValue { Leaves.Count: 0 } unlisted:
                return unlisted.Citation is null ? Truth.Open : Cites(Value.Cites(unlisted.Citation), citations);
            case OffenseValue offense:
                // Leaf by leaf, so that a list which covers each leaf by another entry still covers the section.
                var some = false;
                var all = true;
                foreach (var leaf in offense.Leaves)
                {
                    var here = false;
                    foreach (var c in citations)
                        here |= leaf.IsUnder(c);
                    some |= here;
                    all &= here;
                }
                return Kleene.Of(all, some);
            case null when value == Value.None:
                // There is none: as for every comparison, no.
                return Truth.No;
            default:
                return Truth.Open;
        }
    }

    /// <summary>The truth of a leaf of an outline on a value.</summary>
    public static Truth Leaf(Condition test, Value value) =>
        test switch
        {
            FlagTest => Flag(value),
            NameTest t => Name(value, t.Mask),
            NumberTest t => Compare(value, t.Sign, t.Bound),
            CitationTest t => Cites(value, t.Citations),
            _ => throw new InvalidOperationException($"not a leaf: {test.Text}"),
        };

    public static Fact FactOf(Condition test) =>
        test switch
        {
            FlagTest t => t.Fact,
            NameTest t => t.Fact,
            NumberTest t => t.Fact,
            CitationTest t => t.Fact,
            _ => throw new InvalidOperationException($"not a leaf: {test.Text}"),
        };
}
