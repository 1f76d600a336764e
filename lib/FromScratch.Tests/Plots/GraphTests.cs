using static FromScratch.Tests.Plots.Drawn;

namespace FromScratch.Tests.Plots;

public class GraphTests
{
    private static Figure Sum(double? forward, double? backward) => Plot.Graph(
        [("x", 0, 1), ("y", 0, 0), ("+", 1, 0.5)], [("x", "+", -2, backward), ("y", "+", forward, null)], "Sum");

    [Fact]
    public void Every_edge_shows_its_number_and_its_slope_and_nothing_where_there_is_none_yet()
    {
        var drawn = new Drawn(Sum(5, 1.23456));

        Assert.Equal(["-2", "5"], drawn.Trace(3)["text"]!.AsArray().Select(text => (string)text!));
        Assert.Equal(["1.23", ""], drawn.Trace(4)["text"]!.AsArray().Select(text => (string)text!));
        Assert.Equal(["value, forward", "slope, backward"], drawn.Legend);
    }

    [Fact]
    public void An_edge_runs_from_node_to_node_and_then_there_is_a_gap()
    {
        var lines = new Drawn(Sum(5, 1)).Trace(0);

        Assert.Equal([0, 1, null, 0, 1, null], Values(lines["x"]));
        Assert.Equal([1, 0.5, null, 0, 0.5, null], Values(lines["y"]));
    }

    [Fact]
    public void Numbers_stand_on_the_side_an_edge_leaves_free()
    {
        var drawn = new Drawn(Plot.Graph([("a", 0, 0), ("b", 1, 1), ("c", 2, 1), ("d", 3, 0), ("e", 3, 1)],
            [("a", "b", 1, 1), ("b", "c", 1, 1), ("c", "d", 1, 1), ("d", "e", 1, 1)]));

        Assert.Equal(["top left", "top center", "top right", "middle left"], drawn.Trace(3)["textposition"]!.AsArray().Select(side => (string)side!));
        Assert.Equal(["bottom right", "bottom center", "bottom left", "middle right"], drawn.Trace(4)["textposition"]!.AsArray().Select(side => (string)side!));
        Assert.Equal(["triangle-right", "triangle-right", "triangle-right", "triangle-up"], drawn.Trace(1)["marker"]!["symbol"]!.AsArray().Select(symbol => (string)symbol!));
    }

    [Fact]
    public void The_sentence_tells_every_number() => Assert.Equal(
        "Sum: graph of 3 nodes: x → + carries -2 and gets back 1; y → + carries 5.", Sum(5, 1).Summary);

    [Fact]
    public void Steps_of_one_graph_make_a_scrubber() =>
        Assert.Equal(3, new Drawn(Plot.Scrubber([0, 1, 2], k => Sum(k > 0 ? 5 : null, k > 1 ? 1 : null))).Frames.Count);
}
