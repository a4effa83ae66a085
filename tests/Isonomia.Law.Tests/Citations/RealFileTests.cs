using System.Text.Json;
using Xunit;
using Xunit.Abstractions;

namespace Isonomia.Law.Tests.Citations;

public sealed class RealFileTests(ITestOutputHelper output)
{
    private const double AlmostAll = 0.99;

    private static readonly string[] Tables =
    [
        "ca_doj_cibrs_offense_listing_2020.csv",
        "ca_doj_cjis_offense_codes_2022-04-15.csv.gz",
        "ca_doj_macr_penalties.csv",
        "ca_wobblers.csv",
    ];

    private readonly CitationReader _reader = new(_ => false);

    [DataFact]
    public void The_statutes_of_the_Department_of_Justice_are_read_with_the_code_before_and_behind()
    {
        foreach (var file in Tables)
        {
            // Under ZZ the list of wobblers has no statutes but kinds of crime: ARSON, FRAUD.
            var statutes = SharedData
                .Rows(file)
                .Where(r => r["code"] != "ZZ" || file != Tables[^1])
                .Select(r => (Code: r["code"], Statute: r["statute_raw"]))
                .ToHashSet();
            Assert.True(Share($"{file}, code first", statutes.Select(s => $"{s.Code} {s.Statute}")) >= AlmostAll);
            Assert.True(Share($"{file}, code last", statutes.Select(s => $"{s.Statute} {s.Code}")) >= AlmostAll);
            Assert.True(Share($"{file}, lower case", statutes.Select(s => $"{s.Statute} {s.Code}".ToLowerInvariant())) >= AlmostAll);
        }
    }

    [DataFact]
    public void With_a_law_book_that_has_the_sections_the_first_meaning_is_the_Departments_own()
    {
        // The tables hold section and subdivisions split as well, by another hand; joined statutes, regulations and spreadsheet noise are not split there.
        var split = Tables
            .SelectMany(SharedData.Rows)
            .Where(r => char.IsAsciiDigit(r["statute_raw"].FirstOrDefault()) && r["code"] is not ("US" or "CA" or "ZZ"))
            .Where(r => !r["statute_raw"].Contains('/', StringComparison.Ordinal) && r["section"].Length < 12)
            .ToList();
        var book = split.Select(r => $"{r["section"]}{r["subdivision"]}").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reader = new CitationReader(c => book.Contains(Number(c)));
        int all = 0,
            first = 0;
        foreach (var row in split)
        {
            all++;
            var want = $"{row["section"]}{row["subdivision"]}";
            var text = $"{row["statute_raw"]} {row["code"]}";
            var got = reader.Read(text) is CitationReading.Read read ? Number(read.Citation) : "";
            if (got.Equals(want, StringComparison.OrdinalIgnoreCase))
            {
                first++;
            }
            else
            {
                output.WriteLine($"   {text} -> {got}, there {want}");
            }
        }
        output.WriteLine($"{first} of {all} rows as the Department splits them ({(double)first / all:P2})");
        Assert.True((double)first / all >= AlmostAll);

        static string Number(Citation citation) => citation.Text[(citation.Code.Text.Length + 1)..];
    }

    [DataFact]
    public void The_literals_of_the_felony_list_are_read()
    {
        var literals = SharedData.Rows("ca_serious_violent_felonies.csv").Select(r => r["literal"]).Where(l => l != "NA");
        Assert.True(Share("ca_serious_violent_felonies.csv", literals) >= AlmostAll);
    }

    [DataFact]
    public void The_charges_of_Los_Angeles_arrests_are_read()
    {
        var charges = SharedData.Rows("lapd_arrests_2019_intoxication.csv.gz").Select(r => r["Charge"]).ToList();
        Assert.Equal(1, Share("lapd_arrests_2019_intoxication.csv.gz, distinct", charges.Distinct()));
        Assert.Equal(1, Share("lapd_arrests_2019_intoxication.csv.gz, rows", charges));
        var top = SharedData.Rows("lapd_top_charges.csv");
        Assert.Equal(1, Share("lapd_top_charges.csv", top.Select(r => r["statute"])));
        Assert.Equal(
            1,
            Share(
                "lapd_top_charges.csv, written as in arrest logs",
                top.Select(r => $"{r["section"]}{r["subdivision"].ToUpperInvariant()}{r["code"]}")
            )
        );
    }

