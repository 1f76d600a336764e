using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

public sealed class Lesson02Tests
{
    private static readonly Lesson Lesson = Lesson.Run("02");

    [Fact]
    public void The_line_of_the_cars_is_the_published_one() =>
        Assert.Contains("w = 3.9324 ft per mph, b = -17.5791 ft\nMSE 227.07 ft², RMSE 15.07 ft", Lesson.Text("best-best-line-x"), StringComparison.Ordinal);

    [Fact]
    public void The_line_of_weight_and_fuel_economy_is_the_published_one() =>
        Assert.Contains("w = -5.3445 mpg per 1000 lb, b = 37.2851 mpg", Lesson.Text("weight-datasets-mtcars"), StringComparison.Ordinal);

    [Theory]
    [InlineData("I   y = 0.50x + 3.00, r = 0.816")]
    [InlineData("II  y = 0.50x + 3.00, r = 0.816")]
    [InlineData("III y = 0.50x + 3.00, r = 0.816")]
    [InlineData("IV  y = 0.50x + 3.00, r = 0.817")]
    public void Anscombes_four_sets_share_line_and_correlation(string row) =>
        Assert.Contains(row, Lesson.Text("fit").Split('\n'));

    [Fact]
    public void Five_examples_times_three_weights_are_five_predictions() =>
        Assert.Equal("5×3 · 3×1 = 5×1\n", Lesson.Text("w-mat-xw"));

