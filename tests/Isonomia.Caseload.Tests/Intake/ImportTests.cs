using System.Text;
using Isonomia.Caseload.Intake;
using Isonomia.Caseload.Store;
using Isonomia.Cli.Tests;
using Isonomia.Law.Tests.Citations;
using Isonomia.Testing;
using Xunit;

namespace Isonomia.Caseload.Tests.Intake;

public sealed class ImportTests : IDisposable
{
    private const string LapdHeader =
        "Report ID,Arrest Date,Time,Area ID,Area Name,Reporting District,Age,Sex Code,Descent Code,Charge Group Code,Charge Group Description,Arrest Type Code,Charge,Charge Description\n";

    private readonly Stores _stores = new();

    public void Dispose() => _stores.Dispose();

    [Fact]
    public void An_arrest_file_of_Los_Angeles_is_read()
    {
        var (to, result) = _stores.Import(
            ImportFormat.Lapd,
            LapdHeader
                + "190325212,2019-11-23,1315.0,3,Southwest,328,21,F,W,17.0,Liquor Laws,I,25620BP,OPEN ALCOHOLIC BEV IN PUBLIC PARK/PLACE\n"
                + "5809994,2019-11-27,2100.0,18,Southeast,1801,20,M,H,22.0,Driving Under Influence,M,23152(A)VC,DRUNK DRIVING ALCOHOL/DRUGS\n"
                + "5809995,2019-11-31,2100.0,18,Southeast,1801,20,M,H,22.0,Driving Under Influence,M,23152(A)VC,DRUNK DRIVING ALCOHOL/DRUGS\n"
                + "5809996,2019-11-27,2100.0\n"
                + "5809997,2019-11-27,2100.0,18,Southeast,1801,20,M,H,22.0,x,M,,\n"
        );
        Assert.Equal((5, 2, 3), (result.Records, result.Kept, result.Quarantined));
        Assert.Equal(
            [
                "Arrest | 2019-11-23 | 25620BP | OPEN ALCOHOLIC BEV IN PUBLIC PARK/PLACE | Infraction | None | jail -1 | prison -1 | probation -1 | None | Southwest | line 2",
                "Arrest | 2019-11-27 | 23152(A)VC | DRUNK DRIVING ALCOHOL/DRUGS | Misdemeanor | None | jail -1 | prison -1 | probation -1 | None | Southeast | line 3",
            ],
            Stores.Rows(to)
        );
        Assert.Equal(
            [
                "1,4,\"Arrest Date\",\"this is no date: it looks like 9999-99-99\"",
                "1,5,\"field 4\",\"the row has too few fields: 3 for 14\"",
                "1,6,\"Charge\",\"the charge is empty\"",
            ],
            Stores.Quarantine(to)
        );
    }

    [DataFact]
    public void The_real_arrest_file_is_kept_whole()
    {
        var (to, result) = _stores.Import(ImportFormat.Lapd, [Path.Combine(SharedData.Folder!, "lapd_arrests_2019_intoxication.csv.gz")]);
        Assert.Equal((14_738, 14_738, 0), (result.Records, result.Kept, result.Quarantined));
        var levels = Import
            .Segments(to)
            .SelectMany(s => Enumerable.Range(0, s.Rows).Select(r => (ChargeLevel)s.Number64("level", r)))
            .CountBy(l => l);
        // The counts that the README of the data states: M 11,667, I 2,031, F 1,040.
        Assert.Equal(11_667, levels.Single(l => l.Key == ChargeLevel.Misdemeanor).Value);
        Assert.Equal(2_031, levels.Single(l => l.Key == ChargeLevel.Infraction).Value);
        Assert.Equal(1_040, levels.Single(l => l.Key == ChargeLevel.Felony).Value);
    }

