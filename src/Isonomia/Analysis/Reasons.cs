using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>The reason of an answer: the lines of the ticked outline that decide it, in a sentence, with their authorities.</summary>
/// <remarks>One is made for each assessment: answers share outlines, and what decides a shared part is found once.</remarks>
public sealed class Reasons
{
    private readonly Dictionary<Trace, Trace[]> decided = new(256);

    /// <summary>The lines that decide a trace: enough of them to make the answer what it is.</summary>
    public IReadOnlyList<Trace> Decisive(Trace trace) => LinesOf(trace);

    private Trace[] LinesOf(Trace trace)
    {
        if (trace.Op == TraceOp.Leaf)
            return [trace];
        if (!decided.TryGetValue(trace, out var lines))
            decided.Add(trace, lines = Find(trace));
        return lines;
    }

    private Trace[] Find(Trace t)
    {
        switch (t.Op)
        {
            case TraceOp.Not:
                // The line that is denied decides; it keeps its own truth.
                return LinesOf(t.Items[0]);
            case TraceOp.Rule when t.Items.Count == 0:
                return [t];
            case TraceOp.Rule:
                var lifted = t.Truth == Truth.No && t.Items[0].Truth != Truth.No || t.Truth == Truth.Open && t.Items[0].Truth == Truth.Yes;
                return LinesOf(t.Items[lifted && t.Items.Count > 1 ? 1 : 0]);
            case TraceOp.All:
                var lines = t.Truth == Truth.No ? Fewest(t.Items, Truth.No) : Every(t.Items, Only(t.Truth));
                return t.Verdict is not null && t.Truth != Truth.Open ? [t, .. lines] : lines;
            case TraceOp.Any:
                return t.Truth == Truth.Yes ? Fewest(t.Items, Truth.Yes) : Every(t.Items, Only(t.Truth));
            case TraceOp.None:
                return t.Truth == Truth.No ? Fewest(t.Items, Truth.Yes) : Every(t.Items, Only(Kleene.Not(t.Truth)));
            case TraceOp.Count:
                // A total is decided by its amount; a tally by what is tallied.
                if (
                    t.Items.Count == 0
                    || t.Fact is { Kind: FactKind.Number }
                    || t.Truth == Truth.No && t.Items.All(i => i.Truth == Truth.Yes)
                )
                    return [t];
                // What keeps it open is what is open, not what is out of the question.
                if (t.Truth == Truth.Open && t.Items.Any(i => i.Truth == Truth.Open))
                    return Every(t.Items, Only(Truth.Open));
                if (t.Truth != Truth.Yes)
                    return Every(t.Items, ~Only(Truth.Yes));
                var tallied = Every(t.Items, Only(Truth.Yes));
                // Where several of a named kind are asked for, that they are several decides; what each one is, only a verdict tells better than the name.
                return t.Fact is null && t.Items.Count(i => i.Truth == Truth.Yes) > 1 && IsTallyOfOneKind(t.Text)
                    ? [t, .. tallied.Where(l => l.Verdict is not null)]
                    : tallied;
            default:
                return Every(t.Items, ~0);
        }
    }

    private static int Only(Truth truth) => 1 << (int)truth;

    /// <summary>The lines that decide every item whose answer is one of those asked for, a bit each.</summary>
    private Trace[] Every(IReadOnlyList<Trace> items, int truths)
    {
        Trace[] first = [];
        List<Trace>? found = null;
        HashSet<Trace>? seen = null;
        for (var i = 0; i < items.Count; i++)
        {
            if ((Only(items[i].Truth) & truths) == 0)
                continue;
            var lines = LinesOf(items[i]);
            if (first.Length == 0)
            {
                first = lines;
                continue;
            }
            found ??= [.. first];
            foreach (var line in lines)
            {
                // Few lines are sooner looked through than hashed.
                const int Few = 16;
                if (seen is null && found.Count >= Few)
                    seen = [.. found];
                if (seen?.Add(line) ?? !found.Contains(line))
                    found.Add(line);
            }
        }
        return found?.ToArray() ?? first;
    }

    /// <summary>Of several lines that would each do, the one that takes the fewest words.</summary>
    private Trace[] Fewest(IReadOnlyList<Trace> items, Truth truth)
    {
        Trace[]? best = null;
        for (var i = 0; i < items.Count; i++)
            if (items[i].Truth == truth && LinesOf(items[i]) is var here && (best is null || here.Length < best.Length))
                best = here;
        return best ?? [];
    }

    /// <summary>The sentence. <paramref name="offenses"/> names the offense of a count.</summary>
    public static string Sentence(IReadOnlyList<Trace> decisive, Func<int, string> offenses)
    {
        // More than a few lines explain nothing; the whole outline is one command away.
        const int Most = 4;
        var parts = new List<string>(Most);
        var rest = 0;
        // What is plain from the case file is left out where something tells more; verdicts come first.
        var telling = decisive.Any(t => !IsPlain(t));
        for (var verdicts = 1; verdicts >= 0; verdicts--)
        {
            foreach (var t in decisive)
            {
                if (t.Verdict is not null != (verdicts == 1) || telling && IsPlain(t))
                    continue;
                if (parts.Count == Most)
                {
                    rest++;
                    continue;
                }
                var text = Line(t, offenses);
                if (text.Length > 0 && !parts.Contains(text, StringComparer.Ordinal))
                    parts.Add(text);
            }
        }
        for (var i = 0; i < parts.Count - 1; i++)
            parts[i] = parts[i].TrimEnd('.');
        var sentence = string.Join("; ", parts);
        if (rest > 0)
            sentence += $" (and {rest} more)";
        return sentence.Length == 0 ? ""
            : sentence.EndsWith('.') ? sentence
            : sentence + ".";
    }

