using static FromScratch.Activations;
using static FromScratch.Loss;

namespace FromScratch;

/// <summary>p = σ(X·w + b): the probability of the positive class, y = 1, for X, n×d, and n labels y.</summary>
/// <param name="Weights">w, d entries: log odds per unit of the feature.</param> <param name="Bias">b: log odds at X = 0.</param>
/// <remarks>Throws <see cref="ArgumentException"/> where the shapes do not fit. Source: deck 003, Logistic Regression;
/// Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §4.4.</remarks>
public sealed record LogisticRegression(Vector<Real> Weights, double Bias) : IParameters<LogisticRegression>
{
    /// <summary>w = 0, b = 0, for d ≥ 1 features: every probability is ½.</summary>
    public static LogisticRegression Zero(int d) => new(Vector<Real>.Build.Dense(Valid.Count(d)), 0);
    /// <summary>z = X·w + b: n logits (log odds).</summary>
    public Vector<Real> Logits(Matrix<Real> X) => X.Times(Weights, plus: Bias);
    /// <summary>p = σ(X·w + b): n probabilities of y = 1.</summary>
    public Vector<Real> Probabilities(Matrix<Real> X) => Sigmoid(Logits(X));

    /// <summary>1 where p &gt; threshold, else 0: n labels. An example exactly on the boundary is a 0.</summary>
    /// <param name="X">n×d.</param> <param name="threshold">0 … 1, else <see cref="ArgumentException"/>; ½ means z = 0.</param>
    public Vector<Real> Predict(Matrix<Real> X, double threshold = 0.5) => threshold is >= 0 and <= 1
        ? Probabilities(X).Map<Real>(p => p > threshold ? 1 : 0, Zeros.Include)
        : throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold lies between 0 and 1.");

    /// <summary>L = −(1/n) Σᵢ [yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ)]: the mean, computed from the logits; y in 0 … 1, n ≥ 1.</summary>
    public double Loss(Matrix<Real> X, Vector<Real> y) => BinaryCrossEntropyFromLogits(Logits(X), y);
    /// <summary>∂L/∂w = (1/n) Xᵀ(p − y) and ∂L/∂b = (1/n) Σᵢ (pᵢ − yᵢ); y in 0 … 1, n ≥ 1.</summary>
    public LogisticRegression Gradient(Matrix<Real> X, Vector<Real> y)
    {
        var dz = BinaryCrossEntropyFromLogitsGradient(Logits(X), y);
        return new(X.TransposeThisAndMultiply(dz), dz.Sum());
    }

    /// <summary>θ = (w₀, …, w_d₋₁, b).</summary>
    public Vector<Real> ToVector() => Flat.Of(Weights, Bias);
    /// <inheritdoc/>
    public LogisticRegression FromVector(Vector<Real> theta) => new(Flat.Weights(theta, Weights.Count), theta[^1]);
    /// <summary>w and b to four significant digits.</summary>
    public override string ToString() => Flat.Text(Weights, Bias);
}
