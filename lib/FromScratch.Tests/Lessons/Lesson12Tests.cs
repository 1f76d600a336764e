using MathNet.Numerics.LinearAlgebra;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 12 prints, and the mistakes its exercises recognise.</summary>
public class Lesson12Tests
{
    private static Lesson Lesson => Lesson.Run("12");

    private static void Printed(string text) => Assert.Contains(text.ReplaceLineEndings("\n"), Lesson.AllText, StringComparison.Ordinal);

    /// <summary>The number after a label on the line that begins with it.</summary>
    private static double After(string label) => double.Parse(
        Lesson.AllText.Split('\n').Single(line => line.StartsWith(label, StringComparison.Ordinal))[label.Length..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)[0],
        System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void What_the_lesson_writes_in_full_equals_the_library()
    {
        var verdicts = Lesson.AllText.Split('\n').Where(line => line.Contains("equals the library's", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, verdicts.Count);
        Assert.All(verdicts, line => Assert.EndsWith("True", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wide_start_begins_hundreds_above_ln_10_and_he_near_it()
    {
        Assert.Equal(2.303, After("ln 10"));
        Assert.InRange(After("digits, N(0, 1)"), 300, 1500);
        Assert.InRange(After("digits, He"), 2.2, 2.7);
        Assert.InRange(After("784 inputs, N(0, 1):"), 1000, 3000);
        Assert.InRange(After("784 inputs, He:"), 2.2, 2.7);
    }

    [Fact]
    public void On_mnist_the_wide_start_has_a_loss_near_2000_and_he_near_ln_10()
    {
        var folder = Environment.GetEnvironmentVariable("FROMSCRATCH_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "MNIST is not in the project: set FROMSCRATCH_DATA to the folder with its four files.");
        var X = IdxFile.ReadImages(Path.Combine(folder!, "t10k-images-idx3-ubyte.gz")).SubMatrix(0, 1000, 0, 784) / 255;
        var y = IdxFile.ReadLabels(Path.Combine(folder!, "t10k-labels-idx1-ubyte.gz")).SubVector(0, 1000);
        double Start(Initializer W, Initializer? b) =>
            Enumerable.Range(0, 3).Average(seed => Mlp.Of([784, 256, 256, 10], Activation.ReLU, Objective.SoftmaxCrossEntropy, W, seed, b).Loss(X, y));

        Assert.InRange(Start(Initialize.Normal(1), Initialize.Normal(1)), 1200, 3000);
        Assert.InRange(Start(Initialize.He, null), 2.2, 2.7);
    }

    [Fact]
    public void The_spread_grows_by_the_root_of_32_per_layer_and_he_keeps_it()
    {
        double[] Row(string name) => [.. Lesson.AllText.Split('\n').SkipWhile(line => line != name).ElementAt(1)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];

        Assert.InRange(Math.Pow(Row("ReLU N(0, 1)")[^1] / Row("ReLU N(0, 1)")[0], 1 / 8.0), 5, 6.2);
        Assert.InRange(Math.Pow(Row("ReLU Xavier")[^1] / Row("ReLU Xavier")[0], 1 / 8.0), 0.5, 0.8);
        Assert.InRange(Row("ReLU He")[^1] / Row("ReLU He")[0], 0.4, 1.5);
        Assert.True(Row("tanh N(0,.01²)")[^1] < 1e-9);
    }

    [Fact]
    public void The_gradient_of_the_sigmoid_falls_by_a_quarter_per_layer() => Printed("""
        sigmoid, Xavier  first 3.1E-06, last 1.1, factor per layer 0.24
        """);

    [Fact]
    public void A_check_with_fresh_dropout_masks_fails_and_with_one_mask_it_passes() =>
        Printed("passed: all 1 components agree to better than 1e-4.\nGradient check FAILED at component 0");

    [Fact]
    public void Of_ten_layers_tanh_with_xavier_and_relu_with_he_learn_and_the_others_guess()
    {
        var ends = System.Text.RegularExpressions.Regex.Matches(Lesson.Text("plot-loss-curve-losses"), @"to (\d+\.\d+)").Select(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(4, ends.Count);
        Assert.All(ends[..2], loss => Assert.InRange(loss, 2.28, 2.33));
        Assert.All(ends[2..], loss => Assert.InRange(loss, 0, 0.5));
        Printed("ReLU, N(0, 1), first epoch: NaN");
    }

    [Fact]
    public void Clipping_saves_a_run_that_bursts()
    {
        Printed("long  3, 4\nshort 0.3, 0.4");
        Printed("without clipping: NaN\nclipped at 1: 37");
    }

    [Fact]
    public void Long_steps_kill_relu_units()
    {
        var bars = System.Text.RegularExpressions.Regex.Match(Lesson.AllText, @"0\.01 ([\d.]+), 0\.1 ([\d.]+), 0\.3 ([\d.]+), 1 ([\d.]+) and 2 ([\d.]+)\.");
        double Share(int k) => double.Parse(bars.Groups[k].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(Share(1) < 12 && Share(2) < 12 && Share(3) < 12 && Share(4) > 50 && Share(5) > 80);
    }

    [Fact]
    public void A_slope_on_the_negative_side_revives_units_and_relu_stays_dead()
    {
        double Accuracy(string name) => double.Parse(Lesson.AllText.Split('\n').Single(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains("20 epochs", StringComparison.Ordinal))[^5..], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(Accuracy("ReLU ") < 0.15 && Accuracy("leaky ReLU (0.01)") < 0.15 && Accuracy("leaky ReLU (0.1)") > 0.8 && Accuracy("ELU") > 0.9);
    }

    [Fact]
    public void Dropout_raises_the_training_loss_and_lowers_the_test_loss()
    {
        (double Train, double Test, double Accuracy)[] rows = [.. System.Text.RegularExpressions.Regex.Matches(Lesson.Text("report"), @"training loss ([\d.]+), test loss ([\d.]+), test accuracy ([\d.]+)")
            .Select(m => (Number(m, 1), Number(m, 2), Number(m, 3)))];
        Assert.Equal(3, rows.Length);
        Assert.True(rows[0].Train < rows[1].Train && rows[1].Train < rows[2].Train);
        Assert.True(rows[0].Test > rows[1].Test && rows[1].Test > rows[2].Test);
        Assert.True(rows[2].Accuracy > rows[0].Accuracy + 0.02);

        static double Number(System.Text.RegularExpressions.Match m, int group) => double.Parse(m.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_plain_network_from_n01_is_handicapped_and_from_he_it_is_not() =>
        Assert.True(After("He:      ") > After("N(0, 1):") + 0.04);

    [Fact]
    public void Wrong_spreads_get_the_hint_for_their_mistake()
    {
        Assert.Contains("variance σ²", Check.ReluSpread(d => 2.0 / d).Text, StringComparison.Ordinal);
        Assert.Contains("right for tanh", Check.ReluSpread(d => 1 / Math.Sqrt(d)).Text, StringComparison.Ordinal);
        Assert.Contains("two integers", Check.ReluSpread(d => Math.Sqrt(2 / d)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_dropouts_get_the_hint_for_their_mistake()
    {
        static string Try(Func<double, double, double> mask) => Check.Dropout((A, U, keep) => A.PointwiseMultiply(U.Map(u => mask(u, keep)))).Text;

        Assert.Contains("division by keep is missing", Try((u, keep) => u < keep ? 1 : 0), StringComparison.Ordinal);
        Assert.Contains("share that stays", Try((u, keep) => u < keep ? 0 : 1 / keep), StringComparison.Ordinal);
        Assert.Contains("1 − keep", Try((u, keep) => u < keep ? 1 / (1 - keep) : 0), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_clippings_get_the_hint_for_their_mistake()
    {
        Assert.Contains("made it longer", Check.ClipGradient((g, c) => g * (c / g.L2Norm())).Text, StringComparison.Ordinal);
        Assert.Contains("turns the gradient", Check.ClipGradient((g, c) => g.Map(x => Math.Clamp(x, -c, c))).Text, StringComparison.Ordinal);
        Assert.Contains("length 1, not c", Check.ClipGradient((g, c) => g.L2Norm() > c ? g / g.L2Norm() : g).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clipping_that_compares_another_length_with_c_is_refused()
    {
        static bool Passes(Func<Vector<double>, double> length) => Check.ClipGradient((g, c) => length(g) > c ? g * (c / g.L2Norm()) : g).Passed;

        Assert.True(Passes(g => g.L2Norm()));
        Assert.False(Passes(g => g * g) || Passes(g => g.L1Norm()) || Passes(g => g.AbsoluteMaximum()) || Passes(g => g.Sum()));
        Assert.False(Check.ClipGradient((g, c) => g.L2Norm() > 1 ? g * (c / g.L2Norm()) : g).Passed);
    }

    [Theory]
    [InlineData(2.303, "ten classes")]
    [InlineData(0.0385, "minus its logarithm")]
    [InlineData(4.7, "base 2")]
    public void Wrong_first_losses_get_the_hint_for_their_mistake(double answer, string hint) =>
        Assert.Contains(hint, Check.FirstLoss(answer).Text, StringComparison.Ordinal);

    [Fact]
    public void Wrong_bounds_get_the_hint_for_their_mistake()
    {
        Assert.Contains("The weight is missing", Check.VanishingBound((_, m) => Math.Pow(0.25, m)).Text, StringComparison.Ordinal);
        Assert.Contains("as for tanh", Check.VanishingBound((w, m) => Math.Pow(Math.Abs(w), m)).Text, StringComparison.Ordinal);
        Assert.Contains("not added", Check.VanishingBound((w, m) => m * Math.Abs(w) / 4).Text, StringComparison.Ordinal);
    }
}
