using System.Globalization;

namespace FromScratch;

/// <summary>Why a descent stopped.</summary>
public enum DescentOutcome
{
    /// <summary>The steps ran out first.</summary>
    StepsUsedUp,

    /// <summary>The gradient's length fell to the tolerance.</summary>
    Converged,

    /// <summary>The loss stopped being a finite number.</summary>
    Diverged,
}

/// <summary>θ₀, θ₁, …, θₖ: the path of a descent, with L at every point.</summary>
/// <typeparam name="T">A model, or a vector.</typeparam>
/// <param name="Points">The k + 1 points, the start included.</param>
/// <param name="Losses">L(θ₀), …, L(θₖ); only the last can be infinite or NaN.</param>
/// <param name="Outcome">Why it stopped.</param>
public sealed record Descent<T>(IReadOnlyList<T> Points, IReadOnlyList<double> Losses, DescentOutcome Outcome)
{
    /// <summary>k, the steps taken.</summary>
    public int Steps => Points.Count - 1;

    /// <summary>θₖ, where the descent stopped.</summary>
    public T Last => Points[^1];

    /// <summary>The gradient's length fell to the tolerance.</summary>
    public bool Converged => Outcome == DescentOutcome.Converged;

    /// <summary>The loss stopped being a finite number.</summary>
    public bool Diverged => Outcome == DescentOutcome.Diverged;

    /// <summary>The outcome as a sentence.</summary>
    public override string ToString() => Outcome switch
    {
        DescentOutcome.Diverged => $"Diverged: after {Steps} steps the loss is no longer a finite number. Try a smaller learning rate.",
        DescentOutcome.Converged => $"Converged after {Steps} steps: {Change}.",
        _ when Losses[^1] > Losses[0] => $"Climbed for {Steps} steps: {Change}. Try a smaller learning rate.",
        _ => $"Took all {Steps} steps: {Change}.",
    };

    private string Change => string.Create(CultureInfo.InvariantCulture, $"loss {Losses[0]:G4} → {Losses[^1]:G4}");
}
