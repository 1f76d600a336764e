using System.Buffers.Binary;
using System.IO.Compression;

namespace FromScratch;

/// <summary>The format of MNIST: a magic number, the sizes, then a byte per value; plain or packed with gzip.</summary>
/// <remarks>Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits, "File formats for the MNIST database".</remarks>
public static class IdxFile
{
    /// <summary>X: a row per image, its pixels row after row.</summary>
    /// <param name="path">A file with magic number 0x00000803.</param>
    /// <returns>n×(rows·columns), the stored values: 0 … 255 in MNIST, 0 … 16 in the course's 8×8 digits.</returns>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The magic number is another, there are no images, or bytes are missing or left over.</exception>
    public static Matrix<double> ReadImages(string path)
    {
        var (sizes, values) = Read(path, 0x803, "images");
        var d = sizes[1] * sizes[2];
        return Matrix<double>.Build.Dense(sizes[0], d, (i, j) => values.Span[i * d + j]);
    }

    /// <summary>y: a label per image.</summary>
    /// <param name="path">A file with magic number 0x00000801.</param>
    /// <returns>n labels, 0 … 255.</returns>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The magic number is another, there are no labels, or bytes are missing or left over.</exception>
    public static Vector<double> ReadLabels(string path)
    {
        var (sizes, values) = Read(path, 0x801, "labels");
        return Vector<double>.Build.Dense(sizes[0], i => values.Span[i]);
    }

    private static (int[] Sizes, ReadOnlyMemory<byte> Values) Read(string path, int magic, string kind)
    {
        var (name, bytes) = (Path.GetFileName(path), Unpacked(path));
        // The last byte of the magic number counts the sizes that follow it.
        var headerLength = 4 + 4 * (magic & 0xff);
        if (bytes.Length < headerLength)
            throw new InvalidDataException($"{name}: expected a header of {headerLength} bytes, found {bytes.Length} bytes in all.");
        int Word(int k) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 * k));
        if (Word(0) != magic)
            throw new InvalidDataException($"{name}: expected the magic number 0x{magic:x8} ({kind}), found 0x{Word(0):x8}.");
        var sizes = Enumerable.Range(1, magic & 0xff).Select(Word).ToArray();
        if (sizes.Any(size => size < 1))
            throw new InvalidDataException($"{name}: expected sizes of at least 1, found {string.Join("×", sizes)}.");
        var (expected, found) = (sizes.Aggregate((Int128)1, (product, size) => product * size), bytes.Length - headerLength);
        if (found != expected)
            throw new InvalidDataException($"{name}: expected {string.Join("×", sizes)} = {expected} bytes of {kind}, found {found}: the file is {(found < expected ? "truncated" : "too long")}.");
        return (sizes, bytes.AsMemory(headerLength));
    }

    private static byte[] Unpacked(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes is not [0x1f, 0x8b, ..]) return bytes;
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        try
        {
            gzip.CopyTo(unpacked);
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)}: the gzip file is truncated or broken: {broken.Message}", broken);
        }
        return unpacked.ToArray();
    }
}
