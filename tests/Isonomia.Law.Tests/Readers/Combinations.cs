namespace Isonomia.Law.Tests.Readers;

/// <summary>Every combination of some choices, or a seeded sample where there are too many.</summary>
internal static class Combinations
{
    public static IEnumerable<int[]> Of(IReadOnlyList<int> choices, int most, int seed)
    {
        var all = choices.Aggregate(1L, (product, n) => Math.Min(product * n, int.MaxValue));
        if (all <= most)
        {
            for (var i = 0; i < all; i++)
            {
                var rest = i;
                yield return
                [
                    .. choices.Select(n =>
                    {
                        var chosen = rest % n;
                        rest /= n;
                        return chosen;
                    }),
                ];
            }
            yield break;
        }
        var dice = new Random(seed);
        for (var i = 0; i < most; i++)
            yield return [.. choices.Select(n => dice.Next(n))];
    }
}
