using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace FromScratch.Notebooks;

/// <summary>
/// Holds a session's assemblies: its compiled cells and what they <c>#r</c>. Files are read whole and closed, so that
/// <c>dotnet build</c> can overwrite a library while a notebook that uses it is open.
/// </summary>
internal sealed class CellLoadContext() : AssemblyLoadContext("notebook")
{
    private readonly ConcurrentDictionary<string, string> files = new();
    private readonly ConcurrentDictionary<string, string> native = new();

    public void Register(string path) => files[Path.GetFileNameWithoutExtension(path)] = path;

    public void Register(IEnumerable<string> compile, IEnumerable<string> runtime, IEnumerable<string> libraries)
    {
        foreach (var path in compile.Concat(runtime)) // Of those with both, the one to run comes last and stays.
            Register(path);
        foreach (var path in libraries)
            native[Bare(Path.GetFileNameWithoutExtension(path))] = path;
    }

    /// <summary>Whether a package's assembly is wanted: not when the framework has it, nor when a cell has loaded the same from elsewhere.</summary>
    /// <exception cref="PackageException">Another version of it is in use.</exception>
    public bool Lacks(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        if (HostReferences.Names.Contains(name)) return false;
        if (!files.TryGetValue(name, out var known)) return true;
        var (used, wanted) = (AssemblyName.GetAssemblyName(known).Version, AssemblyName.GetAssemblyName(path).Version);
        return used == wanted ? false
            : throw new PackageException($"{name} {wanted} is needed, but {used} is in use. Restart, and put #r \"nuget: …\" first.");
    }

    public Assembly LoadCell(byte[] assembly, byte[] symbols) => LoadFromStream(new MemoryStream(assembly), new MemoryStream(symbols));

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is not { } name || !files.TryGetValue(name, out var path)) return null;
        var symbols = Path.ChangeExtension(path, ".pdb");
        return LoadFromStream(new MemoryStream(File.ReadAllBytes(path)), File.Exists(symbols) ? new MemoryStream(File.ReadAllBytes(symbols)) : null);
    }

    /// <summary>Runs the module initialisers of a library now rather than when one of its methods is first called.</summary>
    public void Initialize(string path)
    {
        try { RuntimeHelpers.RunModuleConstructor(LoadFromAssemblyName(AssemblyName.GetAssemblyName(path)).ManifestModule.ModuleHandle); }
        catch (Exception) { } // Whatever is wrong with it, the cell that calls it is told; until then it is only a library to compile against.
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        native.TryGetValue(Bare(unmanagedDllName), out var path) || native.TryGetValue(Bare(Path.GetFileNameWithoutExtension(unmanagedDllName)), out path)
            ? LoadUnmanagedDllFromPath(path)
            : 0;

    // sqlite3 is libsqlite3.so, sqlite3.dll or libsqlite3.dylib.
    private static string Bare(string name) => name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name;
}
