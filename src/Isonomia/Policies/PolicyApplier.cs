using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Policies;

/// <summary>
/// Says what policies say of the charges of a case, as charged and before any disposition, on one date. It decides nothing: an exception that
/// rests on what is not known leaves a presumption standing and asks, and a duty of statute stands over whatever a policy says.
/// </summary>
public sealed class PolicyApplier(PolicyBook book)
{
    /// <summary>Facts that describe where the case stands and not what a party could tell: turning them round explains nothing. Nor do those of an offense's page.</summary>
    private static readonly string[] NotTurned = ["outcome", "stage", "enhancement alleged"];

    /// <summary>Applies every policy of the book. <paramref name="today"/> is the as-of date where the case names none.</summary>
    public PolicyReport Apply(Matter matter, LocalDate today) => Read(matter, matter.AsOf ?? today, explained: true);

    /// <summary>Where each rule stands, without reasons, questions or what would change it: for comparing many cases.</summary>
    public PolicyReport Standings(Matter matter, LocalDate asOf) => Read(matter, asOf, explained: false);

    private PolicyReport Read(Matter matter, LocalDate asOf, bool explained)
    {
        // A policy speaks of charges; what became of them later is no part of the decision.
        var charged = matter with
        {
            Dispositions = Listed<Disposition>.None(matter.Dispositions.Place),
        };
        var counts = CountReader.Read(charged, book.Analyzer.Resolver, asOf);
        var forum = matter.Forum.TryGet(out var f) ? f : Forum.NinthCircuit;
        var status = matter.Person.Status.TryGet(out var s) ? s : (ImmigrationStatus?)null;
        var built = RowBuilder.Build(book.Law, charged, counts, asOf, [new RowKey(status, forum)]);
        var run = new Run(book, charged, counts, built, asOf, explained);
        var charges = Enumerable.Range(0, counts.Count).Where(i => counts[i].Kind == CountKind.Charge).Select(run.Charge).ToArray();
        var assumed = matter.Priors.Count == 0 && !matter.Priors.IsOpen ? new[] { "no earlier charge or conviction" } : [];
        return new PolicyReport(
            book,
            asOf,
            charges,
            [.. book.Amendments.Select(a => a.Warning), .. explained ? Warnings.Of(book.Law, charged, counts, asOf) : []],
            assumed
        );
    }

