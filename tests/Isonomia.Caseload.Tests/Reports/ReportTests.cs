using Isonomia.Caseload.Intake;
using Isonomia.Caseload.Tests.Intake;
using Xunit;

namespace Isonomia.Caseload.Tests.Reports;

public sealed class ReportTests : IDisposable
{
    private readonly Stores _stores = new();

    public void Dispose() => _stores.Dispose();

    private const string Mapping =
        "person: p\ncase: p\nevent: event\ndate: date\ncharge: charge\nlevel: level\ndisposition: dispo\ndisposed: date\njailDays: jail\n";

    [Fact]
    public void Every_row_is_told_and_rows_of_a_status_add_up_to_those_that_are_answered()
    {
        var text = new System.Text.StringBuilder("p;event;date;charge;level;dispo;jail\n");
        for (var i = 0; i < 20; i++)
            text.Append($"a{i};court;2019-0{i % 9 + 1}-04;PC 459/460(a);F;convicted;400\n");
        for (var i = 0; i < 15; i++)
            text.Append($"b{i};arrest;2019-03-04;23152(A)VC;M;;\n");
        for (var i = 0; i < 12; i++)
            text.Append($"c{i};court;2019-03-04;484A PC;M;dismissed;\n");
        // An arrest that a court row of the case follows is told once; a statute that is not in the law book is told.
        for (var i = 0; i < 20; i++)
            text.Append($"a{i};arrest;2019-03-01;PC 459/460(a);F;;\n");
        for (var i = 0; i < 11; i++)
            text.Append($"d{i};court;2019-03-04;PC 99999;F;convicted;\n");
        var (store, result) = _stores.Import(ImportFormat.Csv, text.ToString(), Mapping);
        Assert.Equal(0, result.Quarantined);
        var to = Path.Combine(_stores.Folder, "report");
        var ran = Cli.Tests.Cli.Run("caseload", "report", store, "--as-of", "2026-11-22", "--out", to, "--json");
        Assert.Equal(3, ran.Code);
        var json = ran.Json();
        Assert.Equal((78, 35), (json.GetProperty("rows").GetInt32(), json.GetProperty("answered").GetInt32()));
        var lines = File.ReadLines(Path.Combine(to, "figures.csv")).Skip(1).Select(l => l.Split(',')).ToArray();
        long Sum(string figure) =>
            lines
                .Where(l => l[0].StartsWith(figure, StringComparison.Ordinal))
                .Sum(l => long.Parse(l[5], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(78, Sum("rows."));
        Assert.Equal(20, Sum("rows.convicted"));
        Assert.Equal(15, Sum("rows.ifConvicted"));
        Assert.Equal(12, Sum("rows.noConviction"));
        Assert.Equal(20, Sum("rows.comesAgain"));
        Assert.Equal(11, Sum("rows.unresolved"));
        foreach (var status in lines.Where(l => l[0] == "tier").GroupBy(l => l[1]))
            Assert.Equal(35, status.Sum(l => long.Parse(l[5], System.Globalization.CultureInfo.InvariantCulture)));
        // Nobody's citizen status is a question for a citizen.
        Assert.Equal(["tier", "citizen", "T0", "T0", "", "35", "35"], lines.Single(l => l[1] == "citizen").Take(7));
        var html = File.ReadAllText(Path.Combine(to, "report.html"));
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_store_that_is_not_finished_is_not_reported_on()
    {
        var ran = Cli.Tests.Cli.Run("caseload", "report", _stores.Folder, "--as-of", "2026-11-22", "--out", _stores.NewOut());
        Assert.Equal(2, ran.Code);
        Assert.Contains("there is no store here", ran.Error, StringComparison.Ordinal);
    }
}
