using System.Text.Json;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;
using NodaTime.Text;

namespace Isonomia.Json;

/// <summary>The whole law book as JSON.</summary>
public static class LawbookJson
{
    /// <summary>The text.</summary>
    public static string Write(Lawbook law, string version) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("lawBook", version);
            json.WriteString("fingerprint", law.Fingerprint);
            Array(json, "facts", law.Vocabulary.Facts, Fact);
            Array(json, "questions", law.Questions, Question);
            Array(json, "rules", law.Rules, Rule);
            Array(
                json,
                "alsoNeeded",
                law.AlsoNeeded,
                (w, n) =>
                {
                    w.WriteString("code", n.Code);
                    w.WriteString("need", n.Need);
                }
            );
            Array(json, "authorities", law.Authorities, Authority);
            Array(json, "substances", law.Substances, Substance);
            Array(json, "offenses", law.Offenses, (w, o) => Offense(w, law, o));
            Array(json, "examples", law.Examples, Example);
            json.WriteEndObject();
        });

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Date(Utf8JsonWriter json, string name, LocalDate? date)
    {
        if (date is { } d)
            json.WriteString(name, LocalDatePattern.Iso.Format(d));
    }

    private static void At(Utf8JsonWriter json, Place at) => json.WriteString("at", $"{at.File}:{at.Line}");

    private static void Fact(Utf8JsonWriter json, Fact f)
    {
        json.WriteString("name", f.Name);
        json.WriteString("about", Names.Camel(f.About));
        json.WriteString("kind", Names.Camel(f.Kind));
        if (f.OfRecord)
            json.WriteBoolean("record", true);
        if (f.Names.Count > 0)
            json.Strings("names", f.Names);
        if (f.Unit.Length > 0)
            json.WriteString("unit", f.Unit);
        json.WriteString("from", f.From);
        json.WriteString("heldBy", f.HeldBy);
        json.WriteString("key", f.Key);
        if (f.Category.Length > 0)
            json.WriteString("category", f.Category);
        json.WriteString("question", f.Question);
    }

    private static void Question(Utf8JsonWriter json, OpenQuestion q)
    {
        json.WriteString("question", q.Fact.Name);
        Array(
            json,
            "readings",
            q.Readings,
            (w, r) =>
            {
                w.WriteString("reading", r.Name);
                w.WriteString("forum", r.Forum);
                Date(w, "from", r.From);
                Date(w, "until", r.Until);
                w.WriteString("standing", Names.Camel(r.Standing));
                w.Strings("authorities", r.Authorities);
            }
        );
    }

    private static void Rule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("title", rule.Title);
        json.Strings("cites", rule.Cites);
        json.WriteString(
            "about",
            rule.OfConvictions ? "conviction"
                : rule.About == Level.Count ? "count"
                : "person"
        );
        if (rule.Code.Length > 0)
            json.WriteString("gives", rule.State.Length > 0 ? $"{rule.Code} {rule.State}" : rule.Code);
        if (rule.Silence != Silence.Neutral)
            json.WriteString("silent", Names.Camel(rule.Silence));
        Array(
            json,
            "versions",
            rule.Versions,
            (w, v) =>
            {
                Date(w, "from", v.From);
                Date(w, "until", v.Until);
                w.WriteString("by", v.By.Name);
                if (v.NoSuchRule)
                    w.WriteBoolean("noSuchRule", true);
                if (v.When is not null)
                {
                    w.WritePropertyName("when");
                    Outline(w, v.When);
                }
                if (v.Unless is not null)
                {
                    w.WritePropertyName("unless");
                    Outline(w, v.Unless);
                }
            }
        );
        At(json, rule.At);
    }

    private static void Outline(Utf8JsonWriter json, Condition node)
    {
        IReadOnlyList<Condition> items = node switch
        {
            AllOf all => all.Items,
            AnyOf any => any.Items,
            NoneOf none => none.Items,
            Negation not => [not.Item],
            CountTest { With: { } with } => [with],
            TotalTest { With: { } with } => [with],
            _ => [],
        };
        if (items.Count == 0)
        {
            json.WriteStringValue(node.Text);
            return;
        }
        json.WriteStartObject();
        json.WriteStartArray(node is Negation ? "not" : node.Text);
        foreach (var item in items)
            Outline(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Authority(Utf8JsonWriter json, Authority a)
    {
        json.WriteString("id", a.Id);
        json.WriteString("cite", a.Cite);
        json.WriteString("court", a.Court);
        json.WriteString("decided", a.Decided);
        json.WriteString("status", a.Status);
        json.Strings("later", a.Later);
        json.WriteString("basis", a.Basis);
        json.WriteString("seen", a.Seen);
        json.WriteString("checked", a.Checked);
    }

    private static void Substance(Utf8JsonWriter json, Substance s)
    {
        json.WriteString("substance", s.Name);
        json.Strings("also", s.Also);
        json.WriteString("stateSchedule", s.StateSchedule);
        json.WriteString("federalSchedule", s.FederalSchedule);
        Date(json, "from", s.From);
        Date(json, "until", s.Until);
        json.Strings("authorities", s.Authorities);
        json.WriteString("seen", s.Seen);
        json.WriteString("note", s.Note);
    }

    private static void Offense(Utf8JsonWriter json, Lawbook law, Offense o)
    {
        json.WriteString("offense", o.Citation.ToString());
        json.WriteString("title", o.Title);
        json.Strings("also", o.Also.Select(c => c.ToString()));
        Date(json, "from", o.From);
        Date(json, "until", o.Until);
        json.WriteBoolean("protectedVictim", o.ProtectedVictim);
        json.WriteString("against", o.Against);
        json.WriteBoolean("impairedDriving", o.ImpairedDriving);
        Array(
            json,
            "penalties",
            o.Penalties,
            (w, p) =>
            {
                w.WriteString("class", Names.Camel(p.Class));
                w.WriteStartArray("months");
                foreach (var m in p.Term.Months)
                    w.WriteNumberValue(m);
                w.WriteEndArray();
                w.WriteNumber("maxDays", p.Term.MaxDays);
                if (p.Term.Life)
                    w.WriteBoolean("life", true);
                w.NumberOrNull("lifeAfterMonths", p.Term.LifeAfterMonths);
                w.WriteString("place", Names.Camel(p.Place));
                w.WriteNumber("fineDollars", p.MaxFineDollars);
                w.WriteString("least", p.Least);
                Date(w, "from", p.From);
                Date(w, "until", p.Until);
                w.WriteString("authority", p.Authority);
            }
        );
        Array(
            json,
            "stateEffects",
            o.Effects,
            (w, e) =>
            {
                w.WriteString("strike", e.Strike);
                w.WriteString("registration", e.Registration);
                w.WriteString("misdemeanorFirearmBan", e.MisdemeanorFirearmBan);
                w.WriteString("pc1000", e.Pc1000);
                w.WriteString("pc1001_95", e.Pc1001_95);
                w.WriteString("probation", e.Probation);
                Date(w, "from", e.From);
                Date(w, "until", e.Until);
                w.WriteString("note", e.Note);
            }
        );
        Array(
            json,
            "verdicts",
            o.Verdicts.SelectMany(v => v),
            (w, v) =>
            {
                w.WriteString("category", v.Match.Category);
                w.WriteString("of", v.Of.ToString());
                w.WriteString("verdict", v.Text);
                w.WriteString("certainty", Names.Camel(v.Certainty));
                w.Strings("authorities", v.Authorities);
                Date(w, "from", v.From);
                Date(w, "until", v.Until);
                if (v.By is not null)
                    w.WriteString("by", v.By.Name);
                w.WriteString("note", v.Note);
            }
        );
        At(json, o.At);
    }

    private static void Example(Utf8JsonWriter json, Example e)
    {
        json.WriteString("example", e.Name);
        json.WriteString("of", e.Rule?.Title ?? e.Match?.Name ?? e.FactName);
        json.Strings("headings", e.Headings);
        json.WriteStartArray("rows");
        foreach (var row in e.Rows)
        {
            json.WriteStartArray();
            foreach (var value in row.Values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteString("answer", e.Answer);
        At(json, e.At);
    }
}
