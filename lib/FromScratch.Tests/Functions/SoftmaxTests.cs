using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Loss;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class SoftmaxTests
{
    private static Matrix<double> Random(int n, int k, int seed) => Matrix<double>.Build.Random(n, k, seed);

    [Fact]
    public void The_scores_of_the_deck_give_its_probabilities_and_its_temperatures()
    {
        static double[] Rounded(Vector<double> z) => [.. Softmax(z).Select(p => Math.Round(p, 3))];

        Assert.Equal([0.659, 0.242, 0.099], Rounded(Vec(2, 1, 0.1)));
        Assert.Equal([1, 0, 0], Rounded(10 * Vec(2, 1, 0.1)));
        Assert.Equal([0.366, 0.331, 0.303], Rounded(0.1 * Vec(2, 1, 0.1)));
        Assert.Equal([0.13, 0.869, 0.001], Rounded(Vec(3.2, 5.1, -1.7)));
    }

    [Fact]
    public void The_deck_s_cat_costs_two_nats_and_pushes_its_scores_by_p_minus_y()
    {
        var (Z, y) = (Mat([3.2, 5.1, -1.7]), Vec(0));

        Assert.Equal(2.040, SoftmaxCrossEntropyFromLogits(Z, y), 5e-4);
        Assert.Equal([-0.870, 0.869, 0.001], SoftmaxCrossEntropyFromLogitsGradient(Z, y).Row(0).Select(g => Math.Round(g, 3)));
        Assert.Equal(SoftmaxCrossEntropyFromLogits(Z, y), CrossEntropy(Vec(1, 0, 0), Softmax(Z).Row(0)), 1e-14);
    }

    [Theory]
    [InlineData(1, 1), InlineData(1, 5), InlineData(3, 2), InlineData(4, 3), InlineData(7, 10), InlineData(33, 4)]
    public void Each_row_sums_to_one_and_is_the_softmax_of_its_row(int n, int k)
    {
        var Z = 5 * Random(n, k, n + k);
        var P = Softmax(Z);

        Assert.All(P.RowSums(), sum => Assert.Equal(1, sum, 1e-14));
        Assert.All(P.Enumerate(), p => Assert.True(p > 0));
        for (var i = 0; i < n; i++)
        {
            Assert.True((P.Row(i) - Softmax(Z.Row(i))).L2Norm() < 1e-15);
            Assert.Equal(Math.Log(Z.Row(i).Sum(Math.Exp)), LogSumExp(Z)[i], 1e-13);
            Assert.Equal(LogSumExp(Z.Row(i)), LogSumExp(Z)[i], 1e-14);
        }
    }

    [Fact]
    public void A_shift_of_all_scores_changes_nothing()
    {
        Assert.True((Softmax(Vec(1, 2, 3)) - Softmax(Vec(1001, 1002, 1003))).L2Norm() < 1e-13);
        Assert.Equal(1000 + LogSumExp(Vec(1, 2, 3)), LogSumExp(Vec(1001, 1002, 1003)), 1e-12);
    }

    [Fact]
    public void The_largest_numbers_there_are_give_probabilities_and_finite_losses()
    {
        foreach (var z in new[] { Vec(1e308, -1e308, 0), Vec(-1e308, -1e308, -1e308), Vec(double.MaxValue, double.MinValue, 1e308) })
        {
            Assert.Equal(1, Softmax(z).Sum(), 1e-15);
            Assert.True(double.IsFinite(LogSumExp(z)));
            foreach (var y in new[] { 0.0, 1, 2 })
            {
                Assert.True(double.IsFinite(SoftmaxCrossEntropyFromLogits(z.ToRowMatrix(), Vec(y))));
                Assert.All(SoftmaxCrossEntropyFromLogitsGradient(z.ToRowMatrix(), Vec(y)).Enumerate(), g => Assert.InRange(g, -1, 1));
            }
        }
    }

    [Theory]
    [InlineData(1, 2), InlineData(5, 3), InlineData(9, 7)]
    public void Gradients_agree_with_finite_differences(int n, int k)
    {
        var (Z, random) = (3 * Random(n, k, n), new Random(k));
        var y = Vector<double>.Build.Dense(n, _ => random.Next(k));
        Matrix<double> Shaped(Vector<double> v) => Matrix<double>.Build.Dense(n, k, v.ToArray());
        Vector<double> Flat(Matrix<double> M) => Vector<double>.Build.Dense(M.ToColumnMajorArray());

        var loss = GradientCheck.Compare(v => SoftmaxCrossEntropyFromLogits(Shaped(v), y), Flat(Z), Flat(SoftmaxCrossEntropyFromLogitsGradient(Z, y)));
        var logSumExp = GradientCheck.Compare(LogSumExp, Z.Row(0), Softmax(Z.Row(0)));
        Assert.True(loss.Passed, loss.ToString());
        Assert.True(logSumExp.Passed, logSumExp.ToString());
        for (var j = 0; j < k; j++)
        {
            var column = GradientCheck.Compare(v => Softmax(v)[j], Z.Row(0), SoftmaxDerivative(Z.Row(0)).Row(j));
            Assert.True(column.Passed, column.ToString());
        }
    }

    [Fact]
    public void Scores_that_are_stored_sparsely_have_the_same_gradient()
    {
        var (Z, y) = (Mat([2, 0, 0], [0, -1, 0]), Vec(2, 1));

        Assert.Equal(SoftmaxCrossEntropyFromLogitsGradient(Z, y), SoftmaxCrossEntropyFromLogitsGradient(Matrix<double>.Build.SparseOfMatrix(Z), y));
        Assert.Equal(SoftmaxCrossEntropyFromLogits(Z, y), SoftmaxCrossEntropyFromLogits(Matrix<double>.Build.SparseOfMatrix(Z), y));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Equal("y", Assert.Throws<ArgumentNullException>(() => SoftmaxCrossEntropyFromLogits(Mat([1, 2]), null!)).ParamName);
        Assert.Equal("y", Assert.Throws<ArgumentNullException>(() => SoftmaxCrossEntropyFromLogitsGradient(Mat([1, 2]), null!)).ParamName);
        Assert.Equal("W", Assert.Throws<ArgumentNullException>(() => L2Penalty(null!, 1)).ParamName);
    }

    [Fact]
    public void Cross_entropy_is_entropy_where_the_model_is_right_and_infinite_where_it_rules_out_what_happens()
    {
        Assert.Equal(Math.Log(2), CrossEntropy(Vec(0.5, 0.5), Vec(0.5, 0.5)), 1e-15);
        Assert.Equal(0, CrossEntropy(Vec(0, 1), Vec(0, 1)));
        Assert.Equal(double.PositiveInfinity, CrossEntropy(Vec(0.5, 0.5), Vec(1, 0)));
        Assert.True(CrossEntropy(Vec(0.3, 0.7), Vec(0.4, 0.6)) > CrossEntropy(Vec(0.3, 0.7), Vec(0.3, 0.7)));
    }

    [Fact]
    public void L2_penalty_is_half_the_squared_length_and_its_gradient_is_lambda_times_the_weights()
    {
        var W = Mat([1, -2], [3, 0.5]);
        var check = GradientCheck.Compare(v => L2Penalty(v.ToColumnMatrix(), 0.3), Vec(1, -2, 3, 0.5), L2PenaltyGradient(Mat([1, -2, 3, 0.5]), 0.3).Row(0));

        Assert.Equal(0.15 * 14.25, L2Penalty(W, 0.3), 1e-15);
        Assert.True(check.Passed, check.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => L2Penalty(W, -1));
    }

    [Theory]
    [InlineData(3), InlineData(-1), InlineData(0.5), InlineData(double.NaN), InlineData(1e10)]
    public void A_label_that_is_no_class_is_refused_with_its_place(double label)
    {
        var error = Assert.Throws<ArgumentException>(() => SoftmaxCrossEntropyFromLogits(Random(2, 3, 1), Vec(0, label)));

        Assert.StartsWith(FormattableString.Invariant($"y[1] is {label}, but a class is one of 0 … 2."), error.Message, StringComparison.Ordinal);
    }
}
