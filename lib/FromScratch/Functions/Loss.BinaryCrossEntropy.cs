using static FromScratch.Activations;

namespace FromScratch;

public static partial class Loss
{
    /// <summary>−(1/n) Σᵢ [yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ)]: the mean, with the natural logarithm and 0·ln 0 = 0.</summary>
    /// <param name="p">n predicted probabilities of the positive class, 0 … 1. A NaN is passed on.</param>
    /// <param name="y">n labels: 1 is the positive class, 0 the other (anything between counts as a probability).</param>
    /// <returns>≥ 0, in nats; ∞ where a certain prediction is wrong, 0 where all are certain and right.</returns>
    /// <remarks>Source: deck 003, Loss function of Logistic Regression.</remarks>
    public static double BinaryCrossEntropy(Vector<double> p, Vector<double> y)
    {
        Shape.SameLength(p, y);
        Shape.Probabilities(p);
        Shape.Probabilities(y);
        return (Times(y, -p.PointwiseLog()) + Times(1 - y, -(1 - p).PointwiseLog())).Sum() / y.Count;
    }
    /// <summary>∂/∂pᵢ = (1/n) [(1 − yᵢ)/(1 − pᵢ) − yᵢ/pᵢ], with 0/0 = 0; ±∞ where a certain prediction is wrong.</summary>
    /// <inheritdoc cref="BinaryCrossEntropy" path="/param"/>
    public static Vector<double> BinaryCrossEntropyGradient(Vector<double> p, Vector<double> y)
    {
        Shape.SameLength(p, y);
        Shape.Probabilities(p);
        Shape.Probabilities(y);
        return 1.0 / y.Count * (Times(1 - y, 1 / (1 - p)) - Times(y, 1 / p));
    }

    /// <summary>(1/n) Σᵢ [yᵢ softplus(−zᵢ) + (1 − yᵢ) softplus(zᵢ)]: the same for p = σ(z), never rounded to 0 or 1.</summary>
    /// <param name="z">n logits, any numbers. A NaN is passed on.</param> <param name="y">n labels, as above.</param>
    /// <returns>≥ 0, in nats; finite for finite logits.</returns>
    /// <remarks>Source: deck 002, Appendix B; −ln σ(z) = softplus(−z), Goodfellow et al., Deep Learning, §6.2.2.2.</remarks>
    public static double BinaryCrossEntropyFromLogits(Vector<double> z, Vector<double> y)
    {
        Shape.SameLength(z, y);
        Shape.Probabilities(y);
        return ((Times(y, Softplus(-z)) + Times(1 - y, Softplus(z))) / y.Count).Sum();
    }
    /// <summary>∂/∂zᵢ = (1/n)(σ(zᵢ) − yᵢ), within ±1/n: σ′ has cancelled, so a confident mistake still learns.</summary>
    /// <inheritdoc cref="BinaryCrossEntropyFromLogits" path="/param"/>
    public static Vector<double> BinaryCrossEntropyFromLogitsGradient(Vector<double> z, Vector<double> y)
    {
        Shape.SameLength(z, y);
        Shape.Probabilities(y);
        return 1.0 / y.Count * (Sigmoid(z) - y);
    }

    // 0 times anything is 0 here: a class that is not there costs nothing, however wrong its logarithm.
    private static Vector<double> Times(Vector<double> weight, Vector<double> value) =>
        weight.Map2((w, v) => w == 0 && !double.IsNaN(v) ? 0 : w * v, value, Zeros.Include);
}
