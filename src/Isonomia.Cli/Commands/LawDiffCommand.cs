using System.CommandLine;
using Isonomia.Analysis;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Law;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia law diff OLD NEW</c>: what changed between two law folders, and which cases change answer.</summary>
internal static class LawDiffCommand
{
    public static Command Create(TextWriter output)
    {
        var old = new Argument<string>("old") { Description = "The older law folder." };
        var @new = new Argument<string>("new") { Description = "The newer law folder." };
        var cases = new Option<string?>("--cases") { Description = "A folder of case files to run under both." };
        var command = new Command(
            "diff",
            """
            What changed between two law books: rules, verdicts, penalties, authorities; and which cases change answer.

            Example: isonomia law diff law-2026.10 law --cases examples
            """
        )
        {
            old,
            @new,
            cases,
        };
        command.SetAction(parse =>
        {
            var (a, b) = (LawFolder.Load(parse.GetValue(old)), LawFolder.Load(parse.GetValue(@new)));
            if (a.Fingerprint == b.Fingerprint)
            {
                output.WriteLine("the two law books are the same");
                return ExitCodes.Done;
            }
            Section(output, "Rules", Rules(a), Rules(b));
            Section(output, "Verdicts", Verdicts(a), Verdicts(b));
            Section(output, "Penalties", Penalties(a), Penalties(b));
            Section(output, "Authorities", Authorities(a), Authorities(b));
            if (parse.GetValue(cases) is { } folder)
                Cases(output, a, b, folder);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Dictionary<string, string> Rules(Lawbook law) =>
        law.Rules.ToDictionary(r => r.Id, r => Isonomia.Json.LawbookText.Of(r), StringComparer.Ordinal);

    private static Dictionary<string, string> Verdicts(Lawbook law)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var o in law.Offenses)
            for (var m = 0; m < law.Vocabulary.Matches.Count; m++)
                if (o.Verdicts[m].Count > 0)
                    all[$"{o.Citation}: {law.Vocabulary.Matches[m].Name}"] = string.Join(
                        " | ",
                        o.Verdicts[m]
                            .Select(v => $"{v.Text} [{Facts.Names.Camel(v.Certainty)}; {string.Join(", ", v.Authorities)}{Window(v)}]")
                    );
        return all;
    }

    private static string Window(Verdict v) => v.From is null && v.Until is null ? "" : $"; {v.From:uuuu-MM-dd}..{v.Until:uuuu-MM-dd}";

    private static Dictionary<string, string> Penalties(Lawbook law) =>
        law
            .Offenses.GroupBy(o => o.Citation.ToString(), StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g =>
                    string.Join(
                        " | ",
                        g.SelectMany(o => o.Penalties)
                            .Select(p =>
                                $"{p.Class} {string.Join(",", p.Term.Months)}{(p.Term.MaxDays > 0 ? $"{p.Term.MaxDays} days" : "")} ${p.MaxFineDollars} {p.From:uuuu-MM-dd}..{p.Until:uuuu-MM-dd}"
                            )
                    ),
                StringComparer.Ordinal
            );

    private static Dictionary<string, string> Authorities(Lawbook law) =>
        law.Authorities.ToDictionary(a => a.Id, a => $"{a.Cite}; {a.Status}", StringComparer.Ordinal);

    private static void Section(TextWriter output, string name, Dictionary<string, string> a, Dictionary<string, string> b)
    {
        var lines = new List<string>();
        foreach (var key in a.Keys.Union(b.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (before, after) = (a.GetValueOrDefault(key), b.GetValueOrDefault(key));
            if (before == after)
                continue;
            lines.Add(
                before is null ? $"  + {key}: {after}"
                : after is null ? $"  - {key}: {before}"
                : $"  * {key}\n      was {before}\n      now {after}"
            );
        }
        output.WriteLine($"{name}: {lines.Count} changed");
        foreach (var line in lines)
            output.WriteLine(line);
    }

    private static void Cases(TextWriter output, Lawbook a, Lawbook b, string folder)
    {
        if (!Directory.Exists(folder))
            throw new UsageException($"{folder}: there is no such folder");
        var (before, after) = (new Analyzer(a), new Analyzer(b));
        var changed = 0;
        foreach (
            var file in Directory
                .EnumerateFiles(folder, "*.yaml")
                .Concat(Directory.EnumerateFiles(folder, "*.json"))
                .Order(StringComparer.Ordinal)
        )
        {
            var bytes = File.ReadAllBytes(file);
            if (
                new CaseReader(LawVocabulary.Of(a)).Read(file, bytes) is not CaseReading.Accepted one
                || new CaseReader(LawVocabulary.Of(b)).Read(file, bytes) is not CaseReading.Accepted two
            )
            {
                output.WriteLine($"  {file}: not a case file under both law books");
                continue;
            }
            var (x, y) = (Answers(before.Assess(one.Matter, Dates.Today)), Answers(after.Assess(two.Matter, Dates.Today)));
            var moved = x
                .Keys.Union(y.Keys, StringComparer.Ordinal)
                .Where(k => x.GetValueOrDefault(k) != y.GetValueOrDefault(k))
                .Order(StringComparer.Ordinal)
                .ToArray();
            if (moved.Length == 0)
                continue;
            changed++;
            output.WriteLine(
                $"  {file}: {string.Join(", ", moved.Select(k => $"{k} {x.GetValueOrDefault(k) ?? "-"} -> {y.GetValueOrDefault(k) ?? "-"}"))}"
            );
        }
        output.WriteLine($"Cases: {changed} change answer");
    }

    private static Dictionary<string, string> Answers(Assessment a)
    {
        var all = a.Grounds.Concat(a.Detention).Concat(a.Exposure).ToDictionary(c => c.Code, c => c.Answer.Word, StringComparer.Ordinal);
        foreach (var r in a.Relief)
            all[r.Code] = Facts.Names.Camel(r.State);
        all["tier"] = $"{a.Collateral.Tier.Start}->{a.Collateral.Tier.End}";
        return all;
    }
}
