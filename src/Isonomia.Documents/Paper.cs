namespace Isonomia.Documents;

/// <summary>A paper before it is HTML, Word or PDF: what it says and in what order. Every writer writes the same paper.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Notice">Who may read it and whether it may be filed; above everything else.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Blocks">Its content.</param>
/// <param name="Foot">Law date, law book and fingerprint: at the foot of every page.</param>
public sealed record Paper(string Title, string Notice, PaperLanguage Language, IReadOnlyList<Block> Blocks, string Foot)
{
    /// <summary>All its text in reading order, a block a line: for searching and for tests.</summary>
    public string PlainText => string.Join('\n', new[] { Title, Notice }.Concat(Blocks.SelectMany(b => b.Lines)).Append(Foot));
}

/// <summary>A piece of a paper.</summary>
public abstract record Block
{
    /// <summary>Its text, a line each.</summary>
    public abstract IEnumerable<string> Lines { get; }
}

/// <summary>The heading of a section.</summary>
public sealed record Heading(string Text) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<string> Lines => [Text];
}

/// <summary>A paragraph.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Lead">Words in bold before it; empty for none.</param>
public sealed record Paragraph(string Text, string Lead = "") : Block
{
    /// <inheritdoc/>
    public override IEnumerable<string> Lines => [Lead.Length > 0 ? $"{Lead} {Text}" : Text];
}

/// <summary>Words of a statute that are to be read out exactly as they stand.</summary>
/// <param name="Text">The words.</param>
/// <param name="Language">The language they are in, which need not be the paper's.</param>
public sealed record Quotation(string Text, PaperLanguage Language) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<string> Lines => [Text];
}

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Boxes">Each item has a box to tick.</param>
public sealed record Points(IReadOnlyList<string> Items, bool Boxes = false) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<string> Lines => Items;
}

/// <summary>A table.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Rows">Its rows, as long as the header.</param>
public sealed record Grid(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<string> Lines => Rows.Prepend(Header).Select(r => string.Join(" | ", r));
}

/// <summary>Lines to sign on.</summary>
/// <param name="Roles">Who signs.</param>
public sealed record Signatures(IReadOnlyList<string> Roles) : Block
{
    /// <inheritdoc/>
    public override IEnumerable<string> Lines => Roles;
}
