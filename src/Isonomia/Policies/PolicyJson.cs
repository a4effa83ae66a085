using System.Globalization;
using System.Text.Json;
using Isonomia.Facts;
using Isonomia.Json;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Policies;

/// <summary>Writes what policies say as JSON, by the names of the contract.</summary>
public static class PolicyJson
{
    /// <summary>The answer of <c>policy apply</c>.</summary>
    public static string Write(PolicyReport report, string lawBook) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("asOf", Text(report.AsOf));
            json.WriteString("lawBook", lawBook);
            Policies(json, "policies", report.Book.Policies);
            json.Strings("amendments", report.Book.Amendments.Select(a => a.Id));
            json.Strings("warnings", report.Warnings);
            json.Strings("assumed", report.Assumed);
            json.WriteStartArray("charges");
            foreach (var charge in report.Charges)
            {
                json.WriteStartObject();
                json.WriteString("charge", charge.Count.Label);
                json.WriteString("offense", charge.Count.Offense.Name);
                json.WriteBoolean("resolved", charge.Count.Offense.IsResolved);
                json.WriteString("filing", charge.Filing);
                json.WriteString("because", charge.Because);
                Answers(json, "duties", charge.Duties);
                Answers(json, "rules", charge.Answers);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Asks(json, "questions", report.Questions);
            json.WriteEndObject();
        });

    /// <summary>The answer of <c>policy diff</c>.</summary>
    public static string Write(PolicyDifference diff) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            Side(json, "a", diff.A);
            Side(json, "b", diff.B);
            json.WriteStartArray("rules");
            foreach (var rule in diff.Rules)
            {
                json.WriteStartObject();
                json.WriteString("rule", rule.Id);
                json.WriteString("was", rule.Was);
                json.WriteString("now", rule.Now);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteNumber("compared", diff.Compared);
            json.WriteNumber("changed", diff.Docket.Sum(d => d.Charges.Count));
            json.WriteStartArray("docket");
            foreach (var change in diff.Docket)
            {
                json.WriteStartObject();
                json.WriteString("was", change.Was);
                json.WriteString("now", change.Now);
                json.Strings("charges", change.Charges);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });

    /// <summary>Policies as their pages describe them.</summary>
    public static void Policies(Utf8JsonWriter json, string name, IEnumerable<Policy> policies)
    {
        json.WriteStartArray(name);
        foreach (var policy in policies)
        {
            json.WriteStartObject();
            json.WriteString("id", policy.Id);
            json.WriteString("title", policy.Title);
            json.WriteString("office", policy.Office);
            json.WriteBoolean("adopted", policy.Adopted);
            json.WriteString("signedBy", policy.SignedBy);
            json.WriteString("from", Text(policy.From));
            json.WriteString("until", Text(policy.Until));
            json.WriteString("text", policy.Text);
            json.WriteString("source", policy.Source);
            json.WriteNumber("rules", policy.Rules.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Side(Utf8JsonWriter json, string name, PolicySide side)
    {
        json.WriteStartObject(name);
        json.WriteString("name", side.Name);
        json.WriteString("asOf", Text(side.AsOf));
        Policies(json, "policies", side.Book.Policies);
        json.Strings("amendments", side.Book.Amendments.Select(a => a.Id));
        json.WriteEndObject();
    }

    private static void Answers(Utf8JsonWriter json, string name, IEnumerable<RuleAnswer> answers)
    {
        json.WriteStartArray(name);
        foreach (var a in answers)
        {
            json.WriteStartObject();
            json.WriteString("policy", a.Policy?.Id ?? "statute");
            json.WriteString("rule", a.Rule.Id);
            json.WriteString("title", a.Rule.Title);
            json.WriteString("effect", a.Effect.Name);
            if (a.Enhancement.Length > 0)
                json.WriteString("enhancement", a.Enhancement);
            json.WriteString("answer", Names.Camel(a.Standing));
            json.WriteString("because", a.Because);
            json.WriteString("approval", a.Rule.Approval);
            json.WriteString("overriddenBy", a.OverriddenBy?.Id);
            json.WriteString("provenance", Names.Camel(a.Provenance));
            json.Strings("restsOnRecalled", a.Recalled);
            json.Strings("cites", a.Rule.Cites);
            json.WriteStartArray("exceptions");
            foreach (var e in a.Exceptions)
            {
                json.WriteStartObject();
                json.WriteString("exception", e.Text);
                json.WriteString("answer", Truths(e.Truth));
                if (e.Provenance is { } provenance)
                    json.WriteString("provenance", Names.Camel(provenance));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Asks(json, "asks", a.Asks);
            json.WriteStartArray("changes");
            foreach (var change in a.Changes)
            {
                json.WriteStartObject();
                json.WriteStartObject("facts");
                foreach (var (path, value) in change.Facts)
                    json.WriteString(path, value);
                json.WriteEndObject();
                json.WriteString("then", Names.Camel(change.Then));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("windows");
            foreach (var w in a.Windows)
            {
                json.WriteStartObject();
                json.WriteString("from", Text(w.From));
                json.WriteString("until", Text(w.Until));
                json.WriteString("answer", Names.Camel(w.Standing));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Asks(Utf8JsonWriter json, string name, IEnumerable<Asked> asks)
    {
        json.WriteStartArray(name);
        foreach (var ask in asks)
        {
            json.WriteStartObject();
            json.WriteString("fact", ask.Path);
            json.WriteString("ask", ask.Ask);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Truths(Truth truth) =>
        truth switch
        {
            Truth.Yes => "yes",
            Truth.No => "no",
            _ => "depends",
        };

    private static string? Text(LocalDate? date) => date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
