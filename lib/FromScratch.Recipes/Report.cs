using System.Globalization;
using MathNet.Numerics.Statistics;

namespace FromScratch.Recipes;

/// <summary>The table recipe · slide · measured · seeds · seconds, as Markdown.</summary>
internal static class Report
{
    public static string Of(IEnumerable<(Recipe Recipe, IReadOnlyList<Result> Results)> rows, string data, string words) => string.Join('\n',
    [
        "# The decks' headline results, measured",
        "",
        "| recipe | slide | measured | seeds | seconds | CPU seconds | memory |",
        "|---|--:|--:|--:|--:|--:|--:|",
        .. rows.Select(row => Row(row.Recipe, row.Results)),
        "",
        $"Data: {data}. Measured: accuracy on its test images, mean ± standard deviation over the seeds 1, 2, …. Seconds, and CPU seconds of all",
        "threads, are means over the seeds; CPU seconds well below cores × seconds tell of other work on the machine. Memory: the process's peak.",
        "",
        $"Machine: {Machine.Text}.",
        "",
        $"Command: `dotnet run -c Release --project lib/FromScratch.Recipes{(words.Length > 0 ? $" -- {words}" : "")}`",
        "",
    ]);

    private static string Row(Recipe recipe, IReadOnlyList<Result> results)
    {
        string Mean(Func<Result, double> what, string format) => results.Count == 0 ? "–" : results.Average(what).ToString(format, CultureInfo.InvariantCulture);
        var slide = recipe.Slide is { } percent ? Invariant($"{percent:F1} %") : "–";
        var memory = results.Count == 0 ? "–" : Invariant($"{results.Max(result => result.PeakMegabytes) / 1000:F1} GB");
        return $"| **{recipe.Name}**: {recipe.Text} | {slide} | {Mean(result => 100 * result.Accuracy, "F2")}{Spread(results)} | {results.Count} | "
            + $"{Mean(result => result.Seconds, "F0")} | {Mean(result => result.CpuSeconds, "F0")} | {memory} |";
    }

    // s, with n − 1; a single seed has no spread.
    private static string Spread(IReadOnlyList<Result> results) => results.Count == 0 ? "" : results.Count == 1 ? " %"
        : Invariant($" ± {100 * results.Select(result => result.Accuracy).StandardDeviation():F2} %");
}
