using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 11 prints, and the mistakes its exercises recognise.</summary>
public class Lesson11Tests
{
    private static readonly Matrix<double> X = Mat([0, 0], [0, 1], [1, 0], [1, 1]);
    private static readonly Vector<double> y = Vec(0, 1, 1, 0);

    private static Lesson Lesson => Lesson.Run("11");

    private static void Printed(string text) => Assert.Contains(text.ReplaceLineEndings("\n"), Lesson.AllText, StringComparison.Ordinal);

    [Fact]
    public void Nothing_happens_for_80_epochs_and_from_100_to_300_nearly_everything()
    {
        var learner = new Learner(Mlp.Of([2, 2, 1], Activation.Tanh, Objective.BinaryCrossEntropy, Initialize.Normal(1), 7), new GradientDescent(0.5));
        var losses = Enumerable.Range(0, 601).Select(_ => learner.Step(X, y)).ToList();

        Assert.InRange(losses[80], 0.68, losses[0]);
        Assert.True(losses[100] > 0.67 && losses[300] < 0.1);
    }

    [Fact]
    public void What_the_lesson_writes_in_full_equals_the_library()
    {
        var verdicts = Lesson.AllText.Split('\n').Where(line => line.StartsWith("equals the library's", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, verdicts.Count);
        Assert.All(verdicts, line => Assert.EndsWith("True", line, StringComparison.Ordinal));
    }

    [Fact]
    public void The_hand_written_gradient_passes_its_check_and_without_the_slope_of_tanh_it_fails_in_the_first_layer()
    {
        Assert.Contains("passed: all 9 components", Lesson.Text("gap-backward-net"), StringComparison.Ordinal);
        Assert.Matches("FAILED at component [0-5] of 0…8", Lesson.Text("console-write-line-gradient-check"));
    }

    [Fact]
    public void Training_by_hand_learns_xor()
    {
        Printed("parameters: 9\n");
        Printed("L = 0.6958, always ½: 0.6931");
        Printed("p = 0.012, 0.979, 0.978, 0.011\nL = 0.0166");
    }

    [Fact]
    public void The_units_find_each_input_without_the_other() => Printed("""
        x = (0, 0)   y = 0   a = (0.89, -0.92)   p = 0.01
        x = (0, 1)   y = 1   a = (1.00, 0.94)   p = 0.98
        x = (1, 0)   y = 1   a = (-0.92, -1.00)   p = 0.98
        x = (1, 1)   y = 0   a = (0.91, -0.93)   p = 0.01
        """);

    [Fact]
    public void A_stuck_seed_stays_at_half_of_ln_2()
    {
        Printed("L = 0.3480; p = 0.002, 0.999, 0.499, 0.501");
        Printed("0.000   0.347   0.477   0.693");
    }

    [Fact]
    public void A_hundred_seeds_end_on_four_plateaus() => Printed("""
        tanh   0.000: 58   0.347: 40   0.477: 2
        ReLU   0.000: 24   0.347: 10   0.477: 44   0.693: 22
        """);

    [Fact]
    public void Every_end_lies_on_a_plateau_for_relu()
    {
        double[] plateaus = [0, Math.Log(2) / 2, 0.75 * (Math.Log(3) - 2 / 3.0 * Math.Log(2)), Math.Log(2)];
        Assert.All(Enumerable.Range(0, 20), seed =>
        {
            var learner = new Learner(Mlp.Of([2, 2, 1], Activation.ReLU, Objective.BinaryCrossEntropy, Initialize.Normal(1), seed), new GradientDescent(0.5));
            for (var epoch = 0; epoch < 2000; epoch++) learner.Step(X, y);
            Assert.InRange(plateaus.Min(v => Math.Abs(v - learner.Model.Loss(X, y))), 0, 0.005);
        });
    }

    [Fact]
    public void A_stuck_relu_network_gives_three_examples_the_share_of_ones()
    {
        Printed("x = (1, 0)   y = 1   a = (0.00, 2.41)   p = 1.00\nx = (1, 1)   y = 0   a = (0.00, 0.00)   p = 0.33");
        Printed("gradient of W1 is as good as zero: True");
    }

    [Fact]
    public void The_success_rate_grows_with_the_width() =>
        Printed("hidden units: 1, 2, 3, 4, 6, 8\nsucceed:      0, 58, 89, 99, 100, 100");

    [Fact]
    public void At_one_rate_the_cross_entropy_needs_a_third_of_the_epochs_and_at_the_best_of_each_they_are_equal() => Printed("""
        α = 0.3: cross-entropy   200   squared error   620
        α =   1: cross-entropy    60   squared error   190
        α =   3: cross-entropy    30   squared error    70
        α =  10: cross-entropy never   squared error    30
        """);

    [Fact]
    public void From_a_confident_mistake_the_squared_error_crawls()
    {
        var rows = Lesson.AllText.Split('\n').Where(line => line.StartsWith("b2 = ", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, rows.Count);
        int[] Numbers(string row) => [.. row.Split("entropy")[1].Split("squared error").Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.True(Numbers(rows[^1])[0] <= 60 && Numbers(rows[^1])[1] > 20 * Numbers(rows[0])[1]);
    }

    [Fact]
    public void The_inputs_are_not_separable_and_the_hidden_features_are() =>
        Printed("by the inputs X: False\nby the hidden features A: True");

    [Fact]
    public void The_minimum_of_the_squared_errors_is_satisfied_by_one_right_answer() => Printed("minimum 0.0000, mean 0.1875");

    [Fact]
    public void Wrong_parameter_counts_get_the_hint_for_their_mistake()
    {
        Assert.Contains("Both layers have weights and biases", Check.XorParameters(h => 3 * h).Text, StringComparison.Ordinal);
        Assert.Contains("bias of the output", Check.XorParameters(h => 4 * h).Text, StringComparison.Ordinal);
        Assert.Contains("biases of the hidden units", Check.XorParameters(h => 3 * h + 1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_output_gradients_get_the_hint_for_their_mistake()
    {
        Assert.Contains("does not cancel", Check.SquaredErrorDelta((p, y) => (p - y) / y.Count).Text, StringComparison.Ordinal);
        Assert.Contains("one link further", Check.SquaredErrorDelta((p, y) => 2.0 / y.Count * (p - y)).Text, StringComparison.Ordinal);
        Assert.Contains("half-mean", Check.SquaredErrorDelta((p, y) => 1.0 / y.Count * (p - y).PointwiseMultiply(p).PointwiseMultiply(1 - p)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_hidden_gradients_get_the_hint_for_their_mistake()
    {
        Assert.Contains("That is dA", Check.HiddenDelta((dz2, w2, A) => dz2.OuterProduct(w2)).Text, StringComparison.Ordinal);
        Assert.Contains("slope of tanh", Check.HiddenDelta((dz2, w2, A) => dz2.OuterProduct(w2).PointwiseMultiply(1 - A.PointwisePower(2))).Text, StringComparison.Ordinal);
        Assert.Contains("h×n", Check.HiddenDelta((dz2, w2, A) => w2.OuterProduct(dz2).PointwiseMultiply((A - A.PointwisePower(2)).Transpose())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_least_losses_get_the_hint_for_their_mistake()
    {
        static double H(double q) => -q * Math.Log2(q) - (1 - q) * Math.Log2(1 - q);
        Assert.Contains("in bits", Check.LeastLoss((k, m) => H((double)m / k)).Text, StringComparison.Ordinal);
        Assert.Contains("only the examples with y = 1", Check.LeastLoss((k, m) => -(double)m / k * Math.Log((double)m / k)).Text, StringComparison.Ordinal);
        Assert.Contains("always answering ½", Check.LeastLoss((_, _) => Math.Log(2)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "does not learn XOR")]
    [InlineData(0.347, "have to move first")]
    [InlineData(0.25, "squared error")]
    public void Wrong_predictions_from_zero_get_the_hint_for_their_mistake(double answer, string hint) =>
        Assert.Contains(hint, Check.XorFromZero(answer).Text, StringComparison.Ordinal);
}
