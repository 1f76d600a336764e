namespace FromScratch.Tests.Documents;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("documents-").FullName;

    public string this[string name] => Path.Combine(folder, name);

    public IEnumerable<string> Names => Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Order();

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
