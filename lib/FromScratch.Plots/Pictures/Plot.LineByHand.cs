using System.Globalization;
using System.Text.Json.Nodes;

namespace FromScratch;

public static partial class Plot
{
    /// <summary>
    /// A line y = a·x + b to be fitted by hand: two sliders turn and lift it, beside the loss over (a, b) with a dot where you
    /// stand and the loss as a number. It moves with no kernel running.
    /// </summary>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Targets, as many as <paramref name="x"/>.</param>
    /// <param name="slopes">Stops of the slider a, ascending, two at least.</param>
    /// <param name="intercepts">Stops of the slider b, ascending, two at least.</param>
    /// <param name="loss">The loss of the line with slope a and intercept b.</param>
    /// <param name="title">Heading; none when empty.</param>
    /// <param name="xLabel">What x is, with its unit.</param>
    /// <param name="yLabel">What y is, with its unit.</param>
    /// <param name="lossLabel">Which loss, and whether it is a sum or a mean.</param>
    /// <param name="logLevels">Spaces the levels of the loss by ratio, not by difference.</param>
    /// <param name="activeSlope">Index of the slope shown first.</param>
    /// <param name="activeIntercept">Index of the intercept shown first.</param>
    /// <exception cref="ArgumentException">No points, different lengths, stops that do not ascend, no stop at an active index, or too much JSON.</exception>
    /// <remarks>
    /// No frame knows where the other slider stands, so each frame sets only what its own slider owns: a the rise dy of the line
    /// and the dot's x, b its start y0 and the dot's y. The number is one text out of a hidden grid of all of them:
    /// a moves the window over it sideways, b up and down.
    /// </remarks>
    public static Figure LineByHand(IEnumerable<double> x, IEnumerable<double> y, IEnumerable<double> slopes, IEnumerable<double> intercepts, Func<double, double, double> loss, string title = "", string xLabel = "x", string yLabel = "y", string lossLabel = "loss", bool logLevels = false, int activeSlope = 0, int activeIntercept = 0)
    {
        var (xs, ys) = Demand.Pairs(x, y);
        Demand.AtMost(MostPoints, xs.Length, "points", nameof(x));
        double[] a = Demand.Ascending(slopes), b = Demand.Ascending(intercepts);
        ArgumentNullException.ThrowIfNull(loss);
        Demand.Index(activeSlope, a.Length, "slopes");
        Demand.Index(activeIntercept, b.Length, "intercepts");
        var (slopeNow, interceptNow) = (a[activeSlope], b[activeIntercept]);
        double[] aEnds = Numbers.Extent(a)!, bEnds = Numbers.Extent(b)!;
        var side = SideBySide(Scatter(xs, ys, "", xLabel, yLabel), LossContour(loss, (aEnds[0], aEnds[1]), (bEnds[0], bEnds[1]), title: "", aLabel: "a", bLabel: "b", lossLabel: lossLabel, logLevels: logLevels, resolution: 45), title);
        var (data, layout) = (side.Data, side.Layout);

        // y0 is the height at x = 0, so the line starts there and runs to the far end on each side of 0.
        double[] reaches = [.. new[] { Numbers.Extent(xs)!.Max(), Numbers.Extent(xs)!.Min() }.Where((end, i) => i == 0 ? end > 0 : end < 0)];
        int[] lines = [.. reaches.Select(reach => Add(data, Line(reach, slopeNow, interceptNow)))];
        int dot = Add(data, On("x2", "y2", Traces.Points([slopeNow], [interceptNow], "", 1, size: 13)));
        Add(data, Readings(a, b, loss));
        layout["xaxis3"] = Window(layout["xaxis2"]!["domain"]!, "y3", activeSlope);
        layout["yaxis3"] = Window(Numbers.Array([0.92, 1]), "x3", activeIntercept);
        layout["yaxis2"]!["domain"] = Numbers.Array([0, 0.88]);
        data[1]!["colorbar"]!["len"] = 0.88;
        (data[1]!["colorbar"]!["y"], data[1]!["colorbar"]!["yanchor"]) = (0, "bottom");

        int[] traces = [.. lines, dot];
        JsonObject Moves(string name, IEnumerable<JsonObject> changes, string axis, int at) => new()
        {
            ["name"] = name,
            ["data"] = new JsonArray([.. changes]),
            ["traces"] = new JsonArray([.. traces.Select(t => (JsonNode)t)]),
            ["layout"] = new JsonObject { [axis] = new JsonObject { ["range"] = Numbers.Array([Apart * at - 0.5, Apart * at + 0.5]) } },
        };
        JsonArray frames =
        [
            .. a.Select((slope, i) => Moves(Stop("a", i), [.. reaches.Select(reach => Only("dy", Numbers.Node(slope * reach))), Only("x", Numbers.Array([slope]))], "xaxis3", i)),
            .. b.Select((intercept, i) => Moves(Stop("b", i), [.. reaches.Select(_ => Only("y0", Numbers.Node(intercept))), Only("y", Numbers.Array([intercept]))], "yaxis3", i)),
        ];
        layout["sliders"] = new JsonArray(
            Controls.Slider([.. a.Select(Numbers.Say)], "a = ", activeSlope, frame: i => Stop("a", i)),
            Controls.Slider([.. b.Select(Numbers.Say)], "b = ", activeIntercept, frame: i => Stop("b", i), down: 50 + Controls.Height));
        layout["height"] = layout["height"]!.GetValue<int>() + 2 * Controls.Height;
        string summary = Picture.Sentence(title, "Scatter", $"of {yLabel} over {xLabel}, {xs.Length} points, with a line y = a·x + b to move by two sliders, beside the {lossLabel} over a and b with a diamond at the line's place");
        return new Figure(summary, data, layout, frames);
    }

