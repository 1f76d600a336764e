using static FromScratch.Tests.Plots.Drawn;

namespace FromScratch.Tests.Plots;

public class PictureTests
{
    [Fact]
    public void A_curve_samples_its_function_from_end_to_end()
    {
        var drawn = new Drawn(Plot.Curve(x => x * x, -2, 2, "Parabola", "w", "L(w)"));
        var (x, y) = (Values(drawn.Trace(0)["x"]), Values(drawn.Trace(0)["y"]));

        Assert.Equal(201, x.Length);
        Assert.Equal((-2, 0, 2), (x[0], x[100], x[200]));
        Assert.Equal((4, 0, 4), (y[0], y[100], y[200]));
        Assert.Equal(("w", "L(w)"), (drawn.AxisTitle("xaxis"), drawn.AxisTitle("yaxis")));
        Assert.Equal([-2, 2], Values(drawn.Layout["xaxis"]!["range"]));
        Assert.Empty(drawn.Legend);
    }

    [Fact]
    public void A_path_on_a_curve_lies_on_the_curve()
    {
        var drawn = new Drawn(Plot.Curve(x => x * x, -2, 2, path: [-2, 1, 0.5]));

        Assert.Equal([-2, 1, 0.5], Values(drawn.Trace(1)["x"]));
        Assert.Equal([4, 1, 0.25], Values(drawn.Trace(1)["y"]));
    }

    [Fact]
    public void A_curve_has_a_gap_where_it_is_infinite()
    {
        var y = Values(new Drawn(Plot.Curve(p => -Math.Log(p), 0, 1)).Trace(0)["y"]);

        Assert.Null(y[0]);
        Assert.NotNull(y[1]);
    }

    [Fact]
    public void The_summary_is_one_sentence_with_range_and_extremes() =>
        Assert.Equal("A parabola: curve of y over x from -1 to 3, lowest 0 at x = 0, highest 9 at x = 3, marked at x = 1 where y = 1.",
            Plot.Curve(x => x * x, -1, 3, "A parabola", path: [1]).Summary);

    [Fact]
    public void Curves_are_named_in_the_legend_in_their_order() =>
        Assert.Equal(["σ", "tanh", "ReLU"], new Drawn(Plot.Curves([("σ", z => 1 / (1 + Math.Exp(-z))), ("tanh", Math.Tanh), ("ReLU", z => Math.Max(0, z))], -3, 3)).Legend);

    [Fact]
    public void A_legend_of_two_rows_stands_below_the_title()
    {
        static int Top(params string[] names) => (int)new Drawn(Plot.Curves(names.Select(name => (name, (Func<double, double>)(x => x))), 0, 1, "Race")).Layout["margin"]!["t"]!;

        Assert.Equal(Top("SGD"), Top("SGD", "momentum", "Nesterov", "Adam"));
        Assert.Equal(Top("SGD") + 19, Top("gradient descent", "momentum", "Nesterov", "Adagrad", "RMSProp", "Adam", "AdamW"));
    }

    [Fact]
    public void A_histogram_counts_each_value_in_one_bin_and_those_beyond_in_the_last()
    {
        var drawn = new Drawn(Plot.Histogram([-1, -0.6, 0.1, 0.4, 5], -1, 1, "Spread", "a", bins: 4));

        Assert.Equal([-0.75, -0.25, 0.25, 0.75], Values(drawn.Trace(0)["x"]));
        Assert.Equal([0.4, 0, 0.4, 0.2], Values(drawn.Trace(0)["y"]));
    }

    [Fact]
    public void Ten_classes_are_drawn_as_their_names_without_a_legend()
    {
        double[] digits = [.. Enumerable.Range(0, 10).Select(k => (double)k)];
        var drawn = new Drawn(Plot.Scatter(digits, digits, labels: digits, classNames: [.. digits.Select(k => $"{k}")], asText: true));

        var seven = drawn.Trace(7);
        Assert.Equal(("text", "7", 7.0), ((string?)seven["mode"], (string?)seven["text"], (double?)seven["x"]![0]));
        Assert.False((bool?)seven["showlegend"]);
        Assert.Null(seven["marker"]);
    }

