using Xunit;

namespace Isonomia.Cli.Tests;

/// <summary><c>isonomia policy …</c></summary>
public sealed class PolicyTests
{
    private const string Trespass = """
        asOf: 2021-06-01
        charges:
          - id: "1"
            offense: PC 602(m)
            class: misdemeanor
            committed: 2021-05-01
            facts: { officeFilesMisdemeanors: true }
        """;

    private static Ran Apply(string text, params string[] options)
    {
        using var file = new TemporaryFile(text);
        return Cli.Run(["policy", "apply", file.Path, .. options]);
    }

    [Fact]
    public void Apply_prints_the_rule_its_exceptions_and_what_to_ask()
    {
        var ran = Apply(Trespass, "--policy", "LADA-SD-20-07");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        foreach (
            var says in new[]
            {
                "SD20-07.G1",
                "PRESUMED",
                "unless verifiable and imminent safety risk",
                "person.indiciaHomelessness",
                "DUTY",
            }
        )
            Assert.Contains(says, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_writes_json_and_nothing_else()
    {
        var ran = Apply(Trespass, "--policy", "lada", "--json");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var json = ran.Json();
        Assert.Equal("2021-06-01", json.GetProperty("asOf").GetString());
        Assert.Equal(9, json.GetProperty("policies").GetArrayLength());
        var charge = json.GetProperty("charges")[0];
        Assert.Equal("decline", charge.GetProperty("filing").GetString());
        var rule = charge.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("rule").GetString() == "SD20-07.G1");
        Assert.Equal("stands", rule.GetProperty("answer").GetString());
        Assert.Equal("reported", rule.GetProperty("provenance").GetString());
        Assert.True(json.GetProperty("questions").GetArrayLength() > 0);
    }

    [Fact]
    public void The_day_is_an_argument()
    {
        var ran = Apply(Trespass, "--policy", "LADA-SD-20-07", "--as-of", "2024-12-03", "--json");
        var rules = ran.Json().GetProperty("charges")[0].GetProperty("rules").EnumerateArray();
        Assert.Equal("notInForce", rules.First().GetProperty("answer").GetString());
    }

    [Fact]
    public void A_statute_that_is_not_in_the_law_book_has_exit_code_three()
    {
        var ran = Apply("charges: [ { offense: PC 99999, class: misdemeanor } ]", "--policy", "LADA-SD-20-07", "--as-of", "2021-06-01");
        Assert.Equal(3, ran.Code);
        Assert.Contains("not in the law book", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--policy LADA-SD-20-70", "did you mean \"LADA-SD-20-07\"?")]
    [InlineData("--policy LADA-SD-20-07 --amend HR-785", "did you mean \"HR-875\"?")]
    [InlineData("--policy LADA-SD-20-07 --as-of yesterday", "--as-of: \"yesterday\" is not a date")]
    [InlineData("", "--policy")]
    public void Wrong_usage_of_apply_has_exit_code_two(string options, string says)
    {
        var ran = Apply(Trespass, options.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person: {}", "charges: the case has none")]
    [InlineData("charges: [ { offense: PC 602(m), facts: { officeFileMisdemeanors: true } } ]", "officeFilesMisdemeanors")]
    public void A_case_that_cannot_be_answered_has_exit_code_two(string text, string says)
    {
        var ran = Apply(text, "--policy", "LADA-SD-20-07");
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_is_right_about_every_shipped_policy()
    {
        var ran = Cli.Run("policy", "check");
        Assert.True(ran.Code == 0, ran.Error);
        Assert.Contains("LADA-SD-20-07: 15 rules with an effect", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("does not load", ran.Output, StringComparison.Ordinal);
        Assert.Contains("the duty prevails", ran.Error, StringComparison.Ordinal);
    }

    private static string PageOf(string name) => File.ReadAllText(Path.Combine(Cli.Law, "offices", "baltimore", name));

    [Fact]
    public void Check_names_file_line_and_what_is_wrong()
    {
        var text = PageOf("immigration-2017.md").Replace("gives consider", "gives considr", StringComparison.Ordinal);
        using var page = new TemporaryFile(text, ".md");
        var ran = Cli.Run("policy", "check", page.Path);
        Assert.Equal(1, ran.Code);
        Assert.Matches($"{System.Text.RegularExpressions.Regex.Escape(page.Path)}:[0-9]+:[0-9]+: .*did you mean \"consider\"", ran.Error);
        var apply = Apply(Trespass, "--policy", page.Path);
        Assert.Equal((2, ""), (apply.Code, apply.Output));
        Assert.Contains("the policy does not load: 1 problem", apply.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_fails_on_a_wrong_example_and_names_it()
    {
        var text = PageOf("immigration-2017.md")
            .Replace("| not minor | 2017-06-06 | no | no |", "| not minor | 2017-06-06 | no | yes |", StringComparison.Ordinal);
        using var page = new TemporaryFile(text, ".md");
        var ran = Cli.Run("policy", "check", page.Path, "--json");
        Assert.Equal(1, ran.Code);
        Assert.Equal(1, ran.Json()[0].GetProperty("wrong").GetInt32());
        Assert.Contains("not minor: the page says yes", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_of_nothing_has_exit_code_two()
    {
        var ran = Cli.Run("policy", "check", "no-such-page.md");
        Assert.Equal((2, ""), (ran.Code, ran.Output));
    }

    [Fact]
    public void A_page_by_its_path_is_the_page_by_its_id()
    {
        var path = Path.Combine(Cli.Law, "offices", "lada", "sd-20-07.md");
        Assert.Equal(Apply(Trespass, "--policy", "LADA-SD-20-07").Output, Apply(Trespass, "--policy", path).Output);
    }

    [Fact]
    public void Diff_of_two_days_shows_rules_and_charges()
    {
        var ran = Cli.Run(
            "policy",
            "diff",
            "LADA-SD-20-07@2024-12-02",
            "LADA-SD-20-07@2024-12-03",
            "--suppose",
            "facts.officeFilesMisdemeanors=true",
            "--json"
        );
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        var json = ran.Json();
        Assert.Equal(15, json.GetProperty("rules").GetArrayLength());
        Assert.True(json.GetProperty("changed").GetInt32() > 20);
        Assert.Equal("2024-12-03", json.GetProperty("b").GetProperty("asOf").GetString());
    }

    [Fact]
    public void Diff_runs_a_folder_of_cases()
    {
        using var cases = new TemporaryFolder();
        cases.Write("trespass.yaml", Trespass);
        var ran = Cli.Run("policy", "diff", "LADA-SD-20-07@2021-06-01", "LADA-2024-12-03@2025-01-01", "--cases", cases.Path);
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("1 of 1 differ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("trespass.yaml", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LADA-SD-20-07@2021-13-01", "LADA-SD-20-07", "is not a date")]
    [InlineData("LADA-SD-20-07", "nobody", "neither a page nor an id")]
    [InlineData("LADA-SD-20-07", "LADA-SD-20-07", "--suppose", "facts.no=true")]
    [InlineData("LADA-SD-20-07", "LADA-SD-20-07", "write facts.key=value", "nonsense")]
    public void Wrong_usage_of_diff_has_exit_code_two(string a, string b, string says, string? suppose = null)
    {
        var ran = Cli.Run(["policy", "diff", a, b, .. suppose is null ? Array.Empty<string>() : ["--suppose", suppose]]);
        Assert.Equal((2, ""), (ran.Code, ran.Output));
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_supposes_an_amendment_only_when_told_and_says_that_it_is_not_law()
    {
        const string Driving = """
            asOf: 2026-11-22
            person: { status: lawfulPermanentResident, entry: inspected, admitted: 2015-01-01 }
            charges: [ { id: "1", offense: VC 23152(b), class: misdemeanor, committed: 2026-08-01 } ]
            disposition: [ { charge: "1", outcome: plea, class: misdemeanor, sentence: { probationMonths: 36, conditionJailDays: 2 } } ]
            """;
        Assert.DoesNotContain("DEP.DUI", Cli.Analyze(Driving).Output, StringComparison.Ordinal);
        var supposed = Cli.Analyze(Driving, "--amend", "HR-875");
        Assert.Equal(0, supposed.Code);
        Assert.Contains("DEP.DUI", supposed.Output, StringComparison.Ordinal);
        Assert.Contains("is not law", supposed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_checks_policies_and_amendments_too()
    {
        using var law = TemporaryFolder.OfLaw();
        var page = Path.Combine(law.Path, "offices", "baltimore", "immigration-2017.md");
        File.WriteAllText(
            page,
            File.ReadAllText(page)
                .Replace("| not minor | 2017-06-06 | no | no |", "| not minor | 2017-06-06 | no | yes |", StringComparison.Ordinal)
        );
        var ran = Cli.Run("law", "lint", "--law", law.Path);
        Assert.Equal(1, ran.Code);
        Assert.Contains("immigration-2017.md", ran.Error, StringComparison.Ordinal);
        Assert.Contains(" 1 wrong", ran.Output, StringComparison.Ordinal);
    }
}
