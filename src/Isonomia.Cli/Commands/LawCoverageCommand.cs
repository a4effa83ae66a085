using System.CommandLine;
using System.IO.Compression;
using CsvHelper;
using Isonomia.Law;
using Isonomia.Offenses;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia law coverage</c>: how much of a file of charges the law book holds.</summary>
internal static class LawCoverageCommand
{
    public static Command Create(Option<string?> lawFolder, TextWriter output)
    {
        var charges = new Option<string>("--charges") { Description = "A delimited file with a header (.csv, .csv.gz).", Required = true };
        var column = new Option<string>("--column") { Description = "The column that holds the charge.", Required = true };
        var most = new Option<int>("--most")
        {
            Description = "How many unresolved strings to print (default 40).",
            DefaultValueFactory = _ => 40,
        };
        var command = new Command(
            "coverage",
            """
            Coverage of a charge file by rows and by distinct strings; the unresolved ones most frequent first, with the nearest offense.

            Example: isonomia law coverage --charges arrests.csv --column Charge
            """
        )
        {
            charges,
            column,
            most,
        };
        command.SetAction(parse =>
        {
            var path = parse.GetValue(charges)!;
            if (!File.Exists(path))
                throw new UsageException($"{path}: there is no such file");
            var law = LawFolder.Load(parse.GetValue(lawFolder));
            Print(output, new OffenseResolver(law), Read(path, parse.GetValue(column)!), parse.GetValue(most));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Dictionary<string, long> Read(string path, string column)
    {
        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(stream);
        using var csv = CsvReader.Create(
            reader,
            new CsvReaderOptions
            {
                HasHeader = true,
                MalformedData = CsvMalformedDataHandling.Recover,
                FieldCountMismatch = CsvFieldCountHandling.Allow,
                MissingField = CsvMissingFieldHandling.ReturnEmpty,
            },
            false
        );
        csv.ReadHeader();
        if (!csv.TryGetFieldIndex(column, out var index))
            throw new UsageException(
                $"{path}: no column \"{column}\"{Suggest.DidYouMean(column, csv.Headers)}; the columns are {string.Join(", ", csv.Headers)}"
            );
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var charge = index < csv.FieldCount ? csv.GetString(index).Trim() : "";
            counts[charge] = counts.GetValueOrDefault(charge) + 1;
        }
        return counts;
    }

    private static void Print(TextWriter output, OffenseResolver resolver, Dictionary<string, long> counts, int most)
    {
        var today = Dates.Today;
        var read = counts.Select(c => (c.Key, c.Value, Offense: resolver.Resolve(c.Key, today))).ToArray();
        var (rows, strings) = (read.Sum(r => r.Value), (long)read.Length);
        void Line(string name, Func<ResolvedOffense, bool> of)
        {
            var some = read.Where(r => of(r.Offense)).ToArray();
            var here = some.Sum(r => r.Value);
            output.WriteLine(
                $"{name, -42} {here, 10:N0} rows {Share(here, rows), 8} {some.Length, 8:N0} strings {Share(some.Length, strings), 8}"
            );
        }
        Line("in the law book", o => o.IsResolved);
        Line("no offense (warrant, violation, permit)", o => o.By == ResolvedBy.NotAnOffense);
        Line("not in the law book", o => o.By == ResolvedBy.NotInLawbook);
        Line("not read", o => o.By == ResolvedBy.Unreadable);
        Line("covered", o => o.IsResolved || o.By == ResolvedBy.NotAnOffense);
        foreach (
            var (text, count, offense) in read.Where(r => !r.Offense.IsResolved && r.Offense.By != ResolvedBy.NotAnOffense)
                .OrderByDescending(r => r.Value)
                .ThenBy(r => r.Key, StringComparer.Ordinal)
                .Take(most)
        )
            output.WriteLine(
                $"{count, 10:N0}  {text}{(offense.Citation is { } c && c.ToString() != text ? $" ({c})" : "")}; nearest {string.Join(", ", offense.Nearest.Take(2))}"
            );
    }

    private static string Share(long part, long whole) => whole == 0 ? "-" : $"{100.0 * part / whole:0.00} %";
}
