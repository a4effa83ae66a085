using System.Net;
using System.Text;

namespace Isonomia.Documents.Writers;

/// <summary>Writes a paper as one HTML file that loads nothing from anywhere, reads well by screen reader and prints on Letter paper.</summary>
public static class HtmlWriter
{
    private const string Style = """
        @page { size: Letter; margin: 20mm 20mm 22mm }
        * { box-sizing: border-box }
        body { font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #111; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
        h1 { font-size: 17pt; line-height: 1.2; margin: .2rem 0 .8rem }
        h2 { font-size: 12.5pt; margin: 1.2rem 0 .3rem; break-after: avoid }
        p { margin: .35rem 0 }
        .notice { border: 1.5pt solid #111; padding: .35rem .6rem; font-weight: bold }
        blockquote { margin: .8rem 0; padding: .6rem 1rem; border-left: 4pt solid #111; font-size: 12.5pt }
        ul { margin: .3rem 0; padding-left: 1.3rem }
        li { margin: .2rem 0 }
        ul.boxes { list-style: none; padding-left: 0 }
        ul.boxes li { padding-left: 1.6rem; text-indent: -1.6rem }
        ul.boxes li::before { content: "\2610"; display: inline-block; width: 1.6rem; text-indent: 0 }
        table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: 9.5pt; line-height: 1.3 }
        th, td { border: .6pt solid #555; padding: .25rem .4rem; text-align: left; vertical-align: top }
        thead { display: table-header-group }
        tr { break-inside: avoid }
        th { background: #eee }
        .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 2.2rem 2rem; margin-top: 2.4rem; break-inside: avoid }
        .signatures div { border-top: .8pt solid #111; padding-top: .2rem; font-size: 9.5pt }
        @media print { body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt } }
        footer { margin-top: 1.6rem; border-top: .6pt solid #555; padding-top: .3rem; font-size: 8.5pt; color: #333 }
        """;

    /// <summary>The whole file.</summary>
    public static string Write(Paper paper)
    {
        var html = new StringBuilder();
        html.Append("<!doctype html>\n<html lang=\"").Append(Code(paper.Language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.Append("<title>")
            .Append(Text(paper.Title))
            .Append("</title>\n<style>\n")
            .Append(Style)
            .Append("\n</style>\n</head>\n<body>\n");
        html.Append("<p class=\"notice\">").Append(Text(paper.Notice)).Append("</p>\n");
        html.Append("<h1>").Append(Text(paper.Title)).Append("</h1>\n<main>\n");
        foreach (var block in paper.Blocks)
            Write(html, block);
        html.Append("</main>\n<footer>").Append(Text(paper.Foot)).Append("</footer>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading heading:
                html.Append("<h2>").Append(Text(heading.Text)).Append("</h2>\n");
                break;
            case Paragraph paragraph:
                html.Append("<p>");
                if (paragraph.Lead.Length > 0)
                    html.Append("<strong>").Append(Text(paragraph.Lead)).Append("</strong> ");
                html.Append(Text(paragraph.Text)).Append("</p>\n");
                break;
            case Quotation quotation:
                html.Append("<blockquote lang=\"").Append(Code(quotation.Language)).Append("\">");
                html.Append(Text(quotation.Text)).Append("</blockquote>\n");
                break;
            case Points points:
                html.Append(points.Boxes ? "<ul class=\"boxes\">\n" : "<ul>\n");
                foreach (var item in points.Items)
                    html.Append("<li>").Append(Text(item)).Append("</li>\n");
                html.Append("</ul>\n");
                break;
            case Grid grid:
                html.Append("<table>\n<thead><tr>");
                foreach (var cell in grid.Header)
                    html.Append("<th scope=\"col\">").Append(Text(cell)).Append("</th>");
                html.Append("</tr></thead>\n<tbody>\n");
                foreach (var row in grid.Rows)
                {
                    html.Append("<tr>");
                    foreach (var cell in row)
                        html.Append("<td>").Append(Text(cell)).Append("</td>");
                    html.Append("</tr>\n");
                }
                html.Append("</tbody>\n</table>\n");
                break;
            case Signatures signatures:
                html.Append("<div class=\"signatures\">\n");
                foreach (var role in signatures.Roles)
                    html.Append("<div>").Append(Text(role)).Append("</div>\n");
                html.Append("</div>\n");
                break;
            default:
                throw new ArgumentException(block.GetType().Name, nameof(block));
        }
    }

    private static string Code(PaperLanguage language) => language == PaperLanguage.Spanish ? "es" : "en";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
