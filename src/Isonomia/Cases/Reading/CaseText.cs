using System.Text;
using System.Text.Unicode;

namespace Isonomia.Cases.Reading;

/// <summary>Makes text of a file's bytes, or says why it is none.</summary>
internal static class CaseText
{
    /// <summary>The largest case file: 5 MB. A case of a hundred counts takes about a hundredth of it.</summary>
    internal const int LargestBytes = 5 * 1024 * 1024;

    /// <summary>Decodes UTF-8, with or without a byte order mark.</summary>
    internal static bool TryDecode(ReadOnlySpan<byte> bytes, Problems problems, out string text)
    {
        text = "";
        if (bytes.Length > LargestBytes)
        {
            problems.Add(1, 1, "", TooLarge(bytes.Length));
            return false;
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            problems.Add(1, 1, "", "the file is UTF-16 text; save it as UTF-8");
            return false;
        }

        if (KindOfBinary(bytes) is { } kind)
        {
            problems.Add(1, 1, "", $"the file is {kind}, not text; a case file is YAML or JSON in UTF-8");
            return false;
        }

        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        if (!Utf8.IsValid(bytes))
        {
            AddFirstBadByte(bytes, problems);
            return false;
        }

        text = Encoding.UTF8.GetString(bytes);
        return IsReadable(text, problems);
    }

    /// <summary>Whether the text can be a case file: not empty, not too large, no control characters.</summary>
    internal static bool IsReadable(string text, Problems problems)
    {
        if (text.Length > LargestBytes || (text.Length > LargestBytes / 3 && Encoding.UTF8.GetByteCount(text) > LargestBytes))
        {
            problems.Add(1, 1, "", TooLarge(Encoding.UTF8.GetByteCount(text)));
            return false;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            problems.Add(1, 1, "", "the file is empty");
            return false;
        }

        var (line, column) = (1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '\n')
            {
                (line, column) = (line + 1, 1);
                continue;
            }

            if (char.IsControl(letter) && letter is not ('\t' or '\r' or '\u0085'))
            {
                problems.Add(line, column, "", $"the control character U+{(int)letter:X4} does not belong in a case file");
                return false;
            }

            if (char.IsSurrogate(letter))
            {
                if (!char.IsHighSurrogate(letter) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    problems.Add(line, column, "", "half a character: the text is not valid Unicode");
                    return false;
                }

                i++;
            }

            column++;
        }

        return true;
    }

    private static string TooLarge(int bytes) =>
        $"the file has {bytes} bytes; a case file has at most {LargestBytes} (5 MB). A caseload is imported, not read as a case";

    private static string? KindOfBinary(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "a PDF"
        : bytes.StartsWith("PK\u0003\u0004"u8) ? "a zip archive or an office document"
        : bytes.StartsWith<byte>([0x1F, 0x8B]) ? "compressed"
        : bytes.Length > 1 && bytes[0] == 0 ^ bytes[1] == 0 ? "UTF-16 text or binary"
        : bytes.Contains((byte)0) ? "binary"
        : null;

    private static void AddFirstBadByte(ReadOnlySpan<byte> bytes, Problems problems)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < bytes.Length; )
        {
            if (Rune.DecodeFromUtf8(bytes[i..], out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                problems.Add(
                    line,
                    column,
                    "",
                    $"the byte 0x{bytes[i]:X2} is not UTF-8 (Latin-1 or Windows-1252, perhaps); save the file as UTF-8"
                );
                return;
            }

            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + 1);
            i += length;
        }
    }
}
