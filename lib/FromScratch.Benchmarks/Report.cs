using Spectre.Console;

namespace FromScratch.Benchmarks;

/// <summary>A line as soon as it is known, and all of them as a table at the end.</summary>
internal sealed class Report
{
    private readonly Table table = new Table().Border(TableBorder.Minimal)
        .AddColumns("workload", "precision", "threads", "", "ours ms", "NumPy ms", "PyTorch ms", "/ NumPy", "/ PyTorch", "goal", "");

    public void Add(Workload workload, int threads, string how, double[] seconds)
    {
        var (ours, numpy, torch) = (seconds[0], seconds[1], seconds[2]);
        var reached = workload.Against switch { "seconds" => ours, "PyTorch" => ours / torch, _ => ours / numpy };
        var verdict = workload.Goal is not { } goal || double.IsNaN(reached) ? "" : reached <= goal ? "reached" : "MISSED";
        string[] row = [workload.Name, workload.Precision, $"{threads}", how, Ms(ours), Ms(numpy), Ms(torch), Ratio(ours / numpy), Ratio(ours / torch),
            workload.Goal is { } g ? $"≤ {g:F2} {(workload.Against == "seconds" ? "s" : "× " + workload.Against)}" : "", verdict];
        table.AddRow(row);
        Console.WriteLine(string.Join(" | ", row));
    }

    public void Print()
    {
        Console.WriteLine();
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 170);
        AnsiConsole.Write(table);
    }

    private static string Ms(double seconds) => double.IsNaN(seconds) ? "–" : $"{seconds * 1e3:G4}";
    private static string Ratio(double ratio) => double.IsNaN(ratio) ? "–" : $"{ratio:F2}";
}
