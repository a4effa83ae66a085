using Isonomia.Alternatives;
using Isonomia.Severity;
using Xunit;

namespace Isonomia.Tests.Alternatives;

/// <summary>The safer options that practice notes know, each found for a case of its kind, milder than the offer.</summary>
public sealed class SaferOptionTests
{
    /// <summary>Charge, class, offer, alleged facts, and the safer plea that must be found inside the default band.</summary>
    public static TheoryData<string, string, string, string, string> Inside =>
        new()
        {
            {
                "PC 273.5(a)",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 36 }",
                "{ victim: spouse }",
                "PC 243(e)(1)"
            },
            {
                "PC 273.5(a)",
                "misdemeanor",
                "sentence: { conditionJailDays: 30, suspended: imposition, probationMonths: 36 }",
                "{ victim: spouse }",
                "PC 236/237(a)"
            },
            {
                "PC 273.5(a)",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 36 }",
                "{ victim: spouse }",
                "PC 136.1(b)(1)"
            },
            {
                "PC 243(d)",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 12 }",
                "{ victim: stranger, injury: minor }",
                "PC 242/243(a)"
            },
            {
                "PC 245(a)(4)",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 12 }",
                "{ victim: stranger, injury: none }",
                "PC 242/243(a)"
            },
            {
                "PC 422",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 12 }",
                "{ victim: stranger }",
                "PC 236/237(a)"
            },
            { "PC 476", "felony", "sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 }", "{}", "PC 530.5(a)" },
            {
                "PC 136.1(c)(1)",
                "felony",
                "sentence: { conditionJailDays: 364, suspended: imposition, probationMonths: 24 }",
                "{}",
                "PC 136.1(b)(1)"
            },
            {
                "PC 273a(a)",
                "misdemeanor",
                "sentence: { conditionJailDays: 60, suspended: imposition, probationMonths: 48 }",
                "{ victim: child }",
                "PC 273a(b)"
            },
            {
                "HS 11377(a)",
                "misdemeanor",
                "record: { substance: methamphetamine }, sentence: { conditionJailDays: 30, suspended: imposition, probationMonths: 12 }",
                "{ substance: methamphetamine }",
                "PC 372.5(b)"
            },
            {
                "HS 11350(a)",
                "misdemeanor",
                "record: { substance: cocaine }, sentence: { conditionJailDays: 30, suspended: imposition, probationMonths: 12 }",
                "{ substance: cocaine }",
                "PC 372.5(b)"
            },
            {
                "HS 11378",
                "felony",
                "record: { substance: methamphetamine }, sentence: { conditionJailDays: 364, suspended: imposition, probationMonths: 24 }",
                "{ substance: methamphetamine }",
                "PC 372.5(c)"
            },
            {
                "HS 11351",
                "felony",
                "record: { substance: cocaine }, sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 24 }",
                "{ substance: cocaine }",
                "PC 372.5(c)"
            },
            {
                "HS 11351",
                "felony",
                "record: { substance: cocaine }, sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 24 }",
                "{ substance: cocaine }",
                "PC 32/33"
            },
            {
                "PC 487(a)",
                "felony",
                "sentence: { conditionJailDays: 364, suspended: imposition, probationMonths: 24 }",
                "{}",
                "PC 459/460(b)"
            },
            {
                "PC 487(a)",
                "felony",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 24 }",
                "{}",
                "PC 496(a)"
            },
            {
                "PC 496(a)",
                "felony",
                "sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 }",
                "{}",
                "PC 487(a)"
            },
            {
                "PC 496(a)",
                "felony",
                "sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 }",
                "{}",
                "PC 496(a)"
            },
            {
                "PC 211/212.5(c)",
                "felony",
                "sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 }",
                "{}",
                "PC 211/212.5(c)"
            },
            {
                "PC 314(1)",
                "misdemeanor",
                "sentence: { conditionJailDays: 30, suspended: imposition, probationMonths: 12 }",
                "{}",
                "PC 314(1)"
            },
            {
                "VC 10851(a)",
                "felony",
                "sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 24 }",
                "{}",
                "VC 10851(a)"
            },
            {
                "PC 422",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 12 }",
                "{ victim: stranger }",
                "PC 136.1(b)(1)"
            },
            {
                "PC 422",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 12 }",
                "{ victim: stranger }",
                "PC 236"
            },
            {
                "PC 422",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 12 }",
                "{ victim: stranger }",
                "PC 653m(b)"
            },
            {
                "PC 273.5(a)",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 36 }",
                "{ victim: spouse }",
                "PC 242/243(a)"
            },
            {
                "PC 273.5(a)",
                "felony",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 36 }",
                "{ victim: spouse }",
                "PC 594(a)"
            },
            {
                "PC 273.6(a)",
                "misdemeanor",
                "sentence: { conditionJailDays: 30, suspended: imposition, probationMonths: 12 }",
                "{}",
                "PC 166(a)(3)"
            },
            {
                "PC 243(d)",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 12 }",
                "{ victim: stranger, injury: minor }",
                "PC 136.1(b)(1)"
            },
            {
                "VC 2800.4",
                "misdemeanor",
                "sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 12 }",
                "{}",
                "VC 2800.1(a)"
            },
            {
                "VC 20001(a)",
                "misdemeanor",
                "sentence: { conditionJailDays: 90, suspended: imposition, probationMonths: 12 }",
                "{}",
                "VC 20002(a)"
            },
        };

    [Theory]
    [MemberData(nameof(Inside))]
    public void The_known_safer_plea_is_found_inside_the_band(string charge, string @class, string offer, string facts, string safer)
    {
        var report = Shared.Find(Shared.One(Shared.Resident, charge, @class, $"offense: \"{charge}\", class: {@class}, {offer}", facts));
        var found = report.Alternatives.Where(a => a.Band.Inside && a.Counts[0].Leaf?.Citation.ToString() == safer).ToArray();
        Assert.True(found.Length > 0, $"{safer} is not among\n{Shared.Text(report)}");
        if (safer == charge && charge is "PC 314(1)")
            return;
        Assert.True(
            Array.Exists(
                found,
                a =>
                    Dominance.Of(a.Collateral.Vector, report.Reference.Collateral.Vector) == Comparison.Better
                    || a.Collateral.Tier.End < report.Reference.Collateral.Tier.End
            ),
            $"{safer} is no milder\n{Axes(report.Reference)}\n{string.Join('\n', found.Select(Axes))}\n{Shared.Text(report)}"
        );
        Assert.All(found, a => Assert.True(a.Counts[0].Count.Offense.IsResolved));
    }

    [Fact]
    public void Thirty_practice_notes_are_tried() => Assert.True(Inside.Count >= 30, $"{Inside.Count}");

    private static string Axes(Alternative a)
    {
        var v = a.Collateral.Vector;
        return $"A{v.Removal} {v.Custody} D{v.Permanence} E{v.Process} F{v.Exposure} {string.Join(' ', v.Relief.Where(r => r.Value != ReliefState.NotApplicable).Select(r => $"{r.Key}:{r.Value}"))}";
    }
}
