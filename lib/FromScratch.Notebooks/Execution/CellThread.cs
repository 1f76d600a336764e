using System.Diagnostics;

namespace FromScratch.Notebooks;

/// <summary>
/// Runs one cell on a thread of its own: a deep stack for recursive lessons, the invariant culture so that 0.5 prints the same
/// everywhere, and an end when asked.
/// </summary>
/// <remarks>
/// A cell told to stop meets an exception at its next turn of a loop or call of a function, on any of its threads. If it awaits, it is
/// left at once; if it sleeps or waits, it is woken; if a library computes on, it is told to stop when it next waits or sleeps, as the course's own
/// does while it trains. A library call that never waits nor calls the cell back cannot be stopped: the caller gets its answer, the thread goes on to
/// the end of that call. There is no hard abort: on Unix <c>ControlledExecution</c> brings the process down,
/// and with it all the learner has computed, in 1 of 20 to 17 of 18 tries, depending on the code it meets (.NET 10.0.12).
/// </remarks>
internal static class CellThread
{
    private const int StackBytes = 16 << 20; // About 300,000 levels; the trace of an endless recursion must be read, too.
    private static readonly TimeSpan WakeAfter = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan InsistAfter = TimeSpan.FromSeconds(1); // Not at once: an interrupted static constructor cannot be run again.
    private static readonly TimeSpan LeaveAfter = TimeSpan.FromSeconds(2);

    public static ErrorOutput? Run(string cell, LiveCell live, Action body)
    {
        ErrorOutput? error = null;
        var ended = new ManualResetEvent(false); // Never disposed: a thread left behind still needs it.
        var thread = new Thread(() =>
        {
            try { error = RunHere(live, body); }
            finally { ended.Set(); }
        }, StackBytes)
        { Name = cell, IsBackground = true };
        thread.Start();
        return WaitHandle.WaitAny([ended, live.Stop.WaitHandle]) == 0 || Stop(thread)
            ? error
            : Stopped("The cell was stopped inside a call that cannot be: it goes on in the background until that call ends. Restart to end it now.");
    }

    private static bool Stop(Thread thread)
    {
        LiveCell.AlertLoops();
        for (var clock = Stopwatch.StartNew(); !thread.Join(5);)
        {
            if (clock.Elapsed > LeaveAfter) return false;
            if (clock.Elapsed > InsistAfter || (clock.Elapsed > WakeAfter && thread.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin)))
                thread.Interrupt();
        }
        return true;
    }

    private static ErrorOutput? RunHere(LiveCell live, Action body)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        LiveCell.Current = LiveCell.Latest = live;
        try
        {
            body();
            return live.WasStopped ? Stopped() : null;
        }
        catch (Exception e) // Whatever a cell throws is that cell's result.
        {
            return live.Stop.IsCancellationRequested ? Stopped() : live.Describe(e);
        }
    }

    public static ErrorOutput Stopped(string message = "The cell was stopped.") => new("Cancelled", message, []);
}