    [DataFact]
    public void Common_charges_written_as_arrest_logs_write_them_mean_what_they_were()
    {
        foreach (var row in SharedData.Rows("lapd_top_charges.csv"))
        {
            var subdivision = row["subdivision"].ToUpperInvariant();
            var bare = subdivision.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
            string[] texts =
            [
                $"{row["section"]}{subdivision}{row["code"]}",
                $"{row["section"]}{bare}{row["code"]}",
                $"{row["code"]} {row["section"]} {subdivision}-{row["lapd_descriptions"]}",
                $"{row["code"]}_{row["section"]}{subdivision}".ToLowerInvariant(),
            ];
            foreach (var text in texts)
            {
                var statute = Citation.Parse(row["statute"]);
                switch (_reader.Read(text))
                {
                    case CitationReading.Read read:
                        Assert.Contains(statute, read.Candidates);
                        break;
                    case CitationReading.NotAnOffense none:
                        Assert.Equal(statute, none.Citation);
                        break;
                    case var other:
                        Assert.Fail($"{text}: {other}");
                        break;
                }
            }
        }
    }

    [DataFact]
    public void Descriptions_without_a_citation_are_told_from_crimes_by_their_words_or_left_unread()
    {
        var readings = SharedData
            .Rows("lapd_charge_descriptions_all.csv")
            .Select(r => r.Values.Last())
            .Select(text => (text, reading: _reader.Read(text)))
            .ToList();
        // Nine of the descriptions hold a citation, one holds a section without its code.
        Assert.True(readings.Count(r => r.reading is CitationReading.Read) <= 9);
        Assert.True(readings.Count(r => r.reading is CitationReading.NoCode) <= 1);
        var none = readings.Where(r => r.reading is CitationReading.NotAnOffense).ToList();
        Assert.InRange(none.Count, 30, 60);
        none.ForEach(n => output.WriteLine($"{n.text} -> {((CitationReading.NotAnOffense)n.reading).Kind}"));
    }

    [DataFact]
    public void The_charges_of_rap_sheets_are_read()
    {
        var columns = SharedData.Rows("rap_sheets/ca_doj_dat_columns.csv").Select(r => r["name"]).ToList();
        var description = columns.IndexOf("OFFENSE_DESCR");
        var records = SharedData.Table("rap_sheets/doj_research_file_no_headers.csv").Select(r => r[description]).ToHashSet();
        records.Remove("SEE COMMENT FOR CHARGE");
        Assert.Equal(1, Share("doj_research_file_no_headers.csv", records));

        var snippets = JsonDocument
            .Parse(SharedData.Text("rap_sheets/parser_spec_snippets.json"))
            .RootElement.EnumerateArray()
            .Select(s => s.GetProperty("text").GetString()!)
            .Append(SharedData.Text("rap_sheets/skywalker_rap_sheet.txt"));
        var lines = snippets
            .SelectMany(s => s.Split('\n', StringSplitOptions.TrimEntries))
            .Where(l => l.Contains(" PC", StringComparison.Ordinal) || l.Contains(" HS-", StringComparison.Ordinal))
            .ToHashSet();
        Assert.Equal(1, Share("rap sheets, lines with a code", lines));
    }

    [DataFact]
    public void Sections_without_a_code_are_given_as_such()
    {
        var offenses = SharedData.Rows("la_resentencing_offense_tables.csv").Select(r => r["offense"]).ToHashSet();
        Assert.All(offenses, o => Assert.IsType<CitationReading.NoCode>(_reader.Read(o)));
        output.WriteLine($"la_resentencing_offense_tables.csv: {offenses.Count} sections without a code");
    }

    private double Share(string what, IEnumerable<string> texts)
    {
        int all = 0,
            read = 0,
            open = 0,
            none = 0;
        var failed = new List<string>();
        foreach (var text in texts)
        {
            all++;
            switch (_reader.Read(text))
            {
                case CitationReading.Read r:
                    read++;
                    open += r.Settled ? 0 : 1;
                    Assert.All(r.Candidates, c => Assert.Equal(c, Citation.Parse(c.Text)));
                    break;
                case CitationReading.NotAnOffense:
                    none++;
                    break;
                case var other:
                    failed.Add($"   {text} -> {other}");
                    break;
            }
        }
        var share = (double)(read + none) / all;
        output.WriteLine($"{what}: {share:P2} of {all}; {read} read ({open} of them open between meanings), {none} not an offense");
        failed.ForEach(output.WriteLine);
        return share;
    }
}
