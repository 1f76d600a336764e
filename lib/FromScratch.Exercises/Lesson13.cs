using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

public static partial class Check
{
    static readonly Matrix<double>[] Counts = [Mat([9, 1, 0], [2, 5, 3], [0, 4, 16]), Mat([3, 1], [6, 2])];

    /// <summary>Σᵢ Cᵢᵢ / Σᵢⱼ Cᵢⱼ.</summary>
    /// <param name="yours">The accuracy, from k×k counts with a row per true class.</param>
    public static Verdict AccuracyFromCounts(Func<Matrix<double>, double> yours) => Judge.Function(
        "13-accuracy", yours, right: C => C.Diagonal().Sum() / C.ColumnSums().Sum(), cases: Counts,
        praise: "The right ones stand on the diagonal.",
        hints:
        [
            "Where in the matrix are the right answers?",
            "Divide the sum of the diagonal by the sum of all entries.",
            "C.Diagonal().Sum() / C.ColumnSums().Sum()",
        ],
        mistakes:
        [
            ("That is the number of right answers. Divide by the number of examples.", C => C.Diagonal().Sum()),
            ("That is the share of mistakes.", C => 1 - C.Diagonal().Sum() / C.ColumnSums().Sum()),
            ("That is the mean of the recalls; large classes count more.", C => C.Diagonal().PointwiseDivide(C.RowSums()).Average()),
            ("You divide by the number of entries, k². Divide by their sum.", C => C.Diagonal().Sum() / (C.RowCount * C.ColumnCount)),
        ]);

    /// <summary>Cᵢᵢ / Σⱼ Cᵢⱼ.</summary>
    /// <param name="yours">The recall of each class, from k×k counts with a row per true class.</param>
    public static Verdict RecallPerClass(Func<Matrix<double>, Vector<double>> yours) => Judge.Function(
        "13-recall", yours, right: C => C.Diagonal().PointwiseDivide(C.RowSums()), cases: Counts,
        praise: "A row holds all examples of one class.",
        hints:
        [
            "All examples of class i stand in one row or in one column: which?",
            "Divide the diagonal by the sums of the rows, entry by entry.",
            "C.Diagonal().PointwiseDivide(C.RowSums())",
        ],
        mistakes:
        [
            ("That is precision: you divide by all that were called i. Recall divides by all that are i, the row.", C => C.Diagonal().PointwiseDivide(C.ColumnSums())),
            ("You divide by all examples, not by those of the class.", C => C.Diagonal() / C.ColumnSums().Sum()),
            ("Those are the counts. Divide each by the size of its class.", C => C.Diagonal()),
            ("That is the share that was missed.", C => 1 - C.Diagonal().PointwiseDivide(C.RowSums())),
        ]);

    /// <summary>(test − μ) / σ with μ and σ of the training set.</summary>
    /// <param name="yours">The z-scores of test (m×d), from train (n×d) and test.</param>
    public static Verdict ScaleTest(Func<Matrix<double>, Matrix<double>, Matrix<double>> yours)
    {
        static Matrix<double> Z(Matrix<double> from, Matrix<double> X, bool sample = false) => Standardizer.Fit(from, sample).Transform(X);

        return Judge.Function("13-scale-test", yours, right: (train, test) => Z(train, test),
            cases: [(Mat([1, 10], [2, 30], [6, 50]), Mat([3, 20], [4, 80])), (Mat([0, 1], [2, 5], [4, 3], [6, 7]), Mat([1, 1], [2, 0], [9, 4]))],
            praise: "The test set is measured with the ruler of the training set.",
            hints:
            [
                "Whose mean and spread may the model know?",
                "μ and σ of the columns of train; then (test − μ) / σ, column by column.",
                "(test + -mean).MapIndexed((i, j, x) => x / sigma[j]), with mean and sigma from train",
            ],
            mistakes:
            [
                ("You took the test set's own mean and spread: the model never saw such a ruler.", (train, test) => Z(test, test)),
                ("You took both sets together. The test set must not take part.", (train, test) => Z(train.Stack(test), test)),
                ("That is the sample's s, with 1/(n − 1). The population's σ has 1/n.", (train, test) => Z(train, test, sample: true)),
                ("The mean is gone; now divide by σ.", (train, test) => test + -(train.ColumnSums() / train.RowCount)),
            ]);
    }

    /// <summary>The epoch of the lowest loss that is seen before the patience ends.</summary>
    /// <param name="yours">The number of the epoch that is kept, from the validation losses and the patience.</param>
    public static Verdict KeptEpoch(Func<double[], int, int> yours)
    {
        static int Right(double[] losses, int patience)
        {
            var best = 1;
            for (var epoch = 2; epoch <= losses.Length && epoch - best <= patience; epoch++)
                if (losses[epoch - 1] < losses[best - 1]) best = epoch;
            return best;
        }
        static int Stopped(double[] losses, int patience) => Math.Min(losses.Length, Right(losses, patience) + patience);

        return Judge.Function("13-kept-epoch", yours, Right,
            cases: [([5, 3, 4, 4, 4, 1], 2), ([5, 4, 3, 2.5], 2), ([3, 4, 2, 5, 6, 7, 1, 1.5], 3)],
            praise: "The best so far, and no look past the end of the patience.",
            hints:
            [
                "Go through the epochs and remember the best so far.",
                "Stop when the best is more than patience epochs ago; what comes later is never seen.",
                "for (var epoch = 2; …) { if (epoch - best > patience) break; if (losses[epoch - 1] < losses[best - 1]) best = epoch; }",
            ],
            mistakes:
            [
                ("That is the lowest of all losses. The training had stopped before it.", (losses, _) => Array.IndexOf(losses, losses.Min()) + 1),
                ("That is the last epoch. Early stopping goes back to the best one.", Stopped),
                ("Epochs are counted from 1, the array from 0.", (losses, patience) => Right(losses, patience) - 1),
                ("That ignores the patience altogether: it is the number of losses.", (losses, _) => losses.Length),
            ]);
    }
}
