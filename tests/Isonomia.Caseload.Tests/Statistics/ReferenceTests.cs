using System.Globalization;
using Isonomia.Caseload.Statistics;
using Isonomia.Law.Tests.Citations;
using Xunit;

namespace Isonomia.Caseload.Tests.Statistics;

/// <summary>Estimates held against R's survival package; how the values were made stands in Reference/survival.R.</summary>
public sealed class ReferenceTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reference");

    private static IEnumerable<string[]> Lines(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static ILookup<(string Set, string Group), Spell> Data() =>
        Lines("data.csv")
            .ToLookup(
                c => (c[0], c[1]),
                c => new Spell(int.Parse(c[2], CultureInfo.InvariantCulture), int.Parse(c[3], CultureInfo.InvariantCulture), c[4] == "1")
            );

    private static void Agrees(KaplanMeier curve, string[] reference, int scale = 1)
    {
        var day = (int)Number(reference[1]) * scale;
        Assert.Equal(Number(reference[2]), curve.Survival(day), 1e-9);
        if (reference[3] == "NaN")
        {
            Assert.Null(curve.LogLog(day, 0.95));
            return;
        }
        Assert.Equal(Number(reference[3]), curve.StandardError(day), 1e-9);
        var interval = curve.LogLog(day, 0.95)!.Value;
        Assert.Equal(Number(reference[4]), interval.Low, 1e-9);
        Assert.Equal(Number(reference[5]), interval.High, 1e-9);
    }

    [Fact]
    public void Curves_with_censoring_and_late_entry_are_those_of_R()
    {
        var data = Data();
        var compared = 0;
        foreach (var reference in Lines("survival.csv").Where(r => r[1] != "chisq"))
        {
            var words = reference[0].Split(' ', 2);
            var spells = words.Length == 1 ? data.Where(d => d.Key.Set == words[0]).SelectMany(d => d) : data[(words[0], words[1])];
            Agrees(KaplanMeier.Of(spells), reference, words[0] == "heart" ? 10 : 1);
            compared++;
        }
        Assert.Equal(36, compared);
    }

    [Theory]
    [InlineData("aml", "aml")]
    [InlineData("lung", "lung by ph.ecog")]
    public void The_log_rank_test_is_that_of_R(string set, string name)
    {
        var reference = Lines("survival.csv").Single(r => r[0] == name && r[1] == "chisq");
        var groups = Data().Where(d => d.Key.Set == set && d.Key.Group != "NA").Select(d => d.ToArray()).ToArray();
        var test = LogRank.Of(groups)!;
        Assert.Equal(Number(reference[2]), test.ChiSquare, 1e-7);
        Assert.Equal(Number(reference[3]), test.P, 1e-9);
        Assert.Equal(groups.Length - 1, test.DegreesOfFreedom);
    }

    [DataFact]
    public void The_curves_of_the_COMPAS_file_are_those_of_R()
    {
        var rows = SharedData.Rows("compas_two_years_no_names.csv.gz");
        var table = SharedData.Table("compas_two_years_no_names.csv.gz");
        var at = table[0].Index().DistinctBy(c => c.Item).ToDictionary(c => c.Item, c => c.Index);
        Assert.Equal(7214, rows.Count);
        var kept = table
            .Skip(1)
            .Where(r =>
                int.TryParse(r[at["days_b_screening_arrest"]], CultureInfo.InvariantCulture, out var days)
                && Math.Abs(days) <= 30
                && r[at["is_recid"]] != "-1"
                && r[at["c_charge_degree"]] != "O"
                && r[at["score_text"]] != "N/A"
            )
            .ToArray();
        Assert.Equal(6172, kept.Length);
        foreach (var reference in Lines("compas.csv"))
        {
            var spells = kept.Where(r => reference[0] == "all" || r[at["race"]] == reference[0])
                .Select(r => new Spell(
                    int.Parse(r[at["start"]], CultureInfo.InvariantCulture),
                    int.Parse(r[at["end"]], CultureInfo.InvariantCulture),
                    r[at["event"]] == "1"
                ));
            Agrees(KaplanMeier.Of(spells), reference);
        }
    }

    /// <summary>The remission times of Freireich and others, 21 Blood 699 (1963), with the estimates that textbooks print.</summary>
    [Fact]
    public void The_leukemia_data_give_the_estimates_of_the_textbooks()
    {
        (int Weeks, bool Happened)[] treated =
        [
            (6, true),
            (6, true),
            (6, true),
            (7, true),
            (10, true),
            (13, true),
            (16, true),
            (22, true),
            (23, true),
            (6, false),
            (9, false),
            (10, false),
            (11, false),
            (17, false),
            (19, false),
            (20, false),
            (25, false),
            (32, false),
            (32, false),
            (34, false),
            (35, false),
        ];
        int[] placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        var curve = KaplanMeier.Of(treated.Select(t => new Spell(t.Weeks, t.Happened)));
        (int Week, double Survival)[] printed =
        [
            (5, 1),
            (6, 0.857),
            (7, 0.807),
            (10, 0.753),
            (13, 0.690),
            (16, 0.627),
            (22, 0.538),
            (23, 0.448),
            (35, 0.448),
        ];
        foreach (var (week, survival) in printed)
            Assert.Equal(survival, curve.Survival(week), 0.0005);
        var test = LogRank.Of([
            [.. treated.Select(t => new Spell(t.Weeks, t.Happened))],
            [.. placebo.Select(w => new Spell(w, true))],
        ])!;
        Assert.Equal(16.79, test.ChiSquare, 0.005);
        Assert.Equal([9, 21], test.Observed.ToArray());
        Assert.Equal(19.25, test.Expected[0], 0.005);
    }

    /// <summary>R: prop.test(x, n, correct = FALSE).</summary>
    [Theory]
    [InlineData(2809, 6172, 0.4427280151, 0.4675676096)]
    [InlineData(1, 10, 0.0178762131, 0.4041500268)]
    [InlineData(7, 10, 0.3967781475, 0.8922087326)]
    [InlineData(0, 20, 0, 0.1611251581)]
    [InlineData(20, 20, 0.8388748419, 1)]
    public void Wilson_intervals_are_those_of_R(long x, long n, double low, double high)
    {
        var interval = Confidence.Wilson(x, n, 0.95);
        Assert.Equal(low, interval.Low, 1e-9);
        Assert.Equal(high, interval.High, 1e-9);
    }

    /// <summary>R: poisson.test(x, days).</summary>
    [Theory]
    [InlineData(0, 10, 0, 0.3688879454)]
    [InlineData(3, 10, 0.0618672123, 0.8767273070)]
    [InlineData(14738, 396, 36.6187086216, 37.8229640270)]
    public void Poisson_intervals_are_those_of_R(long x, double days, double low, double high)
    {
        var interval = Confidence.Poisson(x, days, 0.95);
        Assert.Equal(low, interval.Low, 1e-6);
        Assert.Equal(high, interval.High, 1e-6);
    }
}
