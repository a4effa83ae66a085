using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Isonomia.Caseload.Store;

namespace Isonomia.Caseload.Intake;

/// <summary>What is imported, and how.</summary>
public sealed record ImportRequest
{
    /// <summary>The files, in order.</summary>
    public required ImmutableArray<string> Files { get; init; }

    /// <summary>Their layout.</summary>
    public required ImportFormat Format { get; init; }

    /// <summary>The mapping file and its text; null for the format's own.</summary>
    public (string File, string Text)? Mapping { get; init; }

    /// <summary>Folder of the store.</summary>
    public required string Out { get; init; }

    /// <summary>The key file; null for the one beside the store.</summary>
    public string? Key { get; init; }

    /// <summary>Records between two checkpoints.</summary>
    public int Checkpoint { get; init; } = 1 << 16;
}

/// <summary>How an import ended.</summary>
/// <param name="Records">Records read: kept and quarantined.</param>
/// <param name="Kept">Rows kept.</param>
/// <param name="Quarantined">Rows quarantined.</param>
/// <param name="Resumed">Records that an earlier run had stored already.</param>
/// <param name="IsComplete">Whether all is stored; else it was cancelled, and the same command goes on.</param>
/// <param name="Fingerprint">SHA-256 over all segments; empty while the import is not complete.</param>
/// <param name="Reasons">How often each reason for quarantine was given.</param>
public sealed record ImportResult(
    long Records,
    long Kept,
    long Quarantined,
    long Resumed,
    bool IsComplete,
    string Fingerprint,
    IReadOnlyDictionary<string, long> Reasons
);

/// <summary>How far an import is.</summary>
/// <param name="Bytes">Bytes read.</param>
/// <param name="AllBytes">Bytes of all files; 0 if that is not known.</param>
/// <param name="Records">Records read.</param>
/// <param name="Quarantined">Of those quarantined.</param>
public sealed record ImportProgress(long Bytes, long AllBytes, long Records, long Quarantined);

/// <summary>
/// Imports files into a store. What is stored are whole segments, each written under another name and then renamed, so that a store is at any moment
/// a beginning of what it will be. A run that finds segments reads the files again, holds what it reads against them, and goes on behind the last.
/// </summary>
public static class Import
{
    private const int ProgressEvery = 1 << 13;

