using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace FromScratch.Notebooks;

/// <summary>Turns an exception into what a learner should read: its message and the lines of cells it passed through.</summary>
internal sealed class CellTrace
{
    private const int Shown = 10;

    private readonly ConcurrentDictionary<string, (string Cell, string[] Lines)> sources = []; // A stray thread may fail while the next cell begins.

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
        List<string> shown = more > 0 ? [.. frames.Take(Shown), $"  … and {more:N0} more"] : frames;
        return new ErrorOutput(TypeName.Of(exception.GetType()), Scalar.MessageOf(exception), shown);
    }

    // The compiler puts the notebook's folder before a cell's name.
    // A loaded script reports its own file; anything else with symbols is library code, which the learner did not write.
    private string? Line(StackFrame frame)
    {
        var (file, line) = (Path.GetFileName(frame.GetFileName()) ?? "", frame.GetFileLineNumber());
        if (!sources.TryGetValue(file, out var source))
            return file.EndsWith(".csx", StringComparison.OrdinalIgnoreCase) ? $"  in {file}, line {line}" : null;
        return line >= 1 && line <= source.Lines.Length ? $"  in {source.Cell}, line {line}:  {source.Lines[line - 1].Trim()}" : null;
    }
}
