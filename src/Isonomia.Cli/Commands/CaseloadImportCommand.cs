using System.CommandLine;
using System.Runtime.InteropServices;
using Isonomia.Caseload;
using Isonomia.Caseload.Intake;
using Isonomia.Cli.Output;
using Isonomia.Json;

namespace Isonomia.Cli.Commands;

/// <summary><c>isonomia caseload import FILE...</c></summary>
internal static class CaseloadImportCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Files of one layout, or folders of record sheets; .gz is unpacked.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "rap (California DOJ record sheets as text), doj (DOJ research file), lapd, lada, or csv with a mapping.",
            Required = true,
        };
        var mapping = new Option<string?>("--mapping") { Description = "YAML file that names the columns." };
        var init = new Option<bool>("--map-init")
        {
            Description = "Guess a mapping from the file and print it, or write it to --mapping; nothing is imported.",
        };
        var to = new Option<string?>("--out") { Description = "Folder of the store. The same command again goes on where it was stopped." };
        var key = new Option<string?>("--key")
        {
            Description = "Key file for the pseudonyms (default: beside the store; made if there is none).",
        };
        var checkpoint = new Option<int>("--checkpoint")
        {
            Description = "Records between two checkpoints.",
            DefaultValueFactory = _ => 1 << 16,
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command(
            "import",
            """
            Read files of cases into a store. Persons and cases become keyed pseudonyms; citizenship, birthplace, name and language are never read.
            A row that cannot be read is quarantined with line, column and reason: rows read are rows kept and rows quarantined, always.

            Example: isonomia caseload import arrests.csv --format lapd --out store
            """
        )
        {
            files,
            format,
            mapping,
            init,
            to,
            key,
            checkpoint,
            json,
        };
        command.SetAction(parse =>
        {
            try
            {
                var paths = Paths(parse.GetValue(files)!);
                var mappingFile = parse.GetValue(mapping);
                if (parse.GetValue(init))
                    return Guess(paths[0], mappingFile, output, error);
                var request = new ImportRequest
                {
                    Files = [.. paths],
                    Format = FormatOf(parse.GetValue(format)!),
                    Mapping = mappingFile is null ? null : (mappingFile, File.ReadAllText(mappingFile)),
                    Out = parse.GetValue(to) ?? throw new UsageException("--out is missing: the folder of the store"),
                    Key = parse.GetValue(key),
                    Checkpoint = parse.GetValue(checkpoint) is >= 1 and <= 1 << 20 and var every
                        ? every
                        : throw new UsageException("--checkpoint: from 1 to 1048576 records"),
                };
                var result = Run(request, error);
                if (parse.GetValue(json))
                    output.Write(Json(request, result));
                else
                    Text(new Page(output), request, result);
                return result.IsComplete && result.Quarantined == 0 ? ExitCodes.Done : ExitCodes.Unresolved;
            }
            catch (InputException problem)
            {
                throw new UsageException(problem.Message);
            }
        });
        return command;
    }

    private static ImportResult Run(ImportRequest request, TextWriter error)
    {
        using var stop = new CancellationTokenSource();
        // The first Ctrl-C stops between two records, with everything stored up to the last checkpoint; nothing needs to be cleaned up after a second.
        void Cancel(PosixSignalContext context)
        {
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        if (Console.IsErrorRedirected || !ReferenceEquals(error, Console.Error))
            return Import.Run(request, null, stop.Token);
        return ProgressBar.Show(error, show => Import.Run(request, show, stop.Token));
    }

    private static int Guess(string file, string? mapping, TextWriter output, TextWriter error)
    {
        using var stream = File.OpenRead(file);
        var text = MappingGuess.Of(file, stream);
        if (mapping is null)
        {
            output.Write(text);
            return ExitCodes.Done;
        }
        if (File.Exists(mapping))
            throw new UsageException($"{mapping}: the file exists and is not overwritten");
        File.WriteAllText(mapping, text);
        error.WriteLine($"{mapping} written; check it, then import with --mapping {mapping}");
        return ExitCodes.Done;
    }

    private static List<string> Paths(string[] given)
    {
        var paths = new List<string>();
        foreach (var path in given)
            if (Directory.Exists(path))
                paths.AddRange(Directory.EnumerateFiles(path, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
            else
                paths.Add(path);
        return paths.Count > 0 ? paths : throw new UsageException($"{given[0]}: there are no .txt files in this folder");
    }

    private static ImportFormat FormatOf(string text) =>
        Array.Find(Enum.GetValues<ImportFormat>(), f => string.Equals(f.ToString(), text, StringComparison.OrdinalIgnoreCase)) is var found
        && string.Equals(found.ToString(), text, StringComparison.OrdinalIgnoreCase)
            ? found
            : throw new UsageException($"--format: \"{text}\" is not rap, doj, lapd, lada or csv");

    private static void Text(Page page, ImportRequest request, ImportResult result)
    {
        page.Title(result.IsComplete ? $"Imported into {request.Out}" : $"Stopped; {request.Out} holds what was stored");
        page.Text(
            "Rows: ",
            $"{result.Records:N0} {(result.IsComplete ? "read" : "stored")} = {result.Kept:N0} kept + {result.Quarantined:N0} quarantined"
                + (result.Resumed > 0 ? $"; {result.Resumed:N0} of them were stored by an earlier run." : ".")
        );
        foreach (var (reason, count) in result.Reasons.OrderByDescending(r => r.Value))
            page.Text("  ", $"{count:N0} quarantined: {reason}");
        if (result.Reasons.Count > 0)
            page.Text(
                "Which: ",
                $"lines and columns stand in {Path.Combine(request.Out, "*.quarantine.csv")}; what the rows hold stays in the file."
            );
        if (result.IsComplete)
            page.Text("Fingerprint: ", result.Fingerprint);
        else
            page.Text("Next: ", "the same command goes on.");
    }

    private static string Json(ImportRequest request, ImportResult result) =>
        JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("store", request.Out);
            json.WriteString("format", request.Format.ToString().ToLowerInvariant());
            json.WriteBoolean("complete", result.IsComplete);
            json.WriteNumber("records", result.Records);
            json.WriteNumber("kept", result.Kept);
            json.WriteNumber("quarantined", result.Quarantined);
            json.WriteNumber("resumed", result.Resumed);
            json.WriteString("sha256", result.Fingerprint);
            json.WriteStartObject("reasons");
            foreach (var (reason, count) in result.Reasons.OrderBy(r => r.Key, StringComparer.Ordinal))
                json.WriteNumber(reason, count);
            json.WriteEndObject();
            json.WriteEndObject();
        });
}
