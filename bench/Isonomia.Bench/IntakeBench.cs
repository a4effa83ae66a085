using System.Diagnostics;
using System.Globalization;
using System.Text;
using Isonomia.Caseload.Intake;
using Isonomia.Caseload.Store;
using Isonomia.Testing;

namespace Isonomia.Bench;

/// <summary>Import of a large file, and spoiled lines of each layout: as many as the issue asks for in a full run.</summary>
internal static class IntakeBench
{
    public static void Run(Report report, Effort effort)
    {
        var quick = effort == Effort.Quick;
        var folder = Directory.CreateTempSubdirectory("isonomia-bench-");
        try
        {
            Import(report, folder.FullName, quick ? 100_000 : 1_000_000);
            var keys = KeyFile.ReadOrMake(Path.Combine(folder.FullName, "fuzz.key"));
            report.Section("Spoiled lines: no crash, every record out once");
            var lines = quick ? 20_000 : 1_000_000;
            foreach (var format in Enum.GetValues<ImportFormat>())
            {
                var watch = Stopwatch.StartNew();
                var records = MutatedFiles.Run(format, lines, 20_261_123, keys);
                report.Figure(
                    $"{format.ToString().ToLowerInvariant()}, {lines:N0} lines",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{records:N0} records in {watch.Elapsed.TotalSeconds:0.0} s, all accounted for"
                    )
                );
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Import(Report report, string folder, int rows)
    {
        report.Section("Import");
        var file = Path.Combine(folder, "arrests.csv");
        using (var text = new StreamWriter(file, append: false, Encoding.UTF8, 1 << 16))
        {
            text.WriteLine(
                "Report ID,Arrest Date,Time,Area ID,Area Name,Reporting District,Age,Sex Code,Descent Code,Charge Group Code,Charge Group Description,Arrest Type Code,Charge,Charge Description"
            );
            for (var i = 0; i < rows; i++)
                text.WriteLine(
                    $"{i},2019-{i % 12 + 1:00}-{i % 28 + 1:00},1315.0,{i % 21},Southwest,328,{18 + i % 60},{(i % 5 == 0 ? 'F' : 'M')},W,17.0,Liquor Laws,M,{i % 900 + 100}(A)PC,DESCRIPTION OF {i % 900}"
                );
        }
        var request = new ImportRequest
        {
            Files = [file],
            Format = ImportFormat.Lapd,
            Out = Path.Combine(folder, "store"),
        };
        var watch = Stopwatch.StartNew();
        var result = Caseload.Intake.Import.Run(request, null, CancellationToken.None);
        report.Figure(
            $"{rows:N0} rows of arrests into a store",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{watch.Elapsed.TotalSeconds:0.00} s, {result.Records / watch.Elapsed.TotalSeconds:N0} rows a second; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"
            )
        );
    }
}
