using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Isonomia.Tests.Drafts;
using Xunit;

namespace Isonomia.Tests.Properties;

/// <summary>
/// Runs properties over cases with one seed, so that a build is the same twice; a failure prints the case file. To search further, set
/// <c>ISONOMIA_TEST_SEED</c> (a number) and <c>ISONOMIA_TEST_TIMES</c> (how many times as many cases).
/// </summary>
internal static class Run
{
    private static readonly ulong Seed = Setting("ISONOMIA_TEST_SEED", 20_261_122);
    private static readonly int Times = (int)Setting("ISONOMIA_TEST_TIMES", 1);

    /// <summary>For a property that must hold of every case: an empty answer means that it does, others say what is wrong.</summary>
    public static void Over(Arbitrary<CaseDraft> drafts, int cases, Func<CaseDraft, IEnumerable<string>> wrong) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(cases * Times).WithReplay(Seed, 1_871),
            Prop.ForAll(
                drafts,
                draft =>
                {
                    var found = wrong(draft).ToArray();
                    return (found.Length == 0).Label(string.Join("; ", found));
                }
            )
        );

    private static ulong Setting(string name, ulong otherwise) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;

    /// <summary>For each item of a list.</summary>
    public static void ForEach<T>(IEnumerable<T> items, Func<T, IEnumerable<string>> wrong)
    {
        var found = items.SelectMany(item => wrong(item).Select(text => $"{item}: {text}")).ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
