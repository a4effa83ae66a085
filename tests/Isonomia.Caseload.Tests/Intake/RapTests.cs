using System.Text.Json;
using Isonomia.Caseload.Intake;
using Isonomia.Law.Tests.Citations;
using Xunit;

namespace Isonomia.Caseload.Tests.Intake;

public sealed class RapTests : IDisposable
{
    private readonly Stores _stores = new();

    public void Dispose() => _stores.Dispose();

    private List<string> Rows(string text, out string store)
    {
        (store, var result) = _stores.Import(ImportFormat.Rap, text);
        Assert.Equal(result.Records, result.Kept + result.Quarantined);
        return Stores.Rows(store);
    }

    [DataFact]
    public void The_sheet_of_a_synthetic_person_is_read()
    {
        var rows = Rows(SharedData.Text("rap_sheets/skywalker_rap_sheet.txt"), out var store);
        Assert.Empty(Stores.Quarantine(store));
        Assert.Equal(
            [
                "Arrest | 1984-07-25 | 11357 HS | POSSESS MARIJUANA | Unknown | None | jail -1 | prison -1 | probation -1 | None | LOS ANGELES | line 21",
                "Arrest | 1984-07-25 | 496 PC | RECEIVE/ETC KNOWN STOLEN PROPERTY | Unknown | None | jail -1 | prison -1 | probation -1 | None | LOS ANGELES | line 24",
                "Arrest | 1984-07-25 | 11358 HS | CULTIVATION MARIJUANA | Unknown | None | jail -1 | prison -1 | probation -1 | None | LOS ANGELES | line 28",
                "Court | 1984-09-18 | 11357 HS | POSSESS MARIJUANA | Felony | Convicted | jail -1 | prison -1 | probation -1 | None | SAN FRANCISCO | line 36",
                "Court | 1984-09-18 | 496 PC | RECEIVE/ETC KNOWN STOLEN PROPERTY | Misdemeanor | Convicted | jail 30 | prison -1 | probation 36 | Fine, Restitution | SAN FRANCISCO | line 41",
            ],
            rows.Take(5).ToArray()
        );
        Assert.Equal(
            "Court | 1990-04-13 | 11359(D) HS | EMPLOY MINOR WITH INTENT TO SELL MARIJUANA | Felony | Convicted | jail 30 | prison -1 | probation 24 | None | SAN FRANCISCO",
            rows[9][..rows[9].LastIndexOf(" | ", StringComparison.Ordinal)]
        );
        Assert.Equal(12, rows.Count);
        // One person; arrest and court of one cycle are one case.
        var segment = Import.Segments(store).Single();
        Assert.Single(Enumerable.Range(0, 12).Select(r => segment.Key("person", r)).Distinct());
        Assert.Equal(segment.Key("case", 0), segment.Key("case", 3));
        Assert.NotEqual(segment.Key("case", 0), segment.Key("case", 7));
    }

    [DataFact]
    public void The_personal_block_changes_nothing()
    {
        var text = SharedData.Text("rap_sheets/skywalker_rap_sheet.txt");
        var other = text.Replace("POB/CA", "POB/MM", StringComparison.Ordinal)
            .Replace("SKYWALKER,LUKE", "DOE,JOHN", StringComparison.Ordinal)
            .Replace("RAC/WHITE", "RAC/HISPANIC CTZ/MEXICO", StringComparison.Ordinal)
            .Replace("COM: WARRANT NBR A-400000", "COM: ICE DETAINER, CITIZEN OF MEXICO", StringComparison.Ordinal);
        Assert.NotEqual(text, other);
        Assert.Equal(Stores.Bytes(_stores.Import(ImportFormat.Rap, text).Out), Stores.Bytes(_stores.Import(ImportFormat.Rap, other).Out));
    }

    private const string Before = "CII/A1\n* * * *\nCOURT: NAM:01\n20040102  CASC SAN FRANCISCO CO\n\nCNT: 001  #346477\n";

