using System.Globalization;

namespace FromScratch;

/// <summary>How often each of two classes was taken for which; 1 is the positive class, 0 the negative.</summary>
/// <param name="TruePositives">Predicted 1, and is 1.</param>
/// <param name="FalsePositives">Predicted 1, but is 0: a false alarm.</param>
/// <param name="FalseNegatives">Predicted 0, but is 1: a miss.</param>
/// <param name="TrueNegatives">Predicted 0, and is 0.</param>
/// <remarks>Source: James, Witten, Hastie and Tibshirani, An Introduction to Statistical Learning, §4.4.2.</remarks>
public sealed record ConfusionMatrix(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>Counts the four cases.</summary>
    /// <param name="predicted">n labels, 0 or 1.</param>
    /// <param name="y">The n true labels, 0 or 1.</param>
    /// <exception cref="ArgumentException">There are no entries, the lengths differ, or a label is neither 0 nor 1.</exception>
    public static ConfusionMatrix Of(Vector<double> predicted, Vector<double> y)
    {
        Shape.SameLength(predicted, y, nameof(predicted), nameof(y));
        ZeroOrOne(predicted, nameof(predicted));
        ZeroOrOne(y, nameof(y));
        int Count(double p, double t) => predicted.Zip(y).Count(pair => pair == (p, t));
        return new(Count(1, 1), Count(1, 0), Count(0, 1), Count(0, 0));
    }

    /// <summary>TP / (TP + FP): of those called positive, the share that is. NaN where none was called positive.</summary>
    public double Precision => (double)TruePositives / (TruePositives + FalsePositives);

    /// <summary>TP / (TP + FN): of the positives, the share that was found. NaN where there is none.</summary>
    public double Recall => (double)TruePositives / (TruePositives + FalseNegatives);

    /// <summary>The four counts as a table, a row per true class.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
                 predicted 1  predicted 0
        is 1     {TruePositives,11}  {FalseNegatives,11}
        is 0     {FalsePositives,11}  {TrueNegatives,11}
        """);

    private static void ZeroOrOne(Vector<double> v, string name)
    {
        if (v.Find(x => x is not (0 or 1), Zeros.Include) is var (i, x))
            throw new ArgumentException(FormattableString.Invariant($"{name}[{i}] is {x}, but a label is 0 or 1."), name);
    }
}
