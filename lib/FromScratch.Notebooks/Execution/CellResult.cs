namespace FromScratch.Notebooks;

/// <summary>How one cell ended.</summary>
/// <param name="Error">Null when the cell ran to its end.</param>
/// <param name="Duration">Compiling and running, wall clock.</param>
public sealed record CellResult(ErrorOutput? Error, TimeSpan Duration)
{
    /// <summary>True when the cell ran to its end.</summary>
    public bool Succeeded => Error is null;
}
