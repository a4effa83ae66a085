using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Documents.Papers;

/// <summary>
/// The wording of the pleas of an offer, and what the record of conviction must and must not say. Each line was tried: the law was asked again without
/// it (or with the other value), and what changed stands beside it.
/// </summary>
public static class PleaRecord
{
    /// <summary>The paper.</summary>
    public static Paper Write(PaperSource source)
    {
        var matter = StatusFree.Of(source.Assessment.Matter, source.Analyzer.Law.Vocabulary);
        var free = source.Analyzer.Assess(matter, source.Today);
        var words = new CaseWords(PaperLanguage.English);
        var blocks = new List<Block>
        {
            new Paragraph(
                "The federal authorities read the record of conviction: the charging document, the plea form, the plea colloquy, a factual basis that was agreed to, and the judgment. What these papers do not say cannot be read into them where the government bears the burden; where the person must prove a claim, silence may hurt. So the papers should say what is below, and no more."
            ),
        };
        foreach (var (c, i) in free.Counts.Where(c => c.Count.Kind == CountKind.Disposition).Select((c, i) => (c, i)))
        {
            blocks.Add(new Heading($"Count {c.Count.Label}: {words.Named(c.Count)}"));
            Count(source, matter, free, c, matter.Dispositions[i], i, words, blocks);
        }
        blocks.Add(new Heading("For every count"));
        blocks.Add(
            new Points(
                [
                    "No stipulation that a police report, a probation report or the preliminary hearing is the factual basis, unless every page of it has been read for the facts above. Where the court asks for a factual basis, state it in the words of the plea.",
                    "No name, relationship, age, weapon, substance, amount or injury beyond what is written above.",
                    "No enhancement or prior is admitted beyond what is written above.",
                    "The abstract of judgment, the minute order and the docket name the same section and subdivision as the plea.",
                    "Nothing about birthplace, citizenship or status stands in any of these papers.",
                ],
                Boxes: true
            )
        );
        blocks.Add(new Signatures(["Counsel", "Prosecution", "Date"]));
        return new Paper(
            "Plea wording and record of conviction",
            "Working paper of counsel. It says nothing about the person's status. The plea itself may be filed; this list need not be.",
            PaperLanguage.English,
            blocks,
            words.Foot(free, source.LawBook, source.Today)
        );
    }

    private static void Count(
        PaperSource source,
        Matter matter,
        Assessment free,
        CountAssessment c,
        Disposition disposition,
        int place,
        CaseWords words,
        List<Block> blocks
    )
    {
        var count = c.Count;
        blocks.Add(new Paragraph(words.Count(count), "The disposition:"));
        blocks.Add(
            new Paragraph(
                count.Committed.TryGet(out var committed) ? words.Date(committed) : "the case file does not say; the papers will",
                "Committed:"
            )
        );
        if (!count.Offense.IsResolved)
        {
            blocks.Add(new Paragraph("The statute is not in the law book: what its record must say was reviewed by nobody.", "Not known:"));
            return;
        }
        var leaves = count.Offense.Value.Leaves;
        if (leaves.Count > 1)
            blocks.Add(
                new Paragraph(
                    $"the section has {leaves.Count} alternatives that immigration law treats each by itself ({string.Join(", ", leaves.Take(6).Select(l => l.Citation))}{(leaves.Count > 6 ? " and more" : "")}). The plea should name one.",
                    "Name the subdivision:"
                )
            );
        Said(source, matter, free, disposition, place, blocks);
        Unsaid(free, count, blocks);
        Thresholds(c, words, blocks);
    }

