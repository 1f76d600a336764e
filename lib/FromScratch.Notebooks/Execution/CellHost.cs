namespace FromScratch.Notebooks;

/// <summary>What every cell can call without naming a type.</summary>
public sealed class CellHost
{
#pragma warning disable IDE1006, CA1707, CA1822 // The names notebooks use, so that a lesson runs under .NET Interactive too, and called without a type's.
    /// <summary>Shows a value below the cell, now.</summary>
    /// <param name="value">Anything: a figure, a matrix, text.</param>
    /// <returns>A handle to show another value in its place.</returns>
    public DisplayedValue display(object? value) => new(value);

    /// <summary>Takes away what the cell has shown so far.</summary>
    /// <param name="wait">Only when the next output comes, so that nothing flickers.</param>
    public void clear_output(bool wait = false) => LiveCell.Nearest?.Emit(new ClearOutput(wait));
#pragma warning restore IDE1006, CA1707, CA1822
}

/// <summary>What <c>display(x)</c> returns: a handle on the display, to show another value in its place.</summary>
public sealed class DisplayedValue
{
    private readonly string id = Guid.NewGuid().ToString("N"); // Unlike any of an earlier session, whose displays may still be on the page.

    internal DisplayedValue(object? value) => LiveCell.Nearest?.Emit(new DisplayOutput(Display.Format(value)) { DisplayId = id });

    /// <summary>Shows another value where this one is, also from a later cell.</summary>
    public void Update(object? value) => LiveCell.Nearest?.Emit(new UpdateOutput(id, Display.Format(value)));
}
