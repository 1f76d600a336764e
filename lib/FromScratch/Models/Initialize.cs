namespace FromScratch;

/// <summary>W, d×k, before any learning, for a layer of d inputs and k outputs, each ≥ 1.</summary>
public delegate Matrix<Real> Initializer(int inputs, int outputs, Random random);

/// <summary>How weights start. The random ones draw from the generator given, so the same seed gives the same start.</summary>
/// <remarks>Throws <see cref="ArgumentException"/> where a size is below 1 or a spread is not a finite number, 0 or more. Source:
/// deck 003, weight initialisation; Glorot and Bengio, 2010; He, Zhang, Ren and Sun, 2015.</remarks>
public static class Initialize
{
    /// <summary>0 everywhere: right for a single layer; hidden units that start alike stay alike.</summary>
    public static Initializer Zeros { get; } = Constant(0);
    /// <summary>c ≥ 0 everywhere, as for biases.</summary>
    public static Initializer Constant(double c) => Drawn(Valid.NotNegative(c), (_, scale) => scale);
    /// <summary>N(0, σ²); σ = 1 is the slides' start, far too wide for a wide layer.</summary>
    public static Initializer Normal(double sigma = 1) => Drawn(Valid.NotNegative(sigma), Gaussian);
    /// <summary>N(0, σ²) where a draw beyond ±2σ is drawn again.</summary>
    public static Initializer TruncatedNormal(double sigma = 0.1) => Drawn(Valid.NotNegative(sigma), (random, scale) => scale * Near(random));
    /// <summary>Uniform between ±√(6/(d + k)), which keeps the variance of signals and gradients: for tanh and sigmoid.</summary>
    public static Initializer Xavier { get; } = (d, k, random) =>
        Drawn(Math.Sqrt(6.0 / (d + k)), (r, scale) => scale * (2 * r.NextDouble() - 1))(d, k, random);
    /// <summary>N(0, 2/d), which makes up for the half that ReLU cuts off.</summary>
    public static Initializer He { get; } = (d, k, random) => Drawn(Math.Sqrt(2.0 / d), Gaussian)(d, k, random);

    private static double Gaussian(Random random, double sigma) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, sigma);
    private static double Near(Random random) => Gaussian(random, 1) is var x && Math.Abs(x) <= 2 ? x : Near(random);

    private static Initializer Drawn(double scale, Func<Random, double, double> draw) => (d, k, random) =>
    {
        if (d < 1 || k < 1) throw new ArgumentException($"A layer has at least 1 input and 1 output, but these are {d} and {k}.");
        if ((long)d * k > Array.MaxLength) throw new ArgumentException($"A layer of {d}×{k} weights is larger than an array can be.");
        return Matrix<Real>.Build.Dense(d, k, (_, _) => (Real)draw(random.Given(), scale));
    };
}
