namespace Isonomia.Cases;

/// <summary>How much is known of one fact of a case (R-001).</summary>
public enum Knowledge
{
    /// <summary>The value is known.</summary>
    Value,

    /// <summary>Nobody has told us: another inquiry could settle it.</summary>
    Unknown,

    /// <summary>The record of conviction leaves it open, and no inquiry will settle it (R-044).</summary>
    Silent,

    /// <summary>Two or more values are asserted, and one of them is so.</summary>
    Disputed,
}

/// <summary>One fact of a case: its value, or that it is unknown, silent on the record, or disputed; and where the file says so.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <remarks>
/// Not knowing is never "no" (R-001). Two facts are equal if they say the same; the place does not count, so that the same case
/// in YAML and in JSON is the same case.
/// </remarks>
public sealed class Known<T> : IEquatable<Known<T>>
{
    internal Known(Knowledge knowledge, ValueList<T> values, CasePlace place, bool isGiven)
    {
        Knowledge = knowledge;
        Values = values;
        Place = place;
        IsGiven = isGiven;
    }

    /// <summary>How much is known.</summary>
    public Knowledge Knowledge { get; }

    /// <summary>What is asserted: one value if known, two or more if disputed, none if unknown or silent.</summary>
    public ValueList<T> Values { get; }

    /// <summary>Where it stands, or would stand, in the case file.</summary>
    public CasePlace Place { get; }

    /// <summary>Whether the file has the key. A value with a key left out is the default that the contract gives.</summary>
    public bool IsGiven { get; }

    /// <summary>Whether the value is known.</summary>
    public bool IsValue => Knowledge == Knowledge.Value;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It is not known: ask <see cref="IsValue"/> first.</exception>
    public T Value => IsValue ? Values[0] : throw new InvalidOperationException($"{Place.Path} is {Knowledge}, not a value.");

    /// <summary>The value if it is known.</summary>
    public bool TryGet(out T value)
    {
        value = IsValue ? Values[0] : default!;
        return IsValue;
    }

    /// <summary>The same knowledge of something that follows from the value.</summary>
    public Known<TResult> Select<TResult>(Func<T, TResult> follows) => new(Knowledge, Values.Select(follows).ToValueList(), Place, IsGiven);

    /// <inheritdoc/>
    public bool Equals(Known<T>? other) => other is not null && Knowledge == other.Knowledge && Values.Equals(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Known<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Knowledge, Values);

    /// <inheritdoc/>
    public override string ToString() =>
        Knowledge switch
        {
            Knowledge.Value => $"{Values[0]}",
            Knowledge.Disputed => $"disputed: {string.Join(", ", (IEnumerable<T>)Values)}",
            Knowledge.Silent => "silent",
            _ => "unknown",
        };
}

/// <summary>Makes facts of a case.</summary>
public static class Known
{
    /// <summary>The value is known.</summary>
    public static Known<T> Value<T>(T value, CasePlace place = default) => new(Knowledge.Value, [value], place, isGiven: true);

    /// <summary>The file says that it is unknown.</summary>
    public static Known<T> Unknown<T>(CasePlace place = default) => new(Knowledge.Unknown, [], place, isGiven: true);

    /// <summary>The record leaves it open.</summary>
    public static Known<T> Silent<T>(CasePlace place = default) => new(Knowledge.Silent, [], place, isGiven: true);

    /// <summary>One of these values is so, and the parties differ about which.</summary>
    /// <exception cref="ArgumentException">Fewer than two values: that is no dispute.</exception>
    public static Known<T> Disputed<T>(ValueList<T> values, CasePlace place = default) =>
        values.Count < 2
            ? throw new ArgumentException("A dispute needs two values.", nameof(values))
            : new(Knowledge.Disputed, values, place, isGiven: true);

    /// <summary>The key is left out, and what is left out is unknown.</summary>
    public static Known<T> LeftOut<T>(CasePlace place) => new(Knowledge.Unknown, [], place, isGiven: false);

    /// <summary>The key is left out, and the contract gives a default.</summary>
    public static Known<T> Default<T>(T value, CasePlace place) => new(Knowledge.Value, [value], place, isGiven: false);
}
