namespace FromScratch;

public static partial class Loss
{
    /// <summary>(1/n) Σᵢ |ŷᵢ − yᵢ|: the mean.</summary>
    /// <param name="prediction">ŷ, n numbers in the unit of y.</param>
    /// <param name="y">The n targets.</param>
    /// <returns>≥ 0, in the unit of y.</returns>
    /// <exception cref="ArgumentException">There are no entries, or the lengths differ.</exception>
    /// <remarks>Source: deck 003, Loss Function: MSE vs. MAE.</remarks>
    public static double MeanAbsoluteError(Vector<double> prediction, Vector<double> y)
    {
        Shape.SameLength(prediction, y, nameof(prediction), nameof(y));
        return (prediction - y).L1Norm() / y.Count;
    }

    /// <summary>∂/∂ŷᵢ (1/n) Σⱼ |ŷⱼ − yⱼ| = (1/n) sign(ŷᵢ − yᵢ); 0 at the kink ŷᵢ = yᵢ, which is one of its subgradients.</summary>
    /// <returns>n entries, one per prediction.</returns>
    /// <inheritdoc cref="MeanAbsoluteError" path="/param|/exception"/>
    public static Vector<double> MeanAbsoluteErrorGradient(Vector<double> prediction, Vector<double> y)
    {
        Shape.SameLength(prediction, y, nameof(prediction), nameof(y));
        return 1.0 / y.Count * (prediction - y).PointwiseSign();
    }
}
