using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

public sealed class Lesson03Tests
{
    private static Lesson Run => Lesson.Run("03");

    private static string Line(string cell, int line) => Run.Text(cell).Split('\n')[line];

    [Fact]
    public void The_first_simultaneous_step_ends_at_0_8_and_1_867() =>
        Assert.Equal("(b, w) = (0.800, 1.867)\n", Run.Text("theta-vec-gradient"));

    [Fact]
    public void The_first_sequential_step_ends_at_0_8_and_1_547() =>
        Assert.Equal("(b, w) = (0.800, 1.547)\n", Run.Text("w1-b1-gradient"));

    [Fact]
    public void Loss_and_gradient_at_the_origin_are_those_worked_by_hand()
    {
        Assert.Equal("L(0, 0) = 18.667, L(2, 0) = 0.000\n", Run.Text("console-write-line"));
        Assert.Equal("gradient at (0, 0): (-18.667, -8.000)\n", Run.Text("x-column-g"));
    }

    [Theory]
    [InlineData("somewhere-linear-regression-vec"), InlineData("library-descend-gaps"), InlineData("gap-sigma-transform")]
    public void What_the_lesson_writes_in_full_equals_the_library(string cell) => Assert.Equal("equal", Line(cell, 0));

    [Fact]
    public void The_right_gradient_passes_its_check_and_half_of_it_is_told_from_it()
    {
        Assert.StartsWith("Gradient check passed", Run.Text("loss-of-vector-theta"), StringComparison.Ordinal);
        Assert.Contains("FAILED at component 0", Run.Text("console-write-line-gradient-check"), StringComparison.Ordinal);
        Assert.Contains("yours is half of it", Run.Text("console-write-line-gradient-check"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_steepest_slope_is_the_gradients_length_and_a_quarter_turn_away_it_is_zero() =>
        Assert.Equal(
            ["length of the gradient: 20.309", "slope at 23.2°: -20.309", "a quarter turn away it is zero: True"],
            Run.Text("console-write-line-math").TrimEnd('\n').Split('\n'));

    [Fact]
    public void A_bowl_of_curvature_two_converges_below_one_and_diverges_above()
    {
        Assert.Equal("α = 0.99: 3.000 after 500 steps", Line("console-write-line-2", 0));
        Assert.Equal("α = 1.01: -79823 after 500 steps", Line("console-write-line-2", 1));
    }

    [Fact]
    public void The_limit_of_two_over_the_largest_curvature_holds_when_it_is_run()
    {
        Assert.Equal("λmin = 0.240, λmax = 11.093", Line("bowl-curvatures-x", 0));
        Assert.EndsWith(" = 0.1803", Line("bowl-curvatures-x", 1), StringComparison.Ordinal);
        Assert.StartsWith("Took all 200 steps: loss 18.67 → ", Line("console-write-line-descend", 0), StringComparison.Ordinal);
        Assert.StartsWith("Climbed for 200 steps: loss 18.67 → ", Line("console-write-line-descend", 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tenth_is_far_too_large_a_rate_for_speeds_in_miles_per_hour() =>
        Assert.StartsWith("Diverged: after 89 steps", Run.Text("descent-linear-regression-fit"), StringComparison.Ordinal);

    [Fact]
    public void The_decks_z_scores_have_its_mean_and_both_its_spreads()
    {
        Assert.StartsWith("hours:      μ = 7.0, σ = 3.742, ", Line("scores-vector-x", 0), StringComparison.Ordinal);
        Assert.StartsWith("attendance: μ = 3.4, σ = 1.625, ", Line("scores-vector-x", 1), StringComparison.Ordinal);
        Assert.Equal("σ = 3.742 and 1.625\ns = 4.183 and 1.817\n", Run.Text("students-matrix-build"));
    }

    [Fact]
    public void Standardising_makes_the_bowl_round_and_saves_thousands_of_steps()
    {
        Assert.Equal("λmin = 2.000, λmax = 2.000\nratio before: 2572, after: 1\n", Run.Text("scaler-standardizer-fit"));
        Assert.Equal("best loss 227.070 ft²\nraw: 7190 steps\nstandardised: 8 steps\n", Run.Text("floor-linear-regression-normal-equation"));
    }

    [Fact]
    public void The_weights_mapped_back_are_those_of_the_normal_equation() =>
        Assert.Equal("w = 3.9324 ft per mph\nb = -17.5791 ft\n", Run.Text("line-original-fit"));

    [Fact]
    public void Two_starts_a_tenth_apart_end_in_two_valleys() =>
        Assert.Equal("from 0.1: w = -1.473, h = -5.444\nfrom 0.2: w = 1.347, h = -2.619\n", Run.Text("left-right-walk-bumpy"));

    [Fact]
    public void E21_without_the_bias_the_loss_stays_up() =>
        Assert.Equal("slide (W only): loss 3.571\nright (W and b): loss 0.000\n", Run.Text("console-write-line-3"));

    [Fact]
    public void E31_the_convention_scales_the_step_one_way_and_the_largest_rate_the_other() =>
        Assert.Equal(
            ["half-mean (b, w) = (0.400, 0.933), limit α < 0.3606", "mean      (b, w) = (0.800, 1.867), limit α < 0.1803", "sum       (b, w) = (2.400, 5.600), limit α < 0.0601"],
            Run.Text("console-write-line-convention").TrimEnd('\n').Split('\n'));

    [Fact]
    public void E33_both_readings_stand_side_by_side() =>
        Assert.Equal("simultaneous (0.800, 1.867)\nsequential   (0.800, 1.547)\n", Run.Text("at-once-gradient-x"));

    [Fact]
    public void E57_one_slope_for_both_parameters_fails_the_check_and_the_vector_passes()
    {
        Assert.StartsWith("Gradient check FAILED at component 1", Line("one-slope-vec-g", 0), StringComparison.Ordinal);
        Assert.StartsWith("Gradient check passed", Line("one-slope-vec-g", 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_gradients_get_the_hint_for_their_mistake()
    {
        static string Try(Func<double, double, Vector<double>> yours) => Check.DerivedGradient(t => yours(t[0], t[1])).Text;

        Assert.Contains("uv depends on both", Try((u, v) => Vec(6 * u, 4 * v - 4)), StringComparison.Ordinal);
        Assert.Contains("has a slope too: −4", Try((u, v) => Vec(6 * u + v, u + 4 * v)), StringComparison.Ordinal);
        Assert.Contains("factor 2 comes down", Try((u, v) => Vec(3 * u + v, u + 2 * v - 4)), StringComparison.Ordinal);
        Assert.Contains("other order", Try((u, v) => Vec(u + 4 * v - 4, 6 * u + v)), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_steps_get_the_hint_for_their_mistake()
    {
        static string Try(Func<double, double, (double W, double B), (double W, double B)> move) => Check.SimultaneousStep((x, y, t, a) =>
        {
            var e = t[0] * x + t[1] - y;
            var (w, b) = move(a * 2 / x.Count * (e * x), a * 2 / x.Count * e.Sum(), (t[0], t[1]));
            return Vec(w, b);
        }).Text;

        Assert.Contains("You went up", Try((dw, db, t) => (t.W + dw, t.B + db)), StringComparison.Ordinal);
        Assert.Contains("2 that comes down", Try((dw, db, t) => (t.W - dw / 2, t.B - db / 2)), StringComparison.Ordinal);
        Assert.Contains("Only w has moved", Try((dw, db, t) => (t.W - dw, t.B)), StringComparison.Ordinal);
        Assert.Contains("yours is (b, w)", Try((dw, db, t) => (t.B - db, t.W - dw)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_sees_the_new_bias_is_recognised() =>
        Assert.Contains("w already sees the new b", Check.SimultaneousStep((x, y, t, a) =>
        {
            var b = t[1] - a * 2 / x.Count * (t[0] * x + t[1] - y).Sum();
            return Vec(t[0] - a * 2 / x.Count * ((t[0] * x + b - y) * x), b);
        }).Text, StringComparison.Ordinal);

    [Fact]
    public void Wrong_loops_get_the_hint_for_their_mistake()
    {
        static string Try(Func<double, double, double, (double, double)> step, int fewer = 0) => Check.RepairedLoop((start, a, steps) =>
        {
            var (u, v) = (start[0], start[1]);
            for (var k = 0; k < steps - fewer; k++) (u, v) = step(u, v, a);
            return Vec(u, v);
        }).Text;

        Assert.Contains("the loop as it stands", Try((u, v, a) => (u -= a * (2 * u + v), v - a * (u + 2 * v))), StringComparison.Ordinal);
        Assert.Contains("swapped the two lines", Try((u, v, a) => { v -= a * (u + 2 * v); return (u - a * (2 * u + v), v); }), StringComparison.Ordinal);
        Assert.Contains("one step too few", Try((u, v, a) => (u - a * (2 * u + v), v - a * (u + 2 * v)), fewer: 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_limits_get_the_hint_for_their_mistake()
    {
        Assert.Contains("second derivative, 2p", Check.LargestRate((p, q) => 2 / Math.Max(p, q)).Text, StringComparison.Ordinal);
        Assert.Contains("larger curvature, not the smaller", Check.LargestRate((p, q) => 1 / Math.Min(p, q)).Text, StringComparison.Ordinal);
        Assert.Contains("the limit is twice as far", Check.LargestRate((p, q) => 0.5 / Math.Max(p, q)).Text, StringComparison.Ordinal);
        Assert.Contains("do not add up", Check.LargestRate((p, q) => 1 / (p + q)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_z_scores_get_the_hint_for_their_mistake()
    {
        static string Try(Func<Vector<double>, double, Vector<double>> yours) =>
            Check.ZScore(x => yours(x - x.Average(), Math.Sqrt((x - x.Average()).PointwisePower(2).Average()))).Text;

        Assert.Contains("the sample's s", Try((d, σ) => d / (σ * Math.Sqrt(d.Count / (d.Count - 1.0)))), StringComparison.Ordinal);
        Assert.Contains("Take its root", Try((d, σ) => d / (σ * σ)), StringComparison.Ordinal);
        Assert.Contains("now divide by σ", Try((d, σ) => d), StringComparison.Ordinal);
        Assert.Contains("1/n, is missing", Try((d, σ) => d / d.L2Norm()), StringComparison.Ordinal);
    }
}
