using static FromScratch.Tensor;
using static FromScratch.Tests.Plots.Drawn;

namespace FromScratch.Tests.Plots;

public class ClassPictureTests
{
    [Fact]
    public void Every_name_has_its_bar_with_its_height_on_top()
    {
        var drawn = new Drawn(Plot.Bars(["A", "B", "C"], [0.6590, 0.2424, 0.0986], "Softmax"));

        Assert.Equal([0.659, 0.2424, 0.0986], Values(drawn.Trace(0)["y"]));
        Assert.Equal(["A", "B", "C"], drawn.Layout["xaxis"]!["ticktext"]!.AsArray().Select(name => (string)name!));
        Assert.Equal("0.242", (string)drawn.Trace(0)["text"]![1]!);
        Assert.Equal(0, Values(drawn.Layout["yaxis"]!["range"])[0]);
    }

    [Fact]
    public void Bars_below_zero_stay_in_view() =>
        Assert.True(Values(new Drawn(Plot.Bars(["a", "b"], [-2, 1])).Layout["yaxis"]!["range"])[0] < -2);

    [Fact]
    public void Bars_without_a_height_for_each_name_are_refused() =>
        Assert.Contains("for each of 2 names, found 1", Assert.Throws<ArgumentException>(() => Plot.Bars(["a", "b"], [1])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_region_has_the_colour_of_its_class_and_the_summary_counts_the_points_in_theirs()
    {
        var figure = Plot.DecisionRegions((x1, _) => x1 < 1 ? 0 : x1 < 2 ? 1 : 2, Mat([0, 0], [1.5, 1], [3, 0], [0.5, 1]), [0, 1, 2, 2], classNames: ["A", "B", "C"], resolution: 31);
        var (regions, legend) = (new Drawn(figure).Trace(0), new Drawn(figure).Legend);

        Assert.Equal(["A", "B", "C"], legend);
        Assert.Equal((0, 2), (Values(regions["z"]![0])[0], Values(regions["z"]![30])[30]));
        Assert.Equal((string)new Drawn(figure).Trace(2)["marker"]!["color"]!, (string)regions["colorscale"]![2]![1]!);
        Assert.Contains("3 of 4 points in the region of their class", figure.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_without_a_name_is_refused() =>
        Assert.Contains("from 0 to 1", Assert.Throws<ArgumentException>(() => Plot.DecisionRegions((_, _) => 2, Mat([0, 0], [1, 1]), [0, 1])).Message, StringComparison.Ordinal);
}