    [DataFact]
    public void The_research_file_is_read_with_and_without_a_header()
    {
        var file = Path.Combine(SharedData.Folder!, "rap_sheets", "doj_research_file_no_headers.csv");
        var (bare, result) = _stores.Import(ImportFormat.Doj, [file]);
        Assert.Equal((38, 38, 0), (result.Records, result.Kept, result.Quarantined));
        Assert.StartsWith(
            "Court | 1979-06-01 | 503 VC | TAKE CAR W/OUT OWNERS CONSENT | Felony | Convicted | jail 90 | prison -1 | probation -1",
            Stores.Rows(bare)[1],
            StringComparison.Ordinal
        );
        var names = SharedData.Rows("rap_sheets/ca_doj_dat_columns.csv").Select(r => r["name"]);
        var (headed, _) = _stores.Import(ImportFormat.Doj, string.Join(',', names) + "\n" + File.ReadAllText(file));
        static string Unnumbered(string row) => row[..row.LastIndexOf('|')];
        Assert.Equal(Stores.Rows(bare).Select(Unnumbered), Stores.Rows(headed).Select(Unnumbered));
    }

    [DataFact]
    public void Research_lines_with_too_many_or_too_few_fields_are_quarantined()
    {
        var lines = File.ReadAllLines(Path.Combine(SharedData.Folder!, "rap_sheets", "doj_research_file_no_headers.csv"));
        lines[3] += ",,";
        lines[5] = lines[5][..^3];
        lines[0] = lines[0][..^1];
        var (to, result) = _stores.Import(ImportFormat.Doj, string.Join('\n', lines));
        Assert.Equal((38, 35, 3), (result.Records, result.Kept, result.Quarantined));
        Assert.Equal(
            [
                "1,1,\"field 95\",\"the row has too few fields: 94 for 95\"",
                "1,4,\"field 96\",\"the row has too many fields: 97 for 95\"",
                "1,6,\"field 93\",\"the row has too few fields: 92 for 95\"",
            ],
            Stores.Quarantine(to)
        );
    }

    [Fact]
    public void The_layout_of_the_District_Attorney_is_read()
    {
        var (to, _) = _stores.Import(
            ImportFormat.Lada,
            "data_part,masked_case_no,defendant_no,case_type,case_level,sex,age_at_time_of_crime,charge_level,count_no,code,section,plea,result,result_description,result_date,charge_city,minor_zip_code,case_category_description\n"
                + "part6,77,1,,F,M,31,F,2,PC,484(A)&490.2,NC,HA,Held To Answer in Superior Court,03/04/2018,,,\n"
                + "part6,77,1,,F,M,31,F,2,PC,484(A)&490.2,NC,CV,Convicted by plea,06/04/2018,,,\n"
        );
        Assert.Equal(
            [
                "Court | ? | 484(A)&490.2 PC |  | Felony | HeldToAnswer | jail -1 | prison -1 | probation -1 | None |  | line 2",
                "Court | ? | 484(A)&490.2 PC |  | Felony | Convicted | jail -1 | prison -1 | probation -1 | None |  | line 3",
            ],
            Stores.Rows(to)
        );
    }

    private const string Mapping =
        "person: pid\ncase: case\ncount: cnt\ndate: When\ncharge: [section, code]\nlevel: lv\ndisposition: dispo\njailDays: jail\nalways: court\ndates: dayFirst\n"
        + "dispositions: { Fertig: convicted }\n";

    [Fact]
    public void Any_office_file_is_read_through_a_mapping()
    {
        var (to, _) = _stores.Import(
            ImportFormat.Csv,
            "lv;pid;case;cnt;When;code;section;dispo;jail;free\nM;1;c;3;4/3/2019;PC;459;Fertig;30;x\n",
            Mapping
        );
        Assert.Equal(
            ["Court | 2019-03-04 | 459 PC |  | Misdemeanor | Convicted | jail 30 | prison -1 | probation -1 | None |  | line 2"],
            Stores.Rows(to)
        );
    }

