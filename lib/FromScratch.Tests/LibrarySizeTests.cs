namespace FromScratch.Tests;

public sealed class LibrarySizeTests
{
    [Fact]
    public void The_maths_library_is_read_in_an_evening()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "lib", "FromScratch"), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(Repository.Root, path), path => File.ReadLines(path).ToList());

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => file.Value.Count > 120);
        // The provider is machinery that no lesson reads: it has a limit of its own.
        var provider = files.Where(file => file.Key.Contains("Provider", StringComparison.Ordinal)).Sum(file => file.Value.Count);
        Assert.InRange(provider, 1, 500);
        Assert.InRange(files.Values.Sum(lines => lines.Count) - provider, 1, 3109);
        // Neither blank nor comment: what documents a formula may take the room it needs.
        var code = files.Values.SelectMany(lines => lines).Count(line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal));
        Assert.InRange(code, 1, 2515);
    }
}
