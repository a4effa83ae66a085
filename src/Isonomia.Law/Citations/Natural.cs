namespace Isonomia.Law;

/// <summary>Digits compared as numbers of any length, without making numbers of them.</summary>
internal static class Natural
{
    /// <summary>Takes the digits at the front.</summary>
    public static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }
        var digits = text[..end];
        text = text[end..];
        return digits;
    }

    /// <summary>By value; leading zeros do not count.</summary>
    public static int CompareDigits(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a.TrimStart('0');
        b = b.TrimStart('0');
        var order = a.Length.CompareTo(b.Length);
        return order != 0 ? order : a.SequenceCompareTo(b);
    }
}
