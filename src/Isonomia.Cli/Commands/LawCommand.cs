using System.CommandLine;
using Isonomia.Law;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia law …</c>: the tools of whoever keeps the law pages.</summary>
internal static class LawCommand
{
    public static Command Create(Option<string?> law, TextWriter output, TextWriter error)
    {
        var command = new Command(
            "law",
            """
            Check, count, search and export the law pages.

            Example: isonomia law stats
            """
        );
        command.Subcommands.Add(Lint(law, output, error));
        command.Subcommands.Add(LawStatsCommand.Create(law, output));
        command.Subcommands.Add(LawExportCommand.Create(law, output));
        command.Subcommands.Add(LawCoverageCommand.Create(law, output));
        command.Subcommands.Add(LawCiteCommand.Create(law, output));
        command.Subcommands.Add(LawStaleCommand.Create(law, output));
        command.Subcommands.Add(LawUnreviewedCommand.Create(law, output));
        command.Subcommands.Add(LawConsequenceCommand.Create(law, output));
        command.Subcommands.Add(LawDiffCommand.Create(output));
        command.Subcommands.Add(LawMapCommand.Create(law, output));
        return command;
    }

    private static Command Lint(Option<string?> lawFolder, TextWriter output, TextWriter error)
    {
        var command = new Command(
            "lint",
            """
            Check every law page and run every worked example.

            Example: isonomia law lint --law law
            """
        );
        command.SetAction(parse =>
        {
            var folder = parse.GetValue(lawFolder) ?? LawFolder.Default;
            var reading = LawbookReader.Read(LawFolder.Pages(folder));
            foreach (var problem in reading.Problems)
                error.WriteLine(Path.Combine(folder, problem.ToString()));
            var errors = reading.Problems.Count(p => p.Level == ProblemLevel.Error);
            if (reading.Lawbook is not { } law)
            {
                error.WriteLine($"{errors} {(errors == 1 ? "problem" : "problems")}; the law does not load");
                return ExitCodes.CheckFailed;
            }
            var wrong = 0;
            var ran = 0;
            foreach (var result in new ExampleRunner(law).RunAll())
            {
                ran++;
                if (result.IsRight)
                    continue;
                wrong++;
                var e = result.Example;
                // A cell that cannot be read brings its own place.
                error.WriteLine(
                    result.Error.Length > 0
                        ? Path.Combine(folder, result.Error)
                        : $"{Path.Combine(folder, e.At.File)}:{e.At.Line}: {e.Name}: the page says {e.Answer}, columns say {result.ByColumns}, the outline says {result.ByOutline}"
                );
            }
            foreach (var result in Facts.FactExamples.Run(law))
            {
                ran++;
                if (result.IsRight)
                    continue;
                wrong++;
                var e = result.Example;
                var said = result.Error.Length > 0 ? result.Error : $"the page says {e.Answer}, code computes {result.Computed}";
                error.WriteLine($"{Path.Combine(folder, e.At.File)}:{e.At.Line}: {e.Name}: {said}");
            }
            var (policies, policyRan, policyWrong) = Named(folder, error);
            (ran, wrong) = (ran + policyRan, wrong + policyWrong);
            output.WriteLine(
                $"{law.Rules.Count} rules, {law.Offenses.Count} offenses, {policies} policies and amendments, {ran} examples, {wrong} wrong, {law.Warnings.Count} warnings"
            );
            return wrong > 0 ? ExitCodes.CheckFailed : ExitCodes.Done;
        });
        return command;
    }

    /// <summary>The pages that are loaded only when named: all policies together, so that no two say one name, then each amendment by itself.</summary>
    private static (int Pages, int Ran, int Wrong) Named(string folder, TextWriter error)
    {
        var named = new PolicyFolder(folder);
        var (pages, ran, wrong) = (0, 0, 0);
        IEnumerable<LawPage[]> groups =
        [
            [.. named.Policies],
            .. named.Amendments.Select(a => new[] { a }),
        ];
        foreach (var group in groups.Where(g => g.Length > 0))
        {
            pages += group.Length;
            var reading = named.Read(group);
            var bad = reading.Problems.Where(p => p.Level == ProblemLevel.Error).ToArray();
            foreach (var problem in bad)
                error.WriteLine(named.Shown(problem));
            if (reading.Book is not { } book)
            {
                wrong += bad.Length;
                continue;
            }
            var runner = new ExampleRunner(book.Law);
            foreach (var result in book.Examples.Select(runner.Run))
            {
                ran++;
                if (result.IsRight)
                    continue;
                wrong++;
                error.WriteLine(PolicyCheckCommand.Wrong(named, result));
            }
        }
        return (pages, ran, wrong);
    }
}
