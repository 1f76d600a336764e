namespace FromScratch;

/// <summary>How good a model is, in numbers a reader can judge.</summary>
public static class Metrics
{
    /// <summary>(1/n) Σᵢ 1[ŷᵢ = yᵢ]: the share of labels that are right, 0 … 1.</summary>
    /// <param name="predicted">n labels.</param>
    /// <param name="y">The n true labels.</param>
    /// <exception cref="ArgumentException">There are no entries, or the lengths differ.</exception>
    public static double Accuracy(Vector<double> predicted, Vector<double> y)
    {
        Shape.SameLength(predicted, y, nameof(predicted), nameof(y));
        return predicted.Zip(y).Count(pair => pair.First == pair.Second) / (double)y.Count;
    }

    /// <summary>R² = 1 − Σᵢ (yᵢ − ŷᵢ)² / Σᵢ (yᵢ − ȳ)²: the share of the variance explained; 1 is perfect, 0 no better than the mean.</summary>
    /// <param name="prediction">ŷ, n numbers.</param>
    /// <param name="y">The n targets, not all equal.</param>
    /// <exception cref="ArgumentException">There are no entries, the lengths differ, or all targets are equal.</exception>
    /// <remarks>Source: James, Witten, Hastie and Tibshirani, An Introduction to Statistical Learning, §3.1.3.</remarks>
    public static double RSquared(Vector<double> prediction, Vector<double> y)
    {
        Shape.SameLength(prediction, y, nameof(prediction), nameof(y));
        if (y.Minimum() == y.Maximum())
            throw new ArgumentException("All targets are equal: there is no variance to explain.", nameof(y));
        return 1 - Loss.SumSquaredError(prediction, y) / (y - y.Average()).PointwisePower(2).Sum();
    }
}
