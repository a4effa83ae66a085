using System.Text.Json;
using Isonomia.Cases;
using Isonomia.Facts;
using Isonomia.Sentences;
using NodaTime.Text;

namespace Isonomia.Json;

/// <summary>A disposition as a case file writes it: pasted back, it reads as the same disposition.</summary>
public static class DispositionJson
{
    /// <summary>The whole list under <paramref name="name"/>.</summary>
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Disposition> dispositions)
    {
        json.WriteStartArray(name);
        foreach (var d in dispositions)
            One(json, d);
        json.WriteEndArray();
    }

    private static void One(Utf8JsonWriter json, Disposition d)
    {
        json.WriteStartObject();
        Put(json, "charge", d.Charge, v => json.WriteStringValue(v));
        Put(json, "outcome", d.Outcome, v => json.WriteStringValue(Names.Camel(v)));
        Put(json, "program", d.Program, v => json.WriteStringValue(v));
        if (d.Then is { } then)
        {
            json.WriteStartObject("then");
            Put(json, "offense", then.Offense, v => json.WriteStringValue(v));
            Put(json, "class", then.Class, v => json.WriteStringValue(Names.Camel(v)));
            Put(json, "convicted", then.Convicted, v => Date(json, v));
            Sheet(json, "record", then.Record);
            Sentenced(json, then.Sentence);
            json.WriteEndObject();
        }
        Put(json, "offense", d.Offense, v => json.WriteStringValue(v));
        Put(json, "class", d.Class, v => json.WriteStringValue(Names.Camel(v)));
        Put(json, "convicted", d.Convicted, v => Date(json, v));
        Sheet(json, "record", d.Record);
        Put(json, "harvey", d.Harvey, v => json.WriteBooleanValue(v));
        Sentenced(json, d.Sentence);
        foreach (var key in d.More.Keys)
            Fact(json, key, d.More[key]);
        json.WriteEndObject();
    }

    private static void Put<T>(Utf8JsonWriter json, string name, Known<T> known, Action<T> write)
    {
        if (!known.IsGiven)
            return;
        json.WritePropertyName(name);
        Any(json, known, write);
    }

    private static void Any<T>(Utf8JsonWriter json, Known<T> known, Action<T> write)
    {
        switch (known.Knowledge)
        {
            case Knowledge.Value:
                write(known.Value);
                break;
            case Knowledge.Disputed:
                json.WriteStartObject();
                json.WriteStartArray("disputed");
                foreach (var value in known.Values)
                    write(value);
                json.WriteEndArray();
                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(known.Knowledge == Knowledge.Silent ? "silent" : "unknown");
                break;
        }
    }

    private static void Date(Utf8JsonWriter json, DateOrRange date)
    {
        if (date.IsExact)
        {
            json.WriteStringValue(LocalDatePattern.Iso.Format(date.From));
            return;
        }
        json.WriteStartObject();
        json.WriteString("from", LocalDatePattern.Iso.Format(date.From));
        json.WriteString("to", LocalDatePattern.Iso.Format(date.To));
        json.WriteEndObject();
    }

    private static void Sheet(Utf8JsonWriter json, string name, FactSheet sheet)
    {
        if (!sheet.Keys.Any())
        {
            if (sheet.WhenLeftOut == Knowledge.Silent)
                json.WriteString(name, "silent");
            return;
        }
        json.WriteStartObject(name);
        foreach (var key in sheet.Keys)
            Fact(json, key, sheet[key]);
        json.WriteEndObject();
    }

    private static void Fact(Utf8JsonWriter json, string key, Known<FactValue> fact) =>
        Put(
            json,
            key,
            fact,
            v =>
            {
                switch (v)
                {
                    case FactValue.YesNo flag:
                        json.WriteBooleanValue(flag.IsYes);
                        break;
                    case FactValue.Number number:
                        json.WriteNumberValue(number.Amount);
                        break;
                    default:
                        json.WriteStringValue(v.ToString());
                        break;
                }
            }
        );

    private static void Sentenced(Utf8JsonWriter json, Known<Sentence> sentence)
    {
        if (!sentence.IsGiven)
            return;
        if (!sentence.TryGet(out var s))
        {
            json.WriteString("sentence", "unknown");
            return;
        }
        json.WriteStartObject("sentence");
        var said = false;
        void Number<T>(string name, Known<T> known, Func<T, long> of)
        {
            if (known.IsValue && of(known.Value) == 0 || !known.IsValue && !known.IsGiven)
                return;
            said = true;
            json.WritePropertyName(name);
            Any(json, known, v => json.WriteNumberValue(of(v)));
        }
        Number("jailDays", s.Jail, (Days d) => d.Count);
        Number("prisonMonths", s.Prison, (Months m) => m.Count);
        if (s.Split is { } split)
        {
            said = true;
            json.WritePropertyName("splitMonths");
            Any(
                json,
                split,
                t =>
                {
                    json.WriteStartObject();
                    Put(json, "custody", t.Custody, m => json.WriteNumberValue(m.Count));
                    Put(json, "supervision", t.Supervision, m => json.WriteNumberValue(m.Count));
                    json.WriteEndObject();
                }
            );
        }
        if (!s.Life.TryGet(out var life) || life)
        {
            said = true;
            json.WritePropertyName("life");
            Any(json, s.Life, v => json.WriteBooleanValue(v));
        }
        if (!s.Suspended.TryGet(out var suspended) || suspended != Suspension.None)
        {
            said = true;
            json.WritePropertyName("suspended");
            Any(json, s.Suspended, v => json.WriteStringValue(Names.Camel(v)));
        }
        Number("probationMonths", s.Probation, (Months m) => m.Count);
        Number("conditionJailDays", s.ConditionJail, (Days d) => d.Count);
        Number("electronicMonitoringDays", s.ElectronicMonitoring, (Days d) => d.Count);
        Number("treatmentDays", s.Treatment, (Days d) => d.Count);
        Number("creditDays", s.Credit, (Days d) => d.Count);
        Number("waivedCreditDays", s.WaivedCredit, (Days d) => d.Count);
        if (s.ConsecutiveTo.IsOpen)
            json.WriteString("consecutiveTo", "unknown");
        else if (s.ConsecutiveTo.Count > 0)
        {
            said = true;
            json.WriteStartArray("consecutiveTo");
            foreach (var id in s.ConsecutiveTo)
                Any(json, id, v => json.WriteStringValue(v));
            json.WriteEndArray();
        }
        if (s.Violations.IsOpen)
            json.WriteString("violations", "unknown");
        else if (s.Violations.Count > 0)
        {
            said = true;
            json.WriteStartArray("violations");
            foreach (var v in s.Violations)
            {
                json.WriteStartObject();
                Put(json, "date", v.Date, d => Date(json, d));
                Put(json, "addedDays", v.Added, d => json.WriteNumberValue(d.Count));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        Number("enhancementMonths", s.Enhancement, (Months m) => m.Count);
        Number("fineDollars", s.Fine, (Dollars d) => d.Count);
        Number("restitutionDollars", s.Restitution, (Dollars d) => d.Count);
        // An empty sentence would say that nothing is known; this one orders nothing.
        if (!said)
            json.WriteNumber("jailDays", 0);
        json.WriteEndObject();
    }
}