    private sealed class Run(
        PolicyBook book,
        Matter matter,
        IReadOnlyList<CountInCase> counts,
        BuiltRows built,
        LocalDate asOf,
        bool explained
    )
    {
        private readonly Evaluator evaluator = new(book.Analyzer.Program, built.Rows);
        private readonly Fact enhancement = book.Law.Vocabulary["enhancement"];
        private readonly Fact date = book.Law.Vocabulary["as-of date"];

        private AnswerReader Reader(RowSet rows, Evaluator on) =>
            new(book.Analyzer.Program, built with { Rows = rows }, on, matter, counts);

        public ChargeAnswer Charge(int slot)
        {
            var duties = book.Duties.SelectMany(r => Answers(null, r, slot)).ToArray();
            var answers = book
                .Policies.SelectMany(p => p.Rules.SelectMany(r => Answers(p, r, slot)))
                .Select(a => a with { OverriddenBy = Overriding(a, duties) })
                .ToArray();
            var (filing, because) = Filing(answers);
            return new ChargeAnswer(counts[slot], filing, because, duties, answers);
        }

        /// <summary>One answer; or one for each enhancement alleged, where the rule asks which it is.</summary>
        private IEnumerable<RuleAnswer> Answers(Policy? policy, Rule rule, int slot)
        {
            var alleged = counts[slot].Enhancements;
            var asks = Outlines.Lines(rule, asOf).OfType<CitationTest>().Any(t => t.Fact == enhancement);
            if (!asks || alleged.Count == 0)
            {
                yield return Answer(policy, rule, slot, built.Rows, evaluator, 0, "");
                yield break;
            }
            var rows = built.Rows.Repeat(0, alleged.Count);
            rows.SetRows(enhancement, slot, [.. alleged.Select(CountFacts.EnhancementOf)]);
            var on = new Evaluator(book.Analyzer.Program, rows);
            for (var i = 0; i < alleged.Count; i++)
            {
                var name = alleged[i].Statute.TryGet(out var text) ? text : "an enhancement not named";
                yield return Answer(policy, rule, slot, rows, on, i, name);
            }
        }

        private RuleAnswer Answer(Policy? policy, Rule rule, int slot, RowSet rows, Evaluator on, int row, string about)
        {
            var trace = new Tracer(rows, row).Explain(rule, Burden.Shown, slot);
            var standing = StandingOf(rule, trace, asOf);
            var answer = new RuleAnswer(
                policy,
                rule,
                Effect.Find(rule.Code)!,
                about,
                standing,
                "",
                [],
                [],
                [],
                [],
                Outlines.ProvenanceOf(book.Law, rule),
                [.. Outlines.RulesRead(rule, asOf).Where(r => Outlines.ProvenanceOf(book.Law, r) == Provenance.Recalled).Select(r => r.Id)],
                null
            );
            if (!explained)
                return answer;
            answer = answer with { Windows = Windows(rule, slot, rows, row) };
            if (standing == PolicyStanding.NotInForce)
                return answer with { Because = "There is no such rule on this date." };
            var settling = Settling(rule, slot, rows, on, row, standing);
            return answer with
            {
                Because = Reasons.Sentence(new Reasons().Decisive(trace), i => counts[i].Offense.Name),
                Exceptions = Exceptions(trace),
                Asks = settling.Asks,
                Changes =
                    standing is PolicyStanding.No ? []
                    : settling.Changes.Count > 0 ? settling.Changes
                    : Turned(rule, slot, rows, row, standing),
            };
        }

        private static PolicyStanding StandingOf(Rule rule, Trace trace, LocalDate on)
        {
            if (Outlines.On(rule, on) is not { NoSuchRule: false } || trace.Items.Count == 0)
                return PolicyStanding.NotInForce;
            var when = trace.Items[0].Truth;
            var unless = trace.Items.Count > 1 ? trace.Items[1].Truth : Truth.No;
            return when switch
            {
                Truth.No => PolicyStanding.No,
                Truth.Open => unless == Truth.Yes ? PolicyStanding.No : PolicyStanding.Open,
                _ => unless switch
                {
                    Truth.Yes => PolicyStanding.Lifted,
                    Truth.No => PolicyStanding.Applies,
                    _ => PolicyStanding.Stands,
                },
            };
        }

        private ExceptionLine[] Exceptions(Trace trace)
        {
            if (trace.Items.Count < 2)
                return [];
            var lift = trace.Items[1];
            return
            [
                .. (lift.Op == TraceOp.Any && lift.Rule is null ? lift.Items : [lift]).Select(t => new ExceptionLine(
                    t.Text,
                    t.Truth,
                    t.Value,
                    t.Rule is { } rule ? Outlines.ProvenanceOf(book.Law, rule) : null
                )),
            ];
        }

        private (IReadOnlyList<Asked> Asks, IReadOnlyList<Change> Changes) Settling(
            Rule rule,
            int slot,
            RowSet rows,
            Evaluator on,
            int row,
            PolicyStanding standing
        )
        {
            if (standing is not (PolicyStanding.Stands or PolicyStanding.Open))
                return ([], []);
            var register = book.Analyzer.Program.RegisterOf(rule, Burden.Shown);
            var found = Explorer.Explore(book.Analyzer.Program, rows, on, row, register, rule.About == Level.Case ? -1 : slot);
            var reader = Reader(rows, on);
            var asks = found
                .Openings.Where(o => o.Kind == OpeningKind.Fact)
                .Select(o => new Asked(reader.Path(o), $"{o.Fact.Question}{Of(o.Slot)}"))
                .DistinctBy(a => a.Path)
                .ToArray();
            var changes = found
                .Settlings.SelectMany(settling =>
                    AnswerReader
                        .Spread(settling)
                        .Select(facts => new Change(
                            facts.Select(x => (reader.Path(x.Opening), x.Word)).ToArray(),
                            settling.Then == Truth.Yes ? PolicyStanding.Applies
                                : standing == PolicyStanding.Stands ? PolicyStanding.Lifted
                                : PolicyStanding.No
                        ))
                )
                .Take(12)
                .ToArray();
            return (asks, changes);
        }

        private string Of(int slot) =>
            slot >= 0 && counts.Count(c => c.Kind == CountKind.Charge) > 1 ? $" ({counts[slot].Offense.Name})" : "";

        /// <summary>Every fact that the rule reads, turned to each other value that it can tell apart, one at a time.</summary>
        private Change[] Turned(Rule rule, int slot, RowSet rows, int row, PolicyStanding now)
        {
            var lines = Outlines.Lines(rule, asOf);
            var facts = lines
                .Select(l =>
                    l switch
                    {
                        FlagTest { Fact.Kind: FactKind.YesNo } t => t.Fact,
                        NameTest { Fact.Kind: FactKind.OneOf } t => t.Fact,
                        NumberTest t => t.Fact,
                        _ => null,
                    }
                )
                .OfType<Fact>()
                .Distinct()
                .Where(f => f.Key.Length > 0 && f.From != "page" && Array.IndexOf(NotTurned, f.Name) < 0);
            var turns = facts
                .SelectMany(f => Outlines.Bins(f, lines).Select(b => (Fact: f, b.Value, b.Words)))
                .Where(t => t.Value != rows.Get(t.Fact, slot, row))
                .ToArray();
            if (turns.Length == 0)
                return [];
            var worlds = rows.Repeat(row, turns.Length);
            foreach (var fact in turns.Select(t => t.Fact).Distinct())
            {
                var given = rows.Get(fact, slot, row);
                worlds.SetRows(fact, slot, [.. turns.Select(t => t.Fact == fact ? t.Value : given)]);
            }
            var reader = Reader(rows, evaluator);
            var changes = new List<Change>();
            for (var i = 0; i < turns.Length; i++)
            {
                var then = StandingOf(rule, new Tracer(worlds, i).Explain(rule, Burden.Shown, slot), asOf);
                if (then == now || then is PolicyStanding.Open or PolicyStanding.Stands)
                    continue;
                var opening = new Opening(OpeningKind.Fact, turns[i].Fact, turns[i].Fact.About == Level.Case ? -1 : slot, []);
                changes.Add(new Change([(reader.Path(opening), turns[i].Words)], then));
            }
            return [.. changes];
        }

        /// <summary>Where the rule stands in each of its windows, all else as given.</summary>
        private Window[] Windows(Rule rule, int slot, RowSet rows, int row)
        {
            var windows = new List<Window>();
            var days = rule.Versions.Select(v => v.From <= asOf && (v.Until is null || asOf < v.Until) ? asOf : v.From).ToArray();
            var block = rows.Repeat(row, days.Length);
            block.SetRows(date, 0, [.. days.Select(Value.Date)]);
            for (var i = 0; i < days.Length; i++)
            {
                var standing = StandingOf(rule, new Tracer(block, i).Explain(rule, Burden.Shown, slot), days[i]);
                var (from, until) = (rule.Versions[i].From, rule.Versions[i].Until);
                if (windows.Count > 0 && windows[^1].Standing == standing)
                    windows[^1] = windows[^1] with { Until = until };
                else
                    windows.Add(new Window(from, until, standing));
            }
            return [.. windows];
        }

        private static Rule? Overriding(RuleAnswer answer, IReadOnlyList<RuleAnswer> duties) =>
            answer.Speaks && answer.Effect.OverriddenBy.Length > 0
                ? duties.FirstOrDefault(d => d.Rule.Code == answer.Effect.OverriddenBy && d.Speaks)?.Rule
                : null;

        /// <summary>What the rules about filing come to. An exception only takes a presumption away.</summary>
        private static (string Filing, string Because) Filing(IReadOnlyList<RuleAnswer> answers)
        {
            RuleAnswer? One(PolicyStanding standing, params string[] effects) =>
                answers.FirstOrDefault(a => a.Standing == standing && Array.IndexOf(effects, a.Effect.Name) >= 0);
            string[] sure = ["decline", "divert", "file"];
            if (
                sure.Select(e => One(PolicyStanding.Applies, e) ?? One(PolicyStanding.Stands, e)).OfType<RuleAnswer>().FirstOrDefault() is
                { } rule
            )
            {
                if (One(PolicyStanding.Applies, "may-file") is { } may && rule.Effect.Name != "file")
                    return (
                        "mayFile",
                        $"{rule.Rule.Id} would {rule.Effect.Name}; {may.Rule.Id} allows filing all the same{Approval(may.Rule)}."
                    );
                var ask =
                    rule.Standing == PolicyStanding.Stands ? " The presumption stands; an exception rests on what is not known: ask." : "";
                return (rule.Effect.Name, $"{rule.Rule.Id}: {rule.Effect.Plain}.{ask}");
            }
            if (sure.Select(e => One(PolicyStanding.Open, e)).OfType<RuleAnswer>().FirstOrDefault() is { } open)
                return ("ask", $"{open.Rule.Id} may apply ({open.Effect.Name}); what decides it is not known: ask.");
            if (sure.Select(e => One(PolicyStanding.Lifted, e)).OfType<RuleAnswer>().FirstOrDefault() is { } lifted)
                return ("caseByCase", $"The presumption of {lifted.Rule.Id} is lifted; nothing requires filing or declining.");
            if (One(PolicyStanding.Applies, "may-decline") is { } spirit)
                return ("mayDecline", $"{spirit.Rule.Id}: {spirit.Effect.Plain}.");
            return ("caseByCase", "No rule in force decides whether to file.");
        }

        private static string Approval(Rule rule) => rule.Approval.Length > 0 ? $" ({rule.Approval})" : "";
    }
}
