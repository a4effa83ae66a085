using Isonomia.Alternatives;
using Isonomia.Facts;
using Isonomia.Severity;
using NodaTime.Text;

namespace Isonomia.Cli.Output;

/// <summary>Alternatives for people: the offer, a table of options, then each option with what it switches off, its basis and its limits.</summary>
internal static class AlternativesText
{
    /// <summary>So many options are explained; the table has them all.</summary>
    private const int MostExplained = 8;

    public static void Write(Page page, AlternativesReport r, string lawBook)
    {
        var a = r.Assessment;
        var who = a.Status is { } status ? CodeNames.Spaced(Names.Camel(status)) : "status not asked: every status is shown";
        page.Title($"Alternatives to {r.Reference.Name} - {who}");
        page.Line($"Law of {LocalDatePattern.Iso.Format(a.AsOf)}; law book {lawBook}. This informs; it decides nothing.");
        foreach (var warning in a.Warnings)
            page.Text("! ", warning);
        page.Text(
            "  ",
            $"Band: {r.Band.Id}{(r.Band.Adopted ? $", signed by {r.Band.SignedBy}" : ", adopted by no office")}. Victim terms and restitution stay as offered."
        );
        page.Heading("The offer");
        page.Text("  ", $"{Direct(r.Reference.Direct)}.");
        page.Text("  ", $"{Tiers(r.Reference)}: {r.Reference.Collateral.Tier.End.Plain}");
        if (r.Parity.ExcessBurden.Count > 0)
            page.Text("  ", $"For this person and not for a citizen: {string.Join("; ", r.Parity.ExcessBurden)}.");
        page.Text("  ", r.Parity.MoreSevere);
        page.Heading("Result");
        page.Text(
            "  ",
            $"{r.Searched} dispositions covered, {r.Found} different ones kept; {(r.Complete ? "complete: every disposition that the tables allow was covered" : "not complete: the method could not cover all of them")}."
        );
        page.Text(
            "  ",
            r.NoneInside ? "None inside the band is milder for this person."
                : r.Parity.Best is { } best ? $"Best inside the band: {best.Id}. {best.Name}: {Tiers(best)}.{Bars(best)}"
                : "Some inside the band are milder; raise --limit to see them."
        );
        if (r.Choices.Count > 0)
            page.Text(
                "  ",
                $"Without asking the status, the least bad worst case inside the band is {r.Choices[0].Id} (at worst {r.Choices[0].Worst}, {r.Choices[0].Harmed} statuses harmed)."
            );
        Table(page, r);
        foreach (var x in r.Alternatives.Take(MostExplained))
            Explain(page, x);
        if (r.Alternatives.Count > MostExplained)
            page.Line($"... and {r.Alternatives.Count - MostExplained} more in the table (all of them explained with --json)");
        if (r.Barred.Count > 0)
        {
            page.Heading("Not allowed here");
            foreach (var b in r.Barred)
                page.Text("  ", $"count {b.Charge}: {b.Offer} [{b.Section}]: {b.Because}.");
        }
        if (r.Vacatur.Count > 0)
        {
            page.Heading("Earlier convictions that would change this if vacated (PC 1473.7)");
            foreach (var v in r.Vacatur)
                page.Text(
                    "  ",
                    $"{v.Prior} {v.Offense}: {v.From} -> {v.To}{(v.Codes.Count > 0 ? $"; takes away {string.Join(", ", v.Codes)}" : "")}"
                );
        }
    }

    private static void Table(Page page, AlternativesReport r)
    {
        page.Heading("Options (in the band and undominated first)");
        page.Line("  id        band     tier          ordered  served  class        disposition");
        Row(page, r.Reference, r);
        foreach (var x in r.Alternatives)
            Row(page, x, r);
        page.Line("  U undominated inside the band; S safe under every status; ! a legal bar to lift");
    }

    private static void Row(Page page, Alternative x, AlternativesReport r)
    {
        var marks = $"{(r.Undominated.Contains(x.Id) ? "U" : "")}{(x.StatusSafe ? "S" : "")}{(x.Barriers.Count > 0 ? "!" : "")}";
        page.Text(
            $"  {x.Id, -9} {(x.Id == "reference" ? "offer" : x.Band.Inside ? "inside" : "outside"), -8} {$"{x.Collateral.Tier.Start}->{x.Collateral.Tier.End} {marks}", -13} {Days(x.Direct.Ordered), -8} {Days(x.Direct.Projected), -7} {x.Direct.Class, -12} ",
            x.Name
        );
    }

    /// <summary>The legal bars that the case would have to lift first.</summary>
    private static string Bars(Alternative x) =>
        x.Barriers.Count == 0
            ? ""
            : $" Barred unless the case lifts it, and nothing without a bar is milder: {string.Join("; ", x.Barriers.Select(b => b.Section))}.";

    private static string Days(Sentences.DayRange d) =>
        d.IsExact
            ? d == Sentences.DayRange.Life
                ? "life"
                : $"{d.Low.Count}"
            : "open";

    private static void Explain(Page page, Alternative x)
    {
        page.Heading($"{x.Id}. {x.Name}");
        page.Text(
            "  ",
            $"{Direct(x.Direct)}; {Tiers(x)}; {(x.Band.Inside ? "inside the band" : $"outside the band: {string.Join(", ", x.Band.Differs)}")}."
        );
        if (x.Band.Lighter.Count > 0)
            page.Text(
                "  ",
                $"Lighter than a citizen would get on {string.Join(", ", x.Band.Lighter)}. {string.Join("; ", x.Band.Concessions)}."
            );
        foreach (var off in x.SwitchedOff)
            page.Text("  off ", $"{off.Code} [{off.Rule}, {off.Citation}; {off.Line}]: {off.Because}");
        if (x.Reopened.Count > 0)
            page.Text("  open ", string.Join(", ", x.Reopened.Select(c => $"{CodeNames.Relief(c)} [{c}]")));
        if (x.Added.Count > 0)
            page.Text("  new ", string.Join(", ", x.Added));
        foreach (var b in x.FactualBasis)
            page.Text("  basis ", b);
        foreach (var b in x.Barriers)
            page.Text("  bar ", $"[{b.Section}] {b.Because}");
        foreach (var c in x.Cautions)
            page.Text("  mind ", c);
    }

    private static string Direct(DirectVector d) =>
        $"{d.Class}, {d.Ordered} ordered, {d.Projected} likely served, {(d.SupervisionMonths is { } m ? $"{m} months of supervision" : "supervision not known")}";

    private static string Tiers(Alternative x)
    {
        var t = x.Collateral.Tier;
        return t.Low == t.End ? $"{t.Start} -> {t.End}" : $"{t.Start} -> {t.End} (at best {t.Low})";
    }
}
