using MathNet.Numerics;

namespace FromScratch;

/// <summary>Two sets that share no example: one to learn from, one kept back to judge what was learnt.</summary>
/// <param name="Train">n − m examples.</param>
/// <param name="Test">m examples.</param>
/// <remarks>Source: deck 002, training, validation and test sets; Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, §7.2.</remarks>
public sealed record TrainTestSplit(Dataset Train, Dataset Test)
{
    /// <summary>m = n·f examples, rounded, drawn at random without replacement, are the test set; the rest, shuffled, the training set.</summary>
    /// <param name="data">n ≥ 2 examples.</param>
    /// <param name="testFraction">f, 0 &lt; f &lt; 1.</param>
    /// <param name="seed">The same seed gives the same split.</param>
    /// <exception cref="ArgumentOutOfRangeException">f is not between 0 and 1.</exception>
    /// <exception cref="ArgumentException">One of the two sets would be empty.</exception>
    public static TrainTestSplit Of(Dataset data, double testFraction, int seed)
    {
        if (testFraction is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(testFraction), testFraction, "The test fraction must lie between 0 and 1, both excluded.");
        var (n, m) = (data.Count, (int)Math.Round(data.Count * testFraction, MidpointRounding.AwayFromZero));
        if (m == 0 || m == n)
            throw new ArgumentException(FormattableString.Invariant($"{n} examples with a test fraction of {testFraction} leave {n - m} for training and {m} for the test; both need at least one."), nameof(testFraction));
        var shuffled = Combinatorics.GeneratePermutation(n, new Random(seed));
        return new(data.Rows(shuffled[m..]), data.Rows(shuffled[..m]));
    }
}
