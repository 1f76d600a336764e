using Spectre.Console;

namespace FromScratch.Kernel;

/// <summary>The table lesson · cells · seconds · verdict: live on a terminal, a line a lesson where the output goes to a file or to CI.</summary>
internal static class LessonTable
{
    /// <summary>Runs the notebooks in order; what runs one tells how many cells have ended. Told to stop, it begins no other.</summary>
    public static IReadOnlyList<LessonResult> Show(
        IReadOnlyList<string> notebooks, Func<string, Action<int>, LessonResult> run, CancellationToken cancellation)
    {
        return AnsiConsole.Profile.Capabilities.Interactive && AnsiConsole.Profile.Out.IsTerminal ? Live(notebooks, Run) : Plain(notebooks, Run);

        LessonResult Run(string path, Action<int> progress) => cancellation.IsCancellationRequested
            ? LessonResult.Unusable(path, $"{path}: not run, interrupted.") : run(path, progress);
    }

    private static List<LessonResult> Plain(IReadOnlyList<string> notebooks, Func<string, Action<int>, LessonResult> run)
    {
        var width = notebooks.Max(path => Path.GetFileNameWithoutExtension(path).Length);
        return [.. notebooks.Select(path =>
        {
            var result = run(path, _ => { });
            var (lesson, cells, seconds, verdict, _) = result;
            Console.WriteLine(FormattableString.Invariant($"{lesson.PadRight(width)} {cells,4} cells {seconds,6:0.0} s  {verdict}"));
            return result;
        })];
    }

    private static List<LessonResult> Live(IReadOnlyList<string> notebooks, Func<string, Action<int>, LessonResult> run)
    {
        var results = new List<LessonResult>();
        var table = new Table().RoundedBorder();
        table.AddColumns(new TableColumn("lesson"), new TableColumn("cells").RightAligned(), new TableColumn("seconds").RightAligned(), new TableColumn("verdict"));
        AnsiConsole.Live(table).Start(context =>
        {
            foreach (var path in notebooks)
            {
                table.AddRow(Markup.Escape(Path.GetFileNameWithoutExtension(path)), "", "", "[grey]running[/]");
                context.Refresh();
                var result = run(path, cells => Set(1, $"{cells}"));
                Set(1, $"{result.Cells}");
                Set(2, FormattableString.Invariant($"{result.Seconds:0.0}"));
                Set(3, $"[{(result.Succeeded ? "green" : "red")}]{result.Verdict}[/]");
                results.Add(result);
            }

            void Set(int column, string text)
            {
                table.UpdateCell(results.Count, column, text);
                context.Refresh();
            }
        });
        return results;
    }
}
