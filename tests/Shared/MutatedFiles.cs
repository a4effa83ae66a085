using System.Text;
using Isonomia.Caseload.Intake;
using Isonomia.Caseload.Store;

namespace Isonomia.Testing;

/// <summary>Files of each layout whose lines were spoiled at random, from a seed. Every record of them must come out once, as a row or as a problem.</summary>
internal static class MutatedFiles
{
    private const int LinesInFile = 400;

    private static readonly string[] Rap =
    [
        "CII/A99000099",
        "DOB/19660119 SEX/M RAC/WHITE POB/CA",
        "NAM/01 SKYWALKER,LUKE JAY",
        "* * * *",
        "ARR/DET/CITE: NAM:02 DOB:19550505",
        "19840725  CASO LOS ANGELES",
        "CNT:01     #1111111",
        "  11357 HS-POSSESS MARIJUANA",
        "   COM: WARRANT NBR A-400000 BOTH CNTS",
        "CNT:02-03",
        "  496 PC-RECEIVE/ETC KNOWN STOLEN PROPERTY",
        "- - - -",
        "COURT:                NAM:01",
        "19840918  CASC SAN FRANCISCO",
        "CNT:01     #1234567",
        "  487(A) PC-GRAND THEFT",
        "*DISPO:CONVICTED",
        "   CONV STATUS:FELONY",
        "   SEN: 3 YEARS PROBATION, 30 DAYS JAIL,",
        "        FINE, RESTN",
        "CNT: 002",
        "SEE COMMENT FOR CHARGE",
        "COM: CNT 01 CHRG-594(A)-(B) (2) (A) PC DEFACING TOC:F",
        "COM: SEN-X3 YR PROB, 6 MO JL WORK, $971 FINE $420 RSTN",
        "19960628",
        "DISPO:CONV SET ASIDE & DISM PER 1203.4 PC",
        "COURT: NAM:01 19960718 CASC SAN FRANCISCO CO",
        "APPLICANT:             NAM:02",
        "     *    *    *    END OF MESSAGE    *    *    *",
    ];

    private static readonly string Doj =
        ",,18675309,,,,,,,,,1008675309,\"SKYWALKER,LUKE S\",,19600314,,,,,,,,,,,,,,,,,,,,,,,,,,19790525,,ARREST/DETAINED/CITED,,,,,,LOS ANGELES,,101001001000,,,,"
        + "503 VC-TAKE CAR W/OUT OWNERS CONSENT,F,,,,,,,,,,,,,,,,,,,,,,,,,CONVICTED-JAIL,,FELONY,,,,JAIL,90,D,,,,,,";

    private const string Lapd =
        "190325212,2019-11-23,1315.0,3,Southwest,328,21,F,W,17.0,Liquor Laws,I,25620BP,\"OPEN ALCOHOLIC BEV, PUBLIC PARK\"";

    private const string LapdHeader =
        "Report ID,Arrest Date,Time,Area ID,Area Name,Reporting District,Age,Sex Code,Descent Code,Charge Group Code,Charge Group Description,Arrest Type Code,Charge,Charge Description";

    private const string Lada = "part6,123456,1,FELONY,F,M,31,F,2,PC,484(A)&490.2,NC,Held To Answer in Superior Court,2018-03-04,,90001,";

    private const string LadaHeader =
        "data_part,masked_case_no,defendant_no,case_type,case_level,sex,age_at_time_of_crime,charge_level,count_no,code,section,plea,result_description,result_date,charge_city,"
        + "minor_zip_code,case_category_description";

    private const string Csv = "p1;c1;03/04/2019;PC 459;burglary;F;convicted;180";

    private const string CsvHeader = "person;case;date;charge;description;level;disposition;jail";

    public const string CsvMapping =
        "person: person\ncase: case\ndate: date\ncharge: charge\ndescription: description\nlevel: level\ndisposition: disposition\njailDays: jail\nalways: court\n";

    /// <summary>Spoils so many lines of a layout; returns how many records came out, and throws if any was lost or came twice.</summary>
    public static long Run(ImportFormat format, int lines, int seed, KeyFile keys)
    {
        var random = new Random(seed);
        var mapping = format == ImportFormat.Rap ? null : ColumnMapping.Read("mapping", KnownMappings.Of(format) ?? CsvMapping);
        var records = 0L;
        for (var done = 0; done < lines; done += LinesInFile)
        {
            var bytes = File(format, random);
            using var stream = new MemoryStream(bytes);
            using RowSource source = mapping is null
                ? new RapSource(keys, "f", 1, stream)
                : new DelimitedSource(mapping, keys, "f", 1, stream);
            var row = new CountRow();
            var (kept, bad, last) = (0L, 0L, 0L);
            while (source.Next(row, out var problem))
            {
                var line = problem?.Line ?? row.Line;
                if (line < last)
                    throw new InvalidOperationException($"seed {seed}, {format}: line {line} after line {last}");
                last = line;
                if (problem is { } p)
                {
                    bad++;
                    if (p.Column.Length == 0 || p.Reason.Length == 0)
                        throw new InvalidOperationException($"seed {seed}, {format}: a problem without column or reason");
                }
                else
                    kept++;
            }
            if (kept + bad != source.RecordsRead)
                throw new InvalidOperationException($"seed {seed}, {format}: {source.RecordsRead} read, {kept} kept, {bad} quarantined");
            records += kept + bad;
        }
        return records;
    }

    private static byte[] File(ImportFormat format, Random random)
    {
        using var whole = new MemoryStream();
        var header = format switch
        {
            ImportFormat.Lapd => LapdHeader,
            ImportFormat.Lada => LadaHeader,
            ImportFormat.Csv => CsvHeader,
            _ => null,
        };
        if (header is not null)
            whole.Write(Encoding.UTF8.GetBytes(header + "\n"));
        for (var i = 0; i < LinesInFile; i++)
        {
            var line = format switch
            {
                ImportFormat.Rap => Rap[(i + (random.Next(8) == 0 ? random.Next(Rap.Length) : 0)) % Rap.Length],
                ImportFormat.Doj => Doj,
                ImportFormat.Lapd => Lapd,
                ImportFormat.Lada => Lada,
                _ => Csv,
            };
            var bytes = Encoding.UTF8.GetBytes(line).ToList();
            for (var n = random.Next(4); n > 0; n--)
                Spoil(bytes, random);
            whole.Write([.. bytes]);
            whole.Write(random.Next(40) == 0 ? "\r\n"u8 : "\n"u8);
        }
        return whole.ToArray();
    }

    private static void Spoil(List<byte> line, Random random)
    {
        var at = random.Next(line.Count + 1);
        switch (random.Next(9))
        {
            case 0:
                line.Insert(at, (byte)random.Next(256));
                break;
            case 1 when at < line.Count:
                line[at] = (byte)random.Next(256);
                break;
            case 2 when at < line.Count:
                line.RemoveRange(at, random.Next(line.Count - at + 1));
                break;
            case 3:
                line.Insert(at, (byte)'"');
                break;
            case 4:
                line.InsertRange(at, ",,"u8.ToArray());
                break;
            case 5:
                line.InsertRange(at, line.Take(random.Next(line.Count + 1)).ToArray());
                break;
            case 6:
                line.Insert(at, (byte)'\n');
                break;
            case 7 when at < line.Count:
                line[at] = (byte)('0' + random.Next(10));
                break;
            default:
                line.Clear();
                break;
        }
    }
}
