using System.Security.Cryptography;
using System.Text;

namespace Isonomia.Caseload.Store;

/// <summary>The secret with which persons and cases are made pseudonymous: HMAC-SHA256, cut to 128 bits. Who has the file can tell whether a known person is in a store; who has not, cannot.</summary>
public sealed class KeyFile
{
    private readonly byte[] _key;

    private KeyFile(byte[] key) => _key = key;

    /// <summary>Eight bytes that tell two keys apart and say nothing of either.</summary>
    public string Check => Convert.ToHexStringLower(HMACSHA256.HashData(_key, "isonomia key check"u8).AsSpan(0, 8));

    /// <summary>Reads a key file, or makes one that only its owner can read.</summary>
    /// <exception cref="InputException">It is no key file, or others can read it.</exception>
    public static KeyFile ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var made = RandomNumberGenerator.GetBytes(32);
            var part = path + ".part";
            File.Delete(part);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new FileStream(part, options))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(made) + "\n"));
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: false);
            return new KeyFile(made);
        }
        if (
            !OperatingSystem.IsWindows()
            && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) is not UnixFileMode.None and var open
        )
            throw new InputException(path, 0, 0, $"others than its owner may use this key file ({open}); chmod 600 it");
        var text = File.ReadAllText(path).Trim();
        return text.Length == 64 && !text.AsSpan().ContainsAnyExcept("0123456789abcdef")
            ? new KeyFile(Convert.FromHexString(text))
            : throw new InputException(path, 1, 1, "this is no key file: 64 hexadecimal digits are expected");
    }

    /// <summary>The pseudonym of an identifier.</summary>
    /// <param name="kind">What is identified, so that a person and a case of one number differ.</param>
    /// <param name="identifier">As the file has it; blanks around it and case do not matter.</param>
    public UInt128 Pseudonym(string kind, ReadOnlySpan<char> identifier)
    {
        Span<char> upper = identifier.Length <= 128 ? stackalloc char[identifier.Length] : new char[identifier.Length];
        identifier.ToUpperInvariant(upper);
        Span<byte> text = stackalloc byte[512];
        if (kind.Length + 1 + upper.Length * 3 > text.Length)
            text = new byte[kind.Length + 1 + upper.Length * 3];
        var length = Encoding.UTF8.GetBytes(kind, text);
        text[length++] = 0;
        length += Encoding.UTF8.GetBytes(upper, text[length..]);
        Span<byte> digest = stackalloc byte[32];
        HMACSHA256.HashData(_key, text[..length], digest);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }
}
