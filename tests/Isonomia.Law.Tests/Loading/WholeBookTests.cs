using Isonomia.Law.Tests.Readers;
using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

/// <summary>Loading is all or nothing.</summary>
public sealed class WholeBookTests
{
    [Fact]
    public void The_small_law_loads_without_a_problem_and_its_examples_are_right()
    {
        var reading = Read(Whole);
        Assert.Empty(reading.Problems);
        var law = reading.Lawbook!;
        Assert.Equal(5, law.Rules.Count);
        Assert.Equal(2, law.Offenses.Count);
        Assert.All(
            new ExampleRunner(law).RunAll(),
            r => Assert.True(r.IsRight, $"{r.Example.Name}: {r.ByColumns}, {r.ByOutline} {r.Error}")
        );
    }

    [Fact]
    public void All_problems_come_at_once_in_the_order_of_the_pages()
    {
        var pages = Changed(Theft, "16 months, 2, 3 years", "two years");
        pages[Words] = pages[Words].Replace("| scheme | count | group |", "| scheme | count | grup |", StringComparison.Ordinal);
        pages[SmallLaw.Questions] = pages[SmallLaw.Questions]
            .Replace("| any | 1996-09-30 | | argued | smith", "| all | 1996-09-30 | | argued | smith", StringComparison.Ordinal);
        pages[Conviction] = pages[Conviction]
            .Replace("when outcome is plea", "when outcome is pleaa", StringComparison.Ordinal)
            .Replace("id    R-020\n", "", StringComparison.Ordinal)
            .Replace("| spouse | spouse | yes |", "| spouse | wife | sure |", StringComparison.Ordinal);
        pages[Relief] = pages[Relief]
            .Replace("  - not time as resident >= 7 years", "  - not time as resident >= 7 days", StringComparison.Ordinal);
        var reading = Read(pages);
        Assert.Null(reading.Lawbook);
        Assert.Equal(
            [
                "federal/conviction.md:9:6: \"pleaa\" is not a value of \"outcome\"; did you mean \"plea\"?",
                "federal/conviction.md:19:1: \"close victim\" has no id line",
                "federal/conviction.md:28:12: \"wife\" is not a value of \"victim on the record\"",
                "federal/conviction.md:28:19: an answer is yes, no, open or silent, not \"sure\"",
                "federal/ground.md:39:5: cannot count \"schemes\": say count, conviction, or a group",
                "federal/ground.md:43:37: \"scheme\" is neither a fact nor a rule",
                "federal/relief.md:15:9: a span is compared in years or months, not days",
                "offenses/pc-484.md:13:24: cannot read the term \"two years\": write `2, 3, 4 years`, `364 days`, `25 years to life`, `none`",
                "questions.md:4:34: \"all\" is no value of the column \"forum\": any, ninth circuit, fifth circuit, elsewhere",
                "vocabulary.md:17:20: unknown kind \"grup\"; did you mean \"group\"?",
            ],
            reading.Problems.Select(p => p.ToString())
        );
    }

    [Fact]
    public void A_law_with_warnings_alone_loads_and_keeps_them()
    {
        var reading = With(Relief, "gives 212H closed\nsilent yes\n", "silent yes\n");
        // Nothing gives the relief any more, so what else it needs is a problem, too.
        Assert.Contains(
            reading.Problems,
            p => p.Level == ProblemLevel.Error && p.Message.StartsWith("no rule gives the relief", StringComparison.Ordinal)
        );
        reading = With(Ground, "gives DEP.CIMT2\nsilent no\n", "silent no\n");
        var warning = Assert.Single(reading.Lawbook!.Warnings);
        Assert.Equal(
            "federal/ground.md:31:1: warning: nothing reads \"deportable: two of turpitude\" and it gives nothing",
            warning.ToString()
        );
    }

    [Fact]
    public void Rules_come_after_the_rules_they_read()
    {
        foreach (var rule in RealLaw.Book.Rules)
        {
            Assert.Same(rule, RealLaw.Book.Rules[rule.Index]);
            Assert.All(Outline.RulesIn(Outline.Lines(rule)), read => Assert.True(read.Index < rule.Index, $"{rule} before {read}"));
        }
    }

    [Fact]
    public void Verdicts_stand_longest_citation_first_and_cover_their_offense()
    {
        foreach (var offense in RealLaw.Book.Offenses)
        {
            foreach (var rows in offense.Verdicts)
            {
                Assert.All(rows, v => Assert.Contains(Known.NamesOf(offense), v.Of.Covers));
                var own = rows.Where(v => !v.NotRaised && v.Of.Covers(offense.Citation)).Select(v => v.Of.Depth).ToArray();
                Assert.Equal(own.OrderDescending(), own);
                Assert.Equal(rows.OrderBy(v => v.NotRaised), rows);
            }
        }
    }

    [Fact]
    public void The_real_law_names_every_problem_with_a_page_that_is_there() =>
        Assert.All(RealLaw.Reading.Problems, p => Assert.Contains(RealLaw.Pages(), page => page.Path == p.File));

    [Fact]
    public void Two_law_books_with_one_text_have_one_fingerprint_and_a_changed_letter_another()
    {
        var first = Read(Whole).Lawbook!.Fingerprint;
        Assert.Equal(first, Read(Whole.Reverse()).Lawbook!.Fingerprint);
        Assert.NotEqual(first, With(Ground, "The ground.", "The grounds.").Lawbook!.Fingerprint);
    }

    [Fact]
    public void A_book_without_pages_does_not_load_and_says_what_it_lacks() =>
        Assert.Equal(
            ["as-of date", "forum", "offense", "charged offense"],
            LawbookReader.Read([]).Problems.Select(p => p.Message["the vocabulary must hold the fact \"".Length..^1])
        );
}
