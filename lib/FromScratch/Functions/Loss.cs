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
    public static double SumSquaredError(Vector<Real> prediction, Vector<Real> y) =>
        Lanes.SquaredDistance(Shape.SameLength(prediction, y).Values(), y.Values());
    /// <summary>∂/∂ŷᵢ = 2(ŷᵢ − yᵢ).</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static Vector<Real> SumSquaredErrorGradient(Vector<Real> prediction, Vector<Real> y) => Errors(prediction, y, factor: 2);

    /// <summary>(1/n) Σᵢ (ŷᵢ − yᵢ)²: the mean.</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static double MeanSquaredError(Vector<Real> prediction, Vector<Real> y) => SumSquaredError(prediction, y) / y.Count;
    /// <summary>∂/∂ŷᵢ = (2/n)(ŷᵢ − yᵢ).</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static Vector<Real> MeanSquaredErrorGradient(Vector<Real> prediction, Vector<Real> y) =>
        Errors(prediction, y, factor: 2.0 / y.Given().Count);

    internal static double MeanSquaredErrorInto(Matrix<Real> dZ, Matrix<Real> Z, Real[] y)
    {
        Shape.OneTargetPerEntry(Z, y);
        var (z, dz, L) = (Z.Values(), dZ.Values(), 0.0);
        for (var i = 0; i < z.Length; i++)
        {
            dz[i] = 2 * (z[i] - y[i]) / z.Length;
            L += (double)(z[i] - y[i]) * (z[i] - y[i]) / z.Length;
        }
        return L;
    }

    /// <summary>(1/2n) Σᵢ (ŷᵢ − yᵢ)²: half the mean.</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static double HalfMeanSquaredError(Vector<Real> prediction, Vector<Real> y) => SumSquaredError(prediction, y) / (2 * y.Count);
    /// <summary>∂/∂ŷᵢ = (1/n)(ŷᵢ − yᵢ): no 2 left.</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static Vector<Real> HalfMeanSquaredErrorGradient(Vector<Real> prediction, Vector<Real> y) =>
        Errors(prediction, y, factor: 1.0 / y.Given().Count);

    /// <summary>(1/n) Σᵢ |ŷᵢ − yᵢ|: the mean.</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static double MeanAbsoluteError(Vector<Real> prediction, Vector<Real> y) => Errors(prediction, y).L1Norm() / y.Count;
    /// <summary>∂/∂ŷᵢ = (1/n) sign(ŷᵢ − yᵢ); 0 at the kink.</summary> <inheritdoc cref="SumSquaredError" path="/param"/>
    public static Vector<Real> MeanAbsoluteErrorGradient(Vector<Real> prediction, Vector<Real> y) =>
        1.0 / y.Given().Count * Errors(prediction, y).Map(e => e > 0 ? 1 : e < 0 ? -1 : 0 * e, Zeros.Include);

    private static Vector<Real> Errors(Vector<Real> prediction, Vector<Real> y, double factor = 1)
    {
        var e = GC.AllocateUninitializedArray<Real>(Shape.SameLength(prediction, y).Count);
        TensorPrimitives.Subtract(prediction.Values(), y.Values(), e);
        if (factor != 1) TensorPrimitives.Multiply(e, (Real)factor, e);
        return Vector<Real>.Build.Dense(e);
    }
}
