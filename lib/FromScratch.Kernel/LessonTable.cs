using Spectre.Console;

namespace FromScratch.Kernel;

/// <summary>The table lesson · cells · seconds · verdict: live on a terminal, a line a lesson where the output goes to a file or to CI.</summary>
internal static class LessonTable
{
    /// <param name="notebooks">The notebooks, in order.</param>
    /// <param name="run">Runs one, telling how many cells have ended.</param>
    public static IReadOnlyList<LessonResult> Show(IReadOnlyList<string> notebooks, Func<string, Action<int>, LessonResult> run) =>
        AnsiConsole.Profile.Capabilities.Interactive && AnsiConsole.Profile.Out.IsTerminal ? Live(notebooks, run) : Plain(notebooks, run);

    private static List<LessonResult> Plain(IReadOnlyList<string> notebooks, Func<string, Action<int>, LessonResult> run)
    {
        var width = notebooks.Max(path => Path.GetFileNameWithoutExtension(path).Length);
        var results = new List<LessonResult>();
        foreach (var path in notebooks)
        {
            var result = run(path, _ => { });
            Console.WriteLine(FormattableString.Invariant(
                $"{result.Lesson.PadRight(width)} {result.Cells,4} cells {result.Seconds,6:0.0} s  {result.Verdict}"));
            results.Add(result);
        }
        return results;
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
                var row = results.Count;
                var result = run(path, cells =>
                {
                    table.UpdateCell(row, 1, FormattableString.Invariant($"{cells}"));
                    context.Refresh();
                });
                table.UpdateCell(row, 1, FormattableString.Invariant($"{result.Cells}"));
                table.UpdateCell(row, 2, FormattableString.Invariant($"{result.Seconds:0.0}"));
                table.UpdateCell(row, 3, $"[{(result.Succeeded ? "green" : "red")}]{result.Verdict}[/]");
                context.Refresh();
                results.Add(result);
            }
        });
        return results;
    }
}
