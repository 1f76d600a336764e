using System.Globalization;

namespace FromScratch.Tests.Running;

public sealed class LongSessionTests : IDisposable
{
    private readonly NotebookFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Three_hundred_cells_stay_small_and_the_last_is_as_fast_as_the_first()
    {
        // Were every cell given all references again, three hundred would take hundreds of megabytes and grow slower.
        var cells = Enumerable.Range(0, 300).Select(i => $"var v{i} = Enumerable.Range(0, {i} + 1).Sum(x => 2 * x); times.Add(clock.Elapsed.TotalMilliseconds);");
        folder.Add(
            "00-a.ipynb",
            [
                "var clock = System.Diagnostics.Stopwatch.StartNew(); var times = new List<double>();",
                .. cells,
                "double Median(IEnumerable<double> xs) => xs.Order().ElementAt(xs.Count() / 2);\nvar took = times.Zip(times.Skip(1), (a, b) => b - a).ToList();",
                "File.WriteAllText(\"measured\", $\"{Environment.WorkingSet / 1e6} {Median(took.Skip(50).Take(50))} {Median(took.TakeLast(50))}\");",
            ]);
        var run = await Command.Run(folder.Path, "run", ".");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var measured = File.ReadAllText(folder.FileOf("measured"));
        var numbers = measured.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{measured} (MB, ms a cell early, late)");
        Assert.InRange(numbers[0], 0, 300);
        Assert.InRange(numbers[2] / numbers[1], 0, 3);
    }
}
