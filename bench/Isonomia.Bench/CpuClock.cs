using System.Runtime.InteropServices;

namespace Isonomia.Bench;

/// <summary>Processor time, which other work on the machine does not lengthen much. Known on Linux; elsewhere it is not measured.</summary>
internal static partial class CpuClock
{
    private const int OfProcess = 2;
    private const int OfChildren = -1;

    /// <summary>Nanoseconds that this process has used on all its threads; NaN if not known.</summary>
    public static double Own() =>
        OperatingSystem.IsLinux() && ClockGetTime(OfProcess, out var t) == 0 ? (t.Seconds * 1e9) + t.Nanoseconds : double.NaN;

    /// <summary>Nanoseconds that ended child processes have used; NaN if not known.</summary>
    public static double Children() =>
        OperatingSystem.IsLinux() && GetUsage(OfChildren, out var u) == 0
            ? ((u.UserSeconds + u.SystemSeconds) * 1e9) + ((u.UserMicroseconds + u.SystemMicroseconds) * 1e3)
            : double.NaN;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out Timespec time);

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential)]
    private struct Timespec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    /// <summary>struct rusage of 64-bit Linux: two times, then fourteen counters that are not read.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
