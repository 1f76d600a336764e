using System.Globalization;
using System.Text.RegularExpressions;

namespace FromScratch.Tests.Lessons;

/// <summary>The numbers lesson 13 prints, and the mistakes its exercises recognise.</summary>
public class Lesson13Tests
{
    private static Lesson Lesson => Lesson.Run("13");

    private static void Printed(string text) => Assert.Contains(text.ReplaceLineEndings("\n"), Lesson.AllText, StringComparison.Ordinal);

    /// <summary>The numbers on the one line that begins so.</summary>
    private static double[] Numbers(string beginning) => [.. Regex.Matches(
            Lesson.AllText.Split('\n').Single(line => line.StartsWith(beginning, StringComparison.Ordinal))[beginning.Length..], @"\d+(\.\d+)?")
        .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    [Fact]
    public void Ninety_flowers_train_a_network_of_67_parameters()
    {
        Printed("90 + 30 + 30");
        Printed("parameters: 67");
        Printed("ln 3 = 1.099");
    }

    [Fact]
    public void The_gradient_passes_its_check_and_without_the_mean_it_fails()
    {
        Printed("passed: all 67 components");
        Printed("yours is 90 times it (is 1/n missing?)");
    }

    [Fact]
    public void Early_stopping_written_in_full_equals_the_library()
    {
        Printed("equals the library's: True");
        Printed("97 epochs, best after 77");
    }

    [Fact]
    public void Twenty_splits_give_98_percent_and_a_straight_border_does_as_well()
    {
        Printed("test accuracy 1.000");
        var (network, straight) = (Numbers("4-8-3: mean "), Numbers("4-3  : mean "));
        Assert.InRange(network[0], 0.96, 0.995);
        Assert.True(network[1] < 0.95 && network[2] == 1);
        Assert.InRange(Math.Abs(network[0] - straight[0]), 0, 0.5 * network[3]);
    }

    [Fact]
    public void Setosa_is_never_confused_and_all_test_flowers_are_counted()
    {
        double[][] rows = [Numbers("setosa "), Numbers("versicolor "), Numbers("virginica ")];
        Assert.Equal([0, 0], rows[0][1..3]);
        Assert.Equal((0, 0), (rows[1][0], rows[2][0]));
        Assert.Equal(20 * 30, rows.Sum(row => row[..3].Sum()));
        Assert.All(rows, (row, i) => Assert.Equal(row[i] / row[..3].Sum(), row[3], 6e-4));
    }

    [Fact]
    public void Twenty_units_come_nearer_to_the_sine_than_to_the_data_and_one_cannot()
    {
        var (one, twenty) = (Numbers("1 unit:"), Numbers("20 units:"));
        Assert.True(one[0] > 0.08 && one[1] > 0.05);
        Assert.True(twenty[0] < 0.07 && twenty[1] < 0.025);
    }

    [Fact]
    public void Hidden_layers_separate_what_no_line_can()
    {
        string[] Row(string set) => Lesson.AllText.Split('\n').Single(line => line.StartsWith(set, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double At(string set, int column) => double.Parse(Row(set)[2 * (column + 1)], CultureInfo.InvariantCulture);

        Assert.InRange(At("moons ", 0), 0.8, 0.92);
        Assert.True(At("circles ", 0) < 0.6 && At("spirals ", 0) < 0.6);
        Assert.True(At("moons ", 1) > 0.95 && At("circles ", 1) > 0.95 && At("spirals ", 1) < 0.85);
        Assert.True(At("moons ", 2) > 0.95 && At("circles ", 2) > 0.97 && At("spirals ", 2) > 0.95);
    }

    [Fact]
    public void A_schedule_that_is_stepped_lowers_the_rate_and_the_slides_does_not() => Printed("""
        slide (never stepped): 0.0200 … 0.0200
        right (stepped)      : 0.0199 … 0.0000
        """);

    [Fact]
    public void Wrong_accuracies_get_the_hint_for_their_mistake()
    {
        Assert.Contains("number of right answers", Check.AccuracyFromCounts(C => C.Diagonal().Sum()).Text, StringComparison.Ordinal);
        Assert.Contains("share of mistakes", Check.AccuracyFromCounts(C => 1 - C.Diagonal().Sum() / C.ColumnSums().Sum()).Text, StringComparison.Ordinal);
        Assert.Contains("mean of the recalls", Check.AccuracyFromCounts(C => C.Diagonal().PointwiseDivide(C.RowSums()).Average()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_recalls_get_the_hint_for_their_mistake()
    {
        Assert.Contains("That is precision", Check.RecallPerClass(C => C.Diagonal().PointwiseDivide(C.ColumnSums())).Text, StringComparison.Ordinal);
        Assert.Contains("by all examples", Check.RecallPerClass(C => C.Diagonal() / C.ColumnSums().Sum()).Text, StringComparison.Ordinal);
        Assert.Contains("Those are the counts", Check.RecallPerClass(C => C.Diagonal()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_scalings_get_the_hint_for_their_mistake()
    {
        Assert.Contains("test set's own", Check.ScaleTest((_, test) => Standardizer.Fit(test).Transform(test)).Text, StringComparison.Ordinal);
        Assert.Contains("both sets together", Check.ScaleTest((train, test) => Standardizer.Fit(train.Stack(test)).Transform(test)).Text, StringComparison.Ordinal);
        Assert.Contains("sample's s", Check.ScaleTest((train, test) => Standardizer.Fit(train, sample: true).Transform(test)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_spreads_of_chance_get_the_hint_for_their_mistake()
    {
        Assert.Contains("That is the variance", Check.ChanceSpread((a, n) => a * (1 - a) / n).Text, StringComparison.Ordinal);
        Assert.Contains("of one answer", Check.ChanceSpread((a, _) => Math.Sqrt(a * (1 - a))).Text, StringComparison.Ordinal);
        Assert.Contains("number of right answers", Check.ChanceSpread((a, n) => Math.Sqrt(n * a * (1 - a))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_views_of_peeking_get_the_hint_for_their_mistake()
    {
        Assert.Contains("choice of the moment", Check.Peeking("a").Text, StringComparison.Ordinal);
        Assert.Contains("cannot lower", Check.Peeking("b").Text, StringComparison.Ordinal);
        Assert.Contains("By heart", Check.Peeking("d").Text, StringComparison.Ordinal);
    }
}
