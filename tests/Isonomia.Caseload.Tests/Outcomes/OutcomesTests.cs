using System.Text;
using System.Text.Json;
using Isonomia.Caseload.Outcomes;
using Isonomia.Cli.Tests;
using Isonomia.Law.Tests.Citations;
using NodaTime;
using Xunit;

namespace Isonomia.Caseload.Tests.Outcomes;

public sealed class OutcomesTests
{
    private static OutcomePlan Plan(int smallCell = 1) =>
        new()
        {
            Start = "released",
            End = new LocalDate(2022, 12, 31),
            Events = [new OutcomeEvent.Dated("rearrest", "again")],
            Months = [6, 12],
            SmallCell = smallCell,
        };

    private static OutcomeStudy Study(OutcomePlan plan, string text) =>
        OutcomeStudies.Of(CohortReader.Read(plan, "f.csv", new MemoryStream(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void A_window_counts_those_who_could_be_followed_for_all_of_it()
    {
        var study = Study(
            Plan() with
            {
                Exit = "gone",
            },
            """
            released,again,gone
            2021-01-31,2021-07-31,
            2021-01-31,2021-08-01,
            2021-01-31,,
            2022-07-01,2022-08-01,
            2021-03-01,,2021-04-01
            2021-03-01,2021-03-15,2021-04-01
            2022-01-01,2023-02-01,
            """
        );
        var six = study.Figures.Single(f => f.Months == 6);
        // The last day of the window belongs to it; who was lost is neither in the numerator nor in the denominator; who started too late is not asked.
        Assert.Equal((2, 5, 1), (six.Numerator, six.Denominator, six.Lost));
        Assert.Equal(2 / 6.0, six.Bounds!.Value.Low, 12);
        Assert.Equal(3 / 6.0, six.Bounds!.Value.High, 12);
        Assert.Equal(7, six.KaplanMeier!.Value.Persons);
        var twelve = study.Figures.Single(f => f.Months == 12);
        Assert.Equal((3, 4, 1), (twelve.Numerator, twelve.Denominator, twelve.Lost));
        Assert.Equal(1, study.Cohort.AfterEnd);
    }

    [Fact]
    public void Rows_that_cannot_be_read_are_quarantined_with_line_column_and_reason_and_nothing_is_lost()
    {
        var study = Study(
            Plan() with
            {
                Person = "id",
                Where = [RowFilter.Parse("age >= 18")!],
            },
            "id,released,again,age\n1,2021-01-01,,20\n2,2021-13-01,,20\n3,2021-01-01,2020-12-31,20\n4,2021-01-01,,x\n5,2021-01-01\n1,2021-05-01,,20\n6,2021-01-01,,17\n"
                + "7,,,20\n8,2023-01-01,,20\n9,2021-01-01,MEXICO,20\n\"10,2021-01-01,,20\n11,2021-01-01,,20\n"
        );
        var cohort = study.Cohort;
        Assert.Equal(cohort.Records, cohort.Rows.Length + cohort.Outside + cohort.Quarantined.Length);
        Assert.Equal(2, cohort.Rows.Length);
        Assert.Equal(1, cohort.Outside);
        Assert.Equal(
            [(3, 2), (4, 3), (5, 4), (6, 3), (7, 1), (9, 2), (10, 2), (11, 3), (12, 1)],
            cohort.Quarantined.Select(q => ((int)q.Line, q.Column))
        );
        Assert.DoesNotContain(cohort.Quarantined, q => q.Reason.Contains("MEXICO", StringComparison.Ordinal));
    }

    [Fact]
    public void Small_groups_are_withheld_in_text_JSON_and_CSV()
    {
        var text = new StringBuilder("released,again,group\n");
        foreach (var (group, persons, events) in new[] { ("big", 200, 80), ("middle", 60, 30), ("small", 30, 4) })
            for (var i = 0; i < persons; i++)
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2020-01-01,{(i < events ? "2020-03-01" : "")},{group}\n");
        var study = Study(Plan(11) with { By = ["group"] }, text.ToString());
        Assert.All(study.Figures.Where(f => f.Group is "small" or "middle"), f => Assert.Null(f.Numerator ?? f.Denominator));
        Assert.All(study.Figures.Where(f => f.Group is "small" or "middle"), f => Assert.Null(f.KaplanMeier));
        Assert.All(study.Figures.Where(f => f.Group is "big" or null), f => Assert.NotNull(f.Numerator));
        Assert.Empty(study.Curves);
        Assert.Null(Assert.Single(study.Tests).Test);
        var csv = OutcomeOutput.Csv(study, "x").Split('\n').Where(l => l.Contains(",small,", StringComparison.Ordinal));
        Assert.All(csv, l => Assert.Contains(",small,,,,", l, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_holds_late_starters_only_where_it_happened_is_told()
    {
        var text = new StringBuilder("released,again\n");
        for (var i = 0; i < 40; i++)
            text.Append("2020-01-01,\n2022-09-01,2022-10-01\n");
        Assert.Contains("all 40 persons who started too late", Study(Plan(11), text.ToString()).Notes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7 of 10 reoffend within 24 months", 0.7, 0.65, 0.75, null, 24)]
    [InlineData("seven out of ten are rearrested within 2 years", 0.7, 0.65, 0.75, "rearrest", 24)]
    [InlineData("45.5% are reconvicted in three years", 0.455, 0.4545, 0.4555, "reconviction", 36)]
    [InlineData("At least 40 percent are recharged within a year", 0.4, 0.4, 1, "recharge", 12)]
    [InlineData("fewer than 1 in 4 reoffend", 0.25, 0, 0.25, null, null)]
    [InlineData("1 in 3 re-arrested within 6 months.", 1 / 3.0, 1 / 6.0, 0.5, "rearrest", 6)]
    public void Claims_are_read(string text, double value, double low, double high, string? named, int? months)
    {
        var claim = Claim.Parse(text)!;
        Assert.Equal(value, claim.Value, 1e-12);
        Assert.Equal(low, claim.Range.Low, 1e-12);
        Assert.Equal(high, claim.Range.High, 1e-12);
        Assert.Equal(named, claim.Event);
        Assert.Equal(months, claim.Months);
        Assert.False(claim.IsDaily);
    }

    [Theory]
    [InlineData("30 a day are released", 30, 29.5, 30.5)]
    [InlineData("more than 1,000 per day are arrested", 1000, 1000, double.PositiveInfinity)]
    [InlineData("40 people a day are released", 40, 39.5, 40.5)]
    public void Claims_by_the_day_are_read(string text, double value, double low, double high)
    {
        var claim = Claim.Parse(text)!;
        Assert.True(claim.IsDaily);
        Assert.Equal((value, low, high), (claim.Value, claim.Range.Low, claim.Range.High));
    }

    [Theory]
    [InlineData("most reoffend")]
    [InlineData("")]
    [InlineData("of 10")]
    public void What_says_no_number_is_no_claim(string text) => Assert.Null(Claim.Parse(text));

    private static string Releases => Path.Combine(AppContext.BaseDirectory, "examples");

    private static Ran Example(params string[] more) =>
        Cli.Tests.Cli.Run([
            "outcomes",
            Path.Combine(Releases, "releases.csv"),
            "--mapping",
            Path.Combine(Releases, "releases.yaml"),
            .. more,
        ]);

    [Fact]
    public void The_example_runs_and_its_exit_code_says_whether_the_claims_hold()
    {
        Assert.Equal(0, Example().Code);
        Assert.Equal(1, Example("--claim", "7 of 10 are rearrested within 24 months").Code);
        Assert.Equal(0, Example("--claim", "1 in 2 are rearrested within 24 months").Code);
        Assert.Equal(3, Example("--claim", "1 in 2 are rearrested within 60 months").Code);
        Assert.Equal(3, Example("--claim", "many reoffend").Code);
        Assert.Equal(1, Example("--daily", "released", "--claim", "30 a day are released").Code);
    }

    [Fact]
    public void Every_figure_in_JSON_has_numerator_denominator_event_window_and_source()
    {
        var json = Example("--json").Json();
        Assert.Equal("2023-12-31", json.GetProperty("source").GetProperty("end").GetString());
        Assert.Equal(64, json.GetProperty("source").GetProperty("sha256").GetString()!.Length);
        var figures = json.GetProperty("figures").EnumerateArray().ToArray();
        Assert.NotEmpty(figures);
        foreach (var figure in figures)
        foreach (var name in new[] { "event", "months", "by", "group", "numerator", "denominator", "share", "wilson", "withheld" })
            Assert.True(figure.TryGetProperty(name, out _), name);
        Assert.Contains(figures, f => f.GetProperty("withheld").ValueKind == JsonValueKind.String);
    }

    [Theory]
    [InlineData("nosuch", "there is no column \"nosuch\"")]
    [InlineData("Citizenship", "is never read")]
    [InlineData("birth_country", "is never read")]
    [InlineData("Last Name", "is never read")]
    [InlineData("primary_language", "is never read")]
    public void A_column_that_is_missing_or_sealed_is_refused(string column, string message)
    {
        var ran = Example("--by", column);
        Assert.Equal(2, ran.Code);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start: released\nend: 2020-13-01\n", ":2:6: ")]
    [InlineData("strat: released\n", "did you mean \"start\"?")]
    [InlineData("events:\n  rearrest: { date: citizenship }\n", ":2:21: ")]
    [InlineData("events: { x: { flag: a } }\n", "an event has date")]
    [InlineData("a: [\n", "this is not YAML")]
    [InlineData("", "is empty")]
    public void A_mapping_file_that_cannot_be_used_says_where(string yaml, string message)
    {
        using var file = new TemporaryFile(yaml);
        var ran = Cli.Tests.Cli.Run("outcomes", Path.Combine(Releases, "releases.csv"), "--mapping", file.Path);
        Assert.Equal(2, ran.Code);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
    }

    [DataFact]
    public void The_published_two_year_figures_of_the_COMPAS_file_are_found_again()
    {
        var ran = Cli.Tests.Cli.Run(
            "outcomes",
            Path.Combine(SharedData.Folder!, "compas_two_years_no_names.csv.gz"),
            "--where",
            "days_b_screening_arrest >= -30",
            "--where",
            "days_b_screening_arrest <= 30",
            "--where",
            "is_recid != -1",
            "--where",
            "c_charge_degree != O",
            "--where",
            "score_text != N/A",
            "--event",
            "reoffending=two_year_recid@24",
            "--by",
            "race",
            "--claim",
            "7 of 10 reoffend within 24 months",
            "--json"
        );
        Assert.Equal(1, ran.Code);
        var json = ran.Json();
        Assert.Equal(7214, json.GetProperty("source").GetProperty("records").GetInt32());
        Assert.Equal(6172, json.GetProperty("source").GetProperty("cohort").GetInt32());
        var figures = json.GetProperty("figures").EnumerateArray().ToArray();
        Assert.Equal((2809, 6172), Of(null));
        // Larson and others, "How We Analyzed the COMPAS Recidivism Algorithm" (2016): 52.3 percent of black, 39.1 of white defendants.
        Assert.Equal((1661, 3175), Of("African-American"));
        Assert.Equal((822, 2103), Of("Caucasian"));

        (int, int) Of(string? group)
        {
            var figure = figures.Single(f => f.GetProperty("group").GetString() == group);
            return (figure.GetProperty("numerator").GetInt32(), figure.GetProperty("denominator").GetInt32());
        }
    }

    /// <summary>M. Barenstein, ProPublica's COMPAS Data Revisited (2019), counts 6,216 persons screened two years before the data end.</summary>
    [DataFact]
    public void By_date_the_COMPAS_file_shows_that_late_starters_were_kept_only_if_they_reoffended()
    {
        var ran = Cli.Tests.Cli.Run(
            "outcomes",
            Path.Combine(SharedData.Folder!, "compas_two_years_no_names.csv.gz"),
            "--start",
            "compas_screening_date",
            "--end",
            "2016-04-01",
            "--event",
            "rearrest=r_offense_date",
            "--months",
            "24",
            "--json"
        );
        Assert.Equal(0, ran.Code);
        var figure = ran.Json().GetProperty("figures")[0];
        Assert.Equal((2208, 6216), (figure.GetProperty("numerator").GetInt32(), figure.GetProperty("denominator").GetInt32()));
        Assert.Contains("all 998 persons who started too late", ran.Json().GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }
}