    [Theory]
    [InlineData(
        "496.3(A)(2) PC-RECEIVE KNOWN STOLEN PROPERTY TOC:F.\n*DISPO:CONVICTED\n",
        "496.3(A)(2) PC | RECEIVE KNOWN STOLEN PROPERTY | Felony | Convicted"
    )]
    [InlineData("  496 (A) (2) PC-RECEIVE\nDI SP O:CONVICTED blah .\n", "496(A)(2) PC | RECEIVE | Unknown | Convicted")]
    [InlineData("  496,3(A)(2) PC-RECEIVE\nDISPO:CO  N VI CTE D\n CONV STATUS : FELONY\n", "496.3(A)(2) PC | RECEIVE | Felony | Convicted")]
    [InlineData("  .1170 (H) PC-SENTENCING\n  496 PC-RECEIVE\n*DISPO;CONVICTED\n", "496 PC | RECEIVE | Unknown | Convicted")]
    [InlineData("  .496. PC-RECEIVE\nDISPO:DISMISSED/FURTHERANCE OF JUSTICE\n", "496 PC | RECEIVE | Unknown | Dismissed")]
    [InlineData("  SEE COMMENT FOR CHARGE\n*DISPO:CONVICTED\n  COM: CHRG 664-487(A) PC\n", "664/487(A) PC |  | Unknown | Convicted")]
    [InlineData(
        "SEE COMMENT FOR CHARGE\nTOC:N\nPage 22 of 26\n*DISPO:CONVICTED\nCONV STATUS:MISDEMEANOR\nCOM: CNT 01 CHRG-594(A)-(B) (2) (A) PC DEFRAUDING AN ARMADILLO TOC:F\nDCN:1\n",
        "594(A)-(B)(2)(A) PC |  | Felony | Convicted"
    )]
    public void Charges_and_dispositions_are_read_as_sheets_write_them(string count, string expected)
    {
        var row = Assert.Single(Rows(Before + count, out _));
        Assert.Contains($"| {expected} |", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "SEN: 012 MONTHS PROBATION, 045 DAYS JAIL, FINE, IMP SEN SS",
        "jail 45 | prison -1 | probation 12 | ImpositionSuspended, Fine"
    )]
    [InlineData("SEN: 3 YEARS PROBATION, 6 MONTHS JAIL,\n     IMP SEN SS", "jail 183 | prison -1 | probation 36 | ImpositionSuspended")]
    [InlineData("SEN: 012 YEARS PRISON", "jail -1 | prison 144 | probation -1 | None")]
    [InlineData("COM: SEN-X3 YR PROB, 6 MO JL WORK, $971 FINE $420 RSTN", "jail 183 | prison -1 | probation 36 | Restitution")]
    [InlineData("COM: XSEN:3 YR PROB,90 DS JL, FINE FNSS RSTN", "jail 90 | prison -1 | probation 36 | Restitution")]
    [InlineData("SEN: PROBATION", "jail -1 | prison -1 | probation -1 | None")]
    [InlineData(
        "19960628\nDISPO:PROBATION REVOKED\nSEN: 16 MONTHS PRISON\n20110505\nDISPO:REDUCED TO MISDEMEANOR",
        "jail -1 | prison 16 | probation -1 | Reduced, Revoked"
    )]
    [InlineData("19990205\n DISPO:CONV SET ASIDE & DISM PER 1203.4 PC", "jail -1 | prison -1 | probation -1 | SetAside")]
    public void Sentences_and_later_orders_are_read(string text, string expected)
    {
        var row = Assert.Single(Rows(Before + "32 PC-ACCESSORY\n*DISPO:CONVICTED\nCONV STATUS:FELONY\n" + text + "\n", out _));
        Assert.Contains($"| Felony | Convicted | {expected} |", row, StringComparison.Ordinal);
    }

    [Fact]
    public void A_range_of_counts_is_so_many_rows_and_what_cannot_be_read_is_quarantined()
    {
        var rows = Rows(
            Before.Replace("001", "003-005", StringComparison.Ordinal)
                + "211 PC-ROBBERY\nCNT:006\ngarbled\nCNT:007-999\n211 PC-ROBBERY\n- - - -\nCOURT:\n20041399 CASC X\nCNT:1\n211 PC-ROBBERY\n* * * *\nUNKNOWN EVENT???\nmore of it\n- - - -\nCOURT: NAM:01 19960718 CASC SAN FRANCISCO CO\n* * * END OF MESSAGE * * *\n",
            out var store
        );
        Assert.Equal(3, rows.Count);
        Assert.Equal(
            [
                "1,8,\"1\",\"no charge can be read in this count\"",
                "1,10,\"1\",\"the number of the count cannot be read\"",
                "1,15,\"1\",\"the date of the event cannot be read\"",
                "1,18,\"1\",\"the heading of this event is not known\"",
                "1,21,\"1\",\"the event has no count\"",
            ],
            Stores.Quarantine(store)
        );
    }

    [Theory]
    [InlineData("ARR / DET. / CITE:", "Arrest")]
    [InlineData("COURT :", "Court")]
    [InlineData(" . CUSTODY* *:JAIL", "Custody")]
    [InlineData("SUPPLEMENTAL ARR:      NAM:01", "Arrest")]
    [InlineData("PROBATION:             NAM:01", "Supervision")]
    [InlineData("REGISTRATION:         NAM:01", "Registration")]
    public void Headings_are_known_though_scanned_badly(string heading, string kind) =>
        Assert.StartsWith(
            $"{kind} | 1991-01-05 | 459 PC | BURGLARY | Felony |",
            Assert.Single(Rows($"CII/A1\n* * * *\n{heading}\n19910105 CAPD CONCORD\nTOC:F\nCNT:001\n#65131\n459 PC-BURGLARY\n", out _)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("APPLICANT:             NAM:02", "APPLICANT NATURALIZATION")]
    [InlineData("DECEASED:              NAM:01", "DECEASED")]
    [InlineData("MENTAL HLTH CUS/SUPV   NAM:01", "1370 PC-MENTALLY INCOMPETENT")]
    public void Of_what_is_no_criminal_event_nothing_is_kept_but_that_it_was(string heading, string text) =>
        Assert.StartsWith(
            "Other | ? |  |  | Unknown | None | jail -1 | prison -1 | probation -1 | None |  |",
            Assert.Single(Rows($"CII/A1\n* * * *\n{heading}\n20100715  CASD SOCIAL SERV\nCNT:01     #29292929\n  {text}\n", out _)),
            StringComparison.Ordinal
        );

    [DataFact]
    public void Every_fragment_of_the_published_parser_tests_is_accounted_for()
    {
        using var snippets = JsonDocument.Parse(SharedData.Text("rap_sheets/parser_spec_snippets.json"));
        foreach (var snippet in snippets.RootElement.EnumerateArray())
        foreach (var before in new[] { "", "* * * *\n", Before })
            Rows(before + snippet.GetProperty("text").GetString(), out _);
    }
}
