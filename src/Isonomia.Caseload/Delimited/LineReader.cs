using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Isonomia.Caseload.Delimited;

/// <summary>
/// Lines of a stream with their numbers. Each line is read as UTF-8 and, where it is not valid UTF-8, as Latin-1: office files mix both.
/// A line ends with LF, CR or CR LF. A byte order mark is passed over.
/// </summary>
public sealed class LineReader
{
    /// <summary>Longer lines are cut, and said to be too long.</summary>
    public const int MaxBytes = 1 << 20;

    private readonly Stream _stream;
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly ArrayBufferWriter<byte> _carried = new();
    private char[] _text = new char[1 << 12];
    private int _from;
    private int _to;
    private bool _skipLineFeed;
    private bool _started;

    /// <summary>Lines of <paramref name="stream"/>, which stays open.</summary>
    public LineReader(Stream stream) => _stream = stream;

    /// <summary>Number of the line last read, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Bytes taken from the stream so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Lines that were not valid UTF-8 and were read as Latin-1.</summary>
    public long Latin1Lines { get; private set; }

    /// <summary>Whether the line last read is longer than <see cref="MaxBytes"/>; its text is cut.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Whether the stream begins with the byte order mark of UTF-16 or UTF-32, which is not read.</summary>
    public bool IsWide { get; private set; }

    /// <summary>Reads the next line; its text holds until the next call.</summary>
    public bool Next(out ReadOnlySpan<char> line)
    {
        line = default;
        IsTooLong = false;
        _carried.ResetWrittenCount();
        var any = false;
        while (true)
        {
            if (_from == _to && !Fill())
            {
                if (!any)
                    return false;
                Number++;
                line = Decode(_carried.WrittenSpan);
                return true;
            }
            if (_skipLineFeed)
            {
                _skipLineFeed = false;
                if (_buffer[_from] == (byte)'\n' && ++_from == _to)
                    continue;
            }
            any = true;
            var rest = _buffer.AsSpan(_from, _to - _from);
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            var part = end < 0 ? rest : rest[..end];
            _from += end < 0 ? rest.Length : end + 1;
            if (end < 0 || _carried.WrittenCount > 0)
                Carry(part);
            if (end < 0)
                continue;
            _skipLineFeed = rest[end] == (byte)'\r';
            Number++;
            line = Decode(_carried.WrittenCount > 0 ? _carried.WrittenSpan : part);
            return true;
        }
    }

    private void Carry(ReadOnlySpan<byte> part)
    {
        var room = MaxBytes - _carried.WrittenCount;
        if (part.Length > room)
        {
            IsTooLong = true;
            part = part[..Math.Max(room, 0)];
        }
        _carried.Write(part);
    }

    private bool Fill()
    {
        _from = 0;
        _to = _stream.Read(_buffer, 0, _buffer.Length);
        if (!_started && _to > 0)
        {
            _started = true;
            while (_to < 4 && _stream.Read(_buffer, _to, _buffer.Length - _to) is > 0 and var more)
                _to += more;
            ReadOnlySpan<byte> start = _buffer.AsSpan(0, _to);
            if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
                _from = 3;
            IsWide =
                start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
                || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
                || start.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]);
        }
        Bytes += _to;
        return _to > _from || _to > 0 && Fill();
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes)
    {
        if (_text.Length < bytes.Length)
            _text = new char[bytes.Length * 2];
        if (Utf8.ToUtf16(bytes, _text, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done)
            return _text.AsSpan(0, written);
        // A cut line may end within a character of UTF-8; it is not kept in any case.
        if (!IsTooLong)
            Latin1Lines++;
        return _text.AsSpan(0, Encoding.Latin1.GetChars(bytes, _text));
    }
}
