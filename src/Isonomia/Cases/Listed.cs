using System.Collections;

namespace Isonomia.Cases;

/// <summary>Events or things that a case file lists: earlier convictions, charges, later orders, relatives.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">What is listed, in file order.</param>
/// <param name="IsOpen">The file says <c>unknown</c>: there may be such events that nobody has listed.</param>
/// <param name="Place">Where the list stands, or would stand.</param>
/// <remarks>A list that is left out or empty means <em>none known</em>; only the word <c>unknown</c> keeps it open.</remarks>
public sealed record Listed<T>(ValueList<T> Items, bool IsOpen, CasePlace Place) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => Items.Count;

    /// <inheritdoc/>
    public T this[int index] => Items[index];

    /// <summary>None known.</summary>
    public static Listed<T> None(CasePlace place) => new([], IsOpen: false, place);

    /// <inheritdoc/>
    public bool Equals(Listed<T>? other) => other is not null && IsOpen == other.IsOpen && Items.Equals(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsOpen, Items);

    /// <summary>The items in order.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
