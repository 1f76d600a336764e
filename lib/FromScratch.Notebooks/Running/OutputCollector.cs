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
    private readonly StringBuilder text = new(); // of the stream at the end of the outputs: a hundred thousand lines are one output
    private long characters;
    private bool clearNext;
    private bool closed;

    /// <summary>To be read when the last cell is closed, as is <see cref="Flood"/> when this one is.</summary>
    public IReadOnlyList<Output> Outputs => outputs;

    /// <summary>What was too much; null when nothing was.</summary>
    public string? Flood => characters > MaximumCharacters ? $"it printed more than {MaximumCharacters:N0} characters."
        : outputs.Count > MaximumOutputs ? $"it has more than {MaximumOutputs:N0} outputs." : null;

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
        lock (outputs)
        {
            Settle();
            closed = true;
        }
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
                text.Clear();
                clearNext = false;
                break;
            case StreamOutput more when outputs.LastOrDefault() is StreamOutput last && last.Name == more.Name:
                text.Append(more.Text);
                break;
            default:
                Settle();
                outputs.Add(output);
                break;
        }
    }

    private void Settle()
    {
        if (text.Length > 0 && outputs[^1] is StreamOutput last)
            outputs[^1] = last with { Text = last.Text + text };
        text.Clear();
    }

    private void Update(UpdateOutput update)
    {
        for (var i = 0; i < outputs.Count; i++)
            if (outputs[i] is DisplayOutput shown && shown.DisplayId == update.DisplayId)
                outputs[i] = shown with { Data = update.Data };
        before?.Update(update);
    }
}
