using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Policies;
using Xunit;

namespace Isonomia.Tests.Policies;

/// <summary>The shipped pages of offices and amendments.</summary>
public sealed class PolicyPagesTests
{
    public static TheoryData<string> Pages => [.. Shared.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_loads_by_itself_and_its_examples_are_right(string path)
    {
        var book = Shared.Book(path);
        var runner = new ExampleRunner(book.Law);
        var wrong = book.Examples.Select(runner.Run).Where(r => !r.IsRight).ToArray();
        Assert.True(
            wrong.Length == 0,
            string.Join(
                '\n',
                wrong.Select(r => $"{r.Example.At.File}:{r.Example.At.Line} {r.Example.Name}: {r.ByColumns} {r.ByOutline} {r.Error}")
            )
        );
        Assert.Equal(1, book.Policies.Count + book.Amendments.Count);
    }

    [Fact]
    public void All_policies_load_together_and_no_two_have_one_id()
    {
        var book = Shared.Book([.. Shared.Pages.Where(p => p.StartsWith("offices/", StringComparison.Ordinal))]);
        Assert.Equal(19, book.Policies.Count);
        Assert.Equal(book.Policies.Count, book.Policies.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Each rule with an effect is shown with a yes, a no and an open answer, and on both sides of each edge of its windows.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_rule_is_shown_on_both_sides_of_its_dates(string path)
    {
        var book = Shared.Book(path);
        var lacking = new List<string>();
        foreach (var rule in book.Policies.SelectMany(p => p.Rules))
        {
            var examples = book.Examples.Where(e => e.Rule == rule).ToArray();
            var dates = examples.Select(e => Cell(e, "as-of date")).ToHashSet(StringComparer.Ordinal);
            foreach (var edge in rule.Versions.Skip(1).Select(v => v.From))
            {
                if (!dates.Contains($"{edge:uuuu-MM-dd}"))
                    lacking.Add($"{rule.Id} on {edge:uuuu-MM-dd}");
                if (!dates.Contains($"{edge.PlusDays(-1):uuuu-MM-dd}"))
                    lacking.Add($"{rule.Id} on {edge.PlusDays(-1):uuuu-MM-dd}");
            }
            foreach (var answer in new[] { "yes", "no", "open" }.Where(a => !examples.Any(e => e.Answer == a)))
                lacking.Add($"{rule.Id}: {answer}");
        }
        Assert.Equal("", string.Join(", ", lacking));

        static string Cell(Example e, string heading)
        {
            var at = e.Headings.ToList().IndexOf(heading);
            return at < 0 ? "" : e.Rows[0].Values[at];
        }
    }

    [Fact]
    public void The_law_itself_names_no_effect_but_duties()
    {
        var effects = TheLaw.Book.Rules.Where(r => Effect.Find(r.Code) is not null).Select(r => r.Code);
        Assert.Equal(["must-consider", "must-plead-strikes"], effects.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_duty_prevails_over_each_effect_that_would_switch_it_off() =>
        Assert.All(
            Effect.All.Where(e => e.OverriddenBy.Length > 0),
            e => Assert.Contains(TheLaw.Book.Rules, r => r.Code == e.OverriddenBy)
        );

    private const string Head = """
        # A page

        ```policy
        policy: TEST
        office: an office
        adopted: false
        from: 2020-01-01
        text: model
        source: a test
        ```

        | id | citation | court | decided | status | later | basis | seen | checked |
        |---|---|---|---|---|---|---|---|---|
        | test-memo | A memo | policy | 2020 | good |  | text | no | 2026-11-24 |

        """;

    private const string Rule = """
        ```rule
        decline: a test
        id    TEST.1
        cite  test-memo
        about count
        gives decline
        from 2020-01-01 by as-of date
        when nonviolent
        ```

        | example | nonviolent | answer |
        |---|---|---|
        | yes | yes | yes |
        | no | no | no |
        | not known | ? | open |
        """;

    private static string[] Problems(string text) =>
        [.. Shared.Read(new LawPage("offices/test.md", text)).Problems.Select(p => p.ToString())];

    [Fact]
    public void A_small_page_loads() => Assert.NotNull(Shared.Read(new LawPage("offices/test.md", Head + Rule)).Book);

    [Theory]
    [InlineData("gives decline", "gives decine", "\"decine\" is not an effect of an office's policy; did you mean \"decline\"?")]
    [InlineData("gives decline", "gives must-consider", "is a duty of statute")]
    [InlineData("from 2020-01-01 by as-of date", "from 2019-01-01 by as-of date", "before the policy (2020-01-01)")]
    [InlineData("from 2020-01-01 by as-of date", "from 2020-01-01 by offense date", "the day of the decision")]
    [InlineData("policy: TEST", "polcy: TEST", "no key is named \"polcy\"; did you mean \"policy\"?")]
    [InlineData("policy: TEST", "", "needs a line `policy: …`")]
    [InlineData("adopted: false", "adopted: true", "an adopted policy is signed")]
    [InlineData("text: model", "text: seen", "text is whole, part, reported, recalled, model, not \"seen\"")]
    [InlineData("from: 2020-01-01", "from: January", "is not a date")]
    [InlineData("office: an office", "office", "a line is `key: value`")]
    [InlineData("from: 2020-01-01", "from: 2020-01-01\nuntil: 2019-01-01", "ends before it begins")]
    [InlineData("from: 2020-01-01", "from: 2020-01-01\nuntil: 2021-01-01", "in force after the policy ends")]
    [InlineData("```policy", "```polic", "no fence named `policy`")]
    public void What_is_wrong_with_a_page_is_named_with_its_place(string was, string now, string says)
    {
        var problems = Problems((Head + Rule).Replace(was, now, StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains(says, StringComparison.Ordinal));
        Assert.All(problems, p => Assert.Matches("^offices/test\\.md:[0-9]+:[0-9]+: ", p));
    }

    [Fact]
    public void An_amendment_stands_in_the_place_of_the_rule_whose_id_it_writes_again()
    {
        var amended = Shared.Book("amendments/repeal-1016.3b.md");
        Assert.True(amended.Law.TryRule("duty to consider avoiding adverse immigration consequences", out var rule));
        Assert.StartsWith("amendments/", rule.At.File, StringComparison.Ordinal);
        Assert.Equal(TheLaw.Book.Rules.Count, amended.Law.Rules.Count);
        Assert.NotEqual(TheLaw.Book.Fingerprint, amended.Law.Fingerprint);
    }

    [Fact]
    public void An_amendment_keeps_the_title_by_which_others_read_the_rule()
    {
        var page = Shared.Page("amendments/hr-875.md");
        var renamed = page with
        {
            Text = page.Text.Replace("mandatory detention: inadmissible\nid", "mandatory detention: another\nid", StringComparison.Ordinal),
        };
        Assert.Contains(
            Shared.Read(renamed).Problems,
            p => p.Message.Contains("R-140a is titled \"mandatory detention: inadmissible\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Facts_that_policies_ask_for_are_unknown_where_a_file_leaves_them_out()
    {
        var facts = TheLaw.Book.Vocabulary.Facts.Where(f => f.At.File == "office-facts.md" && f.From == "case").ToArray();
        Assert.True(facts.Length > 30);
        Assert.All(facts, f => Assert.Equal("", f.Assumption));
        Assert.All(facts, f => Assert.True(RowBuilder.IsProvided(f), f.Name));
    }
}
