using System.Diagnostics;
using System.Reflection;

namespace FromScratch.Notebooks;

/// <summary>Turns an exception into what a learner should read: its message and the lines of cells it passed through.</summary>
internal sealed class CellTrace
{
    private const int Shown = 10;

    private readonly Dictionary<string, (string Cell, string[] Lines)> sources = [];

    /// <summary>Keeps a cell's text under a name that is new for every run of the cell, so that an old function's lines stay its own.</summary>
    /// <returns>The name to compile the cell under.</returns>
    public string Remember(int run, string cell, string code)
    {
        var path = $"{run}-{cell}";
        sources[path] = (cell, code.ReplaceLineEndings("\n").Split('\n'));
        return path;
    }

    public ErrorOutput Describe(Exception exception)
    {
        while (exception is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 } && exception.InnerException is { } inner)
            exception = inner;
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames().Select(Line).OfType<string>().ToList();
        var more = frames.Count - Shown;
        return new ErrorOutput(exception.GetType().Name, exception.Message, more > 0 ? [.. frames.Take(Shown), $"  … and {more:N0} more"] : frames);
    }

    private string? Line(StackFrame frame)
    {
        if (frame.GetFileName() is not { } path) return null;
        // The compiler puts the notebook's folder before a cell's name.
        // A loaded script reports its own file; anything else with symbols is library code, which the learner did not write.
        var line = frame.GetFileLineNumber();
        if (!sources.TryGetValue(Path.GetFileName(path), out var source))
            return path.EndsWith(".csx", StringComparison.OrdinalIgnoreCase) ? $"  in {Path.GetFileName(path)}, line {line}" : null;
        return line >= 1 && line <= source.Lines.Length
            ? $"  in {source.Cell}, line {line}:  {source.Lines[line - 1].Trim()}"
            : null;
    }
}
