using System.Globalization;
using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

public sealed partial class Lesson15Tests
{
    private static Lesson Run => Lesson.Run("15");

    private static double[] Numbers(string cell) =>
        [.. Number().Matches(Run.Text(cell)).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    [Fact]
    public void The_lab_learns_from_1437_small_digits_and_tests_on_360() =>
        Assert.Equal("1437 to learn from, 360 to test, d = 64\n", Run.Text("train-test-load"));

    [Theory]
    [InlineData("model-fresh-w"), InlineData("error-matrix-xhat"), InlineData("gap-gradient-model"), InlineData("trainer-rule-rate"), InlineData("stacked-stack-x")]
    public void What_the_lesson_writes_in_full_equals_the_library(string cell) => Assert.Equal("equal\n", Run.Text(cell));

    [Fact]
    public void The_parameters_are_counted_from_the_sizes()
    {
        Assert.Equal(1096, (64 * 8) + 8 + (8 * 64) + 64);
        Assert.Equal("1096 parameters, 64 pixels in 8 numbers: 12.5 %\n", Run.Text("console-write-line"));
    }

    [Fact]
    public void The_mean_image_beats_grey_and_an_untrained_network()
    {
        var error = Numbers("grey-vector-build");

        Assert.True(error[1] < error[0] && error[0] < error[2], Run.Text("grey-vector-build"));
        Assert.Equal(0.0733, error[1], 1e-4);
    }

    [Fact]
    public void The_gradient_passes_its_check_and_without_the_pixels_in_the_mean_it_fails()
    {
        Assert.StartsWith("Gradient check passed: all 451 components", Run.Text("few-small-x"), StringComparison.Ordinal);
        Assert.Contains("FAILED", Run.Text("forgotten-small-from-vector"), StringComparison.Ordinal);
        Assert.Contains("64 times", Run.Text("forgotten-small-from-vector"), StringComparison.Ordinal);
    }

    [Fact]
    public void Eight_numbers_do_on_new_images_nearly_what_they_do_on_seen_ones()
    {
        var error = Numbers("test-error-autoencoder-m");

        Assert.InRange(error[2] / error[1], 0.95, 1.15);
    }

    [Fact]
    public void Every_doubling_of_the_code_leaves_less_of_the_error()
    {
        var left = Numbers("console-write-line-join");

        Assert.Equal([2, 4, 8, 16, 32], left.Where((_, i) => i % 2 == 0));
        Assert.Equal(left.Where((_, i) => i % 2 == 1).OrderDescending(), left.Where((_, i) => i % 2 == 1));
        Assert.InRange(left[3], 50, 60); // "Almost half" with four numbers,
        Assert.InRange(left[7], 10, 20); // "most of it" with sixteen.
    }

    [Fact]
    public void A_hidden_layer_makes_two_numbers_worth_more()
    {
        var error = Numbers("flat-fresh-fit");

        Assert.True(error[1] < 0.8 * error[2], Run.Text("flat-fresh-fit"));
        Assert.InRange(Numbers("near-nearest-right-flat")[0], 60, 80);
    }

    [Fact]
    public void Denoising_beats_plain_and_plain_beats_doing_nothing()
    {
        var error = Numbers("console-write-line-2");

        Assert.Equal(0.09, error[0], 0.002); // σ² = 0.3²
        Assert.True(error[2] < 0.6 * error[1] && error[1] < 0.7 * error[0], Run.Text("console-write-line-2"));
    }

    [Fact]
    public void Stacking_and_then_training_all_layers_is_best()
    {
        var error = Numbers("console-write-line-3");

        Assert.True(error[2] < error[0] && error[0] < error[1], Run.Text("console-write-line-3"));
    }

    [Fact]
    public void With_a_hundred_labels_the_worst_pre_trained_run_beats_the_best_from_scratch()
    {
        var share = Numbers("say-shares-hundred"); // 100, mean (least, most), mean (least, most)

        Assert.True(share[5] > share[3] + 5, Run.Text("say-shares-hundred"));
    }

    [Fact]
    public void E54_equal_sizes_with_another_target_are_no_autoencoder()
    {
        var error = Numbers("console-write-line-4");

        Assert.True(error[0] < 0.02 && error[1] > error[2], Run.Text("console-write-line-4"));
    }

    [Fact]
    public void E61_the_gain_of_pre_training_is_there_without_pre_training_from_another_start()
    {
        var means = Run.Text("pre-cold-right").TrimEnd().Split('\n').Select(line => double.Parse(Percent().Match(line).Groups[1].Value, CultureInfo.InvariantCulture)).ToArray();
        var (wide, pre, he, cold) = (means[0], means[1], means[2], means[3]);

        Assert.True(pre > wide + 8 && he > wide + 8, Run.Text("pre-cold-right"));
        Assert.InRange(pre - cold, 0.5, 2.5);
        Assert.True(he > pre - 0.5);
    }

    [Fact]
    public void Wrong_parameter_counts_get_the_hint_for_their_mistake()
    {
        Assert.Contains("biases are missing", Check.AutoencoderParameters((d, h, c) => 2 * d * h + 2 * h * c).Text, StringComparison.Ordinal);
        Assert.Contains("That is the encoder", Check.AutoencoderParameters((d, h, c) => d * h + h + h * c + c).Text, StringComparison.Ordinal);
        Assert.Contains("do not mirror", Check.AutoencoderParameters((d, h, c) => 2 * (d * h + h + h * c + c)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_output_gradients_get_the_hint_for_their_mistake()
    {
        Assert.Contains("not by n alone", Check.ReconstructionGradient((Xhat, X) => 2.0 / X.RowCount * (Xhat - X)).Text, StringComparison.Ordinal);
        Assert.Contains("divide by the number of pixels", Check.ReconstructionGradient((Xhat, X) => 2 * (Xhat - X)).Text, StringComparison.Ordinal);
        Assert.Contains("wrong sign", Check.ReconstructionGradient((Xhat, X) => 2.0 / (X.RowCount * X.ColumnCount) * (X - Xhat)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_denoising_pairs_get_the_hint_for_their_mistake()
    {
        Assert.Contains("never sees noise", Check.DenoisingPair((X, N) => (X, X)).Text, StringComparison.Ordinal);
        Assert.Contains("other way round", Check.DenoisingPair((X, N) => (X, X + N)).Text, StringComparison.Ordinal);
        Assert.Contains("learns to keep it", Check.DenoisingPair((X, N) => (X + N, X + N)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_answers_about_the_identity_get_the_hint_for_their_mistake()
    {
        Assert.Contains("image of a cat", Check.IdentityAutoencoder("a").Text, StringComparison.Ordinal);
        Assert.Contains("W = V = I", Check.IdentityAutoencoder("c").Text, StringComparison.Ordinal);
        Assert.Contains("Give it X + noise", Check.IdentityAutoencoder("d").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_gradients_of_tied_weights_get_the_hint_for_their_mistake()
    {
        static Matrix<double> E(Matrix<double> X, Matrix<double> W) => 2.0 / (X.RowCount * X.ColumnCount) * ((X * W * W.Transpose()) - X);

        Assert.Contains("W as the encoder", Check.TiedGradient((X, W) => X.Transpose() * E(X, W) * W).Text, StringComparison.Ordinal);
        Assert.Contains("W as the decoder", Check.TiedGradient((X, W) => E(X, W).Transpose() * X * W).Text, StringComparison.Ordinal);
        Assert.Contains("mean over n·d is missing", Check.TiedGradient((X, W) => X.RowCount * X.ColumnCount * ((X.Transpose() * E(X, W) * W) + (E(X, W).Transpose() * X * W))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_gradient_of_tied_weights_agrees_with_finite_differences()
    {
        var (X, W) = (Mat([1, 2, 0], [0.5, -1, 1]), Mat([0.2, 0.1], [0.4, -0.3], [0.1, 0.5]));
        double L(Vector<double> w) => (X * Matrix<double>.Build.DenseOfColumnMajor(3, 2, w) * Matrix<double>.Build.DenseOfColumnMajor(3, 2, w).Transpose() - X).PointwisePower(2).Enumerate().Average();
        var E = (X * W * W.Transpose()) - X;
        var gradient = 2.0 / 6 * ((X.Transpose() * E * W) + (E.Transpose() * X * W));
        var check = GradientCheck.Compare(L, Vector<double>.Build.Dense(W.ToColumnMajorArray()), Vector<double>.Build.Dense(gradient.ToColumnMajorArray()));

        Assert.True(check.Passed, check.ToString());
    }

    [GeneratedRegex(@"\d+(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@": +(\d+\.\d) %")]
    private static partial Regex Percent();
}
