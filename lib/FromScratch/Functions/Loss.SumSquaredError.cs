namespace FromScratch;

public static partial class Loss
{
    /// <summary>Σᵢ (ŷᵢ − yᵢ)²: the sum.</summary>
    /// <param name="prediction">ŷ, n numbers in the unit of y.</param>
    /// <param name="y">The n targets.</param>
    /// <returns>≥ 0, in the unit of y squared; grows with n.</returns>
    /// <exception cref="ArgumentException">There are no entries, or the lengths differ.</exception>
    /// <remarks>Source: Bishop, Pattern Recognition and Machine Learning, §3.1.1 (there with a factor ½).</remarks>
    public static double SumSquaredError(Vector<double> prediction, Vector<double> y)
    {
        Shape.SameLength(prediction, y, nameof(prediction), nameof(y));
        return (prediction - y).PointwisePower(2).Sum();
    }

    /// <summary>∂/∂ŷᵢ Σⱼ (ŷⱼ − yⱼ)² = 2(ŷᵢ − yᵢ).</summary>
    /// <returns>n entries, one per prediction.</returns>
    /// <inheritdoc cref="SumSquaredError" path="/param|/exception"/>
    public static Vector<double> SumSquaredErrorGradient(Vector<double> prediction, Vector<double> y)
    {
        Shape.SameLength(prediction, y, nameof(prediction), nameof(y));
        return 2 * (prediction - y);
    }
}
