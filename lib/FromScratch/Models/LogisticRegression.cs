using static FromScratch.Activations;
using static FromScratch.Loss;

namespace FromScratch;

/// <summary>p = σ(X·w + b): the probability of the positive class, y = 1.</summary>
/// <param name="Weights">w, d entries: the log odds gained per unit of each feature.</param>
/// <param name="Bias">b: the log odds where every feature is 0.</param>
/// <remarks>Source: deck 003, Logistic Regression; Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §4.4.</remarks>
public sealed record LogisticRegression(Vector<double> Weights, double Bias) : IParameters<LogisticRegression>
{
    /// <summary>w = 0, b = 0: every probability is ½.</summary>
    /// <param name="d">The number of features, ≥ 1.</param>
    public static LogisticRegression Zero(int d) => new(Vector<double>.Build.Dense(d), 0);

    /// <summary>z = X·w + b.</summary>
    /// <param name="X">n×d, a row per example.</param>
    /// <returns>n logits (log odds).</returns>
    /// <exception cref="ArgumentException">X does not have d columns.</exception>
    public Vector<double> Logits(Matrix<double> X)
    {
        var (w, b) = this;
        Shape.Product(X, w);
        return X * w + b;
    }

    /// <summary>p = σ(X·w + b).</summary>
    /// <param name="X">n×d.</param>
    /// <returns>n probabilities of y = 1.</returns>
    /// <exception cref="ArgumentException">X does not have d columns.</exception>
    public Vector<double> Probabilities(Matrix<double> X) => Sigmoid(Logits(X));

    /// <summary>1 where p &gt; threshold, else 0. An example exactly on the boundary is a 0.</summary>
    /// <param name="X">n×d.</param>
    /// <param name="threshold">0 … 1; ½ is the boundary X·w + b = 0.</param>
    /// <returns>n labels, 0 or 1.</returns>
    /// <exception cref="ArgumentException">X does not have d columns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold lies outside 0 … 1.</exception>
    public Vector<double> Predict(Matrix<double> X, double threshold = 0.5)
    {
        if (threshold is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold on probabilities lies between 0 and 1.");
        return Probabilities(X).Map(p => p > threshold ? 1.0 : 0.0, Zeros.Include);
    }

    /// <summary>L = −(1/n) Σᵢ [yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ)]: the mean binary cross-entropy, computed from the logits.</summary>
    /// <param name="X">n×d.</param>
    /// <param name="y">n labels, 0 or 1.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, n = 0, or a label lies outside 0 … 1.</exception>
    public double Loss(Matrix<double> X, Vector<double> y)
    {
        Shape.OneEntryPerRow(X, y);
        return BinaryCrossEntropyFromLogits(Logits(X), y);
    }

    /// <summary>∂L/∂w = (1/n) Xᵀ(p − y) and ∂L/∂b = (1/n) Σᵢ (pᵢ − yᵢ).</summary>
    /// <param name="X">n×d.</param>
    /// <param name="y">n labels, 0 or 1.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, n = 0, or a label lies outside 0 … 1.</exception>
    public LogisticRegression Gradient(Matrix<double> X, Vector<double> y)
    {
        Shape.OneEntryPerRow(X, y);
        var dz = BinaryCrossEntropyFromLogitsGradient(Logits(X), y);
        return new(X.TransposeThisAndMultiply(dz), dz.Sum());
    }

    /// <summary>θ = (w₀, …, w_d₋₁, b).</summary>
    public Vector<double> ToVector() => Flat.Of(Weights, Bias);

    /// <inheritdoc/>
    public LogisticRegression FromVector(Vector<double> theta) => new(Flat.Weights(theta, Weights.Count), theta[^1]);

    /// <summary>w and b to four significant digits.</summary>
    public override string ToString() => Flat.Text(Weights, Bias);
}
