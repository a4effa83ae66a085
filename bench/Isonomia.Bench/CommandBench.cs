using System.Diagnostics;

namespace Isonomia.Bench;

/// <summary>The published command from a cold start: a process each time.</summary>
internal static class CommandBench
{
    public static void Run(Report report, Effort effort, string root, string? published)
    {
        report.Section("The published command, each run a new process");
        var folder = published ?? Publish(root);
        if (folder is null)
        {
            report.Note("publishing failed; give a published folder with --cli");
            return;
        }
        var command = Path.Combine(folder, "isonomia");
        var example = Path.Combine(root, "examples", "corporal-injury-365.yaml");
        var unknown = Path.Combine(root, "examples", "status-unknown.yaml");
        var version = Time(command, effort, "--version");
        report.Time("--version: the runtime alone", version);
        var schema = Time(command, effort, "schema");
        report.Time("schema: loads the law", schema);
        var load = schema.Median - version.Median;
        var used = schema.Cpu - version.Cpu;
        report.Figure(
            "loading the law, cold: the difference",
            $"{Report.Words(load)}, processor {Report.Words(used)}",
            "",
            "200.0 ms",
            load <= 200e6 ? "met"
                : used <= 200e6 ? "but for load"
                : "not met"
        );
        report.Time("offense \"PC 273.5(a)\"", Time(command, effort, "offense", "PC 273.5(a)"), 500e6);
        report.Time("offense \"PC 459\" --json", Time(command, effort, "offense", "PC 459", "--json"), 500e6);
        report.Time("analyze, status known", Time(command, effort, "analyze", example));
        report.Time("analyze, status unknown", Time(command, effort, "analyze", unknown));
        report.Time("analyze --explain, status unknown", Time(command, effort, "analyze", unknown, "--explain"));
        report.Note(
            "Files are in the page cache; the first start after a boot is slower. Of so few runs the 99th percentile is the slowest."
        );
    }

    private static Sample Time(string command, Effort effort, params string[] arguments)
    {
        Once(command, arguments);
        Once(command, arguments);
        var times = new List<double>();
        var cpu = new List<double>();
        for (var i = 0; i < effort.ProcessRuns; i++)
        {
            var used = CpuClock.Children();
            times.Add(Once(command, arguments));
            cpu.Add(CpuClock.Children() - used);
        }
        return Measure.Of(times, cpu);
    }

    private static double Once(string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(command)!,
        };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var took = Stopwatch.GetElapsedTime(began).TotalNanoseconds;
        return process.ExitCode is 0 or 3
            ? took
            : throw new InvalidOperationException(
                $"{command} {string.Join(' ', arguments)}: exit code {process.ExitCode}\n{errors.Result}"
            );
    }

    /// <summary>Publishes as the README says, into a folder of its own.</summary>
    private static string? Publish(string root)
    {
        var folder = Path.Combine(root, "artifacts", "bench", "isonomia");
        string[] arguments =
        [
            "publish",
            Path.Combine(root, "src", "Isonomia.Cli"),
            "-c",
            "Release",
            "-r",
            "linux-x64",
            "--self-contained",
            "false",
            "-p:PublishReadyToRun=true",
            "-o",
            folder,
            "--nologo",
            "-v",
            "quiet",
        ];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = root,
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? folder : null;
    }
}
