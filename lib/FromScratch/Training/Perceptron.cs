namespace FromScratch;

/// <summary>ŷ = 1[w·x + b &gt; 0]: Rosenblatt's threshold unit, for X, n×d, and n labels y, 0 or 1.</summary>
/// <param name="Weights">w, d entries.</param> <param name="Bias">b; −b is the threshold that w·x must pass.</param>
/// <remarks>Throws <see cref="ArgumentException"/> where the shapes do not fit or a label is neither 0 nor 1. Source: decks 002 and
/// 004, Perceptron; Rosenblatt, Psychological Review 65, 1958.</remarks>
public sealed record Perceptron(Vector<Real> Weights, double Bias)
{
    /// <summary>x₁ ∧ x₂: −1.5 + x₁ + x₂ &gt; 0.</summary>
    public static Perceptron And { get; } = new(Tensor.Vec(1, 1), -1.5);
    /// <summary>x₁ ∨ x₂: −.5 + x₁ + x₂ &gt; 0.</summary>
    public static Perceptron Or { get; } = new(Tensor.Vec(1, 1), -0.5);
    /// <summary>¬(x₁ ∧ x₂): 1.5 − x₁ − x₂ &gt; 0.</summary>
    public static Perceptron Nand { get; } = new(Tensor.Vec(-1, -1), 1.5);

    /// <summary>ŷ: n labels, 0 or 1; 0 on the boundary.</summary>
    public Vector<Real> Predict(Matrix<Real> X) => Activation.Step.Of(X.Times(Weights, plus: Bias));

    /// <summary>w ← w + α(y − ŷ)x and b ← b + α(y − ŷ): nothing where the answer was right.</summary>
    /// <param name="x">d entries.</param> <param name="y">0 or 1.</param> <param name="learningRate">α &gt; 0, finite.</param>
    public Perceptron Learn(Vector<Real> x, double y, double learningRate = 1)
    {
        Shape.Labels([(Real)y], 2);
        var step = Valid.Positive(learningRate) * (y - Predict(x.Given().ToRowMatrix())[0]);
        return new(Weights + step * x, Bias + step);
    }

    /// <summary>Learns from one example after the other, in their order, until all are right or the epochs are over.</summary>
    /// <param name="X">n×d.</param> <param name="y">n labels, 0 or 1.</param> <param name="epochs">The most epochs, ≥ 0.</param>
    /// <param name="learningRate">α &gt; 0, finite.</param>
    /// <returns>The perceptron at the start and after each example, and each one's share of mistakes.</returns>
    public Descent<Perceptron> Train(Matrix<Real> X, Vector<Real> y, int epochs, double learningRate = 1)
    {
        Shape.Labels(Shape.OneEntryPerRow(X, y).Values(), 2);
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        double Mistakes(Perceptron p) => 1 - Metrics.Accuracy(p.Predict(X), y);
        var (path, losses) = (new List<Perceptron> { this }, new List<double> { Mistakes(this) });
        for (var (step, n) = (0L, X.RowCount); step < (long)epochs * n && losses[^1] > 0; step++)
        {
            path.Add(path[^1].Learn(X.Row((int)(step % n)), y[(int)(step % n)], learningRate));
            losses.Add(Mistakes(path[^1]));
        }
        return new(path, losses, losses[^1] == 0);
    }
}
