namespace FromScratch;

public static partial class Loss
{
    /// <summary>(1/2n) Σᵢ (ŷᵢ − yᵢ)²: half the mean, so that the 2 cancels in the gradient.</summary>
    /// <param name="prediction">ŷ, n numbers in the unit of y.</param>
    /// <param name="y">The n targets.</param>
    /// <returns>≥ 0, in the unit of y squared.</returns>
    /// <exception cref="ArgumentException">There are no entries, or the lengths differ.</exception>
    /// <remarks>Source: deck 002, Cost Function in ANNs.</remarks>
    public static double HalfMeanSquaredError(Vector<double> prediction, Vector<double> y)
    {
        Shape.SameLength(prediction, y, nameof(prediction), nameof(y));
        return (prediction - y).PointwisePower(2).Sum() / (2 * y.Count);
    }

    /// <summary>∂/∂ŷᵢ (1/2n) Σⱼ (ŷⱼ − yⱼ)² = (1/n)(ŷᵢ − yᵢ).</summary>
    /// <returns>n entries, one per prediction.</returns>
    /// <inheritdoc cref="HalfMeanSquaredError" path="/param|/exception"/>
    public static Vector<double> HalfMeanSquaredErrorGradient(Vector<double> prediction, Vector<double> y)
    {
        Shape.SameLength(prediction, y, nameof(prediction), nameof(y));
        return 1.0 / y.Count * (prediction - y);
    }
}
