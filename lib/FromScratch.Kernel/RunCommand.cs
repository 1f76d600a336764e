using System.CommandLine;
using System.Diagnostics;
using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary><c>run PATH… [--write [--pictures] | --check] [--timeout s] [--only NN]</c>: executes lessons headless.</summary>
internal static class RunCommand
{
    public const double DefaultTimeout = 300;

    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Notebooks, or folders of notebooks.", Arity = ArgumentArity.OneOrMore };
        var write = new Option<bool>("--write") { Description = "Write the outputs back into each notebook that ran without a failure." };
        var pictures = new Option<bool>("--pictures") { Description = "With --write: draw the figures that changed, and the README's; needs Node and Chromium." };
        var check = new Option<bool>("--check") { Description = "Compare the outputs with those in the notebook." };
        var timeout = new Option<double>("--timeout") { Description = "Seconds one cell may take.", DefaultValueFactory = _ => DefaultTimeout };
        var only = new Option<string[]>("--only") { Description = "Lesson numbers, such as 03 or 01,02.", DefaultValueFactory = _ => [] };
        var command = new Command("run", "Executes every cell of every lesson, each lesson in a fresh session.") { paths, write, pictures, check, timeout, only };
        // On a thread of its own, so that Ctrl-C is listened to while a cell runs.
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(
            parsed.GetValue(paths)!,
            [.. parsed.GetValue(only)!.SelectMany(numbers => numbers.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
            new Options(parsed.GetValue(write), parsed.GetValue(pictures), parsed.GetValue(check), parsed.GetValue(timeout)),
            cancellation), CancellationToken.None));
        return command;
    }

    private sealed record Options(bool Write, bool Pictures, bool Check, double Timeout);

    private static int Run(string[] paths, string[] only, Options options, CancellationToken cancellation) => CommandException.Report(() =>
    {
        var notebooks = NotebookPaths.Find(paths, only);
        return options switch
        {
            { Write: true, Check: true } => throw new CommandException("--write and --check: choose one."),
            { Pictures: true, Write: false } => throw new CommandException("--pictures: expected --write with it."),
            { Timeout: not (> 0 and <= 86_400) and var seconds } => throw new CommandException($"--timeout {seconds}: expected seconds above 0, at most 86400."),
            _ => Run(notebooks, options, cancellation),
        };
    });

    private static int Run(IReadOnlyList<string> notebooks, Options options, CancellationToken cancellation)
    {
        using var browser = options.Pictures ? new PictureBrowser() : null;
        var clock = Stopwatch.StartNew();
        var results = LessonTable.Show(notebooks, (path, progress) => Run(path, options, browser, progress, cancellation), cancellation);
        foreach (var report in results.SelectMany(result => result.Report))
            Console.Error.WriteLine(report);
        var failures = results.Count(result => !result.Succeeded);
        Console.WriteLine(FormattableString.Invariant($"{Count(results.Count, "lesson")}, {Count(failures, "failure")}, {clock.Elapsed.TotalSeconds:0.0} s"));
        if (results.Sum(result => result.MissingPictures) is > 0 and var missing)
            Console.WriteLine($"{Count(missing, "picture")} missing; to draw: dotnet run --project lib/FromScratch.Kernel -- run notebooks --write --pictures");
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : failures == 0 ? ExitCode.Good : ExitCode.Failed;
    }

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : FormattableString.Invariant($"{n} {what}s");

    private static LessonResult Run(string path, Options options, PictureBrowser? browser, Action<int> progress, CancellationToken cancellation)
    {
        try
        {
            var committed = NotebookDocument.Read(path);
            var run = LessonRunner.Run(committed, TimeSpan.FromSeconds(options.Timeout), progress, cancellation);
            if (run.Failure is not null || options is { Write: false, Check: false }) return LessonResult.Of(path, run, "ok");
            if (options.Write)
            {
                var missing = 0;
                var drawn = CommittedPictures.Place(run.Document, committed, (cell, figure) =>
                {
                    missing += browser is null ? 1 : 0;
                    return browser?.Draw(figure, $"{path}: cell {cell}");
                });
                if (NotebookDocument.Read(path).ToJson() != committed.ToJson())
                    throw new IOException($"{path}: changed while it ran, perhaps by an editor; nothing was written.");
                drawn.WithOutputs(cell => CommittedOutputs.Of(cell.Outputs)).Write(path);
                if (options.Pictures)
                    Gallery.Write(path, drawn);
                return LessonResult.Of(path, run, "written") with { MissingPictures = missing };
            }
            var differences = OutputComparison.Compare(committed, run.Document);
            return LessonResult.Of(path, run, differences.Count == 0 ? "same" : "differs", [.. differences.Select(d => $"{path}: {d}")]);
        }
        catch (Exception e) when (e is NotebookException or IOException or UnauthorizedAccessException)
        {
            return LessonResult.Unusable(path, e.Message);
        }
    }
}