    [Fact]
    public void Column_order_encoding_quotes_line_ends_and_a_byte_order_mark_make_no_difference()
    {
        var plain = "pid,case,cnt,When,code,section,lv,dispo,jail\n1,c,3,4/3/2019,PC,459,M,Peña,30\n2,d,1,5/3/2019,HS,11377(a),F,Fertig,\n";
        var other = "jail;dispo;lv;section;code;When;cnt;case;pid\n30;Peña;M;459;PC;4/3/2019;3;c;1\n;Fertig;F;11377(a);HS;5/3/2019;1;d;2\n";
        var expected = Stores.Bytes(_stores.Import(ImportFormat.Csv, plain, Mapping).Out);
        byte[][] variants =
        [
            Encoding.UTF8.GetBytes(other),
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(plain)],
            Encoding.Latin1.GetBytes(plain),
            Encoding.UTF8.GetBytes(plain.Replace("\n", "\r\n", StringComparison.Ordinal)),
            Encoding.UTF8.GetBytes(
                string.Join('\n', plain.TrimEnd().Split('\n').Select(l => string.Join(',', l.Split(',').Select(f => $"\"{f}\""))))
            ),
        ];
        foreach (var variant in variants)
            Assert.Equal(expected, Stores.Bytes(_stores.Import(ImportFormat.Csv, [_stores.File(variant)], Mapping).Out));
    }

    [Fact]
    public void A_file_with_citizenship_birthplace_name_and_language_gives_the_same_store_byte_for_byte_as_without()
    {
        var without = new StringBuilder("pid,case,cnt,When,code,section,lv,dispo,jail\n");
        var with = new StringBuilder(
            "Citizenship,pid,case,cnt,Place of Birth,When,code,section,lv,Last Name,First Name,dispo,jail,Primary Language,immigration_status\n"
        );
        for (var i = 0; i < 500; i++)
        {
            // Some rows are bad, so that the quarantine list is compared too.
            var when = i % 50 == 7 ? "31/2/2019" : $"{i % 28 + 1}/3/2019";
            without.Append($"{i},c{i / 3},{i % 3},{when},PC,{400 + i},M,Fertig,{i}\n");
            with.Append(
                $"MEXICO{i},{i},c{i / 3},{i % 3},GUATEMALA,{when},PC,{400 + i},M,\"DOE, {i}\",JOHN,Fertig,{i},SPANISH,undocumented\n"
            );
        }
        var (to, result) = _stores.Import(ImportFormat.Csv, with.ToString(), Mapping, 64);
        Assert.Equal((500, 10), (result.Records, result.Quarantined));
        Assert.Equal(Stores.Bytes(_stores.Import(ImportFormat.Csv, without.ToString(), Mapping, 64).Out), Stores.Bytes(to));
    }

    [DataFact]
    public void What_stands_in_the_sealed_columns_of_a_research_file_changes_nothing()
    {
        var text = File.ReadAllText(Path.Combine(SharedData.Folder!, "rap_sheets", "doj_research_file_no_headers.csv"));
        var names = SharedData.Rows("rap_sheets/ca_doj_dat_columns.csv").Select(r => r["name"]).ToArray();
        var sealedOnes = new[]
        {
            "POB_CODE",
            "POB_NAME",
            "POB_TYPE",
            "CITIZENSHIP_LIST",
            "REQ_NAME",
            "PRI_NAME",
            "COMMENT_TEXT",
            "REQ_SSN",
            "PRI_SSN",
            "RACE_DESCR",
        };
        var changed = SharedData
            .Table("rap_sheets/doj_research_file_no_headers.csv")
            .Select(row =>
                string.Join(',', row.Select((f, i) => Array.IndexOf(sealedOnes, names[i]) >= 0 ? "\"MEXICO, MX\"" : $"\"{f}\""))
            );
        Assert.Equal(
            Stores.Bytes(_stores.Import(ImportFormat.Doj, text).Out),
            Stores.Bytes(_stores.Import(ImportFormat.Doj, string.Join('\n', changed)).Out)
        );
    }

    [Theory]
    [InlineData("charge: Citizenship\n", ":1:9: ")]
    [InlineData("charge: c\nplace: [Area Name, country of birth]\n", "is never read")]
    [InlineData("charge: c\nperson: PRI_NAME\n", "is never read")]
    [InlineData("charge: c\nlevels: { x: heavy }\n", "is not one of")]
    [InlineData("chrage: c\n", "did you mean \"charge\"?")]
    [InlineData("person: c\n", "charge is missing")]
    public void A_mapping_that_cannot_be_used_says_where(string mapping, string message)
    {
        var problem = Assert.Throws<InputException>(() => _stores.Import(ImportFormat.Csv, "c,Citizenship\n1,2\n", mapping));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Area Name", false)]
    [InlineData("STP_ORI_CNTY_NAME", false)]
    [InlineData("Charge Description", false)]
    [InlineData("citation", false)]
    [InlineData("office", false)]
    [InlineData("Service Date", false)]
    [InlineData("CITIZENSHIP_LIST", true)]
    [InlineData("POB_NAME", true)]
    [InlineData("PRI_NAME", true)]
    [InlineData("lastName", true)]
    [InlineData("Name", true)]
    [InlineData("place_of_birth", true)]
    [InlineData("BirthState", true)]
    [InlineData("Interpreter Language", true)]
    [InlineData("US citizen?", true)]
    [InlineData("ICE detainer", true)]
    public void Sealed_columns_are_known_by_their_names(string name, bool holds) =>
        Assert.Equal(holds, Caseload.Mapping.SealedColumns.Holds(name));

    [Fact]
    public void A_guessed_mapping_can_be_used_and_leaves_the_sealed_columns_alone()
    {
        var file = _stores.File(
            "Case Number,Defendant Name,Citizenship,DOB,Offense Date,Statute,Offense Description,Charge Level,Disposition,Disposition Date,Gender\n"
                + "A1,DOE,MEXICO,1990-01-02,25/12/2019,PC 459,BURGLARY,F,Convicted,26/12/2019,M\n"
        );
        var init = Cli.Tests.Cli.Run("caseload", "import", file, "--format", "csv", "--map-init");
        Assert.Equal(0, init.Code);
        foreach (
            var line in new[]
            {
                "charge: \"Statute\"",
                "date: \"Offense Date\"",
                "dates: dayFirst",
                "# never read: Citizenship",
                "# never read: Defendant Name",
                "born: \"DOB\"",
            }
        )
            Assert.Contains(line, init.Output, StringComparison.Ordinal);
        var (to, result) = _stores.Import(ImportFormat.Csv, [file], init.Output);
        Assert.Equal(1, result.Kept);
        Assert.StartsWith("Court | 2019-12-25 | PC 459 | BURGLARY | Felony | Convicted", Stores.Rows(to)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Pseudonyms_follow_the_key_and_the_key_file_is_its_owners_alone()
    {
        var text = LapdHeader + "1,2019-11-23,,,,,,,,,,I,25620BP,X\n1,2019-11-24,,,,,,,,,,I,25620BP,X\n2,2019-11-24,,,,,,,,,,I,25620BP,X\n";
        var file = _stores.File(text);
        UInt128[] Keys(string key)
        {
            var to = _stores.NewOut();
            Import.Run(_stores.Request(ImportFormat.Lapd, [file], to) with { Key = key }, null, CancellationToken.None);
            var segment = Import.Segments(to).Single();
            return [segment.Key("person", 0), segment.Key("person", 1), segment.Key("person", 2), segment.Key("case", 0)];
        }
        var one = Keys(Path.Combine(_stores.Folder, "one.key"));
        var two = Keys(Path.Combine(_stores.Folder, "two.key"));
        Assert.Equal(one[0], one[1]);
        Assert.NotEqual(one[0], one[2]);
        Assert.NotEqual(one[0], one[3]);
        Assert.Empty(one.Intersect(two));
        if (OperatingSystem.IsWindows())
            return;
        var path = Path.Combine(_stores.Folder, "one.key");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<InputException>(() => Keys(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_store_is_imported_again_without_change_and_another_file_is_refused()
    {
        var file = _stores.File(Many(300));
        var to = _stores.NewOut();
        var request = _stores.Request(ImportFormat.Lapd, [file], to, checkpoint: 50);
        var first = Import.Run(request, null, CancellationToken.None);
        var bytes = Stores.Bytes(to);
        var again = Import.Run(request, null, CancellationToken.None);
        Assert.Equal((first.Fingerprint, 300), (again.Fingerprint, again.Resumed));
        Assert.Equal(bytes, Stores.Bytes(to));
        File.WriteAllText(file, Many(300).Replace("25620BP", "25621BP", StringComparison.Ordinal));
        Assert.Throws<InputException>(() => Import.Run(request, null, CancellationToken.None));
        File.WriteAllText(file, Many(100));
        Assert.Throws<InputException>(() => Import.Run(request, null, CancellationToken.None));
        Assert.Throws<InputException>(() => Import.Run(request with { Checkpoint = 60 }, null, CancellationToken.None));
        Assert.Equal(bytes, Stores.Bytes(to));
    }

    [Fact]
    public void A_cancelled_import_goes_on_where_it_stopped()
    {
        var file = _stores.File(Many(40_000));
        var (whole, _) = _stores.Import(ImportFormat.Lapd, [file], checkpoint: 1000);
        var to = _stores.NewOut();
        var request = _stores.Request(ImportFormat.Lapd, [file], to, checkpoint: 1000);
        using var stop = new CancellationTokenSource();
        var stopped = Import.Run(request, p => stop.Cancel(), stop.Token);
        Assert.False(stopped.IsComplete);
        Assert.InRange(stopped.Records, 1, 39_000);
        Assert.Throws<InputException>(() => Import.Segments(to).Count());
        var rest = Import.Run(request, null, CancellationToken.None);
        Assert.Equal(stopped.Records, rest.Resumed);
        Assert.Equal(Stores.Bytes(whole), Stores.Bytes(to));
    }

    private static string Many(int rows)
    {
        var text = new StringBuilder(LapdHeader);
        for (var i = 0; i < rows; i++)
            text.Append($"{i},2019-11-{i % 31 + 1:00},,3,Southwest,,{i % 70},F,W,,,M,25620BP,OPEN\n");
        return text.ToString();
    }

    [Theory]
    [InlineData(ImportFormat.Rap)]
    [InlineData(ImportFormat.Doj)]
    [InlineData(ImportFormat.Lapd)]
    [InlineData(ImportFormat.Lada)]
    [InlineData(ImportFormat.Csv)]
    public void Spoiled_lines_end_nothing_and_every_record_is_accounted_for(ImportFormat format) =>
        Assert.True(MutatedFiles.Run(format, 8_000, 20_261_122, KeyFile.ReadOrMake(_stores.Key)) > 800);

    [Fact]
    public void The_command_answers_in_JSON_and_by_its_exit_code()
    {
        var good = _stores.File(Many(20));
        var ran = Cli.Tests.Cli.Run("caseload", "import", good, "--format", "lapd", "--out", _stores.NewOut(), "--json");
        Assert.Equal(0, ran.Code);
        Assert.Equal(20, ran.Json().GetProperty("kept").GetInt32());
        var bad = _stores.File(Many(20) + "1,2,3\n");
        Assert.Equal(3, Cli.Tests.Cli.Run("caseload", "import", bad, "--format", "lapd", "--out", _stores.NewOut()).Code);
        Assert.Equal(2, Cli.Tests.Cli.Run("caseload", "import", good, "--format", "lapdd", "--out", _stores.NewOut()).Code);
        Assert.Equal(2, Cli.Tests.Cli.Run("caseload", "import", good, "--format", "csv", "--out", _stores.NewOut()).Code);
        Assert.Equal(2, Cli.Tests.Cli.Run("caseload", "import", "no-such-file.csv", "--format", "lapd", "--out", _stores.NewOut()).Code);
        var wrong = Cli.Tests.Cli.Run("caseload", "import", _stores.File("a,b\n1,2\n"), "--format", "lapd", "--out", _stores.NewOut());
        Assert.Equal(2, wrong.Code);
        Assert.Contains(":1: there is no column \"Report ID\"", wrong.Error, StringComparison.Ordinal);
    }
}
