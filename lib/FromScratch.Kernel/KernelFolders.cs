namespace FromScratch.Kernel;

/// <summary>Where Jupyter keeps kernelspecs: https://docs.jupyter.org/en/latest/use/jupyter-directories.html.</summary>
/// <param name="Platform"><c>windows</c>, <c>macos</c> or anything else, which follows the XDG rules.</param>
/// <param name="Variable">Reads an environment variable; null or empty where it is not set.</param>
/// <param name="Home">The user's home folder.</param>
internal sealed record KernelFolders(string Platform, Func<string, string?> Variable, string Home)
{
    public static KernelFolders Here { get; } = new(
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "unix",
        Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    /// <summary>The user's own kernels, where ours goes.</summary>
    public string User => Path.Combine(Set("JUPYTER_DATA_DIR") ?? (Platform switch
    {
        "windows" => Path.Combine(Set("APPDATA") ?? Path.Combine(Home, "AppData", "Roaming"), "jupyter"),
        "macos" => Path.Combine(Home, "Library", "Jupyter"),
        _ => Path.Combine(Set("XDG_DATA_HOME") ?? Path.Combine(Home, ".local", "share"), "jupyter"),
    }), "kernels");

    /// <summary>The one user folder that VS Code searches: it heeds neither JUPYTER_DATA_DIR nor XDG_DATA_HOME.</summary>
    public string VisualStudioCode => (this with { Variable = _ => null }).User;

    /// <summary>Every folder a kernel can be found in, the first winning.</summary>
    public IEnumerable<string> All => (Set("JUPYTER_PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [])
        .Select(folder => Path.Combine(folder, "kernels")).Append(User).Append(VisualStudioCode).Concat(Platform == "windows"
            ? [Path.Combine(Set("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter", "kernels")]
            : ["/usr/local/share/jupyter/kernels", "/usr/share/jupyter/kernels"]).Distinct();

    private string? Set(string variable) => Variable(variable) is { Length: > 0 } value ? value : null;
}
