using Isonomia.Alternatives;
using Isonomia.Cases;
using Isonomia.Severity;
using Xunit;

namespace Isonomia.Tests.Alternatives;

/// <summary>The lemma of <see cref="Coupling"/>, held against every combination of two and three counts.</summary>
public sealed class CouplingTests
{
    private static readonly string[] Counts =
    [
        "PC 484(a)/488|misdemeanor|jailDays: 30|{}",
        "PC 496(a)|felony|conditionJailDays: 365, suspended: imposition, probationMonths: 24|{}",
        "HS 11377(a)|misdemeanor|jailDays: 60|{ substance: methamphetamine }",
        "PC 242/243(a)|misdemeanor|jailDays: 10|{ victim: stranger, injury: none }",
        "PC 422|misdemeanor|conditionJailDays: 180, suspended: imposition, probationMonths: 12|{ victim: stranger }",
        "PC 273.5(a)|misdemeanor|conditionJailDays: 180, suspended: imposition, probationMonths: 36|{ victim: spouse }",
        "PC 487(a)|felony|prisonMonths: 16|{}",
    ];

    private static readonly string[] People =
    [
        Shared.Resident,
        "person: { status: lawfulPermanentResident, entry: inspected, admitted: 2023-06-15, residentSince: 2023-06-15, continuousResidenceSince: 2016-06-15 }",
        "person: { status: enteredWithoutInspection, continuousResidenceSince: 2014-01-10 }",
        "person: { status: unknown }",
    ];

    public static TheoryData<int, int> Cases
    {
        get
        {
            var data = new TheoryData<int, int>();
            for (var seed = 0; seed < 12; seed++)
                data.Add(2, seed);
            for (var seed = 0; seed < 6; seed++)
                data.Add(3, seed);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pruning_loses_no_direct_punishment_and_no_undominated_consequence(int counts, int seed)
    {
        var random = new Random((seed * 31) + counts);
        var lines = Enumerable.Range(0, counts).Select(_ => Counts[random.Next(Counts.Length)].Split('|')).ToArray();
        var incident = random.Next(2) == 0;
        var yaml = $$"""
            asOf: 2026-11-22
            {{People[random.Next(People.Length)]}}
            charges:
            {{string.Join(
                '\n',
                lines.Select(
                    (l, i) =>
                        $"  - {{ id: \"{i + 1}\", offense: \"{l[0]}\", class: {l[1]}, committed: 2026-08-0{i + 1}, incident: {(incident ? "a" : $"x{i}")}, facts: {l[3]} }}"
                )
            )}}
            disposition:
            {{string.Join(
                '\n',
                lines.Select((l, i) => $"  - {{ charge: \"{i + 1}\", offense: \"{l[0]}\", class: {l[1]}, sentence: {{ {l[2]} }} }}")
            )}}
            """;
        var most = counts == 2 ? 40 : 14;
        var (pruned, whole, exact) = Shared.Finder.Both(
            Shared.Case(yaml),
            Shared.Today,
            options => [options[0], .. options.Skip(1).OrderBy(_ => random.Next()).Take(most - 1)]
        );
        Assert.True(exact);
        Assert.True(pruned.Combinations.Count <= whole.Combinations.Count);
        var kept = Enumerable.Range(0, pruned.Combinations.Count).ToLookup(c => pruned.Direct(c));
        for (var c = 0; c < whole.Combinations.Count; c++)
        {
            // Some survivor has the same direct punishment and consequences that are no worse under any status.
            var vectors = whole.Worst(c);
            Assert.True(
                kept[whole.Direct(c)].Any(k => Dominance.Collateral(pruned.Worst(k), vectors) is Comparison.Better or Comparison.Equal),
                $"{string.Join(',', whole.Combinations[c])}: {string.Join(" + ", whole.Chosen(c).Select(x => $"{x.Name} {x.Level} {x.Statement}"))}\n{yaml}"
            );
        }
    }

    [Fact]
    public void Undominated_sets_are_those_of_brute_force_and_never_empty()
    {
        var report = Shared.Find(
            Shared.One(
                Shared.Resident,
                "PC 496(a)",
                "felony",
                "offense: PC 496(a), class: felony, sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 }"
            )
        );
        var all = report.Alternatives.Append(report.Reference).ToArray();
        var inside = all.Where(a => a.Band.Inside || a.Id == "reference").ToArray();
        var brute = inside
            .Where(a => !inside.Any(b => Dominance.Of(b.Collateral.Vector, a.Collateral.Vector) == Comparison.Better))
            .Select(a => a.Id)
            .Order(StringComparer.Ordinal);
        Assert.Equal(brute, report.Undominated.Order(StringComparer.Ordinal));
        Assert.NotEmpty(report.Undominated);
        Assert.NotEmpty(report.UndominatedDefense);
    }

    [Fact]
    public void Comparison_is_transitive_and_irreflexive()
    {
        var report = Shared.Find(
            Shared.One(
                Shared.Resident,
                "PC 487(a)",
                "felony",
                "offense: PC 487(a), class: felony, sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 24 }"
            )
        );
        var some = report.Alternatives.Where((_, i) => i % 5 == 0).Take(40).ToArray();
        Comparison Of(Alternative a, Alternative b) =>
            Dominance.Join(Dominance.Direct(a.Direct, b.Direct), Dominance.Of(a.Collateral.Vector, b.Collateral.Vector));
        foreach (var a in some)
        {
            Assert.Equal(Comparison.Equal, Of(a, a));
            foreach (var b in some)
            foreach (var c in some)
                if (Of(a, b) == Comparison.Better && Of(b, c) == Comparison.Better)
                    Assert.Equal(Comparison.Better, Of(a, c));
        }
    }
}
