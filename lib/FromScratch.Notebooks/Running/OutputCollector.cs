namespace FromScratch.Notebooks;

/// <summary>Keeps one cell's outputs in order, and stops a cell that floods: a page of a course is no place for megabytes of text.</summary>
internal sealed class OutputCollector(CancellationTokenSource stop)
{
    public const int MaximumCharacters = 1_000_000;

    private readonly List<Output> outputs = [];
    private long characters;
    private bool closed;

    public bool Overflowed
    {
        get
        {
            lock (outputs)
            {
                return characters > MaximumCharacters;
            }
        }
    }

    public void Add(Output output)
    {
        lock (outputs)
        {
            if (closed)
            {
                return; // A thread that outlived its cell.
            }

            characters += (output as StreamOutput)?.Text.Length ?? 0;
            if (characters <= MaximumCharacters)
            {
                outputs.Add(output);
                return;
            }
        }

        stop.Cancel();
    }

    public IReadOnlyList<Output> Close()
    {
        lock (outputs)
        {
            closed = true;
            return [.. outputs];
        }
    }
}
