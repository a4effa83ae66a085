using System.Text.Json;
using Xunit;

namespace Isonomia.Cli.Tests;

/// <summary>What a run of the command printed, and its exit code.</summary>
internal sealed record Ran(int Code, string Output, string Error)
{
    /// <summary>Standard output as JSON: there must be JSON and nothing else.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }
}

/// <summary>Runs the built command inside the test's own process.</summary>
internal static class Cli
{
    /// <summary>The folder of the law that is copied beside the command.</summary>
    public static string Law { get; } = Path.Combine(AppContext.BaseDirectory, "law");

    public static Ran Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(args, output, error);
        return new Ran(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs <c>analyze</c> on a case file of that text.</summary>
    public static Ran Analyze(string text, params string[] options)
    {
        using var file = new TemporaryFile(text);
        return Run(["analyze", file.Path, .. options]);
    }

    /// <summary>Runs <c>analyze --json</c>, which must succeed.</summary>
    public static JsonElement Analyzed(string text)
    {
        var ran = Analyze(text, "--json");
        Assert.True(ran.Code == 0, ran.Error);
        Assert.Empty(ran.Error);
        return ran.Json();
    }
}

/// <summary>A file in the temporary folder, gone when disposed.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(string text, string extension = ".yaml")
        : this(System.Text.Encoding.UTF8.GetBytes(text), extension) { }

    public TemporaryFile(byte[] bytes, string extension = ".yaml")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"isonomia-{Guid.NewGuid():N}{extension}");
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}

/// <summary>A folder in the temporary folder, gone when disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"isonomia-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

    /// <summary>A copy of the law, to be spoiled.</summary>
    public static TemporaryFolder OfLaw()
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Cli.Law, "*.md", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Cli.Law, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
