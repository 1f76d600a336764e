using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Loss;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Properties;

/// <summary>What holds of a function for all inputs, asked of random ones.</summary>
public sealed class FunctionPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    private static Vector<double> Numbers(Random random, int n, double scale = 4) =>
        Vector<double>.Build.Dense(n, _ => scale * (2 * random.NextDouble() - 1));

    private static Vector<double> Probabilities(Random random, int n) => Softmax(Numbers(random, n));

    private static void Near(double expected, double actual, double tolerance = 1e-12) => Assert.Equal(expected, actual, tolerance * (1 + Math.Abs(expected)));

    [Theory, MemberData(nameof(Seeds))]
    public void The_slope_of_sigmoid_is_even_positive_and_at_most_a_quarter(int seed) => Assert.All(Numbers(new(seed), 20, 30), z =>
    {
        Near(SigmoidDerivative(z), SigmoidDerivative(-z));
        Near(Sigmoid(z) * Sigmoid(-z), SigmoidDerivative(z));
        Assert.InRange(SigmoidDerivative(z), double.Epsilon, 0.25);
    });

    [Theory, MemberData(nameof(Seeds))]
    public void Logit_and_softplus_are_odd_up_to_what_they_should_be(int seed) => Assert.All(Numbers(new(seed), 20, 15), z =>
    {
        Near(-Logit(Sigmoid(z)), Logit(Sigmoid(-z)), 1e-9);
        Near(z, Softplus(z) - Softplus(-z));
    });

    [Theory, MemberData(nameof(Seeds))]
    public void The_slopes_of_softmax_are_symmetric_and_each_row_sums_to_zero(int seed)
    {
        var J = SoftmaxDerivative(Numbers(new(seed), 1 + seed % 6));

        Assert.True((J - J.Transpose()).InfinityNorm() < 1e-15);
        Assert.All(J.RowSums(), sum => Assert.Equal(0, sum, 1e-15));
    }

    [Fact]
    public void The_slopes_of_softmax_and_log_sum_exp_of_two_equal_scores_by_hand()
    {
        Assert.True((Mat([0.25, -0.25], [-0.25, 0.25]) - SoftmaxDerivative(Vec(3, 3))).InfinityNorm() < 1e-15);
        Near(3 + Math.Log(2), LogSumExp(Vec(3, 3)));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Errors_are_zero_for_the_truth_alike_in_both_directions_and_count_every_example_once(int seed)
    {
        var random = new Random(seed);
        var n = random.Next(1, 12);
        var (p, y) = (Numbers(random, n), Numbers(random, n));
        foreach (var loss in new Func<Vector<double>, Vector<double>, double>[] { SumSquaredError, MeanSquaredError, HalfMeanSquaredError, MeanAbsoluteError })
        {
            Assert.Equal(0, loss(y, y));
            Near(loss(y, p), loss(p, y));
            Near(loss(p, y), loss(Vec([.. p.Reverse()]), Vec([.. y.Reverse()])));
        }

        Near(SumSquaredError(p, y), n * MeanSquaredError(p, y));
        Near(MeanSquaredError(p, y), 2 * HalfMeanSquaredError(p, y));
        Assert.True(MeanAbsoluteError(p, y) <= Math.Sqrt(MeanSquaredError(p, y)) + 1e-12);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Every_loss_has_its_gradient_at_any_length(int seed)
    {
        var random = new Random(seed);
        var n = random.Next(1, 15);
        var (z, y, targets) = (Numbers(random, n), Numbers(random, n).Map(t => t > 0 ? 1.0 : 0), Numbers(random, n, 1));
        GradientCheck[] checks =
        [
            GradientCheck.Compare(p => SumSquaredError(p, targets), z, SumSquaredErrorGradient(z, targets)),
            GradientCheck.Compare(p => MeanSquaredError(p, targets), z, MeanSquaredErrorGradient(z, targets)),
            GradientCheck.Compare(p => HalfMeanSquaredError(p, targets), z, HalfMeanSquaredErrorGradient(z, targets)),
            GradientCheck.Compare(p => MeanAbsoluteError(p, targets), z, MeanAbsoluteErrorGradient(z, targets)),
            GradientCheck.Compare(p => BinaryCrossEntropy(p, y), Sigmoid(z), BinaryCrossEntropyGradient(Sigmoid(z), y)),
            GradientCheck.Compare(p => BinaryCrossEntropyFromLogits(p, y), z, BinaryCrossEntropyFromLogitsGradient(z, y)),
            GradientCheck.Compare(w => L2Penalty(w.ToRowMatrix(), 0.7), z, L2PenaltyGradient(z.ToRowMatrix(), 0.7).Row(0)),
        ];
        Assert.All(checks, check => Assert.True(check.Passed, check.ToString()));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_other_distribution_costs_less_than_the_true_one(int seed)
    {
        var random = new Random(seed);
        var (p, q) = (Probabilities(random, 2 + seed % 5), Probabilities(random, 2 + seed % 5));

        Assert.True(CrossEntropy(p, p) < CrossEntropy(p, q));
        Assert.InRange(CrossEntropy(p, p), 0, Math.Log(p.Count) + 1e-12);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Twice_the_weights_cost_four_times_the_penalty(int seed)
    {
        var W = Matrix<double>.Build.Random(1 + seed % 4, 1 + seed % 3, seed);

        Near(4 * L2Penalty(W, 0.3), L2Penalty(2 * W, 0.3));
        Assert.Equal(0, L2Penalty(W, 0));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_shift_of_the_scores_of_an_example_leaves_its_cross_entropy(int seed)
    {
        var (Z, y) = (Matrix<double>.Build.Random(4, 3, seed), Vec(0, 1, 2, seed % 3));

        Near(SoftmaxCrossEntropyFromLogits(Z, y), SoftmaxCrossEntropyFromLogits(Z + 7.5, y));
        Assert.All(SoftmaxCrossEntropyFromLogitsGradient(Z, y).RowSums(), sum => Assert.Equal(0, sum, 1e-15));
    }
}
