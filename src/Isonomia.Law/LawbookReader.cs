using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Isonomia.Law.Language;
using Isonomia.Law.Offenses;
using Isonomia.Law.Pages;

namespace Isonomia.Law;

/// <summary>The outcome of reading the law: a law book, or every problem at once; never both.</summary>
/// <param name="Lawbook">The law book; null if there was an error.</param>
/// <param name="Problems">Every problem, in the order of the pages; with a law book, warnings alone.</param>
public sealed record LawReading(Lawbook? Lawbook, IReadOnlyList<LawProblem> Problems);

/// <summary>Reads all pages into a law book. All or nothing: a law with one error does not load.</summary>
public sealed class LawbookReader
{
    private static readonly string[] TableKinds =
    [
        "fact",
        "match fact",
        "question",
        "id",
        "substance",
        "also needed for",
        "watershed",
        "offense",
        "penalty of",
        "state effects of",
        "match",
        "safer option",
        "related",
        "example",
        "fact example",
    ];

    private static readonly string[] OffenseKinds = ["penalty of", "state effects of", "match", "safer option", "related"];

    /// <summary>Facts that the readers themselves ask for.</summary>
    private static readonly (string Name, FactKind Kind, Level About)[] Needed =
    [
        ("as-of date", FactKind.Date, Level.Case),
        ("forum", FactKind.OneOf, Level.Case),
        ("offense", FactKind.Citation, Level.Count),
        ("charged offense", FactKind.Citation, Level.Count),
    ];

    private readonly List<LawProblem> problems = [];
    private readonly List<PageParts> pages = [];
    private readonly Dictionary<string, Rule> rules = new(StringComparer.Ordinal);
    private readonly List<RawRule> rawRules = [];

    /// <summary>Rules in whose place those of an amendment stand; their examples are not those of the new text.</summary>
    private readonly HashSet<Place> replaced = [];
    private readonly Dictionary<string, Authority> authorities = new(StringComparer.Ordinal);
    private readonly List<Substance> substances = [];
    private readonly List<AlsoNeeded> alsoNeeded = [];
    private readonly List<Watershed> watersheds = [];
    private readonly List<Offense> offenses = [];
    private readonly List<OffenseReader> offensePages = [];
    private readonly List<Example> examples = [];

    private LawbookReader() { }

    /// <summary>Reads the pages of a law folder.</summary>
    public static LawReading Read(IEnumerable<LawPage> pages) => new LawbookReader().ReadAll(pages);

