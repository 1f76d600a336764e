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
            ("That is the mean of the recalls: a small class counts as much as a large one. Count examples, not classes.", C => C.Diagonal().PointwiseDivide(C.RowSums()).Average()),
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

    /// <summary>√(a(1 − a)/n).</summary>
    /// <param name="yours">The standard deviation of an accuracy on n examples, each right with probability a.</param>
    public static Verdict ChanceSpread(Func<double, int, double> yours) => Judge.Function(
        "13-chance-spread", yours, right: (a, n) => Math.Sqrt(a * (1 - a) / n), cases: [(0.5, 100), (0.9, 30), (0.8, 10)],
        praise: "The spread falls like 1/√n: four times the examples for half of it.",
        hints:
        [
            "One number is 1 with probability a and 0 otherwise. What is the mean of its square?",
            "One number has the variance a − a². The sum of n has n times that; the mean of n has it divided by n².",
            "Math.Sqrt(a * (1 - a) / n)",
        ],
        mistakes:
        [
            ("That is the variance. The standard deviation is its root.", (a, n) => a * (1 - a) / n),
            ("That is the standard deviation of one answer. The mean of n answers spreads less.", (a, _) => Math.Sqrt(a * (1 - a))),
            ("That is the standard deviation of the number of right answers. Divide by n for the share.", (a, n) => Math.Sqrt(n * a * (1 - a))),
            ("Take the root of n as well: the variance is divided by n, and then comes the root.", (a, n) => Math.Sqrt(a * (1 - a)) / n),
        ]);

    /// <summary>Early stopping by the test set: the reported accuracy is too good to be true.</summary>
    /// <param name="yours">"a", "b", "c" or "d".</param>
    public static Verdict Peeking(string yours) => Judge.Value(
        "13-peeking", yours, right: "c",
        praise: "What has chosen is no judge.",
        hints:
        [
            "Which of the up to 200 networks of a run is kept, and who decides?",
            "Lesson 06: the best of 100 coins on the test set. What were its answers to new questions?",
            "The 30 flowers choose the network that suits them, and then they are asked how good it is.",
        ],
        mistakes:
        [
            ("True, no gradient comes from it. But the choice of the moment does.", "a"),
            ("It stops at the best moment for these very flowers: that cannot lower their loss.", "b"),
            ("By heart it cannot learn them: they enter no gradient. They only choose one of the networks of a run.", "d"),
        ]);
}
