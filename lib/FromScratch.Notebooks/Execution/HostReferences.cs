using System.Collections.Immutable;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace FromScratch.Notebooks;

/// <summary>What the first cell is compiled against: the running framework and this engine. Later cells inherit it.</summary>
internal static class HostReferences
{
    private static readonly string[] Framework = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetDirectoryName(path) == Dotnet.Runtime)];

    public static PortableExecutableReference Engine { get; } = Read(typeof(CellHost).Assembly.Location);

    public static ImmutableArray<MetadataReference> All { get; } = [.. Framework.Select(Read), Engine];

    /// <summary>The framework's assemblies, by simple name.</summary>
    public static HashSet<string> Names { get; } = [.. Framework.Select(path => Path.GetFileNameWithoutExtension(path))];

    // The tables alone: with their code, which no compiler reads, the framework's files would take 70 MB.
    private static PortableExecutableReference Read(string path)
    {
        using var file = File.OpenRead(path);
        return AssemblyMetadata.Create(ModuleMetadata.CreateFromStream(file, PEStreamOptions.PrefetchMetadata)).GetReference(filePath: path);
    }
}
