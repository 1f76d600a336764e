using System.Globalization;
using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tensor;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 16 prints, and the mistakes its exercises recognise.</summary>
public class Lesson16Tests
{
    private static Lesson Lesson => Lesson.Run("16");

    private static void Printed(string text) => Assert.Contains(text.ReplaceLineEndings("\n"), Lesson.AllText, StringComparison.Ordinal);

    private static double[] Percents(string line) =>
        [.. Regex.Matches(Lesson.AllText.Split('\n').Single(text => text.StartsWith(line, StringComparison.Ordinal)), @"(\d+\.\d) %").Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    [Fact]
    public void What_the_lesson_writes_in_full_equals_the_library()
    {
        var verdicts = Lesson.AllText.Split('\n').Where(line => line.Contains("equals the library's", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, verdicts.Count);
        Assert.All(verdicts, line => Assert.EndsWith("True", line, StringComparison.Ordinal));
        Printed("P is 36×9; P·w is the convolution: True");
    }

    [Fact]
    public void One_window_is_worked_by_hand() => Printed("Z[2, 1] = 33/16 = 2.0625");

    [Fact]
    public void The_formula_gives_the_size_for_any_kernel_padding_and_stride() => Printed("""
        kernel 3, padding 0, stride 1: 6×6, formula 6
        kernel 3, padding 1, stride 1: 8×8, formula 8
        kernel 3, padding 1, stride 2: 4×4, formula 4
        kernel 5, padding 0, stride 1: 4×4, formula 4
        """);

    [Fact]
    public void A_convolution_has_far_fewer_parameters_than_a_dense_layer_of_the_same_size()
    {
        Printed("convolution 80, dense 18720");
        Printed("parameters: 6090\n");
    }

    [Fact]
    public void The_hand_written_gradients_pass_their_check_and_pooling_to_all_four_fails()
    {
        Printed("kernel: Gradient check passed: all 9 components");
        Printed("image:  Gradient check passed: all 64 components");
        Printed("FAILED, as it should");
    }

    [Fact]
    public void The_network_fails_its_check_on_the_kink_of_relu_and_passes_beside_it() =>
        Printed("parameters: 666\non the kink: FAILED\nbeside it:   passed");

    [Fact]
    public void LeNet_beats_a_plain_network_with_as_many_parameters()
    {
        Printed("parameters: LeNet 6090, plain 6085");
        var accuracy = Percents("test accuracy");
        Assert.True(accuracy[0] > 94 && accuracy[1] is > 88 and < 93, string.Join(", ", accuracy));
    }

    [Fact]
    public void On_shuffled_pixels_LeNet_loses_its_advantage()
    {
        var (before, shuffled) = (Percents("test accuracy"), Percents("shuffled"));
        Assert.True(shuffled[0] < before[0] - 3 && shuffled[0] < shuffled[1] && Math.Abs(shuffled[1] - before[1]) < 3);
    }

    [Fact]
    public void A_shift_by_a_pixel_hurts_both_and_LeNet_less()
    {
        var shifted = Percents("one pixel to the right");
        Assert.True(shifted[0] > shifted[1] + 5 && shifted[0] < 75);
    }

    [Fact]
    public void Pooling_forgives_a_move_within_a_block_only() =>
        Printed("(2, 2) to (2, 3): the same\n(2, 2) to (3, 3): the same\n(2, 2) to (2, 1): changed");

    [Fact]
    public void An_edge_detector_says_nothing_to_a_flat_surface() => Printed("flat surface: 0.000");

    [Fact]
    public void Wrong_sizes_get_the_hint_for_their_mistake()
    {
        Assert.Contains("first window itself", Check.OutputSize((h, k, p, s) => (h + 2 * p - k) / s).Text, StringComparison.Ordinal);
        Assert.Contains("both sides", Check.OutputSize((h, k, p, s) => (h + p - k) / s + 1).Text, StringComparison.Ordinal);
        Assert.Contains("stride is missing", Check.OutputSize((h, k, p, s) => h + 2 * p - k + 1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_parameter_counts_get_the_hint_for_their_mistake()
    {
        Assert.Contains("biases are missing", Check.ConvolutionParameters((c, k, m) => m * c * k * k).Text, StringComparison.Ordinal);
        Assert.Contains("all c channels", Check.ConvolutionParameters((c, k, m) => m * (k * k + 1)).Text, StringComparison.Ordinal);
        Assert.Contains("not to each channel", Check.ConvolutionParameters((c, k, m) => m * c * (k * k + 1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_filter_gradients_get_the_hint_for_their_mistake()
    {
        static Matrix<double> Gradient(Matrix<double> X, Matrix<double> dZ, Func<int, int, int, int, double> pixel)
        {
            var k = X.RowCount - dZ.RowCount + 1;
            return Matrix<double>.Build.Dense(k, k, (i, j) => dZ.EnumerateIndexed().Sum(entry => entry.Item3 * pixel(entry.Item1, entry.Item2, i, j)));
        }

        Assert.Contains("Rows and columns", Check.FilterGradient((X, dZ) => Gradient(X, dZ, (y, x, i, j) => X[y + j, x + i])).Text, StringComparison.Ordinal);
        Assert.Contains("upside down", Check.FilterGradient((X, dZ) => Gradient(X, dZ, (y, x, i, j) => X[dZ.RowCount - 1 - y + i, dZ.ColumnCount - 1 - x + j])).Text, StringComparison.Ordinal);
        Assert.Contains("gets the sum", Check.FilterGradient((X, dZ) => Gradient(X, dZ, (y, x, i, j) => X[y + i, x + j] / (dZ.RowCount * dZ.ColumnCount))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.0, "has a ¼")]
    [InlineData(0.5, "four pixels, not two")]
    public void Wrong_shares_of_average_pooling_get_the_hint_for_their_mistake(double share, string hint) => Assert.Contains(hint,
        Check.AveragePoolGradient(dA => Matrix<double>.Build.Dense(2 * dA.RowCount, 2 * dA.ColumnCount, (y, x) => share * dA[y / 2, x / 2])).Text, StringComparison.Ordinal);

    [Fact]
    public void A_winner_in_average_pooling_gets_the_hint_for_its_mistake() => Assert.Contains("all four went into the mean",
        Check.AveragePoolGradient(dA => dA.KroneckerProduct(Mat([1, 0], [0, 0]))).Text, StringComparison.Ordinal);

    [Fact]
    public void Wrong_receptive_fields_get_the_hint_for_their_mistake()
    {
        Assert.Contains("end to end", Check.ReceptiveField((layers, k) => layers * k).Text, StringComparison.Ordinal);
        Assert.Contains("can fork", Check.ReceptiveField((layers, k) => (int)Math.Pow(k, layers)).Text, StringComparison.Ordinal);
        Assert.Contains("One pixel too few", Check.ReceptiveField((layers, k) => layers * (k - 1)).Text, StringComparison.Ordinal);
    }
}
