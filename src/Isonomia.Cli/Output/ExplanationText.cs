using Isonomia.Analysis;
using Isonomia.Law;

namespace Isonomia.Cli.Output;

/// <summary>The law page's own outline, ticked: what holds, what fails, what is open, with values and citations; what was ruled out is shown too.</summary>
internal static class ExplanationText
{
    private const int Deepest = 10;

    public static void Write(Page page, Analyzer analyzer, Assessment a, IReadOnlyList<string> only)
    {
        page.Heading("Why: the outline of the law, ticked ([x] holds, [ ] does not, [?] open)");
        var codes = a
            .Grounds.Concat(a.Detention)
            .Concat(a.Exposure)
            .Where(c => only.Count == 0 ? c.Answer.Kind != AnswerKind.No : only.Contains(c.Code, StringComparer.Ordinal))
            .ToArray();
        foreach (var code in codes)
        {
            var shown = analyzer.Explain(a, code);
            foreach (var trace in shown)
            {
                page.Blank();
                page.Hanging(
                    $"{Tick(trace)} {trace.Text} [{code.Code}; {trace.Rule!.Id}; {string.Join("; ", trace.Rule.Cites.Select(a.Law.CiteOf))}]",
                    4
                );
                foreach (var item in trace.Items)
                    Line(page, a, item, 1, []);
            }
        }
        foreach (var code in only.Where(o => codes.All(c => c.Code != o)))
        {
            foreach (var trace in analyzer.ExplainRelief(a, code))
            {
                page.Blank();
                page.Hanging(
                    $"{Tick(trace)} {trace.Text} [{code} {trace.Rule!.State}; {trace.Rule.Id}; {string.Join("; ", trace.Rule.Cites.Select(a.Law.CiteOf))}]",
                    4
                );
                foreach (var item in trace.Items)
                    Line(page, a, item, 1, []);
            }
        }
    }

    /// <summary>A line that does not decide its group is ticked but not unfolded: in a group of which any line is enough, those that fail; of which all are needed, those that hold.</summary>
    private static bool Matters(Trace parent, Trace item) =>
        parent.Op switch
        {
            TraceOp.All => parent.Truth == Truth.Yes || item.Truth == parent.Truth,
            TraceOp.Any => parent.Truth == Truth.No || item.Truth == parent.Truth,
            TraceOp.None => parent.Truth == Truth.Yes || item.Truth != Truth.No,
            TraceOp.Count => parent.Truth == Truth.No || item.Truth != Truth.No,
            _ => true,
        };

    private static string Tick(Trace t) =>
        t.Truth switch
        {
            Truth.Yes => "[x]",
            Truth.No => "[ ]",
            _ => "[?]",
        };

    private static void Line(Page page, Assessment a, Trace t, int depth, HashSet<(Rule, int)> open, bool unfold = true)
    {
        var pad = new string(' ', depth * 3);
        const string Folded = " ...";
        var words = t.IsException ? $"unless {t.Text}" : t.Text;
        if (t.Slot >= 0 && t.Op is not TraceOp.All and not TraceOp.Any and not TraceOp.None)
            words += $" ({a.Counts[t.Slot].Count.Offense.Name})";
        if (t.Value.Length > 0)
            words += $": {t.Value}";
        if (t.Verdict is { } verdict)
            words += $". {verdict.Note} [{string.Join("; ", verdict.Authorities.Select(a.Law.CiteOf))}]";
        else if (t.Rule is { } rule && t.Op == TraceOp.Rule)
            words += $" [{rule.Id}; {a.Law.CiteOf(rule.Cites[0])}]";
        if (!unfold && t.Items.Count > 0)
            words += Folded;
        page.Text($"{pad}{Tick(t)} ", words);
        if (!unfold)
            return;
        // A rule that is already open above, or that lies too deep, is named and not unfolded again.
        if (depth >= Deepest || t.Rule is { } r && t.Op == TraceOp.Rule && !open.Add((r, t.Slot)))
            return;
        var items = t.Op == TraceOp.Not ? t.Items[0].Items : t.Items;
        foreach (var item in items)
            Line(page, a, item, depth + 1, open, Matters(t, item));
    }
}
