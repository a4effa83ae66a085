using System.CommandLine;
using Isonomia.Cases;
using Isonomia.Cases.Reading;
using Isonomia.Cli.Output;
using Isonomia.Policies;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia policy apply CASE --policy ID|FILE</c></summary>
internal static class PolicyApplyCommand
{
    public static Command Create(Option<string?> law, TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("case") { Description = "A case file (.yaml or .json); - reads standard input." };
        var policy = new Option<string[]>("--policy")
        {
            Description = "A policy's id, an office (all its policies), or the path of a page; may be given again.",
            Required = true,
        };
        var asOf = new Option<string?>("--as-of") { Description = "The day of the decision (default: asOf of the case file, or today)." };
        var amend = PolicyCommand.Amend();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "apply",
            """
            What a policy says of the charges of a case on a date: which rule fired, its exceptions, what to ask, and what facts or dates would change it.

            Example: isonomia policy apply examples/policy-trespass.yaml --policy LADA-SD-20-07 --as-of 2021-06-01
            """
        )
        {
            file,
            policy,
            asOf,
            amend,
            json,
        };
        command.SetAction(parse =>
        {
            var path = parse.GetValue(file)!;
            var bytes = AnalyzeCommand.Read(path);
            var folder = new PolicyFolder(parse.GetValue(law));
            var book = folder.Load(
                parse
                    .GetValue(policy)!
                    .SelectMany(p => folder.Find(p, "--policy", policies: true))
                    .Concat((parse.GetValue(amend) ?? []).SelectMany(a => folder.Find(a, "--amend", policies: false)))
            );
            var reading = new CaseReader(LawVocabulary.Of(book.Law)).Read(path, bytes);
            if (reading is CaseReading.Refused refused)
            {
                foreach (var problem in refused.Problems)
                    error.WriteLine(problem);
                return ExitCodes.Invalid;
            }
            var matter = ((CaseReading.Accepted)reading).Matter;
            if (parse.GetValue(asOf) is { } day)
                matter = matter with { AsOf = Dates.AsOf(day) };
            if (matter.Charges.Count == 0)
                throw new UsageException($"{path}: charges: the case has none; a policy speaks of charges");
            var report = new PolicyApplier(book).Apply(matter, Dates.Today);
            if (parse.GetValue(json))
                output.Write(PolicyJson.Write(report, AnalyzeCommand.LawBookName(book.Law)));
            else
                PolicyText.Write(new Page(output), report, AnalyzeCommand.LawBookName(book.Law));
            return report.AllResolved ? ExitCodes.Done : ExitCodes.Unresolved;
        });
        return command;
    }
}