    /// <summary>What the offer puts on record: what silence would make worse must stand there, what silence would make milder is better left out.</summary>
    private static void Said(PaperSource source, Matter matter, Assessment free, Disposition disposition, int place, List<Block> blocks)
    {
        var said = disposition
            .Record.Keys.Select(key =>
            {
                var value = disposition.Record[key];
                var without = disposition.Record.With(key, Known.Silent<FactValue>(value.Place));
                var silent = source.Analyzer.Assess(With(matter, place, disposition with { Record = without }), source.Today);
                return (Line: $"{Words(key)}: {Value(value)}", Changes: Changes(free, silent));
            })
            .ToArray();
        List(
            "The record must say:",
            said.Where(x => x.Changes.Worse.Count > 0 && x.Changes.Milder.Count == 0)
                .Select(x => $"{x.Line}. If the record were silent: {Joined(x.Changes.Worse)}.")
        );
        List(
            "Better left out of the record:",
            said.Where(x => x.Changes.Worse.Count == 0 && x.Changes.Milder.Count > 0)
                .Select(x => $"{x.Line}. If the record were silent: {Joined(x.Changes.Milder)}.")
        );
        List(
            "To be weighed, because silence would help with one thing and hurt with another:",
            said.Where(x => x.Changes.Worse.Count > 0 && x.Changes.Milder.Count > 0)
                .Select(x => $"{x.Line}. If the record were silent: worse, {Joined(x.Changes.Worse)}; milder, {Joined(x.Changes.Milder)}.")
        );
        List(
            "It need not say (leaving it out changes no answer):",
            said.Where(x => x.Changes is { Worse.Count: 0, Milder.Count: 0 }).Select(x => x.Line)
        );

        void List(string lead, IEnumerable<string> lines)
        {
            var items = lines.ToArray();
            if (items.Length == 0)
                return;
            blocks.Add(new Paragraph("", lead));
            blocks.Add(new Points(items, Boxes: true));
        }
    }

    private const int MostChanges = 4;

    private static string Joined(List<string> changes) =>
        string.Join(
            "; ",
            changes.Count > MostChanges ? [.. changes.Take(MostChanges), $"and {changes.Count - MostChanges} more"] : changes
        );

    /// <summary>What the record leaves open and could go wrong or right on.</summary>
    private static void Unsaid(Assessment free, CountInCase count, List<Block> blocks)
    {
        var codes = free.Grounds.Concat(free.Detention).Select(c => (c.Code, c.Answer));
        var matches = free.Counts.First(x => x.Count == count).Matches.Select(m => (Code: m.Category, m.Answer));
        var lines = codes
            .Concat(matches)
            .SelectMany(x => x.Answer.DependsOn.Select(d => (x.Code, d)))
            .Where(x => x.d.Facts.Count > 0 && x.d.Facts.All(f => f.Key.Contains("record.", StringComparison.Ordinal)))
            .GroupBy(x => (Facts: string.Join(" and ", x.d.Facts.Select(f => $"{Words(f.Key)} is {f.Value}")), x.d.Then))
            .Select(g =>
                (
                    g.Key.Then,
                    Text: $"{g.Key.Facts}: {string.Join(", ", g.Select(x => CaseNames.Spaced(x.Code)).Distinct(StringComparer.Ordinal))}"
                )
            )
            .ToArray();
        var bad = lines.Where(l => l.Then == Truth.Yes).Select(l => l.Text).Distinct(StringComparer.Ordinal).ToArray();
        var good = lines.Where(l => l.Then == Truth.No).Select(l => l.Text).Distinct(StringComparer.Ordinal).ToArray();
        if (good.Length > 0)
        {
            blocks.Add(new Paragraph("", "If it is true, let the record say (it switches off):"));
            blocks.Add(new Points(good, Boxes: true));
        }
        if (bad.Length > 0)
        {
            blocks.Add(new Paragraph("", "The record must not say (it brings on):"));
            blocks.Add(new Points(bad, Boxes: true));
        }
    }

