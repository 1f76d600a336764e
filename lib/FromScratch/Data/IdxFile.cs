using System.Buffers.Binary;
using System.IO.Compression;

namespace FromScratch;

/// <summary>The format of MNIST: a magic number, the sizes, then a byte per value; plain or packed with gzip.</summary>
/// <remarks>Throws <see cref="IOException"/> where the file cannot be read, <see cref="UnauthorizedAccessException"/> where it may not,
/// <see cref="InvalidDataException"/> where the magic number is another, a size is below 1, or bytes are missing or left over.
/// Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits, "File formats for the MNIST database".</remarks>
public static class IdxFile
{
    /// <summary>X, n×(rows·columns): a row per image, its pixels row after row, 0 … 255. Magic number 0x00000803.</summary>
    public static Matrix<Real> ReadImages(string path)
    {
        var (sizes, values) = Read(path, 0x803, "images");
        var d = sizes[1] * sizes[2];
        return Matrix<Real>.Build.Dense(sizes[0], d, (i, j) => values[i * d + j]);
    }

    /// <summary>y: n labels, 0 … 255. Magic number 0x00000801.</summary>
    public static Vector<Real> ReadLabels(string path) =>
        Vector<Real>.Build.Dense(Array.ConvertAll(Read(path, 0x801, "labels").Values, label => (Real)label));

    private static (int[] Sizes, byte[] Values) Read(string path, int magic, string kind)
    {
        // The last byte of the magic number counts the sizes that follow it.
        var (name, bytes, header) = (Path.GetFileName(path), Unpacked(path), 4 + 4 * (magic & 0xff));
        InvalidDataException Refused(string expected, string found) => new($"{name}: expected {expected}, found {found}.");
        if (bytes.Length < header) throw Refused($"a header of {header} bytes", $"{bytes.Length} bytes in all");
        int Word(int k) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 * k));
        if (Word(0) != magic) throw Refused($"the magic number 0x{magic:x8} ({kind})", $"0x{Word(0):x8}");
        var sizes = Enumerable.Range(1, magic & 0xff).Select(Word).ToArray();
        var (shape, found) = (string.Join("×", sizes), bytes.Length - header);
        if (sizes.Min() < 1) throw Refused("sizes of at least 1", shape);
        var expected = sizes.Aggregate((Int128)1, (product, size) => product * size);
        return found == expected ? (sizes, bytes[header..]) : throw Refused($"{shape} = {expected} bytes of {kind}",
            $"{found}: the file is {(found < expected ? "truncated" : "too long")}");
    }

    private static byte[] Unpacked(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes is not [0x1f, 0x8b, ..]) return bytes;
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        try { gzip.CopyTo(unpacked); }
        catch (InvalidDataException e) { throw new InvalidDataException($"{Path.GetFileName(path)}: broken or truncated.", e); }
        return unpacked.ToArray();
    }
}
