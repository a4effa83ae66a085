using System.Globalization;
using System.Text;
using System.Text.Json;
using Isonomia.Caseload.Statistics;
using Isonomia.Json;

namespace Isonomia.Caseload.Outcomes;

/// <summary>A study as JSON and as CSV. Every figure carries numerator, denominator, event, window and source.</summary>
public static class OutcomeOutput
{
    /// <summary>The study and its claims as JSON.</summary>
    /// <param name="study">The study.</param>
    /// <param name="claims">Claims that were checked.</param>
    /// <param name="fingerprint">SHA-256 of the file, in hexadecimal.</param>
    public static string Json(OutcomeStudy study, IReadOnlyList<ClaimCheck> claims, string fingerprint)
    {
        var cohort = study.Cohort;
        var plan = cohort.Plan;
        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("source");
            json.WriteString("file", cohort.File);
            json.WriteString("sha256", fingerprint);
            Text(json, "description", plan.Source);
            Text(json, "start", plan.Start);
            Text(json, "end", plan.End?.ToString("R", null));
            Text(json, "exit", plan.Exit);
            json.WriteStartArray("where");
            foreach (var filter in plan.Where)
                json.WriteStringValue(filter.ToString());
            json.WriteEndArray();
            json.WriteNumber("records", cohort.Records);
            json.WriteNumber("cohort", cohort.Rows.Length);
            json.WriteNumber("outside", cohort.Outside);
            json.WriteNumber("quarantined", cohort.Quarantined.Length);
            json.WriteNumber("eventsAfterEnd", cohort.AfterEnd);
            json.WriteNumber("smallCell", plan.SmallCell);
            json.WriteNumber("level", plan.Level);
            json.WriteEndObject();
            Texts(json, "notes", study.Notes);
            json.WriteStartArray("figures");
            foreach (var figure in study.Figures)
                Figure(json, figure);
            json.WriteEndArray();
            json.WriteStartArray("tests");
            foreach (var test in study.Tests)
                Test(json, test);
            json.WriteEndArray();
            json.WriteStartArray("curves");
            foreach (var curve in study.Curves)
                Curve(json, curve);
            json.WriteEndArray();
            json.WriteStartArray("claims");
            foreach (var claim in claims)
                Claimed(json, claim);
            json.WriteEndArray();
            json.WriteStartArray("quarantine");
            foreach (var row in cohort.Quarantined)
            {
                json.WriteStartObject();
                json.WriteNumber("line", row.Line);
                json.WriteNumber("column", row.Column);
                json.WriteString("reason", row.Reason);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>Every figure as a line of CSV.</summary>
    public static string Csv(OutcomeStudy study, string fingerprint)
    {
        var text = new StringBuilder(
            "event,months,by,group,numerator,denominator,share,wilsonLow,wilsonHigh,lost,boundLow,boundHigh,kaplanMeier,kaplanMeierLow,kaplanMeierHigh,"
                + "kaplanMeierEvents,kaplanMeierPersons,withheld,file,sha256,end,where\n"
        );
        var cohort = study.Cohort;
        foreach (var f in study.Figures)
        {
            string?[] cells =
            [
                f.Event,
                f.Months.ToString(CultureInfo.InvariantCulture),
                f.By,
                f.Group,
                f.Numerator?.ToString(CultureInfo.InvariantCulture),
                f.Denominator?.ToString(CultureInfo.InvariantCulture),
                Number(f.Share),
                Number(f.Wilson?.Low),
                Number(f.Wilson?.High),
                f.Lost?.ToString(CultureInfo.InvariantCulture),
                Number(f.Bounds?.Low),
                Number(f.Bounds?.High),
                Number(f.KaplanMeier?.Share),
                Number(f.KaplanMeier?.Interval?.Low),
                Number(f.KaplanMeier?.Interval?.High),
                f.KaplanMeier?.Events.ToString(CultureInfo.InvariantCulture),
                f.KaplanMeier?.Persons.ToString(CultureInfo.InvariantCulture),
                f.Withheld,
                cohort.File,
                fingerprint,
                cohort.Plan.End?.ToString("R", null),
                string.Join(" and ", cohort.Plan.Where),
            ];
            text.AppendJoin(',', cells.Select(Quoted)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The rows that could not be read, as CSV.</summary>
    public static string QuarantineCsv(Cohort cohort)
    {
        var text = new StringBuilder("line,column,reason\n");
        foreach (var row in cohort.Quarantined)
            text.Append(CultureInfo.InvariantCulture, $"{row.Line},{row.Column},{Quoted(row.Reason)}\n");
        return text.ToString();
    }

    private static void Figure(Utf8JsonWriter json, OutcomeFigure f)
    {
        json.WriteStartObject();
        json.WriteString("event", f.Event);
        json.WriteNumber("months", f.Months);
        Text(json, "by", f.By);
        Text(json, "group", f.Group);
        Whole(json, "numerator", f.Numerator);
        Whole(json, "denominator", f.Denominator);
        Whole(json, "lost", f.Lost);
        Real(json, "share", f.Share);
        Range(json, "wilson", f.Wilson);
        Range(json, "bounds", f.Bounds);
        if (f.KaplanMeier is { } survival)
        {
            json.WriteStartObject("kaplanMeier");
            json.WriteNumber("share", Rounded(survival.Share));
            Range(json, "interval", survival.Interval);
            json.WriteNumber("events", survival.Events);
            json.WriteNumber("persons", survival.Persons);
            json.WriteEndObject();
        }
        else
            json.WriteNull("kaplanMeier");
        Text(json, "withheld", f.Withheld);
        json.WriteEndObject();
    }

    private static void Test(Utf8JsonWriter json, OutcomeTest test)
    {
        json.WriteStartObject();
        json.WriteString("event", test.Event);
        json.WriteString("by", test.By);
        Texts(json, "groups", test.Groups);
        Texts(json, "leftOut", test.LeftOut);
        Real(json, "chiSquare", test.Test?.ChiSquare);
        Whole(json, "degreesOfFreedom", test.Test?.DegreesOfFreedom);
        Real(json, "p", test.Test?.P);
        json.WriteEndObject();
    }

    private static void Curve(Utf8JsonWriter json, OutcomeCurve curve)
    {
        json.WriteStartObject();
        json.WriteString("event", curve.Event);
        Text(json, "by", curve.By);
        Text(json, "group", curve.Group);
        json.WriteStartArray("points");
        foreach (var point in curve.Points)
        {
            json.WriteStartObject();
            json.WriteNumber("day", point.Day);
            json.WriteNumber("atRisk", point.AtRisk);
            json.WriteNumber("survival", Rounded(point.Survival));
            Range(json, "interval", point.Interval);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Claimed(Utf8JsonWriter json, ClaimCheck check)
    {
        json.WriteStartObject();
        json.WriteString("claim", check.Text);
        json.WriteString(
            "verdict",
            check.Verdict switch
            {
                ClaimVerdict.Supported => "supported",
                ClaimVerdict.NotSupported => "notSupported",
                _ => "undecided",
            }
        );
        json.WriteString("because", check.Because);
        Whole(json, "months", check.Claim?.Months);
        Text(json, "event", check.Claim?.Event);
        if (check.Daily is { } daily)
        {
            json.WriteStartObject("daily");
            json.WriteNumber("numerator", daily.Rows);
            json.WriteNumber("denominator", daily.Days);
            json.WriteString("from", daily.From.ToString("R", null));
            json.WriteString("to", daily.To.ToString("R", null));
            json.WriteNumber("mean", Rounded(daily.Mean));
            Range(json, "interval", daily.Interval);
            json.WriteNumber("most", daily.Most);
            json.WriteEndObject();
        }
        json.WriteStartArray("figures");
        foreach (var figure in check.Figures)
            Figure(json, figure);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
            json.WriteNull(name);
        else
            json.WriteString(name, value);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Whole(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static void Real(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, name == "p" ? number : Rounded(number));
        else
            json.WriteNull(name);
    }

    private static void Range(Utf8JsonWriter json, string name, Interval? range)
    {
        if (range is not { } r)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteNumber("low", Rounded(r.Low));
        json.WriteNumber("high", Rounded(r.High));
        json.WriteEndObject();
    }

    private static double Rounded(double value) => Math.Round(value, 6);

    private static string? Number(double? value) => value is { } v ? Rounded(v).ToString(CultureInfo.InvariantCulture) : null;

    private static string Quoted(string? cell) =>
        cell is null ? ""
        : cell.AsSpan().ContainsAny(",\"\n\r") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
