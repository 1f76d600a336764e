using System.Globalization;
using System.Runtime;

namespace FromScratch.Notebooks;

/// <summary>
/// Runs one cell on a thread of its own: a deep stack for recursive lessons, the invariant culture so that 0.5 prints the same
/// everywhere, and an end when asked.
/// </summary>
/// <remarks>
/// Cancelling stops managed code wherever it runs, then wakes a sleeping or waiting cell. Code awaited on other threads, or stuck
/// in native code, cannot be stopped: the thread is then left behind and the caller gets its answer all the same.
/// </remarks>
internal static class CellThread
{
    private const int StackBytes = 64 << 20;
    private static readonly TimeSpan AbortPatience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan InterruptPatience = TimeSpan.FromSeconds(2);

    public static ErrorOutput? Run(string cell, Action body, CellTrace trace, CancellationToken cancellation)
    {
        // A token that can never be cancelled makes ControlledExecution wait for its cancellation when the cell throws.
        using var never = new CancellationTokenSource();
        cancellation = cancellation.CanBeCanceled ? cancellation : never.Token;

        ErrorOutput? error = null;
        var thread = new Thread(() => error = RunHere(body, trace, cancellation), StackBytes)
        {
            Name = cell,
            IsBackground = true,
        };
        thread.Start();

        var finished = WaitForEnd(thread, cancellation);
        return finished ? error : Stopped($"{cell} was told to stop and did not; its thread was left behind.");
    }

    // The token is looked at rather than subscribed to: its other subscriber, the abort, blocks while the cell sleeps.
    private static bool WaitForEnd(Thread thread, CancellationToken cancellation)
    {
        while (!thread.Join(10))
        {
            if (cancellation.IsCancellationRequested && !thread.Join(AbortPatience))
            {
                thread.Interrupt();
                return thread.Join(InterruptPatience);
            }
        }

        return true;
    }

    private static ErrorOutput? RunHere(Action body, CellTrace trace, CancellationToken cancellation)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
#pragma warning disable SYSLIB0046 // The only way to stop a learner's endless loop; the session's state is the cell's own to lose.
            ControlledExecution.Run(body, cancellation);
#pragma warning restore SYSLIB0046
            return null;
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is OperationCanceledException or ThreadInterruptedException)
        {
            return Stopped("The cell was stopped.");
        }
#pragma warning disable CA1031 // Whatever a cell throws is that cell's result.
        catch (Exception e)
        {
            return trace.Describe(e);
        }
#pragma warning restore CA1031
    }

    private static ErrorOutput Stopped(string message) => new("Cancelled", message, []);
}
