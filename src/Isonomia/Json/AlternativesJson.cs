using System.Text.Json;
using Isonomia.Alternatives;
using Isonomia.Facts;
using Isonomia.Severity;
using NodaTime.Text;

namespace Isonomia.Json;

/// <summary>The alternatives to an offer in the words of contract section 6.</summary>
public static class AlternativesJson
{
    /// <summary>The whole report as JSON text. <paramref name="lawBook"/> is the version and fingerprint of the law.</summary>
    public static string Write(AlternativesReport report, string lawBook) => JsonText.Of(json => Write(json, report, lawBook));

    private static void Write(Utf8JsonWriter json, AlternativesReport r, string lawBook)
    {
        var a = r.Assessment;
        json.WriteStartObject();
        json.WriteString("lawAsOf", LocalDatePattern.Iso.Format(a.AsOf));
        json.WriteString("lawBook", lawBook);
        json.WriteString("forum", Names.Camel(a.Forum));
        json.WriteString("status", a.Status is { } status ? Names.Camel(status) : "unknown");
        json.Strings("assumed", a.Assumed);
        json.Strings("warnings", a.Warnings);
        json.WriteStartObject("reference");
        Vectors(json, r.Reference, a.Status is null);
        json.WriteBoolean("statusSafe", r.Reference.StatusSafe);
        json.WriteEndObject();
        json.WriteStartArray("alternatives");
        foreach (var x in r.Alternatives)
            One(json, x, r.Band, a.Status is null);
        json.WriteEndArray();
        json.Strings("undominated", r.Undominated);
        json.Strings("undominatedDefense", r.UndominatedDefense);
        json.Strings("statusSafe", r.StatusSafe);
        json.WriteNumber("searched", r.Searched);
        json.WriteBoolean("complete", r.Complete);
        json.WriteNumber("found", r.Found);
        json.WriteBoolean("noneInsideIsBetter", r.NoneInside);
        json.WriteStartArray("barred");
        foreach (var b in r.Barred)
        {
            json.WriteStartObject();
            json.WriteString("charge", b.Charge);
            json.WriteString("offer", b.Offer);
            json.WriteString("section", b.Section);
            json.WriteString("because", b.Because);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (r.Choices.Count > 0)
        {
            json.WriteString("minimax", r.Choices[0].Id);
            json.WriteStartArray("regret");
            foreach (var c in r.Choices)
            {
                json.WriteStartObject();
                json.WriteString("id", c.Id);
                json.WriteString("worst", c.Worst.ToString());
                json.WriteNumber("statusesHarmed", c.Harmed);
                json.WriteStartObject("thanBest");
                foreach (var (s, than) in c.Regret)
                    json.WriteString(Names.Camel(s), than);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteStartArray("vacatur");
        foreach (var v in r.Vacatur)
        {
            json.WriteStartObject();
            json.WriteString("prior", v.Prior);
            json.WriteString("offense", v.Offense);
            json.WriteString("from", v.From.ToString());
            json.WriteString("to", v.To.ToString());
            json.Strings("codes", v.Codes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        FourCells(json, r.Parity);
        json.WriteEndObject();
    }

    private static void One(Utf8JsonWriter json, Alternative x, Band band, bool everyStatus)
    {
        json.WriteStartObject();
        json.WriteString("id", x.Id);
        json.WriteString("name", x.Name);
        Vectors(json, x, everyStatus);
        json.WriteStartObject("band");
        json.WriteString("answer", x.Band.Inside ? "inside" : "outside");
        json.Strings("differs", x.Band.Differs);
        json.WriteString("id", band.Id);
        json.WriteBoolean("adopted", band.Adopted);
        json.Strings("lighterThanCitizen", x.Band.Lighter);
        json.Strings("concessions", x.Band.Concessions);
        json.WriteEndObject();
        json.Strings("dominates", x.Dominates);
        json.WriteStartArray("switchedOff");
        foreach (var s in x.SwitchedOff)
        {
            json.WriteStartObject();
            json.WriteString("code", s.Code);
            json.WriteString("rule", s.Rule);
            json.WriteString("citation", s.Citation);
            json.WriteString("line", s.Line);
            json.WriteString("because", s.Because);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Strings("added", x.Added);
        json.Strings("reopened", x.Reopened);
        json.Strings("factualBasis", x.FactualBasis);
        json.WriteStartArray("barriers");
        foreach (var b in x.Barriers)
        {
            json.WriteStartObject();
            json.WriteString("section", b.Section);
            json.WriteString("because", b.Because);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Strings("cautions", x.Cautions);
        json.WriteBoolean("statusSafe", x.StatusSafe);
        json.WriteEndObject();
    }

    private static void Vectors(Utf8JsonWriter json, Alternative x, bool everyStatus)
    {
        DispositionJson.Write(json, "disposition", x.Counts.Select(c => c.Disposition));
        AssessmentJson.Direct(json, x.Direct);
        json.WriteStartArray("penalty");
        foreach (var (charge, figures) in x.Penalty)
        {
            json.WriteStartObject();
            json.WriteString("charge", charge);
            json.WriteStartArray("figures");
            foreach (var f in figures)
            {
                json.WriteStartObject();
                json.WriteString("what", f.What);
                json.WriteString("value", f.Value);
                json.WriteString("provision", f.Provision);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        AssessmentJson.Collateral(json, "collateral", x.Collateral);
        json.WriteStartObject("reliefStates");
        foreach (var (code, state) in x.Collateral.Vector.Relief.Where(p => p.Value != ReliefState.NotApplicable))
            json.WriteString(code, Names.Camel(state));
        json.WriteEndObject();
        if (!everyStatus)
            return;
        json.WriteStartArray("envelope");
        foreach (var o in x.Outcomes)
        {
            json.WriteStartObject();
            json.WriteString("status", Names.Camel(o.Status));
            AssessmentJson.Tiers(json, o.Tier);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void FourCells(Utf8JsonWriter json, Parity p)
    {
        json.WriteStartObject("parity");
        foreach (var (name, x) in new[] { ("referenceOffer", p.Reference), ("bestInBand", p.Best) })
        {
            if (x is null)
            {
                json.WriteNull(name);
                continue;
            }
            json.WriteStartObject(name);
            json.WriteString("id", x.Id);
            json.WriteStartObject("citizen");
            AssessmentJson.Direct(json, x.Direct);
            AssessmentJson.Tiers(json, new Analysis.TierRange(Tier.T0, Tier.T0, Tier.T0, Tier.T0));
            json.WriteEndObject();
            json.WriteStartObject("thisPerson");
            AssessmentJson.Direct(json, x.Direct);
            AssessmentJson.Tiers(json, x.Collateral.Tier);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.Strings("excessBurden", p.ExcessBurden);
        json.Strings("residual", p.Residual);
        json.Strings("lighterThanCitizen", p.Lighter);
        json.WriteString("moreSevere", p.MoreSevere);
        json.WriteEndObject();
    }
}
