using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Isonomia.Cases.Reading;

/// <summary>Reads JSON into the tree: no comments, no trailing commas, no key twice.</summary>
internal sealed class JsonTree
{
    private readonly byte[] bytes;
    private readonly Problems problems;
    private int nodes;
    private int counted;
    private int line = 1;
    private int column = 1;

    private JsonTree(byte[] bytes, Problems problems)
    {
        this.bytes = bytes;
        this.problems = problems;
    }

    /// <summary>The tree, or nothing if there is a problem.</summary>
    internal static CaseNode? Read(string text, Problems problems)
    {
        var tree = new JsonTree(Encoding.UTF8.GetBytes(text), problems);
        // One deeper than allowed, so that our own message about depth comes first.
        var reader = new Utf8JsonReader(tree.bytes, new JsonReaderOptions { MaxDepth = TreeLimits.Deepest + 1 });
        try
        {
            reader.Read();
            var root = tree.Node(ref reader, 1, "");
            if (root is not null)
            {
                // Whatever follows the value is an error that the reader itself reports.
                reader.Read();
            }

            return root;
        }
        catch (JsonException exception)
        {
            tree.Add(exception);
            return null;
        }
    }

    private void Add(JsonException exception)
    {
        var lineAt = (int)(exception.LineNumber ?? 0);
        var start = 0;
        for (var i = 0; i < lineAt; i++)
        {
            var next = Array.IndexOf(bytes, (byte)'\n', start);
            if (next < 0)
            {
                break;
            }

            start = next + 1;
        }

        var offset = Math.Min(bytes.Length, start + (int)(exception.BytePositionInLine ?? 0));
        var columnAt = 1 + Characters(start, offset);
        var isComment = offset < bytes.Length && bytes[offset] == (byte)'/' || (offset > 0 && bytes[offset - 1] == (byte)'/');
        var message = exception.Message;
        var cut = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        message = cut < 0 ? message : message[..cut];
        problems.Add(
            lineAt + 1,
            columnAt,
            "",
            isComment ? "comments are not allowed in JSON; write the case in YAML to comment it" : $"not valid JSON: {message.TrimEnd('.')}"
        );
    }

    private CaseNode? Node(ref Utf8JsonReader reader, int depth, string path)
    {
        var (lineHere, columnHere) = Position(ref reader);
        if (++nodes > TreeLimits.MostNodes)
        {
            problems.Add(lineHere, columnHere, path, TreeLimits.TooMany);
            return null;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when depth > TreeLimits.Deepest:
                problems.Add(lineHere, columnHere, path, TreeLimits.TooDeep);
                return null;
            case JsonTokenType.StartObject:
                return ReadMap(ref reader, lineHere, columnHere, depth, path);
            case JsonTokenType.StartArray:
                return ReadList(ref reader, lineHere, columnHere, depth, path);
            case JsonTokenType.String:
                return Text(ref reader, path) is { } text ? new CaseScalar(lineHere, columnHere, text, ScalarForm.Quoted) : null;
            case JsonTokenType.Number:
                return new CaseScalar(lineHere, columnHere, Encoding.UTF8.GetString(reader.ValueSpan), ScalarForm.Number);
            case JsonTokenType.True:
                return new CaseScalar(lineHere, columnHere, "true", ScalarForm.YesNo);
            case JsonTokenType.False:
                return new CaseScalar(lineHere, columnHere, "false", ScalarForm.YesNo);
            default:
                return new CaseScalar(lineHere, columnHere, "", ScalarForm.Null);
        }
    }

    private CaseList? ReadList(ref Utf8JsonReader reader, int lineHere, int columnHere, int depth, string path)
    {
        var items = ImmutableArray.CreateBuilder<CaseNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Node(ref reader, depth + 1, $"{path}[{items.Count}]") is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new CaseList(lineHere, columnHere, items.ToImmutable());
    }

    private CaseMap? ReadMap(ref Utf8JsonReader reader, int lineHere, int columnHere, int depth, string path)
    {
        var entries = ImmutableArray.CreateBuilder<CaseEntry>();
        var firstLines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (keyLine, keyColumn) = Position(ref reader);
            if (Text(ref reader, path) is not { } key)
            {
                return null;
            }

            reader.Read();
            if (Node(ref reader, depth + 1, CasePath.Join(path, key)) is not { } value)
            {
                return null;
            }

            if (firstLines.TryAdd(key, keyLine))
            {
                entries.Add(new CaseEntry(key, keyLine, keyColumn, value));
            }
            else
            {
                problems.Add(keyLine, keyColumn, CasePath.Join(path, key), TreeLimits.Twice(key, firstLines[key]));
            }
        }

        return new CaseMap(lineHere, columnHere, entries.ToImmutable());
    }

    private string? Text(ref Utf8JsonReader reader, string path)
    {
        var (lineHere, columnHere) = Position(ref reader);
        try
        {
            var text = reader.GetString()!;
            if (!text.Any(letter => char.IsControl(letter) && letter is not ('\t' or '\n' or '\r')))
            {
                return text;
            }

            problems.Add(lineHere, columnHere, path, "an escaped control character does not belong in a case file");
        }
        catch (InvalidOperationException)
        {
            problems.Add(lineHere, columnHere, path, "an escape that is half a character: the text is not valid Unicode");
        }

        return null;
    }

    /// <summary>Line and column of the token, counted on from the token before: one pass over the file in all.</summary>
    private (int Line, int Column) Position(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        for (; counted < start; counted++)
        {
            if (bytes[counted] == (byte)'\n')
            {
                (line, column) = (line + 1, 1);
            }
            else if (IsStartOfCharacter(bytes[counted]))
            {
                column++;
            }
        }

        return (line, column);
    }

    private int Characters(int from, int to)
    {
        var characters = 0;
        for (var i = from; i < to; i++)
        {
            characters += IsStartOfCharacter(bytes[i]) ? 1 : 0;
        }

        return characters;
    }

    private static bool IsStartOfCharacter(byte value) => (value & 0xC0) != 0x80;
}
