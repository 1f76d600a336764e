using System.Text.Json;
using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary>One kernelspec: a folder with a <c>kernel.json</c>, named as notebooks ask for it.</summary>
internal sealed record KernelSpec(string Folder)
{
    public const string DisplayName = "C# (FromScratch)";
    private const string Mark = "fromscratch";

    public string Name => Path.GetFileName(Folder);
    public bool Exists => File.Exists(File_);

    /// <summary>Written by this command, not by somebody else's installer.</summary>
    public bool IsOurs => Content()?["metadata"] is JsonObject metadata && metadata.ContainsKey(Mark);

    /// <summary>What a kernel picker calls it.</summary>
    public string Title => Content()?["display_name"]?.ToString() ?? "unreadable kernel.json";

    /// <summary>Copies of the kernel's program; more than one while an old one still runs.</summary>
    public IEnumerable<string> Programs => Directory.Exists(Folder) ? Directory.EnumerateDirectories(Folder, "program-*") : [];

    private string File_ => Path.Combine(Folder, "kernel.json");

    private JsonObject? Content()
    {
        try { return JsonNode.Parse(File.ReadAllText(File_)) as JsonObject; }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException) { return null; }
    }

    public static IEnumerable<KernelSpec> In(string kernels) => !Directory.Exists(kernels) ? []
        : Directory.EnumerateDirectories(kernels).Select(folder => new KernelSpec(folder)).Where(spec => spec.Exists).OrderBy(spec => spec.Name, StringComparer.Ordinal);

    /// <summary>Makes a copy of the program the one that starts; until then, and if this fails, the old one does.</summary>
    public void PointTo(string program, string dotnet) => AtomicFile.Write(File_, new JsonObject
    {
        ["argv"] = new JsonArray(dotnet, $"{{resource_dir}}/{Path.GetFileName(program)}/FromScratch.Kernel.dll", "jupyter", "{connection_file}"),
        ["display_name"] = DisplayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new JsonObject { [Mark] = new JsonObject() },
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n");

    /// <summary>A running kernel keeps its own dll open for reading.</summary>
    public static bool IsRunning(string program)
    {
        try
        {
            using var alone = new FileStream(Path.Combine(program, "FromScratch.Kernel.dll"), FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (IOException e) { return e is not FileNotFoundException; }
    }

    /// <summary>Removes what <c>install</c> wrote and nothing else that may lie in the folder.</summary>
    public void Delete()
    {
        foreach (var program in Programs)
            Directory.Delete(program, recursive: true);
        foreach (var file in Directory.EnumerateFiles(Folder, "logo-*").Append(File_))
            File.Delete(file);
        if (!Directory.EnumerateFileSystemEntries(Folder).Any())
            Directory.Delete(Folder);
    }
}
