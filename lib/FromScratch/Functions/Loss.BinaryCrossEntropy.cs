namespace FromScratch;

public static partial class Loss
{
    /// <summary>−(1/n) Σᵢ [yᵢ ln pᵢ + (1 − yᵢ) ln(1 − pᵢ)]: the mean, with the natural logarithm and 0·ln 0 = 0.</summary>
    /// <param name="p">n predicted probabilities of the positive class, 0 … 1. A NaN is passed on.</param>
    /// <param name="y">n labels: 1 is the positive class, 0 the other (anything between counts as a probability).</param>
    /// <returns>≥ 0, in nats; ∞ where a certain prediction is wrong, 0 where all are certain and right.</returns>
    /// <remarks>Source: deck 003, Loss function of Logistic Regression.</remarks>
    public static double BinaryCrossEntropy(Vector<Real> p, Vector<Real> y)
    {
        Shape.Probabilities(Shape.SameLength(p, y), nameof(p));
        Shape.Probabilities(y);
        return (Times(y, -p.PointwiseLog()) + Times(1 - y, -(1 - p).PointwiseLog())).Sum() / y.Count;
    }
    /// <summary>∂/∂pᵢ = (1/n) [(1 − yᵢ)/(1 − pᵢ) − yᵢ/pᵢ], with 0/0 = 0; ±∞ where a certain prediction is wrong.</summary>
    /// <inheritdoc cref="BinaryCrossEntropy" path="/param"/>
    public static Vector<Real> BinaryCrossEntropyGradient(Vector<Real> p, Vector<Real> y)
    {
        Shape.Probabilities(Shape.SameLength(p, y), nameof(p));
        Shape.Probabilities(y);
        return 1.0 / y.Count * (Times(1 - y, 1 / (1 - p)) - Times(y, 1 / p));
    }

    /// <summary>(1/n) Σᵢ [yᵢ softplus(−zᵢ) + (1 − yᵢ) softplus(zᵢ)]: the same for p = σ(z), never rounded to 0 or 1.</summary>
    /// <param name="z">n logits, any numbers. A NaN is passed on.</param> <param name="y">n labels, as above.</param>
    /// <returns>≥ 0, in nats; finite for logits up to half the largest number there is.</returns>
    /// <remarks>Source: deck 002, Appendix B; −ln σ(z) = softplus(−z), Goodfellow et al., Deep Learning, §6.2.2.2.</remarks>
    public static double BinaryCrossEntropyFromLogits(Vector<Real> z, Vector<Real> y) =>
        Sums.Add<Real>(Each(new LogitLoss(1 / (Real)y.Given().Count), z, y));
    /// <summary>∂/∂zᵢ = (1/n)(σ(zᵢ) − yᵢ), within ±1/n: σ′ has cancelled, so a confident mistake still learns.</summary>
    /// <inheritdoc cref="BinaryCrossEntropyFromLogits" path="/param"/>
    public static Vector<Real> BinaryCrossEntropyFromLogitsGradient(Vector<Real> z, Vector<Real> y) =>
        Vector<Real>.Build.Dense(Each(new LogitSlope(1 / (Real)y.Given().Count), z, y));

    private static Real[] Each<F>(F part, Vector<Real> z, Vector<Real> y) where F : struct, Lanes.IFormula
    {
        Shape.SameLength(z, y);
        Shape.Probabilities(y);
        var parts = new Real[y.Count];
        Lanes.Map(part, z.Values(), y.Values(), y.Values(), parts);
        return parts;
    }

    internal static double BinaryCrossEntropyInto(Matrix<Real> dZ, Matrix<Real> Z, Real[] y)
    {
        Shape.OneTargetPerEntry(Z, y);
        Shape.Probabilities(y);
        var (z, dz, c, L) = (Z.Values(), dZ.Values(), 1 / (Real)y.Length, 0.0);
        Lanes.Map(new LogitLoss(c), z, y, y, dz);
        foreach (var part in dz) L += part;
        Lanes.Map(new LogitSlope(c), z, y, y, dz);
        return L;
    }

    private readonly record struct LogitLoss(Real C) : Lanes.IFormula
    {
        // y softplus(−z) + (1 − y) softplus(z) = |z|·w + ln(1 + e^−|z|), where w is the label's share on the other side of z = 0.
        public Lane Of(Lane z, Lane y, Lane _)
        {
            var w = ConditionalSelect(GreaterThan(z, Lane.Zero), Lane.One - y, y);
            return ConditionalSelect(LessThanOrEqual(w, Lane.Zero), Lane.Zero, C * Abs(z) * w) + C * Lanes.Log1P(Exp(-Abs(z)));
        }
    }
    private readonly record struct LogitSlope(Real C) : Lanes.IFormula
    {
        public Lane Of(Lane z, Lane y, Lane _) => C * (Lane.One / (Lane.One + Exp(-z)) - y);
    }

    // 0 times anything is 0 here: a class that is not there costs nothing, however wrong its logarithm.
    private static Vector<Real> Times(Vector<Real> weight, Vector<Real> value) =>
        weight.Map2((w, v) => w == 0 && !double.IsNaN(v) ? 0 : w * v, value, Zeros.Include);
}