    private static bool IsLeftOpen(Trace t) => t.Value == ValueWords.LeftOpen;

    private static bool AnyLeftOpen(Trace t)
    {
        foreach (var item in t.Items)
            if (item.Items.Count == 0 ? IsLeftOpen(item) : AnyLeftOpen(item))
                return true;
        return false;
    }

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
            var plain = t.Fact!.Plain;
            var says = (t.Truth, AnyLeftOpen(t)) switch
            {
                (Truth.Yes, true) => $"the record does not rule out that {of} is {plain}",
                (Truth.No, true) => $"the record does not show that {of} is {plain}",
                (Truth.Yes, _) => $"{of} is {plain}",
                (Truth.No, _) => $"{of} is not {plain}",
                _ => $"{of} may be {plain}",
            };
            return $"{says}: {verdict.Note}";
        }
        if (t.Op == TraceOp.Count && t.Fact is null && t.Items.Count > 0)
        {
            var which = t.Items.Where(i => i.Truth == Truth.Yes).Select(SlotOf).Where(s => s >= 0).Select(offenses).Distinct().ToArray();
            const int Named = 4;
            var more = which.Length > Named ? $" and {which.Length - Named} more" : "";
            return $"{t.Text} ({string.Join(", ", which.Take(Named))}{more})";
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
                return $"the law is not settled: {fact.Name} ({string.Join(" or ", fact.Names)})";
            default:
                return $"{fact.Name} is {t.Value}{Measured(t)}{about}";
        }
    }

    /// <summary>"at least 2 convictions with misdemeanor for TPS": a tally whose line names what is tallied.</summary>
    private static bool IsTallyOfOneKind(string line) =>
        line.StartsWith("at least ", StringComparison.Ordinal)
        && line.IndexOf(" with ", StringComparison.Ordinal) is var with and > 0
        && line[(with + 6)..] is not ("all of" or "any of" or "none of")
        && !line[(with + 6)..].StartsWith("not ", StringComparison.Ordinal);

    /// <summary>The count that an item of a tally is about.</summary>
    private static int SlotOf(Trace t) => t.Slot >= 0 ? t.Slot : t.Items.Select(SlotOf).FirstOrDefault(s => s >= 0, -1);

    /// <summary>What a number was measured against, if it is known: ", more than 5 days".</summary>
    private static string Measured(Trace t)
    {
        if (t.Fact is not { Kind: FactKind.Number or FactKind.Span } fact || t.Truth == Truth.Open)
            return "";
        var test = t.Text.StartsWith(fact.Name, StringComparison.Ordinal) ? t.Text[fact.Name.Length..].Trim() : "";
        var space = test.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
            return "";
        var words = (test[..space], t.Truth) switch
        {
            ("<", Truth.Yes) or (">=", Truth.No) => "less than",
            ("<=", Truth.Yes) or (">", Truth.No) => "no more than",
            (">", Truth.Yes) or ("<=", Truth.No) => "more than",
            (">=", Truth.Yes) or ("<", Truth.No) => "at least",
            _ => "",
        };
        return words.Length > 0 ? $", {words}{test[space..]}" : "";
    }

    /// <summary>Ids and citations of the verdicts and rules that the answer rests on, without repetition.</summary>
    public static IReadOnlyList<string> Authorities(Rule? rule, IReadOnlyList<Trace> decisive)
    {
        var all = new List<string>();
        if (rule is not null)
            Add(all, rule.Cites);
        for (var i = 0; i < decisive.Count; i++)
            if (decisive[i].Verdict is { } verdict)
                Add(all, verdict.Authorities);
        return all;
    }

    private static void Add(List<string> all, IReadOnlyList<string> ids)
    {
        for (var i = 0; i < ids.Count; i++)
            if (ids[i] != "practice" && !all.Contains(ids[i]))
                all.Add(ids[i]);
    }

    /// <summary>The least certain of the verdicts; an answer that rests on none rests on statute text.</summary>
    public static Certainty CertaintyOf(IReadOnlyList<Trace> decisive)
    {
        Certainty? least = null;
        for (var i = 0; i < decisive.Count; i++)
            if (decisive[i].Verdict is not null && CertaintyOf(decisive[i]) is var certainty && (least is null || certainty < least))
                least = certainty;
        return least ?? Certainty.Applied;
    }

    /// <summary>A verdict that asks for something rests, where that is not so, on the text: what is practice is only what it would be otherwise.</summary>
    private static Certainty CertaintyOf(Trace t) =>
        t.Truth == Truth.No && t.Verdict!.Test is not null && t.Verdict.Certainty < Certainty.Applied
            ? Certainty.Applied
            : t.Verdict!.Certainty;
}
