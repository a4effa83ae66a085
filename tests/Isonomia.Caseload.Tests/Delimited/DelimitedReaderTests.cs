using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Isonomia.Caseload.Delimited;
using Isonomia.Testing;
using Xunit;

namespace Isonomia.Caseload.Tests.Delimited;

public sealed class DelimitedReaderTests
{
    private static List<string> Read(byte[] bytes, int expected = 0, char separator = ',')
    {
        using var reader = new DelimitedReader(new LineReader(new MemoryStream(bytes)), separator) { Expected = expected };
        var found = new List<string>();
        while (reader.Next())
            found.Add(
                reader.Problem is { } problem
                    ? $"{reader.Line}!{problem.Column}"
                    : $"{reader.Line}:" + string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.Field(i).ToString()))
            );
        return found;
    }

    private static List<string> Read(string text, int expected = 0) => Read(Encoding.UTF8.GetBytes(text), expected);

    [Theory]
    [InlineData("a,b,c\n1,2,3\n")]
    [InlineData("a,b,c\r\n1,2,3\r\n")]
    [InlineData("a,b,c\r1,2,3")]
    [InlineData("\uFEFFa,b,c\n1,2,3")]
    [InlineData("a, b ,c\n\"1\",\"2\",3\n")]
    [InlineData("a,b,c\n 1,\"2\" ,3\n")]
    public void Records_are_the_same_however_lines_end_and_fields_are_quoted(string text) =>
        Assert.Equal(["1:a|b|c", "2:1|2|3"], Read(text));

    [Fact]
    public void Empty_lines_are_no_records_but_count_as_lines() => Assert.Equal(["1:a|b", "4:1|2"], Read("a,b\n\n  \n1,2\n\n"));

    [Fact]
    public void A_quoted_field_may_hold_separators_quotes_and_lines() =>
        Assert.Equal(["1:a|b", "2:x, \"y\"|l1\nl2", "4:1|2"], Read("a,b\n\"x, \"\"y\"\"\",\"l1\nl2\"\n1,2\n", 2));

    [Fact]
    public void Inches_within_a_field_are_text() =>
        Assert.Equal(
            ["1:5\" knife|1", "2:6\" blade, sharp|2", "3:say \"no\" twice|3"],
            Read("5\" knife,1\n\"6\" blade, sharp\",2\nsay \"no\" twice,3\n", 2)
        );

    [Fact]
    public void A_quote_that_nobody_closed_costs_its_own_line_only() =>
        Assert.Equal(["1:a|b", "2!1", "3:1|2", "4:3|4", "5!3", "6:7|8"], Read("a,b\n\"open,2\n1,2\n3,4\n5,\"x\n7,8\n", 2));

    [Fact]
    public void Too_few_and_too_many_fields_are_seen() => Assert.Equal(["1:a|b", "2:1", "3:1|2|3"], Read("a,b\n1\n1,2,3\n", 2));

    [Fact]
    public void Latin_1_and_UTF_8_may_stand_in_one_file()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Peña,1\n"), .. Encoding.Latin1.GetBytes("Peña,2\n")];
        Assert.Equal(["1:Peña|1", "2:Peña|2"], Read(bytes));
    }

    [Fact]
    public void A_line_without_end_is_cut_and_told()
    {
        var text = "a,b\n" + new string('x', (1 << 20) + 5) + "\n1,2\n";
        Assert.Equal(["1:a|b", $"2!{1 << 20}", "3:1|2"], Read(text, 2));
    }

    [Theory]
    [InlineData("a,b,c", ',')]
    [InlineData("a;b;c,d", ';')]
    [InlineData("a\tb", '\t')]
    [InlineData("a|b|c", '|')]
    public void The_separator_is_the_commonest(string header, char separator) => Assert.Equal(separator, DelimitedReader.Guess(header));

    /// <summary>Whatever the file holds, every line belongs to one record or is empty, and lines come in order.</summary>
    [Fact]
    public void Every_line_is_accounted_for() =>
        Prop.ForAll(
                Gen.Elements("a", ",", "\"", "\n", "\r\n", " ", "é", "\0", ",,", "\"\"", "1,2\n", "\"x\",y\n").ArrayOf().ToArbitrary(),
                pieces =>
                {
                    var bytes = Encoding.UTF8.GetBytes(string.Concat(pieces));
                    var lines = new LineReader(new MemoryStream(bytes));
                    var count = 0L;
                    while (lines.Next(out _))
                        count++;
                    using var reader = new DelimitedReader(new LineReader(new MemoryStream(bytes)), ',') { Expected = 2 };
                    var next = 1L;
                    var taken = 0L;
                    while (reader.Next())
                    {
                        Assert.True(reader.Line >= next);
                        next = reader.Line + reader.LineCount;
                        taken += reader.LineCount;
                    }
                    Assert.Equal(count, taken + reader.EmptyLines);
                }
            )
            .Check(Seeded.Cases(3000));

    [Theory]
    [InlineData("2019-11-23")]
    [InlineData("20191123")]
    [InlineData("11/23/2019")]
    [InlineData("2019-11-23T00:00:00.000")]
    [InlineData("11/23/2019 12:00:00 AM")]
    [InlineData("2019/11/23")]
    [InlineData("23-NOV-2019")]
    public void Dates_are_read_as_files_write_them(string text)
    {
        Assert.True(DateText.TryRead(text, dayFirst: false, out var date));
        Assert.Equal(new NodaTime.LocalDate(2019, 11, 23), date);
    }

    [Theory]
    [InlineData("11/23/19")]
    [InlineData("2019-13-01")]
    [InlineData("2019-02-29")]
    [InlineData("23/11/2019")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("2019-11-23 later")]
    public void What_is_no_date_is_not_taken_for_one(string text) => Assert.False(DateText.TryRead(text, dayFirst: false, out _));

    [Fact]
    public void The_shape_of_a_value_does_not_say_it() => Assert.Equal("AAAAAA 99/9", DateText.Shape("MEXICO 12/3"));
}
