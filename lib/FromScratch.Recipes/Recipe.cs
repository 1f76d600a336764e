namespace FromScratch.Recipes;

/// <summary>A recipe of the decks: what to train, and what the slide says came out.</summary>
/// <param name="Name">Its word on the command line.</param>
/// <param name="Text">Every number of it: a result counts only while this text and the library are the same.</param>
/// <param name="Slide">The slide's accuracy in percent, or none where the recipe is our control.</param>
/// <param name="Seeds">How many are asked for unless the user says.</param>
/// <param name="Train">From the lab to a trained network.</param>
internal sealed record Recipe(string Name, string Text, double? Slide, int Seeds, Func<Lab, Network> Train)
{
    // Rows of the decks' table first, each followed by the controls that explain it.
    public static IReadOnlyList<Recipe> All { get; } =
    [
        new("softmax", "784-10, W = b = 0; SGD 0.5, 1,000 steps × 100", 91.8, 10, Softmax),
        new("mlp", "784-256-256-10 ReLU, W and b from N(0, 1); Adam 0.001, 30 epochs × 256", 94.5, 3,
            lab => Mlp(lab, Initialize.Normal(), Initialize.Normal())),
        new("mlp-he", "the same from He's start, b = 0", null, 3, lab => Mlp(lab, Initialize.He, Initialize.Zeros)),
        new("autoencoder", "784-128-64-128-784 sigmoid from N(0, 1), mean squared error, RMSProp 0.02 (ρ = 0.9), 100 epochs × 256; "
            + "then its encoder + softmax, SGD 0.5, 200 epochs × 256", 96.6, 1, lab => Stacked(lab, Initialize.Normal(), pretrained: true)),
        new("autoencoder-normal", "the same encoder + softmax from N(0, 1), not pre-trained", null, 1,
            lab => Stacked(lab, Initialize.Normal(), pretrained: false)),
        new("autoencoder-glorot", "the same from Glorot's start, not pre-trained", null, 1,
            lab => Stacked(lab, Initialize.Xavier, pretrained: false)),
        new("cnn", "conv 5×5×32, pool 2, conv 5×5×64, pool 2, 1024, dropout 0.5, 10; W truncated normal 0.1, b = 0.1; Adam 0.0001, "
            + "20,000 steps × 50", 99.1, 1, Cnn),
    ];

    private static Network Softmax(Lab lab) => lab.Steps(SoftmaxRegression.Zero(lab.Pixels, 10).AsNetwork(), new GradientDescent(0.5), 1000, 100);

    private static Network Mlp(Lab lab, Initializer weights, Initializer biases) => lab.Epochs(
        FromScratch.Mlp.Of([lab.Pixels, 256, 256, 10], Activation.ReLU, Objective.SoftmaxCrossEntropy, weights, lab.Seed, biases), new Adam(0.001), 30, 256);

    private static Network Stacked(Lab lab, Initializer weights, bool pretrained)
    {
        var autoencoder = Autoencoder.Of([lab.Pixels, 128, 64], Activation.Sigmoid, weights, lab.Seed);
        if (pretrained) autoencoder = autoencoder.FromVector(lab.Reconstruct(autoencoder.Whole, new RMSProp(0.02, Decay: 0.9), 100, 256).ToVector());
        return lab.Epochs(autoencoder.Classifier(10), new GradientDescent(0.5), 200, 256);
    }

    private static Network Cnn(Lab lab)
    {
        var (start, random, relu) = (Initialize.TruncatedNormal(0.1), new Random(lab.Seed), Activation.ReLU);
        Convolution Filters(ImageShape input, int count) => Convolution.Of(input, count, 5, relu, start, random, padding: 2) with
        { Bias = Vector<float>.Build.Dense(count, 0.1f) };

        var first = Filters(lab.Image, 32);
        var second = Filters(new MaxPool(first.Output).Output, 64);
        var pool = new MaxPool(second.Output);
        var dense = FromScratch.Mlp.Of([pool.Output.Size, 1024, 10], relu, Objective.SoftmaxCrossEntropy, start, lab.Seed, Initialize.Constant(0.1));
        var layers = new Layer[] { first, new MaxPool(first.Output), second, pool, dense.Layers[0], new Dropout(0.5), dense.Layers[1] };
        return lab.Steps(dense with { Layers = layers }, new Adam(0.0001), 20_000, 50);
    }
}