    /// <summary>Runs an import, or goes on with it.</summary>
    /// <exception cref="InputException">The files, the mapping, the key or the store cannot be used.</exception>
    public static ImportResult Run(ImportRequest request, Action<ImportProgress>? progress, CancellationToken cancel)
    {
        var mapping = Mapping(request);
        foreach (var file in request.Files)
            if (!File.Exists(file))
                throw new InputException(file, 0, 0, "there is no such file");
        Directory.CreateDirectory(request.Out);
        using var only = Lock(request.Out);
        var keys = KeyFile.ReadOrMake(request.Key ?? Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Out)) + ".key");
        Manifest(request, mapping.Text, keys);
        return new OneRun(request, mapping.Mapping, keys, progress).Go(cancel);
    }

    /// <summary>The segments of a complete store, in order.</summary>
    /// <exception cref="InputException">There is no store, it is not complete, or a segment is damaged.</exception>
    public static IEnumerable<Segment> Segments(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "complete.json")))
            throw new InputException(
                folder,
                0,
                0,
                File.Exists(Path.Combine(folder, "store.json")) ? "the import is not complete; run it again" : "there is no store here"
            );
        for (var number = 1; File.Exists(SegmentPath(folder, number)); number++)
            yield return Segment.Read(File.ReadAllBytes(SegmentPath(folder, number)))
                ?? throw new InputException(SegmentPath(folder, number), 0, 0, "the segment is damaged");
    }

    private static (ColumnMapping? Mapping, string Text) Mapping(ImportRequest request)
    {
        if (request.Format == ImportFormat.Rap)
            return request.Mapping is { } m ? throw new InputException(m.File, 0, 0, "record sheets take no mapping") : (null, "");
        if (request.Mapping is var (file, text))
            return (ColumnMapping.Read(file, text), text);
        var own =
            KnownMappings.Of(request.Format)
            ?? throw new InputException(request.Files[0], 0, 0, "this format needs a mapping file; --map-init makes one to start from");
        return (ColumnMapping.Read($"{request.Format} mapping", own), own);
    }

    private static FileStream Lock(string folder)
    {
        var path = Path.Combine(folder, "lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new InputException(folder, 0, 0, "another import is writing to this store");
        }
    }

    /// <summary>What a store was made with; a run with anything else does not touch it.</summary>
    private static void Manifest(ImportRequest request, string mapping, KeyFile keys)
    {
        var path = Path.Combine(request.Out, "store.json");
        var text =
            $"{{\"store\":1,\"format\":\"{request.Format.ToString().ToLowerInvariant()}\",\"files\":{request.Files.Length},\"checkpoint\":{request.Checkpoint},"
            + $"\"mappingSha256\":\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mapping)))}\",\"key\":\"{keys.Check}\"}}\n";
        if (!File.Exists(path))
        {
            if (Directory.EnumerateFileSystemEntries(request.Out).Any(e => Path.GetFileName(e) is not ("lock" or "store.json.part")))
                throw new InputException(request.Out, 0, 0, "the folder is not empty and holds no store");
            Write(path, Encoding.UTF8.GetBytes(text));
            return;
        }
        if (File.ReadAllText(path) != text)
            throw new InputException(
                path,
                1,
                1,
                "the store was begun with another format, mapping, key, checkpoint or number of files; give another --out, or the same command"
            );
    }

    private static string SegmentPath(string folder, int number) => Path.Combine(folder, $"{number:000000}.segment");

    private static string QuarantinePath(string folder, int number) => Path.Combine(folder, $"{number:000000}.quarantine.csv");

    /// <summary>Whole or not at all: written beside, flushed to the disk, renamed.</summary>
    private static void Write(string path, byte[] bytes)
    {
        var part = path + ".part";
        using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path, overwrite: true);
    }

    /// <summary>One run over the files.</summary>
    private sealed class OneRun(ImportRequest request, ColumnMapping? mapping, KeyFile keys, Action<ImportProgress>? progress)
    {
        private readonly SegmentBuilder _builder = new();
        private readonly Dictionary<string, long> _reasons = new(StringComparer.Ordinal);
        private readonly IncrementalHash _all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private int _segment = 1;
        private long _stored;
        private long _kept;
        private long _quarantined;
        private long _resumed;

        public ImportResult Go(CancellationToken cancel)
        {
            foreach (var part in Directory.EnumerateFiles(request.Out, "*.part"))
                File.Delete(part);
            var row = new CountRow();
            var (bytes, allBytes) = (0L, AllBytes());
            var records = 0L;
            for (var number = 1; number <= request.Files.Length; number++)
            {
                using var stream = Open(request.Files[number - 1]);
                using var source = Source(request.Files[number - 1], number, stream);
                row.File = number;
                var inFile = 0L;
                while (source.Next(row, out var problem))
                {
                    if (problem is { } bad)
                    {
                        _builder.Quarantine(number, bad.Line, bad.Column, bad.Reason);
                        Count(bad.Reason);
                    }
                    else
                        _builder.Keep(row);
                    inFile++;
                    records++;
                    if (_builder.Records == request.Checkpoint)
                        Store();
                    if (records % ProgressEvery == 0)
                    {
                        progress?.Invoke(
                            new ImportProgress(bytes + source.BytesRead, allBytes, records, _quarantined + _builder.Quarantined)
                        );
                        if (cancel.IsCancellationRequested)
                            return Stopped();
                    }
                }
                if (inFile != source.RecordsRead)
                    throw new InvalidOperationException(
                        $"file {number}: {source.RecordsRead} records were read, {inFile} kept or quarantined"
                    );
                bytes += source.BytesRead;
            }
            if (cancel.IsCancellationRequested)
                return Stopped();
            if (_builder.Records > 0)
                Store();
            if (File.Exists(SegmentPath(request.Out, _segment)))
                throw Changed();
            var fingerprint = Convert.ToHexStringLower(_all.GetHashAndReset());
            Finish(fingerprint);
            progress?.Invoke(new ImportProgress(bytes, allBytes, records, _quarantined));
            return new ImportResult(_stored, _kept, _quarantined, _resumed, true, fingerprint, _reasons);
        }

        private ImportResult Stopped() => new(_stored, _kept, _quarantined, _resumed, false, "", _reasons);

        private void Count(string reason)
        {
            // What a value looks like differs from row to row; the kind of reason does not.
            var colon = reason.IndexOf(": ", StringComparison.Ordinal);
            var kind = colon < 0 ? reason : reason[..colon];
            _reasons[kind] = _reasons.GetValueOrDefault(kind) + 1;
        }

        private void Store()
        {
            var segment = _builder.Bytes(_segment, _stored);
            var quarantine = _builder.QuarantineBytes();
            var (path, list) = (SegmentPath(request.Out, _segment), QuarantinePath(request.Out, _segment));
            if (File.Exists(path))
            {
                // Stored by an earlier run: what was read now must be what was read then.
                if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(segment))
                    throw Changed();
                _resumed += _builder.Records;
            }
            if (!File.Exists(path) || !File.Exists(list))
                Write(list, quarantine);
            if (!File.Exists(path))
                Write(path, segment);
            _all.AppendData(segment.AsSpan(segment.Length - 32));
            _stored += _builder.Records;
            _kept += _builder.Kept;
            _quarantined += _builder.Quarantined;
            _segment++;
            _builder.Clear();
        }

        private InputException Changed() =>
            new(
                request.Files[0],
                0,
                0,
                $"segment {_segment} of the store holds something else than these files: they have changed since the import began, or are others; give another --out"
            );

        private void Finish(string fingerprint) =>
            Write(
                Path.Combine(request.Out, "complete.json"),
                Encoding.UTF8.GetBytes(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{{\"segments\":{_segment - 1},\"records\":{_stored},\"kept\":{_kept},\"quarantined\":{_quarantined},\"sha256\":\"{fingerprint}\"}}\n"
                    )
                )
            );

        private RowSource Source(string name, int number, Stream stream) =>
            mapping is null ? new RapSource(keys, name, number, stream) : new DelimitedSource(mapping, keys, name, number, stream);

        private long AllBytes() =>
            request.Files.Any(f => f.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                ? 0
                : request.Files.Sum(f => new FileInfo(f).Length);

        private static Stream Open(string file)
        {
            var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
            if (!file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                return stream;
            using (stream)
            {
                using var packed = new GZipStream(stream, CompressionMode.Decompress);
                var whole = new MemoryStream();
                try
                {
                    packed.CopyTo(whole);
                }
                catch (InvalidDataException problem)
                {
                    throw new InputException(file, 0, 0, problem.Message);
                }
                whole.Position = 0;
                return whole;
            }
        }
    }
}
