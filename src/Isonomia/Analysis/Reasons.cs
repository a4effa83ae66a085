using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>The reason of an answer: the lines of the ticked outline that decide it, in a sentence, with their authorities.</summary>
public static class Reasons
{
    /// <summary>The lines that decide a trace: enough of them to make the answer what it is.</summary>
    public static IReadOnlyList<Trace> Decisive(Trace trace)
    {
        var found = new List<Trace>();
        Collect(trace, found);
        return found.Distinct().ToArray();
    }

    private static void Collect(Trace t, List<Trace> found)
    {
        switch (t.Op)
        {
            case TraceOp.Leaf:
                found.Add(t);
                break;
            case TraceOp.Not:
                // The line that is denied decides; it keeps its own truth.
                Collect(t.Items[0], found);
                break;
            case TraceOp.Rule when t.Items.Count == 0:
                found.Add(t);
                break;
            case TraceOp.Rule:
                if (t.Truth == Truth.No && t.Items[0].Truth != Truth.No && t.Items.Count > 1)
                    Collect(t.Items[1], found);
                else if (t.Truth == Truth.Open && t.Items[0].Truth == Truth.Yes && t.Items.Count > 1)
                    Collect(t.Items[1], found);
                else
                    Collect(t.Items[0], found);
                break;
            case TraceOp.All:
                if (t.Verdict is not null && t.Truth != Truth.Open)
                    found.Add(t);
                if (t.Truth == Truth.No)
                    Fewest(t.Items.Where(i => i.Truth == Truth.No), found);
                else
                    Every(t.Items.Where(i => i.Truth == t.Truth), found);
                break;
            case TraceOp.Any:
                if (t.Truth == Truth.Yes)
                    Fewest(t.Items.Where(i => i.Truth == Truth.Yes), found);
                else
                    Every(t.Items.Where(i => i.Truth == t.Truth), found);
                break;
            case TraceOp.None:
                if (t.Truth == Truth.No)
                    Fewest(t.Items.Where(i => i.Truth == Truth.Yes), found);
                else
                    Every(t.Items.Where(i => i.Truth == Kleene.Not(t.Truth)), found);
                break;
            case TraceOp.Count:
                // A total is decided by its amount; a tally by what is tallied.
                if (t.Items.Count == 0 || t.Fact is { Kind: FactKind.Number })
                    found.Add(t);
                else if (t.Truth == Truth.Yes)
                    Every(t.Items.Where(i => i.Truth == Truth.Yes), found);
                else if (t.Truth == Truth.No && t.Items.All(i => i.Truth == Truth.Yes))
                    found.Add(t);
                else
                    Every(t.Items.Where(i => i.Truth != Truth.Yes), found);
                break;
            case TraceOp.Match:
                Every(t.Items, found);
                break;
        }
    }

    private static void Every(IEnumerable<Trace> items, List<Trace> found)
    {
        foreach (var item in items)
            Collect(item, found);
    }

    /// <summary>Of several lines that would each do, the one that takes the fewest words.</summary>
    private static void Fewest(IEnumerable<Trace> items, List<Trace> found)
    {
        List<Trace>? best = null;
        foreach (var item in items)
        {
            var here = new List<Trace>();
            Collect(item, here);
            if (best is null || here.Count < best.Count)
                best = here;
        }
        if (best is not null)
            found.AddRange(best);
    }

    /// <summary>The sentence. <paramref name="offenses"/> names the offense of a count.</summary>
    public static string Sentence(IReadOnlyList<Trace> decisive, Func<int, string> offenses)
    {
        var parts = new List<string>();
        // What is plain from the case file is left out where something tells more.
        var telling = decisive.Where(t => !IsPlain(t)).ToArray();
        foreach (var t in (telling.Length > 0 ? telling : decisive).OrderBy(t => t.Verdict is null ? 1 : 0).ThenBy(t => t.Slot))
        {
            var text = Line(t, offenses);
            if (text.Length > 0 && !parts.Contains(text, StringComparer.Ordinal))
                parts.Add(text);
        }
        // More than a few lines explain nothing; the whole outline is one command away.
        var shown = parts.Take(4).ToArray();
        var sentence = string.Join("; ", shown.Select((p, i) => i < shown.Length - 1 ? p.TrimEnd('.') : p));
        if (parts.Count > shown.Length)
            sentence += $" (and {parts.Count - shown.Length} more)";
        return sentence.Length == 0 ? ""
            : sentence.EndsWith('.') ? sentence
            : sentence + ".";
    }

    private static bool IsLeftOpen(Trace t) => t.Value == ValueWords.LeftOpen;

    private static IEnumerable<Trace> Leaves(Trace t) => t.Items.Count == 0 ? [t] : t.Items.SelectMany(Leaves);

    private static bool IsPlain(Trace t) =>
        t.Verdict is null
        && t.Truth != Truth.Open
        && t.Fact?.Name
            is "outcome"
                or "status"
                or "convicted after admission"
                or "punishment or restraint ordered"
                or "last entry"
                or "form"
                or "conviction date";

    private static string Line(Trace t, Func<int, string> offenses)
    {
        var of = t.Slot >= 0 ? offenses(t.Slot) : "";
        if (t.Verdict is { } verdict)
        {
            var open = t.Items.SelectMany(Leaves).Any(IsLeftOpen);
            var says = t.Truth switch
            {
                Truth.Yes => open ? "is not shown not to be" : "is",
                Truth.No => open ? "is not shown to be" : "is not",
                _ => "may be",
            };
            return $"{of} {says} {t.Fact!.Plain}: {verdict.Note}";
        }
        if (t.Rule is { } rule && t.Fact is null)
            return t.Value.Length > 0 ? $"{rule.Title}: {t.Value}" : rule.Title;
        if (t.Fact is not { } fact)
            return t.Text;
        var about = of.Length > 0 ? $" ({of})" : "";
        if (IsLeftOpen(t))
            return $"the record leaves open: {fact.Name}{about}";
        switch (fact.Kind)
        {
            case FactKind.YesNo:
                return t.Truth switch
                {
                    Truth.Yes => $"{fact.Name}{about}",
                    Truth.No => $"not {fact.Name}{about}",
                    _ => $"not known: {fact.Name}{about}",
                };
            case FactKind.Match:
                return t.Truth == Truth.Open ? $"{of}: nobody has reviewed whether it is {fact.Plain}" : $"{fact.Name}: {t.Value}{about}";
            case FactKind.Question:
                return $"the law is not settled: {fact.Name}";
            default:
                return $"{fact.Name} is {t.Value}{about}";
        }
    }

    /// <summary>Ids and citations of the verdicts and rules that the answer rests on, without repetition.</summary>
    public static IReadOnlyList<string> Authorities(Rule? rule, IReadOnlyList<Trace> decisive)
    {
        var all = new List<string>();
        foreach (var id in (rule?.Cites ?? []).Concat(decisive.Where(d => d.Verdict is not null).SelectMany(d => d.Verdict!.Authorities)))
            if (id != "practice" && !all.Contains(id, StringComparer.Ordinal))
                all.Add(id);
        return all;
    }

    /// <summary>The least certain of the verdicts; an answer that rests on none rests on statute text.</summary>
    public static Certainty CertaintyOf(IReadOnlyList<Trace> decisive) =>
        decisive.Where(d => d.Verdict is not null).Select(d => d.Verdict!.Certainty).DefaultIfEmpty(Certainty.Applied).Min();
}
