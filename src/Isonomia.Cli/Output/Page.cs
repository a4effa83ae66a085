namespace Isonomia.Cli.Output;

/// <summary>Text for people: 100 columns, wrapped at words, the same in a terminal and in a pipe. Nothing is said by color alone, so none is used.</summary>
internal sealed class Page(TextWriter output)
{
    private const int Width = 100;

    /// <summary>A heading with a rule under it.</summary>
    public void Title(string text)
    {
        output.WriteLine(text);
        output.WriteLine(new string('=', Math.Min(text.Length, Width)));
    }

    /// <summary>A smaller heading, after an empty line.</summary>
    public void Heading(string text)
    {
        output.WriteLine();
        output.WriteLine(text);
        output.WriteLine(new string('-', Math.Min(text.Length, Width)));
    }

    /// <summary>An empty line.</summary>
    public void Blank() => output.WriteLine();

    /// <summary>A paragraph: the first line begins with <paramref name="lead"/>, the others stand under its text.</summary>
    public void Text(string lead, string text, int indent = -1, int later = -1)
    {
        var left =
            later >= 0 ? later
            : indent < 0 ? lead.Length
            : indent;
        if (later < 0 && lead.Length < left)
            lead = lead.PadRight(left);
        var line = lead;
        var first = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var room = line.Length + (first ? 0 : 1) + word.Length <= Width;
            if (!room && !first)
            {
                output.WriteLine(line.TrimEnd());
                line = new string(' ', left);
                first = true;
            }
            line += first ? word : " " + word;
            first = false;
        }
        output.WriteLine(line.TrimEnd());
    }

    /// <summary>A paragraph whose later lines are indented.</summary>
    public void Hanging(string text, int indent)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        Text(space < 0 ? text : text[..(space + 1)], space < 0 ? "" : text[(space + 1)..], 0, indent);
    }

    /// <summary>A line as it is.</summary>
    public void Line(string text) => output.WriteLine(text);
}
