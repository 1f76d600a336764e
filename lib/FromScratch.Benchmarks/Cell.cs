using System.Globalization;
using FromScratch.Notebooks;

namespace FromScratch.Benchmarks;

/// <summary>A learner's own A * B in a notebook cell, with and without this library: what MathNet's managed provider takes stands in
/// NumPy's column.</summary>
internal static class Cell
{
    public static Workload Product { get; } = new("A * B of 512² in a notebook cell, against MathNet's own", "double", "", () => () => { }, 0.1, "managed");

    public static double[] Compare(int rounds)
    {
        var (ours, managed) = (Notebook("#r \"FromScratch.dll\""), Notebook(""));
        var seconds = Enumerable.Range(0, rounds + 2).Select(_ => (ours: ours(), managed: managed())).Skip(2).ToList();
        return [Race.Median([.. seconds.Select(pair => pair.ours)]), Race.Median([.. seconds.Select(pair => pair.managed)]), double.NaN];
    }

    private static Func<double> Notebook(string reference)
    {
        var (session, printed) = (new Session(AppContext.BaseDirectory), "");
        void Run(string code) => session.Execute(code, "cell", output => printed += (output as StreamOutput)?.Text);
        Run($$"""
            #r "MathNet.Numerics.dll"
            {{reference}}
            using System.Diagnostics;
            using MathNet.Numerics.LinearAlgebra;
            var A = Matrix<double>.Build.Random(512, 512, 1);
            var B = Matrix<double>.Build.Random(512, 512, 2);
            """);
        return () =>
        {
            printed = "";
            Run("var watch = Stopwatch.StartNew();\nvar C = A * B;\nConsole.WriteLine(watch.Elapsed.TotalSeconds);");
            return double.Parse(printed, CultureInfo.InvariantCulture);
        };
    }
}
