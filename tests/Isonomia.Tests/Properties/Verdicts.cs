using Isonomia.Law;
using Isonomia.Tests.Drafts;

namespace Isonomia.Tests.Properties;

/// <summary>Offenses of the law book by what their pages say of a category.</summary>
internal static class Verdicts
{
    public static IEnumerable<Offense> Of(string category, Func<Verdict, bool> all) =>
        DraftMaker.Offenses.Where(o => Rows(o, category) is { Count: > 0 } rows && rows.All(all));

    public static bool IsNo(Offense offense, string category) =>
        Rows(offense, category) is { Count: > 0 } rows && rows.All(v => v.Kind == VerdictKind.No);

    private static IReadOnlyList<Verdict> Rows(Offense offense, string category)
    {
        var matches = TheLaw.Book.Vocabulary.Matches;
        for (var i = 0; i < matches.Count; i++)
        {
            if (string.Equals(matches[i].Category, category, StringComparison.Ordinal))
            {
                return offense.Verdicts[i];
            }
        }

        return [];
    }
}
