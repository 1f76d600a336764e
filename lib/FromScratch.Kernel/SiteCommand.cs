using System.CommandLine;
using FromScratch.Notebooks;
using FromScratch.Site;

namespace FromScratch.Kernel;

/// <summary><c>site OUT [PATH…]</c>: runs every lesson and writes the course as static HTML.</summary>
internal static class SiteCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("out") { Description = "The folder to write; it must be new, empty, or a site written before." };
        var paths = new Argument<string[]>("path") { Description = "Notebooks, or folders of notebooks.", DefaultValueFactory = _ => ["notebooks"] };
        var command = new Command("site", "Runs every lesson and writes the whole course as static HTML.") { folder, paths };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed.GetValue(folder)!, parsed.GetValue(paths)!, cancellation), CancellationToken.None));
        return command;
    }

    private static int Run(string folder, string[] paths, CancellationToken cancellation)
    {
        try
        {
            // Everything that can be refused is refused before the minutes the lessons take.
            SiteFolder.Check(folder);
            var notebooks = NotebookPaths.Find(paths, []);
            var tools = AuthorTools.Find(Path.GetDirectoryName(Path.GetFullPath(notebooks[0]))!);

            var lessons = new List<Lesson>();
            var failures = LessonTable.Show(notebooks, (path, progress) => Run(path, progress, lessons.Add, cancellation)).Where(result => !result.Succeeded).ToList();
            if (failures.Count > 0)
            {
                Console.Error.WriteLine(string.Join('\n', failures.SelectMany(result => result.Report)));
                return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failed;
            }
            new Course(lessons).Write(folder, tools);
            Console.WriteLine($"Written: {Path.Combine(folder, "index.html")}");
            return ExitCode.Good;
        }
        catch (Exception e) when (e is CommandException or SiteException or NotebookException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return e is CommandException ? ExitCode.Usage : ExitCode.Failed;
        }
    }

    private static LessonResult Run(string path, Action<int> progress, Action<Lesson> ran, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested) return LessonResult.Unusable(path, $"{path}: not run, interrupted.");
        var committed = NotebookDocument.Read(path);
        var run = LessonRunner.Run(committed, TimeSpan.FromSeconds(RunCommand.DefaultTimeout), progress, cancellation);
        ran(new Lesson(committed, run.Document));
        return run.Failure is { } failure ? LessonResult.Of(path, run, "failed", FailureReport.Lines(path, failure)) : LessonResult.Of(path, run, "ok", []);
    }
}
