using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace FromScratch.Tests;

/// <summary>The loader with three digits in place of 60,000, served from this machine, and with every fault a download can have.</summary>
public sealed class MnistTests : IDisposable
{
    private static readonly string[] Names = ["train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"];
    private static readonly Dictionary<string, byte[]> Good = new()
    {
        [Names[0]] = Gzip(Idx(0x803, [3, 28, 28], k => k % 256)),
        [Names[1]] = Gzip(Idx(0x801, [3], k => 7 + k)),
        [Names[2]] = Gzip(Idx(0x803, [2, 28, 28], k => 255 - k % 256)),
        [Names[3]] = Gzip(Idx(0x801, [2], k => k)),
    };
    private static readonly RemoteFile[] Files = [.. Names.Select(name =>
        new RemoteFile(name, Good[name].Length, Convert.ToHexStringLower(SHA256.HashData(Good[name]))))];

    private double patience = 30;
    private readonly string cache = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly FileServer server = new(name => Good.GetValueOrDefault(name));

    public void Dispose()
    {
        server.Dispose();
        if (Directory.Exists(cache)) Directory.Delete(cache, recursive: true);
    }

    private static byte[] Idx(int magic, int[] sizes, Func<int, int> value)
    {
        var bytes = new byte[4 + 4 * sizes.Length + sizes.Aggregate((a, b) => a * b)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, magic);
        for (var k = 0; k < sizes.Length; k++) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + 4 * k), sizes[k]);
        for (var k = 4 + 4 * sizes.Length; k < bytes.Length; k++) bytes[k] = (byte)value(k - 4 - 4 * sizes.Length);
        return bytes;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private (Dataset Train, Dataset Test) Load(params Uri[] mirrors) => Load(null, null, mirrors);

    private (Dataset Train, Dataset Test) Load(string? folder, string? variable, Uri[] mirrors, IProgress<Download>? progress = null,
        CancellationTokenSource? stop = null) => Mnist.Load(folder, variable, new(cache, mirrors, patience), Files, (3, 2), progress,
            stop?.Token ?? TestContext.Current.CancellationToken);

    private void NothingIsKept() => Assert.DoesNotContain(Directory.EnumerateFiles(cache), file => !file.EndsWith(".lock", StringComparison.Ordinal));

    private string FolderWith(string name, byte[] bytes)
    {
        Directory.CreateDirectory(cache);
        foreach (var (good, content) in Good) File.WriteAllBytes(Path.Combine(cache, good), good == name ? bytes : content);
        return cache;
    }

    [Fact]
    public void What_is_downloaded_once_is_read_from_the_disk_ever_after()
    {
        var (train, test) = Load(server.Root);

        Assert.Equal((3, 784, 2), (train.Count, train.X.ColumnCount, test.Count));
        Assert.Equal([7.0, 8, 9], train.y);
        Assert.Equal((2 / 255.0, 253 / 255.0), (train.X[0, 2], test.X[0, 2]));
        Assert.Equal(Names, server.Asked);

        Assert.Equal(train.X, Load(new Uri("http://127.0.0.1:9/")).Train.X);
        Assert.Equal(4, server.Asked.Count);
    }

    [Fact]
    public void A_folder_that_is_named_is_taken_packed_or_unpacked_and_nothing_is_downloaded()
    {
        var folder = FolderWith("", []);
        File.Delete(Path.Combine(folder, Names[0]));
        File.WriteAllBytes(Path.Combine(folder, "train-images-idx3-ubyte"), Idx(0x803, [3, 28, 28], k => k % 256));

        Assert.Equal(3, Load(folder, null, [server.Root]).Train.Count);
        Assert.Equal(3, Load(null, folder, [server.Root]).Train.Count);
        Assert.Empty(server.Asked);
        Assert.Contains("lacks train-labels-idx1-ubyte.gz", Assert.Throws<FileNotFoundException>(() =>
        {
            File.Delete(Path.Combine(folder, Names[1]));
            Load(folder, null, [server.Root]);
        }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_mirror_is_asked_where_one_breaks_off_has_nothing_or_has_something_else()
    {
        using var broken = new FileServer(name => Good[name]) { KeptBack = 3 };
        using var empty = new FileServer(_ => null);
        using var other = new FileServer(name => [.. Good[name][..^1], (byte)(Good[name][^1] + 1)]);
        using var longer = new FileServer(name => [.. Good[name], 0]);

        Assert.Equal(3, Load(broken.Root, empty.Root, other.Root, longer.Root, server.Root).Train.Count);
        Assert.All([broken, empty, other, longer, server], mirror => Assert.Equal(4, mirror.Asked.Count));
    }

    [Fact]
    public void The_next_mirror_is_asked_where_one_hangs_up()
    {
        using var hangsUp = new FileServer(name => Good[name]) { HangsUp = true };

        Assert.Equal(3, Load(hangsUp.Root, server.Root).Train.Count);
        Assert.All([hangsUp, server], mirror => Assert.Equal(4, mirror.Asked.Count));
    }

    [Fact]
    public void A_mirror_that_never_ends_is_left_soon_after_the_size_of_the_file()
    {
        using var endless = new FileServer(_ => new byte[20_000_000]);
        var message = Assert.Throws<IOException>(() => Load(endless.Root)).Message;

        var found = int.Parse(message.Split("found ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.InRange(found, Files[0].Size + 1, Files[0].Size + 200_000);
        NothingIsKept();
    }

    [Fact]
    public void A_cache_that_has_all_files_is_read_even_while_it_cannot_be_written()
    {
        Load(server.Root);
        using var taken = new FileStream(Path.Combine(cache, ".lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5));

        Assert.Equal(3, Load(null, null, [], stop: source).Train.Count);
    }

    [Fact]
    public void Where_no_mirror_has_it_the_message_says_why_and_what_to_do_and_nothing_is_kept()
    {
        using var broken = new FileServer(name => Good[name]) { KeptBack = 3 };
        using var other = new FileServer(name => [.. Good[name][..^1], (byte)(Good[name][^1] + 1)]);
        using var silent = new FileServer(name => Good[name]) { Silent = true };
        patience = 0.5;
        var message = Assert.Throws<IOException>(() => Load(other.Root, silent.Root, broken.Root)).Message;

        Assert.Contains("train-images-idx3-ubyte.gz could not be downloaded", message, StringComparison.Ordinal);
        Assert.Contains("nothing came for 0.5 s", message, StringComparison.Ordinal);
        Assert.Contains($"into {cache}, or into a folder that the variable FROMSCRATCH_DATA names", message, StringComparison.Ordinal);
        NothingIsKept();

        patience = 30;
        Assert.Contains($"expected {Files[0].Size} bytes with the SHA-256 {Files[0].Sha256}",
            Assert.Throws<IOException>(() => Load(other.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_network_the_lesson_goes_on_with_the_courses_own_digits_and_says_so()
    {
        using var notice = new StringWriter();
        var (train, test) = Mnist.LoadOrDigits(() => Load(new Uri("http://127.0.0.1:9/")), notice);

        Assert.Equal((1437, 360, 64), (train.Count, test.Count, train.X.ColumnCount));
        Assert.Equal(1, train.X.Enumerate().Max());
        Assert.Contains("not MNIST", notice.ToString(), StringComparison.Ordinal);
        Assert.Contains("To do it by hand, put the files", notice.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_killed_kernel_left_and_a_file_that_went_bad_are_replaced()
    {
        Directory.CreateDirectory(cache);
        File.WriteAllBytes(Path.Combine(cache, Names[0] + ".part"), new byte[100_000]);
        File.WriteAllBytes(Path.Combine(cache, Names[1]), Good[Names[1]][..^1]);
        File.WriteAllBytes(Path.Combine(cache, Names[3]), Good[Names[3]]);

        Assert.Equal(3, Load(server.Root).Train.Count);
        Assert.Equal(Names[..3], server.Asked);
        Assert.Empty(Directory.GetFiles(cache, "*.part"));
    }

    private sealed class Listener(Action<Download> told) : IProgress<Download>
    {
        public void Report(Download value) => told(value);
    }

    [Fact]
    public void A_download_that_is_given_up_keeps_what_was_whole_and_goes_on_from_there()
    {
        using var source = new CancellationTokenSource();
        var reports = new List<Download>();
        Assert.ThrowsAny<OperationCanceledException>(() => Load(null, null, [server.Root], new Listener(report =>
        {
            reports.Add(report);
            if (report.File == Names[1]) source.Cancel();
        }), source));

        Assert.Equal(new Download(Names[0], Files[0].Size, Files[0].Size), reports.Last(report => report.File == Names[0]));
        Assert.True(File.Exists(Path.Combine(cache, Names[0])));
        Assert.Empty(Directory.GetFiles(cache, "*.part"));
        Assert.Equal(3, Load(server.Root).Train.Count);
        Assert.Single(server.Asked, name => name == Names[0]);
    }

    [Fact]
    public async Task Two_kernels_that_start_at_once_download_once()
    {
        // Threads of their own, as kernels have.
        var loads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() => Load(server.Root),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.All(loads, load => Assert.Equal([7.0, 8, 9], load.Train.y));
        Assert.Equal(Names, server.Asked);
    }

    [Fact]
    public void A_full_disk_and_a_folder_that_cannot_be_made_are_told_as_such()
    {
        File.WriteAllText(cache, "");
        Assert.Contains("To do it by hand", Assert.Throws<IOException>(() => Load(server.Root)).Message, StringComparison.Ordinal);
        File.Delete(cache);

        if (!File.Exists("/dev/full")) return; // only Linux has a disk that is always full
        Directory.CreateDirectory(cache);
        File.CreateSymbolicLink(Path.Combine(cache, Names[0] + ".part"), "/dev/full");
        Assert.Contains("No space left", Assert.Throws<IOException>(() => Load(server.Root)).Message, StringComparison.Ordinal);
        NothingIsKept();
    }

    [Fact]
    public void A_folder_that_takes_no_file_is_told_at_once()
    {
        if (!Directory.Exists("/proc/self")) return; // there nobody can write, as on a disk that is read only
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var error = Assert.Throws<IOException>(() => Mnist.Load(null, null, new("/proc/self", [server.Root]), Files, (3, 2), null, source.Token));

        Assert.Contains("/proc/self/.lock", error.Message, StringComparison.Ordinal);
        Assert.Contains("into /proc/self, or into a folder that the variable FROMSCRATCH_DATA names", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_what_it_should_be_is_named()
    {
        string Message(int file, byte[] bytes) => Assert.Throws<InvalidDataException>(() => Load(FolderWith(Names[file], bytes), null, [])).Message;

        Assert.Contains("the file is truncated", Message(0, Good[Names[0]][..^40]), StringComparison.Ordinal);
        Assert.Contains("t10k-labels-idx1-ubyte.gz: expected the magic number 0x00000801 (labels), found 0x00000803", Message(3, Good[Names[2]]), StringComparison.Ordinal);
        Assert.Contains("expected 3×784 pixels, found 2×784", Message(0, Good[Names[2]]), StringComparison.Ordinal);
        Assert.Contains("expected 3 labels, found 2", Message(1, Good[Names[3]]), StringComparison.Ordinal);
        Assert.Contains("label 2 is 12, no digit", Message(1, Gzip(Idx(0x801, [3], k => 10 * (k / 2) + k))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_real_files_are_those_of_the_publishers()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("FROMSCRATCH_DATA") is { } folder && File.Exists(Path.Combine(folder, Names[0])),
            "FROMSCRATCH_DATA names no folder with MNIST.");
        var (train, test) = Mnist.Load(cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((60000, 10000), (train.Count, test.Count));
        Assert.Equal(1567298545, 255 * train.X.Enumerate().Sum(), 1.0);
        Assert.Equal(264923200, 255 * test.X.Enumerate().Sum(), 1.0);
        Assert.Equal(0.13066, train.X.Enumerate().Average(), 1e-5);
    }
}
