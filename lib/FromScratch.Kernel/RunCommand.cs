using System.CommandLine;
using System.Diagnostics;
using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary><c>run PATH… [--write | --check] [--timeout s] [--only NN]</c>: executes lessons headless.</summary>
internal static class RunCommand
{
    private const double DefaultTimeout = 300;

    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Notebooks, or folders of notebooks.", Arity = ArgumentArity.OneOrMore };
        var write = new Option<bool>("--write") { Description = "Write the outputs back into each notebook that ran without a failure." };
        var check = new Option<bool>("--check") { Description = "Compare the outputs with those in the notebook." };
        var timeout = new Option<double>("--timeout") { Description = "Seconds one cell may take.", DefaultValueFactory = _ => DefaultTimeout };
        var only = new Option<string[]>("--only") { Description = "Lesson numbers, such as 03 or 01,02.", DefaultValueFactory = _ => [] };
        var command = new Command("run", "Executes every cell of every lesson, each lesson in a fresh session.") { paths, write, check, timeout, only };
        // On a thread of its own, so that Ctrl-C is listened to while a cell runs.
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(
            parsed.GetValue(paths)!,
            [.. parsed.GetValue(only)!.SelectMany(numbers => numbers.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
            new Options(parsed.GetValue(write), parsed.GetValue(check), parsed.GetValue(timeout)),
            cancellation), CancellationToken.None));
        return command;
    }

    private sealed record Options(bool Write, bool Check, double Timeout);

    private static int Run(string[] paths, string[] only, Options options, CancellationToken cancellation)
    {
        try
        {
            var notebooks = NotebookPaths.Find(paths, only);
            return options switch
            {
                { Write: true, Check: true } => throw new CommandException("--write and --check: choose one."),
                { Timeout: not (> 0 and <= 86_400) } => throw new CommandException($"--timeout {options.Timeout}: expected seconds above 0, at most 86400."),
                _ => Run(notebooks, options, cancellation),
            };
        }
        catch (CommandException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.Usage;
        }
    }

    private static int Run(IReadOnlyList<string> notebooks, Options options, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var results = LessonTable.Show(notebooks, (path, progress) => Run(path, options, progress, cancellation));
        foreach (var report in results.Where(result => !result.Succeeded).SelectMany(result => result.Report))
        {
            Console.Error.WriteLine(report);
        }

        var failures = results.Count(result => !result.Succeeded);
        Console.WriteLine(FormattableString.Invariant($"{Count(results.Count, "lesson")}, {Count(failures, "failure")}, {clock.Elapsed.TotalSeconds:0.0} s"));
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : failures == 0 ? ExitCode.Good : ExitCode.Failed;
    }

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : FormattableString.Invariant($"{n} {what}s");

    private static LessonResult Run(string path, Options options, Action<int> progress, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return LessonResult.Unusable(path, $"{path}: not run, interrupted.");
        }

        try
        {
            var committed = NotebookDocument.Read(path);
            var run = LessonRunner.Run(committed, TimeSpan.FromSeconds(options.Timeout), progress, cancellation);
            if (run.Failure is { } failure)
            {
                return LessonResult.Of(path, run, "failed", FailureReport.Lines(path, failure));
            }

            if (options.Write)
            {
                committed.WithOutputs(cell => CommittedOutputs.Of(run.Document.Cells.First(fresh => fresh.Id == cell.Id).Outputs)).Write(path);
                return LessonResult.Of(path, run, "written", []);
            }

            var differences = options.Check ? OutputComparison.Compare(committed, run.Document) : [];
            return LessonResult.Of(path, run, options.Check ? differences.Count == 0 ? "same" : "differs" : "ok", [.. differences.Select(d => $"{path}: {d}")]);
        }
        catch (Exception e) when (e is NotebookException or IOException or UnauthorizedAccessException)
        {
            return LessonResult.Unusable(path, e.Message);
        }
    }
}
