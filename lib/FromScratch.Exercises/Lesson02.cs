using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch;

/// <summary>Lesson 02, linear regression.</summary>
public static partial class Check
{
    /// <summary>(1/n) Σᵢ |ŷᵢ − yᵢ|.</summary>
    /// <param name="yours">ŷ and y, n entries each → the mean absolute error.</param>
    public static Verdict MeanAbsoluteError(Func<Vector<double>, Vector<double>, double> yours) => Judge.Function(
        "mean-absolute-error", yours, right: Loss.MeanAbsoluteError,
        cases: [(Vec(1, 2, 3), Vec(0, 2, 5)), (Vec(-1, 4), Vec(3, -4)), (Vec(7.5), Vec(10))],
        praise: "The mean of the errors' sizes, whatever their sign, in the unit of y.",
        hints:
        [
            "Start with the errors, yHat - y. What do you do with their signs?",
            "PointwiseAbs() makes each entry positive; Average() comes after it.",
            "(yHat - y).PointwiseAbs().Average()",
        ],
        mistakes:
        [
            ("You have the sum of the sizes; the mean divides it by n.", (yHat, y) => (yHat - y).L1Norm()),
            ("You squared; this loss takes the absolute value.", Loss.MeanSquaredError),
            ("You took the mean first and its absolute value last: errors of opposite sign have cancelled.", (yHat, y) => Math.Abs((yHat - y).Average())),
            ("Errors of opposite sign cancel: the absolute value is missing.", (yHat, y) => (yHat - y).Average()),
        ]);

    /// <summary>w = cov(x, y) / var(x).</summary>
    /// <param name="yours">x and y, n entries each → the slope of the best line.</param>
    public static Verdict SlopeFromCovariance(Func<Vector<double>, Vector<double>, double> yours) => Judge.Function(
        "slope-from-covariance", yours, right: (x, y) => Covariance(x, y) / Covariance(x, x),
        cases: [(Vec(1, 2, 3), Vec(3, 5, 7)), (Vec(1, 2, 4, 5), Vec(6, 3, 2, 0)), (Vec(10, 20, 60), Vec(1, 5, 4))],
        praise: "How x and y vary together, per how x varies: the slope that makes both derivatives zero.",
        hints:
        [
            "Start with the deviations x - x.Average() and y - y.Average().",
            "The covariance is the mean of dx times dy, the variance the mean of dx times dx. Both means divide by n, which cancels.",
            "dx.DotProduct(dy) / dx.DotProduct(dx)",
        ],
        mistakes:
        [
            ("You divided by the variance of y. The slope is per unit of x.", (x, y) => Covariance(x, y) / Covariance(y, y)),
            ("That is the covariance; divide it by the variance of x.", Covariance),
            ("That is the correlation r. The slope divides by the variance of x alone.", (x, y) => Covariance(x, y) / Math.Sqrt(Covariance(x, x) * Covariance(y, y))),
            ("That is the best line through the origin: subtract the means first.", (x, y) => x.DotProduct(y) / x.DotProduct(x)),
            ("One factor 1/n stands alone: take the mean, or the sum, above and below the line.", (x, y) => x.Count * Covariance(x, y) / Covariance(x, x)),
        ]);

