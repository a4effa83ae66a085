using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Isonomia.Caseload.Store;

/// <summary>A stretch of a store, read from its file: columns of rows (docs/caseload.md).</summary>
public sealed class Segment
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (string Type, int At, int Length)> _columns = new(StringComparer.Ordinal);

    private Segment(byte[] bytes)
    {
        _bytes = bytes;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
        using var header = JsonDocument.Parse(bytes.AsMemory(12, length));
        var root = header.RootElement;
        Number = root.GetProperty("segment").GetInt32();
        FirstRecord = root.GetProperty("firstRecord").GetInt64();
        Rows = root.GetProperty("rows").GetInt32();
        Quarantined = root.GetProperty("quarantined").GetInt32();
        QuarantineSha256 = root.GetProperty("quarantineSha256").GetString()!;
        var at = 12 + length;
        foreach (var column in root.GetProperty("columns").EnumerateArray())
        {
            var size = column.GetProperty("bytes").GetInt32();
            _columns.Add(column.GetProperty("name").GetString()!, (column.GetProperty("type").GetString()!, at, size));
            at += size;
        }
    }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; }

    /// <summary>Number of its first record among all that were read, from 0.</summary>
    public long FirstRecord { get; }

    /// <summary>Rows kept.</summary>
    public int Rows { get; }

    /// <summary>Rows quarantined.</summary>
    public int Quarantined { get; }

    /// <summary>Digest of the quarantine list that belongs to it.</summary>
    public string QuarantineSha256 { get; }

    /// <summary>SHA-256 of the segment, with which it ends.</summary>
    public string Sha256 => Convert.ToHexStringLower(_bytes.AsSpan(_bytes.Length - 32));

    /// <summary>Reads a segment; null if the bytes are not a whole one.</summary>
    public static Segment? Read(byte[] bytes) =>
        bytes.Length > 44
        && bytes.AsSpan().StartsWith(SegmentBuilder.Magic)
        && SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - 32))
            ? new Segment(bytes)
            : null;

    /// <summary>A column of whole numbers of one, two, four or eight bytes; a date is days from 1970-01-01, missing ones are the least number.</summary>
    public long Number64(string column, int row)
    {
        var (type, at, _) = _columns[column];
        return type switch
        {
            "u8" => _bytes[at + row],
            "u16" => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at + row * 2)),
            "i16" => BinaryPrimitives.ReadInt16LittleEndian(_bytes.AsSpan(at + row * 2)),
            "i64" => BinaryPrimitives.ReadInt64LittleEndian(_bytes.AsSpan(at + row * 8)),
            "i32" or "day32" => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at + row * 4)),
            _ => throw new ArgumentException($"{column} holds no numbers", nameof(column)),
        };
    }

    /// <summary>A column of keys.</summary>
    public UInt128 Key(string column, int row) => BinaryPrimitives.ReadUInt128LittleEndian(_bytes.AsSpan(_columns[column].At + row * 16));

    /// <summary>The distinct texts of a column.</summary>
    public ImmutableArray<string> Texts(string column)
    {
        var at = _columns[column].At;
        var texts = new string[BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at))];
        at += 4;
        for (var i = 0; i < texts.Length; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));
            texts[i] = Encoding.UTF8.GetString(_bytes, at + 4, length);
            at += 4 + length;
        }
        return [.. texts];
    }

    /// <summary>Which of the column's <see cref="Texts"/> a row has.</summary>
    public int TextNumber(string column, int row)
    {
        var (_, at, length) = _columns[column];
        return BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at + length - 4 * (Rows - row)));
    }
}
