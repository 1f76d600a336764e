using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace FromScratch.Tests;

public sealed partial class DataReadmeTests
{
    private static readonly string Data = Path.Combine(RepositoryRoot(), "data");

    [Fact]
    public void Every_data_file_is_listed_with_its_true_checksum_and_every_listed_file_is_there()
    {
        var listed = ChecksumLine().Matches(File.ReadAllText(Path.Combine(Data, "README.md")))
            .Select(line => $"{line.Groups["name"].Value} {line.Groups["sha"].Value}");

        Assert.Equal(Files().Select(name => $"{name} {Sha256(name)}").Order(), listed.Order());
    }

    [Fact]
    public void Every_data_file_has_a_row_with_source_and_terms()
    {
        var rows = File.ReadLines(Path.Combine(Data, "README.md")).Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(cells => cells.Length == 7).Skip(1).ToList();

        Assert.Equal(Files().Order(), rows.Select(cells => cells[1]).Order());
        Assert.All(rows, cells => Assert.All(cells[1..6], cell => Assert.NotEqual("", cell)));
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Data).Select(path => Path.GetFileName(path)).Where(name => name != "README.md");

    private static string Sha256(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Data, name))));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No global.json above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"^(?<sha>[0-9a-f]{64})  (?<name>\S+)$", RegexOptions.Multiline)]
    private static partial Regex ChecksumLine();
}