    /// <summary>((2/n) Xᵀe, (2/n) Σᵢ eᵢ) with e = X·w + b − y.</summary>
    /// <param name="yours">X (n×d), y (n entries), w (d entries), b → d + 1 slopes, that of b last.</param>
    public static Verdict ManyFeatureGradient(Func<Matrix<double>, Vector<double>, Vector<double>, double, Vector<double>> yours) => Judge.Function(
        "many-feature-gradient", yours, right: (X, y, w, b) => Slopes(X, X * w + b - y, 2.0 / y.Count),
        cases:
        [
            (Mat([1, 2], [3, 4], [5, 7]), Vec(1, 0, 2), Vec(0.5, -1), 2),
            (Mat([2, 0, 1], [1, 1, 0], [0, 3, 1], [4, 1, 1]), Vec(3, 1, 4, 1), Vec(1, 2, -1), -0.5),
        ],
        praise: "Each slope is the errors times its own column; the bias has a column of ones.",
        hints:
        [
            "First the errors: e = X * w + b - y, n entries.",
            "The slope of w_j is 2/n times the sum over i of e_i · x_ij: column j of X times e. All columns at once: X.Transpose() * e.",
            "Vec([.. 2.0 / n * (X.Transpose() * e), 2.0 / n * e.Sum()]) with n = y.Count",
        ],
        mistakes:
        [
            ("This is the gradient of the sum; the mean divides by n.", (X, y, w, b) => Slopes(X, X * w + b - y, 2)),
            ("The 2 of the square's derivative is missing: this belongs to the half-mean.", (X, y, w, b) => Slopes(X, X * w + b - y, 1.0 / y.Count)),
            ("The sign is turned round: the error is prediction minus target.", (X, y, w, b) => Slopes(X, X * w + b - y, -2.0 / y.Count)),
            ("Your errors lack the bias: the prediction is X·w + b.", (X, y, w, b) => Slopes(X, X * w - y, 2.0 / y.Count)),
            ("The slope of b is missing: append (2/n) times the sum of the errors.", (X, y, w, b) => 2.0 / y.Count * X.TransposeThisAndMultiply(X * w + b - y)),
            ("The slope of b comes last, after those of w.", (X, y, w, b) => 2.0 / y.Count * X.InsertColumn(0, Vector<double>.Build.Dense(y.Count, 1)).TransposeThisAndMultiply(X * w + b - y)),
            ("A product does not fit. X·w gives n errors; to get back to d slopes, e must meet the transpose of X.", (X, y, w, b) => X * (X * w + b - y)),
        ]);

    /// <summary>The constants of least squared and of least absolute error for the targets 2, 4, 6, 8, 100.</summary>
    /// <param name="bestForSquares">The b of least MSE.</param>
    /// <param name="bestForAbsolutes">The b of least MAE.</param>
    public static Verdict OutlierPull(double bestForSquares, double bestForAbsolutes) => Judge.Value(
        "outlier-pull", (bestForSquares, bestForAbsolutes), right: (24.0, 6.0), tolerance: Tolerance.Decimals(6),
        praise: "The mean for the squares, the median for the absolute values; only the mean hears how far away 100 is.",
        hints:
        [
            "For the squares: the sum of b − y over all five points must be 0.",
            "For the absolute values: every point pulls with strength 1 toward itself. Where are as many above b as below?",
            "Squares: (2 + 4 + 6 + 8 + 100) / 5. Absolute values: the middle one of the five.",
        ],
        mistakes:
        [
            ("You have both, the other way round.", (6, 24)),
            ("The squares listen to every distance: 6 has too much pull from above.", (6, 6)),
            ("24 has four points below and one above: four pull down, one pulls up.", (24, 24)),
            ("You left the 100 out; the squares cannot.", (5, 6)),
        ]);

    /// <summary>The shapes of W, X·W and AᵀA for 20 examples of 3 features, as (rows, columns).</summary>
    /// <param name="shapeOfW">Of the weights.</param>
    /// <param name="shapeOfXW">Of the predictions.</param>
    /// <param name="shapeOfAtA">Of the normal equation's matrix.</param>
    public static Verdict Shapes((int, int) shapeOfW, (int, int) shapeOfXW, (int, int) shapeOfAtA) => Judge.Value(
        "shapes", (shapeOfW, shapeOfXW, shapeOfAtA), right: ((3, 1), (20, 1), (4, 4)),
        praise: "Inner numbers agree and vanish, outer numbers stay.",
        hints:
        [
            "X is 20×3. In X·W the columns of X must equal the rows of W.",
            "W has a row per feature and a column per output. A has one column more than X.",
            "(20×3)·(3×1) = 20×1, and (4×20)·(20×4) = …",
        ],
        mistakes:
        [
            ("A has a column of ones besides the three features: four columns.", ((3, 1), (20, 1), (3, 3))),
            ("That is A·Aᵀ, one row per example. Aᵀ·A has one row per parameter.", ((3, 1), (20, 1), (20, 20))),
            ("A row 1×3 cannot follow X: its rows must equal the columns of X.", ((1, 3), (20, 1), (4, 4))),
        ]);

    private static double Covariance(Vector<double> x, Vector<double> y) => (x - x.Average()).DotProduct(y - y.Average()) / x.Count;

    private static Vector<double> Slopes(Matrix<double> X, Vector<double> e, double factor) => factor * Vec([.. X.Transpose() * e, e.Sum()]);
}
