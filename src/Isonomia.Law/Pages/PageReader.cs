using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Isonomia.Law.Pages;

/// <summary>
/// Finds rule fences, tables and <c>not raised</c> lines on a Markdown page. Markdig decides what is a fence, a heading or a paragraph;
/// table rows are cut from the source line itself, so that every cell keeps its exact column.
/// </summary>
internal static class PageReader
{
    private static readonly MarkdownPipeline BlocksOnly = Pipeline();

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder();
        // Inline markup means nothing to the law; reading it would be most of the loading time.
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LiteralInlineParser());
        // Pages hold no raw HTML; without these parsers a cell that begins with < is text.
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        return builder.Build();
    }

    public static PageParts Read(LawPage page, ICollection<LawProblem> problems)
    {
        var lines = page.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var document = Markdown.Parse(string.Join('\n', lines), BlocksOnly);
        var (title, prose) = ("", "");
        var rules = new List<RuleBlock>();
        var tables = new List<PageTable>();
        var notRaised = new List<NotRaisedLine>();
        foreach (var block in document)
        {
            switch (block)
            {
                case HeadingBlock heading when title.Length == 0 && heading.Level == 1:
                    title = lines[heading.Line].TrimStart('#', ' ').Trim();
                    break;
                case FencedCodeBlock fence when fence.Info == "rule":
                    rules.Add(Fence(page, lines, fence, prose));
                    break;
                case FencedCodeBlock { Info: { } info } near when Spelling.Distance(info, "rule") <= 1:
                    problems.Add(new LawProblem(page.Path, near.Line + 1, 1, $"a fence named `{info}` is not read: did you mean `rule`?"));
                    break;
                case ContainerBlock inner:
                    Nested(page, lines, inner, problems);
                    break;
                case ParagraphBlock paragraph:
                    var text = Paragraph(page, lines, paragraph, tables, notRaised, rules.Count - 1, problems);
                    if (text.Length > 0)
                        prose = text;
                    break;
            }
        }
        var first = document.OfType<ParagraphBlock>().FirstOrDefault(p => !lines[p.Line].StartsWith('|'));
        return new PageParts(page, title, first is null ? "" : Join(lines, first), rules, tables, notRaised);
    }

    /// <summary>Rules and tables are read only where they stand by themselves: inside a list or a quotation they would be dropped without a word.</summary>
    private static void Nested(LawPage page, string[] lines, ContainerBlock outer, ICollection<LawProblem> problems)
    {
        foreach (var fence in outer.Descendants<FencedCodeBlock>().Where(f => f.Info == "rule"))
            problems.Add(
                new LawProblem(
                    page.Path,
                    fence.Line + 1,
                    1,
                    "a rule inside a list or a quotation is not read: put an empty line before it and do not indent it"
                )
            );
        foreach (var paragraph in outer.Descendants<ParagraphBlock>())
        {
            for (var i = paragraph.Line; i < EndOf(lines, paragraph); i++)
            {
                var text = lines[i].TrimStart(' ', '>', '-', '*');
                if (!text.StartsWith('|') && !text.StartsWith("not raised", StringComparison.Ordinal))
                    continue;
                problems.Add(
                    new LawProblem(
                        page.Path,
                        i + 1,
                        1,
                        "a table or `not raised` line inside a list or a quotation is not read: put an empty line before it"
                    )
                );
                break;
            }
        }
    }

    private static string Join(string[] lines, ParagraphBlock p) => string.Join(' ', lines[p.Line..EndOf(lines, p)].Select(l => l.Trim()));

    /// <summary>The line after a paragraph: Markdig forgets a paragraph's lines once it has read its text, so the span is counted out.</summary>
    private static int EndOf(string[] lines, ParagraphBlock paragraph)
    {
        var line = paragraph.Line;
        var left = paragraph.Span.Length - lines[line].Length - 1 + paragraph.Column;
        while (left > 0 && line + 1 < lines.Length)
            left -= lines[++line].Length + 1;
        return line + 1;
    }

    private static RuleBlock Fence(LawPage page, string[] lines, FencedCodeBlock fence, string prose)
    {
        var inside = new List<Cell>(fence.Lines.Count);
        for (var i = 0; i < fence.Lines.Count; i++)
        {
            var at = fence.Line + 1 + i;
            inside.Add(new Cell(lines[at].TrimEnd(), new Place(page.Path, at + 1, 1)));
        }
        return new RuleBlock(inside, new Place(page.Path, fence.Line + 2, 1), prose);
    }

    private static string Paragraph(
        LawPage page,
        string[] lines,
        ParagraphBlock paragraph,
        List<PageTable> tables,
        List<NotRaisedLine> notRaised,
        int afterRule,
        ICollection<LawProblem> problems
    )
    {
        var text = new List<string>();
        var end = EndOf(lines, paragraph);
        for (var i = paragraph.Line; i < end; i++)
        {
            var line = lines[i].Trim();
            if (line.StartsWith('|'))
            {
                var from = i;
                while (i + 1 < end && lines[i + 1].TrimStart().StartsWith('|'))
                    i++;
                if (Table(page, lines, from, i, afterRule, problems) is { } table)
                    tables.Add(table);
            }
            else if (line.StartsWith("not raised", StringComparison.OrdinalIgnoreCase) && line.Contains(':', StringComparison.Ordinal))
            {
                if (NotRaised(page, lines[i], i, problems) is { } names)
                    notRaised.Add(names);
            }
            else
                text.Add(line);
        }
        return string.Join(' ', text);
    }

    private static PageTable? Table(LawPage page, string[] lines, int from, int to, int afterRule, ICollection<LawProblem> problems)
    {
        var head = Cells(page, lines[from], from);
        if (from == to || !IsDelimiter(Cells(page, lines[from + 1], from + 1)))
        {
            problems.Add(new LawProblem(page.Path, from + 1, 1, "a table needs a line of dashes under its headings"));
            return null;
        }
        var rows = new List<IReadOnlyList<Cell>>();
        for (var i = from + 2; i <= to; i++)
        {
            var row = Cells(page, lines[i], i);
            if (row.Count == head.Count)
                rows.Add(row);
            else
                problems.Add(
                    new LawProblem(page.Path, i + 1, 1, $"this row has {row.Count} cells, but the table has {head.Count} headings")
                );
        }
        return new PageTable(head, rows, afterRule);
    }

    private static bool IsDelimiter(List<Cell> cells) => cells.TrueForAll(c => c.Text.Length > 0 && c.Text.AsSpan().Trim("-:").IsEmpty);

    private static List<Cell> Cells(LawPage page, string line, int number)
    {
        var cells = new List<Cell>();
        var start = line.IndexOf('|', StringComparison.Ordinal) + 1;
        while (start <= line.Length)
        {
            var end = line.IndexOf('|', start);
            if (end < 0)
            {
                // A last bar closes the row; what follows it is not a cell.
                if (line.AsSpan(start).Trim().IsEmpty)
                    break;
                end = line.Length;
            }
            var raw = line.AsSpan(start, end - start);
            var lead = raw.Length - raw.TrimStart().Length;
            cells.Add(new Cell(raw.Trim().ToString(), new Place(page.Path, number + 1, start + 1 + Math.Min(lead, raw.Length))));
            start = end + 1;
        }
        return cells;
    }

    private static NotRaisedLine? NotRaised(LawPage page, string line, int number, ICollection<LawProblem> problems)
    {
        var at = new Place(page.Path, number + 1, 1);
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon]["not raised".Length..].Trim();
        if (!line.StartsWith("not raised", StringComparison.Ordinal) || head.Length > 0 && !(head.StartsWith('(') && head.EndsWith(')')))
        {
            problems.Add(at.Problem("write `not raised: names` or `not raised (citation): names`"));
            return null;
        }
        var names = new List<Cell>();
        var start = colon + 1;
        foreach (var part in line[(colon + 1)..].Split(','))
        {
            var name = part.Trim().TrimEnd('.');
            if (name.Length > 0)
                names.Add(new Cell(name, new Place(page.Path, number + 1, start + 1 + part.IndexOf(name, StringComparison.Ordinal))));
            start += part.Length + 1;
        }
        return new NotRaisedLine(head.Length > 0 ? head[1..^1] : "", names, at);
    }
}
