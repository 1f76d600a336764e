using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

public sealed class Lesson08Tests
{
    private static Lesson Run => Lesson.Run("08");

    private static string[] Lines(string cell) => Run.Text(cell).TrimEnd('\n').Split('\n');

    [Fact]
    public void The_four_gates_have_their_truth_tables() => Assert.Equal(
        [" 0  0     0   1   0   0", " 0  1     0   1   1   1", " 1  0     0   1   1   1", " 1  1     1   0   1   0"], Lines("tables-console-write-line")[1..]);

    [Fact]
    public void Weights_6_2_2_follow_the_weather_and_2_2_6_the_distance() => Assert.Equal(
        ["   1     0    0      1   0", "   0     1    1      0   1", "   0     0    1      0   1", "   1     1    0      1   0"], Lines("saturdays-console-write-line")[1..]);

    [Fact]
    public void And_or_and_nand_are_right_and_ands_bias_lies_above_minus_2_up_to_minus_1() => Assert.Equal(
        ["AND right, OR right, NAND right", "AND with b = -2 wrong, b = -1 right"], Lines("with-bias-b-right-or-wrong"));

    [Theory]
    [InlineData("some-perceptron-vec"), InlineData("start-perceptron-vec")]
    public void What_the_lesson_writes_in_full_equals_the_library(string cell) => Assert.StartsWith("equal", Run.Text(cell), StringComparison.Ordinal);

