using System.CommandLine;
using System.Text;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Cli.Output;
using Isonomia.Law;
using Isonomia.Policies;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia policy diff A B</c></summary>
internal static class PolicyDiffCommand
{
    public static Command Create(Option<string?> law, TextWriter output, TextWriter error)
    {
        var a = new Argument<string>("a") { Description = "A policy: id, office or page; with @DATE the day of the decisions." };
        var b = new Argument<string>("b") { Description = "The other policy." };
        var asOf = new Option<string?>("--as-of") { Description = "The day for a side without @DATE (default: today)." };
        var cases = new Option<string?>("--cases")
        {
            Description = "A folder of case files to put to both, instead of every offense of the law book.",
        };
        var suppose = new Option<string[]>("--suppose")
        {
            Description = "A fact of every charge that is put to both: facts.officeFilesMisdemeanors=true (may be given again).",
        };
        var amendA = new Option<string[]>("--amend-a") { Description = "Suppose a what-if page on the first side (REPEAL-1016.3B)." };
        var amendB = new Option<string[]>("--amend-b") { Description = "Suppose a what-if page on the second side." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "diff",
            """
            Two policies, or one policy on two dates: which rules differ, and of which charges they say different things. Every offense of the law
            book is put to both in each of its classes, with nothing known but what --suppose says.

            Example: isonomia policy diff lada@2024-12-02 lada@2024-12-03 --suppose facts.officeFilesMisdemeanors=true
            """
        )
        {
            a,
            b,
            asOf,
            cases,
            suppose,
            amendA,
            amendB,
            json,
        };
        command.SetAction(parse =>
        {
            var folder = new PolicyFolder(parse.GetValue(law));
            var day = parse.GetValue(asOf);
            var one = Side(folder, parse.GetValue(a)!, parse.GetValue(amendA) ?? [], day);
            var two = Side(folder, parse.GetValue(b)!, parse.GetValue(amendB) ?? [], day);
            var reader = new CaseReader(LawVocabulary.Of(one.Book.Law));
            var docket = parse.GetValue(cases) is { } at
                ? Cases(at, reader, error)
                : Offenses(one.Book.Law, two, parse.GetValue(suppose) ?? [], reader);
            if (docket is null)
                return ExitCodes.Invalid;
            var difference = PolicyDiff.Of(one, two, docket);
            if (parse.GetValue(json))
                output.Write(PolicyJson.Write(difference));
            else
                PolicyText.Write(new Page(output), difference);
            return ExitCodes.Done;
        });
        return command;
    }

    private static PolicySide Side(PolicyFolder folder, string text, IReadOnlyList<string> amendments, string? asOf)
    {
        var (name, date) = PolicyFolder.AtDate(text);
        var pages = folder
            .Find(name, "policy", policies: true)
            .Concat(amendments.SelectMany(x => folder.Find(x, "--amend", policies: false)));
        return new PolicySide(string.Join(" + ", amendments.Prepend(name)), folder.Load(pages), date ?? Dates.AsOf(asOf));
    }

    private static List<(string, Matter)>? Cases(string folder, CaseReader reader, TextWriter error)
    {
        if (!Directory.Exists(folder))
            throw new UsageException($"--cases: {folder}: there is no such folder");
        var docket = new List<(string, Matter)>();
        var bad = false;
        var files = Directory.EnumerateFiles(folder, "*.yaml").Concat(Directory.EnumerateFiles(folder, "*.json"));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            if (reader.Read(file, File.ReadAllBytes(file)) is CaseReading.Accepted accepted)
            {
                docket.Add((Path.GetFileName(file), accepted.Matter));
                continue;
            }
            bad = true;
            foreach (var problem in ((CaseReading.Refused)reader.Read(file, File.ReadAllBytes(file))).Problems)
                error.WriteLine(problem);
        }
        return bad ? null : docket;
    }

    /// <summary>Every offense in each of its classes, each a case of its own, as a person would write it.</summary>
    private static List<(string, Matter)> Offenses(Lawbook law, PolicySide on, IReadOnlyList<string> suppose, CaseReader reader)
    {
        var supposed = suppose
            .Select(s => s.Split('=', 2))
            .Select(p =>
                p.Length == 2 && p[0].Split('.').Length == 2
                    ? p
                    : throw new UsageException($"--suppose: \"{string.Join('=', p)}\": write facts.key=value or person.key=value")
            )
            .ToLookup(p => p[0].Split('.')[0], p => (Key: p[0].Split('.')[1], Value: p[1]), StringComparer.Ordinal);
        if (supposed.FirstOrDefault(g => g.Key is not ("facts" or "person")) is { } other)
            throw new UsageException($"--suppose: {other.Key}: write facts.key=value or person.key=value");
        var docket = new List<(string, Matter)>();
        foreach (var (name, offense, @class) in PolicyDiff.Charges(law, on.AsOf))
        {
            var text = new StringBuilder();
            if (supposed["person"].Any())
                text.Append("person:\n");
            foreach (var (key, value) in supposed["person"])
                text.Append($"  {key}: {value}\n");
            text.Append($"charges:\n  - offense: \"{offense}\"\n    class: {@class}\n");
            if (supposed["facts"].Any())
                text.Append("    facts:\n");
            foreach (var (key, value) in supposed["facts"])
                text.Append($"      {key}: {value}\n");
            switch (reader.Read("--suppose", Encoding.UTF8.GetBytes(text.ToString())))
            {
                case CaseReading.Accepted accepted:
                    docket.Add((name, accepted.Matter));
                    break;
                case CaseReading.Refused refused:
                    throw new UsageException(string.Join('\n', refused.Problems));
            }
        }
        return docket;
    }
}
