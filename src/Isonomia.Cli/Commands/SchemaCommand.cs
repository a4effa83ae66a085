using System.CommandLine;
using Isonomia.Cases;
using Isonomia.Cases.Reading;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia schema</c></summary>
internal static class SchemaCommand
{
    public static Command Create(Option<string?> law, TextWriter output)
    {
        var command = new Command(
            "schema",
            """
            Print the JSON Schema of the case file.

            Example: isonomia schema > case.schema.json
            """
        );
        command.SetAction(parse =>
        {
            output.Write(CaseSchema.Json(LawVocabulary.Of(LawFolder.Load(parse.GetValue(law)))));
            return ExitCodes.Done;
        });
        return command;
    }
}
