using nietras.SeparatedValues;

namespace Isonomia.Caseload.Delimited;

/// <summary>
/// Records of a delimited file, each with its line. Sep splits and unescapes; this class finds where records end, so that one quote
/// which nobody closed costs its own line and not the rest of the file.
/// </summary>
/// <remarks>
/// A quote opens a field only where the field begins, and closes it only before a separator or the end of the line; any other quote is part of the text.
/// A record whose quote stays open goes on in the next line if that gives it as many fields as the header has; else its first line is a problem, and reading resumes with the second.
/// </remarks>
public sealed class DelimitedReader : IDisposable
{
    private const int MaxLines = 50;
    private const int BlockCharacters = 1 << 15;
    private const int BlockRecords = 1 << 12;

    private readonly LineReader _lines;
    private readonly char _separator;
    private readonly Sep _sep;
    private readonly TextBlock _block = new();
    private readonly List<Framed> _framed = [];
    private readonly Queue<(string Text, bool TooLong)> _again = new();
    private SepReader? _fields;
    private int _at = -1;
    private long _line;

    /// <summary>Records of <paramref name="lines"/>, whose fields stand between <paramref name="separator"/>s.</summary>
    public DelimitedReader(LineReader lines, char separator)
    {
        _lines = lines;
        _separator = separator;
        _sep = new Sep(separator);
    }

    /// <summary>How many fields a record must have; 0 until it is known. Set it once the header is read.</summary>
    public int Expected { get; set; }

    /// <summary>Records read so far: good ones and problems. Empty lines are none.</summary>
    public long Records { get; private set; }

    /// <summary>Empty lines passed over so far.</summary>
    public long EmptyLines { get; private set; }

    /// <summary>First line of the record last read.</summary>
    public long Line => _framed[_at].Line;

    /// <summary>How many lines the record last read takes.</summary>
    public int LineCount => _framed[_at].Lines;

    /// <summary>Why the record last read has no fields, or null if it has.</summary>
    public RecordProblem? Problem => _framed[_at].Problem;

    /// <summary>How many fields the record last read has.</summary>
    public int FieldCount => Problem is null ? _fields!.Current.ColCount : 0;

    /// <summary>A field of the record last read, without the blanks around it; it holds until the next record is read.</summary>
    public ReadOnlySpan<char> Field(int index) => _fields!.Current[index].Span.Trim();

    /// <summary>Reads the next record.</summary>
    public bool Next()
    {
        if (_at + 1 >= _framed.Count && !Fill())
            return false;
        _at++;
        Records++;
        if (_framed[_at].Problem is null && !_fields!.MoveNext())
            throw new InvalidOperationException($"line {Line}: fewer records were split than were found");
        return true;
    }

    /// <inheritdoc />
    public void Dispose() => _fields?.Dispose();

    /// <summary>The separator that a header line seems to use: comma, semicolon, tab or bar, whichever it has most of.</summary>
    public static char Guess(ReadOnlySpan<char> header)
    {
        var best = ',';
        var most = 0;
        foreach (var candidate in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
            if (header.Count(candidate) is var count && count > most)
                (best, most) = (candidate, count);
        return best;
    }

    private bool Fill()
    {
        _framed.Clear();
        _at = -1;
        _block.Clear();
        // Until the header is known, one record at a time: the number of fields decides how the next ones are framed.
        while (_block.Length < BlockCharacters && _framed.Count < (Expected == 0 ? 1 : BlockRecords))
            if (!Frame())
                break;
        if (_framed.Count == 0)
            return false;
        _fields?.Dispose();
        _block.Rewind();
        _fields = _sep.Reader(o => o with { HasHeader = false, DisableColCountCheck = true, Unescape = true }).From(_block);
        return true;
    }

    private bool NextLine(out ReadOnlySpan<char> line, out bool tooLong)
    {
        if (_again.TryDequeue(out var again))
        {
            line = again.Text;
            tooLong = again.TooLong;
            _line++;
            return true;
        }
        var any = _lines.Next(out line);
        tooLong = _lines.IsTooLong;
        if (any)
            _line++;
        return any;
    }

    private bool Frame()
    {
        while (true)
        {
            if (!NextLine(out var line, out var tooLong))
                return false;
            if (tooLong)
            {
                Bad(_line, LineReader.MaxBytes, $"the line is longer than {LineReader.MaxBytes} bytes");
                return true;
            }
            if (line.IsWhiteSpace())
            {
                EmptyLines++;
                continue;
            }
            if (!line.Contains('"'))
            {
                _block.Append(line);
                _block.Append('\n');
                _framed.Add(new Framed(_line, 1, null));
                return true;
            }
            FrameQuoted(line);
            return true;
        }
    }

    /// <summary>A line with quotes is written anew as RFC 4180 has it, so that what splits it need not guess.</summary>
    private void FrameQuoted(ReadOnlySpan<char> first)
    {
        var start = _block.Length;
        var begins = _line;
        var walk = new QuoteWalk(_separator, _block);
        walk.Line(first);
        List<(string Text, bool TooLong)>? taken = null;
        var whole = true;
        while (walk.IsOpen)
        {
            taken ??= [];
            if (taken.Count + 1 >= MaxLines || !NextLine(out var more, out var tooLong))
            {
                whole = false;
                break;
            }
            taken.Add((more.ToString(), tooLong));
            if (tooLong)
            {
                whole = false;
                break;
            }
            walk.Line(more);
        }
        if (whole && (taken is null || Expected == 0 || walk.Fields == Expected))
        {
            walk.End();
            _framed.Add(new Framed(begins, 1 + (taken?.Count ?? 0), null));
            return;
        }
        _block.Cut(start);
        Bad(begins, walk.OpenedAt, "a quote is opened here and not closed");
        if (taken is null)
            return;
        // The lines that were tried go back, before any that were there already.
        var rest = _again.ToArray();
        _again.Clear();
        foreach (var line in taken)
            _again.Enqueue(line);
        foreach (var line in rest)
            _again.Enqueue(line);
        _line = begins;
    }

    private void Bad(long line, int column, string reason) => _framed.Add(new Framed(line, 1, new RecordProblem(column, reason)));

    private readonly record struct Framed(long Line, int Lines, RecordProblem? Problem);
}
