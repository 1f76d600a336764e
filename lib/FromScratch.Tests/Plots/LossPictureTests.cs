using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;
using static FromScratch.Tests.Plots.Drawn;

namespace FromScratch.Tests.Plots;

public class LossPictureTests
{
    [Fact]
    public void Seven_paths_have_seven_colours_and_an_eighth_is_dashed()
    {
        var paths = Enumerable.Range(0, 8).Select(i => ($"{i}", Enumerable.Repeat(Vector<double>.Build.Dense(2, i), 2)));
        var drawn = new Drawn(Plot.LossContour((a, b) => a * a + b * b, (-1, 7), (-1, 7), paths, "Race"));

        Assert.Equal(7, Enumerable.Range(1, 7).Select(i => (string)drawn.Trace(i)["line"]!["color"]!).Distinct().Count());
        Assert.All(Enumerable.Range(1, 7), i => Assert.Equal((string)drawn.Trace(i)["line"]!["color"]!, (string)drawn.Trace(i)["marker"]!["color"]!));
        Assert.Equal((string)drawn.Trace(2)["line"]!["color"]!, (string)drawn.Trace(8)["line"]!["color"]!);
        Assert.Equal((null, null, "dash"), ((string?)drawn.Trace(2)["line"]!["dash"], (string?)drawn.Trace(7)["line"]!["dash"], (string?)drawn.Trace(8)["line"]!["dash"]));
    }

    private static readonly Vector<double>[] Path = [V(-1, 2), V(0, 1)];

    private static double Loss(double a, double b) => a * a + 10 * b;

    private static Vector<double> V(double a, double b) => Vector<double>.Build.Dense([a, b]);

    private static double Z(JsonNode trace, int row, int column) => (double)trace["z"]![row]![column]!;

    [Fact]
    public void A_surface_has_a_row_for_each_b_and_a_column_for_each_a()
    {
        var drawn = new Drawn(Plot.LossSurface(Loss, (-1, 3), (0, 2), aLabel: "w", bLabel: "c", lossLabel: "MSE", resolution: 5));

        Assert.Equal([-1, 0, 1, 2, 3], Values(drawn.Trace(0)["x"]));
        Assert.Equal([0, 0.5, 1, 1.5, 2], Values(drawn.Trace(0)["y"]));
        Assert.Equal(Loss(3, 0.5), Z(drawn.Trace(0), row: 1, column: 4));
        Assert.Equal(["w", "c", "MSE"], "xyz".Select(letter => letter + "axis").Select(axis => (string)drawn.Layout["scene"]![axis]!["title"]!["text"]!));
    }

    [Fact]
    public void A_path_lies_on_the_surface_but_for_a_hair()
    {
        var drawn = new Drawn(Plot.LossSurface(Loss, (-1, 3), (0, 2), Path));
        var z = Values(drawn.Trace(1)["z"]);

        Assert.Equal(["surface", "scatter3d"], drawn.Types);
        Assert.Equal(Loss(-1, 2), z[0]!.Value, 0.5);
        Assert.Equal(Loss(0, 1), z[1]!.Value, 0.5);
    }

    [Fact]
    public void A_contour_shows_the_path_and_the_minimum()
    {
        var drawn = new Drawn(Plot.LossContour(Loss, (-1, 3), (0, 2), Path, minimum: V(0.5, 0)));

        Assert.Equal(["contour", "scatter", "scatter"], drawn.Types);
        Assert.Equal(["minimum"], drawn.Legend);
        Assert.Equal("star", (string)drawn.Trace(1)["marker"]!["symbol"]!);
        Assert.Equal([0.5], Values(drawn.Trace(1)["x"]));
        Assert.Equal([-1, 0], Values(drawn.Trace(2)["x"]));
        Assert.Equal([2, 1], Values(drawn.Trace(2)["y"]));
    }

