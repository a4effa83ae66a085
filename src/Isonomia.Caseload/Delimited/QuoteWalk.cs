namespace Isonomia.Caseload.Delimited;

/// <summary>Walks over the fields of one record and writes them quoted as RFC 4180 has it.</summary>
internal sealed class QuoteWalk(char separator, TextBlock output)
{
    /// <summary>Whether a quoted field is open at the end of what was walked.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Fields so far, the open one included.</summary>
    public int Fields { get; private set; }

    /// <summary>Character of the first line, from 1, at which the first quote that was open at a line's end had been opened.</summary>
    public int OpenedAt { get; private set; }

    public void Line(ReadOnlySpan<char> line)
    {
        var opened = 0;
        var at = 0;
        if (IsOpen)
        {
            output.Append('\n');
            at = Quoted(line, 0);
        }
        while (!IsOpen && at <= line.Length)
        {
            if (Fields++ > 0)
                output.Append(separator);
            var begin = at;
            while (begin < line.Length && line[begin] == ' ')
                begin++;
            if (begin < line.Length && line[begin] == '"')
            {
                opened = begin + 1;
                output.Append('"');
                IsOpen = true;
                at = Quoted(line, begin + 1);
            }
            else
                at = Plain(line, at);
        }
        if (IsOpen && OpenedAt == 0)
            OpenedAt = opened;
    }

    /// <summary>Ends the record.</summary>
    public void End() => output.Append('\n');

    /// <summary>From inside a quoted field to behind its separator, or to the end of the line while it stays open.</summary>
    private int Quoted(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length)
        {
            if (line[at] != '"')
            {
                output.Append(line[at++]);
                continue;
            }
            if (at + 1 < line.Length && line[at + 1] == '"')
            {
                output.Append("\"\"");
                at += 2;
                continue;
            }
            var after = at + 1;
            while (after < line.Length && line[after] == ' ')
                after++;
            if (after >= line.Length || line[after] == separator)
            {
                output.Append('"');
                IsOpen = false;
                return after + 1;
            }
            // Neither escaped nor closing: somebody wrote inches, or forgot to double it.
            output.Append("\"\"");
            at++;
        }
        return line.Length + 1;
    }

    private int Plain(ReadOnlySpan<char> line, int at)
    {
        var length = line[at..].IndexOf(separator);
        var field = length < 0 ? line[at..] : line.Slice(at, length);
        if (field.Contains('"'))
        {
            output.Append('"');
            foreach (var c in field)
                output.Append(c == '"' ? "\"\"" : new ReadOnlySpan<char>(in c));
            output.Append('"');
        }
        else
            output.Append(field);
        return at + field.Length + 1;
    }
}
