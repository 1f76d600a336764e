namespace FromScratch.Notebooks;

/// <summary>
/// Keeps one cell's outputs as a notebook file does: in order, cleared and updated. It stops a cell that floods: a page of a
/// course is no place for megabytes of text.
/// </summary>
/// <param name="stop">Stops the cell.</param>
/// <param name="before">The cell above, whose displays this cell may update.</param>
internal sealed class OutputCollector(CancellationTokenSource stop, OutputCollector? before)
{
    private const int MaximumCharacters = 1_000_000, MaximumOutputs = 10_000;

    private readonly List<Output> outputs = [];
    private long characters;
    private int displays;
    private bool clearNext;
    private bool closed;

    /// <summary>To be read when the last cell is closed, as is <see cref="Flood"/> when this one is.</summary>
    public IReadOnlyList<Output> Outputs => CommittedOutputs.Merge(outputs);

    /// <summary>What was too much; null when nothing was.</summary>
    public string? Flood => characters > MaximumCharacters ? $"it printed more than {MaximumCharacters:N0} characters."
        : displays > MaximumOutputs ? $"it has more than {MaximumOutputs:N0} outputs." : null;

    public void Add(Output output)
    {
        lock (outputs)
        {
            if (closed) return; // A thread that outlived its cell.
            characters += (output as StreamOutput)?.Text.Length ?? 0;
            if (Flood is null)
            {
                Keep(output);
                return;
            }
        }
        stop.Cancel();
    }

    public void Close()
    {
        lock (outputs) closed = true;
    }

    private void Keep(Output output)
    {
        if (clearNext && output is not (ClearOutput or UpdateOutput))
            Keep(new ClearOutput(Wait: false));
        switch (output)
        {
            case UpdateOutput update:
                Update(update);
                break;
            case ClearOutput { Wait: true }:
                clearNext = true;
                break;
            case ClearOutput:
                outputs.Clear();
                (displays, clearNext) = (0, false);
                break;
            default:
                outputs.Add(output);
                displays += output is StreamOutput ? 0 : 1;
                break;
        }
    }

    private void Update(UpdateOutput update)
    {
        for (var i = 0; i < outputs.Count; i++)
            if (outputs[i] is DisplayOutput shown && shown.DisplayId == update.DisplayId)
                outputs[i] = shown with { Data = update.Data };
        before?.Update(update);
    }
}
