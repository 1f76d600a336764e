namespace FromScratch;

/// <summary>θ₀, θ₁, …, θₖ: the path of a descent, with L at every point; θ is a model, or a vector.</summary>
/// <param name="Points">k + 1, with the start.</param> <param name="Losses">L(θ₀), …, L(θₖ); only L(θₖ) may be ∞ or NaN.</param>
/// <param name="Converged">It stopped because the gradient's length fell to the tolerance.</param>
public sealed record Descent<T>(IReadOnlyList<T> Points, IReadOnlyList<double> Losses, bool Converged)
{
    /// <summary>k, the steps taken.</summary>
    public int Steps => Points.Count - 1;
    /// <summary>θₖ, where the descent stopped.</summary>
    public T Last => Points[^1];
    /// <summary>It stopped because the loss was no longer a finite number.</summary>
    public bool Diverged => !double.IsFinite(Losses[^1]);

    /// <summary>The outcome as a sentence.</summary>
    public override string ToString() =>
        Diverged ? $"Diverged: after {Steps} steps the loss is no longer a finite number. Try a smaller learning rate."
        : Converged ? $"Converged after {Steps} steps: {Change}."
        : Losses[^1] > Losses[0] ? $"Climbed for {Steps} steps: {Change}. Try a smaller learning rate."
        : $"Took all {Steps} steps: {Change}.";
    private string Change => Invariant($"loss {Losses[0]:G4} → {Losses[^1]:G4}");
}
