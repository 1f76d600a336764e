using System.Diagnostics;

namespace FromScratch.Notebooks;

/// <summary>Where and why a lesson failed.</summary>
/// <param name="Cell">The cell that failed; those below it did not run.</param>
/// <param name="Error">What the learner should see.</param>
public sealed record LessonFailure(NotebookCell Cell, ErrorOutput Error);

/// <summary>One notebook, run.</summary>
/// <param name="Document">The notebook with the fresh outputs of the cells that ran.</param>
/// <param name="Cells">How many code cells ran.</param>
/// <param name="Duration">From the first cell to the end of the last, wall clock.</param>
/// <param name="Failure">Null when every cell ran to its end.</param>
public sealed record LessonRun(NotebookDocument Document, int Cells, TimeSpan Duration, LessonFailure? Failure);

/// <summary>Runs the cells of one notebook from top to bottom in a fresh session and stops at the first that fails.</summary>
public static class LessonRunner
{
    private static readonly Lock OneAtATime = new(); // A running lesson owns the current folder of the process.

    /// <summary>Runs a notebook; the file is not touched.</summary>
    /// <param name="notebook">The notebook. Its folder, taken from <see cref="NotebookDocument.Name"/>, is the current folder while it runs.</param>
    /// <param name="timeout">The longest one cell may take.</param>
    /// <param name="progress">Told how many code cells have ended.</param>
    /// <param name="cancellation">Stops the running cell and the lesson.</param>
    /// <exception cref="NotebookException">The notebook is not in C#.</exception>
    public static LessonRun Run(NotebookDocument notebook, TimeSpan timeout, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        NotebookLanguage.RequireCSharp(notebook);
        var folder = Path.GetDirectoryName(Path.GetFullPath(notebook.Name))!;
        using var turn = OneAtATime.EnterScope();
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder;
        try { return Run(notebook, new Session(folder), timeout, progress, cancellation); }
        finally { Environment.CurrentDirectory = before; }
    }

    private static LessonRun Run(NotebookDocument notebook, Session session, TimeSpan timeout, Action<int>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var fresh = new Dictionary<string, OutputCollector>();
        var (outputs, failure) = ((OutputCollector?)null, (LessonFailure?)null);
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code))
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            fresh[cell.Id] = outputs = new OutputCollector(stop, outputs);
            stop.CancelAfter(timeout);
            var error = session.Execute(cell.Source, cell.Id, outputs.Add, cancellation: stop.Token);
            outputs.Close();
            progress?.Invoke(fresh.Count);
            if (outputs.Flood is { } flood)
                error = new ErrorOutput("TooMuchOutput", flood, []);
            else if (error is { Name: "Cancelled" } && stop.IsCancellationRequested && !cancellation.IsCancellationRequested)
                error = new ErrorOutput("Timeout", $"it did not end within {timeout.TotalSeconds:0.###} s. Allow more with --timeout.", []);
            failure = error is null ? null : new LessonFailure(cell, error);
            if (failure is not null) break;
        }
        return new LessonRun(notebook.WithOutputs(cell => fresh.GetValueOrDefault(cell.Id)?.Outputs ?? []), fresh.Count, clock.Elapsed, failure);
    }
}
