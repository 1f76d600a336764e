using System.Collections.Concurrent;

namespace FromScratch;

/// <summary>Ŷ = output(layerₘ(… layer₁(X))): layers in a chain, and the loss they are trained for.</summary>
/// <param name="Layers">m ≥ 1, each for the outputs of the one before.</param> <param name="Objective">The loss; it turns Z into predictions.</param>
/// <remarks>Throws <see cref="ArgumentException"/> where X does not fit the layers, or targets do not fit X or the objective.
/// Source: deck 002, Multilayer Perceptron; Goodfellow, Bengio and Courville, Deep Learning, §6.5.</remarks>
public sealed record Network(IReadOnlyList<Layer> Layers, Objective Objective) : IParameters<Network>
{
    // So many rows at a time stay in the cache.
    private const int Block = 256;

    /// <summary>Z, n×k: what the last layer puts out for X, n×d; for a classifier the logits.</summary>
    public Matrix<Real> Logits(Matrix<Real> X)
    {
        var (n, k, idle) = (X.Given().RowCount, Fit(X), new ConcurrentBag<Pass[]>());
        if (n <= Block || Layers.Any(layer => layer is Recurrent { EveryStep: true })) return Forward(X, Start());
        var Z = Matrix<Real>.Build.Dense(n, k);
        Team.Run(Product.Threads(n * Parameters.Sum(part => part.Values.LongLength)), (n + Block - 1) / Block, block =>
        {
            var (row, rows) = (block * Block, Math.Min(Block, n - block * Block));
            var passes = rows == Block && idle.TryTake(out var used) ? used : Start();
            Z.SetSubMatrix(row, 0, Forward(X.SubMatrix(row, rows, 0, X.ColumnCount), passes));
            if (rows == Block) idle.Add(passes);
        });
        return Z;
    }

    /// <summary>Ŷ, n×k: what the objective makes of Z: probabilities, or numbers.</summary>
    public Matrix<Real> Predict(Matrix<Real> X) => Objective.Output(Logits(X));
    /// <summary>n class numbers: the column of the largest logit, the first of equals; for one column 1[z &gt; 0].</summary>
    public Vector<Real> Classify(Matrix<Real> X) => Objective.Classes(Logits(X));

    /// <summary>L: the objective at Z, for n targets y, or targets Y, n×k.</summary>
    public double Loss(Matrix<Real> X, Vector<Real> y) => Loss(X, y.Given().ToColumnMatrix());
    /// <inheritdoc cref="Loss(Matrix{Real}, Vector{Real})"/>
    public double Loss(Matrix<Real> X, Matrix<Real> Y) => Logits(X) is var Z ? Objective.Into(Z.Clone(), Z, Targets(X, Y)) : 0;

    /// <summary>∂L/∂θ by backpropagation, for n targets y, or targets Y, n×k: a network of the same shape.</summary>
    public Network Gradient(Matrix<Real> X, Vector<Real> y) => Gradient(X, y.Given().ToColumnMatrix());
    /// <inheritdoc cref="Gradient(Matrix{Real}, Vector{Real})"/>
    public Network Gradient(Matrix<Real> X, Matrix<Real> Y) => Gradients(X, Y, Start()).Theta;
    /// <summary>∂L/∂X, n×d: which inputs the loss hangs on.</summary>
    public Matrix<Real> InputGradient(Matrix<Real> X, Matrix<Real> Y) => Gradients(X, Y, [.. Layers.Select(_ => new Pass())]).X;

    /// <summary>θ: layer by layer; of a dense layer W, column by column, then b.</summary>
    public Vector<Real> ToVector() => Vector<Real>.Build.DenseOfEnumerable(Parameters.SelectMany(part => part.Values));
    /// <inheritdoc/>
    public Network FromVector(Vector<Real> theta)
    {
        var (network, from, at) = (Copy(), theta.Values(), 0);
        if (from.Length != Parameters.Sum(part => part.Values.Length)) throw new ArgumentException(
            $"The network has {Parameters.Sum(part => part.Values.Length)} parameters, but theta has {from.Length}.", nameof(theta));
        foreach (var (values, _) in network.Parameters) Array.Copy(from, (at += values.Length) - values.Length, values, 0, values.Length);
        return network;
    }

    internal IReadOnlyList<(Real[] Values, bool Decays)> Parameters => [.. Layers.SelectMany(layer => layer.Parameters)];
    internal Network First(int layers) => this with { Layers = [.. Layers.Take(layers)] };
    internal Network Copy() => this with { Layers = [.. Layers.Select(layer => layer.Copy())] };
    internal Pass[] Start(Random? noise = null) => [.. Layers.Select((_, l) => new Pass { First = l == 0, Noise = noise })];

    /// <summary>The columns of Z; throws where X does not fit.</summary>
    internal int Fit(Matrix<Real> X)
    {
        Shape.NotEmpty(X);
        Valid.Count(Layers.Count);
        return Layers.Aggregate(X.ColumnCount, (inputs, layer) => layer.Outputs(inputs));
    }

    /// <summary>The entries of Y, which has a row per row of X, or is a column of as many entries as Z has.</summary>
    internal static Real[] Targets(Matrix<Real> X, Matrix<Real> Y)
    {
        if (Y.Given().ColumnCount > 1) Shape.SameRows(X, Y);
        return Y.Values();
    }

    private Matrix<Real> Forward(Matrix<Real> A, Pass[] passes)
    {
        for (var l = 0; l < passes.Length; l++) A = Layers[l].Forward(A, passes[l]);
        return A;
    }

    private (Network Theta, Matrix<Real> X) Gradients(Matrix<Real> X, Matrix<Real> Y, Pass[] passes)
    {
        Fit(X);
        var gradient = Copy();
        return (gradient, Gradient(X, Targets(X, Y), passes, gradient).X);
    }

    /// <summary>L and ∂L/∂X; writes ∂L/∂θ.</summary>
    internal (double L, Matrix<Real> X) Gradient(Matrix<Real> X, Real[] y, Pass[] passes, Network gradient)
    {
        var Z = Forward(X, passes);
        var dA = passes[^1].Buffer("dA", Z.RowCount, Z.ColumnCount);
        var L = Objective.Into(dA, Z, y);
        for (var l = passes.Length - 1; l >= 0; l--) dA = Layers[l].Backward(dA, passes[l], gradient.Layers[l]);
        return (L, dA);
    }
}
