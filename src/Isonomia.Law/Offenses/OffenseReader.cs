using System.Globalization;
using Isonomia.Law.Language;
using Isonomia.Law.Pages;

namespace Isonomia.Law.Offenses;

/// <summary>Reads the tables of an offense page. Verdict tests are kept raw until every fact and rule is known.</summary>
internal sealed class OffenseReader(PageParts page, VocabularyReader vocabulary, ICollection<LawProblem> problems)
{
    /// <summary>A verdict row whose test is not yet bound.</summary>
    internal sealed record RawVerdict(Verdict Verdict, RawNode? Test, string Question, Cell By);

    private readonly List<Offense> leaves = [];
    private readonly List<Penalty> penalties = [];
    private readonly List<StateEffects> effects = [];
    private readonly List<SaferOption> options = [];
    private readonly List<RelatedOffense> related = [];

    public List<RawVerdict> Verdicts { get; } = [];

    public IReadOnlyList<Offense> Leaves => leaves;

    public IReadOnlyList<NotRaisedLine> NotRaised => page.NotRaised;

    public IReadOnlyList<Penalty> Penalties => penalties;

    public IReadOnlyList<StateEffects> Effects => effects;

    /// <summary>Reads everything but verdict tests; offenses get indices from <paramref name="first"/> on.</summary>
    public IReadOnlyList<Offense> Read(int first, IReadOnlyDictionary<string, Fact> matches)
    {
        var description = new OffensePage(page.Page.Path, page.Title, page.Prose, options, related);
        foreach (var table in page.Tables)
        {
            switch (table.Kind)
            {
                case "offense":
                    LeafRows(table, description, first);
                    break;
                case "penalty of":
                    PenaltyRows(table);
                    break;
                case "state effects of":
                    EffectRows(table);
                    break;
                case "match":
                    VerdictRows(table, matches);
                    break;
                case "safer option":
                    var safer = new Columns(table, ["safer option", "instead of", "why"], ["left open", "mark"], problems);
                    if (safer.Complete)
                        options.AddRange(
                            table.Rows.Select(r => new SaferOption(
                                r[0].Text,
                                safer.Text(r, "instead of"),
                                safer.Text(r, "why"),
                                safer.Text(r, "left open"),
                                safer.Text(r, "mark"),
                                r[0].At
                            ))
                        );
                    break;
                case "related":
                    var rel = new Columns(table, ["related", "to", "relation", "factual basis", "mark"], [], problems);
                    foreach (var row in rel.Complete ? table.Rows : [])
                    foreach (var column in (string[])["related", "to"])
                        rel.Citation(row, column);
                    if (rel.Complete)
                        related.AddRange(
                            table.Rows.Select(r => new RelatedOffense(
                                r[0].Text,
                                rel.Text(r, "to"),
                                rel.Text(r, "relation"),
                                rel.Text(r, "factual basis"),
                                rel.Text(r, "mark"),
                                r[0].At
                            ))
                        );
                    break;
            }
        }
        if (leaves.Count == 0)
            problems.Add(new LawProblem(page.Page.Path, 1, 1, "an offense page lists its offenses in a table `offense`"));
        return leaves;
    }

    private void LeafRows(PageTable table, OffensePage description, int first)
    {
        var c = new Columns(
            table,
            ["offense", "title"],
            ["also", "victim", "against", "impaired driving", "value at most", "from", "until"],
            problems
        );
        if (!c.Complete)
            return;
        foreach (var row in table.Rows)
        {
            if (c.Citation(row, "offense") is not { } citation)
                continue;
            var also = c.Citations(row, "also");
            leaves.Add(
                new Offense
                {
                    Index = first + leaves.Count,
                    Citation = citation,
                    Title = c.Text(row, "title"),
                    Also = also,
                    ProtectedVictim = c.OneOf(row, "victim", "", "protected") == "protected",
                    Against = c.OneOf(row, "against", "", "person", "property", "either", "neither"),
                    ImpairedDriving = c.OneOf(row, "impaired driving", "", "yes", "no") == "yes",
                    ValueAtMost = c.Dollars(row, "value at most"),
                    From = c.Date(row, "from"),
                    Until = c.Date(row, "until"),
                    Page = description,
                    At = row[0].At,
                }
            );
        }
    }

    private void PenaltyRows(PageTable table)
    {
        var c = new Columns(
            table,
            ["penalty of", "class", "term", "place"],
            ["fine", "least", "from", "until", "authority", "note"],
            problems
        );
        if (!c.Complete)
            return;
        foreach (var row in table.Rows)
        {
            if (c.Citation(row, "penalty of") is not { } of)
                continue;
            var @class = c.OneOf(row, "class", "infraction", "misdemeanor", "felony") switch
            {
                "felony" => OffenseClass.Felony,
                "misdemeanor" => OffenseClass.Misdemeanor,
                _ => OffenseClass.Infraction,
            };
            if (!TermReader.TryRead(c.Text(row, "term"), out var term))
                problems.Add(
                    c.At(row, "term")
                        .Problem(
                            $"cannot read the term \"{c.Text(row, "term")}\": write `2, 3, 4 years`, `364 days`, `25 years to life`, `none`"
                        )
                );
            if (@class == OffenseClass.Misdemeanor && term.MaxDays > 364 && of.ToString() is var cite)
                problems.Add(c.At(row, "term").Problem($"a misdemeanor is at most 364 days (PC 18.5); {cite} says {term.MaxDays}"));
            var place = c.OneOf(row, "place", "state prison", "county jail", "county jail 1170(h)", "none") switch
            {
                "state prison" => Place1170.StatePrison,
                "county jail" => Place1170.CountyJail,
                "county jail 1170(h)" => Place1170.CountyJail1170h,
                _ => Place1170.None,
            };
            var fine = 0;
            if (
                c.Text(row, "fine") is { Length: > 0 } dollars
                && !int.TryParse(dollars, NumberStyles.None, CultureInfo.InvariantCulture, out fine)
            )
                problems.Add(c.At(row, "fine").Problem($"a fine is a number of dollars, not \"{dollars}\""));
            penalties.Add(
                new Penalty(
                    of,
                    @class,
                    term,
                    place,
                    fine,
                    c.Text(row, "least"),
                    c.Date(row, "from"),
                    c.Date(row, "until"),
                    c.Text(row, "authority"),
                    row[0].At
                )
            );
        }
    }