    /// <summary>Limits of sentence and loss that the offense has by what it matches.</summary>
    private static void Thresholds(CountAssessment c, CaseWords words, List<Block> blocks)
    {
        var open = c.Matches.Where(m => m.Answer.Kind != AnswerKind.No).ToArray();
        var limits = new List<string>();
        foreach (var group in open.Where(m => m.NeedsImposedDays is not null).GroupBy(m => m.NeedsImposedDays!.Value))
        {
            var over = c.Imposed.High is not { } high || high.Count >= group.Key;
            var reached = c.Imposed.Low.Count >= group.Key;
            limits.Add(
                $"Custody ordered on this count, suspended or not, time added for a violation included, stays under {words.Days(group.Key)} ({string.Join(", ", group.Select(m => CaseNames.Spaced(m.Category)))}). Offered: {words.Days(c.Imposed)}"
                    + (
                        reached ? ", which reaches it: an aggravated felony."
                        : over ? ", which may reach it."
                        : "."
                    )
            );
        }
        foreach (var group in open.Where(m => m.NeedsLossOver is not null).GroupBy(m => m.NeedsLossOver!.Value))
            limits.Add(
                $"The loss tied to this count is stated and does not exceed {words.Dollars(group.Key)} ({string.Join(", ", group.Select(m => CaseNames.Spaced(m.Category)))}); restitution above that belongs to dismissed counts under a Harvey waiver (PC 1192.3) and the plea says so."
            );
        if (limits.Count == 0)
            return;
        blocks.Add(new Paragraph("", "Limits:"));
        blocks.Add(new Points(limits, Boxes: true));
    }

    /// <summary>Grounds, detention and tiers that are worse or milder in the second than in the first, in words.</summary>
    private static (List<string> Worse, List<string> Milder) Changes(Assessment before, Assessment after)
    {
        List<string> worse = [];
        List<string> milder = [];
        foreach (var (was, now) in Paired(before.Grounds, after.Grounds).Concat(Paired(before.Detention, after.Detention)))
        {
            // Classes of aggravated felony are told as the ground that they make, and a bond hearing is no harm of its own.
            if (was.Answer.Bounds == now.Answer.Bounds || was.Code.StartsWith("AF.", StringComparison.Ordinal) || was.Code == "DET.BOND")
                continue;
            (Rank(now.Answer.Bounds) > Rank(was.Answer.Bounds) ? worse : milder).Add(
                $"{was.Rule.Title} would be {Bounds(now.Answer.Bounds)} instead of {Bounds(was.Answer.Bounds)}"
            );
        }
        foreach (var (was, now) in before.Envelope.Zip(after.Envelope))
        {
            if (was.Tier.High == now.Tier.High && was.Tier.Low == now.Tier.Low)
                continue;
            var text = $"{CaseNames.Of(was.Status!.Value)}: {Span(was.Tier)} would be {Span(now.Tier)}";
            if (now.Tier.High > was.Tier.High || (now.Tier.High == was.Tier.High && now.Tier.Low > was.Tier.Low))
                worse.Add(text);
            else
                milder.Add(text);
        }
        return (worse, milder);
    }

    private static string Span(TierRange t) => t.Low == t.High ? $"{t.High}" : $"{t.Low} to {t.High}";

    private static int Rank(Truth truth) =>
        truth == Truth.No ? 0
        : truth == Truth.Yes ? 2
        : 1;

    private static IEnumerable<(CodeAnswer Was, CodeAnswer Now)> Paired(
        IReadOnlyList<CodeAnswer> before,
        IReadOnlyList<CodeAnswer> after
    ) => before.Join(after, x => x.Code, x => x.Code, (was, now) => (was, now), StringComparer.Ordinal);

    private static string Bounds(Truth truth) =>
        truth == Truth.Yes ? "certain"
        : truth == Truth.No ? "ruled out"
        : "possible";

    private static Matter With(Matter matter, int place, Disposition disposition) =>
        matter with
        {
            Dispositions = matter.Dispositions with
            {
                Items = matter.Dispositions.Select((d, i) => i == place ? disposition : d).ToValueList(),
            },
        };

    private static string Words(string key)
    {
        var at = key.LastIndexOf("record.", StringComparison.Ordinal);
        return CaseNames.Spaced(at < 0 ? key : key[(at + "record.".Length)..]);
    }

    private static string Value(Known<FactValue> value) => value.TryGet(out var known) ? CaseNames.Spaced($"{known}") : value.ToString();
}