    // Windows between two readings, so that a long one does not show in its neighbour's window.
    private const double Apart = 4;

    private static string Stop(string slider, int i) => slider + i.ToString(CultureInfo.InvariantCulture);

    private static int Add(JsonArray data, JsonObject trace)
    {
        data.Add((JsonNode)trace);
        return data.Count - 1;
    }

    private static JsonObject Only(string key, JsonNode? value) => new() { [key] = value };

    private static JsonObject On(string xAxis, string yAxis, JsonObject trace)
    {
        (trace["xaxis"], trace["yaxis"]) = (xAxis, yAxis);
        return trace;
    }

    private static JsonObject Line(double reach, double a, double b) => On("x", "y", new()
    {
        ["type"] = "scatter",
        ["mode"] = "lines",
        ["x"] = Numbers.Array([0, reach]),
        ["y0"] = Numbers.Node(b),
        ["dy"] = Numbers.Node(a * reach),
        ["line"] = new JsonObject { ["color"] = Style.Orange, ["width"] = 2.5 },
        ["hoverinfo"] = "skip",
        ["showlegend"] = false,
    });

    private static JsonObject Readings(double[] a, double[] b, Func<double, double, double> loss) => On("x3", "y3", new()
    {
        ["type"] = "scatter",
        ["mode"] = "text",
        ["x"] = Numbers.Array(b.SelectMany(_ => a.Select((_, i) => Apart * i))),
        ["y"] = Numbers.Array(b.SelectMany((_, j) => a.Select(_ => Apart * j))),
        ["text"] = new JsonArray([.. b.SelectMany(intercept => a.Select(slope => (JsonNode)("loss = " + Numbers.Say(loss(slope, intercept)))))]),
        ["textfont"] = new JsonObject { ["size"] = 16 },
        ["hoverinfo"] = "skip",
        ["showlegend"] = false,
    });

    private static JsonObject Window(JsonNode domain, string anchor, int at) => new()
    {
        ["domain"] = domain.DeepClone(),
        ["anchor"] = anchor,
        ["range"] = Numbers.Array([Apart * at - 0.5, Apart * at + 0.5]),
        ["visible"] = false,
        ["fixedrange"] = true,
    };
}
