using System.Diagnostics;
using FromScratch.Tests.Documents;

namespace FromScratch.Tests.Recipes;

/// <summary>The recipes' command as a shell starts it, with a results file of its own.</summary>
internal sealed class RecipesCommand : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Results => folder["kept/results.jsonl"];

    public string this[string name] => folder[name];

    public Process Start(params string[] arguments)
    {
        // Built beside the tests, in the same configuration.
        var tests = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(tests.Parent!.Parent!.FullName, "FromScratch.Recipes", tests.Name, "FromScratch.Recipes.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, "--results", Results])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Never the reader's own MNIST: a file is where its folder should be.
        File.WriteAllText(folder["blocked"], "");
        (start.Environment["FROMSCRATCH_DATA"], start.Environment["XDG_DATA_HOME"]) = (folder["nowhere"], folder["blocked"]);
        return Process.Start(start)!;
    }

    public async Task<(int Code, string Out, string Error)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        return await End(process);
    }

    public static async Task<(int Code, string Out, string Error)> End(Process process)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => folder.Dispose();
}
