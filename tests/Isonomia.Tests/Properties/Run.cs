using FsCheck;
using FsCheck.Fluent;
using Isonomia.Testing;
using Isonomia.Tests.Drafts;
using Xunit;

namespace Isonomia.Tests.Properties;

/// <summary>
/// Runs properties over cases (<see cref="Seeded"/>); a failure prints the case file.
/// </summary>
internal static class Run
{
    /// <summary>For a property that must hold of every case: an empty answer means that it does, others say what is wrong.</summary>
    public static void Over(Arbitrary<CaseDraft> drafts, int cases, Func<CaseDraft, IEnumerable<string>> wrong) =>
        Check.One(
            Seeded.Cases(cases),
            Prop.ForAll(
                drafts,
                draft =>
                {
                    var found = wrong(draft).ToArray();
                    return (found.Length == 0).Label(string.Join("; ", found));
                }
            )
        );

    /// <summary>For each item of a list.</summary>
    public static void ForEach<T>(IEnumerable<T> items, Func<T, IEnumerable<string>> wrong)
    {
        var found = items.SelectMany(item => wrong(item).Select(text => $"{item}: {text}")).ToArray();
        Assert.True(found.Length == 0, string.Join('\n', found));
    }
}
