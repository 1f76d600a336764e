namespace FromScratch.Notebooks;

/// <summary>What <c>display(x)</c> returns: a handle on the display, to show another value in its place.</summary>
public sealed class DisplayedValue
{
    private readonly string id = Guid.NewGuid().ToString("N"); // Unlike any of an earlier session, whose displays may still be on the page.
    private readonly CellHost host;

    internal DisplayedValue(CellHost host, object? value)
    {
        this.host = host;
        host.Emit(new DisplayOutput(Display.Format(value)) { DisplayId = id });
    }

    /// <summary>Shows another value where this one is, also from a later cell.</summary>
    /// <param name="value">Anything.</param>
    public void Update(object? value) => host.Emit(new UpdateOutput(id, Display.Format(value)));
}
