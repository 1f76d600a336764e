using System.IO.Compression;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] TwoImages = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255];
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Images_become_rows_of_pixels()
    {
        File.WriteAllBytes(path, TwoImages);

        Assert.Equal(Mat([1, 2, 3], [4, 5, 255]), IdxFile.ReadImages(path));
    }

    [Fact]
    public void A_packed_file_reads_like_a_plain_one()
    {
        File.WriteAllBytes(path, Gzip(TwoImages));

        Assert.Equal(Mat([1, 2, 3], [4, 5, 255]), IdxFile.ReadImages(path));
    }

    [Fact]
    public void Labels_become_a_vector()
    {
        File.WriteAllBytes(path, [0, 0, 8, 1, 0, 0, 0, 3, 7, 0, 9]);

        Assert.Equal(Vec(7, 0, 9), IdxFile.ReadLabels(path));
    }

    [Fact]
    public void Labels_are_not_taken_for_images() =>
        Refused([0, 0, 8, 1, 0, 0, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8], "expected the magic number 0x00000803 (images), found 0x00000801.");

    [Fact]
    public void A_file_without_a_whole_header_is_refused() =>
        Refused([0, 0, 8, 3], "expected a header of 16 bytes, found 4 bytes in all.");

    [Fact]
    public void Missing_bytes_are_counted() =>
        Refused(TwoImages[..^1], "expected 2×1×3 = 6 bytes of images, found 5: the file is truncated.");

    [Fact]
    public void Left_over_bytes_are_counted() =>
        Refused([.. TwoImages, 0], "expected 2×1×3 = 6 bytes of images, found 7: the file is too long.");

    [Fact]
    public void A_header_that_promises_more_than_any_file_holds_is_refused_without_making_room_for_it() =>
        Refused([0, 0, 8, 3, 127, 255, 255, 255, 127, 255, 255, 255, 127, 255, 255, 255],
            "expected 2147483647×2147483647×2147483647 = 9903520300447984150353281023 bytes of images, found 0: the file is truncated.");

    [Fact]
    public void A_negative_size_is_refused() =>
        Refused([0, 0, 8, 3, 255, 255, 255, 255, 0, 0, 0, 1, 0, 0, 0, 1], "expected sizes of at least 1, found -1×1×1.");

    [Fact]
    public void A_packed_file_cut_short_is_refused()
    {
        File.WriteAllBytes(path, Gzip(TwoImages)[..^12]);

        Assert.Contains("truncated", Assert.Throws<InvalidDataException>(() => IdxFile.ReadImages(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_file_whose_checksum_is_another_is_refused()
    {
        var packed = Gzip(TwoImages);
        packed[^6] ^= 1;
        File.WriteAllBytes(path, packed);

        Assert.Contains("broken or truncated", Assert.Throws<InvalidDataException>(() => IdxFile.ReadImages(path)).Message, StringComparison.Ordinal);
    }

    private void Refused(byte[] bytes, string message)
    {
        File.WriteAllBytes(path, bytes);
        Assert.Equal($"{Path.GetFileName(path)}: {message}", Assert.Throws<InvalidDataException>(() => IdxFile.ReadImages(path)).Message);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
