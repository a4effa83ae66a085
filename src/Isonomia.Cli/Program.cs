using System.CommandLine;
using Isonomia.Cli;
using Isonomia.Cli.Commands;

var lawFolder = new Option<string?>("--law") { Description = "Folder of law pages (default: the one beside the program).", Recursive = true };
var root = new RootCommand("Isonomia: the immigration consequences of a California charge, plea or diversion, with its direct punishment.");
// Contract: no response files and no bracket directives, so that any string can be given as an argument.
root.Directives.Clear();
root.Options.Add(lawFolder);
root.Subcommands.Add(LawCommand.Create(lawFolder));
try
{
    return root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (UsageException problem)
{
    Console.Error.WriteLine(problem.Message);
    return ExitCodes.Invalid;
}
