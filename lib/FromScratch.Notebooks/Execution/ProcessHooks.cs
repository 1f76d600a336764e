using System.Runtime.ExceptionServices;

namespace FromScratch.Notebooks;

/// <summary>What the engine changes in the process it runs in, once: who gets the console, and what an exception on a stray thread does.</summary>
internal static class ProcessHooks
{
    private static readonly Lock Once = new();
    private static bool installed;

    public static void Install()
    {
        lock (Once)
        {
            if (!installed)
            {
                Console.SetOut(new ConsoleCapture("stdout", Console.Out));
                Console.SetError(new ConsoleCapture("stderr", Console.Error));
                Console.SetIn(new ConsoleQuestions(Console.In));
                ExceptionHandling.SetUnhandledExceptionHandler(Tell);
                installed = true;
            }
        }
    }

    // A thread, timer or async void method of a cell that throws would end the process, and with it all the learner has computed.
    private static bool Tell(Exception exception)
    {
        var cell = LiveCell.Current;
        if (cell?.Stop.IsCancellationRequested != true)
        {
            var error = cell?.Describe(exception) ?? new ErrorOutput(exception.GetType().Name, exception.Message, []);
            Console.Error.WriteLine(string.Join('\n', [$"On another thread: {error.Name}: {error.Message}", .. error.Traceback]));
        }

        return true;
    }
}
