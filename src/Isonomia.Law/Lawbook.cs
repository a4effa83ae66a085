using System.Diagnostics.CodeAnalysis;

namespace Isonomia.Law;

/// <summary>What else a relief needs beside a record that leaves it open.</summary>
/// <param name="Code">Code of the relief.</param>
/// <param name="Need">What it needs, in words.</param>
/// <param name="At">Where it stands.</param>
public sealed record AlsoNeeded(string Code, string Need, Place At);

/// <summary>The law as one immutable value: pages read, bound and checked, with their fingerprint.</summary>
public sealed class Lawbook
{
    private readonly Dictionary<string, Rule> byTitle;
    private readonly Dictionary<string, Authority> authorities;
    private readonly Dictionary<string, List<Offense>> bySection;
    private readonly Lazy<IReadOnlyList<Fact>> verdictDates;

    internal Lawbook(
        Vocabulary vocabulary,
        IReadOnlyList<Rule> rules,
        IReadOnlyList<OpenQuestion> questions,
        IReadOnlyList<Authority> authorities,
        IReadOnlyList<Offense> offenses,
        IReadOnlyList<Substance> substances,
        IReadOnlyList<Example> examples,
        IReadOnlyList<AlsoNeeded> alsoNeeded,
        IReadOnlyList<LawProblem> warnings,
        string fingerprint
    )
    {
        Vocabulary = vocabulary;
        Rules = rules;
        Questions = questions;
        Authorities = authorities;
        Offenses = offenses;
        Substances = substances;
        Examples = examples;
        AlsoNeeded = alsoNeeded;
        Warnings = warnings;
        Fingerprint = fingerprint;
        byTitle = rules.ToDictionary(r => r.Title, StringComparer.Ordinal);
        this.authorities = authorities.ToDictionary(a => a.Id, StringComparer.Ordinal);
        verdictDates = new(() => [.. offenses.SelectMany(o => o.Verdicts.SelectMany(v => v)).Select(v => v.By).OfType<Fact>().Distinct()]);
        bySection = [];
        foreach (var offense in offenses)
        {
            foreach (var citation in offense.Also.Prepend(offense.Citation))
            {
                var key = Key(citation);
                if (!bySection.TryGetValue(key, out var list))
                    bySection.Add(key, list = []);
                if (!list.Contains(offense))
                    list.Add(offense);
            }
        }
    }

    /// <summary>All facts.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>All rules, each after the rules it reads.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Open questions of law.</summary>
    public IReadOnlyList<OpenQuestion> Questions { get; }

    /// <summary>Cases and other sources.</summary>
    public IReadOnlyList<Authority> Authorities { get; }

    /// <summary>All leaves of the offense pages.</summary>
    public IReadOnlyList<Offense> Offenses { get; }

    /// <summary>The dates by which windows of verdicts go.</summary>
    public IReadOnlyList<Fact> VerdictDates => verdictDates.Value;

    /// <summary>Controlled substances by schedule and date.</summary>
    public IReadOnlyList<Substance> Substances { get; }

    /// <summary>The worked examples of all pages.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>What else each relief needs.</summary>
    public IReadOnlyList<AlsoNeeded> AlsoNeeded { get; }

    /// <summary>Problems that do not stop loading.</summary>
    public IReadOnlyList<LawProblem> Warnings { get; }

    /// <summary>SHA-256 over the pages, in hexadecimal: two law books with one fingerprint say the same.</summary>
    public string Fingerprint { get; }

    /// <summary>The rule of this title.</summary>
    public bool TryRule(string title, [NotNullWhen(true)] out Rule? rule) => byTitle.TryGetValue(title, out rule);

    /// <summary>The authority of this id.</summary>
    public Authority? Authority(string id) => authorities.GetValueOrDefault(id);

    /// <summary>The matches that a rule reads, itself or through the rules it reads.</summary>
    public IReadOnlySet<Fact> MatchesReadBy(Rule rule)
    {
        var found = new HashSet<Fact>();
        var seen = new HashSet<Rule>();
        void Visit(Rule r)
        {
            if (!seen.Add(r))
                return;
            found.UnionWith(Language.Conditions.Facts(r).Where(f => f.Kind == FactKind.Match));
            foreach (var read in Language.Conditions.Rules(r))
                Visit(read);
        }
        Visit(rule);
        return found;
    }

    /// <summary>The facts of the record that the verdicts of an offense read, themselves or through rules: what plea papers can say that matters.</summary>
    public IReadOnlySet<Fact> RecordFactsReadBy(Offense offense)
    {
        var found = new HashSet<Fact>();
        var seen = new HashSet<Rule>();
        void Add(IEnumerable<Condition> nodes)
        {
            foreach (var node in nodes)
            {
                found.UnionWith(Language.Conditions.FactsOf(node).Where(f => f.OfRecord && f.Kind != FactKind.Match));
                if (node is RuleTest { Rule: var rule } && seen.Add(rule))
                    Add(Language.Conditions.Walk(rule));
            }
        }
        foreach (var verdict in offense.Verdicts.SelectMany(v => v))
            Add(Language.Conditions.Walk(verdict.Test));
        return found;
    }

    /// <summary>How lawyers write an authority: its full citation, or the text of statute as it is.</summary>
    public string CiteOf(string id) => Authority(id)?.Cite ?? id;

    /// <summary>
    /// The leaves that a citation names: the one that holds it, or all under the section it names; empty if the law book has none.
    /// </summary>
    public IReadOnlyList<Offense> Find(Citation citation)
    {
        if (!bySection.TryGetValue(Key(citation), out var near))
            return [];
        // The leaf that holds the citation; of several, the one that says most.
        var holder = near.Where(o => o.Holds(citation)).ToArray();
        if (holder.Length > 0)
        {
            var longest = holder.Max(o => Length(o, citation));
            return holder.Where(o => Length(o, citation) == longest).ToArray();
        }
        // A section names the leaves that stand under it, and those whose other name is one of its subdivisions. A joined name, such as
        // PC 484(a)/666, is one way to charge the leaf and does not make it part of PC 484(a), unless nothing else is.
        var own = near.Where(o => o.Also.Prepend(o.Citation).Any(c => citation.Covers(c) && (c.Second is null || c == o.Citation)))
            .ToArray();
        return own.Length > 0 ? own : near.Where(o => o.IsUnder(citation)).ToArray();
    }

    private static int Length(Offense offense, Citation citation) =>
        offense.Also.Prepend(offense.Citation).Where(c => c.Covers(citation)).Max(c => c.Depth);

    private static string Key(Citation citation) => $"{citation.Code} {citation.Section}";

    /// <summary>Does the law book hold an offense under this citation?</summary>
    public bool Holds(Citation citation) => Find(citation).Count > 0;
}
