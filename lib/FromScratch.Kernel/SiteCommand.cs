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

    private static int Run(string folder, string[] paths, CancellationToken cancellation) => CommandException.Report(() =>
    {
        // Everything that can be refused is refused before the minutes the lessons take.
        SiteFolder.Check(folder);
        var notebooks = NotebookPaths.Find(paths, []);
        var tools = AuthorTools.Find(Path.GetDirectoryName(Path.GetFullPath(notebooks[0]))!);
        var lessons = new List<Lesson>();
        var results = LessonTable.Show(notebooks, (path, progress) => Run(path, progress, lessons.Add, cancellation), cancellation);
        if (results.Any(result => !result.Succeeded))
        {
            Console.Error.WriteLine(string.Join('\n', results.SelectMany(result => result.Report)));
            return cancellation.IsCancellationRequested ? ExitCode.Interrupted : ExitCode.Failed;
        }
        new Course(lessons).Write(folder, tools);
        Console.WriteLine($"Written: {Path.Combine(folder, "index.html")}");
        return ExitCode.Good;
    });

    private static LessonResult Run(string path, Action<int> progress, Action<Lesson> ran, CancellationToken cancellation)
    {
        var committed = NotebookDocument.Read(path);
        var run = LessonRunner.Run(committed, TimeSpan.FromSeconds(RunCommand.DefaultTimeout), progress, cancellation);
        ran(new Lesson(committed, run.Document));
        return LessonResult.Of(path, run, "ok");
    }
}
