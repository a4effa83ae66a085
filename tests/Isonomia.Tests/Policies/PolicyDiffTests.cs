using Isonomia.Analysis;
using Isonomia.Policies;
using Xunit;

namespace Isonomia.Tests.Policies;

/// <summary>Two policies over one docket, and what an amendment would do.</summary>
public sealed class PolicyDiffTests
{
    private static PolicySide Side(string day, params string[] pages) => new(pages[0], Shared.Book(pages), Shared.Day(day));

    private static (string, Isonomia.Cases.Matter)[] Docket(PolicyBook book) =>
        [
            .. PolicyDiff
                .Charges(book.Law, Shared.Day("2024-12-02"))
                .Select(c =>
                    (
                        c.Name,
                        Shared.Case(
                            book,
                            $"charges:\n  - {{ offense: \"{c.Offense}\", class: {c.Class}, facts: {{ officeFilesMisdemeanors: true }} }}\n"
                        )
                    )
                ),
        ];

    [Fact]
    public void The_rescission_changes_exactly_the_listed_misdemeanors()
    {
        var (a, b) = (Side("2024-12-02", "offices/lada/sd-20-07.md"), Side("2024-12-03", "offices/lada/sd-20-07.md"));
        var diff = PolicyDiff.Of(a, b, Docket(a.Book));
        var declined = diff.Docket.Where(d => d.Was.StartsWith("decline", StringComparison.Ordinal)).SelectMany(d => d.Charges).ToArray();
        Assert.Contains("PC 602(m) misdemeanor", declined);
        Assert.Contains("HS 11377(a) misdemeanor", declined);
        Assert.DoesNotContain(
            declined,
            c => c.EndsWith("felony", StringComparison.Ordinal) || c.EndsWith("infraction", StringComparison.Ordinal)
        );
        Assert.All(diff.Docket, d => Assert.StartsWith("caseByCase", d.Now, StringComparison.Ordinal));
        Assert.Equal(15, diff.Rules.Count);
        Assert.All(diff.Rules, r => Assert.Equal("", r.Now));
    }

    [Fact]
    public void A_policy_does_not_differ_from_itself()
    {
        var side = Side("2023-01-01", "offices/lada/sd-20-08.md");
        var diff = PolicyDiff.Of(side, side, Docket(side.Book));
        Assert.Empty(diff.Rules);
        Assert.Empty(diff.Docket);
        Assert.True(diff.Compared > 900);
    }

    [Fact]
    public void A_repeal_frees_a_policy_that_the_duty_overrode()
    {
        var a = Side("2026-11-22", "offices/models/alienage-neutral.md");
        var b = Side("2026-11-22", "offices/models/alienage-neutral.md", "amendments/repeal-1016.3b.md");
        var diff = PolicyDiff.Of(a, b, [.. Docket(a.Book).Take(3)]);
        Assert.Equal("R-180", Assert.Single(diff.Rules).Id);
        var change = Assert.Single(diff.Docket);
        Assert.Equal(("caseByCase, disregard (overridden: must-consider)", "caseByCase, disregard"), (change.Was, change.Now));
    }

    private const string Driving = """
        asOf: 2026-11-22
        person: { status: STATUS, entry: ENTRY, admitted: 2015-01-01 }
        charges:
          - { id: "1", offense: VC 23152(b), class: misdemeanor, committed: 2026-08-01 }
        disposition:
          - { charge: "1", outcome: plea, class: misdemeanor, sentence: { probationMonths: 36, conditionJailDays: 2 } }
        """;

    [Theory]
    [InlineData("lawfulPermanentResident", "inspected", "DEP.DUI")]
    [InlineData("enteredWithoutInspection", "withoutInspection", "INA.DUI")]
    public void Driving_under_the_influence_would_be_a_ground_under_H_R_875(string status, string entry, string code)
    {
        var yaml = Driving
            .Replace("STATUS", status, StringComparison.Ordinal)
            .Replace("ENTRY", entry, StringComparison.Ordinal)
            .Replace(entry == "inspected" ? "#" : ", admitted: 2015-01-01", "", StringComparison.Ordinal);
        var book = Shared.Book("amendments/hr-875.md");
        var now = TheLaw.Analyzer.Assess(Shared.Case(book, yaml), TheLaw.Today);
        var then = book.Analyzer.Assess(Shared.Case(book, yaml), TheLaw.Today);
        Assert.DoesNotContain(now.Grounds, g => g.Code == code);
        Assert.Equal(AnswerKind.Yes, then.Grounds.Single(g => g.Code == code).Answer.Kind);
        var held = then.Detention.Single(d => d.Code == "DET.MAND.1226c").Answer.Kind;
        Assert.Equal(code == "INA.DUI" ? AnswerKind.Yes : AnswerKind.No, held);
        Assert.True(then.Collateral.Tier.End >= now.Collateral.Tier.End);
    }

    [Fact]
    public void Before_it_passed_the_House_the_bill_changes_nothing()
    {
        var yaml = Driving
            .Replace("STATUS", "lawfulPermanentResident", StringComparison.Ordinal)
            .Replace("ENTRY", "inspected", StringComparison.Ordinal)
            .Replace("asOf: 2026-11-22", "asOf: 2025-06-25", StringComparison.Ordinal)
            .Replace("committed: 2026-08-01", "committed: 2025-03-01", StringComparison.Ordinal);
        var book = Shared.Book("amendments/hr-875.md");
        var then = book.Analyzer.Assess(Shared.Case(book, yaml), TheLaw.Today);
        Assert.Equal(AnswerKind.No, then.Grounds.Single(g => g.Code == "DEP.DUI").Answer.Kind);
    }
}
