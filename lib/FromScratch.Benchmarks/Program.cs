using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using FromScratch;
using FromScratch.Benchmarks;
using MathNet.Numerics;
using Spectre.Console;

// dotnet run -c Release --project lib/FromScratch.Benchmarks [words…]: the workloads whose name, precision or "2 threads" has all the words.
const int Rounds = 9;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
RuntimeHelpers.RunModuleConstructor(typeof(Tensor).Module.ModuleHandle);
var table = new Table().AddColumns("workload", "precision", "threads", "ours ms", "NumPy ms", "PyTorch ms", "/ NumPy", "/ PyTorch", "goal", "verdict");
table.Border(TableBorder.Minimal);
foreach (var threads in (int[])[1, 2])
{
    Control.MaxDegreeOfParallelism = threads;
    using var numpy = Worker.Start("numpy", threads);
    using var torch = Worker.Start("torch", threads);
    Console.WriteLine($"{threads} thread(s): .NET {Environment.Version}, NumPy {numpy?.Version ?? "missing"}, PyTorch {torch?.Version ?? "missing"}");
    foreach (var workload in Products.All)
    {
        var title = $"{workload.Name} {workload.Precision} {threads} thread(s)";
        if (!args.All(word => title.Contains(word, StringComparison.Ordinal))) continue;
        var run = workload.Prepare();
        var timers = new[] { Ours(run), Theirs(numpy, workload), Theirs(torch, workload) };
        var times = timers.Select(timer => timer is null ? double.NaN : 0).ToArray();
        // One untimed round warms everybody up and shows how many runs fill 20 ms.
        var repeats = timers.Select(timer => timer is null ? 0 : Repeats(timer)).ToArray();
        var seconds = timers.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
            for (var who = 0; who < timers.Length; who++)
                if (timers[who] is { } timer)
                {
                    // The others' threads spin for a while after their work.
                    Thread.Sleep(threads == 1 ? 0 : 30);
                    seconds[who].Add(timer(repeats[who]) / repeats[who]);
                }
        var (ours, theirs, torchs) = (Median(seconds[0]), Median(seconds[1]), Median(seconds[2]));
        var ratio = workload.Against == "numpy" ? ours / theirs : ours / torchs;
        var verdict = workload.Goal is not { } goal || double.IsNaN(ratio) ? "" : ratio <= goal ? "reached" : "MISSED";
        table.AddRow(workload.Name, workload.Precision, $"{threads}", Ms(ours), Ms(theirs), Ms(torchs), Ratio(ours / theirs), Ratio(ours / torchs),
            workload.Goal is { } g ? $"≤ {g:F2} × {workload.Against}" : "", verdict);
        Console.WriteLine($"{title}: {Ms(ours)} ms, / NumPy {Ratio(ours / theirs)}, / PyTorch {Ratio(ours / torchs)} {verdict}");
    }
}
Console.WriteLine();
AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
AnsiConsole.Write(table);

static Func<int, double> Ours(Action run) => repeat =>
{
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < repeat; i++) run();
    return Stopwatch.GetElapsedTime(start).TotalSeconds;
};

static Func<int, double>? Theirs(Worker? worker, Workload workload) => worker?.Load(workload.Line) == true ? worker.Run : null;

static int Repeats(Func<int, double> timer)
{
    // Long enough for tiered compilation to settle.
    var start = Stopwatch.GetTimestamp();
    var best = timer(1);
    while (Stopwatch.GetElapsedTime(start).TotalSeconds < 0.3) best = Math.Min(best, timer(1));
    return Math.Max(1, (int)(0.02 / best));
}

static double Median(List<double> values) => values.Count == 0 ? double.NaN : values.Order().ElementAt(values.Count / 2);
static string Ms(double seconds) => double.IsNaN(seconds) ? "–" : $"{seconds * 1e3:G4}";
static string Ratio(double ratio) => double.IsNaN(ratio) ? "–" : $"{ratio:F2}";
