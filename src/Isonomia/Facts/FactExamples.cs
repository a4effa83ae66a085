using System.Text;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Law;
using Isonomia.Offenses;

namespace Isonomia.Facts;

/// <summary>What a fact function made of a worked example on a law page.</summary>
/// <param name="Example">The example.</param>
/// <param name="Computed">What code computes, as the page would write it.</param>
/// <param name="Error">Why it could not be computed, or empty.</param>
public sealed record FactExampleResult(Example Example, string Computed, string Error)
{
    /// <summary>True if code computes what the page says.</summary>
    public bool IsRight => Error.Length == 0 && Computed == Example.Answer;
}

/// <summary>
/// Runs the tables <c>fact example</c> of the law pages, in which lawyers test arithmetic: each row becomes a case file with one plea, by the
/// keys in its headings, and the fact is computed as for any case.
/// </summary>
public static class FactExamples
{
    private static readonly string[] OnCharge = ["offense", "committed"];
    private static readonly string[] OnDisposition = ["class", "convicted", "outcome", "program"];

    /// <summary>Runs them all.</summary>
    public static IEnumerable<FactExampleResult> Run(Lawbook law)
    {
        var resolver = new OffenseResolver(law);
        var reader = new CaseReader(LawVocabulary.Of(law));
        return law.Examples.Where(e => e.FactName.Length > 0).Select(e => Run(law, resolver, reader, e));
    }

    private static FactExampleResult Run(Lawbook law, OffenseResolver resolver, CaseReader reader, Example example)
    {
        if (reader.Read(example.At.File, CaseText(example)) is not CaseReading.Accepted accepted)
            return new FactExampleResult(example, "", "the headings do not make a case file");
        var asOf = accepted.Matter.AsOf!.Value;
        var counts = CountReader.Read(accepted.Matter, resolver, asOf);
        var built = RowBuilder.Build(law, accepted.Matter, counts, asOf, [new RowKey(null, Forum.NinthCircuit)]);
        var fact = law.Vocabulary[example.FactName];
        return new FactExampleResult(example, Written(built.Rows.Get(fact, 0, 0)), "");
    }

    /// <summary>As the pages write values: <c>?</c>, <c>364</c>, <c>0..90</c>.</summary>
    private static string Written(Value value) =>
        value.State != ValueState.Known ? "?"
        : value.Low == value.High ? $"{value.Low}"
        : $"{value.Low}..{value.High}";

    private static string CaseText(Example example)
    {
        var (charge, disposition, sentence, split) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < example.Headings.Count; i++)
        {
            var (key, value) = (example.Headings[i], example.Rows[0].Values[i]);
            if (value == "?")
                continue;
            var text = int.TryParse(value, out _) ? value : $"\"{value}\"";
            if (Array.IndexOf(OnCharge, key) >= 0)
                charge.Append($", \"{key}\": {text}");
            else if (Array.IndexOf(OnDisposition, key) >= 0)
                disposition.Append($", \"{key}\": {text}");
            else if (key.StartsWith("splitMonths.", StringComparison.Ordinal))
                split.Append($"{(split.Length > 0 ? ", " : "")}\"{key["splitMonths.".Length..]}\": {text}");
            else if (key == "violations.addedDays")
                sentence.Append(value == "0" ? "" : $", \"violations\": [{{ \"addedDays\": {text} }}]");
            else
                sentence.Append($", \"{key}\": {text}");
        }
        if (split.Length > 0 && split.ToString() is not "\"custody\": 0, \"supervision\": 0")
            sentence.Append($", \"splitMonths\": {{ {split} }}");
        var offense = charge.ToString().Contains("\"offense\"", StringComparison.Ordinal) ? "" : ", \"offense\": \"PC 273.5(a)\"";
        var ordered = sentence.Length > 0 ? $", \"sentence\": {{ {sentence.ToString()[2..]} }}" : "";
        return $$"""{ "asOf": "2026-11-22", "charges": [ { "id": "1"{{offense}}{{charge}} } ], "disposition": [ { "charge": "1"{{disposition}}{{ordered}} } ] }""";
    }
}
