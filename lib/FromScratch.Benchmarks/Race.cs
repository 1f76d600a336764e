using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace FromScratch.Benchmarks;

/// <summary>Ours, NumPy and PyTorch run a workload in turn: median seconds of each, NaN where one cannot.</summary>
internal sealed class Race(int threads, int rounds) : IDisposable
{
    // Long enough for tiered compilation to settle, and for the clock to see.
    private const double WarmUp = 1, Enough = 0.02;
    private readonly Worker? numpy = Worker.Start("numpy", threads), torch = Worker.Start("torch", threads);

    /// <summary>Ours, NumPy's and PyTorch's, once they have run it before.</summary>
    public double[] Warm(Workload workload)
    {
        var timers = new[] { Ours(workload.Prepare()), Theirs(numpy, workload), Theirs(torch, workload) };
        var repeats = timers.Select(timer => timer is null ? 0 : Repeats(timer)).ToArray();
        return Rounds(timers.Select((timer, who) => timer is null ? null : new Func<double>(() => timer(repeats[who]) / repeats[who])));
    }

    /// <summary>The same as the first thing that each does in a new process; starting it and reading the data are not counted.</summary>
    public double[] Cold(Workload workload) => Rounds(
    [
        () => First(workload.Name),
        numpy is null ? null : () => First("numpy", workload),
        torch is null || Theirs(torch, workload) is null ? null : () => First("torch", workload),
    ]);

    public static Func<int, double> Ours(Action run) => repeat =>
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < repeat; i++) run();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    };

    /// <summary>Takes half a gigabyte and gives it back: on a virtual machine the first to touch it pays, ten times a page's price, for the host to find it.</summary>
    public static void TouchMemory()
    {
        const int size = 1 << 29, page = 4096;
        var memory = Marshal.AllocHGlobal(size);
        for (var i = 0; i < size; i += page) Marshal.WriteByte(memory, i, 1);
        Marshal.FreeHGlobal(memory);
    }

    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    private double[] Rounds(IEnumerable<Func<double>?> timers)
    {
        var turns = timers.Select(timer => (timer, seconds: new List<double>())).ToArray();
        for (var round = 0; round < rounds; round++)
            foreach (var (timer, seconds) in turns)
            {
                // The others' threads spin for a while after their work.
                if (threads > 1) Thread.Sleep(30);
                seconds.Add(timer?.Invoke() ?? double.NaN);
            }
        return [.. turns.Select(turn => Median(turn.seconds))];
    }

    private static Func<int, double>? Theirs(Worker? worker, Workload workload) => worker?.Load(workload.Line) == true ? worker.Run : null;

    private static int Repeats(Func<int, double> timer)
    {
        var start = Stopwatch.GetTimestamp();
        var best = timer(1);
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < WarmUp) best = Math.Min(best, timer(1));
        return Math.Max(1, (int)(Enough / best));
    }

    private double First(string workload)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--cold", workload, $"{threads}"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        return double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }

    private double First(string library, Workload workload)
    {
        using var worker = Worker.Start(library, threads)!;
        worker.Load(workload.Line);
        worker.TouchMemory();
        return worker.Run(1);
    }

    public void Dispose()
    {
        numpy?.Dispose();
        torch?.Dispose();
    }
}
