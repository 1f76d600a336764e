namespace FromScratch.Notebooks;

/// <summary>The cell on whose behalf code runs; it follows every thread and task the cell starts.</summary>
internal sealed class LiveCell(Action<Output> emit, Func<string, bool, string?>? ask, CellTrace trace, CancellationToken stop)
{
    // Long enough for what a stopped cell left running elsewhere to notice; loops are slower meanwhile.
    private static readonly TimeSpan Alert = TimeSpan.FromSeconds(5);
    private static readonly Timer Calm = new(_ => CellGuard.Stopping = false);
    private static readonly AsyncLocal<LiveCell?> Here = new();

    public static LiveCell? Current { get => Here.Value; set => Here.Value = value; }

    /// <summary>The cell that began last: the best guess for code that nobody started, such as a finalizer.</summary>
    public static LiveCell? Latest { private get; set; }

    public static LiveCell? Nearest => Current ?? Latest;

    public CancellationToken Stop => stop;

    /// <summary>Its code met a check after it was told to stop, whatever it made of the exception.</summary>
    public bool WasStopped { get; private set; }

    /// <summary>What is left of the line last asked for, when a cell reads it by characters.</summary>
    public StringReader? Line { get; set; }

    public string? Ask() => ask?.Invoke("", false);
    public ErrorOutput Describe(Exception exception) => trace.Describe(exception);

    /// <exception cref="OperationCanceledException">The cell was told to stop.</exception>
    public void Emit(Output output)
    {
        Check();
        emit(output);
    }

    /// <summary>Makes loops look, now and for a while.</summary>
    public static void AlertLoops()
    {
        Calm.Change(Alert, Timeout.InfiniteTimeSpan);
        CellGuard.Stopping = true;
    }

    public void Check()
    {
        if (stop.IsCancellationRequested)
        {
            WasStopped = true;
            throw new OperationCanceledException(stop);
        }
    }
}
