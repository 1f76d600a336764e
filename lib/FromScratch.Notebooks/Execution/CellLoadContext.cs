using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace FromScratch.Notebooks;

/// <summary>
/// Holds a session's assemblies: its compiled cells and what they <c>#r</c>. Files are read whole and closed, so that
/// <c>dotnet build</c> can overwrite a library while a notebook that uses it is open.
/// </summary>
internal sealed class CellLoadContext() : AssemblyLoadContext("notebook")
{
    private readonly ConcurrentDictionary<string, string> files = new();

    public void Register(string assemblyName, string path) => files[assemblyName] = path;

    public Assembly LoadCell(byte[] assembly, byte[] symbols) => LoadFromStream(new MemoryStream(assembly), new MemoryStream(symbols));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || !files.TryGetValue(name, out var path))
        {
            return null;
        }

        using var assembly = new MemoryStream(File.ReadAllBytes(path));
        var symbolsPath = Path.ChangeExtension(path, ".pdb");
        using var symbols = File.Exists(symbolsPath) ? new MemoryStream(File.ReadAllBytes(symbolsPath)) : null;
        return LoadFromStream(assembly, symbols);
    }
}
