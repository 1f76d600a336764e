using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace FromScratch.Notebooks;

/// <summary>What the first cell is compiled against: the running framework and this engine. Later cells inherit it.</summary>
internal static class HostReferences
{
    public static ImmutableArray<MetadataReference> All { get; } = Find();

    private static ImmutableArray<MetadataReference> Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return [.. trusted
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(CellHost).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path))];
    }
}
