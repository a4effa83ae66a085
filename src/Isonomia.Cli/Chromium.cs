using System.Diagnostics;

namespace Isonomia.Cli;

/// <summary>
/// Prints HTML to PDF with the Chromium of the machine: the same pages that a person sees, tagged for screen readers. It is started without network
/// services and with an empty profile in a folder that only this user can read and that is deleted afterwards.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The program, from <c>ISONOMIA_CHROMIUM</c> or the path; null if there is none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ISONOMIA_CHROMIUM") is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new UsageException($"ISONOMIA_CHROMIUM: {named}: there is no such file");
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] endings = OperatingSystem.IsWindows() ? [".exe"] : [""];
        return folders.SelectMany(f => Names.SelectMany(n => endings.Select(e => Path.Combine(f, n + e)))).FirstOrDefault(File.Exists);
    }

    /// <summary>The PDF of an HTML file.</summary>
    /// <exception cref="UsageException">There is no Chromium, or it failed.</exception>
    public static byte[] Print(string html)
    {
        var program =
            Find()
            ?? throw new UsageException(
                "PDF needs Chromium, and none is on the path: install it, name it in ISONOMIA_CHROMIUM, or write html or docx"
            );
        var folder = Directory.CreateTempSubdirectory("isonomia-");
        try
        {
            var page = Path.Combine(folder.FullName, "paper.html");
            var pdf = Path.Combine(folder.FullName, "paper.pdf");
            File.WriteAllText(page, html);
            var start = new ProcessStartInfo(program)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            string[] arguments =
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                $"--user-data-dir={Path.Combine(folder.FullName, "profile")}",
                "--no-pdf-header-footer",
                $"--print-to-pdf={pdf}",
                new Uri(page).AbsoluteUri,
            ];
            foreach (var argument in arguments)
                start.ArgumentList.Add(argument);
            using var process = Process.Start(start)!;
            // Both pipes are drained while it runs: a full one would stop it.
            var said = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new UsageException($"{program}: did not print within {Patience.TotalSeconds:0} seconds");
            }
            return File.Exists(pdf)
                ? File.ReadAllBytes(pdf)
                : throw new UsageException(
                    $"{program}: printed nothing (exit code {process.ExitCode}): {string.Join(' ', said.Result).Trim()}"
                );
        }
        finally
        {
            Delete(folder);
        }
    }

    // A child of the browser may hold a file for a moment longer.
    private static void Delete(DirectoryInfo folder)
    {
        const int Tries = 20;
        for (var i = 1; ; i++)
        {
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (i < Tries)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
