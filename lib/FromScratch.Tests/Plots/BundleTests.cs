using static FromScratch.Tests.Plots.Drawn;

namespace FromScratch.Tests.Plots;

public class BundleTests
{
    [Fact]
    public void The_thin_curves_are_one_trace_with_a_gap_after_each_and_only_the_lines_on_top_are_named()
    {
        var drawn = new Drawn(Plot.Bundle([x => x, x => 2 * x], [("mean", x => 1.5 * x)], 0, 1));
        var y = Values(drawn.Trace(0)["y"]);

        Assert.Equal(2 * 52, y.Length);
        Assert.Equal((1, null, 2, null), (y[50], y[51], y[102], y[103]));
        Assert.Equal(["mean"], drawn.Legend);
    }

    [Fact]
    public void A_curve_looks_the_same_over_a_bundle_as_beside_points()
    {
        (string, Func<double, double>)[] two = [("truth", x => x), ("fit", x => -x)];
        var (bundle, fitted) = (new Drawn(Plot.Bundle([x => x], two, 0, 1)), new Drawn(Plot.FittedLine([0, 1], [0, 1], two)));

        Assert.All([1, 2], i => Assert.Equal(fitted.Trace(i)["line"]!.ToJsonString(), bundle.Trace(i)["line"]!.ToJsonString()));
    }

    [Fact]
    public void An_empty_bundle_is_refused() =>
        Assert.Contains("at least one function, found none", Assert.Throws<ArgumentException>(() => Plot.Bundle([], [("f", x => x)], 0, 1)).Message, StringComparison.Ordinal);
}
