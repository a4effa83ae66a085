using System.Globalization;
using FsCheck;

namespace Isonomia.Testing;

/// <summary>
/// Properties run with one seed, so that a build is the same twice. To search further, set <c>ISONOMIA_TEST_SEED</c> (a number) and
/// <c>ISONOMIA_TEST_TIMES</c> (how many times as many cases).
/// </summary>
internal static class Seeded
{
    private static readonly ulong Seed = Setting("ISONOMIA_TEST_SEED", 20_261_122);
    private static readonly int Times = (int)Setting("ISONOMIA_TEST_TIMES", 1);

    /// <summary>Throws at the first of so many cases that breaks the property.</summary>
    public static Config Cases(int cases) => Config.QuickThrowOnFailure.WithMaxTest(cases * Times).WithReplay(Seed, 1_871);

    private static ulong Setting(string name, ulong otherwise) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
