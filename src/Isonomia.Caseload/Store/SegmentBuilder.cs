using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Isonomia.Caseload.Store;

/// <summary>
/// Gathers rows and lays them out by column (docs/caseload.md). The bytes depend on the rows alone, so that an import which was interrupted writes the same files as one that was not.
/// </summary>
internal sealed class SegmentBuilder
{
    public static ReadOnlySpan<byte> Magic => "ISOCASE1"u8;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly Column[] _columns =
    [
        new Column.Fixed("person", "key16", 16, (row, to) => BinaryPrimitives.WriteUInt128LittleEndian(to, row.Person)),
        new Column.Fixed("case", "key16", 16, (row, to) => BinaryPrimitives.WriteUInt128LittleEndian(to, row.Case)),
        new Column.Fixed("count", "i32", 4, (row, to) => BinaryPrimitives.WriteInt32LittleEndian(to, row.Count)),
        new Column.Fixed("event", "u8", 1, (row, to) => to[0] = (byte)row.Event),
        new Column.Fixed("date", "day32", 4, (row, to) => BinaryPrimitives.WriteInt32LittleEndian(to, Day(row.Date))),
        new Column.Text("charge", row => row.Charge),
        new Column.Text("description", row => row.Description),
        new Column.Fixed("level", "u8", 1, (row, to) => to[0] = (byte)row.Level),
        new Column.Fixed("disposition", "u8", 1, (row, to) => to[0] = (byte)row.Disposition),
        new Column.Fixed("disposed", "day32", 4, (row, to) => BinaryPrimitives.WriteInt32LittleEndian(to, Day(row.Disposed))),
        new Column.Fixed("jailDays", "i32", 4, (row, to) => BinaryPrimitives.WriteInt32LittleEndian(to, row.JailDays)),
        new Column.Fixed("prisonMonths", "i32", 4, (row, to) => BinaryPrimitives.WriteInt32LittleEndian(to, row.PrisonMonths)),
        new Column.Fixed("probationMonths", "i32", 4, (row, to) => BinaryPrimitives.WriteInt32LittleEndian(to, row.ProbationMonths)),
        new Column.Fixed("marks", "u16", 2, (row, to) => BinaryPrimitives.WriteUInt16LittleEndian(to, (ushort)row.Marks)),
        new Column.Text("place", row => row.Place),
        new Column.Fixed("sex", "u8", 1, (row, to) => to[0] = (byte)row.Sex),
        new Column.Fixed("age", "i16", 2, (row, to) => BinaryPrimitives.WriteInt16LittleEndian(to, (short)row.Age)),
        new Column.Fixed("file", "i32", 4, (row, to) => BinaryPrimitives.WriteInt32LittleEndian(to, row.File)),
        new Column.Fixed("line", "i64", 8, (row, to) => BinaryPrimitives.WriteInt64LittleEndian(to, row.Line)),
    ];

    private readonly StringBuilder _quarantine = new();

    /// <summary>Rows kept.</summary>
    public int Kept { get; private set; }

    /// <summary>Rows quarantined.</summary>
    public int Quarantined { get; private set; }

    /// <summary>Both.</summary>
    public int Records => Kept + Quarantined;

    public void Keep(CountRow row)
    {
        foreach (var column in _columns)
            column.Add(row);
        Kept++;
    }

    public void Quarantine(int file, long line, string column, string reason)
    {
        _quarantine
            .Append(file)
            .Append(',')
            .Append(line)
            .Append(",\"")
            .Append(Escaped(column))
            .Append("\",\"")
            .Append(Escaped(reason))
            .Append("\"\n");
        Quarantined++;
    }

    /// <summary>The quarantine list of this segment.</summary>
    public byte[] QuarantineBytes() => Encoding.UTF8.GetBytes("file,line,column,reason\n" + _quarantine);

    /// <summary>The segment, closed by the SHA-256 of all that is before it.</summary>
    public byte[] Bytes(int number, long first)
    {
        var header = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteNumber("segment", number);
            json.WriteNumber("firstRecord", first);
            json.WriteNumber("records", Records);
            json.WriteNumber("rows", Kept);
            json.WriteNumber("quarantined", Quarantined);
            json.WriteString("quarantineSha256", Convert.ToHexStringLower(SHA256.HashData(QuarantineBytes())));
            json.WriteStartArray("columns");
            foreach (var column in _columns)
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("type", column.Type);
                json.WriteNumber("bytes", column.Bytes);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        var whole = new ArrayBufferWriter<byte>(1 << 20);
        whole.Write(Magic);
        BinaryPrimitives.WriteInt32LittleEndian(whole.GetSpan(4), header.WrittenCount);
        whole.Advance(4);
        whole.Write(header.WrittenSpan);
        foreach (var column in _columns)
            column.Write(whole);
        whole.Write(SHA256.HashData(whole.WrittenSpan));
        return whole.WrittenSpan.ToArray();
    }

    public void Clear()
    {
        foreach (var column in _columns)
            column.Clear();
        _quarantine.Clear();
        Kept = Quarantined = 0;
    }

    private static string Escaped(string text) => text.Replace("\"", "\"\"", StringComparison.Ordinal);

    private static int Day(LocalDate? date) => date is { } day ? Period.DaysBetween(Epoch, day) : int.MinValue;

    private delegate void Put(CountRow row, Span<byte> to);

    private abstract class Column(string name, string type)
    {
        public string Name { get; } = name;
        public string Type { get; } = type;
        public abstract int Bytes { get; }
        public abstract void Add(CountRow row);
        public abstract void Write(IBufferWriter<byte> to);
        public abstract void Clear();

        public sealed class Fixed(string name, string type, int width, Put put) : Column(name, type)
        {
            private readonly ArrayBufferWriter<byte> _values = new();

            public override int Bytes => _values.WrittenCount;

            public override void Add(CountRow row)
            {
                put(row, _values.GetSpan(width));
                _values.Advance(width);
            }

            public override void Write(IBufferWriter<byte> to) => to.Write(_values.WrittenSpan);

            public override void Clear() => _values.ResetWrittenCount();
        }

        /// <summary>Each distinct text once, in order of first appearance, then one number a row.</summary>
        public sealed class Text(string name, Func<CountRow, string> of) : Column(name, "text")
        {
            private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);
            private readonly ArrayBufferWriter<byte> _texts = new();
            private readonly ArrayBufferWriter<byte> _values = new();

            public override int Bytes => 4 + _texts.WrittenCount + _values.WrittenCount;

            public override void Add(CountRow row)
            {
                var text = of(row);
                if (!_known.TryGetValue(text, out var number))
                {
                    _known.Add(text, number = _known.Count);
                    var bytes = Encoding.UTF8.GetBytes(text);
                    Put(_texts, bytes.Length);
                    _texts.Write(bytes);
                }
                Put(_values, number);
            }

            public override void Write(IBufferWriter<byte> to)
            {
                Put(to, _known.Count);
                to.Write(_texts.WrittenSpan);
                to.Write(_values.WrittenSpan);
            }

            public override void Clear()
            {
                _known.Clear();
                _texts.ResetWrittenCount();
                _values.ResetWrittenCount();
            }

            private static void Put(IBufferWriter<byte> to, int number)
            {
                BinaryPrimitives.WriteInt32LittleEndian(to.GetSpan(4), number);
                to.Advance(4);
            }
        }
    }
}
