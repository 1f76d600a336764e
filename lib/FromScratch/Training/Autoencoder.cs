namespace FromScratch;

/// <summary>X̂ = decoder(encoder(X)), trained for X̂ = X through a narrow code H = encoder(X): a description of X in few numbers.</summary>
/// <param name="Encoder">d – … – c.</param> <param name="Decoder">c – … – d.</param>
/// <remarks>Throws <see cref="ArgumentException"/> where shapes do not fit. Source: deck 002, Auto-encoder; greedy stacking: Bengio,
/// Lamblin, Popovici and Larochelle, Greedy Layer-Wise Training of Deep Networks, 2007.</remarks>
public sealed record Autoencoder(Network Encoder, Network Decoder) : IParameters<Autoencoder>
{
    /// <summary>d – h₁ – … – c – … – h₁ – d: f on every layer, the mean squared error as the loss.</summary>
    /// <param name="sizes">d, h₁, …, c: at least two, each ≥ 1.</param> <param name="activation">f; it limits what X̂ can be.</param>
    /// <param name="weights">How each W starts; b starts at 0.</param> <param name="seed">Fixes the start.</param>
    public static Autoencoder Of(IReadOnlyList<int> sizes, Activation activation, Initializer weights, int seed)
    {
        var all = Mlp.Of([.. sizes.Given(), .. sizes.Reverse().Skip(1)], activation, Objective.MeanSquaredError, weights, seed).Layers;
        return new(Part(all.Take(sizes.Count - 1)), Part([.. all.Take((sizes.Count - 1)..^1), (Dense)all[^1] with { Activation = activation }]));
    }

    /// <summary>Greedy: d – h₁ – d learns X, n×d, then h₁ – h₂ – h₁ learns the codes of the first, …, each as the trainer has it; then all
    /// are put together. Sizes, f and start as in <see cref="Of"/>.</summary>
    public static Autoencoder Stack(Matrix<Real> X, IReadOnlyList<int> sizes, Activation activation, Initializer weights, int seed, Trainer trainer,
        IProgress<Epoch>? progress = null)
    {
        var outer = Of([.. sizes.Given().Take(2)], activation, weights, seed + 1).Fit(X, trainer, progress);
        if (sizes.Count == 2) return outer;
        var inner = Stack(outer.Encode(X), [.. sizes.Skip(1)], activation, weights, seed + 1, trainer, progress);
        return new(Part([.. outer.Encoder.Layers, .. inner.Encoder.Layers]), Part([.. inner.Decoder.Layers, .. outer.Decoder.Layers]));
    }

    /// <summary>Trains encoder and decoder together.</summary>
    /// <param name="X">n×d.</param> <param name="trainer">How.</param> <param name="progress">Told after every epoch.</param>
    /// <param name="input">What the encoder sees in place of X, for a denoising autoencoder: X with noise, n×d.</param>
    public Autoencoder Fit(Matrix<Real> X, Trainer trainer, IProgress<Epoch>? progress = null, Matrix<Real>? input = null) =>
        Split(trainer.Given().Fit(Whole, input ?? X, X, progress).Model.Layers);

    /// <summary>The network from X to X̂.</summary>
    public Network Whole => new([.. Encoder.Layers, .. Decoder.Layers], Objective.MeanSquaredError);
    /// <summary>H, n×c.</summary>
    public Matrix<Real> Encode(Matrix<Real> X) => Encoder.Logits(X);
    /// <summary>X̂, n×d, of codes H, n×c.</summary>
    public Matrix<Real> Decode(Matrix<Real> H) => Decoder.Logits(H.Given());
    /// <summary>X̂, n×d.</summary>
    public Matrix<Real> Reconstruct(Matrix<Real> X) => Decode(Encode(X));

    /// <summary>The encoder, which ends in a dense layer, with a softmax layer of k classes, at W = 0, behind it: to be trained for labels.</summary>
    public Network Classifier(int classes) => Encoder.Layers[^1] is Dense { Bias.Count: var c }
        ? new([.. Encoder.Layers, .. SoftmaxRegression.Zero(c, classes).AsNetwork().Layers], Objective.SoftmaxCrossEntropy)
        : throw new ArgumentException($"Expected an encoder that ends in a dense layer, found {Encoder.Layers[^1].GetType().Name}.");

    /// <summary>θ: the encoder's, then the decoder's.</summary>
    public Vector<Real> ToVector() => Whole.ToVector();
    /// <inheritdoc/>
    public Autoencoder FromVector(Vector<Real> theta) => Split(Whole.FromVector(theta.Given()).Layers);

    private Autoencoder Split(IReadOnlyList<Layer> layers) => new(Part(layers.Take(Encoder.Layers.Count)), Part(layers.Skip(Encoder.Layers.Count)));
    private static Network Part(IEnumerable<Layer> layers) => new([.. layers], Objective.MeanSquaredError);
}
