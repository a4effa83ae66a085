using System.Diagnostics;
using System.Text;
using Isonomia.Caseload.Intake;
using Xunit;

namespace Isonomia.Caseload.Tests.Intake;

/// <summary>The real command, really killed.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 20;

    // Enough that an import on a busy machine is not done before a signal reaches it.
    private const int Lines = 240_000;

    private readonly Stores _stores = new();

    public void Dispose() => _stores.Dispose();

    private Process Start(string file, string to)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (
            var argument in (string[])
                [
                    Path.Combine(AppContext.BaseDirectory, "isonomia.dll"),
                    "caseload",
                    "import",
                    file,
                    "--format",
                    "csv",
                    "--mapping",
                    Path.Combine(_stores.Folder, "mapping.yaml"),
                    "--key",
                    _stores.Key,
                    "--checkpoint",
                    "500",
                    "--out",
                    to,
                ]
        )
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private string Prepared()
    {
        File.WriteAllText(Path.Combine(_stores.Folder, "mapping.yaml"), Testing.MutatedFiles.CsvMapping);
        var text = new StringBuilder("person;case;date;charge;description;level;disposition;jail\n");
        for (var i = 0; i < Lines; i++)
            text.Append($"p{i / 3};c{i};{(i % 97 == 0 ? "nodate" : "2019-03-04")};PC {400 + i % 300};x;F;convicted;{i % 365}\n");
        return _stores.File(text.ToString());
    }

    [Fact]
    public void Killed_at_twenty_random_moments_an_import_loses_nothing_and_stores_nothing_twice()
    {
        var file = Prepared();
        var (whole, result) = _stores.Import(ImportFormat.Csv, [file], Testing.MutatedFiles.CsvMapping, 500);
        Assert.Equal(Lines, result.Records);
        var to = _stores.NewOut();
        var random = new Random(20_261_122);
        var segments = new List<int>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var before = Segments(to);
            using var run = Start(file, to);
            // The process starts in its own time: it is killed some moments after it has stored something.
            var enough = before + random.Next(6);
            var patience = Stopwatch.StartNew();
            while (!run.HasExited && Segments(to) <= enough && patience.Elapsed < TimeSpan.FromSeconds(30))
                Thread.Sleep(1);
            Thread.Sleep(random.Next(3));
            run.Kill();
            run.WaitForExit();
            Assert.True(Segments(to) >= before);
            segments.Add(Segments(to));
        }
        Assert.False(File.Exists(Path.Combine(to, "complete.json")), "the import was finished before it could be killed often enough");
        using var last = Start(file, to);
        last.WaitForExit();
        Assert.Equal(3, last.ExitCode);
        Assert.True(segments.Distinct().Count() > 5, string.Join(' ', segments));
        Assert.Equal(Stores.Bytes(whole), Stores.Bytes(to));
    }

    [Fact]
    public void Interrupted_from_the_keyboard_it_says_how_to_go_on_and_goes_on()
    {
        if (OperatingSystem.IsWindows())
            return;
        var file = Prepared();
        var to = _stores.NewOut();
        using (var run = Start(file, to))
        {
            while (!run.HasExited && Segments(to) < 3)
                Thread.Sleep(1);
            using (var signal = Process.Start("kill", ["-INT", run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
                signal.WaitForExit();
            var said = run.StandardOutput.ReadToEnd();
            run.WaitForExit();
            Assert.Equal(3, run.ExitCode);
            Assert.Contains("the same command goes on", said, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(Path.Combine(to, "complete.json")));
        using var rest = Start(file, to);
        rest.WaitForExit();
        var (whole, _) = _stores.Import(ImportFormat.Csv, [file], Testing.MutatedFiles.CsvMapping, 500);
        Assert.Equal(Stores.Bytes(whole), Stores.Bytes(to));
    }

    private static int Segments(string store) => Directory.Exists(store) ? Directory.EnumerateFiles(store, "*.segment").Count() : 0;
}
