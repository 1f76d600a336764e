using System.Runtime.InteropServices;

namespace FromScratch.Recipes;

/// <summary>"AMD EPYC, 2 cores, .NET 10.0.0": what seconds depend on; no name, no path.</summary>
internal static class Machine
{
    public static string Text { get; } = Invariant($"{Processor}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");

    private static string Processor => (File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo") : [])
        .Where(line => line.StartsWith("model name", StringComparison.Ordinal)).Select(line => line.Split(':', 2)[^1].Trim()).FirstOrDefault()
        ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
}
