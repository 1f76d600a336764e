using System.Text.Json.Nodes;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Running;

/// <summary>A folder of small notebooks for one test.</summary>
public sealed class NotebookFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("from-scratch-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public string FileOf(string name) => System.IO.Path.Combine(Path, name);

    public string Add(string name, params string[] cells)
    {
        var document = NotebookCleaner.Clean(new NotebookDocument(name, [], [.. cells.Select((code, i) => new NotebookCell(CellKind.Code, $"cell-{i}", code))]));
        document.Write(FileOf(name));
        return FileOf(name);
    }

    public void AddInLanguage(string name, string language)
    {
        var document = JsonNode.Parse(File.ReadAllText(Add(name, "print(1)")))!;
        document["metadata"]!["kernelspec"]!["language"] = language;
        document["metadata"]!["language_info"]!["name"] = language;
        File.WriteAllText(FileOf(name), document.ToJsonString());
    }
}