    [Fact]
    public void The_gradient_of_the_criterion_passes_its_check_and_its_negative_is_told_from_it()
    {
        Assert.StartsWith("Gradient check passed", Run.Text("at-vec-console"), StringComparison.Ordinal);
        Assert.Contains("yours has the wrong sign", Run.Text("console-write-line-gradient-check"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_correction_for_and_is_the_one_worked_by_hand()
    {
        Assert.Equal("w = (1, 1), b = 1\n", Run.Text("w1-b1-learn"));
        Assert.Equal(["z at (1, 1): 0 before, 3 after", "answers 1 1 1 1, AND is 0 0 0 1"], Lines("spoilt-perceptron-w1"));
    }

    [Fact]
    public void And_takes_ten_corrections_in_eighteen_steps_and_the_theorem_allows_51()
    {
        Assert.Equal(10, Lines("trace-y-and").Length);
        Assert.Equal("step 18: (0, 1) -> 1, should be 0: w = ( 2,  1), b = -2", Lines("trace-y-and")[^1]);
        Assert.Equal("equal: 18 steps\n", Run.Text("start-perceptron-vec"));
        Assert.Equal("at most 51 corrections, needed 10\n", Run.Text("corrections-descent-perceptron"));
    }

    [Fact]
    public void Setosa_and_versicolor_are_learnt_and_versicolor_and_virginica_never()
    {
        Assert.Equal("all right: True, flowers looked at: 103, corrections: 4\n", Run.Text("flowers-start-train"));
        Assert.Equal(["learnt: False, steps 20000", "mistakes at the end 36 of 100, fewest on the way 8"], Lines("overlap-start-train"));
    }

    [Fact]
    public void Xor_repeats_every_four_steps_and_never_has_fewer_than_two_mistakes()
    {
        var trace = Lines("trace-y-xor");
        Assert.Equal(trace[^1][8..], trace[^5][8..]);
        Assert.Equal(trace[^5][8..], trace[^9][8..]);
        Assert.Equal("4000 steps, learnt: False, fewest mistakes 2\n", Run.Text("forever-start-train"));
    }

    [Fact]
    public void No_weights_on_a_grid_get_more_than_three_rows_of_xor_right() =>
        Assert.Equal("OR: 4 of 4, XOR: 3 of 4\n", Run.Text("grid-enumerable-range"));

    [Fact]
    public void Of_the_sixteen_tables_only_xor_and_its_opposite_are_not_learnt() =>
        Assert.Equal("learnt: 14 of 16, not learnt: 0110 and 1001\n", Run.Text("vector-gate-k"));

    [Fact]
    public void E22_without_its_last_row_and_is_the_gate_that_never_answers_1() => Assert.Equal(
        ["slide's rows: never 0, AND 0 ones", "all four rows: never wrong, AND right"], Lines("never-perceptron-vec"));

    [Fact]
    public void E23_the_slides_formula_is_or() => Assert.Equal("-0.5 + x1 + x2: as AND wrong, as OR right\n", Run.Text("slide-perceptron-vec"));

    [Fact]
    public void E24_on_the_boundary_the_two_rules_answer_differently() => Assert.Equal(
        ["z:          -1 0 0 1", "z > 0 says: 0 0 0 1", "z ≥ 0 says: 0 1 1 1"], Lines("on-line-corners-vec"));

    [Fact]
    public void E25_without_a_threshold_the_two_people_never_differ() =>
        Assert.Equal("days on which they differ: b = 0: 0 of 8, b = -5: 4 of 8\n", Run.Text("all-days-mat-differ"));

    [Fact]
    public void E48_xor_is_not_separable_but_its_hidden_features_are() => Assert.Equal("inputs: False, features: True\n", Run.Text("features-matrix-build"));

    [Fact]
    public void E56_only_the_sigmoid_has_a_slope() => Assert.Equal(
        ["z =  0.1: step 1 with slope 0, sigmoid 0.525 with slope 0.249", "z =    3: step 1 with slope 0, sigmoid 0.953 with slope 0.045"], Lines("unit-z-console"));

    [Fact]
    public void Wrong_gates_get_the_hint_for_their_mistake()
    {
        Assert.Contains("other order", Check.AndNotGate(Vec(-1, 1, -0.5)).Text, StringComparison.Ordinal);
        Assert.Contains("That is AND", Check.AndNotGate(Vec(1, 1, -1.5)).Text, StringComparison.Ordinal);
        Assert.Contains("all three signs", Check.AndNotGate(Vec(-1, 1, 0.5)).Text, StringComparison.Ordinal);
        Assert.Contains("x1 alone", Check.AndNotGate(Vec(2, -1, -0.5)).Text, StringComparison.Ordinal);
        Assert.Contains("too large", Check.AndNotGate(Vec(1, -1, 0.5)).Text, StringComparison.Ordinal);
        Assert.Contains("w1 + b must be above 0", Check.AndNotGate(Vec(1, -1, -1)).Text, StringComparison.Ordinal);
        Assert.True(Check.AndNotGate(Vec(3, -4, -2)).Passed);
    }

    [Fact]
    public void Wrong_ranges_get_the_hint_for_their_mistake()
    {
        Assert.Contains("range of AND", Check.NandBiasRange((-2, -1)).Text, StringComparison.Ordinal);
        Assert.Contains("(0, 0) alone", Check.NandBiasRange((0, 1)).Text, StringComparison.Ordinal);
        Assert.Contains("lower one comes first", Check.NandBiasRange((2, 1)).Text, StringComparison.Ordinal);
        Assert.Contains("both ends of the range", Check.NandBiasRange((1.5, 1.5)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_distances_get_the_hint_for_their_mistake()
    {
        static string Try(Func<double, double, double, double> yours) => Check.SignedDistance((w, b, x) => yours(w * x, b, w.L2Norm())).Text;

        Assert.Contains("That is z", Try((wx, b, norm) => wx + b), StringComparison.Ordinal);
        Assert.Contains("bias is missing", Try((wx, b, norm) => wx / norm), StringComparison.Ordinal);
        Assert.Contains("divided by ‖w‖²", Try((wx, b, norm) => (wx + b) / (norm * norm)), StringComparison.Ordinal);
        Assert.Contains("absolute value", Try((wx, b, norm) => Math.Abs(wx + b) / norm), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_signed_steps_get_the_hint_for_their_mistake()
    {
        static string Try(Func<double, double, double> step, double bias = 1) => Check.SignedStep((theta, x, t, alpha) =>
            theta + alpha * step(t, theta[0] * x[0] + theta[1] * x[1] + theta[2] > 0 ? 1 : -1) * Vec(x[0], x[1], bias)).Text;

        Assert.Contains("half is missing", Try((t, answer) => t - answer), StringComparison.Ordinal);
        Assert.Contains("after right answers too", Try((t, answer) => t), StringComparison.Ordinal);
        Assert.Contains("away from the right side", Try((t, answer) => (answer - t) / 2), StringComparison.Ordinal);
        Assert.Contains("bias has to move", Try((t, answer) => (t - answer) / 2, bias: 0), StringComparison.Ordinal);
        Assert.Contains("0 or 1. Here", Try((t, answer) => (t - (answer + 1) / 2) / 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_predictions_about_the_rate_get_the_hint_for_their_mistake()
    {
        Assert.Contains("at the same moment", Check.RateFromZero("a").Text, StringComparison.Ordinal);
        Assert.Contains("another line", Check.RateFromZero("b").Text, StringComparison.Ordinal);
        Assert.Contains("linearly separable", Check.RateFromZero("d").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_learning_rate_from_zero_scales_the_weights_and_nothing_else()
    {
        var (X, y, start) = (Mat([0, 0], [0, 1], [1, 0], [1, 1]), Vec(0, 0, 0, 1), new Perceptron(Vec(0, 0), 0));
        var (one, eighth) = (start.Train(X, y, 100), start.Train(X, y, 100, 0.125));

        Assert.All(one.Points.Zip(eighth.Points), pair => Assert.Equal(pair.First.Weights, 8 * pair.Second.Weights));
    }
}
