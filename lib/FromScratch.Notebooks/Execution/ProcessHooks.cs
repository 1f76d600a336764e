using System.Runtime.ExceptionServices;

namespace FromScratch.Notebooks;

/// <summary>What the engine changes in the process it runs in: who gets the console, and what an exception on a stray thread does.</summary>
internal static class ProcessHooks
{
    private static readonly Lazy<(TextReader Input, TextWriter Output, TextWriter Error)> Captures = new(() =>
    {
        ExceptionHandling.SetUnhandledExceptionHandler(Tell);
        return (new ConsoleQuestions(Console.In), new ConsoleCapture("stdout", Console.Out), new ConsoleCapture("stderr", Console.Error));
    });

    /// <summary>Before every cell, since the one before may have set the console for itself.</summary>
    public static void Install()
    {
        Console.SetIn(Captures.Value.Input);
        Console.SetOut(Captures.Value.Output);
        Console.SetError(Captures.Value.Error);
    }

    // A thread, timer, finalizer or async void method of a cell that throws would end the process, and with it all the learner has computed.
    private static bool Tell(Exception exception)
    {
        try
        {
            if (LiveCell.Nearest is { } cell && cell.Describe(exception) is var told)
                cell.Emit(new StreamOutput("stderr", string.Join('\n', [$"On another thread: {told.Name}: {told.Message}", .. told.Traceback, ""])));
        }
        catch (Exception)
        {
            // The cell was told to stop, or nobody listens any more: an exception here would end the process after all.
        }
        return true;
    }
}
