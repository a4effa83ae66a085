using System.Diagnostics;

namespace Isonomia.Bench;

/// <summary>Times of one action, sorted, in nanoseconds.</summary>
/// <param name="Nanoseconds">One entry a run, ascending.</param>
/// <param name="Cpu">Processor time of a run over all threads, the median; NaN if not known.</param>
/// <param name="Bytes">Bytes allocated by a run on this thread, on average.</param>
internal sealed record Sample(double[] Nanoseconds, double Cpu, long Bytes)
{
    public double Median => At(0.5);

    /// <summary>The quickest run.</summary>
    public double Best => Nanoseconds[0];

    public double P99 => At(0.99);

    public int Runs => Nanoseconds.Length;

    /// <summary>The same runs, counted for each of so many things done in one.</summary>
    public Sample Per(double things) => this with { Nanoseconds = [.. Nanoseconds.Select(n => n / things)], Cpu = Cpu / things };

    /// <summary>The value below which a share of the runs lie; of few runs the highest.</summary>
    private double At(double share) => Nanoseconds[Math.Min(Nanoseconds.Length - 1, (int)Math.Ceiling(share * Nanoseconds.Length) - 1)];
}

/// <summary>Measures by the clock: warm-up first, then as many runs as fit, each timed by itself.</summary>
internal static class Measure
{
    /// <summary>Runs an action until it is compiled as well as it ever will be, then times it.</summary>
    public static Sample Warm(Action action, Effort effort, int least = 20)
    {
        var warmed = Stopwatch.StartNew();
        for (var i = 0; i < 40 || warmed.Elapsed < effort.WarmUp; i++)
        {
            action();
            if (warmed.Elapsed > effort.WarmUp * 10)
                break;
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var times = new List<double>();
        var total = Stopwatch.StartNew();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var cpu = new List<double>();
        while (times.Count < least || total.Elapsed < effort.Timed)
        {
            var used = CpuClock.Own();
            times.Add(Once(action));
            cpu.Add(CpuClock.Own() - used);
        }
        bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / times.Count;
        return Of(times, cpu, bytes);
    }

    /// <summary>The sample of some runs.</summary>
    public static Sample Of(IReadOnlyCollection<double> times, IReadOnlyCollection<double> cpu, long bytes = 0) =>
        new([.. times.Order()], cpu.Order().ElementAt(cpu.Count / 2), bytes);

    /// <summary>One run.</summary>
    public static double Once(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}

/// <summary>How long to measure.</summary>
internal sealed record Effort(TimeSpan WarmUp, TimeSpan Timed, int ProcessRuns, int GeneratedCases)
{
    public static Effort Full { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), 20, 1400);

    public static Effort Quick { get; } = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), 5, 280);
}
