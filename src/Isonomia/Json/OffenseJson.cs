using System.Text.Json;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Offenses;
using NodaTime.Text;

namespace Isonomia.Json;

/// <summary>Offense reports in the words of contract section 4.</summary>
public static class OffenseJson
{
    /// <summary>A JSON array, one object for each report.</summary>
    public static string Write(Lawbook law, IReadOnlyList<OffenseReport> reports) =>
        JsonText.Of(json =>
        {
            json.WriteStartArray();
            foreach (var report in reports)
                One(json, law, report);
            json.WriteEndArray();
        });

    private static void One(Utf8JsonWriter json, Lawbook law, OffenseReport r)
    {
        var offense = r.Offense;
        json.WriteStartObject();
        json.WriteString("input", offense.Input);
        if (offense.By == ResolvedBy.NotAnOffense)
        {
            json.WriteNull("citation");
            json.WriteString("kind", "notAnOffense");
            json.WriteString("because", offense.Because);
            json.WriteEndObject();
            return;
        }
        if (!offense.IsResolved)
        {
            json.WriteNull("citation");
            if (offense.Citation is { } read)
                json.WriteString("readAs", read.ToString());
            json.Strings("nearest", offense.Nearest);
            if (offense.Because.Length > 0)
                json.WriteString("because", offense.Because);
            json.WriteEndObject();
            return;
        }
        var leaves = offense.Value.Leaves;
        json.WriteString("citation", offense.Name);
        json.WriteString("resolvedBy", Names.Camel(offense.By));
        json.WriteString("title", TitleOf(offense));
        json.WriteString("class", r.Class);
        var (from, until) = (
            leaves.Select(l => l.From).Max(),
            leaves.All(l => l.Until is not null) ? leaves.Select(l => l.Until).Max() : null
        );
        if (from is not null || until is not null)
        {
            json.WriteStartObject("inForce");
            json.WriteString("from", from is { } f ? LocalDatePattern.Iso.Format(f) : null);
            // The last day in force: pages keep the first day after.
            json.WriteString("to", until is { } u ? LocalDatePattern.Iso.Format(u.PlusDays(-1)) : null);
            json.WriteEndObject();
        }
        Penalty(json, r);
        State(json, r);
        json.WriteStartArray("prongs");
        foreach (var prong in r.Prongs)
        {
            json.WriteStartObject();
            json.WriteString("prong", prong.Leaf.Citation.ToString());
            json.WriteString("title", prong.Leaf.Title);
            AnswerJson.Matches(json, prong.Matches);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        AnswerJson.Matches(json, r.Matches);
        AnswerJson.Authorities(json, law, r.Matches.Concat(r.Prongs.SelectMany(p => p.Matches)).SelectMany(m => m.Answer.Authorities));
        json.WriteStartArray("saferOptions");
        foreach (var s in r.SaferOptions)
        {
            json.WriteStartObject();
            json.WriteString("option", s.Option);
            json.WriteString("insteadOf", s.InsteadOf);
            json.WriteString("why", s.Why);
            json.WriteString("leftOpen", s.LeftOpen);
            json.WriteString("mark", s.Mark);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The leaf's title; of a section, the page's.</summary>
    internal static string TitleOf(ResolvedOffense offense)
    {
        var leaves = offense.Value.Leaves;
        var title = leaves.Count == 1 ? leaves[0].Title : SectionTitle(offense);
        return offense.Form switch
        {
            Form.Attempt => $"attempt: {title}",
            Form.Conspiracy => $"conspiracy: {title}",
            Form.Solicitation => $"solicitation: {title}",
            _ => title,
        };
    }

    /// <summary>The title of the page of the section itself, without its citation.</summary>
    public static string SectionTitle(ResolvedOffense offense)
    {
        var leaves = offense.Value.Leaves;
        var own = leaves.FirstOrDefault(l => l.Citation.Section == offense.Value.Citation?.Section) ?? leaves[0];
        var title = own.Page.Title;
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? title : title[(colon + 2)..];
    }

    private static void Penalty(Utf8JsonWriter json, OffenseReport r)
    {
        json.WriteStartObject("penalty");
        foreach (var group in r.Penalties.GroupBy(p => p.Penalty.Class).OrderByDescending(g => g.Key))
        {
            // Of several ways or prongs the heaviest stands first; the others follow under `also`.
            var rows = group.Select(g => g.Penalty).OrderByDescending(Weight).ToArray();
            json.WriteStartObject(Names.Camel(group.Key));
            Row(json, rows[0], r.Offense.Form);
            if (rows.Length > 1)
            {
                json.WriteStartArray("also");
                foreach (var other in rows.Skip(1))
                {
                    json.WriteStartObject();
                    json.WriteString("of", other.Of.ToString());
                    Row(json, other, r.Offense.Form);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static long Weight(Penalty p) =>
        p.Term.Life ? 100_000 + (p.Term.LifeAfterMonths ?? 0) : (p.Term.Months.Count > 0 ? p.Term.Months[^1] * 31L : p.Term.MaxDays);

    /// <summary>An attempt has half the term and half the fine (PC 664); conspiracy has its target's.</summary>
    private static void Row(Utf8JsonWriter json, Penalty p, Form form)
    {
        var half = form == Form.Attempt;
        if (p.Class == OffenseClass.Felony)
        {
            json.WriteStartArray("termsMonths");
            foreach (var months in p.Term.Life && half ? [60, 84, 108] : p.Term.Months)
                json.WriteNumberValue(half && !p.Term.Life ? months / 2m : months);
            json.WriteEndArray();
            if (p.Term.Life && !half)
            {
                json.WriteBoolean("life", true);
                json.NumberOrNull("lifeAfterMonths", p.Term.LifeAfterMonths);
            }
        }
        if (p.Class != OffenseClass.Felony)
            json.WriteNumber("maxDays", half ? p.Term.MaxDays / 2 : p.Term.MaxDays);
        if (p.Class == OffenseClass.Felony)
            json.WriteString("place", p.Place == Place1170.StatePrison ? "statePrison" : "countyJail");
        json.WriteNumber("maxFineDollars", half ? p.MaxFineDollars / 2 : p.MaxFineDollars);
        if (p.Least.Length > 0)
            json.WriteString("least", p.Least);
    }

    private static void State(Utf8JsonWriter json, OffenseReport r)
    {
        var effects = r
            .Offense.Value.Leaves.Select(l => l.EffectsOn(r.AsOf) ?? l.Effects.LastOrDefault())
            .Where(e => e is not null)
            .Select(e => e!)
            .ToArray();
        string Joined(Func<StateEffects, string> of, params string[] order)
        {
            var values = effects.Select(of).Distinct(StringComparer.Ordinal).ToArray();
            // Of prongs that differ the heaviest is shown: the caller sees each under its own citation.
            return values.Length == 0 ? order[0] : values.MaxBy(v => Array.IndexOf(order, v))!;
        }
        string Diversion(Func<StateEffects, string> of)
        {
            var values = effects.Select(of).Distinct(StringComparer.Ordinal).ToArray();
            return values.Length == 1 ? values[0] : "factDependent";
        }
        var felony = r.Penalties.Any(p => p.Penalty.Class == OffenseClass.Felony);
        json.WriteStartObject("state");
        json.WriteString("strike", Joined(e => e.Strike is "facts" or "enhancement" ? "none" : e.Strike, "none", "serious", "violent"));
        json.WriteString(
            "registration",
            Joined(e => e.Registration == "facts" ? "none" : e.Registration, "none", "tier1", "tier2", "tier3")
        );
        var misdemeanor = Joined(e => e.MisdemeanorFirearmBan, "none", "tenYears", "life");
        json.WriteString("firearmBan", felony ? "life" : misdemeanor);
        json.WriteString("firearmBanMisdemeanor", misdemeanor);
        json.WriteString("pc1000", Diversion(e => e.Pc1000));
        json.WriteString("pc1001_95", Diversion(e => e.Pc1001_95));
        json.WriteString("transferList7282_5", r.ValuesAct);
        var notes = effects.Select(e => e.Note).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        if (notes.Length > 0)
            json.Strings("notes", notes);
        json.WriteEndObject();
    }
}
