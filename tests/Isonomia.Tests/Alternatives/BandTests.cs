using Isonomia.Alternatives;
using Xunit;

namespace Isonomia.Tests.Alternatives;

/// <summary>An office's band, and what the default one says.</summary>
public sealed class BandTests
{
    [Fact]
    public void A_band_is_read_from_a_fence_of_a_page()
    {
        var reading = BandReader.Read(
            "band.md",
            """
            # Assault group

            ```band
            band: assault group
            adopted: true
            signedBy: Head Deputy, 2026-03-01
            orderedDays: 10% or 30   # whichever is less
            class: one step
            ```
            """
        );
        var band = Assert.IsType<BandReading.Accepted>(reading).Band;
        Assert.Equal(("assault group", true), (band.Id, band.Adopted));
        Assert.Equal(new Tolerance.Within(30, 10), band.Axes["orderedDays"]);
        Assert.Equal(new Tolerance.Equal(), band.Axes["restitutionDollars"]);
    }

    [Fact]
    public void All_problems_of_a_band_come_at_once_with_their_places()
    {
        var refused = Assert.IsType<BandReading.Refused>(
            BandReader.Read("band.yaml", "band: x\norderdDays: 30\nclass: 10%\nadopted: true\n")
        );
        Assert.Equal(3, refused.Problems.Count);
        Assert.Contains(refused.Problems, p => p.Line == 2 && p.Message.Contains("orderedDays", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(365, 30)]
    [InlineData(100, 10)]
    [InlineData(15, 1)]
    [InlineData(0, 0)]
    public void Custody_may_differ_by_ten_per_cent_or_thirty_days_whichever_is_less(int days, int most) =>
        Assert.Equal(most, ((Tolerance.Within)Band.Default.Axes["orderedDays"]).Of(days));

    [Fact]
    public void A_lighter_offer_is_flagged_with_what_would_make_it_equal()
    {
        var report = Shared.Find(
            Shared.One(
                Shared.Resident,
                "PC 273.5(a)",
                "felony",
                "offense: PC 273.5(a), class: felony, sentence: { conditionJailDays: 365, suspended: imposition, probationMonths: 36 }"
            )
        );
        var lighter = report.Alternatives.First(a => a.Counts[0].Leaf?.Citation.ToString() == "PC 243(e)(1)");
        Assert.False(lighter.Band.Inside);
        Assert.Contains(lighter.Band.Lighter, l => l.StartsWith("class ", StringComparison.Ordinal));
        Assert.NotEmpty(lighter.Band.Concessions);
    }
}
