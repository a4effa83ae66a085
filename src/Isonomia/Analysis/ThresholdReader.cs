using Isonomia.Law;

namespace Isonomia.Analysis;

/// <summary>Reads off the rules what else a category needs to be an aggravated felony: a year imposed, or a loss over a sum.</summary>
internal static class ThresholdReader
{
    public static IReadOnlyDictionary<string, (int? Days, int? Loss)> Read(Lawbook law)
    {
        var needs = new Dictionary<string, (int? Days, int? Loss)>(StringComparer.Ordinal);
        // Row U repeats the others for attempts and conspiracies.
        foreach (var rule in law.Rules.Where(r => r.Code.StartsWith("AF.", StringComparison.Ordinal) && r.Code != "AF.U"))
        {
            foreach (var version in rule.Versions)
            {
                if (version.When is null)
                    continue;
                var tests = Leaves(version.When).ToArray();
                var days = tests.OfType<RuleTest>().Any(t => t.Rule.Title == "a year imposed")
                    ? 365
                    : tests.OfType<NumberTest>().FirstOrDefault(t => t.Fact.Name == "imposed term")?.Bound;
                var loss = tests.OfType<NumberTest>().FirstOrDefault(t => t.Fact.Unit == "dollars")?.Bound;
                foreach (var match in tests.OfType<FlagTest>().Where(t => t.Fact.Category.Length > 0))
                    needs[match.Fact.Category] = ((int?)days, (int?)loss);
            }
        }
        return needs;
    }

    /// <summary>Tests of a condition; a description that the row reads is opened, the year imposed and the conviction are not.</summary>
    private static IEnumerable<Condition> Leaves(Condition node) =>
        node switch
        {
            AllOf all => all.Items.SelectMany(Leaves),
            AnyOf any => any.Items.SelectMany(Leaves),
            RuleTest { Rule.Title: not ("a year imposed" or "conviction") } test => test
                .Rule.Versions.Where(v => v.When is not null)
                .SelectMany(v => Leaves(v.When!)),
            _ => [node],
        };
}