    private void EffectRows(PageTable table)
    {
        var c = new Columns(
            table,
            ["state effects of", "strike", "registration", "PC 1000", "PC 1001.95"],
            ["misdemeanor firearm ban", "probation", "from", "until", "note"],
            problems
        );
        if (!c.Complete)
            return;
        string[] diversion = ["eligible", "excluded", "factDependent"];
        foreach (var row in table.Rows)
        {
            if (c.Citation(row, "state effects of") is not { } of)
                continue;
            effects.Add(
                new StateEffects(
                    of,
                    c.OneOf(row, "strike", "none", "serious", "violent", "enhancement", "facts"),
                    c.OneOf(row, "registration", "none", "tier1", "tier2", "tier3", "facts"),
                    c.OneOf(row, "misdemeanor firearm ban", "", "none", "tenYears", "life") is { Length: > 0 } ban ? ban : "none",
                    c.OneOf(row, "PC 1000", diversion),
                    c.OneOf(row, "PC 1001.95", diversion),
                    c.Text(row, "probation"),
                    c.Date(row, "from"),
                    c.Date(row, "until"),
                    c.Text(row, "note"),
                    row[0].At
                )
            );
        }
    }

    private void VerdictRows(PageTable table, IReadOnlyDictionary<string, Fact> matches)
    {
        var c = new Columns(table, ["match", "of", "verdict", "authority", "certainty", "note"], ["from", "until", "by"], problems);
        if (!c.Complete)
            return;
        foreach (var row in table.Rows)
        {
            var name = row[0].Text;
            if (!matches.TryGetValue(name, out var match))
            {
                problems.Add(row[0].At.Problem($"no match is named \"{name}\"{Suggest.DidYouMean(name, matches.Keys)}"));
                continue;
            }
            if (c.Citation(row, "of") is not { } of)
                continue;
            var text = c.Text(row, "verdict");
            var at = c.At(row, "verdict");
            var (kind, test, question) = Split(text, match, of, at);
            if (kind is null)
            {
                problems.Add(
                    at.Problem(
                        $"a verdict is yes, no, `depends: test`, `unsettled`, `unsettled when: test` or `unsettled: question is reading`, not \"{text}\""
                    )
                );
                continue;
            }
            var certainty = c.OneOf(row, "certainty", "controlling", "applied", "practice") switch
            {
                "controlling" => Certainty.Controlling,
                "applied" => Certainty.Applied,
                _ => Certainty.Practice,
            };
            if (kind == VerdictKind.No && certainty == Certainty.Practice)
                problems.Add(at.Problem("a `no` is controlling or applied; on practice alone it is `unsettled`"));
            var questionFact = question.Length > 0 ? vocabulary.Question(question, ["yes", "no"], at) : null;
            var by = new Cell(c.Text(row, "by"), c.At(row, "by"));
            Verdicts.Add(
                new RawVerdict(
                    new Verdict(
                        match,
                        of,
                        kind.Value,
                        null,
                        questionFact,
                        text,
                        c.List(row, "authority"),
                        certainty,
                        c.Date(row, "from"),
                        c.Date(row, "until"),
                        null,
                        c.Text(row, "note"),
                        row[0].At
                    ),
                    test,
                    question,
                    by
                )
            );
        }
    }

    private (VerdictKind? Kind, RawNode? Test, string Question) Split(string text, Fact match, Citation of, Place at)
    {
        RawNode Node(string prefix) => new(text[prefix.Length..].Trim(), at with { Column = at.Column + prefix.Length }, []);
        if (text == "yes")
            return (VerdictKind.Yes, null, "");
        if (text == "no")
            return (VerdictKind.No, null, "");
        if (text.StartsWith("depends: ", StringComparison.Ordinal))
            return (VerdictKind.Depends, Node("depends: "), "");
        if (text.StartsWith("unsettled: ", StringComparison.Ordinal))
            return (VerdictKind.Depends, Node("unsettled: "), "");
        // Rows of one match and citation in different windows are different questions.
        var name = $"{match.Name}: {of}" + (Verdicts.Exists(v => v.Question == $"{match.Name}: {of}") ? $" (line {at.Line})" : "");
        if (text == "unsettled")
            return (VerdictKind.Depends, null, name);
        if (text.StartsWith("unsettled when: ", StringComparison.Ordinal))
            return (VerdictKind.Depends, Node("unsettled when: "), name);
        return (null, null, "");
    }
}