    [Fact]
    public void The_three_conventions_differ_in_the_length_of_their_gradient()
    {
        var text = Lesson.Text("slope-x3-y3");
        Assert.Contains("2    · Σex = -56.000", text, StringComparison.Ordinal);
        Assert.Contains("(2/n) · Σex = -18.667", text, StringComparison.Ordinal);
        Assert.Contains("(1/n) · Σex =  -9.333", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_right_gradient_passes_and_the_one_without_the_mean_fails_by_its_name()
    {
        Assert.StartsWith("Gradient check passed", Lesson.Text("l-vector-theta"), StringComparison.Ordinal);
        Assert.Contains("FAILED", Lesson.Text("forgotten-n-gradient"), StringComparison.Ordinal);
        Assert.Contains("is 1/n missing?", Lesson.Text("forgotten-n-gradient"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_gradient_of_the_mean_fails_for_the_half_mean() =>
        Assert.Contains("yours is twice it", Lesson.Text("half-vector-t"), StringComparison.Ordinal);

    [Theory]
    [InlineData("near-a-b", 1)]
    [InlineData("guess-linear-regression-vec", 2)]
    [InlineData("level-gradient-best", 2)]
    [InlineData("three-datasets-mtcars", 1)]
    [InlineData("metric-best-line-x", 1)]
    [InlineData("unexplained-loss-sum-squared-error", 1)]
    public void What_the_lesson_writes_by_hand_equals_the_library(string cell, int times) =>
        Assert.Equal(times, Lesson.Text(cell).Split('\n').Count(line => line == "equal"));

    [Fact]
    public void At_the_best_line_the_ground_is_level() =>
        Assert.StartsWith("level ground", Lesson.Text("level-gradient-best"), StringComparison.Ordinal);

    // 3.4 and −11.6: least absolute deviations of R's cars, found by trying every pair of points outside this project.
    [Fact]
    public void A_typo_tilts_the_squares_and_leaves_the_absolute_values_where_they_were()
    {
        Assert.Contains("MSE: w = 3.93, b = -17.58; with the typo w = 2.12, b = 14.72", Lesson.AllText, StringComparison.Ordinal);
        Assert.Contains("MAE: w = 3.40, b = -11.60; with the typo w = 3.40, b = -11.60", Lesson.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void Explained_variance_of_the_fits_agrees_with_the_published_regressions()
    {
        Assert.Contains("R² = 0.6511", Lesson.Text("unexplained-loss-sum-squared-error"), StringComparison.Ordinal);
        Assert.Contains("w = (-5.344), b = 37.29, R² = 0.753", Lesson.Text("report"), StringComparison.Ordinal);
        Assert.Contains("w = (-3.878, -0.03177), b = 37.23, R² = 0.827", Lesson.Text("report"), StringComparison.Ordinal);
        Assert.Contains("w = (-4.359, -0.01782, 0.5108), b = 27.61, R² = 0.835", Lesson.Text("report"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_slides_sum_from_zero_is_no_mean_and_their_WX_does_not_fit()
    {
        Assert.Equal("i = 1 … N: 1.000\ni = 0 … N: 1.333\n", Lesson.Text("mean-of-ones-first-last"));
        Assert.Contains("X·W: 5×3 · 3×1 = 5×1", Lesson.Text("product-matrix-left"), StringComparison.Ordinal);
        Assert.Contains("W·X: 3×1 · 5×3 does not fit", Lesson.Text("product-matrix-left"), StringComparison.Ordinal);
    }

    [Fact]
    public void Typical_wrong_mean_absolute_errors_get_their_hints()
    {
        Hints(Check.MeanAbsoluteError((p, y) => (p - y).PointwiseAbs().Sum()), "the sum of the sizes");
        Hints(Check.MeanAbsoluteError((p, y) => (p - y).PointwisePower(2).Average()), "You squared");
        Hints(Check.MeanAbsoluteError((p, y) => Math.Abs((p - y).Sum() / y.Count)), "its absolute value last");
        Hints(Check.MeanAbsoluteError((p, y) => (p - y).Average()), "the absolute value is missing");
    }

    [Fact]
    public void Typical_wrong_slopes_get_their_hints()
    {
        static Vector<double> Deviation(Vector<double> v) => v - v.Average();
        Hints(Check.SlopeFromCovariance((x, y) => Deviation(x) * Deviation(y) / (Deviation(y) * Deviation(y))), "variance of y");
        Hints(Check.SlopeFromCovariance((x, y) => (Deviation(x) * Deviation(y)) / x.Count), "That is the covariance");
        Hints(Check.SlopeFromCovariance((x, y) => x * y / (x * x)), "through the origin");
        Hints(Check.SlopeFromCovariance((x, y) => Deviation(x) * Deviation(y) / (Deviation(x) * Deviation(x) / x.Count)), "1/n stands alone");
    }

    [Fact]
    public void Typical_wrong_gradients_get_their_hints()
    {
        Hints(Check.ManyFeatureGradient((X, y, w, b) => Slopes(X, X * w + b - y, 2)), "gradient of the sum");
        Hints(Check.ManyFeatureGradient((X, y, w, b) => Slopes(X, X * w + b - y, 1.0 / y.Count)), "half-mean");
        Hints(Check.ManyFeatureGradient((X, y, w, b) => Slopes(X, y - (X * w + b), 2.0 / y.Count)), "prediction minus target");
        Hints(Check.ManyFeatureGradient((X, y, w, b) => Slopes(X, X * w - y, 2.0 / y.Count)), "lack the bias");
        Hints(Check.ManyFeatureGradient((X, y, w, b) => 2.0 / y.Count * (X.Transpose() * (X * w + b - y))), "slope of b is missing");
        Hints(Check.ManyFeatureGradient((X, y, w, b) => Vec([2.0 / y.Count * (X * w + b - y).Sum(), .. 2.0 / y.Count * (X.Transpose() * (X * w + b - y))])), "comes last");
        Hints(Check.ManyFeatureGradient((X, y, w, b) => X * (X * w + b - y)), "transpose of X");
    }

    [Fact]
    public void Typical_wrong_constants_get_their_hints()
    {
        Hints(Check.OutlierPull(6, 24), "the other way round");
        Hints(Check.OutlierPull(6, 6), "pull from above");
        Hints(Check.OutlierPull(24, 24), "four pull down");
        Hints(Check.OutlierPull(5, 6), "left the 100 out");
    }

    [Fact]
    public void Typical_wrong_shapes_get_their_hints()
    {
        Hints(Check.Shapes((3, 1), (20, 1), (3, 3)), "column of ones");
        Hints(Check.Shapes((3, 1), (20, 1), (20, 20)), "A·Aᵀ");
        Hints(Check.Shapes((1, 3), (20, 1), (4, 4)), "cannot follow X");
    }

    private static Vector<double> Slopes(Matrix<double> X, Vector<double> e, double factor) => Vec([.. factor * (X.Transpose() * e), factor * e.Sum()]);

    private static void Hints(Verdict verdict, string hint)
    {
        Assert.False(verdict.Passed);
        Assert.Contains(hint, verdict.Text, StringComparison.Ordinal);
    }
}
