using static FromScratch.Activations;
using static FromScratch.Loss;

namespace FromScratch;

/// <summary>P = softmax(X·W + b): the probabilities of k classes, for X, n×d, and n labels y, 0 … k−1.</summary>
/// <param name="Weights">W, d×k: a column per class.</param> <param name="Bias">b, k entries.</param>
/// <remarks>Throws <see cref="ArgumentException"/> where the shapes do not fit or a label is none of 0 … k−1. Source: deck 003,
/// Softmax Classifier; Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §4.4.</remarks>
public sealed record SoftmaxRegression(Matrix<Real> Weights, Vector<Real> Bias) : IParameters<SoftmaxRegression>
{
    /// <summary>W = 0, b = 0, for d ≥ 1 features and k ≥ 1 classes: every probability is 1/k.</summary>
    public static SoftmaxRegression Zero(int d, int k) => new(Matrix<Real>.Build.Dense(Valid.Count(d), Valid.Count(k)), Vector<Real>.Build.Dense(k));

    /// <summary>Z = X·W + b: n×k logits.</summary>
    public Matrix<Real> Logits(Matrix<Real> X) => X.Times(Weights) + Bias;

    /// <summary>P = softmax(Z), row by row: n×k.</summary>
    public Matrix<Real> Probabilities(Matrix<Real> X) => Softmax(Logits(X));

    /// <summary>ŷᵢ = argmaxₖ Pᵢₖ: n labels; the first of equals.</summary>
    public Vector<Real> Predict(Matrix<Real> X) => Objective.Largest(Logits(X));

    /// <summary>L = −(1/n) Σᵢ ln P_{i,yᵢ}: the mean, computed from the logits.</summary>
    public double Loss(Matrix<Real> X, Vector<Real> y) => SoftmaxCrossEntropyFromLogits(Logits(X), y);

    /// <summary>∂L/∂W = (1/n) Xᵀ(P − Y) and ∂L/∂b = (1/n) Σᵢ (Pᵢ − Yᵢ), with Y one-hot.</summary>
    public SoftmaxRegression Gradient(Matrix<Real> X, Vector<Real> y)
    {
        var dZ = SoftmaxCrossEntropyFromLogitsGradient(Logits(X), y);
        return new(X.TransposeThisAndMultiply(dZ), dZ.ColumnSums());
    }

    /// <summary>The same model as a network of one layer.</summary>
    public Network AsNetwork() => new([new Dense(Weights, Bias, Activation.Linear)], Objective.SoftmaxCrossEntropy);

    /// <summary>θ: W, column by column, then b.</summary>
    public Vector<Real> ToVector() => AsNetwork().ToVector();
    /// <inheritdoc/>
    public SoftmaxRegression FromVector(Vector<Real> theta) =>
        AsNetwork().FromVector(theta.Given()).Layers[0] is Dense(var W, var b, _) ? new(W, b) : this;
}
