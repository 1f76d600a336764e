using System.Diagnostics;

namespace FromScratch.Tests.Running;

/// <summary>The command as a shell starts it.</summary>
internal sealed record Command(int ExitCode, string Out, string Error)
{
    public string FirstErrorLine => Error.Split('\n')[0];

    public static Process Start(string folder, params string[] arguments) => Start(folder, path: null, arguments);

    private static Process Start(string folder, string? path, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FromScratch.Kernel.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        if (path is not null)
            start.Environment["PATH"] = path;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    public static Task<Command> Run(string folder, params string[] arguments) => RunWithPath(folder, path: null, arguments);

    /// <param name="path">The programs it can start, as in the variable PATH.</param>
    public static async Task<Command> RunWithPath(string folder, string? path, params string[] arguments)
    {
        using var process = Start(folder, path, arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Command(process.ExitCode, await output, await error);
    }
}
