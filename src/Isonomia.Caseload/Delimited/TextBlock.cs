namespace Isonomia.Caseload.Delimited;

/// <summary>Text that is written and then read, in a buffer that is used again.</summary>
internal sealed class TextBlock : TextReader
{
    private char[] _text = new char[1 << 16];
    private int _read;

    public int Length { get; private set; }

    public void Append(char c)
    {
        Room(1);
        _text[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Room(text.Length);
        text.CopyTo(_text.AsSpan(Length));
        Length += text.Length;
    }

    public void Cut(int length) => Length = length;

    public void Clear() => Length = _read = 0;

    public void Rewind() => _read = 0;

    public override int Peek() => _read < Length ? _text[_read] : -1;

    public override int Read() => _read < Length ? _text[_read++] : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var count = Math.Min(buffer.Length, Length - _read);
        _text.AsSpan(_read, count).CopyTo(buffer);
        _read += count;
        return count;
    }

    private void Room(int more)
    {
        if (Length + more > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, Length + more));
    }
}
