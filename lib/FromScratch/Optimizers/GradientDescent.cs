namespace FromScratch;

/// <summary>θ ← θ − α·g, all parameters at once; θ is a vector, or a model.</summary>
/// <param name="LearningRate">α &gt; 0, finite.</param>
/// <remarks>Source: deck 003, Gradient Descent; Goodfellow, Bengio and Courville, Deep Learning, §4.3.</remarks>
public sealed record GradientDescent(double LearningRate) : Optimizer(LearningRate)
{
    /// <summary>θ − α·g, where g is the gradient at θ, clipped and decayed if so set; <see cref="ArgumentException"/> where their lengths differ.</summary>
    public Vector<Real> Step(Vector<Real> theta, Vector<Real> g) => Start().Step(theta, g);
    /// <inheritdoc cref="Step(Vector{Real}, Vector{Real})"/>
    public T Step<T>(T theta, T g) where T : IParameters<T> => theta.FromVector(Step(theta.Parts(), g.Parts()));

    internal override Rule At(Real α, int t) => (Lane θ, Lane g, ref Lane m, ref Lane v) => θ - α * g;
}
