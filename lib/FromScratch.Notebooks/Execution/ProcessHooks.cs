using System.Runtime.ExceptionServices;

namespace FromScratch.Notebooks;

/// <summary>What the engine changes in the process it runs in: who gets the console, and what an exception on a stray thread does.</summary>
internal static class ProcessHooks
{
    private static readonly Lock Gate = new();
    private static TextWriter? output;
    private static TextWriter? error;

    /// <summary>Before every cell, since the one before may have set the console for itself.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (output is null)
            {
                ExceptionHandling.SetUnhandledExceptionHandler(Tell);
                Console.SetIn(new ConsoleQuestions(Console.In));
            }
            output ??= new ConsoleCapture("stdout", Console.Out);
            error ??= new ConsoleCapture("stderr", Console.Error);
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    // A thread, timer, finalizer or async void method of a cell that throws would end the process, and with it all the learner has computed.
    private static bool Tell(Exception exception)
    {
        var cell = LiveCell.Current;
        if (cell?.Stop.IsCancellationRequested != true)
        {
            var told = cell?.Describe(exception) ?? new ErrorOutput(exception.GetType().Name, exception.Message, []);
            (cell ?? LiveCell.Latest)?.Emit(new StreamOutput("stderr", string.Join('\n', [$"On another thread: {told.Name}: {told.Message}", .. told.Traceback, ""])));
        }
        return true;
    }
}
