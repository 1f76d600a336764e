using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

public sealed class Lesson09Tests
{
    private static Lesson Run => Lesson.Run("09");

    private static string[] Lines(string cell) => Run.Text(cell).TrimEnd('\n').Split('\n');

    [Fact]
    public void Or_nand_and_and_together_make_xor() => Assert.Equal(
        [" 0  0    0    1         0         0", " 0  1    1    1         1         1", " 1  0    1    1         1         1", " 1  1    1    0         0         0"],
        Lines("table-console-write-line")[1..]);

    [Fact]
    public void The_hidden_layer_takes_the_four_corners_to_three_places() =>
        Assert.Equal("(0, 1)  (1, 1)  (1, 0)\n", Run.Text("console-write-line-join"));

    [Fact]
    public void The_same_net_in_two_matrix_products() => Assert.Equal(
        ["Z1 4×2: (-0.5, 1.5)  (0.5, 0.5)  (0.5, 0.5)  (1.5, -0.5)", "H  4×2: (0, 1)  (1, 1)  (1, 1)  (1, 0)",
            "Z2 4×1: (-0.5)  (0.5)  (0.5)  (-0.5)", "Y  4×1: (0)  (1)  (1)  (0)"], Lines("z1-corners-w1"));

    [Theory]
    [InlineData("xor-net-network-dense"), InlineData("as-matrices-forward-x"), InlineData("five-matrix-build")]
    public void What_the_lesson_writes_in_full_equals_the_library_or_the_other_form(string cell) => Assert.Equal("equal", Lines(cell)[0]);

    [Fact]
    public void The_dense_layers_compute_xor() => Assert.Equal("is XOR: True", Lines("xor-net-network-dense")[1]);

    [Fact]
    public void The_three_three_one_net_has_the_numbers_worked_unit_by_unit()
    {
        Assert.Equal(["hidden 0.7109, 0.3318, 0.4013", "output 0.6566"], Lines("console-write-line"));
        var (h1, h2, h3) = (Sigmoid(0.9), Sigmoid(-0.7), Sigmoid(-0.4));
        Assert.Equal(0.6566, Sigmoid(h1 - 2 * h2 + 0.5 * h3 + 0.4), 5e-5);
        Assert.Equal("parameters: 16, layers of weights: 2\n", Run.Text("net331-mlp-of"));
    }

    [Fact]
    public void Three_linear_layers_are_one_with_fewer_parameters() =>
        Assert.Equal("three layers: 75 parameters, one layer: 10", Lines("five-matrix-build")[1]);

    [Fact]
    public void Maxout_of_z_and_minus_z_is_the_absolute_value_and_prelu_has_its_slope() =>
        Assert.Equal(["maxout 4×1: (2)  (0.5)  (0)  (1.5)", "PReLU  4×1: (-0.5)  (-0.125)  (0)  (1.5)"], Lines("zs-vec-pairs"));