    [Fact]
    public void Several_paths_are_named() =>
        Assert.Equal(["α = 0.1", "α = 1"], new Drawn(Plot.LossContour(Loss, (-1, 3), (0, 2), [("α = 0.1", Path), ("α = 1", Path)])).Legend);

    [Fact]
    public void Levels_by_ratio_contour_the_logarithm_and_tell_the_loss_itself()
    {
        var drawn = new Drawn(Plot.LossContour((a, _) => Math.Pow(10, a), (0, 4), (0, 1), logLevels: true, resolution: 5));
        var contour = drawn.Trace(0);

        Assert.Equal(3, Z(contour, 0, 3), 1e-9);
        Assert.Equal(1000, (double)contour["customdata"]![0]![3]!);
        Assert.Equal(["1", "10", "100", "1000", "10000"], contour["colorbar"]!["ticktext"]!.AsArray().Select(text => (string)text!));
    }

    [Fact]
    public void Levels_over_few_decades_are_labelled_with_2_and_5_too()
    {
        var bar = new Drawn(Plot.LossContour((a, _) => a, (15, 1500), (0, 1), logLevels: true)).Trace(0)["colorbar"]!;

        Assert.Equal(["20", "50", "100", "200", "500", "1000"], bar["ticktext"]!.AsArray().Select(text => (string)text!));
        Assert.Equal(Math.Log10(20), Values(bar["tickvals"])[0]!.Value, 1e-5);
    }

    [Fact]
    public void A_minimum_of_exactly_zero_takes_the_least_level_by_ratio()
    {
        var contour = new Drawn(Plot.LossContour((a, b) => a * a + b * b, (-1, 1), (-1, 1), logLevels: true, resolution: 21)).Trace(0);

        Assert.Equal(Math.Log10(0.01), Z(contour, 10, 10), 1e-9);
    }

    [Fact]
    public void Levels_by_ratio_end_six_decades_below_the_top()
    {
        var contour = new Drawn(Plot.LossContour((a, _) => Math.Pow(10, a), (-20, 0), (0, 1), logLevels: true, resolution: 5)).Trace(0);

        Assert.Equal([-6, -6, -6, -5, 0], Values(contour["z"]![0]));
    }

    [Fact]
    public void The_decision_boundary_fills_the_range_it_is_given()
    {
        var X = Matrix<double>.Build.DenseOfRowArrays([1, 2], [3, 4], [5, 5]);
        var drawn = new Drawn(Plot.DecisionBoundary((a, b) => (a + b) / 10, X, [0, 0, 1], resolution: 3, range: (-2, 6)));

        Assert.Equal([-2, 6], Values(drawn.Layout["xaxis"]!["range"]));
        Assert.Equal([-2, 2, 6], Values(drawn.Trace(0)["y"]));
    }

    [Fact]
    public void A_decision_boundary_is_one_level_at_the_threshold_over_fixed_shades()
    {
        var X = Matrix<double>.Build.DenseOfArray(new double[,] { { 0, 0 }, { 1, 3 }, { 4, 4 } });
        var drawn = new Drawn(Plot.DecisionBoundary((a, b) => (a + b) / 10, X, [0, 0, 1], "Who?", "hours", "sleep", ["fail", "pass"], threshold: 0.3));
        var shade = drawn.Trace(0);

        Assert.Equal((0.3, 0.3), ((double)shade["contours"]!["start"]!, (double)shade["contours"]!["end"]!));
        Assert.Equal((0, 1), ((double)shade["zmin"]!, (double)shade["zmax"]!));
        Assert.Equal(["fail", "pass"], drawn.Legend);
        Assert.Equal(("hours", "sleep"), (drawn.AxisTitle("xaxis"), drawn.AxisTitle("yaxis")));
        Assert.Contains("2 of 3 points on their own side of P = 0.3", Plot.DecisionBoundary((a, b) => (a + b) / 10, X, [0, 0, 1], threshold: 0.3).Summary, StringComparison.Ordinal);
    }
}
