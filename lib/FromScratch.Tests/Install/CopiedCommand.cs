using System.Diagnostics;
using FromScratch.Tests.Documents;

namespace FromScratch.Tests.Install;

/// <summary>The command outside the repository, where it copies itself instead of compiling for a minute, on a machine of its own.</summary>
internal sealed class CopiedCommand : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CopiedCommand()
    {
        Directory.CreateDirectory(folder["bin/Logo"]);
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory).Where(file => !Path.GetFileName(file).StartsWith("xunit", StringComparison.Ordinal)))
            File.Copy(file, folder["bin/" + Path.GetFileName(file)]);
        foreach (var logo in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Logo")))
            File.Copy(logo, folder["bin/Logo/" + Path.GetFileName(logo)]);
    }

    public string DataFolder { get; init; } = "data";

    public string this[string name] => folder[name];

    public async Task<(int Code, string Out, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [folder["bin/FromScratch.Kernel.dll"], .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["JUPYTER_DATA_DIR"] = DataFolder.Length > 0 ? folder[DataFolder] : "";
        start.Environment["XDG_DATA_HOME"] = "";
        start.Environment["JUPYTER_PATH"] = folder["shared"];
        start.Environment["HOME"] = start.Environment["USERPROFILE"] = start.Environment["APPDATA"] = folder["home"];
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => folder.Dispose();
}
