using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Sentences;
using Isonomia.Severity;
using NodaTime;
using NodaTime.Text;

namespace Isonomia.Cli.Output;

/// <summary>An assessment for people: what happens, why, what it hangs on, what to ask, and on which law and date.</summary>
internal static class AssessmentText
{
    private static readonly LocalDatePattern Long = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    public static void Write(Page page, Assessment a, string lawBook)
    {
        var who = a.Status is { } status ? CodeNames.Spaced(Names.Camel(status)) : "status not asked: every status is shown";
        page.Title(
            $"{string.Join(", ", a.Counts.Where(c => c.Count.Kind != CountKind.Prior).Select(c => c.Count.Offense.Name).DefaultIfEmpty("earlier record only"))} - {who}"
        );
        page.Line($"Law of {Long.Format(a.AsOf)}, {ForumName(a.Forum)}; law book {lawBook}. This informs; it decides nothing.");
        foreach (var warning in a.Warnings)
            page.Text("! ", warning);
        if (a.Referrals.Count > 0)
            page.Text(
                "! ",
                "A parent or grandparent who is a citizen may have made this person one. Clear that first: for a citizen nothing below applies."
            );

        page.Heading("What happens");
        Tiers(page, a);
        if (a.Status != ImmigrationStatus.Citizen)
            page.Text(
                "  ",
                "The first tier is where status and earlier record stand alone, the second adds this case; T0 is no effect, T8 the gravest."
            );
        page.Heading("Counts");
        foreach (var c in a.Counts)
            Count(page, c);
        if (a.Status != ImmigrationStatus.Citizen)
        {
            var reasons = new ToldReasons(page);
            Codes(page, reasons, "Grounds", a.Grounds);
            Codes(page, reasons, "Detention", a.Detention);
            Relief(page, a, reasons);
            Codes(page, reasons, "Exposure", a.Exposure);
        }
        Direct(page, a);
        Questions(page, a);
        if (a.Dates.Count > 0)
        {
            page.Heading("Dates");
            foreach (var d in a.Dates.Distinct())
                page.Text($"  {LocalDatePattern.Iso.Format(d.Date)}  ", d.What);
        }
        if (a.Assumed.Count > 0)
        {
            page.Heading("Taken as so, because the case file does not say");
            var record = a
                .Assumed.Where(x =>
                    x.StartsWith("no earlier conviction", StringComparison.Ordinal) || x.StartsWith("no pardon", StringComparison.Ordinal)
                )
                .ToArray();
            var others = a.Assumed.Except(record, StringComparer.Ordinal).ToArray();
            page.Text(
                "  ",
                string.Join("; ", record.Concat(others.Take(6)))
                    + (others.Length > 6 ? $"; and {others.Length - 6} more of the kind (assumed, in --json)." : ".")
            );
        }
        if (a.Status != ImmigrationStatus.Citizen)
        {
            page.Blank();
            page.Text("", "For the outline of the law behind each answer, add --explain; for one answer, --explain --code DEP.DV.");
        }
    }

    private static string ForumName(Forum forum) =>
        forum switch
        {
            Forum.NinthCircuit => "Ninth Circuit",
            Forum.FifthCircuit => "Fifth Circuit",
            _ => "another circuit",
        };

    private static void Tiers(Page page, Assessment a)
    {
        if (a.Envelope.Count > 0)
        {
            foreach (var group in a.Envelope.GroupBy(e => (e.Tier.Start, e.Tier.Low, e.Tier.High)).OrderBy(g => g.Key.High))
            {
                var t = group.First().Tier;
                page.Text(
                    $"  {Move(t), -15}",
                    $"{string.Join(", ", group.Select(e => CodeNames.Spaced(Names.Camel(e.Status!.Value))))}: {t.End.Plain}",
                    17
                );
            }
            return;
        }
        var tier = a.Collateral.Tier;
        page.Text($"  {Move(tier), -15}", tier.End.Plain, 17);
        if (tier.Low < tier.High)
            page.Text("", $"At best, if all that is open turns out well, {tier.Low}: {tier.Low.Plain}", 17);
    }

