namespace FromScratch;

/// <summary>The steps of learning: 1 data in three sets, 2 model, optimiser, 3 training, judged by validation, 4 one look at the test set.</summary>
/// <param name="Train">To learn from.</param> <param name="Validation">To choose by.</param> <param name="Test">To judge the choice.</param>
/// <remarks>Source: deck 003, Overall pipeline of model training, where step 4 leaves the test set unused; Hastie, Tibshirani and
/// Friedman, The Elements of Statistical Learning, §7.2.</remarks>
public sealed record Pipeline(Dataset Train, Dataset Validation, Dataset Test)
{
    /// <summary>Step 1: three sets that share no example, each feature standardised by the training set's μ and σ.</summary>
    /// <param name="data">n examples.</param> <param name="validation">Its share of n, between 0 and 1.</param>
    /// <param name="test">Likewise.</param> <param name="seed">Fixes the draw.</param>
    /// <exception cref="ArgumentException">A set would be empty, or a feature is constant on the training set.</exception>
    public static Pipeline Of(Dataset data, double validation, double test, int seed)
    {
        var (rest, held) = TrainTestSplit.Of(data, Valid.Share(test), seed);
        var (train, chosen) = TrainTestSplit.Of(rest, Valid.Share(validation) * data.Count / rest.Count, seed);
        var z = Standardizer.Fit(train.X);
        Dataset Scaled(Dataset set) => set with { X = z.Transform(set.X) };
        return new(Scaled(train), Scaled(chosen), Scaled(held));
    }

    /// <summary>Steps 2 to 4: the training, and the loss on the test set, which nothing before has seen.</summary>
    /// <param name="start">The first parameters; they fit the data, else <see cref="ArgumentException"/>.</param> <param name="trainer">How.</param>
    /// <param name="progress">Told after every epoch.</param> <param name="cancellation">Ends the training early.</param>
    public (Training Training, double TestLoss) Run(Network start, Trainer trainer, IProgress<Epoch>? progress = null,
        CancellationToken cancellation = default)
    {
        var training = trainer.Given().Fit(start, Train, Validation, progress, cancellation);
        return (training, training.Model.Loss(Test.X, Test.y));
    }
}
