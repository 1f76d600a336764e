using MathNet.Numerics.LinearAlgebra;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 07 prints, and the mistakes its exercises recognise.</summary>
public class Lesson07Tests
{
    private static Lesson Lesson => Lesson.Run("07");

    [Fact]
    public void All_seven_optimisers_race_step_by_step()
    {
        Assert.Contains("with the paths of 7 descents, playable by step from 0 to 40", Lesson.Text("plot-scrubber-race"), StringComparison.Ordinal);
        Printed("console-write-line", "f(-7, 2) = 6.45, f(0, 0) = 0.00");
        Printed("finish", """
            gradient descent  32 steps
            momentum          56 steps
            Nesterov          48 steps
            Adagrad           20 steps
            RMSProp          not in 300 steps
            Adam              52 steps
            AdamW             51 steps
            """);
    }

    [Fact]
    public void Batches_of_10_out_of_1000_make_100_updates_and_arrive_in_one_epoch() => Printed("one-epoch", """
        b = 1000:    1 updates, loss 19.395 → 7.5175
        b =  100:   10 updates, loss 19.395 → 0.2492
        b =   10:  100 updates, loss 19.395 → 0.2514
        b =    1: 1000 updates, loss 19.395 → 0.3005
        """);

    [Fact]
    public void The_spread_of_batch_gradients_falls_with_the_root_of_their_size()
    {
        Printed("spread", """
            b =    1: mean of 20000 batches right: True, spread 13.03
            b =   10: mean of  2000 batches right: True, spread 4.06
            b =  100: mean of   200 batches right: True, spread 1.21
            b = 1000: mean of    20 batches right: True, spread 0.00
            """);
        Assert.EndsWith("least mean squared error: 0.2481\n", Lesson.Text("line-seed-console"), StringComparison.Ordinal);
    }

    [Fact]
    public void Momentum_gains_ten_and_a_hundred_times() => Printed("console-write-line-2", "ρ = 0.9:  10.00\nρ = 0.99: 100.00");

    [Fact]
    public void The_two_conventions_of_momentum_part_when_the_rate_changes()
    {
        Printed("console-write-line-3", "η inside v:  θ = -0.644\nη outside v: θ = -0.351");
        Assert.Contains("η outside v from -7 to -3.47 and η inside v from -7 to -0.2329", Lesson.Text("plot-loss-curve-both"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_lesson_writes_out_equals_the_library()
    {
        var verdicts = Lesson.AllText.Split('\n').Where(line => line.Contains("equals the library's", StringComparison.Ordinal)).ToList();
        Assert.All(verdicts, line => Assert.EndsWith("True", line, StringComparison.Ordinal));
        Assert.Equal(["Adagrad", "Adam", "AdamW", "Momentum", "Nesterov", "RMSProp", "cosine", "exponential", "step", "warm-up"],
            verdicts.Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Adagrads_steps_shrink_and_Adams_first_step_has_the_length_of_the_rate()
    {
        Printed("console-write-line-4", "step 1: 1.000, step 4: 0.500, step 100: 0.100");
        Printed("first-step-g-adam", "g = 1000:  -0.001000\ng = 0.001: -0.001000");
    }

    [Fact]
    public void AdamW_decays_both_weights_alike_and_Adam_does_not() =>
        Printed("console-write-line-5", "Adam:  0.978 and 0.190\nAdamW: 0.817 and 0.817");

    [Fact]
    public void A_schedule_ends_the_jitter() => Printed("console-write-line-6",
        "loss above the best one, mean of the last 100 updates:\nconstant 0.01624\ncosine   0.00020");

    [Fact]
    public void Momentum_leads_on_the_digits_and_plain_descent_is_last()
    {
        var last = Lesson.Text("show").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (Name: line.Split(' ')[0], Loss: double.Parse(line[^5..]))).ToList();
        Assert.Equal(6, last.Count);
        Assert.Equal(("gradient", 0.629), last.MaxBy(one => one.Loss));
        Assert.Equal(("momentum", 0.175), last.MinBy(one => one.Loss));
    }

    [Fact]
    public void The_gradient_passes_its_check_and_without_the_two_it_fails()
    {
        Assert.Contains("passed: all 2 components", Lesson.Text("gradient-check-compare-theta"), StringComparison.Ordinal);
        Assert.Contains("is a factor 2 missing", Lesson.Text("gradient-check-compare-theta-2"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("console-write-line-7", "slide: loss 19.395\nright: loss 0.752")]
    [InlineData("console-write-line-8", "constant: inside -0.905, outside -0.905\nfalling:  inside -0.644, outside -0.351")]
    [InlineData("console-write-line-9", "a mean:              1.00\nthe slide's formula: 10.00")]
    [InlineData("with-rate", "η = 0.01: loss after 40 steps 5.939\nη =  0.1: loss after 40 steps 2.775\nη =  1.5: loss after 40 steps 0.000")]
    [InlineData("console-write-line-10", "constant rate: w = 1.347\ncosine:        w = 1.347")]
    public void A_slide_and_its_correction_differ_in_numbers(string cell, string text) => Printed(cell, text);

    [Fact]
    public void A_wrong_number_of_updates_is_recognised()
    {
        Assert.Contains("round up", Check.Updates((m, b, epochs) => m / b * epochs).Text, StringComparison.Ordinal);
        Assert.Contains("one epoch", Check.Updates((m, b, _) => (m + b - 1) / b).Text, StringComparison.Ordinal);
        Assert.Contains("round up first", Check.Updates((m, b, epochs) => ((m * epochs) + b - 1) / b).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_velocity_is_recognised()
    {
        Assert.Contains("limit for t → ∞", Check.VelocityAfter((g, r, _) => g / (1 - r)).Text, StringComparison.Ordinal);
        Assert.Contains("That is a mean", Check.VelocityAfter((g, r, t) => g * (1 - Math.Pow(r, t))).Text, StringComparison.Ordinal);
        Assert.Contains("one step too few", Check.VelocityAfter((g, r, t) => g * (1 - Math.Pow(r, t - 1)) / (1 - r)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_step_of_RMSProp_is_recognised()
    {
        static string Hint(Func<Vector<double>, Vector<double>, Vector<double>> memory) =>
            Check.RmsStep((x, g, s, rate) => x - (rate * g.PointwiseDivide(memory(g.PointwiseMultiply(g), s).PointwiseSqrt() + 1e-8))).Text;
        Assert.Contains("That is Adagrad", Hint((g2, s) => s + g2), StringComparison.Ordinal);
        Assert.Contains("take in the new gradient", Hint((_, s) => s), StringComparison.Ordinal);
        Assert.Contains("weights are swapped", Hint((g2, s) => (0.1 * s) + (0.9 * g2)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_bias_correction_is_recognised()
    {
        Assert.Contains("t = 1 only", Check.BiasCorrection((m, b, _) => m / (1 - b)).Text, StringComparison.Ordinal);
        Assert.Contains("do not multiply", Check.BiasCorrection((m, b, t) => m * (1 - Math.Pow(b, t))).Text, StringComparison.Ordinal);
        Assert.Contains("what is still missing", Check.BiasCorrection((m, b, t) => m / Math.Pow(b, t)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "forgets less"), InlineData("b", "a sum, not a mean"), InlineData("d", "not ρ")]
    public void A_wrong_prediction_about_momentum_is_recognised(string wrong, string hint) =>
        Assert.Contains(hint, Check.MoreMomentum(wrong).Text, StringComparison.Ordinal);

    private static void Printed(string cell, string text) => Assert.Equal(text, Lesson.Text(cell).TrimEnd('\n'));
}
