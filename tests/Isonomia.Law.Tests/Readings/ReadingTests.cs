using Isonomia.Law.Tests.Readers;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests.Readings;

/// <summary>The pages beside the answers of a second reader who had not seen them.</summary>
public sealed class ReadingTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_verdict_is_what_the_second_reader_says_or_what_was_resolved()
    {
        var law = RealLaw.Book;
        var different = new List<string>();
        var (rows, asked, resolved) = (0, 0, 0);
        foreach (var reading in SecondReading.All.Where(r => !r.OfPunishment))
        {
            rows++;
            resolved += reading.Resolved.Length > 0 ? 1 : 0;
            foreach (var question in ReadingConditions.Of(law, reading))
            {
                asked++;
                if (question.Of(r => r) is var page && page != question.Answer)
                    different.Add(
                        $"{reading.Place}\t{reading.Offense}\t{reading.Key}\t{reading.Stands}\t{question.Record}\t{question.Answer}\tthe pages say {page}: {string.Join(" | ", question.Spoke.Select(v => $"{v.Text} ({v.At.File}:{v.At.Line})"))}"
                    );
            }
        }
        output.WriteLine(
            $"{rows} verdicts of the second reader, {resolved} of them resolved otherwise; {asked} questions, {different.Count} answered otherwise"
        );
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    [Fact]
    public void Every_condition_of_an_answer_is_in_the_table_that_says_what_it_means()
    {
        var named = SecondReading.All.Where(r => !r.OfPunishment).ToLookup(r => ReadingConditions.Of(r.Stands), StringComparer.Ordinal);
        var used = named.Select(g => g.Key).Where(c => c.Length > 0).Order(StringComparer.Ordinal);
        Assert.Equal(used, ReadingConditions.Known.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_punishment_and_state_effect_is_what_the_second_reader_says_or_what_was_resolved()
    {
        var law = RealLaw.Book;
        var different = new List<string>();
        var rows = SecondReading.All.Where(r => r.OfPunishment).ToArray();
        foreach (var reading in rows)
        {
            Offense[] leaves = [.. reading.LeavesIn(law).Values.OfType<Offense>()];
            if (Punishment.Of(leaves, reading.Key, reading.On) is var page && page != reading.Stands)
                different.Add($"{reading.Place}\t{reading.Offense}\t{reading.Key}\t{reading.Stands}\tthe pages say {page}");
        }
        output.WriteLine(
            $"{rows.Length} entries of the second reader, {rows.Count(r => r.Resolved.Length > 0)} of them resolved otherwise; {different.Count} entered otherwise"
        );
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    [Fact]
    public void The_pages_that_wait_for_a_second_reading_are_those_of_which_nothing_was_read()
    {
        var law = RealLaw.Book;
        var read = SecondReading.All.SelectMany(r => r.LeavesIn(law).Values.OfType<Offense>()).ToHashSet();
        var pages = law.Offenses.ToLookup(o => o.At.File, StringComparer.Ordinal);
        Assert.Empty(Waiting.Pages.Where(p => pages[p.Key].Any(read.Contains)).Select(p => $"{p.Key} has been read"));
        Assert.Empty(Waiting.Pages.Where(p => pages[p.Key].Count() != p.Value).Select(p => $"{p.Key} has {pages[p.Key].Count()} offenses"));
        Assert.Empty(pages.Where(p => !Waiting.Pages.ContainsKey(p.Key) && !p.Any(read.Contains)).Select(p => $"{p.Key} waits"));
        output.WriteLine($"{Waiting.Pages.Count} pages with {Waiting.Pages.Values.Sum()} offenses wait for a second reading");
    }

    [Fact]
    public void State_effects_are_those_that_the_lists_of_the_statutes_give()
    {
        var wrong = new List<string>();
        foreach (var leaf in RealLaw.Book.Offenses)
        foreach (var effects in leaf.Effects)
        {
            var day = StatuteLists.DayOf(leaf, effects);
            if (day < leaf.From)
                continue;
            foreach (var list in StatuteLists.Names)
                if (StatuteLists.Cell(list, effects) is var cell && !StatuteLists.Allow(list, leaf, day, cell))
                    wrong.Add(
                        $"{effects.At.File}:{effects.At.Line}\t{leaf}\t{list}\t{cell}\tthe text says {StatuteLists.Of(list, leaf, day) ?? "not listed"}"
                    );
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
