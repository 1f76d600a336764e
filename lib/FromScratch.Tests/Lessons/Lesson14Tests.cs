using System.Globalization;
using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

public sealed partial class Lesson14Tests
{
    private static Lesson Run => Lesson.Run("14");

    private static double[] Numbers(string cell) =>
        [.. Number().Matches(Run.Text(cell)).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    [Fact]
    public void The_lab_learns_from_1437_small_digits_and_tests_on_360() =>
        Assert.Equal("1437 to learn from, 360 to test, d = 64\n", Run.Text("train-test-load"));

    [Fact]
    public void The_parameters_are_counted_from_the_sizes()
    {
        Assert.Equal((65 * 10, (65 * 256) + (257 * 256) + (257 * 10)), (650, 85002));
        Assert.Equal("softmax: 650, network: 85002 parameters\n", Run.Text("small-softmax-regression-zero"));
    }

    [Fact]
    public void E49_the_images_were_modified_all_to_one_height() => Assert.Equal("rows with ink: 8 to 8 of 8\n", Run.Text("height-vector-image"));

    [Fact]
    public void Knowing_nothing_costs_ln_10() =>
        Assert.Equal("loss at W = 0: 2.303, ln 10 = 2.303\n", Run.Text("zero-softmax-regression-d"));

    [Theory]
    [InlineData("few-train-rows"), InlineData("c-confusion-said")]
    public void What_the_lesson_writes_in_full_equals_the_library(string cell) => Assert.Equal("equal\n", Run.Text(cell));

    [Theory]
    [InlineData("gradient-check-compare-m", 650), InlineData("narrow-mlp-of", 385)]
    public void Both_gradients_pass_their_check(string cell, int components) =>
        Assert.StartsWith($"Gradient check passed: all {components} components", Run.Text(cell), StringComparison.Ordinal);

    [Fact]
    public void A_gradient_without_the_mean_fails_its_check() =>
        Assert.Contains("FAILED", Run.Text("forgotten-any-from-vector"), StringComparison.Ordinal);

    [Fact]
    public void Softmax_comes_near_the_recorded_ninety_percent() => Assert.InRange(Numbers("softmax-descend-seed")[0], 89, 92);

    [Fact]
    public void The_start_from_the_unit_normal_is_far_above_ln_10_and_he_near_it()
    {
        var loss = Numbers("wide-net-initialize");

        Assert.Equal((0, 1), (loss[0], loss[1])); // "N(0,1)"
        Assert.InRange(loss[2], 300, 1500);
        Assert.InRange(loss[3], 2, 3.5);
    }

    [Fact]
    public void E61_the_start_alone_gains_points_and_the_wide_one_falls_behind_a_single_layer()
    {
        var (right, softmax) = (Numbers("wide-run-he-run-fit"), Numbers("softmax-descend-seed")[0]);

        Assert.True(right[2] < softmax && softmax < right[3], $"{right[2]} < {softmax} < {right[3]}");
        Assert.Equal(right[3] - right[2], Numbers("console-write-line")[^1], 0.11);
    }

    [Fact]
    public void All_zeros_move_only_the_output_biases()
    {
        var net = Mlp.Of([4, 3, 2], Activation.ReLU, Objective.SoftmaxCrossEntropy, Initialize.Zeros, 1);
        var gradient = net.Gradient(Mat([1, 0, 1, 0], [0, 1, 1, 1], [1, 1, 0, 0]), Vec(0, 1, 1));

        Assert.All([0, 1], l => Assert.Equal(0, ((Dense)gradient.Layers[l]).Weights.FrobeniusNorm()));
        Assert.Equal(0, ((Dense)gradient.Layers[0]).Bias.L2Norm());
        Assert.NotEqual(0, ((Dense)gradient.Layers[1]).Bias.L2Norm());
    }

    [Fact]
    public void The_spread_of_the_start_is_the_one_of_exercise_3()
    {
        var (x, n) = (Vec(1, 2, 0.5), 20_000);
        var draws = Initialize.Normal(1)(4, n, new Random(1));
        var z = draws.LeftMultiply(Vec(1, 2, 0.5, 1));

        Assert.Equal(Math.Sqrt(x.DotProduct(x) + 1), Math.Sqrt(z.DotProduct(z) / n), 0.05);
    }

    [Fact]
    public void Wrong_losses_of_knowing_nothing_get_the_hint_for_their_mistake()
    {
        Assert.Contains("probability of each class", Check.LossOfKnowingNothing(k => 1.0 / k).Text, StringComparison.Ordinal);
        Assert.Contains("minus is missing", Check.LossOfKnowingNothing(k => -Math.Log(k)).Text, StringComparison.Ordinal);
        Assert.Contains("base 2", Check.LossOfKnowingNothing(k => Math.Log2(k)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_accuracies_get_the_hint_for_their_mistake()
    {
        Assert.Contains("Divide by the number of all", Check.AccuracyFromConfusion(C => C.Trace()).Text, StringComparison.Ordinal);
        Assert.Contains("share of mistakes", Check.AccuracyFromConfusion(C => 1 - C.Trace() / C.Enumerate().Sum()).Text, StringComparison.Ordinal);
        Assert.Contains("mean recall", Check.AccuracyFromConfusion(C => Enumerable.Range(0, C.RowCount).Average(i => C[i, i] / C.Row(i).Sum())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_spreads_get_the_hint_for_their_mistake()
    {
        Assert.Contains("bias is drawn", Check.StartSpread(x => x.L2Norm()).Text, StringComparison.Ordinal);
        Assert.Contains("That is the variance.", Check.StartSpread(x => x.DotProduct(x) + 1).Text, StringComparison.Ordinal);
        Assert.Contains("standard deviations do not", Check.StartSpread(x => x.L1Norm() + 1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_predictions_about_zeros_get_the_hint_for_their_mistake()
    {
        Assert.Contains("through the output weights", Check.AllZeroNetwork("a").Text, StringComparison.Ordinal);
        Assert.Contains("hidden unit put out", Check.AllZeroNetwork("b").Text, StringComparison.Ordinal);
        Assert.Contains("multiplied by nothing", Check.AllZeroNetwork("d").Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Number();
}
