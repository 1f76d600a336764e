namespace FromScratch.Notebooks;

/// <summary>Where the running .NET lies.</summary>
public static class Dotnet
{
    internal static readonly string Runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly string Name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
    private static readonly string Beside = Path.GetFullPath(Path.Combine(Runtime, "../../..", Name));

    /// <summary>The full path of <c>dotnet</c>: an editor started from a desktop need not have it on its PATH.</summary>
    public static string Command { get; } =
        Environment.ProcessPath is { } running && Path.GetFileName(running) == Name ? running : File.Exists(Beside) ? Beside : Name;
}