    private static string Move(TierRange t) => t.Low < t.High ? $"{t.Start} -> {t.Low}..{t.High}" : $"{t.Start} -> {t.End}";

    private static void Count(Page page, CountAssessment c)
    {
        var count = c.Count;
        var parts = new List<string>();
        if (count.Class.TryGet(out var @class))
            parts.Add(Names.Camel(@class));
        parts.Add(
            count.Outcome is { } o ? (o.TryGet(out var outcome) ? CodeNames.Spaced(Names.Camel(outcome)) : "outcome not known")
            : count.Stage is { } s && s.TryGet(out var stage) ? Names.Camel(stage)
            : "pending"
        );
        if (count.Kind != CountKind.Charge && c.Conviction.Kind != AnswerKind.No)
        {
            parts.Add($"imposed {c.Imposed}");
            parts.Add($"possible {c.Potential}");
        }
        parts.Add($"conviction: {CodeNames.Answer(c.Conviction)}");
        page.Text($"  {count.Label}. ", $"{count.Offense.Name} ({string.Join("; ", parts)})");
        if (count.Relief.Count > 0)
            page.Text("     later orders: ", string.Join(", ", count.Relief.Select(Order)));
        foreach (var group in c.Matches.Where(m => m.Answer.Kind != AnswerKind.No).GroupBy(m => CodeNames.Answer(m.Answer)))
            page.Text($"     {group.Key}: ", string.Join(", ", group.Select(m => CodeNames.Category(m.Category))));
        if (c.Conviction.Kind is not AnswerKind.Yes && c.Conviction.Because.Length > 0 && count.Kind != CountKind.Charge)
            page.Text("     conviction: ", c.Conviction.Because);
    }

    private static void Codes(Page page, ToldReasons reasons, string heading, IReadOnlyList<CodeAnswer> codes)
    {
        if (codes.Count == 0)
            return;
        page.Heading(heading);
        foreach (var c in codes.Where(c => c.Answer.Kind != AnswerKind.No).OrderBy(c => c.Answer.Kind == AnswerKind.Yes ? 0 : 1))
        {
            var limb = c.Limb is { } l ? $", limb ({l})" : "";
            page.Text(
                $"  {CodeNames.Answer(c.Answer).ToUpperInvariant(), -10} ",
                $"{c.Rule.Title}{limb} [{c.Code}, {c.Rule.Cites[0]}]",
                13
            );
            reasons.Write(c.Code, c.Answer.Because);
            foreach (var line in Dependences(c.Answer.DependsOn).Take(6))
                page.Text("", line, 15);
            foreach (var r in c.Answer.Readings)
                page.Text(
                    "",
                    $"open question: {r.Question} ({string.Join(" / ", r.Readings.Select(CodeNames.Spaced))}; plan for the first)",
                    13
                );
            if (c.Elsewhere is { } away && away != c.Answer.Kind)
                page.Text("", $"in another circuit: {CodeNames.Answer(c.Answer with { Kind = away })}", 13);
        }
        var no = codes.Where(c => c.Answer.Kind == AnswerKind.No).Select(c => c.Code).ToArray();
        if (no.Length > 0)
            page.Text("  no         ", string.Join(", ", no), 13);
    }

    private static void Relief(Page page, Assessment a, ToldReasons reasons)
    {
        var relief = a.Relief.Where(r => r.State != ReliefState.NotApplicable).ToArray();
        if (relief.Length == 0)
            return;
        page.Heading("Relief: does the record close it?");
        foreach (var r in relief.OrderByDescending(r => r.State))
        {
            // A bar for good has no end, whatever a shorter bar on the same record would have.
            var until =
                r.Permanent ? " for good"
                : r.Until is { } date ? $" until {Long.Format(date)}"
                : "";
            var late = r.Delayed ? ", delayed by supervision" : "";
            page.Text($"  {Names.Camel(r.State).ToUpperInvariant(), -11}", $"{CodeNames.Relief(r.Code)}{late}{until} [{r.Code}]", 13);
            if (r.State is ReliefState.Closed or ReliefState.Unknown or ReliefState.Harmed)
                reasons.Write(r.Code, r.Because);
        }
        var needs = relief.Where(r => r.State is ReliefState.Open or ReliefState.Harmed && r.AlsoNeeds.Count > 0).ToArray();
        if (needs.Length > 0)
            page.Text(
                "  ",
                $"What each relief needs beside this stands in the JSON output (alsoNeeds), for example {CodeNames.Relief(needs[0].Code)}: {string.Join("; ", needs[0].AlsoNeeds)}."
            );
    }

