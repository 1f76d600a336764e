namespace FromScratch.Recipes;

/// <summary>What to learn from and what to test on.</summary>
internal sealed record Digits(Dataset Train, Dataset Test)
{
    /// <summary>The examples that the decks learn from: 60,000 without the first 5,000.</summary>
    public const int Examples = 55_000;

    /// <summary>MNIST, 28×28 pixels.</summary>
    public static Digits Full(CancellationToken cancellation)
    {
        var (train, test) = Mnist.Load(null, new ProgressBar(Console.Error), cancellation);
        return new(train.Rows([.. Enumerable.Range(train.Count - Examples, Examples)]), test);
    }

    /// <summary>The course's own, 8×8 pixels: enough to see that every recipe works.</summary>
    public static Digits Small()
    {
        var digits = Datasets.Digits();
        var scaled = digits with { X = digits.X / 16 };
        return new(scaled.Rows([.. Enumerable.Range(0, 1437)]), scaled.Rows([.. Enumerable.Range(1437, 360)]));
    }
}
