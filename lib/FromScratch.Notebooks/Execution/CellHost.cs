namespace FromScratch.Notebooks;

/// <summary>What every cell can call without naming a type.</summary>
public sealed class CellHost
{
    internal Action<Output> Emit { get; set; } = _ => { };

#pragma warning disable IDE1006, CA1707 // the names notebooks use, so that a lesson runs under .NET Interactive too
    /// <summary>Shows a value below the cell, now.</summary>
    /// <param name="value">Anything: a figure, a matrix, text.</param>
    /// <returns>A handle to show another value in its place.</returns>
    public DisplayedValue display(object? value) => new(this, value);

    /// <summary>Takes away what the cell has shown so far.</summary>
    /// <param name="wait">Only when the next output comes, so that nothing flickers.</param>
    public void clear_output(bool wait = false) => Emit(new ClearOutput(wait));
#pragma warning restore IDE1006, CA1707
}
