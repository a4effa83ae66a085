using System.CommandLine;
using System.IO.Compression;
using System.Security.Cryptography;
using Isonomia.Caseload;
using Isonomia.Caseload.Mapping;
using Isonomia.Caseload.Outcomes;
using Isonomia.Cli.Output;
using NodaTime.Text;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia outcomes FILE</c></summary>
internal static class OutcomesCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("file")
        {
            Description = "A delimited file with one row a person (.csv, .tsv, or the same with .gz).",
        };
        var mapping = new Option<string?>("--mapping") { Description = "A YAML file that names the columns; options below add to it." };
        var start = new Option<string?>("--start") { Description = "Column of the date from which time is counted." };
        var end = new Option<string?>("--end") { Description = "Last day that the file covers; nobody is observed after it." };
        var exit = new Option<string?>("--exit") { Description = "Column of the date on which a person was lost sight of." };
        var person = new Option<string?>("--person") { Description = "Column that names the person, so that nobody counts twice." };
        var events = new Option<string[]>("--event")
        {
            Description =
                "NAME=COLUMN for the date of the first rearrest, recharge, reconviction or another event; NAME=COLUMN@MONTHS for a column of 1 and 0.",
        };
        var by = new Option<string[]>("--by") { Description = "Column whose groups are given apart; may be repeated." };
        var where = new Option<string[]>("--where") { Description = "Only rows that meet a condition, as \"age >= 18\"; may be repeated." };
        var months = new Option<string?>("--months") { Description = "Windows in months (default 6,12,24,36)." };
        var small = new Option<int?>("--small-cell") { Description = "Counts below this number are withheld (default 11)." };
        var daily = new Option<string?>("--daily")
        {
            Description = "Column of dates to be counted by the day, for claims such as \"30 a day are released\".",
        };
        var claims = new Option<string[]>("--claim")
        {
            Description = "A claim to be checked, as \"7 of 10 reoffend within 24 months\"; may be repeated.",
        };
        var source = new Option<string?>("--source") { Description = "Where the file comes from, in words." };
        var csv = new Option<string?>("--csv") { Description = "Also write every figure to this CSV file." };
        var quarantine = new Option<string?>("--quarantine")
        {
            Description = "Also write the rows that could not be read to this CSV file.",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "outcomes",
            """
            Rearrest, recharge and reconviction after a stated start: shares with intervals, curves with censoring, comparison of groups, and whether a claim holds.
            Every figure has numerator, denominator, event, window and source; counts that would pick out a person are withheld.

            Example: isonomia outcomes examples/outcomes/releases.csv --mapping examples/outcomes/releases.yaml --claim "7 of 10 are rearrested within 24 months"
            """
        )
        {
            file,
            mapping,
            start,
            end,
            exit,
            person,
            events,
            by,
            where,
            months,
            small,
            daily,
            claims,
            source,
            csv,
            quarantine,
            json,
        };
        command.SetAction(parse =>
        {
            var path = parse.GetValue(file)!;
            try
            {
                var plan = parse.GetValue(mapping) is { } named ? OutcomePlan.Read(named, File.ReadAllText(named)) : new OutcomePlan();
                plan = plan with
                {
                    Source = parse.GetValue(source) ?? plan.Source,
                    Start = Column("--start", parse.GetValue(start)) ?? plan.Start,
                    End = parse.GetValue(end) is { } day ? Date(day) : plan.End,
                    Exit = Column("--exit", parse.GetValue(exit)) ?? plan.Exit,
                    Person = Column("--person", parse.GetValue(person)) ?? plan.Person,
                    Daily = Column("--daily", parse.GetValue(daily)) ?? plan.Daily,
                    By = [.. plan.By, .. (parse.GetValue(by) ?? []).Select(c => Column("--by", c)!)],
                    Where = [.. plan.Where, .. (parse.GetValue(where) ?? []).Select(Filter)],
                    Events = [.. plan.Events, .. (parse.GetValue(events) ?? []).Select(Event)],
                    Months = parse.GetValue(months) is { } list ? [.. list.Split(',').Select(Window)] : plan.Months,
                    SmallCell = parse.GetValue(small) is { } least
                        ? least is >= 1 and <= 1000
                            ? least
                            : throw new UsageException($"--small-cell: {least} is not from 1 to 1000")
                        : plan.SmallCell,
                };
                if (plan.Events.IsEmpty && plan.Daily is null)
                    throw new UsageException($"{path}: no event is named; give --event NAME=COLUMN, --daily COLUMN or a mapping file");
                var bytes = Bytes(path);
                var study = OutcomeStudies.Of(CohortReader.Read(plan, path, new MemoryStream(bytes, writable: false)));
                var checks = (parse.GetValue(claims) ?? []).Select(c => ClaimCheck.Of(c, study)).ToArray();
                var fingerprint = Convert.ToHexStringLower(SHA256.HashData(bytes));
                if (parse.GetValue(csv) is { } table)
                    File.WriteAllText(table, OutcomeOutput.Csv(study, fingerprint));
                if (parse.GetValue(quarantine) is { } bad)
                    File.WriteAllText(bad, OutcomeOutput.QuarantineCsv(study.Cohort));
                if (parse.GetValue(json))
                    output.Write(OutcomeOutput.Json(study, checks, fingerprint));
                else
                    OutcomesText.Write(new Page(output), study, checks, fingerprint);
                foreach (var row in study.Cohort.Quarantined.Take(20))
                    error.WriteLine($"{path}:{row.Line}:{row.Column}: {row.Reason}");
                if (study.Cohort.Quarantined.Length > 20)
                    error.WriteLine($"and {study.Cohort.Quarantined.Length - 20} more; --quarantine FILE writes them all");
                return Array.Exists(checks, c => c.Verdict == ClaimVerdict.NotSupported) ? ExitCodes.CheckFailed
                    : Array.Exists(checks, c => c.Verdict == ClaimVerdict.Undecided) || study.Cohort.Quarantined.Length > 0
                        ? ExitCodes.Unresolved
                    : ExitCodes.Done;
            }
            catch (InputException problem)
            {
                throw new UsageException(problem.Message);
            }
        });
        return command;
    }

    private static byte[] Bytes(string path)
    {
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            return File.ReadAllBytes(path);
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        try
        {
            packed.CopyTo(whole);
        }
        catch (InvalidDataException problem)
        {
            throw new UsageException($"{path}: {problem.Message}");
        }
        return whole.ToArray();
    }

    private static string? Column(string option, string? name) =>
        name is not null && SealedColumns.Holds(name)
            ? throw new UsageException(
                $"{option}: \"{name}\" is never read: citizenship, birthplace, name, language and the numbers that stand for a person are left where they are"
            )
            : name;

    private static NodaTime.LocalDate Date(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } date
            ? date.Value
            : throw new UsageException($"--end: \"{text}\" is not a date; write 2026-11-22");

    private static RowFilter Filter(string text)
    {
        var filter =
            RowFilter.Parse(text)
            ?? throw new UsageException($"--where: \"{text}\" is not a condition; write \"COLUMN >= VALUE\", with =, !=, <, <=, > or >=");
        _ = Column("--where", filter.Column);
        return filter;
    }

    private static OutcomeEvent Event(string text)
    {
        var planned =
            OutcomePlan.ParseEvent(text) ?? throw new UsageException($"--event: \"{text}\" is not NAME=COLUMN or NAME=COLUMN@MONTHS");
        _ = Column("--event", planned is OutcomeEvent.Dated dated ? dated.Column : ((OutcomeEvent.Flagged)planned).Column);
        return planned;
    }

    private static int Window(string text) =>
        int.TryParse(text.Trim(), out var months) && months is > 0 and <= 600
            ? months
            : throw new UsageException($"--months: \"{text}\" is not a number of months from 1 to 600");
}
