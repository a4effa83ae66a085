namespace Isonomia.Law.Pages;

/// <summary>A piece of text with its place.</summary>
/// <remarks>A class: lists of a structure would have to be compiled at every start of the command.</remarks>
internal sealed record Cell(string Text, Place At)
{
    public bool IsEmpty => Text.Length == 0;
}

/// <summary>A table: its headings and rows. Every row has as many cells as there are headings, or a problem was reported.</summary>
internal sealed record PageTable(IReadOnlyList<Cell> Head, IReadOnlyList<IReadOnlyList<Cell>> Rows, int AfterRule)
{
    public string Kind => Head[0].Text;
}

/// <summary>The lines of a rule fence, without the fence itself, and the paragraph that stands above it.</summary>
internal sealed record RuleBlock(IReadOnlyList<Cell> Lines, Place At, string Prose);

/// <summary>A line <c>not raised: …</c> or <c>not raised (citation; citation): …</c>.</summary>
internal sealed record NotRaisedLine(string Only, IReadOnlyList<Cell> Names, Place At);

/// <summary>What the machine reads of a page, in order.</summary>
internal sealed record PageParts(
    LawPage Page,
    string Title,
    string Prose,
    IReadOnlyList<RuleBlock> Rules,
    IReadOnlyList<PageTable> Tables,
    IReadOnlyList<NotRaisedLine> NotRaised
);