    [Fact]
    public void Scatter_splits_the_points_by_class()
    {
        var drawn = new Drawn(Plot.Scatter([1, 2, 3, 4], [5, 6, 7, 8], labels: [0, 1, 0, 1], classNames: ["fail", "pass"]));

        Assert.Equal(["fail", "pass"], drawn.Legend);
        Assert.Equal([1, 3], Values(drawn.Trace(0)["x"]));
        Assert.Equal([6, 8], Values(drawn.Trace(1)["y"]));
    }

    [Fact]
    public void Residuals_run_from_the_line_to_each_point()
    {
        var drawn = new Drawn(Plot.FittedLine([1, 2], [5, 3], x => 2 * x, residuals: true));

        Assert.Equal([1, 1, null, 2, 2, null], Values(drawn.Trace(0)["x"]));
        Assert.Equal([2, 5, null, 4, 3, null], Values(drawn.Trace(0)["y"]));
        Assert.Equal("markers", (string)drawn.Trace(1)["mode"]!);
    }

    [Fact]
    public void Fitted_lines_are_named_and_the_outlier_ringed()
    {
        var drawn = new Drawn(Plot.FittedLine([1, 2, 3], [1, 2, 90], [("MSE", x => 30 * x), ("MAE", x => x)], outlier: 2));

        Assert.Equal(["data", "MSE", "MAE", "outlier"], drawn.Legend);
        Assert.Equal([90], Values(drawn.Trace(3)["y"]));
        Assert.Equal("circle-open", (string)drawn.Trace(3)["marker"]!["symbol"]!);
    }

    [Fact]
    public void A_line_that_leaves_the_points_does_not_stretch_the_axes() =>
        Assert.Equal([-1, 21], Values(new Drawn(Plot.FittedLine([1, 2], [1, 19], x => 1e6 * x)).Layout["yaxis"]!["range"]).Select(v => Math.Round(v!.Value)));

    [Fact]
    public void A_given_range_keeps_a_fitted_line_in_view() =>
        Assert.Equal([-9, 30], Values(new Drawn(Plot.FittedLine([1, 2], [1, 19], x => 15 * x, yRange: (-9, 30))).Layout["yaxis"]!["range"]));

    [Fact]
    public void A_loss_curve_may_have_a_logarithmic_axis_where_zero_is_a_gap()
    {
        var figure = Plot.LossCurve([100, 1, 0], logLoss: true);
        var drawn = new Drawn(figure);

        Assert.Equal("log", (string)drawn.Layout["yaxis"]!["type"]!);
        Assert.Equal([100, 1, null], Values(drawn.Trace(0)["y"]));
        Assert.Equal(("epoch", "loss"), (drawn.AxisTitle("xaxis"), drawn.AxisTitle("yaxis")));
        Assert.EndsWith("from 100 to 0.", figure.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-14, 1), InlineData(1e-17, 2), InlineData(0, 1)]
    public void A_logarithmic_axis_names_no_more_powers_than_have_room(double last, int powers) =>
        Assert.Equal(powers, (double)new Drawn(Plot.LossCurve([1, last], logLoss: true)).Layout["yaxis"]!["dtick"]!);

    [Fact]
    public void A_long_loss_curve_is_thinned_and_keeps_its_last_value()
    {
        var x = Values(new Drawn(Plot.LossCurve(Enumerable.Range(0, 10_000).Select(i => (double)i))).Trace(0)["x"]);

        Assert.InRange(x.Length, 400, 501);
        Assert.Equal((0, 9999), (x[0], x[^1]));
    }

    [Fact]
    public void The_dot_on_loss_curves_stands_on_those_that_are_long_enough()
    {
        var dot = new Drawn(Plot.LossCurve([("short", [5, 4]), ("long", [9, 8, 7])], at: 2)).Trace(2);

        Assert.Equal([2], Values(dot["x"]));
        Assert.Equal([7], Values(dot["y"]));
    }
}
