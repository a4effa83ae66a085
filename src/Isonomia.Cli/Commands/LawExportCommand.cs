using System.CommandLine;
using Isonomia.Json;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia law export</c>: the whole law book as JSON, so that others need not parse pages.</summary>
internal static class LawExportCommand
{
    public static Command Create(Option<string?> lawFolder, TextWriter output)
    {
        var command = new Command(
            "export",
            """
            Print the whole law book as JSON: vocabulary, rules, questions, authorities, substances, offenses.

            Example: isonomia law export > lawbook.json
            """
        );
        command.SetAction(parse =>
        {
            output.Write(LawbookJson.Write(LawFolder.Load(parse.GetValue(lawFolder)), CommandLine.Version));
            return ExitCodes.Done;
        });
        return command;
    }
}
