using static FromScratch.Tensor;
using static FromScratch.Tests.Plots.Drawn;

namespace FromScratch.Tests.Plots;

public class BentGridTests
{
    private static Drawn Draw(Func<double, double, (double, double)> map, (double, double, double)? line = null) =>
        new(Plot.BentGrid(map, Mat([0, 0], [1, 1]), [0, 1], "Grid", line: line));

    [Fact]
    public void The_map_moves_grid_and_points_alike()
    {
        var (plain, bent) = (Draw((a, b) => (a, b)), Draw((a, b) => (10 * a, b * b)));

        foreach (var trace in Enumerable.Range(0, 4))
        {
            Assert.Equal(Values(plain.Trace(trace)["x"]).Select(x => x * 10), Values(bent.Trace(trace)["x"]), (a, b) => a is null ? b is null : Math.Abs(a.Value - b!.Value) < 1e-2);
            Assert.Equal(Values(plain.Trace(trace)["y"]).Select(y => y * y), Values(bent.Trace(trace)["y"]), (a, b) => a is null ? b is null : Math.Abs(a.Value - b!.Value) < 1e-3);
        }
    }

    [Fact]
    public void Thirteen_lines_each_way_end_in_a_gap()
    {
        var drawn = Draw((a, b) => (a, b));

        Assert.All([0, 1], trace => Assert.Equal(13, Values(drawn.Trace(trace)["x"]).Count(x => x is null)));
        Assert.Equal(["class 0", "class 1"], drawn.Legend);
    }

    [Fact]
    public void The_line_is_where_the_output_unit_is_zero_and_spans_the_picture()
    {
        foreach (var (w1, w2, b) in new[] { (1.0, 2.0, -1.5), (3, 1, -1.5), (0, 1, -0.5), (1, 0, -0.5) })
        {
            var line = Draw((a, b) => (a, b), (w1, w2, b)).Trace(4);
            Assert.All(Values(line["x"]).Zip(Values(line["y"])), p => Assert.Equal(0, w1 * p.First!.Value + w2 * p.Second!.Value + b, 1e-4));
        }
    }
}
