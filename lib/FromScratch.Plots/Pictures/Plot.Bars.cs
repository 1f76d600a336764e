using System.Text.Json.Nodes;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>A bar for each name, such as the probability of each class.</summary>
    /// <param name="names">What each bar stands for.</param>
    /// <param name="heights">As many heights.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What the names are.</param>
    /// <param name="yLabel">What the heights are, with their unit.</param>
    /// <param name="yRange">Ends of the y axis; without it the axis begins at 0 and frames the bars.</param>
    /// <exception cref="ArgumentException">No names, another number of heights, or a <paramref name="yRange"/> that does not rise.</exception>
    public static Figure Bars(IEnumerable<string> names, IEnumerable<double> heights, string title = "", string xLabel = "class", string yLabel = "probability", (double From, double To)? yRange = null)
    {
        var all = Demand.SomeOf(names, "name");
        double[] bars = Demand.Some(heights);
        if (bars.Length != all.Count) throw new ArgumentException($"Expected a height for each of {all.Count} names, found {bars.Length} heights.", nameof(heights));
        if (yRange is var (from, to)) Demand.Ordered(from, to, nameof(yRange));
        var trace = new JsonObject
        {
            ["type"] = "bar",
            ["x"] = new JsonArray([.. Enumerable.Range(0, all.Count).Select(i => (JsonNode)i)]),
            ["y"] = Numbers.Array(bars),
            ["text"] = new JsonArray([.. bars.Select(bar => (JsonNode)Height(bar))]),
            ["textposition"] = "outside",
            ["cliponaxis"] = false,
            ["marker"] = new JsonObject { ["color"] = new JsonArray([.. bars.Select((_, i) => (JsonNode)Style.Color(i))]) },
            ["hoverinfo"] = "y",
            ["showlegend"] = false,
        };
        // Names as ticks of a number axis, so that a slider can hold the range.
        var x = Style.Axis(xLabel, [-0.6, all.Count - 0.4]);
        x["tickvals"] = trace["x"]!.DeepClone();
        x["ticktext"] = new JsonArray([.. all.Select(name => (JsonNode)Style.Text(name))]);
        (x["showgrid"], x["zeroline"]) = (false, false);
        x.Remove("gridcolor");
        x.Remove("zerolinecolor");
        double[] up = Numbers.Extent([0, .. bars], 0.12)!;
        double[] ends = yRange is var (low, high) ? [low, high] : [bars.Min() < 0 ? up[0] : 0, up[1]];
        string summary = Picture.Sentence(title, "Bars", $"of {yLabel} by {xLabel}: {Picture.Names(all.Zip(bars, (name, bar) => $"{name} {Height(bar)}"))}");
        return Picture.Of(summary, title, [trace], x, Style.Axis(yLabel, ends));

        // A bar too low to see needs no digits.
        string Height(double bar) => Math.Abs(bar) < 5e-4 * bars.Max(Math.Abs) ? "0" : Numbers.Say(Numbers.Round(bar, 3));
    }
}