    private LawReading ReadAll(IEnumerable<LawPage> given)
    {
        var sorted = given
            .Where(p => !p.Path.EndsWith("README.md", StringComparison.Ordinal))
            .OrderBy(p => p.Path, StringComparer.Ordinal)
            .ToArray();
        var fingerprint = Task.Run(() => Fingerprint(sorted));
        ReadParts(sorted);
        var words = ReadVocabulary();
        ReadRuleBlocks();
        ReadTables();
        ReadOffenses(words);
        var questions = words.ReadQuestions(Tables("question"));
        var vocabulary = new Vocabulary(words.Facts);
        BindRules(vocabulary);
        var ordered = Order();
        BindVerdicts(vocabulary);
        new ExampleReader(vocabulary, rules, examples, problems).Read(pages, rawRules, replaced);

        // Later checks read bound rules; on a page that does not bind they would only repeat its problems in other words.
        if (problems.TrueForAll(p => p.Level == ProblemLevel.Warning))
            new LawChecks(
                vocabulary,
                ordered,
                offenses,
                authorities,
                questions,
                substances,
                alsoNeeded,
                examples,
                watersheds,
                problems
            ).Run();
        var errors = problems.Where(p => p.Level == ProblemLevel.Error).ToArray();
        var listed = problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column).ToArray();
        if (errors.Length > 0)
            return new LawReading(null, listed);
        var lawbook = new Lawbook(
            vocabulary,
            ordered,
            questions,
            [.. authorities.Values],
            offenses,
            substances,
            examples,
            alsoNeeded,
            listed,
            fingerprint.Result
        );
        return new LawReading(lawbook, listed);
    }

    private void ReadParts(LawPage[] sorted)
    {
        // Pages are independent of one another until names are bound.
        var parts = new PageParts[sorted.Length];
        var found = new List<LawProblem>[sorted.Length];
        Parallel.For(
            0,
            sorted.Length,
            i =>
            {
                found[i] = [];
                parts[i] = PageReader.Read(sorted[i], found[i]);
            }
        );
        pages.AddRange(parts);
        problems.AddRange(found.SelectMany(f => f));
        foreach (var table in pages.SelectMany(p => p.Tables))
        {
            // Any other table is commentary; one that is nearly ours is a slip that would silently drop law.
            if (Array.IndexOf(TableKinds, table.Kind) < 0 && Spelling.Closest(table.Kind, TableKinds, 2) is { } meant)
                problems.Add(table.Head[0].At.Problem($"a table headed \"{table.Kind}\" is not read: did you mean \"{meant}\"?"));
        }
    }

    private IEnumerable<PageTable> Tables(string kind) => pages.SelectMany(p => p.Tables).Where(t => t.Kind == kind);

    private VocabularyReader ReadVocabulary()
    {
        var words = new VocabularyReader(problems);
        foreach (var table in Tables("fact"))
            words.ReadFacts(table);
        foreach (var table in Tables("match fact"))
            words.ReadMatches(table);
        foreach (var (name, kind, about) in Needed)
        {
            if (words.Facts.FirstOrDefault(f => f.Name == name) is not { } fact)
                problems.Add(new LawProblem("vocabulary.md", 1, 1, $"the vocabulary must hold the fact \"{name}\""));
            else if (fact.Kind != kind || fact.About != about)
                problems.Add(
                    fact.At.Problem(
                        $"the program itself reads \"{name}\": it must stay {Language.Binder.Describe(kind)} about the {(about == Level.Case ? "case" : "count")}"
                    )
                );
        }
        var matches = words.Facts.Where(f => f.Kind == FactKind.Match).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        if (matches.Contains("Laken Riley charge") && !matches.Contains("Laken Riley offense"))
            problems.Add(
                new LawProblem(
                    "vocabulary.md",
                    1,
                    1,
                    "the match \"Laken Riley charge\" reads the verdicts of \"Laken Riley offense\", which is missing"
                )
            );
        return words;
    }

    private void ReadRuleBlocks()
    {
        var ids = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var raw in Amended(pages.SelectMany(p => p.Rules).Select(block => RuleReader.Read(block, problems)).OfType<RawRule>()))
        {
            rawRules.Add(raw);
            if (!rules.TryAdd(raw.Rule.Title, raw.Rule))
                problems.Add(raw.Rule.At.Problem($"two rules are titled \"{raw.Rule.Title}\""));
            if (raw.Rule.Id.Length > 0 && !ids.TryAdd(raw.Rule.Id, raw.Rule))
                problems.Add(
                    raw.Rule.At.Problem($"two rules have the id {raw.Rule.Id}: \"{ids[raw.Rule.Id].Title}\" and \"{raw.Rule.Title}\"")
                );
        }
    }

    /// <summary>A rule that a page of <c>amendments/</c> writes again stands in the law's place: told by its id, under the title by which others read it.</summary>
    private IEnumerable<RawRule> Amended(IEnumerable<RawRule> all)
    {
        static bool Amends(RawRule raw) => raw.Rule.At.File.StartsWith("amendments/", StringComparison.Ordinal);
        var read = all.ToArray();
        var amending = read.Where(Amends).GroupBy(r => r.Rule.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First());
        foreach (var raw in read)
        {
            if (Amends(raw) || !amending.TryGetValue(raw.Rule.Id, out var by))
            {
                yield return raw;
                continue;
            }
            replaced.Add(raw.Rule.At);
            if (by.Rule.Title != raw.Rule.Title)
                problems.Add(
                    by.Rule.At.Problem(
                        $"{by.Rule.Id} is titled \"{raw.Rule.Title}\" ({raw.Rule.At.File}): other rules read it by that name"
                    )
                );
        }
    }

    private void ReadTables()
    {
        foreach (var table in Tables("id"))
        {
            var c = new Columns(table, ["id", "citation", "court", "decided", "status", "later", "basis", "seen", "checked"], [], problems);
            if (!c.Complete)
                continue;
            foreach (var row in table.Rows)
            {
                var authority = new Authority(
                    row[0].Text,
                    c.Text(row, "citation"),
                    c.Text(row, "court"),
                    c.Text(row, "decided"),
                    c.OneOf(row, "status", "good", "superseded", "vacated", "withdrawn", "questioned"),
                    c.List(row, "later"),
                    c.Text(row, "basis"),
                    c.OneOf(row, "seen", "opinion", "headnote", "syllabus", "summary", "excerpt", "statute text", "no"),
                    c.Text(row, "checked"),
                    row[0].At
                );
                if (!authorities.TryAdd(authority.Id, authority))
                    problems.Add(authority.At.Problem($"{authority.Id} is cited twice; each authority stands once"));
            }
        }
        foreach (var table in Tables("substance"))
        {
            var c = new Columns(
                table,
                ["substance", "also called", "state schedule", "federal schedule", "from", "until", "authority", "seen", "note"],
                [],
                problems
            );
            if (!c.Complete)
                continue;
            foreach (var row in table.Rows)
                substances.Add(
                    new Substance(
                        row[0].Text,
                        c.List(row, "also called"),
                        c.Text(row, "state schedule"),
                        c.OneOf(row, "federal schedule", "I", "II", "III", "IV", "V", "none", "?", ""),
                        c.Date(row, "from"),
                        c.Date(row, "until"),
                        c.List(row, "authority"),
                        c.Text(row, "seen"),
                        c.Text(row, "note"),
                        row[0].At
                    )
                );
        }
        foreach (var table in Tables("also needed for"))
        {
            var c = new Columns(table, ["also needed for", "need"], [], problems);
            if (c.Complete)
                alsoNeeded.AddRange(table.Rows.Select(r => new AlsoNeeded(r[0].Text, c.Text(r, "need"), r[0].At)));
        }
        foreach (var table in Tables("watershed"))
        {
            var c = new Columns(table, ["watershed", "match", "of", "from", "why"], [], problems);
            if (!c.Complete)
                continue;
            foreach (var row in table.Rows)
                if (c.Date(row, "from") is { } from)
                    watersheds.Add(
                        new Watershed(row[0].Text, c.Text(row, "match"), c.Citations(row, "of"), from, c.Text(row, "why"), row[0].At)
                    );
        }
    }

    private void ReadOffenses(VocabularyReader words)
    {
        var matches = words.Facts.Where(f => f.Kind == FactKind.Match).ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var page in pages)
        {
            if (!page.Tables.Any(t => t.Kind == "offense"))
            {
                // Without its leaves the rest of an offense page would be dropped without a word.
                if (page.Tables.FirstOrDefault(t => Array.IndexOf(OffenseKinds, t.Kind) >= 0) is { } stray)
                    problems.Add(
                        stray.Head[0].At.Problem($"a table `{stray.Kind}` stands on a page that lists its offenses in a table `offense`")
                    );
                continue;
            }
            var reader = new OffenseReader(page, words, problems);
            foreach (var leaf in reader.Read(offenses.Count, matches))
            {
                if (offenses.Find(o => o.Citation == leaf.Citation && o.From == leaf.From) is { } first)
                    problems.Add(leaf.At.Problem($"{leaf.Citation} is listed twice, here and at {first.At.File}:{first.At.Line}"));
                offenses.Add(leaf);
            }
            offensePages.Add(reader);
        }
    }

    private void BindRules(Vocabulary vocabulary)
    {
        var binder = new Binder(vocabulary, rules, problems);
        foreach (var raw in rawRules)
        {
            var rule = raw.Rule;
            if (vocabulary.Find(rule.Title) is { } fact)
                problems.Add(
                    rule.At.Problem($"one name for a rule and a fact: \"{rule.Title}\" stands also at {fact.At.File}:{fact.At.Line}")
                );
            if (Binder.IsMistaken(rule.Title))
                problems.Add(rule.At.Problem($"a title cannot begin with a word of the grammar: \"{rule.Title}\""));
            if (rule.OfConvictions && !rules.ContainsKey("conviction"))
                problems.Add(rule.At.Problem("`about conviction` needs a rule titled \"conviction\", and there is none"));
            var versions = new List<RuleVersion>(raw.Versions.Count);
            foreach (var v in raw.Versions)
            {
                if (vocabulary.Find(v.By.Text) is not { Kind: FactKind.Date } by)
                {
                    var dates = vocabulary.Facts.Where(f => f.Kind == FactKind.Date).Select(f => f.Name);
                    problems.Add(v.By.At.Problem($"\"{v.By.Text}\" is not a date fact{Suggest.DidYouMean(v.By.Text, dates)}"));
                    continue;
                }
                if (by.About == Level.Count && rule.About == Level.Case)
                    problems.Add(v.By.At.Problem($"a rule about the person cannot go by \"{by.Name}\", which each count has for itself"));
                var when = v.When is null ? null : binder.Bind(v.When, rule.About);
                var unless = v.Unless is null ? null : binder.Bind(v.Unless, rule.About);
                if (when is not null && rule.OfConvictions && rules.TryGetValue("conviction", out var conviction) && conviction != rule)
                    when = new AllOf([new RuleTest(conviction, "conviction", when.At), when], "all of", when.At);
                versions.Add(new RuleVersion(v.From, v.Until, by, when, unless, v.At));
            }
            rule.Versions = versions;
        }
    }

    /// <summary>Rules after the rules they read; a cycle is a problem.</summary>
    private List<Rule> Order()
    {
        var ordered = new List<Rule>(rules.Count);
        var state = new Dictionary<Rule, int>();
        var path = new List<Rule>();
        void Visit(Rule rule)
        {
            if (state.TryGetValue(rule, out var s))
            {
                if (s == 1)
                {
                    var cycle = path.SkipWhile(r => r != rule).Append(rule).Select(r => $"\"{r.Title}\"");
                    problems.Add(rule.At.Problem($"these rules read one another: {string.Join(" -> ", cycle)}"));
                }
                return;
            }
            state[rule] = 1;
            path.Add(rule);
            foreach (var read in Conditions.Rules(rule))
                Visit(read);
            path.RemoveAt(path.Count - 1);
            state[rule] = 2;
            rule.Index = ordered.Count;
            rule.ReadsRecord =
                Conditions.Facts(rule).Any(f => f.OfRecord)
                || Conditions.Rules(rule).Any(r => r.Silence == Silence.Neutral && r.ReadsRecord);
            ordered.Add(rule);
        }
        foreach (var raw in rawRules)
            if (rules.GetValueOrDefault(raw.Rule.Title) == raw.Rule)
                Visit(raw.Rule);
        return ordered;
    }

    private void BindVerdicts(Vocabulary vocabulary)
    {
        var binder = new Binder(vocabulary, rules, problems);
        var raised = new Dictionary<Offense, List<Verdict>>();
        foreach (var page in offensePages)
            NotRaised(page, vocabulary, raised);
        var bound = new List<Verdict>();
        foreach (var raw in offensePages.SelectMany(p => p.Verdicts))
        {
            var test = raw.Test is null ? null : binder.Bind(raw.Test, Level.Count);
            if (raw.Test is not null && test is null)
                continue;
            var verdict = raw.Verdict;
            if (verdict.Question is { } question)
            {
                // The question's planning reading, yes, is its first name.
                Condition yes = new NameTest(question, 1, $"the reading of the law is yes: {question.Name}", verdict.At);
                test = test is null ? yes : new AllOf([test, yes], "all of", verdict.At);
            }
            Fact? by = null;
            if (verdict.From is not null || verdict.Until is not null)
            {
                var name = raw.By.IsEmpty ? "as-of date" : raw.By.Text;
                by = vocabulary.Find(name);
                if (by?.Kind != FactKind.Date)
                    problems.Add(raw.By.At.Problem($"\"{name}\" is not a date fact"));
            }
            bound.Add(verdict with { Test = test, By = by });
        }
        var penalties = offensePages.SelectMany(p => p.Penalties).ToArray();
        var effects = offensePages.SelectMany(p => p.Effects).ToArray();
        var bySection = bound.ToLookup(v => SectionKey(v.Of), StringComparer.Ordinal);
        var penaltiesBySection = penalties.ToLookup(p => SectionKey(p.Of), StringComparer.Ordinal);
        var effectsBySection = effects.ToLookup(p => SectionKey(p.Of), StringComparer.Ordinal);
        foreach (var offense in offenses)
        {
            var names = offense.Also.Prepend(offense.Citation).ToArray();
            var sections = names.Select(SectionKey).Distinct(StringComparer.Ordinal).ToArray();
            var near = sections.SelectMany(s => bySection[s]).Where(v => Array.Exists(names, v.Of.Covers));
            offense.Verdicts = ByMatch(offense, near.Concat(raised.GetValueOrDefault(offense) ?? []), vocabulary);
            offense.Penalties = Only(
                offense,
                sections.SelectMany(s => penaltiesBySection[s]).Where(p => names.Any(p.Of.Covers)).ToArray(),
                p => p.Of
            );
            offense.Effects = Only(
                offense,
                sections.SelectMany(s => effectsBySection[s]).Where(p => names.Any(p.Of.Covers)).ToArray(),
                p => p.Of
            );
        }
        var used = offenses.SelectMany(o => o.Verdicts).SelectMany(v => v).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var verdict in bound.Where(v => !used.Contains(v)))
            problems.Add(verdict.At.Problem($"this verdict covers no offense of the law book: {verdict.Of}"));
        var punished = offenses.SelectMany(o => o.Penalties).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var penalty in penalties.Where(p => !punished.Contains(p)))
            problems.Add(penalty.At.Problem($"this penalty is that of no offense of the law book: {penalty.Of}"));
        var affected = offenses.SelectMany(o => o.Effects).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var effect in effects.Where(e => !affected.Contains(e)))
            problems.Add(effect.At.Problem($"these effects are those of no offense of the law book: {effect.Of}"));
        Cycles(bound);
    }

    /// <summary>A verdict whose test, by way of rules and other verdicts, reads the very match that it decides would have no answer.</summary>
    private void Cycles(IReadOnlyList<Verdict> verdicts)
    {
        var byMatch = verdicts.ToLookup(v => v.Match.Name, StringComparer.Ordinal);
        foreach (var verdict in verdicts.Where(v => v.Test is not null))
        {
            var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            bool Reads(Condition? outline) => Conditions.Walk(outline).Any(ReadsLine);
            bool ReadsLine(Condition line) =>
                line is RuleTest test
                    ? seen.Add(test.Rule) && test.Rule.Versions.Any(v => Reads(v.When) || Reads(v.Unless))
                    : line is FlagTest { Fact: { Kind: FactKind.Match } match }
                        && (Source(match) == verdict.Match.Name || seen.Add(match) && byMatch[Source(match)].Any(v => Reads(v.Test)));
            if (Reads(verdict.Test))
                problems.Add(
                    verdict.At.Problem(
                        $"this verdict reads, by way of its test, whether an offense is a \"{verdict.Match.Name}\": verdicts cannot rest on themselves"
                    )
                );
        }
        static string Source(Fact match) => match.Name == "Laken Riley charge" ? "Laken Riley offense" : match.Name;
    }

    private static string SectionKey(Citation c) => $"{c.Code} {c.Section}";

    /// <summary>
    /// Rows of each match by closeness: the longest citation first. One that names the offense itself is closer than one that names it only by
    /// another of its names; a row of its own is closer than a <c>not raised</c> line.
    /// </summary>
    private static IReadOnlyList<Verdict>[] ByMatch(Offense offense, IEnumerable<Verdict> rows, Vocabulary vocabulary)
    {
        var byMatch = new IReadOnlyList<Verdict>[vocabulary.Matches.Count];
        Array.Fill(byMatch, []);
        foreach (var row in rows)
        {
            ref var here = ref byMatch[vocabulary.MatchIndex(row.Match)];
            if (here.Count == 0)
            {
                here = [row];
                continue;
            }
            // Rows of one rank keep the order of the page.
            var rank = Rank(offense, row.Of, row.NotRaised);
            var list = new List<Verdict>(here);
            var at = list.FindIndex(v => Rank(offense, v.Of, v.NotRaised) < rank);
            list.Insert(at < 0 ? list.Count : at, row);
            here = list;
        }
        return byMatch;
    }

    internal static int Rank(Offense offense, Citation of, bool weak) =>
        (weak ? 0 : 2 * 64) + (of.Covers(offense.Citation) ? 64 : 0) + of.Depth;

    /// <summary>The rows of the closest citation only: a penalty table of a subdivision stands for the section's.</summary>
    private static T[] Only<T>(Offense offense, T[] rows, Func<T, Citation> of)
    {
        if (rows.Length == 0)
            return rows;
        var closest = rows.Max(r => Rank(offense, of(r), false));
        return rows.Where(r => Rank(offense, of(r), false) == closest).ToArray();
    }

    private void NotRaised(OffenseReader page, Vocabulary vocabulary, Dictionary<Offense, List<Verdict>> raised)
    {
        foreach (var line in page.NotRaised)
        {
            var leaves = page.Leaves;
            var only = new List<Citation>();
            foreach (var text in line.Only.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (!Citation.TryParse(text, out var citation, out var error))
                    problems.Add(line.At.Problem($"\"{text}\" is not a citation: {error}"));
                else if (!leaves.Any(l => l.IsUnder(citation)))
                    problems.Add(line.At.Problem($"{text} names no offense of this page"));
                else
                    only.Add(citation);
            }
            foreach (var name in line.Names)
            {
                var meant = vocabulary.Matches.Where(m => m.Name == name.Text || m.Group == name.Text && name.Text.Length > 0).ToArray();
                if (meant.Length == 0)
                {
                    var known = vocabulary.Matches.SelectMany(m => new[] { m.Name, m.Group }).Distinct(StringComparer.Ordinal);
                    problems.Add(
                        name.At.Problem($"\"{name.Text}\" is neither a match nor a group of matches{Suggest.DidYouMean(name.Text, known)}")
                    );
                }
                foreach (var match in meant)
                {
                    if (match.Group.Length == 0)
                        problems.Add(name.At.Problem($"\"{match.Name}\" always needs a row of its own, with its reason"));
                    foreach (var leaf in only.Count > 0 ? leaves.Where(l => only.Exists(l.IsUnder)) : leaves)
                    {
                        var of = leaf.Citation;
                        if (!raised.TryGetValue(leaf, out var list))
                            raised.Add(leaf, list = []);
                        list.Add(
                            new Verdict(
                                match,
                                of,
                                VerdictKind.No,
                                null,
                                null,
                                "no",
                                [of.ToString()],
                                Certainty.Applied,
                                null,
                                null,
                                null,
                                $"The text of {of} has no element of {match.Plain}.",
                                name.At
                            )
                            {
                                NotRaised = true,
                            }
                        );
                    }
                }
            }
        }
    }

    private static string Fingerprint(LawPage[] sorted)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var page in sorted)
        {
            // Line endings are the checkout's, not the law's.
            var text = page.Text.Replace("\r\n", "\n", StringComparison.Ordinal);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{page.Path}\n{text.Length}\n{text}\n")));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
