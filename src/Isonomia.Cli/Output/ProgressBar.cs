using Isonomia.Caseload.Intake;
using Spectre.Console;

namespace Isonomia.Cli.Output;

/// <summary>How far an import is, on a terminal.</summary>
internal static class ProgressBar
{
    public static ImportResult Show(TextWriter error, Func<Action<ImportProgress>, ImportResult> run)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return console
            .Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn())
            .Start(context =>
            {
                var task = context.AddTask("reading");
                return run(progress =>
                {
                    task.IsIndeterminate = progress.AllBytes == 0;
                    task.MaxValue = Math.Max(progress.AllBytes, 1);
                    task.Value = progress.Bytes;
                    task.Description =
                        $"{progress.Records:N0} rows, {progress.Quarantined:N0} quarantined; Ctrl-C stops, and the same command goes on";
                });
            });
    }
}
