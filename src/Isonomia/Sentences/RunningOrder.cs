namespace Isonomia.Sentences;

/// <summary>The order in which consecutive terms run, found without recursion, however long the chain.</summary>
internal static class RunningOrder
{
    /// <summary>The counts so that each comes after those it runs after.</summary>
    /// <param name="after">For each count the counts that it runs after; names that are no count are passed over.</param>
    /// <param name="neverBegin">The counts that run after each other in a circle, or after such a count.</param>
    internal static List<string> Of(IReadOnlyDictionary<string, IReadOnlyList<string>> after, out List<string> neverBegin)
    {
        var pairs = after
            .SelectMany(each =>
                each.Value.Where(after.ContainsKey)
                    .Distinct(StringComparer.Ordinal)
                    .Select(earlier => (Earlier: earlier, Follower: each.Key))
            )
            .ToList();
        var followers = pairs.ToLookup(pair => pair.Earlier, pair => pair.Follower, StringComparer.Ordinal);
        var waiting = pairs.CountBy(pair => pair.Follower, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var order = after.Keys.Where(id => !waiting.ContainsKey(id)).ToList();
        // The list grows while it is walked: a count is added when the last that it waits for has been walked.
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var follower in followers[order[i]])
            {
                if (--waiting[follower] == 0)
                {
                    order.Add(follower);
                }
            }
        }

        neverBegin = [.. after.Keys.Where(id => waiting.GetValueOrDefault(id) > 0)];
        return order;
    }
}
