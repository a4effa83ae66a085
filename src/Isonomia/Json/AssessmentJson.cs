using System.Text.Json;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Sentences;
using Isonomia.Severity;
using NodaTime.Text;

namespace Isonomia.Json;

/// <summary>An assessment in the words of contract section 5.</summary>
public static class AssessmentJson
{
    /// <summary>The whole assessment as JSON text. <paramref name="lawBook"/> is the version and fingerprint of the law.</summary>
    public static string Write(Assessment a, string lawBook) => JsonText.Of(json => Write(json, a, lawBook));

    private static void Write(Utf8JsonWriter json, Assessment a, string lawBook)
    {
        json.WriteStartObject();
        json.WriteString("lawAsOf", LocalDatePattern.Iso.Format(a.AsOf));
        json.WriteString("lawBook", lawBook);
        json.WriteString("forum", Names.Camel(a.Forum));
        json.WriteString("status", a.Status is { } status ? Names.Camel(status) : "unknown");
        json.Strings("assumed", a.Assumed);
        json.Strings("warnings", a.Warnings);
        Counts(
            json,
            "counts",
            a.Counts.Where(c => c.Count.Kind == CountKind.Disposition).Concat(a.Counts.Where(c => c.Count.Kind == CountKind.Charge))
        );
        Counts(json, "priors", a.Counts.Where(c => c.Count.Kind == CountKind.Prior));
        Codes(json, "grounds", a, a.Grounds);
        Codes(json, "detention", a, a.Detention);
        Relief(json, a);
        Codes(json, "exposure", a, a.Exposure);
        if (a.Referrals.Count > 0)
            Codes(json, "referrals", a, a.Referrals);
        json.WriteStartArray("dates");
        foreach (var d in a.Dates)
        {
            json.WriteStartObject();
            json.WriteString("date", LocalDatePattern.Iso.Format(d.Date));
            json.WriteString("what", d.What);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Collateral(json, "collateral", a.Collateral);
        Direct(json, a.Direct);
        json.WriteStartArray("questions");
        foreach (var q in a.Questions)
        {
            json.WriteStartObject();
            json.WriteString("fact", q.Fact);
            json.WriteString("ask", q.Ask);
            json.Strings("couldChange", q.CouldChange);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        // Of the status alone, where it is known, the tier above says all.
        json.WriteStartArray("envelope");
        foreach (var e in a.Envelope)
        {
            json.WriteStartObject();
            json.WriteString("status", Names.Camel(e.Status!.Value));
            Tiers(json, e.Tier);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        AnswerJson.Authorities(json, a.Law, Cited(a));
        json.WriteEndObject();
    }

    private static IEnumerable<string> Cited(Assessment a) =>
        a
            .Grounds.Concat(a.Detention)
            .Concat(a.Exposure)
            .SelectMany(c => c.Answer.Authorities)
            .Concat(a.Relief.SelectMany(r => r.Authorities))
            .Concat(a.Counts.SelectMany(c => c.Matches.SelectMany(m => m.Answer.Authorities).Concat(c.Conviction.Authorities)));

    private static void Days(Utf8JsonWriter json, string name, DayRange days)
    {
        if (days.IsExact)
        {
            json.WriteNumber(name, days.Low.Count);
            return;
        }
        json.WriteNull(name);
        if (days == DayRange.Unknown)
            return;
        json.WriteStartObject(name + "Range");
        json.NumberOrNull("low", days == DayRange.Life ? null : days.Low.Count);
        json.NumberOrNull("high", days.High?.Count);
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, string name, IEnumerable<CountAssessment> counts)
    {
        json.WriteStartArray(name);
        foreach (var c in counts)
        {
            json.WriteStartObject();
            json.WriteString("charge", c.Count.Label);
            json.WriteString("path", c.Count.Path);
            json.WriteString("offense", c.Count.Offense.Citation?.ToString());
            if (c.Count.Offense.By == Offenses.ResolvedBy.NotAnOffense)
                json.WriteString("kind", "notAnOffense");
            json.WriteStartObject("conviction");
            AnswerJson.Members(json, c.Conviction);
            json.WriteString("because", c.Conviction.Because);
            json.WriteEndObject();
            Days(json, "imposedDays", c.Imposed);
            Days(json, "potentialDays", c.Potential);
            AnswerJson.Matches(json, c.Matches);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Codes(Utf8JsonWriter json, string name, Assessment a, IEnumerable<CodeAnswer> codes)
    {
        json.WriteStartArray(name);
        foreach (var c in codes)
        {
            json.WriteStartObject();
            json.WriteString("code", c.Code);
            json.WriteString("rule", c.Rule.Id);
            json.WriteString("citation", c.Rule.Cites[0]);
            AnswerJson.Members(json, c.Answer);
            if (name == "detention")
                json.WriteString("limb", c.Limb);
            json.Strings(
                "counts",
                c.Counts.Select(s => a.Counts[s].Count.Kind == CountKind.Prior ? a.Counts[s].Count.Path : a.Counts[s].Count.Label)
                    .Distinct(StringComparer.Ordinal)
            );
            if (c.Elsewhere is { } elsewhere)
                json.WriteString("elsewhere", (c.Answer with { Kind = elsewhere }).Word);
            AnswerJson.Basis(json, c.Answer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Relief(Utf8JsonWriter json, Assessment a)
    {
        json.WriteStartArray("relief");
        foreach (var r in a.Relief)
        {
            json.WriteStartObject();
            json.WriteString("code", r.Code);
            json.WriteString("state", Names.Camel(r.State));
            if (r.Delayed)
                json.WriteBoolean("delayed", true);
            if (r.Permanent)
                json.WriteBoolean("permanent", true);
            json.Strings("alsoNeeds", r.State == ReliefState.NotApplicable ? [] : r.AlsoNeeds);
            json.WriteString("until", r.Until is { } until ? LocalDatePattern.Iso.Format(until) : null);
            json.WriteString("because", r.Because);
            json.Strings("authorities", r.Authorities);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Tiers(Utf8JsonWriter json, TierRange tier)
    {
        json.WriteStartObject("tier");
        json.WriteString("start", tier.Start.ToString());
        json.WriteString("end", tier.End.ToString());
        json.WriteString("low", tier.Low.ToString());
        json.WriteString("high", tier.High.ToString());
        json.WriteEndObject();
    }

    internal static void Collateral(Utf8JsonWriter json, string name, CollateralAnswer c)
    {
        json.WriteStartObject(name);
        json.WriteString("removal", $"A{c.Vector.Removal}");
        json.WriteString("custody", c.Vector.Custody.ToString());
        json.WriteString("permanence", $"D{c.Vector.Permanence}");
        json.WriteString("process", $"E{c.Vector.Process}");
        json.WriteString("exposure", $"F{c.Vector.Exposure}");
        json.WriteString("certainty", $"G{c.Certainty}");
        Tiers(json, c.Tier);
        json.WriteEndObject();
    }

    internal static void Direct(Utf8JsonWriter json, DirectVector d)
    {
        json.WriteStartObject("direct");
        Days(json, "orderedDays", d.Ordered);
        Days(json, "projectedDays", d.Projected);
        json.WriteString("place", Known(d.Place));
        json.NumberOrNull("supervisionMonths", d.SupervisionMonths);
        json.WriteString("class", Known(d.Class));
        json.WriteString("strike", Known(d.Strike));
        json.WriteString("registration", Known(d.Registration));
        json.WriteString("firearmBan", Known(d.FirearmBan));
        json.NumberOrNull("fineDollars", d.FineDollars);
        json.NumberOrNull("restitutionDollars", d.RestitutionDollars);
        json.WriteEndObject();
    }

    /// <summary>A word of the contract's lists, or nothing where it is not known.</summary>
    private static string? Known(string word) => word == "unknown" ? null : word;
}
