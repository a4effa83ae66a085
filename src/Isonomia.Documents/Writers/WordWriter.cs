using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Isonomia.Documents.Writers;

/// <summary>Writes a paper as a Word file with named styles, real lists and tables, so that an office can edit it.</summary>
public static class WordWriter
{
    private const int Bullets = 1;
    private const int Boxes = 2;

    // Letter with margins of an inch, in twentieths of a point.
    private const int PageWidth = 12240;
    private const int PageHeight = 15840;
    private const int Margin = 1440;

    /// <summary>The whole file.</summary>
    public static byte[] Write(Paper paper)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            word.PackageProperties.Title = paper.Title;
            word.PackageProperties.Language = Code(paper.Language);
            var main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles(paper.Language);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Lists();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new W.Footer(Paragraph("Footer", Run(paper.Foot)));
            var body = new W.Body();
            body.Append(Paragraph("Notice", Run(paper.Notice)), Paragraph("Title", Run(paper.Title)));
            foreach (var block in paper.Blocks)
                body.Append(Of(block));
            body.Append(
                new W.SectionProperties(
                    new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                    new W.PageSize { Width = PageWidth, Height = PageHeight },
                    new W.PageMargin
                    {
                        Top = Margin,
                        Bottom = Margin,
                        Left = Margin,
                        Right = Margin,
                        Header = Margin / 2,
                        Footer = Margin / 2,
                    }
                )
            );
            main.Document = new W.Document(body);
        }
        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Of(Block block) =>
        block switch
        {
            Heading heading => [Paragraph("Heading1", Run(heading.Text))],
            Paragraph { Lead.Length: > 0 } p => [Paragraph("Normal", Run(p.Lead + " ", bold: true), Run(p.Text))],
            Paragraph p => [Paragraph("Normal", Run(p.Text))],
            Quotation quotation => [Paragraph("Quote", Run(quotation.Text, language: quotation.Language))],
            Points points => points.Items.Select(item => Item(item, points.Boxes ? Boxes : Bullets)),
            Grid grid => [Table(grid), Paragraph("Normal")],
            Signatures signatures => signatures.Roles.Select(role => Paragraph("Signature", Run(role))),
            _ => throw new ArgumentException(block.GetType().Name, nameof(block)),
        };

    private static W.Paragraph Paragraph(string style, params W.Run[] runs)
    {
        var paragraph = new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = style }));
        paragraph.Append(runs);
        return paragraph;
    }

    private static W.Paragraph Item(string text, int list) =>
        new(
            new W.ParagraphProperties(
                new W.ParagraphStyleId { Val = "ListParagraph" },
                new W.NumberingProperties(new W.NumberingLevelReference { Val = 0 }, new W.NumberingId { Val = list })
            ),
            Run(text)
        );

    private static W.Run Run(string text, bool bold = false, PaperLanguage? language = null)
    {
        var run = new W.Run();
        if (bold || language is not null)
        {
            var properties = new W.RunProperties();
            if (bold)
                properties.Append(new W.Bold());
            if (language is { } other)
                properties.Append(new W.Languages { Val = Code(other) });
            run.Append(properties);
        }
        run.Append(new W.Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private static W.Table Table(Grid grid)
    {
        var widths = Widths(grid);
        var table = new W.Table(
            new W.TableProperties(
                new W.TableStyle { Val = "TableGrid" },
                new W.TableWidth { Width = "5000", Type = W.TableWidthUnitValues.Pct }
            ),
            new W.TableGrid(widths.Select(width => new W.GridColumn { Width = $"{width}" }))
        );
        var head = new W.TableRow(new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()));
        head.Append(grid.Header.Select((cell, i) => Cell(cell, bold: true, widths[i])));
        table.Append(head);
        foreach (var row in grid.Rows)
        {
            var line = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
            line.Append(row.Select((cell, i) => Cell(cell, bold: false, widths[i])));
            table.Append(line);
        }
        return table;
    }

    /// <summary>Widths of columns, in twentieths of a point: long texts get more, but no column less than its longest word.</summary>
    private static int[] Widths(Grid grid)
    {
        const int Letter = 110;
        const int Padding = 240;
        var columns = Enumerable
            .Range(0, grid.Header.Count)
            .Select(i => grid.Rows.Select(r => r[i]).Prepend(grid.Header[i]).ToArray())
            .ToArray();
        var least = columns.Select(c => (c.SelectMany(t => t.Split(' ')).Max(w => w.Length) * Letter) + Padding).ToArray();
        var wanted = columns.Select(c => Math.Sqrt(c.Max(t => t.Length))).ToArray();
        var spare = Math.Max(0, PageWidth - (2 * Margin) - least.Sum());
        return [.. least.Select((width, i) => width + (int)(spare * wanted[i] / wanted.Sum()))];
    }

    private static W.TableCell Cell(string text, bool bold, int width) =>
        new(
            new W.TableCellProperties(new W.TableCellWidth { Width = $"{width}", Type = W.TableWidthUnitValues.Dxa }),
            Paragraph("TableText", Run(text, bold))
        );

    private static W.Styles Styles(PaperLanguage language) =>
        new(
            new W.DocDefaults(
                new W.RunPropertiesDefault(
                    new W.RunPropertiesBaseStyle(
                        new W.RunFonts { Ascii = "Georgia", HighAnsi = "Georgia" },
                        new W.FontSize { Val = "22" },
                        new W.Languages { Val = Code(language) }
                    )
                ),
                new W.ParagraphPropertiesDefault(
                    new W.ParagraphPropertiesBaseStyle(
                        new W.SpacingBetweenLines
                        {
                            After = "100",
                            Line = "276",
                            LineRule = W.LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Style("Normal", "Normal", isDefault: true),
            Style("Title", "Title", size: 34, bold: true, before: 60, after: 160),
            Style("Heading1", "heading 1", size: 25, bold: true, before: 240, after: 60, keep: true, outline: 0),
            Style("Notice", "Notice", bold: true, border: true),
            Style("Quote", "Quote", size: 25, before: 120, after: 120, indent: 480),
            Style("ListParagraph", "List Paragraph", after: 60),
            Style("TableText", "Table Text", size: 19, after: 20),
            Style("Signature", "Signature", size: 19, before: 700, top: true),
            Style("Footer", "footer", size: 17),
            new W.Style(
                new W.StyleName { Val = "Table Grid" },
                new W.StyleTableProperties(
                    new W.TableBorders(
                        new W.TopBorder { Val = W.BorderValues.Single, Size = 4 },
                        new W.LeftBorder { Val = W.BorderValues.Single, Size = 4 },
                        new W.BottomBorder { Val = W.BorderValues.Single, Size = 4 },
                        new W.RightBorder { Val = W.BorderValues.Single, Size = 4 },
                        new W.InsideHorizontalBorder { Val = W.BorderValues.Single, Size = 4 },
                        new W.InsideVerticalBorder { Val = W.BorderValues.Single, Size = 4 }
                    )
                )
            )
            {
                Type = W.StyleValues.Table,
                StyleId = "TableGrid",
            }
        );

    private static W.Style Style(
        string id,
        string name,
        int size = 22,
        bool bold = false,
        int before = 0,
        int after = 100,
        int indent = 0,
        bool keep = false,
        bool border = false,
        bool top = false,
        bool isDefault = false,
        int? outline = null
    )
    {
        var paragraph = new W.StyleParagraphProperties();
        if (keep)
            paragraph.Append(new W.KeepNext());
        if (border || top)
        {
            var line = new W.ParagraphBorders(
                new W.TopBorder
                {
                    Val = W.BorderValues.Single,
                    Size = 8,
                    Space = 4,
                }
            );
            if (border)
                line.Append(
                    new W.LeftBorder
                    {
                        Val = W.BorderValues.Single,
                        Size = 8,
                        Space = 4,
                    },
                    new W.BottomBorder
                    {
                        Val = W.BorderValues.Single,
                        Size = 8,
                        Space = 4,
                    },
                    new W.RightBorder
                    {
                        Val = W.BorderValues.Single,
                        Size = 8,
                        Space = 4,
                    }
                );
            paragraph.Append(line);
        }
        paragraph.Append(new W.SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        if (indent > 0)
            paragraph.Append(new W.Indentation { Left = $"{indent}", Right = $"{indent}" });
        if (outline is { } level)
            paragraph.Append(new W.OutlineLevel { Val = level });
        var run = new W.StyleRunProperties();
        if (bold)
            run.Append(new W.Bold());
        run.Append(new W.FontSize { Val = $"{size}" });
        var style = new W.Style(new W.StyleName { Val = name })
        {
            Type = W.StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault ? true : null,
            CustomStyle = id is "Notice" or "TableText" ? true : null,
        };
        if (!isDefault)
            style.Append(new W.BasedOn { Val = "Normal" });
        style.Append(new W.PrimaryStyle(), paragraph, run);
        return style;
    }

    private static W.Numbering Lists() =>
        new(
            Marks(Bullets, "•"),
            Marks(Boxes, "☐"),
            new W.NumberingInstance(new W.AbstractNumId { Val = Bullets }) { NumberID = Bullets },
            new W.NumberingInstance(new W.AbstractNumId { Val = Boxes }) { NumberID = Boxes }
        );

    private static W.AbstractNum Marks(int id, string mark) =>
        new(
            new W.Level(
                new W.StartNumberingValue { Val = 1 },
                new W.NumberingFormat { Val = W.NumberFormatValues.Bullet },
                new W.LevelText { Val = mark },
                new W.LevelJustification { Val = W.LevelJustificationValues.Left },
                new W.PreviousParagraphProperties(new W.Indentation { Left = "420", Hanging = "420" }),
                new W.NumberingSymbolRunProperties(new W.RunFonts { Ascii = "Segoe UI Symbol", HighAnsi = "Segoe UI Symbol" })
            )
            {
                LevelIndex = 0,
            }
        )
        {
            AbstractNumberId = id,
        };

    private static string Code(PaperLanguage language) => language == PaperLanguage.Spanish ? "es-US" : "en-US";
}
