namespace FromScratch;

/// <summary>s ← s + g², θ ← θ − ηg/(√s + ε): a rate per parameter, that only ever shrinks; η is still needed.</summary>
/// <param name="LearningRate">η &gt; 0.</param> <param name="Epsilon">ε &gt; 0, against dividing by 0.</param>
/// <remarks>Source: deck 001, Adagrad; Duchi, Hazan and Singer, JMLR 12, 2011.</remarks>
public sealed record Adagrad(double LearningRate = 0.01, double Epsilon = 1e-10) : Optimizer(LearningRate)
{
    /// <summary>ε.</summary>
    public double Epsilon { get; init => field = Valid.Positive(value, nameof(Epsilon)); } = Valid.Positive(Epsilon);

    internal override Rule At(Real η, int t)
    {
        var ε = new Lane((Real)Epsilon);
        return (Lane θ, Lane g, ref Lane m, ref Lane s) => θ - η * g / (SquareRoot(s += g * g) + ε);
    }
}

/// <summary>s ← ρs + (1 − ρ)g², θ ← θ − ηg/(√s + ε): Adagrad that forgets, so that its rate can grow again.</summary>
/// <param name="LearningRate">η &gt; 0.</param> <param name="Decay">ρ, 0 or more and below 1.</param> <param name="Epsilon">ε &gt; 0.</param>
/// <remarks>Source: Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012.</remarks>
public sealed record RMSProp(double LearningRate = 0.01, double Decay = 0.99, double Epsilon = 1e-8) : Optimizer(LearningRate)
{
    /// <summary>ρ.</summary>
    public double Decay { get; init => field = Valid.Share(value, nameof(Decay)); } = Valid.Share(Decay);
    /// <summary>ε.</summary>
    public double Epsilon { get; init => field = Valid.Positive(value, nameof(Epsilon)); } = Valid.Positive(Epsilon);

    internal override Rule At(Real η, int t)
    {
        var (ρ, ε) = ((Real)Decay, new Lane((Real)Epsilon));
        return (Lane θ, Lane g, ref Lane m, ref Lane s) => θ - η * g / (SquareRoot(s = ρ * s + (1 - ρ) * (g * g)) + ε);
    }
}
