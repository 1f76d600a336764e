namespace FromScratch;

/// <summary>Two sets that share no example: one to learn from, one kept back to judge what was learnt.</summary>
/// <param name="Train">n − m examples.</param> <param name="Test">m examples.</param>
/// <remarks>Source: deck 002, training and test sets; Hastie et al., The Elements of Statistical Learning, §7.2.</remarks>
public sealed record TrainTestSplit(Dataset Train, Dataset Test)
{
    /// <summary>m = n·f examples, rounded, drawn without replacement, to test on; the rest, shuffled, to train on.</summary>
    /// <param name="data">n ≥ 2.</param> <param name="testFraction">f, 0 … 1.</param> <param name="seed">Fixes the draw.</param>
    /// <exception cref="ArgumentOutOfRangeException">A set would be empty, as where f is not between 0 and 1.</exception>
    public static TrainTestSplit Of(Dataset data, double testFraction, int seed)
    {
        var (n, m) = (data.Given().Count, (int)Math.Round(data.Count * testFraction, MidpointRounding.AwayFromZero));
        if (m < 1 || m >= n) throw new ArgumentOutOfRangeException(nameof(testFraction), Invariant(
            $"{n} examples with a test fraction of {testFraction} leave {n - m} for training and {m} for the test; both need at least one."));
        var shuffled = Combinatorics.GeneratePermutation(n, new Random(seed));
        return new(data.Rows(shuffled[m..]), data.Rows(shuffled[..m]));
    }
}
