using static FromScratch.Activations;

namespace FromScratch;

public static partial class Loss
{
    /// <summary>(1/n) Σᵢ [yᵢ softplus(−zᵢ) + (1 − yᵢ) softplus(zᵢ)]: <see cref="BinaryCrossEntropy"/> of p = σ(z), the mean, without ever rounding p to 0 or 1.</summary>
    /// <param name="z">n logits, any numbers. A NaN is passed on.</param>
    /// <param name="y">n labels: 1 is the positive class, 0 the other (anything between counts as a probability).</param>
    /// <returns>≥ 0, in nats; finite for finite logits.</returns>
    /// <exception cref="ArgumentException">There are no entries, the lengths differ, or a label lies outside 0 … 1.</exception>
    /// <remarks>Source: deck 002, Appendix B; −ln σ(z) = softplus(−z), Goodfellow, Bengio and Courville, Deep Learning, §6.2.2.2.</remarks>
    public static double BinaryCrossEntropyFromLogits(Vector<double> z, Vector<double> y)
    {
        LogitsAndLabels(z, y);
        return ((Times(y, Softplus(-z)) + Times(1 - y, Softplus(z))) / y.Count).Sum();
    }

    /// <summary>∂/∂zᵢ = (1/n)(σ(zᵢ) − yᵢ): the factor σ′ has cancelled, so a confident mistake still learns.</summary>
    /// <returns>n entries, each between −1/n and 1/n.</returns>
    /// <inheritdoc cref="BinaryCrossEntropyFromLogits" path="/param|/exception"/>
    public static Vector<double> BinaryCrossEntropyFromLogitsGradient(Vector<double> z, Vector<double> y)
    {
        LogitsAndLabels(z, y);
        return 1.0 / y.Count * (Sigmoid(z) - y);
    }

    private static void LogitsAndLabels(Vector<double> z, Vector<double> y)
    {
        Shape.SameLength(z, y, nameof(z), nameof(y));
        Shape.Probabilities(y, nameof(y));
    }
}
