using System.Diagnostics;

namespace FromScratch.Recipes;

/// <summary>"softmax, seed 2 of 10  [########············]  41 %  0:03 left": a line that is written over, on a terminal only.</summary>
internal sealed class Bar(string title) : IProgress<double>
{
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private double from, shown = double.NegativeInfinity;

    /// <summary>The share of the training that is done; a recipe of two trainings starts anew.</summary>
    public void Report(double value)
    {
        var now = clock.Elapsed.TotalSeconds;
        if (value < shown) (from, shown) = (now, double.NegativeInfinity);
        if (Console.IsErrorRedirected || value - shown < 0.002) return;
        shown = value;
        var (full, left) = ((int)(20 * value), TimeSpan.FromSeconds((now - from) * (1 - value) / value));
        Console.Error.Write(Invariant($"\r{title}  [{new string('#', full)}{new string('·', 20 - full)}]  {100 * value:F0} %  {(int)left.TotalMinutes}:{left.Seconds:00} left  "));
    }

    /// <summary>Wipes the line away.</summary>
    public void Clear()
    {
        if (!Console.IsErrorRedirected) Console.Error.Write($"\r{new string(' ', title.Length + 50)}\r");
    }
}
