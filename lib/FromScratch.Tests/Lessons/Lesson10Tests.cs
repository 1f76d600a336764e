using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Activations;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

public sealed class Lesson10Tests
{
    private static Lesson Run => Lesson.Run("10");

    private static string[] Lines(string cell) => Run.Text(cell).TrimEnd('\n').Split('\n');

    [Fact]
    public void The_graph_has_its_numbers_forward_and_backward()
    {
        Assert.Equal("q = 3, f = -12\n", Run.Text("q-f-console"));
        Assert.Equal("dq = -4, dz = 3, dx = -4, dy = -4\n", Run.Text("df-dq-dz"));
        Assert.Contains("x → + carries -2 and gets back -4; y → + carries 5 and gets back -4; z → × carries -4 and gets back 3; + → × carries 3 and gets back -4; × → f carries -12 and gets back 1",
            Run.Text("forward-and-backward-through-a-graph"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_four_steps_have_the_numbers_worked_by_hand()
    {
        Assert.Equal(["z1 = (1, 0), a1 = (0.7311, 0.5000)", "z2 = 0.4621, prediction = 0.6135, L = 0.1494"], Lines("console-write-line"));
        Assert.Equal("δ2 = -0.1833\n", Run.Text("delta2-prediction-t"));
        Assert.Equal("δ1 = (-0.0721, 0.0458)\n", Run.Text("delta11-w2-delta2"));
        Assert.Equal(["dW2 = (-0.1340, -0.0916), db2 = -0.1833", "dW1 = (-0.0721, 0.0458; -0.0360, 0.0229), db1 = (-0.0721, 0.0458)"], Lines("d-w2-vec-a11"));
    }

    [Theory]
    [InlineData("by-matrices-backward-x"), InlineData("hand-flat-d-w1"), InlineData("batch-net-gradient"), InlineData("answer-sigma-hidden")]
    public void Hand_matrices_library_and_autograd_are_the_same(string cell) => Assert.Equal("equal\n", Run.Text(cell));

    [Fact]
    public void All_nine_slopes_pass_and_a_forgotten_factor_is_found_in_the_first_layer()
    {
        Assert.StartsWith("Gradient check passed: all 9 components", Run.Text("loss-of-vector-theta"), StringComparison.Ordinal);
        Assert.Contains("FAILED at component 0 of 0…8", Run.Text("console-write-line-gradient-check"), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_notations_agree() => Assert.Equal(
        ["∂E/∂y = (-0.3666, 0.1833)", "∂E/∂z = (-0.0721, 0.0458), equal to δ: True"], Lines("d-edy-vec-w2"));

    [Fact]
    public void One_step_lowers_the_loss() => Assert.Equal(["prediction 0.6135 -> 0.7064", "loss 0.1494 -> 0.0862"], Lines("row-target-x"));

    [Fact]
    public void The_autograd_differentiates_the_decks_two_examples()
    {
        Assert.Equal(["q = 3, f = -12", "dx = -4, dy = -4, dz = 3, dq = -4"], Lines("console-write-line-2"));
        Assert.Equal("mean = 8, grad = 2 2 2 2\n", Run.Text("result-total-backward"));
    }

    [Fact]
    public void The_autograd_takes_at_most_80_lines()
    {
        var cells = new[] { "a-value-that-knows-where-it-came-from", "value-square-a", "backward-value-f" };
        Assert.InRange(cells.Sum(id => Run.Document.Cells.Single(cell => cell.Id == id).Source.Split('\n').Length), 10, 80);
    }

    [Fact]
    public void Checking_mnists_net_would_take_half_a_million_runs() =>
        Assert.Equal("269322 parameters: 538644 runs, or about 3\n", Run.Text("p-console-write-line"));

    [Fact]
    public void The_best_step_is_near_the_theorys() => Assert.Equal(
        ["forward: smallest error at k = 27, ε = 7e-9", "central: smallest error at k = 18, ε = 4e-6"], Lines("sharpest-forward-central"));

    [Fact]
    public void E8_the_slides_slope_of_relu_fails_the_check()
    {
        Assert.StartsWith("slide: Gradient check FAILED", Lines("console-write-line-3")[0], StringComparison.Ordinal);
        Assert.StartsWith("right: Gradient check passed", Lines("console-write-line-3")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void E9_the_slides_output_delta_fails_the_check()
    {
        Assert.Equal("slide -0.3172, right -0.0916", Lines("console-write-line-gradient-check-2")[0]);
        Assert.Contains("FAILED", Lines("console-write-line-gradient-check-2")[1], StringComparison.Ordinal);
        Assert.Contains("passed", Lines("console-write-line-gradient-check-2")[2], StringComparison.Ordinal);
    }

    [Fact]
    public void E10_the_slides_sum_gives_other_hidden_deltas() => Assert.Equal(["slide (-0.0360, -0.0458)", "right (-0.0721, 0.0458)"], Lines("summed-w2-delta2"));

    [Fact]
    public void E28_to_E30_and_E34_have_their_numbers()
    {
        Assert.Equal("errors 4×1: 4 examples, 1 output unit\n", Run.Text("d-net-logits"));
        Assert.Equal("first layer: W 2×2, b 2 entries\n", Run.Text("console-write-line-4"));
        Assert.Equal("with (i) equals the batch: True, without: False\n", Run.Text("same-enumerable-repeat"));
        Assert.Equal("transpose of each other: True\n", Run.Text("column-vec-delta11"));
    }

    [Fact]
    public void Wrong_quotient_slopes_get_the_hint_for_their_mistake()
    {
        Assert.Contains("sign of ∂f/∂b", Check.QuotientSlopes((a, b) => Vec(1 / b, a / (b * b))).Text, StringComparison.Ordinal);
        Assert.Contains("square is missing", Check.QuotientSlopes((a, b) => Vec(1 / b, -a / b)).Text, StringComparison.Ordinal);
        Assert.Contains("factor a is missing", Check.QuotientSlopes((a, b) => Vec(1 / b, -1 / (b * b))).Text, StringComparison.Ordinal);
        Assert.Contains("other order", Check.QuotientSlopes((a, b) => Vec(-a / (b * b), 1 / b)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_hidden_deltas_get_the_hint_for_their_mistake()
    {
        static string Try(Func<Matrix<double>, Vector<double>, Vector<double>, Vector<double>> yours) => Check.HiddenDelta(yours).Text;

        Assert.Contains("factor σ′(z) is missing", Try((W, delta, z) => W * delta), StringComparison.Ordinal);
        Assert.Contains("not delta * W", Try((W, delta, z) => W.LeftMultiply(delta).PointwiseMultiply(SigmoidDerivative(z))), StringComparison.Ordinal);
        Assert.Contains("value σ(z)", Try((W, delta, z) => (W * delta).PointwiseMultiply(Sigmoid(z))), StringComparison.Ordinal);
        Assert.Contains("weights are missing", Try((W, delta, z) => delta.PointwiseMultiply(SigmoidDerivative(z))), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_weight_slopes_get_the_hint_for_their_mistake()
    {
        Assert.Contains("transpose", Check.WeightSlopes((a, delta) => delta.OuterProduct(a)).Text, StringComparison.Ordinal);
        Assert.Contains("no minus", Check.WeightSlopes((a, delta) => -1 * a.OuterProduct(delta)).Text, StringComparison.Ordinal);
        Assert.Contains("inputs are missing", Check.WeightSlopes((a, delta) => (0 * a + 1).OuterProduct(delta)).Text, StringComparison.Ordinal);
        Assert.Contains("δ are missing", Check.WeightSlopes((a, delta) => a.OuterProduct(0 * delta + 1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_differences_get_the_hint_for_their_mistake()
    {
        static string Try(Func<double, double, double, double, double> yours) =>
            Check.MeasuredSlope((w, e) => yours(Math.Pow(w - e, 3), Math.Pow(w, 3), Math.Pow(w + e, 3), e)).Text;

        Assert.Contains("forward difference", Try((left, mid, right, e) => (right - mid) / e), StringComparison.Ordinal);
        Assert.Contains("backward difference", Try((left, mid, right, e) => (mid - left) / e), StringComparison.Ordinal);
        Assert.Contains("divide by 2 * eps", Try((left, mid, right, e) => (right - left) / e), StringComparison.Ordinal);
        Assert.Contains("brackets around 2 * eps", Try((left, mid, right, e) => (right - left) / 2 * e), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_predictions_about_a_zero_start_get_the_hint_for_their_mistake()
    {
        Assert.Contains("through the weights W2", Check.ZeroStart("a").Text, StringComparison.Ordinal);
        Assert.Contains("tanh(0)", Check.ZeroStart("b").Text, StringComparison.Ordinal);
        Assert.Contains("undiminished", Check.ZeroStart("d").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_net_that_starts_at_zero_indeed_moves_its_last_bias_only()
    {
        var net = new Network([new Dense(Mat([0, 0], [0, 0]), Vec(0, 0), Activation.Tanh), new Dense(Mat([0], [0]), Vec(0), Activation.Sigmoid)], Objective.MeanSquaredError);
        var slopes = Mlp.Backpropagate(net, Vec(1, 0.5), Vec(1)).ToVector();

        Assert.Equal(0, slopes.SubVector(0, 8).L2Norm());
        Assert.Equal(-0.25, slopes[8], 1e-12);
    }
}
