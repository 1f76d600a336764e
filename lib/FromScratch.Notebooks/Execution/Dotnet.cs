namespace FromScratch.Notebooks;

/// <summary>The SDK's command line.</summary>
public static class Dotnet
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
    private static readonly string Beside = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../..", Name));

    /// <summary>The full path of <c>dotnet</c>: an editor started from a desktop need not have it on its PATH.</summary>
    public static string Command { get; } =
        Environment.ProcessPath is { } running && Path.GetFileName(running) == Name ? running : File.Exists(Beside) ? Beside : Name;
}
