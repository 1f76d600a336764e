namespace FromScratch;

/// <summary>A network that learns: each step is forward, backward and update, in place. Once it has seen a batch of a size, a step
/// allocates nothing that grows with the batch.</summary>
public sealed class Learner
{
    private readonly Network gradient;
    private readonly IReadOnlyList<(Real[] Values, bool Decays)> theta, g;
    private readonly OptimizerRun run;
    private readonly Random noise;
    private readonly Dictionary<(int, int), Pass[]> passes = [];

    /// <summary>Starts from a network, which stays as it is.</summary>
    /// <param name="start">The first parameters.</param> <param name="optimizer">The rule.</param>
    /// <param name="seed">Fixes what dropout leaves out.</param>
    public Learner(Network start, Optimizer optimizer, int seed = 0)
    {
        (Live, gradient, run, noise) = (start.Given().Copy(), start.Copy(), optimizer.Given().Start(), new Random(seed));
        (theta, g) = (Live.Parameters, gradient.Parameters);
    }
    /// <summary>Trains the first of the live network's layers, in place.</summary>
    internal Learner(Network live, int layers, Optimizer optimizer, int seed) : this(live, optimizer, seed) =>
        (Live, theta, g) = (live, live.First(layers).Parameters, gradient.First(layers).Parameters);

    /// <summary>The network as it is now: a copy, which later steps do not change.</summary>
    public Network Model => Live.Copy();
    internal Network Live { get; }

    /// <summary>One step; returns the loss before it.</summary>
    /// <param name="X">n×d.</param> <param name="y">n targets, or class numbers.</param>
    /// <param name="factor">The share of the learning rate to use, ≥ 0.</param>
    /// <exception cref="ArgumentException">X does not fit the network, or y does not fit X or the objective.</exception>
    public double Step(Matrix<Real> X, Vector<Real> y, double factor = 1) => Step(X, y.Values(), factor);
    /// <summary>The same for targets Y, n×k.</summary> <inheritdoc cref="Step(Matrix{Real}, Vector{Real}, double)"/>
    public double Step(Matrix<Real> X, Matrix<Real> Y, double factor = 1) => Step(X, Network.Targets(X, Y), factor);

    private double Step(Matrix<Real> X, Real[] y, double factor)
    {
        var shape = (X.Given().RowCount, X.ColumnCount);
        if (!passes.TryGetValue(shape, out var pass))
        {
            Live.Fit(X);
            passes[shape] = pass = Live.Start(noise);
        }
        var (loss, _) = Live.Gradient(X, y, pass, gradient);
        run.Update(theta, g, factor);
        return loss;
    }
}