    [Fact]
    public void Every_derivative_passes_and_a_wrong_one_is_found()
    {
        Assert.Equal("7 of 7 derivatives passed\n", Run.Text("passed-zoo-count"));
        Assert.StartsWith("Gradient check FAILED", Run.Text("tanh-activation-of"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_sigmoids_leave_less_than_a_millionth_of_the_slope() => Assert.Equal("sigmoid: 9.5E-007, ReLU: 1\n", Run.Text("ten-math-pow"));

    [Fact]
    public void Linear_hidden_units_fail_on_the_ring_and_tanh_units_do_not()
    {
        Assert.Equal("linear: 61 %, tanh: 100 %\n", Run.Text("share-network-net"));
        Assert.Equal("right: 100 %\n", Run.Text("arcs-net-train-arcs-x"));
        Assert.Equal("1: 74 %, 2: 96 %, 3: 100 %, 8: 100 %\n", Run.Text("best-hidden-enumerable"));
    }

    [Fact]
    public void E6_tanh_goes_below_zero() => Assert.Equal("tanh(-2) = -0.964, tanh(2) = 0.964\n", Run.Text("console-write-line-2"));

    [Fact]
    public void E14_the_slides_product_does_not_exist() =>
        Assert.Equal(["slide: 4×1 · 4×1 does not exist", "right: 1×4 · 4×1 is 1×1"], Lines("hidden-column-mat-console"));

    [Fact]
    public void E18_relu_keeps_its_slope_where_the_others_saturate() =>
        Assert.Equal("slope at z = 5: sigmoid 0.0066, tanh 0.0002, ReLU 1\n", Run.Text("console-write-line-3"));

    [Fact]
    public void E26_without_a_bias_or_is_undecided_at_the_origin() =>
        Assert.Equal(["without b: 0.500 and 1.000", "with b:    0.007 and 0.993"], Lines("or-x2-b"));

    [Fact]
    public void E27_layers_of_weights_are_counted() => Assert.Equal("3-3-1: 2 layers of weights, 1 hidden\n", Run.Text("console-write-line-4"));

    [Fact]
    public void E52_the_factor_is_measured_against_both() => Assert.Equal(
        ["steps: sigmoid 933, tanh 208, ReLU 98", "ReLU is 2.1 times faster than tanh, 9.5 times faster than sigmoid"], Lines("slow-middle-fast"));

    [Fact]
    public void E60_the_slope_is_a_parameter() => Assert.Equal("at -2: slope 0.1 gives -0.2, slope 0.01 gives -0.02\n", Run.Text("console-write-line-5"));

    [Fact]
    public void Wrong_output_units_get_the_hint_for_their_mistake()
    {
        Assert.Contains("That is OR", Check.XorFromOrAnd(Vec(1, 0, -0.5)).Text, StringComparison.Ordinal);
        Assert.Contains("That is AND", Check.XorFromOrAnd(Vec(1, 1, -1.5)).Text, StringComparison.Ordinal);
        Assert.Contains("opposite of XOR", Check.XorFromOrAnd(Vec(-1, 1, 0.5)).Text, StringComparison.Ordinal);
        Assert.Contains("bias is too large", Check.XorFromOrAnd(Vec(1, -2, 0.5)).Text, StringComparison.Ordinal);
        Assert.Contains("never answers 1", Check.XorFromOrAnd(Vec(1, -1, -1)).Text, StringComparison.Ordinal);
        Assert.True(Check.XorFromOrAnd(Vec(2, -3, -1)).Passed);
    }

    [Fact]
    public void Wrong_counts_get_the_hint_for_their_mistake()
    {
        static string Try(Func<int, int, int> layer, Func<int[], int>? more = null) =>
            Check.ParameterCount(s => s.Zip(s.Skip(1), layer).Sum() + (more?.Invoke(s) ?? 0)).Text;

        Assert.Contains("biases are missing", Try((d, k) => d * k), StringComparison.Ordinal);
        Assert.Contains("inputs have no biases", Try((d, k) => d * k + k, s => s[0]), StringComparison.Ordinal);
        Assert.Contains("not as inputs", Try((d, k) => d * k + d), StringComparison.Ordinal);
        Assert.Contains("number of units", Try((d, k) => 0, s => s.Sum()), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_collapses_get_the_hint_for_their_mistake()
    {
        static string Try(Func<Matrix<double>, Vector<double>, Matrix<double>, Vector<double>, (Matrix<double>, Vector<double>)> yours) => Check.CollapsedLayers(yours).Text;

        Assert.Contains("then + b2", Try((V, a, W, b) => (V * W, a + b)), StringComparison.Ordinal);
        Assert.Contains("order matters", Try((V, a, W, b) => (W * V, a * W + b)), StringComparison.Ordinal);
        Assert.Contains("first layer's bias", Try((V, a, W, b) => (V * W, b)), StringComparison.Ordinal);
        Assert.Contains("second layer's bias", Try((V, a, W, b) => (V * W, a * W)), StringComparison.Ordinal);
        Assert.Contains("not W2 * b1", Try((V, a, W, b) => (V * W, W * a + b)), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_derivatives_get_the_hint_for_their_mistake()
    {
        Assert.Contains("second term, z·σ′(z), is missing", Check.SwishDerivative(Sigmoid).Text, StringComparison.Ordinal);
        Assert.Contains("first term is missing", Check.SwishDerivative(z => z * SigmoidDerivative(z)).Text, StringComparison.Ordinal);
        Assert.Contains("not the product of the derivatives", Check.SwishDerivative(SigmoidDerivative).Text, StringComparison.Ordinal);
        Assert.Contains("factor z is missing", Check.SwishDerivative(z => Sigmoid(z) + SigmoidDerivative(z)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_predictions_about_step_units_get_the_hint_for_their_mistake()
    {
        Assert.Contains("small slope", Check.StepUnits("a").Text, StringComparison.Ordinal);
        Assert.Contains("have to move", Check.StepUnits("c").Text, StringComparison.Ordinal);
        Assert.Contains("uses no slope", Check.StepUnits("d").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_units_indeed_leave_the_hidden_weights_where_they_are()
    {
        var net = Mlp.Of([2, 2, 1], Activation.Step, Objective.BinaryCrossEntropy, Initialize.Xavier, seed: 1);
        var gradient = net.Gradient(Mat([0, 0], [0, 1], [1, 0], [1, 1]), Vec(0, 1, 1, 0));

        Assert.Equal(0, ((Dense)gradient.Layers[0]).Weights.FrobeniusNorm());
        Assert.NotEqual(0, gradient.ToVector().L2Norm());
    }
}
