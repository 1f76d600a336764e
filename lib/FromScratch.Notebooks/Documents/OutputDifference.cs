namespace FromScratch.Notebooks;

/// <summary>One place where a fresh run does not give what is committed.</summary>
/// <param name="CellId">The cell.</param>
/// <param name="Place">The output and, for text, its line.</param>
/// <param name="Committed">What is committed there, in one line.</param>
/// <param name="Fresh">What the run gave there, in one line.</param>
public sealed record OutputDifference(string CellId, string Place, string Committed, string Fresh)
{
    /// <summary>Three lines: the place, what is committed, what is fresh.</summary>
    public override string ToString() => $"{CellId}, {Place}\n  committed: {Committed}\n  fresh:     {Fresh}";
}
