using Isonomia.Facts;
using Isonomia.Law;
using Isonomia.Law.Tests.Readers;
using Xunit;

namespace Isonomia.Tests.Architecture;

/// <summary>The vocabulary of the law pages and the fact functions of the code are the same words: neither has one that the other lacks.</summary>
public sealed class VocabularyTests
{
    private static void None(IEnumerable<string> words) => Assert.Equal("", string.Join(", ", words));

    [Fact]
    public void Every_fact_of_the_vocabulary_is_computed_by_code_or_read_from_a_case_file() =>
        None(RealLaw.Book.Vocabulary.Facts.Where(f => !RowBuilder.IsProvided(f)).Select(f => f.Name));

    [Fact]
    public void Every_fact_that_code_computes_stands_in_the_vocabulary() =>
        None(RowBuilder.Functions.Where(name => RealLaw.Book.Vocabulary.Find(name) is null));

    [Fact]
    public void No_two_facts_are_computed_under_one_name() =>
        None(RowBuilder.Functions.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void What_the_vocabulary_says_is_computed_has_a_function_of_its_name() =>
        None(RealLaw.Book.Vocabulary.Facts.Where(f => f.From == "C#" && !RowBuilder.Functions.Contains(f.Name)).Select(f => f.Name));
}
