using FromScratch.Notebooks;

namespace FromScratch.Kernel;

/// <summary>One row of the table.</summary>
/// <param name="Lesson">The notebook's name without its extension.</param>
/// <param name="Cells">Code cells that ran.</param>
/// <param name="Seconds">What they took.</param>
/// <param name="Verdict">ok, written, same, differs, failed or unusable.</param>
/// <param name="Report">Lines for below the table; empty when all is well.</param>
internal sealed record LessonResult(string Lesson, int Cells, double Seconds, string Verdict, IReadOnlyList<string> Report)
{
    /// <summary>Figures without a picture in the file just written.</summary>
    public int MissingPictures { get; init; }

    public bool Succeeded => Report.Count == 0;

    public static LessonResult Of(string path, LessonRun run, string verdict, IReadOnlyList<string> report) =>
        new(Path.GetFileNameWithoutExtension(path), run.Cells, run.Duration.TotalSeconds, verdict, report);

    public static LessonResult Unusable(string path, string why) =>
        new(Path.GetFileNameWithoutExtension(path), 0, 0, "unusable", [why]);
}
