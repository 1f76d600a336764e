using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FromScratch.Notebooks;

/// <summary>Finds what <c>#r "relative.dll"</c> names, and what those assemblies need that lies beside them; and packages: <c>#r "nuget: …"</c>.</summary>
internal sealed class CellReferenceResolver(string folder, CellLoadContext loader) : MetadataReferenceResolver
{
    private readonly string folder = Path.GetFullPath(folder);
    private readonly Dictionary<string, (PortableExecutableReference Reference, byte[] Hash)> known = [];
    private readonly HashSet<(string, string)> packages = [];

    /// <summary>Assemblies of packages that no cell has been compiled against yet.</summary>
    public ImmutableArray<MetadataReference> Pending { get; set; } = [];

    public override bool ResolveMissingAssemblies => true;

    /// <summary>Fetches the packages a cell names, before it is compiled.</summary>
    /// <exception cref="PackageException">They cannot be had; nothing changes.</exception>
    public void Restore(SyntaxTree cell, CancellationToken stop)
    {
        var all = Directives(cell).Where(IsPackage).Select(PackageRestore.Parse).Union(packages).ToList();
        if (all.Count > packages.Count)
        {
            var assets = PackageRestore.Restore(all, stop);
            var (compile, runtime) = (assets.Compile.Where(loader.Lacks).ToList(), assets.Runtime.Where(loader.Lacks).ToList());
            Pending = [.. Pending, .. compile.Select(path => MetadataReference.CreateFromFile(path))];
            loader.Register(compile, runtime, assets.Native);
            packages.UnionWith(all);
        }
    }

    /// <summary>The files a cell names that are no longer what was loaded from them.</summary>
    public IReadOnlyList<string> Changed(SyntaxTree cell)
    {
        lock (known)
            return [.. Files(cell).Where(path => known.TryGetValue(path, out var loaded) && File.Exists(path)
                && !SHA256.HashData(File.ReadAllBytes(path)).SequenceEqual(loaded.Hash))];
    }

    /// <summary>Lets the libraries a cell names prepare what they offer to other libraries, though no cell may call them themselves.</summary>
    public void Initialize(SyntaxTree cell)
    {
        foreach (var path in Files(cell))
            loader.Initialize(path);
    }

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (IsPackage(reference))
            return [HostReferences.Engine.WithProperties(properties)]; // The compiler wants one file; those of the package are pending.
        var path = Path.GetFullPath(reference, folder);
        return File.Exists(path) ? [Read(path, properties)] : [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        var home = Path.GetDirectoryName((definition as PortableExecutableReference)?.FilePath);
        var path = home is null ? null : Path.Combine(home, referenceIdentity.Name + ".dll");
        return File.Exists(path) ? Read(path, MetadataReferenceProperties.Assembly) : null;
    }

    private static bool IsPackage(string reference) => reference.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Files(SyntaxTree cell) =>
        Directives(cell).Where(reference => !IsPackage(reference)).Select(reference => Path.GetFullPath(reference, folder));

    private static IEnumerable<string> Directives(SyntaxTree cell) =>
        cell.GetCompilationUnitRoot().GetReferenceDirectives().Select(directive => directive.File.ValueText);

    private PortableExecutableReference Read(string path, MetadataReferenceProperties properties)
    {
        lock (known) // Completion compiles while a cell does.
        {
            if (!known.TryGetValue(path, out var file))
            {
                var image = File.ReadAllBytes(path);
                known[path] = file = (MetadataReference.CreateFromImage(image, properties, filePath: path), SHA256.HashData(image));
                loader.Register(path);
            }
            return file.Reference;
        }
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
