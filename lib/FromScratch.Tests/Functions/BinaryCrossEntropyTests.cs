using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Loss;
using static FromScratch.Tensor;

namespace FromScratch.Tests;

public sealed class BinaryCrossEntropyTests
{
    [Theory]
    [InlineData(0, 1, double.PositiveInfinity), InlineData(0, 0, 0), InlineData(1, 0, double.PositiveInfinity), InlineData(1, 1, 0)]
    public void The_four_limits_are_those_of_the_deck(double p, double y, double loss)
    {
        Assert.Equal(loss, BinaryCrossEntropy(Vec(p), Vec(y)));
        Assert.False(double.IsNegative(BinaryCrossEntropy(Vec(p), Vec(y))));
    }

    [Fact]
    public void It_is_the_mean_of_the_surprises_in_nats()
    {
        Assert.Equal(Math.Log(2), BinaryCrossEntropy(Vec(0.5, 0.5, 0.5), Vec(1, 0, 1)), 1e-15);
        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.8)) / 2, BinaryCrossEntropy(Vec(0.9, 0.2), Vec(1, 0)), 1e-15);
    }

    [Fact]
    public void Logits_and_probabilities_give_the_same_loss()
    {
        var (z, y) = (Vec(-3, -0.5, 0, 2, 7), Vec(0, 1, 1, 0, 1));

        Assert.Equal(BinaryCrossEntropy(Sigmoid(z), y), BinaryCrossEntropyFromLogits(z, y), 1e-14);
    }

    [Fact]
    public void From_logits_the_loss_stays_finite_where_the_probability_rounds_to_one()
    {
        Assert.Equal(double.PositiveInfinity, BinaryCrossEntropy(Sigmoid(Vec(800)), Vec(0)));
        Assert.Equal(800, BinaryCrossEntropyFromLogits(Vec(800), Vec(0)));
        Assert.Equal(1e308, BinaryCrossEntropyFromLogits(Vec(1e308, -1e308), Vec(0, 1)));
        Assert.Equal(0, BinaryCrossEntropyFromLogits(Vec(1e308, double.PositiveInfinity), Vec(1, 1)));
    }

    [Fact]
    public void The_mean_is_finite_for_logits_up_to_half_the_largest_number()
    {
        for (var n = 1; n <= 50; n++)
        {
            var (z, y) = (Vector<double>.Build.Dense(n, double.MaxValue / 2), Vector<double>.Build.Dense(n));
            Assert.InRange(BinaryCrossEntropyFromLogits(z, y), 0.499 * double.MaxValue, 0.501 * double.MaxValue);
            Assert.InRange(new Network([new Dropout()], Objective.BinaryCrossEntropy).Loss(z.ToColumnMatrix(), y), 0.499 * double.MaxValue, 0.501 * double.MaxValue);
        }
    }

    [Fact]
    public void Probability_gradients_at_the_ends_are_limits_and_never_nan()
    {
        Assert.Equal(Vec(1, -1), 2 * BinaryCrossEntropyGradient(Vec(0, 1), Vec(0, 1)));
        Assert.Equal(Vec(double.NegativeInfinity, double.PositiveInfinity), BinaryCrossEntropyGradient(Vec(0, 1), Vec(1, 0)));
    }

    [Fact]
    public void A_confident_mistake_learns_by_cross_entropy_and_hardly_by_squared_error()
    {
        var (z, y) = (Vec(5), Vec(0));

        Assert.Equal(0.9933, BinaryCrossEntropyFromLogitsGradient(z, y)[0], 5e-5);
        Assert.Equal(0.0066, HalfMeanSquaredErrorGradient(Sigmoid(z), y)[0] * SigmoidDerivative(5), 5e-5);
    }

    [Fact]
    public void What_is_no_probability_is_refused_with_its_place()
    {
        var error = Assert.Throws<ArgumentException>(() => BinaryCrossEntropy(Vec(0.5, 1.2), Vec(0, 1)));

        Assert.StartsWith("p[1] is 1.2, but it must lie between 0 and 1.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BinaryCrossEntropy(Vec(-0.1), Vec(0)));
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => BinaryCrossEntropyFromLogits(Vec(1), Vec(2))).ParamName);
    }

    [Fact]
    public void Not_a_number_is_passed_on_so_that_a_diverged_run_can_be_seen()
    {
        Assert.True(double.IsNaN(BinaryCrossEntropy(Vec(double.NaN, 0.5), Vec(0, 1))));
        Assert.True(double.IsNaN(BinaryCrossEntropyFromLogits(Vec(double.NaN, 0.5), Vec(0, 1))));
        Assert.All([-2.0, 0, 2], z => Assert.True(double.IsNaN(BinaryCrossEntropyFromLogits(Vec(z), Vec(double.NaN)))));
    }
}
