using Isonomia.Alternatives;
using Isonomia.Severity;
using Xunit;

namespace Isonomia.Tests.Alternatives;

/// <summary>Pleas that look small and are not: none may be called safe, whatever else is found.</summary>
public sealed class DangerousPleaTests
{
    /// <summary>Charge, class, offer with its record, and the tier that it cannot be below.</summary>
    public static TheoryData<string, string, string, string, string> Dangerous =>
        new()
        {
            { "PC 496(a)", "felony", "sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 }", "{}", "T8" },
            { "PC 496d(a)", "felony", "sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 }", "{}", "T8" },
            { "VC 10851(a)", "felony", "sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 }", "{}", "T8" },
            { "PC 192(a)", "felony", "sentence: { prisonMonths: 36 }", "{ victim: stranger }", "T8" },
            {
                "HS 11377(a)",
                "misdemeanor",
                "record: { substance: methamphetamine }, sentence: { conditionJailDays: 0, suspended: imposition, probationMonths: 12 }",
                "{ substance: methamphetamine }",
                "T6"
            },
            {
                "HS 11378",
                "felony",
                "record: { substance: methamphetamine }, sentence: { conditionJailDays: 30, suspended: imposition, probationMonths: 24 }",
                "{ substance: methamphetamine }",
                "T8"
            },
            {
                "PC 273.6(a)",
                "misdemeanor",
                "record: { orderClause: protective, victim: spouse }, sentence: { conditionJailDays: 10, suspended: imposition, probationMonths: 36 }",
                "{ victim: spouse }",
                "T5"
            },
        };

    [Theory]
    [MemberData(nameof(Dangerous))]
    public void A_dangerous_plea_is_never_called_safe(string charge, string @class, string offer, string facts, string least)
    {
        var report = Shared.Find(Shared.One(Shared.Resident, charge, @class, $"offense: \"{charge}\", class: {@class}, {offer}", facts));
        Assert.False(report.Reference.StatusSafe);
        Assert.True(
            string.CompareOrdinal(report.Reference.Collateral.Tier.High.ToString(), least) >= 0,
            $"{report.Reference.Collateral.Tier} {Shared.Text(report)}"
        );
        // As an alternative to itself, with the same record and sentence, it is as dangerous.
        foreach (
            var same in report.Alternatives.Where(a =>
                a.Counts[0].Disposition.Sentence.Equals(report.Reference.Counts[0].Disposition.Sentence)
                && a.Counts[0].Leaf == report.Reference.Counts[0].Leaf
                && a.Counts[0].Statement.Length == 0
                && a.Direct.Class == report.Reference.Direct.Class
            )
        )
            Assert.False(same.StatusSafe);
    }

    [Fact]
    public void A_receiving_count_at_a_year_is_dangerous_wherever_it_stands()
    {
        var report = Shared.Find(
            Shared.One(
                Shared.Resident,
                "PC 487(a)",
                "felony",
                "offense: PC 487(a), class: felony, sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 }"
            )
        );
        var year = report
            .Alternatives.Where(a => a.Counts[0].Leaf?.Citation.ToString() == "PC 496(a)" && a.Direct.Ordered.Low.Count >= 365)
            .ToArray();
        Assert.NotEmpty(year);
        Assert.All(year, a => Assert.Equal(Tier.T8, a.Collateral.Tier.High));
    }

    [Fact]
    public void Where_nothing_inside_the_band_is_milder_it_says_so()
    {
        // Murder: every lesser homicide is lighter than the band allows, and the term for life stands alone.
        var report = Shared.Find(
            Shared.One(
                Shared.Resident,
                "PC 187",
                "felony",
                "offense: PC 187, class: felony, sentence: { life: true, prisonMonths: 180 }",
                "{ victim: stranger }"
            )
        );
        Assert.Equal(Tier.T8, report.Reference.Collateral.Tier.End);
        Assert.True(report.NoneInside, Shared.Text(report));
        Assert.Null(report.Parity.Best);
        Assert.True(report.Complete);
    }
}
