namespace FromScratch;

public static partial class Loss
{
    /// <summary>H(p, q) = −Σₖ pₖ ln qₖ, in nats, with 0·ln 0 = 0: what it costs to expect q where p is so. ∞ where what happens
    /// was thought impossible. H(p, p) is not 0 but the entropy of p; for a one-hot p it is −ln q of the class.</summary>
    /// <param name="p">k probabilities: what is so.</param> <param name="q">k probabilities: what the model says. NaN for NaN.</param>
    /// <remarks>Source: deck 003, Cross Entropy; Goodfellow, Bengio and Courville, Deep Learning, §3.13.</remarks>
    public static double CrossEntropy(Vector<Real> p, Vector<Real> q)
    {
        Shape.Probabilities(Shape.SameLength(p, q), nameof(p));
        Shape.Probabilities(q);
        return Times(p, -q.PointwiseLog()).Sum();
    }

    /// <summary>L = (1/n) Σᵢ [ln Σⱼ e^zᵢⱼ − z_{i,yᵢ}]: the mean of −ln softmax(zᵢ) at the true class, for any finite logits.</summary>
    /// <param name="Z">n×k logits. NaN for NaN.</param> <param name="y">n class numbers, 0 … k−1.</param>
    /// <returns>≥ 0, in nats; at most the largest double.</returns>
    /// <remarks>Source: deck 003, Softmax Classifier; Bishop, Pattern Recognition and Machine Learning, §4.3.4.</remarks>
    public static double SoftmaxCrossEntropyFromLogits(Matrix<Real> Z, Vector<Real> y) =>
        SoftmaxCrossEntropyInto(Z.Given().Clone(), Z, y.Given().Values());
    /// <summary>∂L/∂Z = (1/n)(P − Y), n×k, with P = softmax(Z) by rows and Y one-hot.</summary>
    /// <inheritdoc cref="SoftmaxCrossEntropyFromLogits" path="/param|/remarks"/>
    public static Matrix<Real> SoftmaxCrossEntropyFromLogitsGradient(Matrix<Real> Z, Vector<Real> y)
    {
        var dZ = Matrix<Real>.Build.Dense(Z.Given().RowCount, Z.ColumnCount);
        SoftmaxCrossEntropyInto(dZ, Z, y.Given().Values());
        return dZ;
    }

    internal static double SoftmaxCrossEntropyInto(Matrix<Real> dZ, Matrix<Real> Z, Real[] y)
    {
        Shape.Labels(Z, y);
        var (n, z, dz, L) = (y.Length, Z.Values(), dZ.Values(), 0.0);
        Activations.SoftmaxInto(dZ, Z, (i, max, logSum) => L += (logSum + ((double)max - z[i + n * (int)y[i]])) / n);
        TensorPrimitives.Divide(dz, n, dz);
        for (var i = 0; i < n; i++) dz[i + n * (int)y[i]] -= 1 / (Real)n;
        return Math.Min(L, double.MaxValue);
    }

    /// <summary>(λ/2) Σ w²: half the squared length of the weights, what weight decay adds to a loss.</summary>
    /// <param name="W">Weights, any shape; biases are usually left out.</param> <param name="lambda">λ ≥ 0, finite.</param>
    /// <remarks>Source: deck 002, Weight Decay; Goodfellow, Bengio and Courville, Deep Learning, §7.1.1.</remarks>
    public static double L2Penalty(Matrix<Real> W, double lambda) => Valid.NotNegative(lambda) / 2 * W.Given().Values().Sum(w => (double)w * w);
    /// <summary>∂/∂W = λ·W.</summary> <inheritdoc cref="L2Penalty" path="/param|/remarks"/>
    public static Matrix<Real> L2PenaltyGradient(Matrix<Real> W, double lambda) => W.Given() * (Real)Valid.NotNegative(lambda);
}
