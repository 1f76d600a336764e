using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary>
/// One row of the table: the notebook's name without its extension, the code cells that ran and what they took, a verdict (ok, written, same,
/// differs, failed or unusable), and lines for below the table, none when all is well.
/// </summary>
internal sealed record LessonResult(string Lesson, int Cells, double Seconds, string Verdict, IReadOnlyList<string> Report)
{
    private const int ShownLines = 40;

    /// <summary>Figures without a picture in the file just written.</summary>
    public int MissingPictures { get; init; }

    public bool Succeeded => Report.Count == 0;

    /// <summary>What a lesson came to; where it failed, that and not the <paramref name="verdict"/>.</summary>
    public static LessonResult Of(string path, LessonRun run, string verdict, params IReadOnlyList<string> report) =>
        new(Path.GetFileNameWithoutExtension(path), run.Cells, run.Duration.TotalSeconds,
            run.Failure is null ? verdict : "failed", run.Failure is { } failure ? Describe(path, failure) : report);

    public static LessonResult Unusable(string path, string why) => new(Path.GetFileNameWithoutExtension(path), 0, 0, "unusable", [why]);

    /// <summary>Says in one line what failed where, then shows the cell.</summary>
    private static List<string> Describe(string path, LessonFailure failure)
    {
        var (cell, error) = failure;
        var message = error.Message.Split('\n');
        var source = cell.Source.Split('\n').Select((line, index) => $"  {index + 1,3} │ {line}").ToList();
        IEnumerable<string> rest = source.Count > ShownLines ? [$"      … {source.Count - ShownLines} more lines", ""] : [""];
        var head = $"{path}: cell {cell.Id}: {error.Name}: {message[0]}";
        return [head, .. message.Skip(1).Select(line => "  " + line), .. error.Traceback, "", .. source.Take(ShownLines), .. rest];
    }
}
