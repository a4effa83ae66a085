using Isonomia.Cases;
using Isonomia.Law;
using Isonomia.Offenses;

namespace Isonomia.Alternatives;

/// <summary>An offense to which a charge may be reduced or changed, by a row of a page.</summary>
internal sealed record Relation(Offense Leaf, string Kind, string FactualBasis, string Mark, Place At);

/// <summary>The relation between offenses, read from the <c>related</c> and <c>safer option</c> tables of all offense pages.</summary>
/// <remarks>
/// Lesser included offenses of lesser included offenses are included too; the other relations are taken one step, because a substitute of a
/// substitute has lost the facts of the charge.
/// </remarks>
internal sealed class RelatedOffenses
{
    private readonly Lawbook law;
    private readonly Dictionary<Offense, List<Relation>> rows = [];

    public RelatedOffenses(Lawbook law)
    {
        this.law = law;
        var pages = law.Offenses.Select(o => o.Page).Distinct().ToArray();
        foreach (var page in pages)
        {
            foreach (var row in page.Related)
                Add(row.Related, row.To, row.Relation, row.FactualBasis, row.Mark, row.At);
        }
        foreach (var page in pages)
        {
            foreach (var row in page.SaferOptions)
                Add(Head(row.Option), Head(row.InsteadOf), "safer option of the page", "", row.Mark, row.At);
        }
    }

    /// <summary>The relations of a charged leaf, the closest kind first, each related leaf once.</summary>
    public IReadOnlyList<Relation> Of(Offense charged)
    {
        var found = new Dictionary<Offense, Relation>();
        var seen = new HashSet<Offense> { charged };
        var next = new Queue<Offense>([charged]);
        while (next.TryDequeue(out var from))
        {
            foreach (var row in rows.GetValueOrDefault(from, []))
            {
                if (from != charged && row.Kind != "lesser included")
                    continue;
                if (row.Leaf != charged)
                    found.TryAdd(row.Leaf, row);
                if (row.Kind == "lesser included" && seen.Add(row.Leaf))
                    next.Enqueue(row.Leaf);
            }
        }
        return [.. found.Values];
    }

    /// <summary>A safer option is written in words; what stands before them is the citation.</summary>
    private static string Head(string text)
    {
        var end = text.Length;
        foreach (var stop in new[] { ",", " with ", " as ", " where ", " if ", ":" })
            if (text.IndexOf(stop, StringComparison.Ordinal) is var at and > 0)
                end = Math.Min(end, at);
        return text[..end].Trim();
    }

    private void Add(string related, string to, string kind, string basis, string mark, Place at)
    {
        foreach (var target in Leaves(to))
        foreach (var leaf in Leaves(related))
        {
            if (leaf == target)
                continue;
            if (!rows.TryGetValue(target, out var list))
                rows.Add(target, list = []);
            if (!list.Exists(r => r.Leaf == leaf))
                list.Add(new Relation(leaf, kind, basis, mark, at));
        }
    }

    private Offense[] Leaves(string text) =>
        [
            .. text.Split([';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(t => Citation.TryParse(t, out var c, out _) ? law.Find(Offense.TargetOf(c)) : [])
                .Distinct(),
        ];
}
