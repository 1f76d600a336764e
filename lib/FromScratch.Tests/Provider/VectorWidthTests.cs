using System.Diagnostics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace FromScratch.Tests.Provider;

public class VectorWidthTests
{
    // .NET 10 reads EnableAVX512; EnableAVX512F is its older name.
    [Theory]
    [InlineData("DOTNET_EnableAVX512F=0 DOTNET_EnableAVX512=0", 256)]
    [InlineData("DOTNET_PreferredVectorBitWidth=128 DOTNET_MaxVectorTBitWidth=128", 128)]
    [InlineData("DOTNET_EnableAVX2=0", 128)]
    [InlineData("DOTNET_EnableHWIntrinsic=0", 0)]
    public async Task Products_are_right_without(string switches, int bits)
    {
        // The test assembly is a program: here it runs the product tests in a process of their own.
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(VectorWidthTests).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null)!,
            ["--filter-class", "*.ProductTests", "--filter-class", "*.ElementwiseTests", "--filter-class", "*.ExamplesTests", "--filter-class", "*.ActivationTests", "--filter-class", "*.SumsTests", "--filter-class", "*.WidthSeen"])
        { RedirectStandardOutput = true };
        start.Environment["FROMSCRATCH_WIDEST"] = $"{bits}";
        foreach (var name in switches.Split(' ')) start.Environment[name.Split('=')[0]] = name.Split('=')[1];
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
    }
}

public class WidthSeen
{
    [Fact]
    public void Vectors_are_no_wider_than_the_environment_allows()
    {
        var widest = int.Parse(Environment.GetEnvironmentVariable("FROMSCRATCH_WIDEST") ?? "512", System.Globalization.CultureInfo.InvariantCulture);
        var provider = Tensor.Vec(1).Count == 1 ? LinearAlgebraControl.Provider.ToString()! : "";
        Assert.StartsWith("FromScratch (", provider, StringComparison.Ordinal);
        var bits = int.Parse(provider.Split('(')[1].Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
        // The switches of x64 mean nothing to Arm, whose vectors have 128 bits.
        Assert.InRange(bits, 0, widest);
    }
}
