using System.Globalization;
using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;

namespace FromScratch.Tests.Lessons;

/// <summary>What lesson 19 prints, and the mistakes its exercises recognise.</summary>
public class Lesson19Tests
{
    private static Lesson Lesson => Lesson.Run("19");

    /// <summary>The percentages in the line of the lesson that begins so.</summary>
    private static double[] Percentages(string start)
    {
        var line = Assert.Single(Lesson.AllText.Split('\n'), line => line.StartsWith(start, StringComparison.Ordinal));
        return [.. Regex.Matches(line, @"([\d.]+) %").Select(m => double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))];
    }

    private static void Printed(string text) => Assert.Contains(text.ReplaceLineEndings("\n"), Lesson.AllText, StringComparison.Ordinal);

    [Fact]
    public void Pixels_from_0_to_16_kill_a_network_that_learns_from_0_to_1() =>
        Assert.True(Percentages("pixels 0 … 1:")[0] < 6 && Percentages("pixels 0 … 16:")[0] > 80);

    [Fact]
    public void Squares_make_a_circle_separable() =>
        Assert.True(Percentages("from x1, x2:")[0] < Percentages("outside:")[0] + 5 && Percentages("from x1², x2²:")[0] > 98);

    [Fact]
    public void What_the_lesson_writes_in_full_equals_the_library_and_passes_its_gradient_check()
    {
        Printed("equals the library's: True\nGradient check passed: all 650 components");
        Printed("yours is 20 times it (is 1/n missing?)");
        Assert.DoesNotContain("equals the library's: False", Lesson.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public void Shifts_more_than_halve_the_error_on_shifted_images_and_cost_a_little_on_the_others()
    {
        var (nothing, shifts) = (Percentages("nothing"), Percentages("shift by 0 or 1"));
        Assert.True(shifts[1] < nothing[1] / 2 && shifts[0] > nothing[0] && shifts[0] < nothing[0] + 5);
    }

    [Fact]
    public void The_same_again_gains_nothing_and_the_mirror_does_harm()
    {
        var nothing = Percentages("nothing")[0];
        Assert.Equal(nothing, Percentages("the same again")[0], 1.0);
        Assert.True(Percentages("mirror")[0] > nothing + 5);
    }

    [Fact]
    public void The_error_falls_with_every_doubling_and_its_exponent_is_printed()
    {
        int[] sizes = [20, 40, 80, 160, 320, 640, 1280];
        var errors = sizes.Select(n => Percentages($"n = {n,4}   E")[0]).ToList();
        Assert.Equal(errors.OrderDescending(), errors);
        Printed("exponent α = 0.59\ntwice the data: error × 0.66");
    }

    [Fact]
    public void Frozen_features_of_0_to_4_are_worse_for_5_to_9_than_none()
    {
        Assert.All([10, 20, 40, 80], n =>
        {
            var row = Percentages($"n = {n,3}   scratch");
            Assert.True(row[1] > row[0] && Math.Abs(row[2] - row[0]) < 2);
        });
    }

    [Fact]
    public void What_was_learnt_from_clean_images_helps_with_noisy_ones_but_a_few_images_make_it_forget()
    {
        var untouched = Percentages("clean network:")[1];
        Assert.All([10, 20, 40, 80], n =>
        {
            var row = Percentages($"n = {n,2}   scratch");
            Assert.True(row[0] > row[1] && row[1] > row[2]);
        });
        Assert.True(Percentages("n = 10   scratch")[2] > untouched + 10);
    }

    [Fact]
    public void E58_four_times_the_data_with_wrong_labels_are_worse_and_two_hidden_units_gain_little()
    {
        Assert.True(Percentages("160 good + 480 random")[0] > 3 * Percentages("160 good:")[0]);
        var narrow = Percentages("2 hidden units:");
        Assert.True(narrow[1] > 0.8 * narrow[0]);
    }

    [Fact]
    public void Wrong_mirrors_get_the_hint_for_their_mistake()
    {
        static Vector<double> From(Vector<double> x, Func<int, int, int> source) => Vector<double>.Build.Dense(64, i => x[source(i / 8, i % 8)]);
        Assert.Contains("top and bottom", Check.MirrorImage(x => From(x, (r, c) => 8 * (7 - r) + c)).Text, StringComparison.Ordinal);
        Assert.Contains("half a turn", Check.MirrorImage(x => From(x, (r, c) => 63 - 8 * r - c)).Text, StringComparison.Ordinal);
        Assert.Contains("diagonal", Check.MirrorImage(x => From(x, (r, c) => 8 * c + r)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_standardisations_get_the_hint_for_their_mistake()
    {
        static double Sigma(Vector<double> v) => Math.Sqrt((v - v.Average()).PointwisePower(2).Average());
        Assert.Contains("on the test set", Check.StandardizeTest((_, test) => (test - test.Average()) / Sigma(test)).Text, StringComparison.Ordinal);
        Assert.Contains("division by σ", Check.StandardizeTest((train, test) => test - train.Average()).Text, StringComparison.Ordinal);
        Assert.Contains("variance", Check.StandardizeTest((train, test) => (test - train.Average()) / Math.Pow(Sigma(train), 2)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_exponents_get_the_hint_for_their_mistake()
    {
        Assert.Contains("The sign", Check.PowerLawExponent((n, E, m, F) => Math.Log(F / E) / Math.Log(m / n)).Text, StringComparison.Ordinal);
        Assert.Contains("That is 1/α", Check.PowerLawExponent((n, E, m, F) => Math.Log(m / n) / Math.Log(E / F)).Text, StringComparison.Ordinal);
        Assert.Contains("ordinary axes", Check.PowerLawExponent((n, E, m, F) => (E - F) / (m - n)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_sizes_get_the_hint_for_their_mistake()
    {
        Assert.Contains("The power is 1/α", Check.ExamplesNeeded((n, E, a, t) => n * Math.Pow(E / t, a)).Text, StringComparison.Ordinal);
        Assert.Contains("upside down", Check.ExamplesNeeded((n, E, a, t) => n * Math.Pow(t / E, 1 / a)).Text, StringComparison.Ordinal);
        Assert.Contains("That is the factor", Check.ExamplesNeeded((n, E, a, t) => Math.Pow(E / t, 1 / a)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "sum of the losses")]
    [InlineData(0.5, "count doubles")]
    [InlineData(0, "its length")]
    public void Wrong_factors_get_the_hint_for_their_mistake(double answer, string hint) =>
        Assert.Contains(hint, Check.EveryExampleTwice(answer).Text, StringComparison.Ordinal);
}
