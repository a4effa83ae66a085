using System.Text;
using Isonomia.Caseload.Delimited;
using Isonomia.Caseload.Mapping;

namespace Isonomia.Caseload.Intake;

/// <summary>A mapping file to start from, guessed from the names of the columns and a look at the dates.</summary>
public static class MappingGuess
{
    private const int RowsLookedAt = 200;

    /// <summary>Names by which a column is known, the likeliest first; compared without blanks, marks and case.</summary>
    private static readonly (string Role, string[] Names)[] Known =
    [
        (
            "person",
            [
                "personid",
                "subjectid",
                "defendantid",
                "ciinumber",
                "cii",
                "sid",
                "inmateid",
                "offenderid",
                "bookingid",
                "reportid",
                "pid",
                "id",
            ]
        ),
        ("case", ["casenumber", "caseno", "caseid", "casenum", "docketnumber", "docket", "courtcase", "maskedcaseno", "reportid"]),
        ("count", ["countno", "countnumber", "countid", "chargeno", "chargenumber", "count", "cnt"]),
        ("event", ["eventtype", "event", "eventdescription", "steptype"]),
        (
            "date",
            ["offensedate", "arrestdate", "eventdate", "violationdate", "incidentdate", "filingdate", "fileddate", "bookingdate", "date"]
        ),
        ("charge", ["statute", "chargecode", "charge", "chargestatute", "violation", "offensecode", "section", "offense"]),
        ("description", ["chargedescription", "offensedescription", "statutedescription", "literal", "chargetitle", "description"]),
        (
            "level",
            ["chargelevel", "chargetype", "level", "severity", "offenselevel", "arresttypecode", "chargeclass", "class", "fmi", "degree"]
        ),
        ("disposition", ["dispositiondescription", "disposition", "dispo", "outcome", "resultdescription", "result", "verdict"]),
        ("disposed", ["dispositiondate", "dispodate", "resultdate", "sentencedate", "convictiondate"]),
        ("place", ["areaname", "county", "courthouse", "agency", "division", "station", "city"]),
        ("sex", ["sex", "sexcode", "gender"]),
        ("age", ["ageatarrest", "ageatoffense", "ageattimeofcrime", "age"]),
        ("born", ["dateofbirth", "dob", "birthdate"]),
        ("jailDays", ["jaildays", "daysjail", "sentencedays"]),
        ("prisonMonths", ["prisonmonths", "monthsprison"]),
        ("probationMonths", ["probationmonths", "monthsprobation"]),
    ];

    /// <summary>The mapping of a file, as the text of a mapping file with remarks.</summary>
    public static string Of(string file, Stream stream)
    {
        var lines = new LineReader(stream);
        var separator = lines.Next(out var first)
            ? DelimitedReader.Guess(first)
            : throw new InputException(file, 0, 0, "the file is empty");
        stream.Position = 0;
        using var reader = new DelimitedReader(new LineReader(stream), separator);
        if (!reader.Next() || reader.Problem is not null)
            throw new InputException(file, 1, 1, "the header cannot be read");
        var header = Header.Of(file, reader);
        reader.Expected = header.Names.Count;
        var used = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<(string Role, string Column)>();
        foreach (var (role, names) in Known)
        {
            var column = names
                .Select(n =>
                    header.Names.FirstOrDefault(h => Bare(h) == n && !SealedColumns.Holds(h) && (role is "case" || !used.Contains(h)))
                )
                .FirstOrDefault(h => h is not null);
            if (column is null)
                continue;
            used.Add(column);
            found.Add((role, column));
        }
        var text = new StringBuilder(
            $"# A guess from the names of {header.Names.Count} columns; check each line against what the office means by the column.\n"
        );
        text.Append(separator == '\t' ? "separator: tab\n" : $"separator: \"{separator}\"\n");
        var dates = found.Where(f => f.Role is "date" or "disposed" or "born").Select(f => header.Find(f.Column)).ToArray();
        text.Append(IsDayFirst(reader, dates) ? "dates: dayFirst\n" : "dates: monthFirst   # for 3/4/2019; ISO dates need no order\n");
        foreach (var (role, column) in found)
            text.Append($"{role}: {Scalar(column)}\n");
        if (!found.Exists(f => f.Role == "charge"))
            text.Append("charge: COLUMN   # must be named; a list such as [section, code] is joined by a blank\n");
        if (!found.Exists(f => f.Role == "person"))
            text.Append("# person: COLUMN   # without it every row is a person of its own\n");
        if (!found.Exists(f => f.Role == "event"))
            text.Append("always: court   # or arrest, custody, supervision: no column says what happened\n");
        if (found.Exists(f => f.Role == "disposition"))
            text.Append(
                "# dispositions: { \"words of the file\": convicted }   # or dismissed, acquitted, diverted, declined, released, heldToAnswer, pending\n"
            );
        foreach (var name in header.Names.Where(n => n.Length > 0 && !used.Contains(n)))
            text.Append(SealedColumns.Holds(name) ? $"# never read: {OneLine(name)}\n" : $"# not read: {OneLine(name)}\n");
        return text.ToString();
    }

    private static bool IsDayFirst(DelimitedReader reader, int[] dates)
    {
        var (day, month) = (0, 0);
        for (var row = 0; row < RowsLookedAt && reader.Next(); row++)
        {
            if (reader.FieldCount != reader.Expected)
                continue;
            foreach (var at in dates)
            {
                var asMonth = DateText.TryRead(reader.Field(at), dayFirst: false, out _);
                var asDay = DateText.TryRead(reader.Field(at), dayFirst: true, out _);
                day += asDay && !asMonth ? 1 : 0;
                month += asMonth && !asDay ? 1 : 0;
            }
        }
        return day > month;
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string OneLine(string name) => string.Concat(name.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Scalar(string column) =>
        $"\"{OneLine(column).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
