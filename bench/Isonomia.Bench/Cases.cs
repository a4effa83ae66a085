using System.Text;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Facts;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Bench;

/// <summary>Case files: those of the examples folder, and generated ones, which come as text through the same reader.</summary>
internal sealed class Cases(Lawbook law)
{
    /// <summary>The day on which cases that name none are run, so that figures do not move with the calendar.</summary>
    public static readonly LocalDate Today = new(2026, 11, 22);
    private readonly CaseReader reader = new(LawVocabulary.Of(law));

    public Matter Read(string name, byte[] bytes) =>
        reader.Read(name, bytes) switch
        {
            CaseReading.Accepted accepted => accepted.Matter,
            CaseReading.Refused refused => throw new InvalidOperationException($"{name}: {refused.Problems[0]}"),
            _ => throw new InvalidOperationException(name),
        };

    public IReadOnlyList<(string Name, Matter Matter)> Examples(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder)
                .Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".json", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(f => (Path.GetFileName(f), Read(f, File.ReadAllBytes(f)))),
        ];

    /// <summary>
    /// Cases in which status, offense and sentence are given and nothing else: every noncitizen status in turn, offenses of the law book and sentences
    /// that they allow at random, the same in every run.
    /// </summary>
    public IEnumerable<Matter> Generated(int count)
    {
        var random = new Random(20261122);
        var statuses = Enum.GetValues<ImmigrationStatus>().Where(s => s != ImmigrationStatus.Citizen).ToArray();
        var committed = Today.PlusMonths(-3);
        var offenses = law
            .Offenses.Where(o =>
                (o.From is not { } f || f <= committed) && (o.Until is not { } u || committed < u) && o.PenaltiesOn(committed).Any()
            )
            .ToArray();
        for (var i = 0; i < count; i++)
        {
            var offense = offenses[random.Next(offenses.Length)];
            var penalties = offense.PenaltiesOn(committed).ToArray();
            var penalty = penalties[random.Next(penalties.Length)];
            var text = new StringBuilder();
            text.Append("asOf: 2026-11-22\nperson: { status: ").Append(Names.Camel(statuses[i % statuses.Length])).Append(" }\n");
            text.Append("charges:\n  - { id: \"1\", offense: \"")
                .Append(offense.Citation)
                .Append("\", class: ")
                .Append(Names.Camel(penalty.Class))
                .Append(", committed: 2026-08-22 }\n");
            text.Append("disposition:\n  - { charge: \"1\", outcome: plea, sentence: { ")
                .Append(SentenceOf(penalty, random))
                .Append(" } }\n");
            yield return Read($"generated case {i + 1}", Encoding.UTF8.GetBytes(text.ToString()));
        }
    }

    private static string SentenceOf(Penalty penalty, Random random)
    {
        int[] days = [5, 30, 90, 180, 364];
        switch (penalty.Class)
        {
            case OffenseClass.Infraction:
                return "fineDollars: 100";
            case OffenseClass.Misdemeanor:
                return $"suspended: imposition, probationMonths: 12, fineDollars: 150, conditionJailDays: {Math.Min(days[random.Next(days.Length)], penalty.Term.MaxDays)}";
            default:
                return penalty.Term.Months.Count > 0 && random.Next(3) == 0
                    ? $"prisonMonths: {penalty.Term.Months[0]}, fineDollars: 300"
                    : $"suspended: imposition, probationMonths: 24, fineDollars: 300, conditionJailDays: {days[random.Next(1, days.Length)] + (random.Next(4) == 0 ? 1 : 0)}";
        }
    }
}
