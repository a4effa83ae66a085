using Xunit;
using static Isonomia.Law.Tests.Loading.SmallLaw;

namespace Isonomia.Law.Tests.Loading;

public sealed class VocabularyTests
{
    private const string Scheme = "| scheme | count | group | case | anyone | incident | | One scheme? |";

    private static void RefusesFact(string row, string at, params string[] words) => Refuses(Words, Scheme, $"{Scheme}\n{row}", at, words);

    [Fact]
    public void One_name_for_two_facts_is_refused() =>
        RefusesFact(
            "| admitted | count | yes or no | case | anyone | other | | Again? |",
            "admitted | count",
            "one name for two facts: \"admitted\" stands also at vocabulary.md:8"
        );

    [Fact]
    public void A_match_named_like_a_fact_is_refused() =>
        Reports(Words, "| perjury | perjury |", "| scheme | perjury |", "scheme | perjury", "one name for two facts");

    [Fact]
    public void An_unknown_kind_is_refused_with_the_nearest_that_is_known() =>
        RefusesFact(
            "| weight | count | gramms | case | anyone | w | | How much? |",
            "gramms",
            "unknown kind \"gramms\"",
            "did you mean \"grams\"?"
        );

    [Theory]
    [InlineData("not guilty")]
    [InlineData("any injury")]
    [InlineData("at fault")]
    [InlineData("all alone")]
    [InlineData("none left")]
    [InlineData("total loss")]
    [InlineData("no victim")]
    public void A_fact_that_begins_with_a_word_of_the_grammar_is_refused(string name) =>
        RefusesFact(
            $"| {name} | count | yes or no | case | anyone | x | | Is it? |",
            name,
            $"a fact cannot begin with a word of the grammar: \"{name}\""
        );

    [Fact]
    public void A_name_that_holds_or_cannot_be_told_from_a_list() =>
        RefusesFact(
            "| place or time | count | one of: here, there | case | anyone | x | | Which? |",
            "place or time",
            "a name that holds \" or \" cannot be told from a list"
        );

    [Fact]
    public void A_value_that_holds_or_cannot_be_told_from_a_list() =>
        RefusesFact(
            "| place | count | one of: here or there, nowhere | case | anyone | x | | Which? |",
            "place",
            "a value that holds \" or \" cannot be told from a list: \"here or there\" of \"place\""
        );

    [Fact]
    public void A_value_named_twice_is_refused() =>
        RefusesFact("| place | count | one of: here, here | case | anyone | x | | Which? |", "place", "has the value \"here\" twice");

    [Fact]
    public void More_values_than_a_mask_holds_are_refused() =>
        RefusesFact(
            $"| place | count | one of: {string.Join(", ", Enumerable.Range(0, 63))} | case | anyone | x | | Which? |",
            "place",
            "has 63 values: at most 62 can be told apart"
        );

    [Theory]
    [InlineData("as-of date")]
    [InlineData("forum")]
    [InlineData("offense")]
    [InlineData("charged offense")]
    public void A_vocabulary_without_the_facts_that_the_program_itself_reads_is_refused(string fact)
    {
        var pages = Changed(Words, $"| {fact} | c", $"| {fact} x | c");
        Assert.Contains(Read(pages).Problems, p => p.Message == $"the vocabulary must hold the fact \"{fact}\"");
    }

    [Fact]
    public void A_fact_that_the_program_itself_reads_keeps_its_kind() =>
        Reports(
            Words,
            "| as-of date | case | date |",
            "| as-of date | case | span |",
            "as-of date",
            "the program itself reads \"as-of date\": it must stay a date about the case"
        );

    [Fact]
    public void A_match_of_the_charge_needs_the_match_whose_verdicts_it_reads() =>
        Assert.Contains(
            With(Words, "| perjury | perjury |", "| Laken Riley charge | | | x |\n| perjury | perjury |").Problems,
            p => p.Message == "the match \"Laken Riley charge\" reads the verdicts of \"Laken Riley offense\", which is missing"
        );

    [Fact]
    public void A_level_that_is_none_is_refused() =>
        Reports(
            Words,
            "| admitted | case |",
            "| admitted | person |",
            "person |",
            "\"person\" is no value of the column \"about\": case, count"
        );

    [Fact]
    public void A_reading_of_a_question_has_a_date() =>
        Reports(
            Questions,
            "| six months | 180 days | any | 1996-09-30 |",
            "| six months | 180 days | any | |",
            "| | argued",
            "a reading has a date from which it is held"
        );

    [Fact]
    public void A_question_named_like_a_fact_is_refused()
    {
        var reading = With(Questions, "| six months | calendar months |", "| status | calendar months |");
        Assert.Contains(reading.Problems, p => p.Message.StartsWith("one name for two facts: \"status\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_forum_that_is_none_is_refused() =>
        Refuses(
            Questions,
            "| six months | 180 days | any |",
            "| six months | 180 days | tenth circuit |",
            "tenth circuit",
            "is no value of the column \"forum\""
        );
}
