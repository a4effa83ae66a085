using System.Text.Json;
using Xunit;

namespace Isonomia.Cli.Tests;

public sealed class OffenseTests
{
    [Fact]
    public void Every_offense_of_the_law_book_answers_in_the_shape_of_the_contract()
    {
        var citations = Citations();
        Assert.True(citations.Length > 300);
        var ran = Cli.Run(["offense", .. citations, "--json", "--as-of", "2026-11-22"]);
        Assert.Equal(0, ran.Code);
        Assert.Empty(ran.Error);
        AssertShape(ContractShape.OfOffenses(ran.Json()));
    }

    [Theory]
    [InlineData("ninthCircuit")]
    [InlineData("fifthCircuit")]
    [InlineData("elsewhere")]
    public void Whole_sections_attempts_and_old_dates_answer_in_the_shape_of_the_contract(string forum)
    {
        var ran = Cli.Run(
            "offense",
            "PC 243",
            "PC 459",
            "HS 11379",
            "PC 664/487(a)",
            "PC 182(a)(1)/HS 11352(a)",
            "PC 484(a)",
            "VC 23152",
            "--json",
            "--as-of",
            "2010-01-01",
            "--forum",
            forum
        );
        Assert.Equal(0, ran.Code);
        AssertShape(ContractShape.OfOffenses(ran.Json()));
    }

    [Fact]
    public void A_section_whose_prongs_differ_depends_on_the_prong()
    {
        var offense = Cli.Run("offense", "PC 243", "--json").Json()[0];
        var violence = offense
            .GetProperty("matches")
            .EnumerateArray()
            .Single(m => m.GetProperty("category").GetString() == "crimeOfViolence");
        Assert.Equal("depends", violence.GetProperty("answer").GetString());
        Assert.Contains(violence.GetProperty("dependsOn").EnumerateArray(), d => d.GetProperty("facts").TryGetProperty("prong", out _));
        Assert.True(offense.GetProperty("prongs").GetArrayLength() > 1);
    }

    [Theory]
    [InlineData("PC 273.5(a)", "exact")]
    [InlineData("273.5(a) PC", "normalized")]
    [InlineData("pc273.5a", "normalized")]
    [InlineData("§ 273.5(a) PC", "normalized")]
    public void It_says_how_a_spelling_was_resolved(string input, string by)
    {
        var offense = Cli.Run("offense", input, "--json").Json()[0];
        Assert.Equal(input, offense.GetProperty("input").GetString());
        Assert.Equal("PC 273.5(a)", offense.GetProperty("citation").GetString());
        Assert.Equal(by, offense.GetProperty("resolvedBy").GetString());
    }

    [Fact]
    public void What_is_not_in_the_law_book_names_the_nearest_and_the_others_are_still_answered()
    {
        var ran = Cli.Run("offense", "PC 273.5(a)", "PC 99999", "--json");
        Assert.Equal(3, ran.Code);
        var all = ran.Json();
        AssertShape(ContractShape.OfOffenses(all));
        Assert.Equal("PC 273.5(a)", all[0].GetProperty("citation").GetString());
        Assert.Equal(JsonValueKind.Null, all[1].GetProperty("citation").ValueKind);
    }

    [Theory]
    [InlineData("PC 1203.2")]
    [InlineData("probation violation PC 1203.2(a)")]
    public void What_is_no_crime_is_not_unresolved(string input)
    {
        var ran = Cli.Run("offense", input, "--json");
        Assert.Equal(0, ran.Code);
        Assert.Equal("notAnOffense", ran.Json()[0].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("@case.yaml")]
    [InlineData("[diagram]")]
    [InlineData("[parse]")]
    [InlineData("@")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("'; drop table offenses; --")]
    [InlineData("PC 273.5(a)\u0000\u0007")]
    [InlineData("🙂 PC 273.5")]
    public void Any_string_can_be_given(string input)
    {
        var ran = Cli.Run("offense", "--json", "--", input);
        Assert.True(ran.Code is 0 or 3, $"{ran.Code}: {ran.Error}");
        Assert.Equal(input, ran.Json()[0].GetProperty("input").GetString());
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--help")]
    [InlineData("--")]
    [InlineData("-x")]
    public void Behind_two_dashes_even_options_are_strings(string input)
    {
        var ran = Cli.Run("offense", "--json", "--", input);
        Assert.Equal(3, ran.Code);
        Assert.Equal(input, ran.Json()[0].GetProperty("input").GetString());
    }

    [Theory]
    [InlineData("@case.yaml")]
    [InlineData("[diagram]")]
    public void Without_dashes_too_files_and_brackets_are_strings(string input) =>
        Assert.Equal(input, Cli.Run("offense", input, "--json").Json()[0].GetProperty("input").GetString());

    [Fact]
    public void A_very_long_string_is_answered() => Assert.Equal(3, Cli.Run("offense", "--json", "--", new string('x', 100_000)).Code);

    [Theory]
    [InlineData("--as-of", "2009-12-31", "2010-01-01")]
    [InlineData("--as-of", "yesterday", "yesterday")]
    [InlineData("--as-of", "2026-02-30", "2026-02-30")]
    [InlineData("--forum", "ninthCircus", "ninthCircus")]
    public void Bad_options_are_named(string option, string value, string named)
    {
        var ran = Cli.Run("offense", "PC 242", option, value, "--json");
        Assert.Equal(2, ran.Code);
        Assert.Empty(ran.Output);
        Assert.Contains(option, ran.Error, StringComparison.Ordinal);
        Assert.Contains(named, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_citation_the_usage_is_wrong() => Assert.Equal(2, Cli.Run("offense").Code);

    [Fact]
    public void The_needs_of_an_aggravated_felony_stand_beside_the_match()
    {
        var matches = Cli.Run("offense", "PC 496(a)", "--json").Json()[0].GetProperty("matches").EnumerateArray().ToArray();
        JsonElement Needs(string category) => matches.Single(m => m.GetProperty("category").GetString() == category).GetProperty("needs");
        Assert.Equal(365, Needs("theft").GetProperty("imposedDays").GetInt32());
        Assert.Equal(10_000, Needs("fraudDeceit").GetProperty("lossDollarsOver").GetInt32());
        Assert.Empty(Needs("cimt").EnumerateObject());
    }

    [Fact]
    public void Text_for_people_is_given_without_json()
    {
        var ran = Cli.Run("offense", "PC 273.5(a)");
        Assert.Equal(0, ran.Code);
        Assert.Contains("PC 273.5(a)", ran.Output, StringComparison.Ordinal);
    }

    private static void AssertShape(IReadOnlyList<string> wrong) => Assert.True(wrong.Count == 0, string.Join('\n', wrong));

    /// <summary>Every offense that a page lists.</summary>
    private static string[] Citations()
    {
        var export = Cli.Run("law", "export").Json();
        return
        [
            .. export
                .GetProperty("offenses")
                .EnumerateArray()
                .Select(o => (o.TryGetProperty("citation", out var c) ? c : o.GetProperty("offense")).GetString()!),
        ];
    }
}
