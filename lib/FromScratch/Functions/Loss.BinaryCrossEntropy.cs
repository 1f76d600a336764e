namespace FromScratch;

public static partial class Loss
{
    /// <summary>−(1/n) Σᵢ [yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ)]: the mean, with the natural logarithm and 0·ln 0 = 0.</summary>
    /// <param name="p">n predicted probabilities of the positive class, 0 … 1. A NaN is passed on.</param>
    /// <param name="y">n labels: 1 is the positive class, 0 the other (anything between counts as a probability).</param>
    /// <returns>≥ 0, in nats; ∞ where a certain prediction is wrong (p = 0 for y = 1, p = 1 for y = 0), 0 where all are right.</returns>
    /// <exception cref="ArgumentException">There are no entries, the lengths differ, or an entry lies outside 0 … 1.</exception>
    /// <remarks>Source: deck 003, Loss function of Logistic Regression.</remarks>
    public static double BinaryCrossEntropy(Vector<double> p, Vector<double> y)
    {
        ProbabilitiesAndLabels(p, y);
        return (Times(y, -p.PointwiseLog()) + Times(1 - y, -(1 - p).PointwiseLog())).Sum() / y.Count;
    }

    /// <summary>∂/∂pᵢ = (1/n) [(1 − yᵢ)/(1 − pᵢ) − yᵢ/pᵢ], with 0/0 = 0.</summary>
    /// <returns>n entries; ±∞ where a certain prediction is wrong.</returns>
    /// <inheritdoc cref="BinaryCrossEntropy" path="/param|/exception"/>
    public static Vector<double> BinaryCrossEntropyGradient(Vector<double> p, Vector<double> y)
    {
        ProbabilitiesAndLabels(p, y);
        return 1.0 / y.Count * (Times(1 - y, 1 / (1 - p)) - Times(y, 1 / p));
    }

    private static void ProbabilitiesAndLabels(Vector<double> p, Vector<double> y)
    {
        Shape.SameLength(p, y, nameof(p), nameof(y));
        Shape.Probabilities(p, nameof(p));
        Shape.Probabilities(y, nameof(y));
    }

    // 0 times anything is 0 here: a class that is not there costs nothing, however wrong its logarithm.
    private static Vector<double> Times(Vector<double> weight, Vector<double> value) =>
        weight.Map2((w, v) => w == 0 && !double.IsNaN(v) ? 0 : w * v, value, Zeros.Include);
}
