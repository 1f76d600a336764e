namespace FromScratch;

/// <summary>v ← ρv + g, θ ← θ − ηv: a heavy ball. v is a sum, not a mean: under a constant g it grows to g/(1 − ρ).</summary>
/// <param name="LearningRate">η &gt; 0.</param> <param name="Decay">ρ, 0 or more and below 1.</param>
/// <param name="RateInside">The other convention: v ← ρv + ηg, θ ← θ − v. The same as long as η does not change.</param>
/// <remarks>Source: deck 001 (η inside) and deck 003 (η outside), Momentum; Polyak, 1964.</remarks>
public sealed record Momentum(double LearningRate, double Decay = 0.9, bool RateInside = false) : Optimizer(LearningRate)
{
    /// <summary>ρ.</summary>
    public double Decay { get; init => field = Valid.Share(value, nameof(Decay)); } = Valid.Share(Decay);

    internal override Rule At(Real η, int t)
    {
        var ρ = (Real)Decay;
        return RateInside
            ? (Lane θ, Lane g, ref Lane m, ref Lane v) => θ - (v = ρ * v + η * g)
            : (Lane θ, Lane g, ref Lane m, ref Lane v) => θ - η * (v = ρ * v + g);
    }
}

/// <summary>v ← ρv + g, θ ← θ − η(g + ρv): momentum that looks ahead to where v is about to take it.</summary>
/// <param name="LearningRate">η &gt; 0.</param> <param name="Decay">ρ, 0 or more and below 1.</param>
/// <remarks>θ is the point looked ahead to, so that g is needed nowhere else. Source: Sutskever, Martens, Dahl and Hinton, 2013.</remarks>
public sealed record Nesterov(double LearningRate, double Decay = 0.9) : Optimizer(LearningRate)
{
    /// <summary>ρ.</summary>
    public double Decay { get; init => field = Valid.Share(value, nameof(Decay)); } = Valid.Share(Decay);

    internal override Rule At(Real η, int t)
    {
        var ρ = (Real)Decay;
        return (Lane θ, Lane g, ref Lane m, ref Lane v) => θ - η * (g + ρ * (v = ρ * v + g));
    }
}
