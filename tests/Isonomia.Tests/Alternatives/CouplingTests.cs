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
        var situation = Shared.Finder.Lay(
            Shared.Case(yaml),
            Shared.Today,
            [],
            options => [options[0], .. options.Skip(1).OrderBy(_ => random.Next()).Take(most - 1)]
        );
        var coupling = Shared.Finder.Couple(situation, Band.Default);
        var whole = new CandidateSpace(situation, AlternativesFinder.All(situation.Options));
        var inside = new CandidateSpace(situation, [new int[counts], .. coupling.Inside()]);
        var lightest = new CandidateSpace(situation, coupling.Undominated());
        Assert.True(coupling.IsExact);
        var reference = whole.Compared(0);
        CollateralVector[] Worst(CandidateSpace space, int c) => space.Worst[space.Kind(c)];
        bool NoWorse(CandidateSpace space, int k, int c) =>
            Dominance.Collateral(Worst(space, k), Worst(whole, c)) is Comparison.Better or Comparison.Equal;
        string Text(int c) => $"{string.Join(" + ", whole.Chosen(c).Select(x => $"{x.Name} {x.Level} {x.Statement}"))}\n{yaml}";
        for (var k = 1; k < inside.Combinations.Count; k++)
            Assert.Empty(Band.Default.Outside(reference, inside.Compared(k)));
        for (var c = 0; c < whole.Combinations.Count; c++)
        {
            // The prosecution form: inside the band some survivor is as mild under every status.
            if (Band.Default.Outside(reference, whole.Compared(c)).Count == 0)
                Assert.True(
                    Enumerable.Range(c == 0 ? 0 : 1, inside.Combinations.Count - (c == 0 ? 0 : 1)).Any(k => NoWorse(inside, k, c)),
                    Text(c)
                );
            // The defense form: some survivor is as light and as mild.
            Assert.True(
                Enumerable
                    .Range(0, lightest.Combinations.Count)
                    .Any(k =>
                        Dominance.Direct(lightest.Compared(k), whole.Compared(c)) is Comparison.Better or Comparison.Equal
                        && NoWorse(lightest, k, c)
                    ),
                Text(c)
            );
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Options_of_one_kind_have_the_consequences_that_each_has_alone(int seed)
    {
        var line = Counts[(seed * 2) + 1].Split('|');
        var situation = Shared.Finder.Lay(
            Shared.One(People[seed], line[0], line[1], $"offense: \"{line[0]}\", class: {line[1]}, sentence: {{ {line[2]} }}", line[3]),
            Shared.Today,
            [],
            options => options
        );
        var space = new CandidateSpace(situation, AlternativesFinder.All(situation.Options));
        for (var c = 0; c < space.Combinations.Count; c += 7)
        {
            var alone = CollateralReader.OfRecord(
                Shared.Analyzer,
                situation.Matter,
                space.CountsOf(c),
                situation.AsOf,
                situation.Forum,
                situation.Statuses
            );
            for (var s = 0; s < situation.Statuses.Count; s++)
            {
                Assert.Equal(Comparison.Equal, Dominance.Of(alone.Consequences[s].High, space.Of(c, s).High));
                Assert.Equal(Comparison.Equal, Dominance.Of(alone.Consequences[s].Low, space.Of(c, s).Low));
            }
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
