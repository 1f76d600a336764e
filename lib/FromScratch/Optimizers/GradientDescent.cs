namespace FromScratch;

/// <summary>θ ← θ − α·g, all parameters at once; θ is a vector, or a model.</summary>
/// <param name="LearningRate">α &gt; 0, finite.</param>
/// <remarks>Source: deck 003, Gradient Descent; Goodfellow, Bengio and Courville, Deep Learning, §4.3.</remarks>
public sealed record GradientDescent(double LearningRate)
{
    /// <summary>α; throws <see cref="ArgumentOutOfRangeException"/> where it is not a finite number above 0.</summary>
    public double LearningRate { get; init => field = Valid(value); } = Valid(LearningRate);

    /// <summary>θ − α·g, where g is the gradient at θ; <see cref="ArgumentException"/> where their lengths differ.</summary>
    public Vector<double> Step(Vector<double> theta, Vector<double> g)
    {
        Shape.SameLength(theta, g);
        return theta - LearningRate * g;
    }
    /// <inheritdoc cref="Step(Vector{double}, Vector{double})"/>
    public T Step<T>(T theta, T g) where T : IParameters<T> => theta - LearningRate * g;

    /// <summary>θ ← θ − α·∇L(θ), repeated. Stops early where ‖∇L‖ ≤ tolerance, or where L is no longer finite.</summary>
    /// <param name="loss">L(θ).</param> <param name="gradient">∇L(θ), as long as θ.</param>
    /// <param name="start">The first θ.</param> <param name="steps">The most steps to take, ≥ 0.</param>
    /// <param name="tolerance">≥ 0, in the unit of the gradient. 0 stops only where the gradient vanishes.</param>
    /// <exception cref="ArgumentException">steps or tolerance is out of range, or gradient and θ differ in length.</exception>
    public Descent<Vector<double>> Minimize(Func<Vector<double>, double> loss, Func<Vector<double>, Vector<double>> gradient,
        Vector<double> start, int steps, double tolerance = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (!(tolerance >= 0)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance is 0 or more.");
        var (theta, points, losses) = (start, new List<Vector<double>> { start }, new List<double> { loss(start) });
        while (double.IsFinite(losses[^1]))
        {
            var g = gradient(theta);
            if (g.L2Norm() <= tolerance) return new(points, losses, Converged: true);
            if (losses.Count > steps) break;
            theta = Step(theta, g);
            points.Add(theta);
            losses.Add(loss(theta));
        }
        return new(points, losses, Converged: false);
    }

    /// <summary>The same for a model m: loss is <c>m => m.Loss(X, y)</c>, gradient <c>m => m.Gradient(X, y)</c>.</summary>
    /// <inheritdoc cref="Minimize" path="/param|/exception"/>
    public Descent<T> Minimize<T>(Func<T, double> loss, Func<T, T> gradient, T start, int steps, double tolerance = 0)
        where T : IParameters<T>
    {
        var path = Minimize(theta => loss(start.FromVector(theta)), theta => gradient(start.FromVector(theta)).ToVector(),
            start.ToVector(), steps, tolerance);
        return new([.. path.Points.Select(start.FromVector)], path.Losses, path.Converged);
    }

    private static double Valid(double alpha) => alpha is > 0 and < double.PositiveInfinity ? alpha
        : throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "The learning rate must be a finite number above 0.");
}
