using System.Runtime.InteropServices;

namespace Isonomia.Bench;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static IEnumerable<string> Describe()
    {
        yield return $"{Cpu()}, {Environment.ProcessorCount} logical processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB";
        yield return $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}";
        if (File.Exists("/proc/loadavg"))
            yield return $"load when it began: {string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3))} (figures of a busy machine are too high)";
    }

    private static string Cpu()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info)
            ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is null
            ? RuntimeInformation.ProcessArchitecture.ToString()
            : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
