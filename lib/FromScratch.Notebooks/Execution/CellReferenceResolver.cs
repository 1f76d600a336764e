using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FromScratch.Notebooks;

/// <summary>Finds what <c>#r "relative.dll"</c> names, and what those assemblies need that lies beside them.</summary>
internal sealed class CellReferenceResolver(string folder, CellLoadContext loader) : MetadataReferenceResolver
{
    private readonly string folder = Path.GetFullPath(folder);
    private readonly Dictionary<string, PortableExecutableReference> known = [];

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var path = Path.GetFullPath(reference, folder);
        return File.Exists(path) ? [Read(path, properties)] : [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        var home = Path.GetDirectoryName((definition as PortableExecutableReference)?.FilePath);
        var path = home is null ? null : Path.Combine(home, referenceIdentity.Name + ".dll");
        return File.Exists(path) ? Read(path, MetadataReferenceProperties.Assembly) : null;
    }

    private PortableExecutableReference Read(string path, MetadataReferenceProperties properties)
    {
        lock (known) // Completion compiles while a cell does.
        {
            if (!known.TryGetValue(path, out var reference))
            {
                reference = MetadataReference.CreateFromImage(File.ReadAllBytes(path), properties, filePath: path);
                known[path] = reference;
                loader.Register(Path.GetFileNameWithoutExtension(path), path);
            }

            return reference;
        }
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
