using FromScratch.Notebooks;

namespace FromScratch.Tests.Documents;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_created_then_replaced_and_no_temporary_file_stays()
    {
        AtomicFile.Write(folder["a.ipynb"], "one");
        AtomicFile.Write(folder["a.ipynb"], "둘 🎢");

        Assert.Equal("둘 🎢"u8.ToArray(), File.ReadAllBytes(folder["a.ipynb"]));
        Assert.Equal(["a.ipynb"], folder.Names);
    }

    [Fact]
    public void A_left_over_temporary_file_is_written_over()
    {
        File.WriteAllText(folder[".a.ipynb.tmp"], "half of something longer");

        AtomicFile.Write(folder["a.ipynb"], "whole");

        Assert.Equal("whole", File.ReadAllText(folder["a.ipynb"]));
        Assert.Equal(["a.ipynb"], folder.Names);
    }

    [Fact]
    public void A_symbolic_link_stays_and_its_target_is_replaced()
    {
        File.WriteAllText(folder["target"], "old");
        File.CreateSymbolicLink(folder["second"], "target");
        File.CreateSymbolicLink(folder["first"], "second");

        AtomicFile.Write(folder["first"], "new");

        Assert.Equal("new", File.ReadAllText(folder["target"]));
        Assert.Equal("second", new FileInfo(folder["first"]).LinkTarget);
        Assert.Equal("target", new FileInfo(folder["second"]).LinkTarget);
    }

    [Fact]
    public void A_link_to_a_file_yet_to_be_written_creates_that_file()
    {
        File.CreateSymbolicLink(folder["link"], "target");

        AtomicFile.Write(folder["link"], "new");

        Assert.Equal("new", File.ReadAllText(folder["target"]));
        Assert.Equal("target", new FileInfo(folder["link"]).LinkTarget);
    }

    [Fact]
    public void The_file_mode_is_kept()
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead;
        File.WriteAllText(folder["a"], "old");
        File.SetUnixFileMode(folder["a"], mode);

        AtomicFile.Write(folder["a"], "new");

        Assert.Equal(mode, File.GetUnixFileMode(folder["a"]));
        Assert.Equal("new", File.ReadAllText(folder["a"]));
    }

    [Fact]
    public void Equal_bytes_leave_the_file_untouched()
    {
        var past = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.WriteAllText(folder["a"], "same");
        File.SetLastWriteTimeUtc(folder["a"], past);

        AtomicFile.Write(folder["a"], "same");
        Assert.Equal(past, File.GetLastWriteTimeUtc(folder["a"]));

        AtomicFile.Write(folder["a"], "other");
        Assert.NotEqual(past, File.GetLastWriteTimeUtc(folder["a"]));
    }

    [Fact]
    public void A_failure_leaves_the_old_file_whole()
    {
        File.WriteAllText(folder["a"], "old");
        // The temporary file cannot be opened: its name belongs to a folder.
        Directory.CreateDirectory(folder[".a.tmp"]);

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(folder["a"], "new"));

        Assert.Equal("old", File.ReadAllText(folder["a"]));
    }

    [Fact]
    public void A_file_that_is_read_only_stays()
    {
        File.WriteAllText(folder["a"], "old");
        File.SetAttributes(folder["a"], FileAttributes.ReadOnly);

        Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(folder["a"], "new"));

        Assert.Equal("old", File.ReadAllText(folder["a"]));
        File.SetAttributes(folder["a"], FileAttributes.Normal);
        Assert.Equal(["a"], folder.Names);
    }

    [Fact]
    public void A_folder_is_not_replaced_by_a_file()
    {
        Directory.CreateDirectory(folder["a"]);

        Assert.Throws<IOException>(() => AtomicFile.Write(folder["a"], "new"));

        Assert.Equal(["a"], folder.Names);
    }
}
