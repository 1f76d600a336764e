namespace FromScratch;

/// <summary>k-fold cross-validation: each example is tested on exactly once, by a model that did not learn from it.</summary>
/// <remarks>Source: deck 002, Cross Validation; Hastie et al., The Elements of Statistical Learning, §7.10.</remarks>
public static class Folds
{
    /// <summary>k splits; fold i, n/k shuffled examples, is the i-th one's test set.</summary>
    /// <param name="data">n examples.</param> <param name="k">2 … n, else <see cref="ArgumentException"/>.</param>
    /// <param name="seed">Fixes the draw.</param>
    public static IReadOnlyList<TrainTestSplit> Of(Dataset data, int k, int seed)
    {
        var (n, order) = (data.Given().Count, Combinatorics.GeneratePermutation(data.Count, new Random(seed)));
        if (k < 2 || k > n) throw new ArgumentOutOfRangeException(nameof(k), k, $"{n} examples make 2 … {n} folds.");
        return [.. Enumerable.Range(0, k).Select(i => (From: i * n / k, To: (i + 1) * n / k)).Select(fold =>
            new TrainTestSplit(data.Rows([.. order[..fold.From], .. order[fold.To..]]), data.Rows(order[fold.From..fold.To])))];
    }
}
