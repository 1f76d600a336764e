namespace FromScratch.Notebooks;

/// <summary>What every cell can call without naming a type.</summary>
public sealed class CellHost
{
    internal Action<Output> Emit { get; set; } = _ => { };

    /// <summary>Shows a value below the cell, now.</summary>
    /// <param name="value">Anything: a figure, a matrix, text.</param>
#pragma warning disable IDE1006, CA1707 // the name notebooks use, so that a lesson runs under .NET Interactive too
    public void display(object? value) => Emit(new DisplayOutput(Display.Format(value)));
#pragma warning restore IDE1006, CA1707
}
