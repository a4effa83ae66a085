using Isonomia.Cases;
using Isonomia.Json;
using Isonomia.Law;
using NodaTime;

namespace Isonomia.Policies;

/// <summary>One side of a comparison: policies on a date.</summary>
/// <param name="Name">What the caller calls it.</param>
/// <param name="Book">The law with the policies.</param>
/// <param name="AsOf">The day of the decisions.</param>
public sealed record PolicySide(string Name, PolicyBook Book, LocalDate AsOf);

/// <summary>A rule that differs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Was">Its text on the first side, or empty.</param>
/// <param name="Now">Its text on the second side, or empty.</param>
public sealed record RuleChange(string Id, string Was, string Now);

/// <summary>Charges of which the two sides say different things, and the same pair of them.</summary>
/// <param name="Was">What the first side says.</param>
/// <param name="Now">What the second says.</param>
/// <param name="Charges">The charges.</param>
public sealed record DocketChange(string Was, string Now, IReadOnlyList<string> Charges);

/// <summary>Two policies over one docket.</summary>
/// <param name="A">The first side.</param>
/// <param name="B">The second side.</param>
/// <param name="Rules">Rules that differ.</param>
/// <param name="Docket">Charges that differ, by what is said of them.</param>
/// <param name="Compared">How many charges were put to both.</param>
public sealed record PolicyDifference(
    PolicySide A,
    PolicySide B,
    IReadOnlyList<RuleChange> Rules,
    IReadOnlyList<DocketChange> Docket,
    int Compared
);

/// <summary>Compares two policies: their rules, and what they say of the same charges.</summary>
public static class PolicyDiff
{
    /// <summary>Compares them over a docket of charges, each a case of its own with its name.</summary>
    public static PolicyDifference Of(PolicySide a, PolicySide b, IReadOnlyList<(string Name, Matter Matter)> docket)
    {
        var (before, after) = (new PolicyApplier(a.Book), new PolicyApplier(b.Book));
        var changed = new Dictionary<(string, string), List<string>>();
        foreach (var (name, matter) in docket)
        {
            var x = before.Standings(matter, a.AsOf).Charges;
            var y = after.Standings(matter, b.AsOf).Charges;
            for (var i = 0; i < x.Count; i++)
            {
                var key = (Says(x[i]), Says(y[i]));
                if (key.Item1 == key.Item2)
                    continue;
                if (!changed.TryGetValue(key, out var list))
                    changed.Add(key, list = []);
                list.Add(x.Count > 1 ? $"{name}: {x[i].Count.Label}" : name);
            }
        }
        return new PolicyDifference(
            a,
            b,
            Rules(a, b),
            [
                .. changed
                    .OrderByDescending(c => c.Value.Count)
                    .ThenBy(c => c.Key.Item1, StringComparer.Ordinal)
                    .ThenBy(c => c.Key.Item2, StringComparer.Ordinal)
                    .Select(c => new DocketChange(c.Key.Item1, c.Key.Item2, c.Value)),
            ],
            docket.Count
        );
    }

    /// <summary>What is said of a charge, in words that can be compared: filing, then each effect that speaks.</summary>
    public static string Says(ChargeAnswer charge)
    {
        var effects = charge
            .Answers.Where(a => a.Speaks && a.Effect.Subject != EffectSubject.Charging)
            .Select(a =>
                a.OverriddenBy is { } duty ? $"{a.Effect.Name} (overridden: {duty.Code})"
                : a.Standing == PolicyStanding.Applies ? a.Effect.Name
                : $"{a.Effect.Name} ({Words(a.Standing)})"
            )
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var filing = charge.Answers.Any(a => a.Effect.Name is "decline" or "divert" or "file" && a.Standing == PolicyStanding.Stands)
            ? $"{charge.Filing} (ask)"
            : charge.Filing;
        return string.Join(", ", effects.Prepend(filing));
    }

    private static string Words(PolicyStanding standing) =>
        standing switch
        {
            PolicyStanding.Stands => "presumed, ask",
            PolicyStanding.Open => "may apply, ask",
            PolicyStanding.Lifted => "lifted",
            _ => "no",
        };

    private static RuleChange[] Rules(PolicySide a, PolicySide b)
    {
        var (x, y) = (Texts(a), Texts(b));
        return
        [
            .. x
                .Keys.Union(y.Keys, StringComparer.Ordinal)
                .Select(id => new RuleChange(id, x.GetValueOrDefault(id) ?? "", y.GetValueOrDefault(id) ?? ""))
                .Where(c => c.Was != c.Now),
        ];
    }

    /// <summary>The rules in force on the day of a side: one that is not in force is as if it were not written.</summary>
    private static Dictionary<string, string> Texts(PolicySide side) =>
        side
            .Book.Policies.SelectMany(p => p.Rules)
            .Concat(side.Book.Duties)
            .Where(r => Outlines.On(r, side.AsOf) is { NoSuchRule: false })
            .ToDictionary(r => r.Id, r => $"{r.Code}: {LawbookText.Of(r, Outlines.On(r, side.AsOf)!)}", StringComparer.Ordinal);

    /// <summary>Every offense of the law book in every class in which it can be charged, in force on the day, as a case file each.</summary>
    public static IEnumerable<(string Name, string Offense, string Class)> Charges(Lawbook law, LocalDate on)
    {
        foreach (var offense in law.Offenses.Where(o => (o.From is null || o.From <= on) && (o.Until is null || on < o.Until)))
        foreach (var @class in offense.Penalties.Select(p => p.Class).Distinct().Order())
        {
            var name = Facts.Names.Camel(@class);
            yield return ($"{offense.Citation} {name}", offense.Citation.ToString(), name);
        }
    }
}
