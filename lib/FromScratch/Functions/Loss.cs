namespace FromScratch;

/// <summary>L(ŷ, y): how far n predictions are from n targets, with its gradient. The name says sum, mean or half-mean.</summary>
/// <remarks>Throws <see cref="ArgumentException"/> where there are no entries, the lengths differ, or a probability or label
/// lies outside 0 … 1. An error is ≥ 0, in the unit of y, or of y squared; a gradient has n entries. Source: deck 003, Linear
/// Regression (mean) and MSE vs. MAE; deck 002, Cost Function in ANNs (half-mean); Bishop, Pattern Recognition and Machine
/// Learning, §3.1.1 (sum, with a factor ½).</remarks>
public static partial class Loss
{
    /// <summary>Σᵢ (ŷᵢ − yᵢ)²: the sum, which grows with n.</summary>
    /// <param name="prediction">ŷ, n numbers in the unit of y.</param> <param name="y">The n targets.</param>
    public static double SumSquaredError(Vector<double> prediction, Vector<double> y) =>
        Errors(prediction, y).PointwisePower(2).Sum();
    /// <summary>∂/∂ŷᵢ = 2(ŷᵢ − yᵢ).</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static Vector<double> SumSquaredErrorGradient(Vector<double> prediction, Vector<double> y) =>
        2 * Errors(prediction, y);

    /// <summary>(1/n) Σᵢ (ŷᵢ − yᵢ)²: the mean.</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static double MeanSquaredError(Vector<double> prediction, Vector<double> y) =>
        SumSquaredError(prediction, y) / y.Count;
    /// <summary>∂/∂ŷᵢ = (2/n)(ŷᵢ − yᵢ).</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static Vector<double> MeanSquaredErrorGradient(Vector<double> prediction, Vector<double> y) =>
        2.0 / y.Count * Errors(prediction, y);

    /// <summary>(1/2n) Σᵢ (ŷᵢ − yᵢ)²: half the mean.</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static double HalfMeanSquaredError(Vector<double> prediction, Vector<double> y) =>
        SumSquaredError(prediction, y) / (2 * y.Count);
    /// <summary>∂/∂ŷᵢ = (1/n)(ŷᵢ − yᵢ): no 2 left.</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static Vector<double> HalfMeanSquaredErrorGradient(Vector<double> prediction, Vector<double> y) =>
        1.0 / y.Count * Errors(prediction, y);

    /// <summary>(1/n) Σᵢ |ŷᵢ − yᵢ|: the mean.</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static double MeanAbsoluteError(Vector<double> prediction, Vector<double> y) =>
        Errors(prediction, y).L1Norm() / y.Count;
    /// <summary>∂/∂ŷᵢ = (1/n) sign(ŷᵢ − yᵢ); 0 at the kink.</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static Vector<double> MeanAbsoluteErrorGradient(Vector<double> prediction, Vector<double> y) =>
        1.0 / y.Count * Errors(prediction, y).PointwiseSign();

    private static Vector<double> Errors(Vector<double> prediction, Vector<double> y)
    {
        Shape.SameLength(prediction, y);
        return prediction - y;
    }
}
