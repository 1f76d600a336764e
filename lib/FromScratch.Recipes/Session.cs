using System.Diagnostics;

namespace FromScratch.Recipes;

/// <summary>Trains what is not finished yet, keeps each seed as soon as it is, and reports.</summary>
internal sealed class Session(Results results, bool small, CancellationToken cancellation)
{
    private readonly Lazy<Digits> digits = new(() => small ? Digits.Small() : Digits.Full(cancellation));

    public string Data => small ? "the course's own digits, 8×8 pixels, 1,437 to learn from and 360 to test on"
        : "MNIST, 55,000 images to learn from (the first 5,000 held out) and 10,000 to test on, pixels / 255";

    public IReadOnlyList<Result> Finished(Recipe recipe, int? seeds) => results.Of(OriginOf(recipe), seeds ?? recipe.Seeds);

    public void Train(Recipe recipe, int? asked)
    {
        var (seeds, finished) = (asked ?? recipe.Seeds, Finished(recipe, asked).Select(result => result.Seed).ToHashSet());
        if (finished.Count > 0) Console.Error.WriteLine($"{recipe.Name}: {finished.Count} of {seeds} seeds are finished already");
        foreach (var seed in Enumerable.Range(1, seeds).Where(seed => !finished.Contains(seed)))
        {
            var result = Train(recipe, seed, $"{recipe.Name}, seed {seed} of {seeds}");
            results.Add(result);
            Console.Error.WriteLine(Invariant($"{recipe.Name}, seed {seed} of {seeds}: {100 * result.Accuracy:F2} %, {result.Seconds:F1} s"));
        }
    }

    private Result Train(Recipe recipe, int seed, string title)
    {
        var (train, test) = digits.Value;
        var (bar, clock, before) = (new Bar(title), Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var network = recipe.Train(new(train, seed, bar, cancellation));
        using var process = Process.GetCurrentProcess();
        var (seconds, cpu) = (clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
        bar.Clear();
        return new(OriginOf(recipe), seed, Metrics.Accuracy(network.Classify(test.X), test.y), seconds, cpu, process.PeakWorkingSet64 / 1e6);
    }

    private Origin OriginOf(Recipe recipe) => new(recipe.Name, recipe.Text, Data, $"{typeof(Network).Module.ModuleVersionId}", Machine.Text);
}
