namespace FromScratch;

/// <summary>σ, its derivative, its inverse and its integral; of a number, or of every entry of a vector.</summary>
/// <remarks>Source: deck 003, Logit and Logistic Regression; Bishop, Pattern Recognition and Machine Learning, §4.2.</remarks>
public static partial class Activations
{
    /// <summary>σ(z) = 1 / (1 + e⁻ᶻ), between 0 and 1, for a logit z, any number; σ(−∞) = 0 and σ(∞) = 1.</summary>
    // The same number on either side of 0, of powers that cannot overflow.
    public static double Sigmoid(double z) => Math.Exp(Math.Min(z, 0)) / (1 + Math.Exp(-Math.Abs(z)));
    /// <inheritdoc cref="Sigmoid(double)"/>
    public static Vector<Real> Sigmoid(Vector<Real> z) => Activation.Sigmoid.Of(z);

    /// <summary>σ′(z) = σ(z)·(1 − σ(z)), between 0 and ¼; nowhere zero, but .00247 at z = ±6.</summary>
    // 1 − σ(z) = σ(−z), which keeps its digits where σ(z) rounds to 1.
    public static double SigmoidDerivative(double z) => Sigmoid(z) * Sigmoid(-z);
    /// <inheritdoc cref="SigmoidDerivative(double)"/>
    public static Vector<Real> SigmoidDerivative(Vector<Real> z) => Each(z, SigmoidDerivative);

    /// <summary>logit(p) = ln(p / (1 − p)), the log odds of a probability p, ∓∞ at 0 and 1; the inverse of σ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">p is below 0, above 1 or NaN.</exception>
    public static double Logit(double p) => p is >= 0 and <= 1 ? Math.Log(p / (1 - p))
        : throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
    /// <inheritdoc cref="Logit(double)"/>
    public static Vector<Real> Logit(Vector<Real> p) => Each(p.Given(), Logit);

    /// <summary>softplus(z) = ln(1 + eᶻ) = −ln σ(−z), for any number z; its derivative is σ(z).</summary>
    public static double Softplus(double z) => Math.Max(z, 0) + SpecialFunctions.Log1p(Math.Exp(-Math.Abs(z)));
    /// <inheritdoc cref="Softplus(double)"/>
    public static Vector<Real> Softplus(Vector<Real> z) => Each(z, Softplus);

    private static Vector<Real> Each(Vector<Real> z, Func<double, double> f) => z.Given().Map(x => (Real)f(x), Zeros.Include);
}
