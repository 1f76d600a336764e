using System.Collections.Concurrent;
using FromScratch.Notebooks;

namespace FromScratch.Tests.Lessons;

/// <summary>A lesson that was run once for all the tests that ask about it.</summary>
internal sealed class Lesson
{
    private static readonly ConcurrentDictionary<string, Lazy<Lesson>> Runs = new();

    private readonly LessonRun run;

    private Lesson(string number)
    {
        run = LessonRunner.Run(NotebookDocument.Read(PathOf(number)), TimeSpan.FromMinutes(2), cancellation: TestContext.Current.CancellationToken);
        Assert.True(run.Failure is null, $"Lesson {number}, cell {run.Failure?.Cell.Id}: {run.Failure?.Error.Message}");
    }

    /// <summary>Of the lessons; an appendix has none.</summary>
    public static IEnumerable<string> Numbers => Directory.EnumerateFiles(Repository.Notebooks, "??-*.ipynb").Select(path => Path.GetFileName(path)[..2]).Order(StringComparer.Ordinal);

    public static string PathOf(string number) => Directory.EnumerateFiles(Repository.Notebooks, $"{number}-*.ipynb").Single();

    public static Lesson Run(string number) => Runs.GetOrAdd(number, n => new Lazy<Lesson>(() => new Lesson(n))).Value;

    public NotebookDocument Document => run.Document;

    /// <summary>All a cell printed and showed, as plain text.</summary>
    public string Text(string cellId) => Text(run.Document.Cells.Single(cell => cell.Id == cellId));

    public string AllText => string.Concat(run.Document.Cells.Select(Text));

    private static string Text(NotebookCell cell) => string.Concat(cell.Outputs.Select(output => output switch
    {
        StreamOutput stream => stream.Text,
        BundleOutput bundle => bundle.Data["text/plain"].GetValue<string>() + "\n",
        _ => "",
    }));
}