    private static void Direct(Page page, Assessment a)
    {
        page.Heading("Direct punishment");
        if (a.Counts.All(c => c.Count.Kind != CountKind.Disposition))
        {
            page.Text("  ", "None: the case file disposes of no charge.");
            return;
        }
        var d = a.Direct;
        page.Text(
            "  ",
            $"ordered {d.Ordered}; likely served {d.Projected}; place: {CodeNames.Spaced(d.Place)}; supervision: {(d.SupervisionMonths is { } m ? $"{m} months" : "not known")}; fine: {Dollars(d.FineDollars)}; restitution: {Dollars(d.RestitutionDollars)}"
        );
        page.Text(
            "  ",
            $"class: {d.Class}; strike: {d.Strike}; registration: {CodeNames.Tier(d.Registration)}; firearm ban: {CodeNames.Spaced(d.FirearmBan)}"
        );
    }

    private static string Dollars(long? amount) => amount is { } known ? $"${known:N0}" : "not known";

    private static string Order(ReliefOrder order) =>
        (order.Order.TryGet(out var text) ? text : "an order that is not known") + (order.Date.TryGet(out var date) ? $" ({date})" : "");

    /// <summary>What settles an answer, a line each; lines that differ only in the status are one line.</summary>
    private static IEnumerable<string> Dependences(IReadOnlyList<Dependence> all)
    {
        const string Status = "person.status";
        foreach (
            var group in all.GroupBy(d =>
                (d.Then, Others: string.Join(" and ", d.Facts.Where(f => f.Key != Status).Select(f => $"{f.Key} is {f.Value}")))
            )
        )
        {
            var statuses = group
                .SelectMany(d => d.Facts)
                .Where(f => f.Key == Status)
                .Select(f => f.Value)
                .Distinct(StringComparer.Ordinal)
                .ToArray();
            string[] parts =
            [
                .. statuses.Length > 0 ? [$"{Status} is {AnyOf(statuses)}"] : Array.Empty<string>(),
                .. group.Key.Others.Length > 0 ? [group.Key.Others] : Array.Empty<string>(),
            ];
            yield return $"if {string.Join(" and ", parts)}: {(group.Key.Then == Truth.Yes ? "yes" : "no")}";
        }
    }

    private static string AnyOf(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} or {names[^1]}";

    private static void Questions(Page page, Assessment a)
    {
        if (a.Questions.Count == 0)
            return;
        page.Heading("Ask, most decisive first");
        foreach (var (q, i) in a.Questions.Take(8).Select((q, i) => (q, i + 1)))
        {
            page.Text($"  {i}. ", q.Ask);
            page.Text(
                "     ",
                $"{q.Fact}: could change {string.Join(", ", q.CouldChange.Take(8))}{(q.CouldChange.Count > 8 ? $" and {q.CouldChange.Count - 8} more" : "")}"
            );
        }
        if (a.Questions.Count > 8)
            page.Line($"  ... and {a.Questions.Count - 8} more (see --json)");
    }

    /// <summary>Reasons under answers: a long one is told once, later answers that rest on it point to it.</summary>
    private sealed class ToldReasons(Page page)
    {
        /// <summary>Shorter ones are read faster than looked up.</summary>
        private const int Short = 80;
        private readonly Dictionary<string, string> told = new(StringComparer.Ordinal);

        public void Write(string code, string because)
        {
            if (because.Length == 0)
                return;
            if (because.Length > Short && !told.TryAdd(because, code))
                page.Text("", $"For the reason told at {told[because]}.", 13);
            else
                page.Text("", because, 13);
        }
    }
}
