namespace FromScratch;

/// <summary>L(ŷ, y): how far predictions are from targets, each with its gradient. The name says sum, mean or half-mean.</summary>
public static partial class Loss
{
    /// <summary>(1/n) Σᵢ (ŷᵢ − yᵢ)²: the mean.</summary>
    /// <param name="prediction">ŷ, n numbers in the unit of y.</param>
    /// <param name="y">The n targets.</param>
    /// <returns>≥ 0, in the unit of y squared.</returns>
    /// <exception cref="ArgumentException">There are no entries, or the lengths differ.</exception>
    /// <remarks>Source: deck 003, Linear Regression.</remarks>
    public static double MeanSquaredError(Vector<double> prediction, Vector<double> y)
    {
        Shape.SameLength(prediction, y, nameof(prediction), nameof(y));
        return (prediction - y).PointwisePower(2).Sum() / y.Count;
    }

    /// <summary>∂/∂ŷᵢ (1/n) Σⱼ (ŷⱼ − yⱼ)² = (2/n)(ŷᵢ − yᵢ).</summary>
    /// <returns>n entries, one per prediction.</returns>
    /// <inheritdoc cref="MeanSquaredError" path="/param|/exception"/>
    public static Vector<double> MeanSquaredErrorGradient(Vector<double> prediction, Vector<double> y)
    {
        Shape.SameLength(prediction, y, nameof(prediction), nameof(y));
        return 2.0 / y.Count * (prediction - y);
    }
}
