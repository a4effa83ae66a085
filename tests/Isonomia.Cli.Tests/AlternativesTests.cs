using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Isonomia.Cli.Tests;

public sealed partial class AlternativesTests
{
    private const string Case = """
        asOf: 2026-11-22
        person: { status: lawfulPermanentResident, entry: inspected, admitted: 2018-06-15, residentSince: 2018-06-15, continuousResidenceSince: 2018-06-15 }
        charges:
          - { id: "1", offense: PC 422, class: misdemeanor, committed: 2026-08-01, facts: { victim: stranger } }
        disposition:
          - { charge: "1", offense: PC 422, class: misdemeanor, sentence: { conditionJailDays: 180, suspended: imposition, probationMonths: 12 } }
        """;

    private static string Ran(params string[] options)
    {
        using var file = new TemporaryFile(Case);
        var ran = Cli.Run(["alternatives", file.Path, .. options]);
        Assert.True(ran.Code == 0, ran.Error);
        Assert.Empty(ran.Error);
        return ran.Output;
    }

    [GeneratedRegex(
        "<tr><th scope=\"row\">(?<id>offer|[0-9]+)</th><td>(?<name>.*?)</td>.*?<td>(?<from>T[0-8]) to (?<to>T[0-8])</td>",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Row();

    [Fact]
    public void The_page_stands_alone_and_asks_for_nothing()
    {
        var page = Ran("--html");
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
        foreach (var asks in new[] { "<script", "<link", "<img", "<iframe", "src=", "href=", "url(", "@import", "http:", "https:" })
            Assert.DoesNotContain(asks, page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_chart_has_a_name_a_description_and_the_same_in_a_table()
    {
        var page = Ran("--html");
        Assert.Contains("role=\"img\" aria-labelledby=\"chart-title chart-text\"", page, StringComparison.Ordinal);
        Assert.Contains("<title id=\"chart-title\">", page, StringComparison.Ordinal);
        Assert.Contains("<desc id=\"chart-text\">", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        // Every option of the answer is a row of the table, with its words and its tiers.
        using var file = new TemporaryFile(Case);
        var json = Cli.Run("alternatives", file.Path, "--json").Json();
        var rows = Row().Matches(page).ToDictionary(m => m.Groups["id"].Value, StringComparer.Ordinal);
        var options = json.GetProperty("alternatives").EnumerateArray().ToArray();
        Assert.Equal(options.Length + 1, rows.Count);
        foreach (var option in options)
        {
            var row = rows[option.GetProperty("id").GetString()!];
            var tier = option.GetProperty("collateral").GetProperty("tier");
            Assert.StartsWith(
                option.GetProperty("name").GetString()!,
                WebUtility.HtmlDecode(row.Groups["name"].Value),
                StringComparison.Ordinal
            );
            Assert.Equal(tier.GetProperty("start").GetString(), row.Groups["from"].Value);
            Assert.Equal(tier.GetProperty("end").GetString(), row.Groups["to"].Value);
        }
        // Each mark of the chart names its options.
        foreach (var mark in page.Split('\n').Where(l => l.StartsWith("<circle", StringComparison.Ordinal)))
            Assert.Contains("<title>", mark, StringComparison.Ordinal);
    }
}
