using System.Collections.Immutable;
using System.Text;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using NodaTime;
using Xunit;

namespace Isonomia.Tests.Drafts;

/// <summary>A sentence to be written into a case file; what is null is left out.</summary>
internal sealed record SentenceDraft
{
    public int? Jail { get; init; }
    public int? Prison { get; init; }
    public (int Custody, int Supervision)? Split { get; init; }
    public string? Suspended { get; init; }
    public int? Probation { get; init; }
    public int? ConditionJail { get; init; }
    public int? Enhancement { get; init; }
    public int? Fine { get; init; }

    public override string ToString()
    {
        var parts = new List<string>();
        void Add(string key, object? value)
        {
            if (value is not null)
            {
                parts.Add($"{key}: {value}");
            }
        }

        Add("jailDays", Jail);
        Add("prisonMonths", Prison);
        Add("splitMonths", Split is { } s ? $"{{ custody: {s.Custody}, supervision: {s.Supervision} }}" : null);
        Add("suspended", Suspended);
        Add("probationMonths", Probation);
        Add("conditionJailDays", ConditionJail);
        Add("enhancementMonths", Enhancement);
        Add("fineDollars", Fine);
        return $"{{ {string.Join(", ", parts)} }}";
    }
}

/// <summary>A count to be written into a case file: an earlier conviction, or a charge with its disposition.</summary>
internal sealed record CountDraft
{
    public bool IsPrior { get; init; }
    public required string Offense { get; init; }

    /// <summary>The offense charged, where it is another.</summary>
    public string? Charged { get; init; }
    public string? Class { get; init; }
    public LocalDate? Committed { get; init; }
    public LocalDate? Convicted { get; init; }
    public string Outcome { get; init; } = "plea";
    public string? Program { get; init; }

    /// <summary>Stage of a charge without disposition; null for a count that is disposed of.</summary>
    public string? Stage { get; init; }
    public string? Incident { get; init; }
    public SentenceDraft? Sentence { get; init; }

    /// <summary>What the record establishes: key and value as the case file writes them; null for a record that is not given.</summary>
    public ImmutableSortedDictionary<string, string> Record { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    public bool IsRecordSilent { get; init; }
    public ImmutableArray<string> Relief { get; init; } = [];

    /// <summary>One further key with its value.</summary>
    public string? More { get; init; }
}

/// <summary>
/// A case file in the making: changed with <c>with</c>, written as YAML, read back by the project's own reader and assessed, so that what is
/// tested is what a person would type.
/// </summary>
internal sealed record CaseDraft
{
    public LocalDate AsOf { get; init; } = TheLaw.Today;
    public string Forum { get; init; } = "ninthCircuit";

    /// <summary>Keys under <c>person</c>.</summary>
    public ImmutableSortedDictionary<string, string> Person { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
    public ImmutableArray<CountDraft> Counts { get; init; } = [];

    public string? Status => Person.GetValueOrDefault("status");

    public CaseDraft WithPerson(string key, string? value) =>
        this with
        {
            Person = value is null ? Person.Remove(key) : Person.SetItem(key, value),
        };

    public CaseDraft WithCount(int index, Func<CountDraft, CountDraft> change) =>
        this with
        {
            Counts = Counts.SetItem(index, change(Counts[index])),
        };

    public Assessment Assess() => TheLaw.Analyzer.Assess(Read(), TheLaw.Today);

    public Matter Read()
    {
        var reading = Reader.Value.Read("draft.yaml", ToString());
        if (reading is CaseReading.Refused refused)
        {
            Assert.Fail(string.Join('\n', (IEnumerable<CaseProblem>)refused.Problems) + "\n" + this);
        }

        return ((CaseReading.Accepted)reading).Matter;
    }

    private static readonly Lazy<CaseReader> Reader = new(() => new CaseReader(LawVocabulary.Of(TheLaw.Book)));

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append($"asOf: {AsOf:uuuu-MM-dd}\nforum: {Forum}\n");
        if (Person.Count > 0)
        {
            text.Append("person:\n");
            foreach (var (key, value) in Person)
            {
                text.Append($"  {key}: {value}\n");
            }
        }

        Section(text, "priors", Counts.Where(c => c.IsPrior), Prior);
        var present = Counts.Where(c => !c.IsPrior).Select((c, i) => (Count: c, Id: i + 1)).ToArray();
        Section(text, "charges", present, c => Charge(c.Count, c.Id));
        Section(text, "disposition", present.Where(c => c.Count.Stage is null), c => Disposition(c.Count, c.Id));
        return text.ToString();
    }

    private static void Section<T>(
        StringBuilder text,
        string name,
        IEnumerable<T> items,
        Func<T, IEnumerable<(string Key, object? Value)>> keys
    )
    {
        var first = true;
        foreach (var item in items)
        {
            if (first)
            {
                text.Append($"{name}:\n");
                first = false;
            }

            var lead = "  - ";
            foreach (var (key, value) in keys(item).Where(k => k.Value is not null))
            {
                text.Append($"{lead}{key}: {value}\n");
                lead = "    ";
            }
        }
    }

    private static IEnumerable<(string Key, object? Value)> Prior(CountDraft c) =>
        [
            ("offense", c.Offense),
            ("class", c.Class),
            ("committed", Date(c.Committed)),
            ("convicted", Date(c.Convicted)),
            ("outcome", c.Outcome),
            ("program", c.Program),
            ("incident", c.Incident),
            ("sentence", c.Sentence),
            ("record", Record(c)),
            MoreOf(c),
            ("relief", c.Relief.Length == 0 ? null : $"[ {string.Join(", ", c.Relief.Select(r => $"{{ order: {r} }}"))} ]"),
        ];

    private static IEnumerable<(string Key, object? Value)> Charge(CountDraft c, int id) =>
        [
            ("id", $"\"{id}\""),
            ("offense", c.Charged ?? c.Offense),
            ("class", c.Charged is null ? c.Class : null),
            ("committed", Date(c.Committed)),
            ("incident", c.Incident),
            ("stage", c.Stage),
        ];

    private static IEnumerable<(string Key, object? Value)> Disposition(CountDraft c, int id) =>
        [
            ("charge", $"\"{id}\""),
            ("offense", c.Charged is null ? null : c.Offense),
            ("class", c.Charged is null ? null : c.Class),
            ("outcome", c.Outcome),
            ("program", c.Program),
            ("convicted", Date(c.Convicted)),
            ("sentence", c.Sentence),
            ("record", Record(c)),
            MoreOf(c),
        ];

    private static (string Key, object? Value) MoreOf(CountDraft c) =>
        c.More?.Split(": ") is [var key, var value] ? (key, value) : ("", null);

    private static string? Date(LocalDate? date) => date?.ToString("uuuu-MM-dd", null);

    private static string? Record(CountDraft c) =>
        c.IsRecordSilent ? "silent"
        : c.Record.Count == 0 ? null
        : $"{{ {string.Join(", ", c.Record.Select(r => $"{r.Key}: {r.Value}"))} }}";
}
