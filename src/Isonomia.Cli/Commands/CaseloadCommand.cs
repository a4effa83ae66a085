using System.CommandLine;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia caseload</c>: files of many cases.</summary>
internal static class CaseloadCommand
{
    public static Command Create(Option<string?> law, TextWriter output, TextWriter error) =>
        new(
            "caseload",
            """
            Files of many cases: import them into a store, and report on it.

            Example: isonomia caseload import arrests.csv --format lapd --out store
            """
        )
        {
            CaseloadImportCommand.Create(output, error),
            CaseloadReportCommand.Create(law, output, error),
        };
}
