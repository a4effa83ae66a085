using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using Isonomia.Cli.Commands;

namespace Isonomia.Cli;

/// <summary>The command line: arguments in, text and an exit code out.</summary>
internal static class CommandLine
{
    /// <summary>Version of program and law book.</summary>
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        try
        {
            var parse = Root(output, error).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parse.Errors.Count > 0 && parse.Action is not null)
            {
                foreach (var problem in parse.Errors)
                    error.WriteLine(problem.Message);
                error.WriteLine("See --help.");
                return ExitCodes.Invalid;
            }
            // A misspelt option is not a citation; whoever means the string puts -- before it.
            if (
                parse
                    .Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash)
                    .FirstOrDefault(t => t.Type == TokenType.Argument && t.Value.StartsWith("--", StringComparison.Ordinal)) is
                { } unknown
            )
            {
                error.WriteLine($"{unknown.Value}: there is no such option; put -- before a string that begins with dashes");
                error.WriteLine("See --help.");
                return ExitCodes.Invalid;
            }
            return parse.Invoke(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    Output = output,
                    Error = error,
                }
            );
        }
        catch (UsageException problem)
        {
            error.WriteLine(problem.Message);
            return ExitCodes.Invalid;
        }
        catch (IOException problem)
        {
            error.WriteLine(problem.Message);
            return ExitCodes.Invalid;
        }
        catch (UnauthorizedAccessException problem)
        {
            error.WriteLine(problem.Message);
            return ExitCodes.Invalid;
        }
#pragma warning disable CA1031 // The last word before the exit code: whatever it is, it is a bug, and the person is told what to report.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            error.WriteLine($"internal error: {bug.Message}");
            error.WriteLine(
                $"Please report this with the command you gave (without any client's data) and these lines: isonomia {Version}"
            );
            error.WriteLine(bug.ToString());
            return ExitCodes.Internal;
        }
    }

    private static RootCommand Root(TextWriter output, TextWriter error)
    {
        var law = new Option<string?>("--law")
        {
            Description = "Folder of law pages (default: the one beside the program).",
            Recursive = true,
        };
        var root = new RootCommand(
            """
            Isonomia: the immigration consequences of a California charge, plea or diversion, together with its direct punishment.
            It informs and never decides; it never needs anyone's status; it says what it does not know.

            Example: isonomia offense "PC 273.5(a)"
            """
        );
        // Contract: no response files and no bracket directives, so that any string can be given as an argument.
        root.Directives.Clear();
        root.Options.Add(law);
        root.Subcommands.Add(OffenseCommand.Create(law, output, error));
        root.Subcommands.Add(AnalyzeCommand.Create(law, output, error));
        root.Subcommands.Add(AlternativesCommand.Create(law, output, error));
        root.Subcommands.Add(DocumentCommand.Create(law, output, error));
        root.Subcommands.Add(CaseloadCommand.Create(law, output, error));
        root.Subcommands.Add(OutcomesCommand.Create(output, error));
        root.Subcommands.Add(SchemaCommand.Create(law, output));
        root.Subcommands.Add(PolicyCommand.Create(law, output, error));
        root.Subcommands.Add(LawCommand.Create(law, output, error));
        return root;
    }
}
