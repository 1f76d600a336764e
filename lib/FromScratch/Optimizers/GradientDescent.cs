namespace FromScratch;

/// <summary>θ ← θ − α·g, all parameters at once.</summary>
/// <param name="LearningRate">α &gt; 0, finite.</param>
/// <remarks>Source: deck 003, Gradient Descent; Goodfellow, Bengio and Courville, Deep Learning, §4.3.</remarks>
public sealed record GradientDescent(double LearningRate)
{
    /// <summary>α.</summary>
    /// <exception cref="ArgumentOutOfRangeException">α is not a finite number above 0.</exception>
    public double LearningRate { get; init => field = Valid(value); } = Valid(LearningRate);

    /// <summary>θ − α·g.</summary>
    /// <param name="theta">θ, any length.</param>
    /// <param name="g">The gradient at θ, as long as θ.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public Vector<double> Step(Vector<double> theta, Vector<double> g)
    {
        Shape.SameLength(theta, g, nameof(theta), nameof(g));
        return theta - LearningRate * g;
    }

    /// <inheritdoc cref="Step(Vector{double}, Vector{double})"/>
    public T Step<T>(T theta, T g) where T : IParameters<T> => theta - LearningRate * g;

    /// <summary>θ ← θ − α·∇L(θ), repeated. Stops early where ‖∇L‖ ≤ tolerance, or where L is no longer finite.</summary>
    /// <param name="loss">L(θ).</param>
    /// <param name="gradient">∇L(θ), as long as θ.</param>
    /// <param name="start">The first θ.</param>
    /// <param name="steps">The most steps to take, ≥ 0.</param>
    /// <param name="tolerance">≥ 0, in the unit of the gradient. 0 stops only where the gradient vanishes.</param>
    /// <exception cref="ArgumentOutOfRangeException">steps is negative, or tolerance is negative or NaN.</exception>
    /// <exception cref="ArgumentException">The gradient has another length than θ.</exception>
    public Descent<Vector<double>> Minimize(Func<Vector<double>, double> loss, Func<Vector<double>, Vector<double>> gradient,
        Vector<double> start, int steps, double tolerance = 0) =>
        Run(loss, gradient, Step, g => g.L2Norm(), start, steps, tolerance);

    /// <summary>θ ← θ − α·∇L(θ), repeated, for a model: loss is <c>m => m.Loss(X, y)</c>, gradient <c>m => m.Gradient(X, y)</c>.</summary>
    /// <inheritdoc cref="Minimize(Func{Vector{double}, double}, Func{Vector{double}, Vector{double}}, Vector{double}, int, double)" path="/param|/exception"/>
    public Descent<T> Minimize<T>(Func<T, double> loss, Func<T, T> gradient, T start, int steps, double tolerance = 0)
        where T : IParameters<T> =>
        Run(loss, gradient, Step, g => g.ToVector().L2Norm(), start, steps, tolerance);

    private static Descent<T> Run<T>(Func<T, double> loss, Func<T, T> gradient, Func<T, T, T> step, Func<T, double> norm,
        T start, int steps, double tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (!(tolerance >= 0)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance must be 0 or more.");
        var (theta, points, losses) = (start, new List<T>(), new List<double>());
        while (true)
        {
            points.Add(theta);
            losses.Add(loss(theta));
            if (!double.IsFinite(losses[^1])) return new(points, losses, DescentOutcome.Diverged);
            var g = gradient(theta);
            if (norm(g) <= tolerance) return new(points, losses, DescentOutcome.Converged);
            if (losses.Count > steps) return new(points, losses, DescentOutcome.StepsUsedUp);
            theta = step(theta, g);
        }
    }

    private static double Valid(double alpha) => alpha is > 0 and < double.PositiveInfinity
        ? alpha
        : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The learning rate must be a finite number above 0.");
}
