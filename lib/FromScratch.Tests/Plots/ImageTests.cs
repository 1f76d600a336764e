using static FromScratch.Tensor;
using static FromScratch.Tests.Plots.Drawn;

namespace FromScratch.Tests.Plots;

public class ImageTests
{
    private static double?[][] Pixels(Drawn drawn, int i) => [.. drawn.Trace(i)["z"]!.AsArray().Select(Values)];

    [Fact]
    public void The_first_row_of_pixels_is_drawn_on_top_where_y_is_greatest()
    {
        var drawn = new Drawn(Plot.Images(Mat([1, 2, 3, 4, 5, 6]), 2, 3));

        Assert.Equal([4, 5, 6], Pixels(drawn, 0)[0]);
        Assert.Equal([1, 2, 3], Pixels(drawn, 0)[1]);
        Assert.Equal((0.5, 1), ((double)drawn.Trace(0)["y0"]!, (double)drawn.Trace(0)["dy"]!));
    }

    [Fact]
    public void Images_stand_in_rows_from_left_to_right_and_from_the_top_down()
    {
        var drawn = new Drawn(Plot.Images(Mat([1, 1, 1, 1], [2, 2, 2, 2], [3, 3, 3, 3]), 2, 2, columns: 2));
        double At(int i, string axis) => (double)drawn.Trace(i)[axis]!;

        Assert.True(At(0, "x0") < At(1, "x0") && At(0, "y0") == At(1, "y0"));
        Assert.True(At(2, "x0") == At(0, "x0") && At(2, "y0") < At(0, "y0"));
    }

    [Fact]
    public void All_images_share_one_scale_which_is_symmetric_for_weights()
    {
        var plain = new Drawn(Plot.Images(Mat([0, 1], [2, 5]), 1, 2));
        var signed = new Drawn(Plot.Images(Mat([0, 1], [2, -5]), 1, 2, diverging: true));

        Assert.All([0, 1], i => Assert.Equal((0, 5), ((double)plain.Trace(i)["zmin"]!, (double)plain.Trace(i)["zmax"]!)));
        Assert.All([0, 1], i => Assert.Equal((-5, 5), ((double)signed.Trace(i)["zmin"]!, (double)signed.Trace(i)["zmax"]!)));
    }

    [Fact]
    public void Images_without_a_caption_are_not_named_in_the_summary()
    {
        Assert.Contains("in 1 row: first.", Plot.Images(Mat([1], [2], [3]), 1, 1, ["first", "", ""]).Summary, StringComparison.Ordinal);
        Assert.EndsWith("in 1 row.", Plot.Images(Mat([1], [2]), 1, 1, ["", ""]).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_caption_stands_under_its_image()
    {
        var figure = Plot.Images(Mat([0, 1, 2, 3], [4, 5, 6, 7]), 2, 2, ["a 3", "<b>"], "Digits");
        var (drawn, text) = (new Drawn(figure), new Drawn(figure).Trace(2));

        Assert.Equal(["a 3", "&lt;b>"], text["text"]!.AsArray().Select(t => (string)t!));
        Assert.All([0, 1], i => Assert.Equal((double)drawn.Trace(i)["x0"]! + 0.5, Values(text["x"])[i]));
        Assert.All(Values(text["y"]), y => Assert.True(y < 0));
        Assert.Equal("Digits: gallery of 2 images of 2×2 pixels in 1 row: a 3 and <b>.", figure.Summary);
    }

    [Fact]
    public void Pixels_stay_square_on_either_side()
    {
        var image = Plot.Images(Mat([1, 2, 3, 4]), 2, 2);
        var layout = new Drawn(Plot.SideBySide(image, image)).Layout;

        Assert.Equal(("x", "x2"), ((string)layout["yaxis"]!["scaleanchor"]!, (string)layout["yaxis2"]!["scaleanchor"]!));
    }

    [Theory]
    [InlineData(3, 2, null, "rows of length 6, found 1×4")]
    [InlineData(2, 2, "a,b", "a caption for each of 1 images, found 2")]
    public void Images_of_another_size_and_captions_of_another_number_are_refused(int height, int width, string? captions, string message) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => Plot.Images(Mat([1, 2, 3, 4]), height, width, captions?.Split(','))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_heat_map_has_its_first_row_on_top_and_names_both_sides()
    {
        var figure = Plot.HeatMap(Mat([1, 2, 3], [4, 5, 6]), ["up", "down"], ["l", "m", "r"], "T", "c", "r", "count");
        var drawn = new Drawn(figure);

        Assert.Equal([4, 5, 6], Pixels(drawn, 0)[0]);
        Assert.Equal([1, 0], Values(drawn.Layout["yaxis"]!["tickvals"]));
        Assert.Equal(["up", "down"], drawn.Layout["yaxis"]!["ticktext"]!.AsArray().Select(t => (string)t!));
        Assert.Equal("T: table of count, 2 rows by 3 columns, greatest 6 in row down, column r.", figure.Summary);
    }

    [Fact]
    public void A_heat_map_writes_its_numbers_only_where_there_is_room()
    {
        static string[] Names(int n) => [.. Enumerable.Range(0, n).Select(i => $"{i}")];
        bool Written(int n) => new Drawn(Plot.HeatMap(Mat([new double[n]]), ["all"], Names(n))).Trace(0)["texttemplate"] is not null;

        Assert.Equal((true, false), (Written(15), Written(16)));
    }

    [Fact]
    public void A_heat_map_writes_hundredths_of_its_range_and_leaves_counts_whole()
    {
        static string? Written(MathNet.Numerics.LinearAlgebra.Matrix<double> values, (double From, double To)? range = null) => (string?)new Drawn(Plot.HeatMap(values, ["all"], ["a", "b"], range: range)).Trace(0)["texttemplate"];

        Assert.Equal("%{z:.2f}", Written(Mat([0.0000454, 0.93]), (0, 1)));
        Assert.Equal("%{z:.5f}", Written(Mat([0.0012, 0.0051])));
        Assert.Equal("%{z}", Written(Mat([0, 1797])));
    }

    [Fact]
    public void A_heat_map_refuses_too_few_names() =>
        Assert.Contains("2 rows and 1 columns, found 1 and 1", Assert.Throws<ArgumentException>(() => Plot.HeatMap(Mat([1], [2]), ["a"], ["b"])).Message, StringComparison.Ordinal);
}
