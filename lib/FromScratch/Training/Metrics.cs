namespace FromScratch;

/// <summary>How good a model is, in numbers a reader can judge.</summary>
public static class Metrics
{
    /// <summary>(1/n) Σᵢ 1[ŷᵢ = yᵢ]: the share of labels that are right, 0 … 1.</summary>
    /// <param name="predicted">n ≥ 1 labels.</param> <param name="y">The n true labels, else <see cref="ArgumentException"/>.</param>
    public static double Accuracy(Vector<Real> predicted, Vector<Real> y) =>
        Shape.SameLength(predicted, y).Zip(y).Count(pair => pair.First == pair.Second) / (double)y.Count;

    /// <summary>Cᵢⱼ: how many of class i were taken for class j, k×k; the right ones stand on the diagonal.</summary>
    /// <param name="predicted">n labels, 0 … k−1.</param> <param name="y">The n true labels.</param> <param name="k">The classes.</param>
    /// <exception cref="ArgumentException">There are no entries, the lengths differ, or a label is no class.</exception>
    public static Matrix<Real> Confusion(Vector<Real> predicted, Vector<Real> y, int k)
    {
        Shape.Labels(Shape.SameLength(predicted, y).Values(), k, nameof(predicted));
        Shape.Labels(y.Values(), k);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, 32768);
        var C = Matrix<Real>.Build.Dense(k, k);
        for (var i = 0; i < y.Count; i++) C[(int)y[i], (int)predicted[i]]++;
        return C;
    }

    /// <summary>R² = 1 − Σᵢ (yᵢ − ŷᵢ)² / Σᵢ (yᵢ − ȳ)²: the share of the variance explained; 0 for the mean.</summary>
    /// <param name="prediction">ŷ, n numbers.</param> <param name="y">The n targets, not all equal.</param>
    /// <exception cref="ArgumentException">There are no entries, the lengths differ, or all targets are equal.</exception>
    /// <remarks>Source: James, Witten, Hastie and Tibshirani, An Introduction to Statistical Learning, §3.1.3.</remarks>
    public static double RSquared(Vector<Real> prediction, Vector<Real> y)
    {
        var unexplained = Loss.SumSquaredError(prediction, y);
        return y.Exists(value => value != y[0], Zeros.Include) ? 1 - unexplained / (y - y.Average()).PointwisePower(2).Sum()
            : throw new ArgumentException("All targets are equal: there is no variance to explain.", nameof(y));
    }
}

/// <summary>How often each of two classes was taken for which; 1 is the positive class, 0 the negative.</summary>
/// <param name="TruePositives">Called 1, is 1.</param> <param name="FalsePositives">Called 1, is 0: a false alarm.</param>
/// <param name="FalseNegatives">Called 0, is 1: a miss.</param> <param name="TrueNegatives">Called 0, is 0.</param>
/// <remarks>Source: James, Witten, Hastie and Tibshirani, An Introduction to Statistical Learning, §4.4.2.</remarks>
public sealed record ConfusionMatrix(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>Counts the four cases.</summary> <param name="predicted">n ≥ 1 labels, 0 or 1.</param> <param name="y">The n true labels.</param>
    /// <exception cref="ArgumentException">There are no entries, the lengths differ, or a label is neither 0 nor 1.</exception>
    public static ConfusionMatrix Of(Vector<Real> predicted, Vector<Real> y) => OfClass(Metrics.Confusion(predicted, y, 2), 1);

    /// <summary>Class k of several against the rest, from the k×k counts of <see cref="Metrics.Confusion"/>.</summary>
    public static ConfusionMatrix OfClass(Matrix<Real> counts, int k)
    {
        if (k < 0 || k >= Math.Min(counts.Given().RowCount, counts.ColumnCount))
            throw new ArgumentOutOfRangeException(nameof(k), k, $"The counts are {counts.ShapeText()}.");
        var (hits, called, real) = (counts[k, k], counts.Column(k).Sum(), counts.Row(k).Sum());
        return new((int)hits, (int)(called - hits), (int)(real - hits), (int)(counts.ColumnSums().Sum() - called - real + hits));
    }

    /// <summary>TP / (TP + FP): of those called positive, the share that is. NaN where none was called positive.</summary>
    public double Precision => (double)TruePositives / (TruePositives + FalsePositives);
    /// <summary>TP / (TP + FN): of the positives, the share that was found. NaN where there is none.</summary>
    public double Recall => (double)TruePositives / (TruePositives + FalseNegatives);
    /// <summary>2PR / (P + R) = 2TP / (2TP + FP + FN): precision and recall in one number. NaN where there is neither.</summary>
    public double F1 => 2.0 * TruePositives / (2 * TruePositives + FalsePositives + FalseNegatives);

    /// <summary>The four counts as a table, a row per true class.</summary>
    public override string ToString() => Invariant($"""
                 predicted 1  predicted 0
        is 1     {TruePositives,11}  {FalseNegatives,11}
        is 0     {FalsePositives,11}  {TrueNegatives,11}
        """);
}
