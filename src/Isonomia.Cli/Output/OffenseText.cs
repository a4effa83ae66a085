using Isonomia.Analysis;
using Isonomia.Law;
using Isonomia.Offenses;
using NodaTime.Text;

namespace Isonomia.Cli.Output;

/// <summary>An offense for people.</summary>
internal static class OffenseText
{
    public static void Write(Page page, Lawbook law, OffenseReport r)
    {
        var offense = r.Offense;
        if (offense.By == ResolvedBy.NotAnOffense)
        {
            page.Text($"{offense.Input}: ", $"not an offense: {offense.Because}");
            page.Blank();
            return;
        }
        if (!offense.IsResolved)
        {
            page.Text(
                $"{offense.Input}: ",
                $"not in the law book.{(offense.Because.Length > 0 ? $" {offense.Because}." : "")}{(offense.Nearest.Count > 0 ? $" The closest are {string.Join(", ", offense.Nearest)}." : "")}"
            );
            page.Blank();
            return;
        }
        var leaves = offense.Value.Leaves;
        page.Title($"{offense.Name}: {(leaves.Count == 1 ? leaves[0].Title : Json.OffenseJson.SectionTitle(offense))}");
        if (offense.By == ResolvedBy.Inferred)
            page.Text("! ", $"\"{offense.Input}\" names no code; {offense.Name} is the only section of that number in the law book.");
        page.Line($"Law of {LocalDatePattern.Iso.Format(r.AsOf)}. Punishable as {ClassWords(r.Class)}.");
        foreach (var (leaf, p) in r.Penalties)
        {
            var least = p.Least.Length > 0 ? $"; at least {p.Least}" : "";
            page.Text(
                "  ",
                $"{(leaves.Count > 1 ? leaf.Citation + ": " : "")}{ClassName(p.Class)}: {TermWords(p)}, fine up to ${p.MaxFineDollars:N0}{least}"
            );
        }
        var effects = leaves
            .Select(l => (Leaf: l, Effects: l.EffectsOn(r.AsOf)))
            .Where(x => x.Effects is not null)
            .GroupBy(x => EffectWords(x.Effects!), StringComparer.Ordinal)
            .ToArray();
        foreach (var group in effects)
            page.Text("  ", $"{(effects.Length > 1 ? string.Join(", ", group.Select(x => x.Leaf.Citation)) + ": " : "")}{group.Key}");
        foreach (
            var kind in new[] { AnswerKind.Yes, AnswerKind.Depends, AnswerKind.Unsettled, AnswerKind.Unreviewed, AnswerKind.NotInForce }
        )
        {
            var group = r.Matches.Where(m => m.Answer.Kind == kind).ToArray();
            if (group.Length == 0)
                continue;
            page.Heading(CodeNames.Answer(group[0].Answer));
            if (kind == AnswerKind.Unreviewed)
            {
                page.Text("  ", string.Join(", ", group.Select(m => CodeNames.Category(m.Category))));
                continue;
            }
            foreach (var m in group)
                Match(page, law, m);
        }
        var no = r.Matches.Where(m => m.Answer.Kind == AnswerKind.No).ToArray();
        if (no.Length > 0)
        {
            page.Heading("no");
            foreach (
                var m in no.Where(m =>
                    m.Answer.Certainty == Certainty.Controlling || m.Answer.Authorities.Any(a => law.Authority(a) is not null)
                )
            )
                Match(page, law, m);
            var byText = no.Where(m =>
                    m.Answer.Certainty != Certainty.Controlling && !m.Answer.Authorities.Any(a => law.Authority(a) is not null)
                )
                .Select(m => CodeNames.Category(m.Category))
                .ToArray();
            if (byText.Length > 0)
                page.Text("  by its text: ", string.Join(", ", byText));
        }
        if (r.SaferOptions.Count > 0)
        {
            page.Heading("Safer options");
            foreach (var s in r.SaferOptions)
                page.Text("  - ", $"{s.Option} (instead of {s.InsteadOf}): {s.Why}. Left open: {s.LeftOpen} [{s.Mark}]");
        }
        page.Blank();
    }

    private static void Match(Page page, Lawbook law, MatchAnswer m)
    {
        var needs =
            m.NeedsImposedDays is { } days ? $"; aggravated felony from {days} days imposed"
            : m.NeedsLossOver is { } loss ? $"; aggravated felony from a loss over ${loss:N0}"
            : "";
        page.Text($"  {CodeNames.Category(m.Category)} ", $"[{Isonomia.Facts.Names.Camel(m.Answer.Certainty)}{needs}]", 4);
        page.Text("    ", m.Answer.Because);
        foreach (var d in m.Answer.DependsOn.Take(8))
            page.Text(
                "      ",
                $"if {string.Join(" and ", d.Facts.Select(f => $"{f.Key} is {f.Value}"))}: {(d.Then == Truth.Yes ? "yes" : "no")}"
            );
        var cites = m
            .Answer.Authorities.Select(a =>
                law.Authority(a) is { } found ? found.Cite + (found.Status == "good" ? "" : $" [{found.Status}]") : a
            )
            .ToArray();
        if (cites.Length > 0)
            page.Text("    ", string.Join("; ", cites));
    }

    /// <summary>What California adds to a conviction, the same for every leaf that shares it.</summary>
    private static string EffectWords(StateEffects e) =>
        $"strike: {(e.Strike == "facts" ? "depends on facts proved" : e.Strike == "enhancement" ? "none without an enhancement" : e.Strike)}; registration: {(e.Registration == "facts" ? "depends on facts proved" : CodeNames.Tier(e.Registration))}; "
        + $"firearm ban as a misdemeanor: {CodeNames.Spaced(e.MisdemeanorFirearmBan)}; PC 1000: {CodeNames.Spaced(e.Pc1000)}; PC 1001.95: {CodeNames.Spaced(e.Pc1001_95)}{(e.Note.Length > 0 ? $" ({e.Note})" : "")}";

    private static string ClassWords(string @class) =>
        @class switch
        {
            "wobbler" => "a felony or a misdemeanor (wobbler)",
            "wobblette" => "a misdemeanor or an infraction (wobblette)",
            "infraction" => "an infraction",
            _ => $"a {@class}",
        };

    private static string ClassName(OffenseClass c) => Isonomia.Facts.Names.Camel(c);

    private static string TermWords(Penalty p)
    {
        var t = p.Term;
        if (t.NoParole)
            return "life without parole";
        if (t.Life)
            return t.LifeAfterMonths is { } months ? $"{months / 12} years to life" : "life";
        if (t.Months.Count > 0)
            return $"{Terms(t.Months)}, {(p.Place == Place1170.StatePrison ? "state prison" : "county jail (PC 1170(h))")}";
        return t.MaxDays > 0 ? $"up to {t.MaxDays} days of jail" : "no custody";
    }

    /// <summary>A triad as statutes write it: <c>2, 3, 4 years</c>; <c>16 months, 2, 3 years</c>.</summary>
    private static string Terms(IReadOnlyList<int> months)
    {
        var whole = months.Where(m => m % 12 == 0).Select(m => m / 12).ToArray();
        var rest = months.Where(m => m % 12 != 0).ToArray();
        string[] parts =
        [
            .. rest.Length > 0 ? [$"{string.Join(", ", rest)} months"] : Array.Empty<string>(),
            .. whole.Length > 0 ? [$"{string.Join(", ", whole)} {(whole is [1] ? "year" : "years")}"] : Array.Empty<string>(),
        ];
        return string.Join(", ", parts);
    }
}
