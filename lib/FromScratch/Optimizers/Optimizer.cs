namespace FromScratch;

/// <summary>θ ← θ − (what the rule makes of g, and of the gradients before it), entry by entry.</summary>
/// <param name="LearningRate">η &gt; 0, finite; α in the simplest rule.</param>
/// <remarks>Every number that is out of range throws <see cref="ArgumentOutOfRangeException"/>.</remarks>
public abstract record Optimizer(double LearningRate)
{
    /// <summary>η.</summary>
    public double LearningRate { get; init => field = Valid.Positive(value, nameof(LearningRate)); } = Valid.Positive(LearningRate);

    /// <summary>λ ≥ 0: g + λ·θ takes the place of g, which adds (λ/2)‖θ‖² to the loss; of a network, its weights only.</summary>
    public double WeightDecay { get; init => field = Valid.NotNegative(value, nameof(WeightDecay)); }

    /// <summary>c &gt; 0: a gradient longer than c is shortened to it, g·c/‖g‖; ∞ leaves every gradient as it is.</summary>
    public double MaxNorm { get; init => field = value == double.PositiveInfinity ? value : Valid.Positive(value, nameof(MaxNorm)); } = double.PositiveInfinity;

    /// <summary>A run of this rule from the beginning: nothing remembered, t = 0.</summary>
    public OptimizerRun Start() => new(this);

    /// <summary>θ ← θ − …, repeated. Stops early where ‖∇L‖ ≤ tolerance, or where L is no longer finite.</summary>
    /// <param name="loss">L(θ).</param> <param name="gradient">∇L(θ), as long as θ.</param>
    /// <param name="start">The first θ.</param> <param name="steps">The most steps to take, ≥ 0.</param>
    /// <param name="tolerance">≥ 0, in the unit of the gradient. 0 stops only where the gradient vanishes.</param>
    /// <exception cref="ArgumentException">steps or tolerance is out of range, or gradient and θ differ in length.</exception>
    public Descent<Vector<Real>> Minimize(Func<Vector<Real>, double> loss, Func<Vector<Real>, Vector<Real>> gradient,
        Vector<Real> start, int steps, double tolerance = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (!(tolerance >= 0)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance is 0 or more.");
        var (points, losses, run) = (new List<Vector<Real>> { start.Given() }, new List<double> { loss.Given()(start) }, Start());
        while (double.IsFinite(losses[^1]))
        {
            var g = Shape.SameLength(gradient.Given()(points[^1]), points[^1], nameof(gradient), nameof(start));
            if (g.L2Norm() <= tolerance) return new(points, losses, Converged: true);
            if (losses.Count > steps) break;
            points.Add(run.Step(points[^1], g));
            losses.Add(loss(points[^1]));
        }
        return new(points, losses, Converged: false);
    }

    /// <summary>The same for a model m: loss is <c>m => m.Loss(X, y)</c>, gradient <c>m => m.Gradient(X, y)</c>.</summary>
    /// <inheritdoc cref="Minimize" path="/param|/exception"/>
    public Descent<T> Minimize<T>(Func<T, double> loss, Func<T, T> gradient, T start, int steps, double tolerance = 0) where T : IParameters<T>
    {
        var path = Minimize(theta => loss.Given()(start.FromVector(theta)), theta => gradient.Given()(start.FromVector(theta)).ToVector(),
            start.Parts(), steps, tolerance);
        return new([.. path.Points.Select(start.FromVector)], path.Losses, path.Converged);
    }

    /// <summary>The rule at step t = 1, 2, … with the rate of that step.</summary>
    internal abstract Rule At(Real rate, int t);
    /// <summary>The new θ, from θ and g; m and v are 0 at first, and kept from step to step.</summary>
    internal delegate Lane Rule(Lane theta, Lane g, ref Lane m, ref Lane v);
    /// <summary>Weight decay shrinks θ by ηλθ itself, beside the rule.</summary>
    internal virtual bool Decoupled => false;
}
