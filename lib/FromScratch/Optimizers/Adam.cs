namespace FromScratch;

/// <summary>m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − η·m̂/(√v̂ + ε), with m̂ = m/(1 − β₁ᵗ) and v̂ = v/(1 − β₂ᵗ).</summary>
/// <param name="LearningRate">η &gt; 0: about the length of a step, per parameter.</param>
/// <param name="Beta1">β₁, 0 or more and below 1.</param> <param name="Beta2">β₂, likewise.</param> <param name="Epsilon">ε &gt; 0.</param>
/// <remarks>Source: Kingma and Ba, Adam: A Method for Stochastic Optimization, 2015.</remarks>
public record Adam(double LearningRate = 0.001, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : Optimizer(LearningRate)
{
    /// <summary>β₁.</summary>
    public double Beta1 { get; init => field = Valid.Share(value, nameof(Beta1)); } = Valid.Share(Beta1);
    /// <summary>β₂.</summary>
    public double Beta2 { get; init => field = Valid.Share(value, nameof(Beta2)); } = Valid.Share(Beta2);
    /// <summary>ε.</summary>
    public double Epsilon { get; init => field = Valid.Positive(value, nameof(Epsilon)); } = Valid.Positive(Epsilon);

    internal override Rule At(Real η, int t)
    {
        var (β1, β2, ε) = ((Real)Beta1, (Real)Beta2, new Lane((Real)Epsilon));
        var (c1, c2) = ((Real)(1 - Math.Pow(Beta1, t)), (Real)(1 - Math.Pow(Beta2, t)));
        return (Lane θ, Lane g, ref Lane m, ref Lane v) =>
        {
            m = β1 * m + (1 - β1) * g;
            v = β2 * v + (1 - β2) * (g * g);
            return θ - η * (m / c1) / (SquareRoot(v / c2) + ε);
        };
    }
}

/// <summary>Adam, with θ ← θ − ηλθ beside its step: weight decay that v̂ does not divide.</summary>
/// <remarks>λ is <see cref="Optimizer.WeightDecay"/>, .01 at first. Source: Loshchilov and Hutter, Decoupled Weight Decay
/// Regularization, 2019.</remarks>
public sealed record AdamW : Adam
{
    /// <inheritdoc cref="Adam(double, double, double, double)"/>
    public AdamW(double LearningRate = 0.001, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8)
        : base(LearningRate, Beta1, Beta2, Epsilon) => WeightDecay = 0.01;

    internal override bool Decoupled => true;
}
