using System.Diagnostics;
using System.Globalization;

namespace FromScratch.Benchmarks;

/// <summary>A Python process that runs the same workloads when told to; FROMSCRATCH_PYTHON names another interpreter.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process process;

    private Worker(Process process, string version) => (this.process, Version) = (process, version);

    public string Version { get; }

    /// <summary>Null where Python or the library (numpy, torch) is missing.</summary>
    public static Worker? Start(string library, int threads)
    {
        var python = Environment.GetEnvironmentVariable("FROMSCRATCH_PYTHON") ?? "/usr/bin/python3";
        var start = new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "worker.py"), library, $"{threads}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A machine's settings for OpenBLAS can hide its fast kernels: the comparison is with its best.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("OPENBLAS_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var name in (string[])["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"])
            start.Environment[name] = $"{threads}";
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return process.StandardOutput.ReadLine() is { } version ? new(process, version) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>False where the worker does not know the workload.</summary>
    public bool Load(string workload) => Ask("load " + workload) == "ok";

    /// <summary>Seconds for that many runs.</summary>
    public double Run(int repeat) => double.Parse(Ask($"run {repeat}"), CultureInfo.InvariantCulture);

    /// <summary>As <see cref="Race.TouchMemory"/>, in the worker.</summary>
    public void TouchMemory() => Ask("touch");

    private string Ask(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
        return process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"The Python worker died at: {line}");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
