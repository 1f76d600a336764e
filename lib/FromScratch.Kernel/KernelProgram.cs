using System.Diagnostics;
using System.Runtime.InteropServices;
using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary>The files a kernel runs from.</summary>
internal static class KernelProgram
{
    /// <summary>Said before the minute in which nothing seems to happen.</summary>
    public const string Compiling = "Compiling the kernel ahead of time; the first time takes a minute …";

    /// <summary>
    /// Puts the program into a folder: compiled ahead of time from the repository where the SDK can (it then starts in half the time),
    /// else the build that is running.
    /// </summary>
    /// <returns>Null, or why it is not compiled ahead of time.</returns>
    public static string? CopyTo(string folder)
    {
        var failure = "the repository is not above this command";
        if (FindProject(AppContext.BaseDirectory) is { } project)
        {
            Console.WriteLine(Compiling);
            if ((failure = Publish(project, folder)) is null) return null;
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        Copy(folder);
        return failure;
    }

    private static void Copy(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string? FindProject(string? folder) => folder is null ? null
        : Path.Combine(folder, "lib", "FromScratch.Kernel") is var project && File.Exists(Path.Combine(project, "FromScratch.Kernel.csproj")) ? project
        : FindProject(Path.GetDirectoryName(folder));

    private static string? Publish(string project, string folder)
    {
        var start = new ProcessStartInfo(Dotnet.Command, ["publish", project, "--configuration", "Release",
            "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false", "--output", folder, "--nologo",
            "-p:PublishReadyToRun=true", "-p:UseAppHost=false", "-p:RunAnalyzers=false"])
        { RedirectStandardOutput = true };
        using var publish = Process.Start(start)!;
        var output = publish.StandardOutput.ReadToEndAsync();
        publish.WaitForExit();
        return publish.ExitCode == 0 ? null
            : output.Result.Split('\n').Select(line => line.Trim())
                .FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase), "dotnet publish failed");
    }
}
