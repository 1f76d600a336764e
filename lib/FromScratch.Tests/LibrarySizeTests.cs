namespace FromScratch.Tests;

public sealed class LibrarySizeTests
{
    [Fact]
    public void The_maths_library_is_read_in_an_evening()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "lib", "FromScratch"), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(Repository.Root, path), path => File.ReadLines(path).Count());

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Value > 120);
        // The provider is machinery that no lesson reads: it has a limit of its own.
        var provider = files.Where(file => file.Key.Contains("Provider", StringComparison.Ordinal)).Sum(file => file.Value);
        Assert.InRange(provider, 1, 500);
        Assert.InRange(files.Values.Sum() - provider, 1, 3097);
    }
}
