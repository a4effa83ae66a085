namespace Isonomia.Law.Language;

/// <summary>The checks that need the whole law, bound.</summary>
internal sealed class LawChecks(
    Vocabulary vocabulary,
    IReadOnlyList<Rule> rules,
    IReadOnlyList<Offense> offenses,
    IReadOnlyDictionary<string, Authority> authorities,
    IReadOnlyList<OpenQuestion> questions,
    IReadOnlyList<Substance> substances,
    IReadOnlyList<AlsoNeeded> alsoNeeded,
    IReadOnlyList<Example> examples,
    IReadOnlyList<Watershed> watersheds,
    ICollection<LawProblem> problems
)
{
    /// <summary>No case is run as of an earlier date (contract section 2).</summary>
    private static readonly NodaTime.LocalDate EarliestAsOf = new(2010, 1, 1);

    /// <summary>Every row once, though it may cover many offenses; a row is itself and not its text, so it is not hashed as a whole.</summary>
    private readonly Verdict[] verdicts =
    [
        .. offenses.SelectMany(o => o.Verdicts).SelectMany(v => v).Distinct(ReferenceEqualityComparer.Instance).Cast<Verdict>(),
    ];

    public void Run()
    {
        Versions();
        Burden();
        Offices();
        Read();
        Examples();
        RuleCitations();
        VerdictAuthorities();
        OtherAuthorities();
        Reliefs();
        OffensePages();
        Watersheds();
        Citator();
    }

    private void Versions()
    {
        foreach (var rule in rules)
        {
            for (var i = 1; i < rule.Versions.Count; i++)
            {
                var (before, after) = (rule.Versions[i - 1], rule.Versions[i]);
                if (before.By != after.By)
                    problems.Add(after.At.Problem($"versions of one rule go by one date: \"{before.By.Name}\" and \"{after.By.Name}\""));
                else if (before.Until is null || before.Until > after.From)
                    problems.Add(after.At.Problem("this version overlaps the one before it"));
                else if (before.Until < after.From)
                    problems.Add(
                        after.At.Problem(
                            $"nothing says what holds from {before.Until:uuuu-MM-dd} to {after.From:uuuu-MM-dd}: close the gap, or write `no such rule`"
                        )
                    );
            }
            // A rule in force must find what it reads in force too, else it would answer open without a reason that anyone could settle.
            foreach (var version in rule.Versions.Where(v => !v.NoSuchRule && v.By.Name == "as-of date"))
            {
                foreach (
                    var read in Conditions
                        .Walk(version.When)
                        .Concat(Conditions.Walk(version.Unless))
                        .OfType<RuleTest>()
                        .Select(t => t.Rule)
                        .Distinct()
                )
                {
                    if (read.Versions.Count == 0 || read.Versions[0].By.Name != "as-of date")
                        continue;
                    if (read.Versions[0].From > version.From && read.Versions[0].From > EarliestAsOf)
                        problems.Add(
                            version.At.Problem(
                                $"in force from {version.From:uuuu-MM-dd}, but \"{read.Title}\", which it reads, only from {read.Versions[0].From:uuuu-MM-dd}"
                            )
                        );
                    if (read.Versions[^1].Until is { } end && (version.Until is null || version.Until > end))
                        problems.Add(version.At.Problem($"\"{read.Title}\", which it reads, ends on {end:uuuu-MM-dd}"));
                }
            }
        }
    }

    private void Burden()
    {
        foreach (var rule in rules)
        {
            var accuses =
                rule.Code.StartsWith("DEP.", StringComparison.Ordinal)
                || rule.Code.StartsWith("INA.", StringComparison.Ordinal)
                || rule.Code.StartsWith("DET.", StringComparison.Ordinal)
                || rule.State is "closed" or "permanent";
            if (accuses && rule.ReadsRecord && rule.Silence == Silence.Neutral)
                problems.Add(
                    rule.At.Problem(
                        $"\"{rule.Title}\" is reported and reads the record of conviction: say what a silent record means (`silent no` or `silent yes`)"
                    )
                );
            if (rule.Silence != Silence.Neutral && !rule.ReadsRecord)
                problems.Add(rule.At.Problem($"\"{rule.Title}\" reads no record of conviction: its `silent` line says nothing"));
        }
    }

    /// <summary>An office's policy may read the law; the law never reads an office's policy.</summary>
    private void Offices()
    {
        static bool IsPolicy(Rule rule) => rule.At.File.StartsWith("offices/", StringComparison.Ordinal);
        var read = rules.Where(r => !IsPolicy(r)).SelectMany(Conditions.Walk).Concat(verdicts.SelectMany(v => Conditions.Walk(v.Test)));
        foreach (var test in read.OfType<RuleTest>().Where(t => IsPolicy(t.Rule)))
            problems.Add(
                test.At.Problem($"\"{test.Rule.Title}\" is the policy of an office ({test.Rule.At.File}): the law cannot rest on it")
            );
    }

    private void Read()
    {
        var read = rules.SelectMany(Conditions.Rules).ToHashSet();
        foreach (var verdict in verdicts)
            read.UnionWith(Conditions.Walk(verdict.Test).OfType<RuleTest>().Select(t => t.Rule));
        foreach (var rule in rules.Where(r => r.Code.Length == 0 && !read.Contains(r)))
            problems.Add(rule.At.Warning($"nothing reads \"{rule.Title}\" and it gives nothing"));
    }

    private void Examples()
    {
        var byRule = examples.Where(e => e.Rule is not null).ToLookup(e => e.Rule!);
        foreach (var rule in rules)
        {
            var answers = byRule[rule].Select(e => e.Answer).ToHashSet(StringComparer.Ordinal);
            // A rule that was never law in any window has only one answer.
            var needed = rule.Versions.All(v => v.NoSuchRule) ? [] : new[] { "yes", "no", "open" };
            foreach (var answer in needed.Where(a => !answers.Contains(a)))
                problems.Add(rule.At.Problem($"\"{rule.Title}\" has no example whose answer is {answer}"));
            if (
                rule.Silence != Silence.Neutral
                && !byRule[rule].Any(e => e.Rows.Any(r => r.Values.Contains("silent", StringComparer.Ordinal)))
            )
                problems.Add(rule.At.Problem($"\"{rule.Title}\" has a `silent` line and no example with a silent record"));
        }
    }

    /// <summary>Pages cite the same few sections again and again.</summary>
    private readonly Dictionary<string, bool> citations = new(StringComparer.Ordinal);

    private bool IsKnown(string authority)
    {
        if (authority == "practice" || authorities.ContainsKey(authority))
            return true;
        if (!citations.TryGetValue(authority, out var known))
            citations.Add(authority, known = Citation.TryParse(authority, out _, out _));
        return known;
    }

    private void RuleCitations()
    {
        foreach (var rule in rules)
        foreach (var cite in rule.Cites.Where(c => !IsKnown(c)))
            if (
                !authorities.Values.Any(a =>
                    a.Cite.StartsWith(cite, StringComparison.OrdinalIgnoreCase)
                    || cite.StartsWith(a.Cite, StringComparison.OrdinalIgnoreCase)
                )
            )
                problems.Add(rule.CitesAt.Problem($"\"{cite}\" is neither a citation of text nor an authority of the law book"));
    }

    private void VerdictAuthorities()
    {
        foreach (var verdict in verdicts.Where(v => !v.NotRaised))
        {
            if (verdict.Authorities.Count == 0)
                problems.Add(verdict.At.Problem("a verdict names its authority, or says `practice`"));
            foreach (var id in verdict.Authorities.Where(a => !IsKnown(a)))
                problems.Add(
                    verdict.At.Problem(
                        $"\"{id}\" is neither an authority of the law book nor a citation{Suggest.DidYouMean(id, authorities.Keys)}"
                    )
                );
            var seen = verdict.Authorities.Any(a =>
                authorities.TryGetValue(a, out var authority) ? authority.WasSeen : a != "practice" && IsKnown(a)
            );
            if (verdict.Certainty != Certainty.Practice && !seen)
                problems.Add(
                    verdict.At.Problem(
                        "a verdict that is controlling or applied rests on at least one authority whose text was seen; else it is `practice`"
                    )
                );
            if (verdict.Note.Length == 0)
                problems.Add(verdict.At.Problem("a verdict says why in its note"));
            if (verdict.From is { } from && verdict.Until is { } until && until <= from)
                problems.Add(verdict.At.Problem("this window ends before it begins"));
        }
    }

    private void OtherAuthorities()
    {
        foreach (var reading in questions.SelectMany(q => q.Readings))
            Known(reading.At, reading.Authorities);
        foreach (var substance in substances)
            Known(substance.At, substance.Authorities);
        foreach (var authority in authorities.Values)
            Known(authority.At, authority.Later);

        void Known(Place at, IEnumerable<string> ids)
        {
            foreach (var id in ids.Where(a => !IsKnown(a)))
                problems.Add(
                    at.Problem($"\"{id}\" is neither an authority of the law book nor a citation{Suggest.DidYouMean(id, authorities.Keys)}")
                );
        }
    }

    private void Reliefs()
    {
        var codes = rules.Where(r => r.State.Length > 0).Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var needed in alsoNeeded.Where(n => !codes.Contains(n.Code)))
            problems.Add(needed.At.Problem($"no rule gives the relief {needed.Code}{Suggest.DidYouMean(needed.Code, codes)}"));
    }

    private void OffensePages()
    {
        foreach (var offense in offenses)
        {
            if (offense.Penalties.Count == 0)
                problems.Add(offense.At.Problem($"{offense.Citation} has no row in a table `penalty of`"));
            if (offense.Effects.Count == 0)
                problems.Add(offense.At.Problem($"{offense.Citation} has no row in a table `state effects of`"));
            for (var m = 0; m < vocabulary.Matches.Count; m++)
            {
                var rows = offense.Verdicts[m];
                // A match outside the groups must be reviewed for every offense; one that is read of the charge has no category of its own.
                if (rows.Count == 0 && vocabulary.Matches[m] is { Group.Length: 0, Category.Length: > 0 } match)
                    problems.Add(offense.At.Problem($"{offense.Citation} has no row for \"{match.Name}\", which every offense needs"));
                for (var i = 0; i < rows.Count; i++)
                for (var j = i + 1; j < rows.Count; j++)
                    if (Overlap(rows[i], rows[j]))
                        problems.Add(
                            rows[j].At.Problem($"two verdicts on {offense.Citation} for one day: see also line {rows[i].At.Line}")
                        );
            }
        }
    }

    private static bool Overlap(Verdict a, Verdict b) =>
        a.Of == b.Of
        && a.NotRaised == b.NotRaised
        && !ReferenceEquals(a, b)
        && (a.From is null || b.Until is null || a.From < b.Until)
        && (b.From is null || a.Until is null || b.From < a.Until)
        && !a.NotRaised;

    private void Watersheds()
    {
        foreach (var watershed in watersheds)
        {
            if (!authorities.ContainsKey(watershed.Authority))
                problems.Add(
                    watershed.At.Problem(
                        $"\"{watershed.Authority}\" is not an authority of the law book{Suggest.DidYouMean(watershed.Authority, authorities.Keys)}"
                    )
                );
            if (vocabulary.Find(watershed.Match) is not { Kind: FactKind.Match })
                problems.Add(watershed.At.Problem($"\"{watershed.Match}\" is not a match"));
        }
        foreach (var verdict in Current().Where(v => v.Kind == VerdictKind.No && v.Certainty == Certainty.Controlling))
        {
            var latest = Cases(verdict).Select(a => a.Year).DefaultIfEmpty(0).Max();
            foreach (
                var w in watersheds.Where(w =>
                    w.Match == verdict.Match.Name && (w.Of.Count == 0 || w.Of.Any(o => o.Covers(verdict.Of) || verdict.Of.Covers(o)))
                )
            )
                if (latest > 0 && latest < w.From.Year)
                    problems.Add(
                        verdict.At.Warning(
                            $"this `no` on {verdict.Of} rests on holdings older than {w.Authority} ({w.From.Year}: {w.Why}); read it again and add that decision, or call it `applied`"
                        )
                    );
        }
    }

    /// <summary>No verdict now in force rests on authorities of which none is good law any more.</summary>
    private void Citator()
    {
        foreach (var verdict in Current())
        {
            var cases = Cases(verdict).ToArray();
            if (
                cases.Length > 0
                && verdict.Certainty != Certainty.Practice
                && Array.TrueForAll(cases, a => a.Status is "superseded" or "vacated" or "withdrawn")
            )
                problems.Add(
                    verdict.At.Problem(
                        $"this verdict is in force, but {string.Join(" and ", cases.Select(a => $"{a.Id} is {a.Status}"))}: end its window, or rest it on good law"
                    )
                );
        }
    }

    private IEnumerable<Authority> Cases(Verdict verdict) =>
        verdict.Authorities.Where(authorities.ContainsKey).Select(id => authorities[id]);

    /// <summary>Verdict rows that are in force today and for what is to come.</summary>
    private IEnumerable<Verdict> Current() => verdicts.Where(v => !v.NotRaised && v.Until is null);
}
