namespace FromScratch.Notebooks;

/// <summary>
/// Keeps one cell's outputs as a notebook file does: in order, cleared and updated. It stops a cell that floods: a page of a
/// course is no place for megabytes of text.
/// </summary>
/// <param name="stop">Stops the cell.</param>
/// <param name="before">The cell above, whose displays this cell may update.</param>
internal sealed class OutputCollector(CancellationTokenSource stop, OutputCollector? before)
{
    public const int MaximumCharacters = 1_000_000;

    private readonly List<Output> outputs = [];
    private readonly StringBuilder text = new(); // of the stream at the end of the outputs: a hundred thousand lines are one output
    private long characters;
    private bool clearNext;
    private bool closed;

    public bool Overflowed
    {
        get
        {
            lock (outputs)
                return characters > MaximumCharacters;
        }
    }

    public IReadOnlyList<Output> Outputs
    {
        get
        {
            lock (outputs)
            {
                Settle();
                return [.. outputs];
            }
        }
    }

    public void Add(Output output)
    {
        lock (outputs)
        {
            if (closed) return; // A thread that outlived its cell.

            characters += (output as StreamOutput)?.Text.Length ?? 0;
            if (characters <= MaximumCharacters)
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
            closed = true;
    }

    private void Keep(Output output)
    {
        if (clearNext && output is not (ClearOutput or UpdateOutput))
            Keep(new ClearOutput(Wait: false));
        switch (output)
        {
            case UpdateOutput update:
                for (var cell = this; cell is not null; cell = cell.Before)
                    cell.Update(update);
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
        if (text.Length > 0)
        {
            var last = (StreamOutput)outputs[^1];
            outputs[^1] = last with { Text = last.Text + text };
            text.Clear();
        }
    }

    private OutputCollector? Before => before;

    private void Update(UpdateOutput update)
    {
        lock (outputs)
        {
            for (var i = 0; i < outputs.Count; i++)
            {
                if (outputs[i] is DisplayOutput shown && shown.DisplayId == update.DisplayId)
                    outputs[i] = shown with { Data = update.Data };
            }
        }
    }
}
